// What is promised of access that ends, compared with a year that has passed: each broken promise with the story around it.

import { rolesOf } from '../../src/domain/access/access-template.js';
import type { WayToKeep } from '../../src/domain/access/coverage.js';
import { addDays, addSeconds, type Instant } from '../../src/domain/time.js';
import { dateInWords } from '../../src/views/render/text.js';
import { en } from '../../src/views/words/en/index.js';
import type { Part, Story } from './stories.js';
import { type Away, firstStretch, type Span, spansOf } from './truth.js';
import {
  expiryWarningDays,
  nudgeDays,
  reconcileSeconds,
  type Told,
  templatesOfAYear,
  tenantIdOf,
  type Year,
} from './year.js';

// What is known is said at its moment: gathered for ten minutes at most, tried again after five.
const saidWithinSeconds = 1200;
// A list shows most changes; one that leaves no trace is found by the daily check, fifty tenants at a time.
const foundWithinSeconds = reconcileSeconds + 1800;
const untracedWithinSeconds = 86_400 + 5 * reconcileSeconds;
// A call that fails for days is tried again after six hours at the latest, and an operation takes minutes.
const keptWithinSeconds = 7 * 3600;

/** A broken promise. */
export interface Broken {
  readonly tenantId: string;
  readonly what: string;
  readonly at: Instant;
}

/** One tenant's year, and what may excuse that something was late. */
interface TenantsYear {
  readonly year: Year;
  readonly tenantId: string;
  readonly story: Story;
  readonly spans: readonly Span[];
  readonly enabledAt: Instant;
  readonly end: Instant;
}

/** Every broken promise of a year that has passed. */
export function brokenPromises(year: Year, days = 365): readonly Broken[] {
  const end = addDays(year.start, days);
  return year.stories.flatMap((story, index) => {
    const tenantId = tenantIdOf(index);
    const enabled = year.pressed.find((each) => each.tenantId === tenantId && each.does === 'enable');
    if (!enabled) return [];
    const moments = [...year.microsoft.stories.values()].filter(
      ([one]) => one?.relationship?.customerTenantId === tenantId,
    );
    const roleIds = rolesOf(templatesOfAYear[story.template]).map(({ id }) => id);
    const spans = spansOf(moments, roleIds);
    const tenantsYear = { year, tenantId, story, spans, enabledAt: enabled.at, end };
    const promises = [warnedLate, warnedTwice, warnedFalsely, lost, withoutButton, lossUntold, reminders];
    return promises.flatMap((promise) => promise(tenantsYear).map((each) => ({ tenantId, ...each })));
  });
}

type BrokenHere = Omit<Broken, 'tenantId'>;

function awayOf(year: Year, parts: readonly Part[]): readonly Away[] {
  return year.downtimes
    .filter(({ part }) => parts.includes(part))
    .map(({ from, to }) => ({ from: year.instant(from), to: year.instant(to) }));
}

/** When a change of the truth at a moment is known for certain. */
function knownBy({ year, story }: TenantsYear, at: Instant, parts: readonly Part[]): Instant {
  const seconds = story.isTouched ? foundWithinSeconds : untracedWithinSeconds;
  return firstStretch(at, seconds, awayOf(year, parts));
}

const laterOf = (one: Instant, other: Instant) => (one > other ? one : other);

function endsOf({ spans, enabledAt, end }: TenantsYear) {
  return spans.flatMap(({ is, on, from, to = end }) => {
    const since = laterOf(from, enabledAt);
    return is === 'ends' && on !== undefined && since < to ? [{ on, since, to }] : [];
  });
}

function newsOf({ year, tenantId }: TenantsYear, news: string): readonly Told[] {
  return year.told.filter((each) => each.tenantId === tenantId && each.news === news);
}

/** Each threshold is said in time after it has passed, or after the end became known inside it, or after a downtime. */
function warnedLate(one: TenantsYear): readonly BrokenHere[] {
  const { year, end } = one;
  const warnings = newsOf(one, 'accessEnding');
  return endsOf(one).flatMap(({ on, since, to }) =>
    expiryWarningDays.flatMap((days) => {
      const passed = addDays(on, -days);
      const known = knownBy(one, since, ['bot', 'microsoft']);
      const due = firstStretch(laterOf(passed, known), saidWithinSeconds, awayOf(year, ['bot', 'teams']));
      const isAhead = passed >= to || due >= to || due >= end;
      const isSaid = warnings.some((each) => each.on === on && each.at >= passed && each.at <= due);
      return isAhead || isSaid ? [] : [{ at: due, what: `${days} days before ${on} not said` }];
    }),
  );
}

/** Between two messages about one end another threshold has passed. */
function warnedTwice(one: TenantsYear): readonly BrokenHere[] {
  const warnings = newsOf(one, 'accessEnding');
  return warnings.flatMap(({ at, on = '', message }, index) => {
    const before = warnings.slice(0, index).findLast((each) => each.on === on && each.message !== message);
    if (!before) return [];
    const isNew = expiryWarningDays.some((days) => addDays(on, -days) > before.at && addDays(on, -days) <= at);
    return isNew ? [] : [{ at, what: `${on} said at ${before.at} and again` }];
  });
}

