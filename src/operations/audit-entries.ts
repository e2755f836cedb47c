// Which facts go into the audit log, and what of them?
import { isExitFact } from '../domain/exit/evolve-exit.js';
import type { Exit } from '../domain/exit/exit.js';
import type { Fact, FactType } from '../domain/facts.js';
import type { Person } from '../domain/person.js';
import type { Problem } from '../domain/problem.js';
import type { Tenant } from '../domain/tenant.js';
import type { AuditEntry } from './ports.js';

// What was merely seen, or said to nobody, is no deed.
const unaudited: readonly FactType[] = [
  'customerRenamed',
  'residueSeen',
  'customerLeft',
  'customerListed',
  'microsoftRead',
  'lookFailed',
  'nothingChanged',
  'microsoftAwaited',
  'delegatedAdminRead',
  'exitPutOff',
  'exitTaskTried',
  'exitRemainsUnread',
  'exitEnded',
];

/**
 * What the audit log says of a fact about a tenant as it was before; `undefined` when it says nothing. What Gatehouse
 * does at Microsoft is put down to whoever asked for it.
 */
export function auditEntry({ tenantId, onboarding, delegatedAdmin, exit }: Tenant, fact: Fact): AuditEntry | undefined {
  if (unaudited.includes(fact.type)) return undefined;
  const { type: what, at } = fact;
  const isOurs = 'requestId' in fact || fact.type === 'stepRefused';
  const asker = askerOf(fact, { onboarding, delegatedAdmin, exit });
  const by = 'by' in fact ? fact.by : isOurs ? asker : undefined;
  const problem = problemOf(fact);
  const requestId = 'requestId' in fact && fact.requestId !== undefined ? fact.requestId : problem?.requestId;
  return {
    at,
    what,
    ...(by && by.id !== '' && { by: by.id }),
    tenantId,
    ...subjectOf(fact, exit),
    ...(fact.type === 'exitCertified' && { certificate: fact.certificate }),
    ...whyOf(fact, problem),
    ...(requestId !== undefined && { requestId }),
  };
}

// What was done to one thing names it; what was done to an exit as a whole, the exit.
function subjectOf(fact: Fact, exit: Exit | undefined): Pick<AuditEntry, 'subject'> {
  if (!isExitFact(fact)) return {};
  const subject = 'taskId' in fact ? fact.taskId : fact.type === 'exitDecided' ? fact.exit.id : exit?.id;
  return subject === undefined ? {} : { subject };
}

function askerOf(
  fact: Fact,
  { onboarding, delegatedAdmin, exit }: Pick<Tenant, 'onboarding' | 'delegatedAdmin' | 'exit'>,
): Person | undefined {
  if (isExitFact(fact)) return exit?.by;
  return fact.type === 'delegatedAdminRemovalSent' ? delegatedAdmin.removal?.by : onboarding?.requestedBy;
}

function problemOf(fact: Fact): Problem | undefined {
  if (fact.type === 'stepRefused') return fact.refusal.problem;
  return fact.type === 'exitTaskRefused' && fact.refusal.why === 'microsoft' ? fact.refusal.problem : undefined;
}

function whyOf(fact: Fact, problem: Problem | undefined): Pick<AuditEntry, 'why'> {
  if (problem) return { why: problem.reason };
  if (fact.type === 'exitDropped') return { why: fact.why };
  if (fact.type !== 'exitTaskRefused') return {};
  return { why: fact.refusal.why === 'inTheWay' ? fact.refusal.obstacle : fact.refusal.why };
}
