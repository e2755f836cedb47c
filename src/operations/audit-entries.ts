// Which facts go into the audit log, and what of them?
import type { Fact, FactType } from '../domain/facts.js';
import type { Tenant } from '../domain/tenant.js';
import type { AuditEntry } from './ports.js';

// What was merely seen, or said to nobody, is no deed.
const unaudited: readonly FactType[] = [
  'customerRenamed',
  'residueSeen',
  'microsoftRead',
  'lookFailed',
  'nothingChanged',
  'microsoftAwaited',
  'delegatedAdminRead',
];

/**
 * What the audit log says of a fact about a tenant as it was before; `undefined` when it says nothing. What Gatehouse
 * does at Microsoft is put down to whoever asked for it.
 */
export function auditEntry({ tenantId, onboarding, delegatedAdmin }: Tenant, fact: Fact): AuditEntry | undefined {
  if (unaudited.includes(fact.type)) return undefined;
  const { type: what, at } = fact;
  const isOurs = 'requestId' in fact || fact.type === 'stepRefused';
  const asker = fact.type === 'delegatedAdminRemovalSent' ? delegatedAdmin.removal?.by : onboarding?.requestedBy;
  const by = 'by' in fact ? fact.by : isOurs ? asker : undefined;
  const problem = fact.type === 'stepRefused' ? fact.refusal.problem : undefined;
  const requestId = 'requestId' in fact ? fact.requestId : problem?.requestId;
  return {
    at,
    what,
    ...(by && by.id !== '' && { by: by.id }),
    tenantId,
    ...(problem && { why: problem.reason }),
    ...(requestId !== undefined && { requestId }),
  };
}
