// What every card says of the moment in which it's drawn.
import type { Operations } from '../bot/replies/bot-services.js';
import type { Config } from '../config/config.js';
import { newestCertificate } from '../domain/offboarding/find-certificates.js';
import type { RoleName } from '../domain/tenant/commands.js';
import { addDays, type Instant, startOfMinute } from '../domain/time.js';
import type { Dependencies } from '../operations/dependencies.js';
import type { Sandbox } from '../sandbox/sandbox.js';
import { type Language, wordsIn } from '../views/catalogue.js';
import { endingSoonDays, steadyContexts, type ViewContext } from '../views/render/context.js';
import type { Background } from './operations.js';

/** What cards are drawn with. */
export interface ViewContextDeps {
  readonly deps: Dependencies;
  readonly operations: Operations;
  readonly background: Background;
  readonly sandbox: Sandbox | undefined;
}

/** The context as of now, for everybody or for one role, in English unless a language is given; the same object for as long as nothing changes. */
export function viewContexts(
  config: Config,
  parts: ViewContextDeps,
): (role?: RoleName, language?: Language) => ViewContext {
  const { deps, operations, background, sandbox } = parts;
  const { tenantList } = operations;
  const { reconciles, signInWaiter } = background;
  const { store, clock, templates } = deps;
  const lasting = {
    isSandbox: config.isSandbox,
    partnerName: config.partnerName ?? sandbox?.partnerName,
    ownMessages: config.ownMessages,
    secondAdmin: config.secondAdmin,
    ticketSubjects: deps.ticketSubjects,
    sandboxPage: sandbox && ((tenantId: string) => `${sandbox.url}/customers/${tenantId}`),
    certificateOf: (tenantId: string) => newestCertificate(store.certificates(), tenantId),
  };
  // Another one each minute, and asked for many times in a turn.
  let soon: { readonly minute: Instant; readonly ends: Instant } = { minute: '', ends: '' };
  const endOfSoon = (minute: Instant) => {
    if (soon.minute !== minute) soon = { minute, ends: addDays(minute, endingSoonDays) };
    return soon.ends;
  };
  const momentNow = () => {
    const { reconciledAt: asOf, failing } = reconciles;
    const { lost: signInLost } = signInWaiter;
    const now = clock.now();
    const { current } = templates;
    const endingSoon = tenantList.endingBefore(endOfSoon(startOfMinute(now)));
    return { now, asOf, failing, signInLost, templates: current, evidence: tenantList.evidence(), endingSoon };
  };
  return steadyContexts(momentNow, (moment, role, language) => ({
    ...lasting,
    ...moment,
    words: wordsIn(language),
    role,
  }));
}
