// What Microsoft works on, what it answered to what failed, and when that's tried again.

import type { AccessTemplate } from '../../domain/access/access-template.js';
import { templateFor } from '../../domain/access/access-templates.js';
import { stuckAfterSeconds } from '../../domain/access/relationship.js';
import { isKeepStep, isTold, type Retry, type Tried } from '../../domain/access/retry.js';
import { assignmentOf } from '../../domain/onboarding/assess-assignments.js';
import type { Problem } from '../../domain/problem.js';
import type { Onboarding } from '../../domain/tenant/onboarding.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Instant } from '../../domain/time.js';
import type { Words } from '../catalogue.js';
import { saidWords, triedWords } from '../explain/problem-words.js';
import type { ViewContext } from '../render/context.js';
import { dayAndTime, literal } from '../render/text.js';
import type { Literal, Markdown } from '../words/text-types.js';

/** One thing that isn't done yet. */
export interface ProgressRow {
  /** For a text run: names and codes in it are foreign text. */
  readonly title: Literal;
  /** For a text block: has times in it, no foreign text. */
  readonly state: Markdown;
}

const mostRows = 8;

/** What a tenant waits for, or is still tried, one row each; none while everything goes as usual. */
export function progressRows(tenant: Tenant, context: ViewContext): readonly ProgressRow[] {
  const { status, since, onboarding } = tenant;
  if (!onboarding) return [];
  const its = { ...context, template: templateFor(context.templates, tenant) };
  // What keeps access is shown whatever the status.
  if (status !== 'awaitingMicrosoft' && status !== 'issuesFound')
    return retryRows({ ...onboarding, retries: onboarding.retries?.filter(({ tried }) => isKeepStep(tried)) }, its);
  const rows = [
    ...retryRows(onboarding, its),
    ...(status === 'awaitingMicrosoft' ? refusalRows(onboarding, its) : []),
    ...(onboarding.isSlow ? [...checkRows(onboarding, context.words), ...workRows(onboarding, since, its)] : []),
  ];
  const more = rows.length - mostRows;
  if (more <= 0) return rows;
  return [...rows.slice(0, mostRows), { title: context.words.tenant.progress.more({ count: more }), state: '' }];
}

/** Whether a step of the tenant keeps failing, so that even a row of a list says so. */
export function isBeingRetried({ onboarding }: Tenant, now: Instant): boolean {
  return (onboarding?.retries ?? []).some((retry) => isTold(retry, now));
}

/** With the tenant's own template. */
interface WithTemplate extends ViewContext {
  readonly template: AccessTemplate;
}

function retryRows({ retries = [] }: Onboarding, { template, now, words }: WithTemplate): readonly ProgressRow[] {
  return retries
    .filter((retry) => isTold(retry, now))
    .map((retry) => ({ title: triedTitle(retry, template, words), state: retryState(retry, words) }));
}

function triedTitle(
  { tried, problem }: { readonly tried: Tried; readonly problem: Problem },
  template: AccessTemplate,
  words: Words,
): Literal {
  return words.tenant.progress.tried({
    tried: triedWords(tried, nameOf(tried, template), words),
    said: saidWords(problem, words),
  });
}

function retryState({ since, tries, lastAt, nextAt }: Retry, { tenant: { progress } }: Words): Markdown {
  const from = { since: dayAndTime(since), tries };
  return nextAt > lastAt ? progress.retries({ ...from, next: dayAndTime(nextAt) }) : progress.retriesNow(from);
}

function nameOf(tried: Tried, { assignments }: AccessTemplate): string | undefined {
  return 'groupId' in tried ? assignments.find(({ groupId }) => groupId === tried.groupId)?.groupName : undefined;
}

function refusalRows({ refusals }: Onboarding, { template, words }: WithTemplate): readonly ProgressRow[] {
  return refusals.flatMap((refusal) => {
    if (!('groupId' in refusal)) return [];
    const tried: Tried = { step: 'assignAccess', groupId: refusal.groupId };
    const title = triedTitle({ tried, problem: refusal.problem }, template, words);
    return [{ title, state: words.tenant.progress.refused }];
  });
}

function checkRows({ assignmentsUnread, azure }: Onboarding, words: Words): readonly ProgressRow[] {
  const { progress } = words.tenant;
  const { checked } = words.problems;
  const failing = [
    assignmentsUnread && { what: checked.assignments, ...assignmentsUnread },
    typeof azure === 'object' && { what: checked.azurePlan, problem: azure.failed, since: azure.since },
  ];
  return failing.flatMap((check) => {
    if (!check) return [];
    const { what, problem, since } = check;
    return [
      {
        title: progress.checking({ what, said: saidWords(problem, words) }),
        state: progress.checkedAgain({ since: dayAndTime(since) }),
      },
    ];
  });
}

function workRows(
  { relationship, assignments = [] }: Onboarding,
  since: Instant,
  { template, words }: WithTemplate,
): readonly ProgressRow[] {
  const { progress } = words.tenant;
  if (!relationship) return [];
  if (relationship.status !== 'active') {
    const { displayName, status } = relationship;
    const title = progress.relationship({ relationship: literal(displayName), status: literal(status) });
    return [{ title, state: progress.atWork({ since: dayAndTime(since) }) }];
  }
  return template.assignments.flatMap(({ groupId, groupName }) => {
    const pendingSince = assignmentOf(groupId, assignments)?.pendingSince;
    if (pendingSince === undefined) return [];
    return [
      {
        title: progress.pending({ group: literal(groupName, 60) }),
        state: progress.stuckAfter({ since: dayAndTime(pendingSince), minutes: stuckAfterSeconds / 60 }),
      },
    ];
  });
}
