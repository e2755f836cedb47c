// Enable and Request again, and the question before them.

import { templateFor } from '../../domain/access/access-templates.js';
import type { IssuedCertificate } from '../../domain/offboarding/certificate.js';
import { decide } from '../../domain/tenant/decide.js';
import type { Verb } from '../../views/render/verbs.js';
import { enableQuestion } from '../../views/tenant/enable-question.js';
import type { Text } from '../../views/words/text-types.js';
import type { Reply } from '../turn/turn.js';
import type { Action, TenantClick } from './action.js';
import { carryOut, current, noticeOf, shown } from './tenant-actions.js';

/** What each of the two verbs does. */
export const enableActions = {
  'tenant.askEnable': { target: 'tenant', run: (on) => ask(on) },
  'tenant.enable': { target: 'tenant', run: enable },
} satisfies Partial<Record<Verb, Action>>;

// What isn't known is worth a short wait; without it the question says both that may come.
const outlookPatienceMs = 3000;

async function ask(on: TenantClick, notice?: Text): Promise<Reply> {
  const { services, tenant, turn, click } = on;
  const decision = decide(command(on), tenant);
  if ('refused' in decision) return current(on, tenant, noticeOf(on, decision.refused));
  const { tenantId } = tenant;
  const foreseen = await turn.time.within(outlookPatienceMs, services.enableOutlook.of(tenantId));
  const now = services.store.tenant(tenantId) ?? tenant;
  const context = services.context();
  const template = templateFor(context.templates, now);
  const certificate = certificateOf({ ...on, tenant: now });
  const proposal = { template, foreseen, certificate, query: click.query, inList: click.inList, notice };
  return shown(on, now, enableQuestion(now, proposal, context));
}

// The yes names what its person has read: the template, and the certificate that says that no access was left.
function enable(on: TenantClick<'version' | 'templateHash' | 'certificateId'>): Promise<Reply> {
  const { services, tenant, data } = on;
  const { templates, words } = services.context();
  const template = templateFor(templates, tenant);
  const certificate = certificateOf(on);
  // A click that says nothing of its card is none of a card.
  if (data.version === undefined) return carryOut(on, command(on));
  if (data.templateHash === undefined || (certificate && data.certificateId !== certificate.id)) return ask(on);
  if (data.templateHash !== template.templateHash) return ask(on, words.questions.enable.templateChanged);
  return carryOut(on, command(on));
}

function command({ turn: { actor: by, conversationId } }: TenantClick) {
  return { do: 'enable', by, conversationId } as const;
}

function certificateOf({ services, tenant }: TenantClick): IssuedCertificate | undefined {
  if (tenant.status !== 'notConfigured' || tenant.offboarding) return undefined;
  return services.context().certificateOf?.(tenant.tenantId);
}
