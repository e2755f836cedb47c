// Makes the certificate of an offboarding that has ended, and what's kept of it.

import type { KnownCustomer } from '../customer.js';
import type { MessageLanguage } from '../message-languages.js';
import { accessLeft, givesAccess, tieOf } from './access-left.js';
import {
  type CertificateFacts,
  type CertificateHashes,
  type CertificatePartner,
  certificateSchema,
  type IssuedCertificate,
  isActionable,
  type Leaving,
  type Remaining,
  type Removal,
  type RemovedThing,
  type WhyRemains,
} from './certificate.js';
import { noNames, plain, planLineRecordOf, recordOf } from './certificate-items.js';
import { type Names, nameOf } from './inventory.js';
import type { Offboarding } from './offboarding.js';
import type { PlanLine } from './plan.js';
import { type Task, taskIdOf } from './task.js';

/** What a certificate is made from. */
export interface Certified {
  readonly partner: CertificatePartner;
  readonly tenant: KnownCustomer;
  /** It has ended. */
  readonly offboarding: Offboarding;
}

/** The certificate of an offboarding that has ended; the same for the same offboarding, down to the order of its keys. */
export function certificateOf({ partner, tenant, offboarding }: Certified): CertificateFacts {
  const { id, plan, steps, by, at, approval, needsSecond, begunAt, tasks } = offboarding;
  const end = endOf(offboarding);
  const { displayName, domain } = tenant.customer;
  const remains = remainingOf(offboarding);
  return {
    schema: certificateSchema,
    schemaVersion: 3,
    number: id,
    issuedAt: end.at,
    language: languageOf(offboarding),
    partner: { name: partner.name, tenantId: partner.tenantId },
    tenant: { tenantId: tenant.tenantId, name: displayName, domain },
    access: accessLeft(remains),
    decision: {
      by: person(by),
      at,
      steps,
      secondAdminRequired: needsSecond,
      approval: approval && { by: person(approval.by), at: approval.at },
    },
    begunAt,
    endedAt: end.at,
    tied: {
      readAt: plan.readAt,
      lines: plan.lines.map((line) => planLineRecordOf(line, plan.names)),
    },
    removed: tasks.flatMap((task) => removalOf(task, offboarding)),
    leftWithout: tasks.flatMap((task) => leavingOf(task, plan.names)),
    remains: { readAt: end.remains.readAt, lines: remains },
  };
}

/** What's kept of a certificate that has been written. */
export function issuedOf(
  { tenant, offboarding }: Omit<Certified, 'partner'>,
  hashes: CertificateHashes,
): IssuedCertificate {
  const { id, by, approval, tasks } = offboarding;
  const end = endOf(offboarding);
  const remains = remainingOf(offboarding);
  const actionable = remains.filter(isActionable);
  return {
    id,
    tenantId: tenant.tenantId,
    tenantName: tenant.customer.displayName,
    issuedAt: end.at,
    by: person(by),
    ...(approval && { approvedBy: person(approval.by) }),
    removedCount: tasks.filter(({ state }) => state.is === 'proved').length,
    remainsCount: actionable.length,
    language: languageOf(offboarding),
    access: accessLeft(remains),
    stillThere: [...actionable]
      .sort((a, b) => urgency[a.givesAccess] - urgency[b.givesAccess])
      .slice(0, mostKept)
      .map((each) => ({ tie: tieOf(each), givesAccess: each.givesAccess, why: each.why })),
    hashes,
  };
}

// A card shows no more of them, and the record is kept for good.
const mostKept = 20;
const urgency = { yes: 0, notKnown: 1, no: 2 } as const;

// Offboardings of before certificates had a language are certified in English.
function languageOf({ language = 'en' }: Offboarding): MessageLanguage {
  return language;
}

function endOf({ id, end }: Offboarding): NonNullable<Offboarding['end']> {
  if (!end) throw new Error(`the exit ${id} has not ended, so that nothing about it can be certified`);
  return end;
}

function removalOf({ step, target, state, requestIds }: Task, { by, plan }: Offboarding): readonly Removal[] {
  if (state.is !== 'proved') return [];
  return [
    {
      ...thingOf(target, plan.names),
      step,
      askedAt: state.sentAt,
      provedAt: state.at,
      by: person(by),
      requestIds,
    },
  ];
}

function leavingOf({ step, target, state, requestIds }: Task, names: Names | undefined): readonly Leaving[] {
  if (state.is !== 'left') return [];
  const { refusal } = state;
  return [
    {
      ...thingOf(target, names),
      step,
      decidedBy: person(state.by),
      decidedAt: state.at,
      why: refusal.why === 'inTheWay' ? refusal.obstacle : refusal.why,
      problem: refusal.why === 'microsoft' ? plain(refusal.problem) : undefined,
      requestIds,
    },
  ];
}

function thingOf(target: Task['target'], names: Names = noNames): RemovedThing {
  if (target.kind === 'assignment') {
    const { kind: what, relationshipId, assignmentId, groupId } = target;
    return { what, relationshipId, assignmentId, groupId, groupName: nameOf(names.groups, groupId) };
  }
  if (target.kind === 'relationship') {
    return { what: target.kind, relationshipId: target.relationshipId, name: target.displayName };
  }
  return { what: target.kind };
}

function remainingOf(offboarding: Offboarding): readonly Remaining[] {
  const { remains } = endOf(offboarding);
  const names = both(offboarding.plan.names, remains.names);
  return remains.lines.flatMap((line) => {
    const why = whyRemains(line, offboarding);
    if (!why) return [];
    const record = recordOf(line, names);
    return [{ ...record, givesAccess: givesAccess(record), why }];
  });
}

function both(earlier: Names = noNames, later: Names = noNames): Names {
  return { groups: { ...earlier.groups, ...later.groups }, roles: { ...earlier.roles, ...later.roles } };
}

// What's over, or was never there, doesn't remain.
function whyRemains(line: PlanLine, offboarding: Offboarding): WhyRemains | undefined {
  if (line.kind === 'subscription' || line.kind === 'reservation') return 'purchase';
  const { fate } = line;
  if (fate.is === 'stays' || isSeenGone(line, offboarding)) return undefined;
  const taskId = taskIdOf(line);
  const task = offboarding.tasks.find(({ id }) => id === taskId);
  if (task?.state.is === 'left') return 'leftWithout';
  if (fate.is === 'cannot') return fate.why;
  const planned = offboarding.plan.lines.find((each) => taskIdOf(each) === taskId)?.fate;
  if (planned?.is === 'cannot') return planned.why;
  return task || !planned || planned.is === 'stays' ? 'foundLater' : 'notChosen';
}

// Without access the partner can't read the consent any more; what was read before holds.
function isSeenGone(line: PlanLine, { plan, tasks }: Offboarding): boolean {
  if (line.kind !== 'consent' || line.consent !== 'noWayIn') return false;
  return (
    tasks.some(({ target, state }) => target.kind === 'consent' && state.is === 'proved') ||
    plan.lines.some((each) => each.kind === 'consent' && each.consent === 'none')
  );
}

function person({ id, name }: Offboarding['by']): Offboarding['by'] {
  return { id, name };
}
