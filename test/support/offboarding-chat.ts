// Offboardings in a chat: real commands over a store in memory, with plans and decisions that a test plays.
import assert from 'node:assert/strict';
import { readClick } from '../../src/bot/actions/action-data.js';
import { CardContent } from '../../src/bot/cards/card-content.js';
import { answerClick } from '../../src/bot/conversation/click-answers.js';
import { Audience } from '../../src/bot/people/audience.js';
import type { BotServices } from '../../src/bot/replies/bot-services.js';
import type { Reply } from '../../src/bot/turn/turn.js';
import type { Person } from '../../src/domain/person.js';
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import { CommandHandler } from '../../src/operations/commands/command-handler.js';
import { Leftovers } from '../../src/operations/offboarding/leftovers.js';
import {
  type Agreement,
  type OffboardingPlan,
  type OffboardingRequest,
  Offboardings,
} from '../../src/operations/offboarding/offboardings.js';
import { DelegatedAdminReader } from '../../src/operations/reads/delegated-admin.js';
import type { ActionData, Verb } from '../../src/views/render/verbs.js';
import { en } from '../../src/views/words/en/index.js';
import { aTenantList } from './a-tenant-list.js';
import { alex, contoso, megan, tenantBy } from './builders.js';
import { assertGoodCard } from './card-lint.js';
import { textOf } from './card-reading.js';
import { aPlan, leaving, offboardingId } from './offboarding-scenes.js';
import { aTurn, rolesOf, someServices } from './some-services.js';
import { testDependencies } from './test-dependencies.js';

/** Offboardings that answer what the test says, and keep what they are asked. */
class FakeOffboardings extends Offboardings {
  readonly decisions: OffboardingRequest[] = [];
  readonly approvals: Person[] = [];
  reads = 0;
  read: OffboardingPlan | undefined;
  /** What a decision or an approval comes to. */
  agreement: () => Promise<Agreement | undefined> = async () => undefined;
  /** Nothing is answered before that. */
  pause: Promise<unknown> = Promise.resolve();

  override async plan(): Promise<OffboardingPlan | undefined> {
    this.reads += 1;
    await this.pause;
    return this.read;
  }

  override async decide(decision: OffboardingRequest): Promise<Agreement | undefined> {
    this.decisions.push(decision);
    await this.pause;
    return this.agreement();
  }

  override async approve({ by }: { readonly by: Person }): Promise<Agreement | undefined> {
    this.approvals.push(by);
    await this.pause;
    return this.agreement();
  }
}

/** A chat about one tenant, for which `press` presses buttons. */
export function offboardingChat(tenant: Tenant = tenantBy.approved()) {
  const deps = testDependencies(tenant);
  const { store, clock, templates } = deps;
  const context = () => ({ words: en, isSandbox: false, templates: templates.current, now: clock.now() });
  const commands = new CommandHandler(deps);
  const offboardings = new FakeOffboardings(deps, commands, { of: async () => undefined });
  offboardings.read = { tenant, plan: aPlan(), planHash: 'hash-1', needsSecond: false, graceSeconds: 300 };
  const services: BotServices = {
    ...someServices('admin', tenant).services,
    ...deps,
    tenantList: aTenantList(store, templates),
    commands,
    leftovers: new Leftovers({ ...deps, delegatedAdmin: new DelegatedAdminReader(deps) }),
    offboardings,
    context,
  };
  /** A person presses a button, as a client sends it. */
  const press = async (verb: Verb, data: ActionData & Record<string, unknown>, by = alex, isAutomatic = false) => {
    const click = readClick(verb, { tenantId: contoso, ...data });
    assert.ok(click, 'the button is not understood');
    const reply = await answerClick(services, click, aTurn({ actor: by, isAutomatic }, clock));
    assertGoodCard(reply.card);
    return reply;
  };
  const audience = new Audience(
    store,
    rolesOf('admin', { lastRoleOf: (id) => (id === megan.id ? 'viewer' : 'admin') }),
  );
  const content = new CardContent({ ...services, store, audience, context });
  return { ...deps, offboardings, services, press, content };
}

/** What a person has chosen and typed on the card of a plan, as their client sends it. */
export const typed = {
  planHash: 'hash-1',
  version: tenantBy.approved().version,
  steps: 'assignments,consent',
  name: ' contoso  LTD',
};

/** What a button of Contoso's offboarding carries. */
export const ofOffboarding = { offboardingId, version: leaving().version };

/** What a reply says. */
export function saying({ card }: Reply): string {
  return textOf(card);
}

/** Fails unless a reply says exactly this somewhere: a sentence that the views make. */
export function assertSays({ card }: Reply, sentence: string): void {
  assert.ok(textOf(card).includes(sentence), `“${sentence}” is not in:\n${textOf(card)}`);
}
