// What was true of a tenant's access at each moment of a year, from the story that Microsoft keeps.
import { globalAdministratorId } from '../../src/domain/access/gdap-roles.js';
import { addSeconds, type Instant } from '../../src/domain/time.js';
import type { KeptRelationship, Moment } from './microsoft-of-a-year.js';

/** How the access stood for a while. */
export interface Span {
  readonly from: Instant;
  /** Its end, which isn't part of it. Absent: it lasts beyond the year. */
  readonly to?: Instant;
  /** `none`: there's no access. `rollsOver`: it goes on by itself. `ends`: it doesn't. */
  readonly is: 'none' | 'rollsOver' | 'ends';
  /** The day on which it ends. */
  readonly on?: Instant | undefined;
}

/** The spans of a tenant's access one after the other; its template has these roles. */
export function spansOf(stories: readonly (readonly Moment[])[], roleIds: readonly string[]): readonly Span[] {
  const times = [...new Set(stories.flatMap((moments) => moments.map(({ at }) => at)))].sort();
  const states = times.map((at) => ({ from: at, ...stateAt(stories, at, roleIds) }));
  const changes = states.filter(({ is, on }, index) => {
    const before = states[index - 1];
    return !before || before.is !== is || before.on !== on;
  });
  return changes.map((each, index) => {
    const to = changes[index + 1]?.from;
    return { ...each, ...(to !== undefined && { to }) };
  });
}

function stateAt(
  stories: readonly (readonly Moment[])[],
  at: Instant,
  roleIds: readonly string[],
): Pick<Span, 'is' | 'on'> {
  const active = stories
    .flatMap((moments) => moments.findLast((each) => each.at <= at)?.relationship ?? [])
    .filter(({ status }) => status === 'active');
  const whole = active.filter((each) => roleIds.every((id) => each.roleIds.includes(id)));
  const giving = whole.length > 0 ? whole : active;
  if (giving.length === 0) return { is: 'none' };
  if (giving.some(rollsOver)) return { is: 'rollsOver' };
  return {
    is: 'ends',
    on: giving
      .map(({ endsAt = '' }) => endsAt)
      .sort()
      .at(-1),
  };
}

function rollsOver({ autoExtends, roleIds }: KeptRelationship): boolean {
  return autoExtends && !roleIds.includes(globalAdministratorId);
}

/** A time in which something was away. */
export interface Away {
  readonly from: Instant;
  readonly to: Instant;
}

/** The first moment by which everything was there for so many seconds on end, from a moment on. */
export function firstStretch(from: Instant, seconds: number, away: readonly Away[]): Instant {
  let start = from;
  for (;;) {
    const end = addSeconds(start, seconds);
    const next = away.filter((each) => each.from < end && each.to > start).map(({ to }) => to);
    const latest = next.sort().at(-1);
    if (latest === undefined) return end;
    start = latest;
  }
}
