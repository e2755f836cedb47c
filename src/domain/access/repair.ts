// What Gatehouse puts right by itself, where a template says `repair`: how often, and when it stops.
import type { Person } from '../person.js';
import { addDays, type Instant, secondsBetween, secondsSince } from '../time.js';

/** What can be put right without a question: auto-extend, or what a group has lost. */
export const repairCauses = ['autoExtend', 'rolesTakenAway', 'assignmentGone', 'assignmentFailed'] as const;

/** One of them. The last three are codes of limitations. */
export type RepairCause = (typeof repairCauses)[number];

/** How often one cause was put right in a tenant, since it was enabled or a person last did it. */
export interface Repair {
  readonly cause: RepairCause;
  readonly times: number;
  readonly lastAt: Instant;
  /** Gatehouse itself, by the template of that time. */
  readonly by: Person;
  /** Groups whose access is being put right. Absent: none. */
  readonly groupIds?: readonly string[] | undefined;
  /** The tenant was Approved as that began, so that no one waits for news of it. Absent: it wasn't, or it's over. */
  readonly isQuiet?: true | undefined;
}

/** Who changes a cause back so often wins. */
export const mostRepairs = 3;
const secondsApart = 86_400;

/** Gatehouse as the one who acts, because a template says so. Its id is no object id. */
export function repairerBy(templateName: string): Person {
  return { id: `repair:${templateName}`, name: `Gatehouse (repair: ${templateName})` };
}

/** Whether it isn't done any more: it was three times, and a person hasn't since. */
export function hasStopped(repairs: readonly Repair[] | undefined, cause: RepairCause): boolean {
  return (repairOf(repairs, cause)?.times ?? 0) >= mostRepairs;
}

/** Whether it may be done now: at most once a day, and three times. */
export function mayRepair(repairs: readonly Repair[] | undefined, cause: RepairCause, now: Instant): boolean {
  const known = repairOf(repairs, cause);
  return !known || (known.times < mostRepairs && secondsSince(known.lastAt, now) >= secondsApart);
}

/** The repairs with one more. */
export function withRepair(repairs: readonly Repair[] | undefined, more: Omit<Repair, 'times'>): readonly Repair[] {
  const times = (repairOf(repairs, more.cause)?.times ?? 0) + 1;
  return [...(repairs ?? []).filter(({ cause }) => cause !== more.cause), { ...more, times }];
}

/** The repairs without those of some causes, which a person has taken in hand. */
export function withoutRepairs(
  repairs: readonly Repair[] | undefined,
  isTaken: (cause: RepairCause) => boolean,
): readonly Repair[] | undefined {
  const left = (repairs ?? []).filter(({ cause }) => !isTaken(cause));
  return left.length === 0 ? undefined : left;
}

/** The repairs once groups have their access, or people were told that they don't: then its return is news. */
export function endedRepairs(repairs: readonly Repair[] | undefined, isDone: boolean): readonly Repair[] | undefined {
  return repairs?.map(({ isQuiet: _, groupIds, ...repair }) => ({
    ...repair,
    ...(!isDone && groupIds && { groupIds }),
  }));
}

/** The repair of a group that's under way. */
export function repairOfGroup(repairs: readonly Repair[] | undefined, groupId: string): Repair | undefined {
  return repairs?.find(({ groupIds }) => groupIds?.includes(groupId));
}

/** Seconds until what has been changed back may be put right again; `undefined`: nothing was within the last day, or it has stopped. */
export function secondsToRepair(
  repairs: readonly Repair[] | undefined,
  causes: readonly RepairCause[],
  now: Instant,
): number | undefined {
  const ahead = (repairs ?? [])
    .filter(({ cause, times }) => causes.includes(cause) && times < mostRepairs)
    .map(({ lastAt }) => secondsBetween(now, addDays(lastAt, 1)))
    .filter((seconds) => seconds > 0);
  return ahead.length === 0 ? undefined : Math.min(...ahead);
}

function repairOf(repairs: readonly Repair[] | undefined, cause: RepairCause): Repair | undefined {
  return repairs?.find((each) => each.cause === cause);
}
