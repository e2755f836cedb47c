// What Microsoft works on, what it answered to what failed, and when that's tried again.

import type { AccessTemplate } from '../../domain/access/access-template.js';
import { stuckAfterSeconds } from '../../domain/access/relationship.js';
import { isRequestRefusal, isTold, type Retry, type Tried } from '../../domain/access/retry.js';
import { assignmentOf } from '../../domain/onboarding/assess-assignments.js';
import type { Onboarding, Tenant } from '../../domain/tenant/tenant.js';
import type { Instant } from '../../domain/time.js';
import { counted, dayAndTime, literal } from '../render/text.js';
import { checkedWhat, saidWords, triedWords } from '../words/problem-words.js';

/** One thing that isn't done yet. */
export interface ProgressRow {
  /** For a text run: names and codes in it are foreign text. */
  readonly title: string;
  /** For a text block: has times in it, no foreign text. */
  readonly state: string;
}

const mostRows = 8;

/** What a tenant waits for, or is still tried, one row each; none while everything goes as usual. */
export function progressRows({ status, since, onboarding }: Tenant, template: AccessTemplate, now: Instant) {
  if (!onboarding || (status !== 'awaitingMicrosoft' && status !== 'issuesFound')) return [];
  const rows = [
    ...retryRows(onboarding, template, now),
    ...(status === 'awaitingMicrosoft' ? refusalRows(onboarding, template) : []),
    ...(onboarding.isSlow ? [...checkRows(onboarding), ...workRows(onboarding, template, since)] : []),
  ];
  const more = rows.length - mostRows;
  return more > 0 ? [...rows.slice(0, mostRows), { title: `and ${more} more`, state: '' }] : rows;
}

/** Whether a step of the tenant keeps failing, so that even a row of a list says so. */
export function isBeingRetried({ onboarding }: Tenant, now: Instant): boolean {
  return (onboarding?.retries ?? []).some((retry) => isTold(retry, now));
}

function retryRows({ retries = [] }: Onboarding, template: AccessTemplate, now: Instant): readonly ProgressRow[] {
  return retries
    .filter((retry) => isTold(retry, now))
    .map((retry) => ({
      title: `${triedWords(retry.tried, nameOf(retry.tried, template))}: ${saidWords(retry.problem)}`,
      state: retryState(retry),
    }));
}

function retryState({ since, tries, lastAt, nextAt }: Retry): string {
  const next = nextAt > lastAt ? `Next try: ${dayAndTime(nextAt)}.` : 'Being tried now.';
  return `Since ${dayAndTime(since)}, ${counted(tries, 'failed attempt')}. ${next}`;
}

function nameOf(tried: Tried, { assignments }: AccessTemplate): string | undefined {
  return 'groupId' in tried ? assignments.find(({ groupId }) => groupId === tried.groupId)?.groupName : undefined;
}

function refusalRows({ refusals }: Onboarding, template: AccessTemplate): readonly ProgressRow[] {
  return refusals.flatMap((refusal) => {
    if (isRequestRefusal(refusal)) return [];
    const tried: Tried = { step: 'assignAccess', groupId: refusal.groupId };
    return [
      {
        title: `${triedWords(tried, nameOf(tried, template))}: ${saidWords(refusal.problem)}`,
        state: 'Refused. Revalidate tries it again once the rest is done.',
      },
    ];
  });
}

function checkRows({ assignmentsUnread, azure }: Onboarding): readonly ProgressRow[] {
  const failing = [
    assignmentsUnread && { what: checkedWhat.assignments, ...assignmentsUnread },
    typeof azure === 'object' && { what: checkedWhat.azurePlan, problem: azure.failed, since: azure.since },
  ];
  return failing.flatMap((check) => {
    if (!check) return [];
    const { what, problem, since } = check;
    return [
      { title: `Checking ${what}: ${saidWords(problem)}`, state: `Since ${dayAndTime(since)}. Checked again shortly.` },
    ];
  });
}

function workRows(
  { relationship, assignments = [] }: Onboarding,
  template: AccessTemplate,
  since: Instant,
): readonly ProgressRow[] {
  if (!relationship) return [];
  if (relationship.status !== 'active') {
    const title = `Relationship “${literal(relationship.displayName)}”: ${relationship.status}`;
    return [{ title, state: `Since ${dayAndTime(since)}. Microsoft is working on it.` }];
  }
  return template.assignments.flatMap(({ groupId, groupName }) => {
    const pendingSince = assignmentOf(groupId, assignments)?.pendingSince;
    if (pendingSince === undefined) return [];
    return [
      {
        title: `Assigning roles to “${literal(groupName, 60)}”: pending at Microsoft`,
        state: `Since ${dayAndTime(pendingSince)}. After ${stuckAfterSeconds / 60} minutes it counts as stuck, and Revalidate can make it again.`,
      },
    ];
  });
}