/** What is said was true, or had been until so shortly before that it couldn't be known. */
function warnedFalsely(one: TenantsYear): readonly BrokenHere[] {
  const { tenantId, story } = one;
  return newsOf(one, 'accessEnding').flatMap(({ at, on = '', text, isAlone }) => {
    const wasTrue = endsOf(one).some(
      (each) => each.on === on && each.since <= at && at <= knownBy(one, each.to, ['bot', 'microsoft', 'teams']),
    );
    const name = `${story.template} ${tenantId.slice(-3)}`;
    const isShown = !isAlone || (text.includes(name) && text.includes(dateInWords(on, en)));
    return [
      ...(wasTrue ? [] : [{ at, what: `${on} said, which wasn’t so` }]),
      ...(isShown ? [] : [{ at, what: `a message about ${on} says ${text.split('\n')[0]}` }]),
    ];
  });
}

/** Access isn't lost at its end once a person has asked to keep it, in time and in a way that Microsoft and customer allow. */
function lost(one: TenantsYear): readonly BrokenHere[] {
  const { year, tenantId, spans, story } = one;
  const away = awayOf(year, ['bot', 'microsoft']);
  return spans.flatMap((span, index) => {
    const next = spans[index + 1];
    if (span.is !== 'ends' || !span.on || next?.is !== 'none' || next.from < span.on) return [];
    const { on } = span;
    // What was switched off again after it was kept is another end.
    const presses = year.pressed.filter(
      (each) => each.tenantId === tenantId && each.way && !each.refused && each.at >= span.from && each.at < on,
    );
    return presses.flatMap(({ at, way }) => {
      if (!isPossible(one, way, at)) return [];
      const isInTime = firstStretch(at, keptWithinSeconds, away) < on;
      const answered = story.answer && addSeconds(firstStretch(at, keptWithinSeconds, away), story.answer.after * 60);
      const isAnswered = answered !== undefined && firstStretch(answered, keptWithinSeconds, away) < on;
      const isKept = way === 'request' ? isAnswered && story.answer?.isYes : isInTime;
      return isKept ? [{ at: on, what: `lost on ${on}, though ${way} was pressed at ${at}` }] : [];
    });
  });
}

// The first removals may fail, of which a person is told.
function isPossible({ year, tenantId, story }: TenantsYear, way: WayToKeep | undefined, at: Instant): boolean {
  if (way !== 'removeGlobalAdministrator') return true;
  const before = year.pressed.filter((each) => each.tenantId === tenantId && each.way === way && each.at < at);
  return before.length >= story.failingRemovals;
}

/** A person who was warned finds a button, unless what they were warned of is over, or waits for the customer already. */
function withoutButton(one: TenantsYear): readonly BrokenHere[] {
  const { year, tenantId } = one;
  const missing = year.withoutButton.filter(
    ({ tenantId: id, at }) => id === tenantId && endsOf(one).some(({ since, to }) => since <= at && at < to),
  );
  const refused = year.pressed.filter((each) => each.tenantId === tenantId && each.way && each.refused);
  return [
    ...missing
      .filter(({ coverage }) => coverage === 'ends' || coverage === 'blocked')
      .map(({ at, coverage }) => ({ at, what: `no button while it ${coverage}` })),
    ...refused.map(({ at, way, refused: why }) => ({ at, what: `${way} was refused: ${why}` })),
  ];
}

/** Access that is lost is told once. */
function lossUntold(one: TenantsYear): readonly BrokenHere[] {
  const { year, spans, enabledAt, end } = one;
  const losses = newsOf(one, 'accessLost');
  return spans.flatMap(({ is, from, to = end }, index) => {
    if (is !== 'none' || index === 0 || from <= enabledAt) return [];
    const due = firstStretch(
      knownBy(one, from, ['bot', 'microsoft']),
      saidWithinSeconds,
      awayOf(year, ['bot', 'teams']),
    );
    const told = losses.filter(({ at }) => from <= at && at < to);
    const isRight = told.length === 1 ? (told[0]?.at ?? '') <= due : told.length === 0 && due >= to;
    return isRight ? [] : [{ at: due, what: `lost at ${from}, said at ${told.map(({ at }) => at)}` }];
  });
}

const approvalLapsesAfterDays = 90;
const lastReminderDays = approvalLapsesAfterDays - 7;

/** Who asked is reminded of a request at each of its days, in time and once for all that have passed. */
function reminders(one: TenantsYear): readonly BrokenHere[] {
  const { year, tenantId, spans, end } = one;
  const said = newsOf(one, 'requestUnanswered');
  const requests = [...year.microsoft.stories.values()].flatMap((moments) => {
    const index = moments.findIndex(({ relationship }) => relationship?.status === 'approvalPending');
    const asked = moments[index];
    if (asked?.relationship?.customerTenantId !== tenantId) return [];
    // A request beside living access is told of with its end.
    const isAlone = spans.findLast(({ from }) => from <= asked.at)?.is !== 'ends';
    return isAlone ? [{ from: asked.at, to: moments[index + 1]?.at ?? end }] : [];
  });
  return requests.flatMap(({ from, to }) => {
    const days = [...nudgeDays, lastReminderDays].map((each) => addDays(from, each)).filter((at) => at < to);
    const here = said.filter(({ at }) => from <= at && at <= to);
    const late = days.flatMap((at) => {
      const due = firstStretch(at, foundWithinSeconds, awayOf(year, ['bot', 'microsoft', 'teams']));
      const isSaid = due >= to || due >= end || here.some((each) => at <= each.at && each.at <= due);
      return isSaid ? [] : [{ at: due, what: `not reminded at ${at}` }];
    });
    const twice = here.flatMap(({ at, message }, index) => {
      const before = here.slice(0, index).findLast((each) => each.message !== message);
      const isNew = !before || days.some((each) => before.at < each && each <= at);
      return isNew ? [] : [{ at, what: `reminded at ${before.at} and again` }];
    });
    return [...late, ...twice];
  });
}
