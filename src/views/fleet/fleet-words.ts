// What is said of all tenants: a sentence for each part.
import { endMonths, type Fleet, type FleetDay, monthsFrom, sizeOf } from '../../domain/tenant/fleet.js';
import type { Instant } from '../../domain/time.js';
import type { Words } from '../catalogue.js';
import { joined, monthInWords } from '../render/text.js';
import type { Text } from '../words/text-types.js';

/** How all tenants stood earlier. */
export interface FleetPast {
  /** Absent: it isn't known, or some tenants only are shown. */
  readonly week?: FleetDay | undefined;
  readonly month?: FleetDay | undefined;
  /** Those of the last three months, the oldest first. */
  readonly days: readonly FleetDay[];
}

/** A share of a hundred, as a whole number. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((100 * part) / whole);
}

/** How many there are of some counts. */
export function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, each) => sum + each, 0);
}

/** How many are Approved, and how that has moved. */
export function statusWords(fleet: Fleet, { week, month }: FleetPast, { fleet: { statuses } }: Words): readonly Text[] {
  const { approved } = fleet.statuses;
  const total = sizeOf(fleet);
  const movedSince = (past: FleetDay) => {
    const by = approved - past.statuses.approved;
    const direction = by > 0 ? 'more' : by < 0 ? 'fewer' : 'same';
    return { direction, count: Math.abs(by) } as const;
  };
  const moves = joined(
    [week ? statuses.week(movedSince(week)) : '', month ? statuses.month(movedSince(month)) : ''],
    ', ',
  );
  return [
    statuses.sentence({ approved, total, percent: percentOf(approved, total) }),
    ...(moves === '' ? [] : [statuses.moved({ moves })]),
  ];
}

/** To how many the access ends, and in which month to most of them. */
export function endWords({ ends }: Fleet, now: Instant, words: Words): Text {
  const { fleet } = words;
  const count = sumOf(ends);
  if (count === 0) return fleet.ends.none;
  const most = Math.max(...ends);
  const month = monthsFrom(now, endMonths)[ends.indexOf(most)] ?? '';
  const where = most === count ? 'all' : most === 1 ? 'first' : 'most';
  return fleet.ends.sentence({ count, most, where, month: monthInWords(month, words) });
}

/** How many requests wait, and how many for long. */
export function waitingWords({ waiting }: Fleet, { fleet }: Words): Text {
  const count = sumOf(waiting);
  return count === 0 ? fleet.waiting.none : fleet.waiting.sentence({ count, old: waiting.at(-1) ?? 0 });
}

/** How many have Global Administrator. */
export function globalWords({ active, globalAdministrator: count }: Fleet, { fleet }: Words): Text {
  const { none, sentence } = fleet.globalAdministrator;
  return count === 0 ? none : sentence({ count, active, percent: percentOf(count, active) });
}

// Nine of ten of fewer are all of them.
const fewApprovals = 10;

/** How long approvals took. */
export function approvalWords({ approvals }: Fleet, { fleet }: Words): Text {
  if (!approvals) return fleet.approvals.none;
  const { count, medianDays, p90Days } = approvals;
  const took = (days: number) =>
    fleet.approvals.took(
      days < 2
        ? { unit: 'hours', count: Math.max(1, Math.round(days * 24)) }
        : { unit: 'days', count: Math.round(days) },
    );
  const [median, most] = [took(medianDays), took(p90Days)];
  const size = count < fewApprovals ? 'few' : 'many';
  const spread = median === most ? (`${size}Same` as const) : size;
  return fleet.approvals.sentence({ count, median, most, spread });
}

/** From where to where the last months led; empty: too few days were counted. */
export function trendWords({ days }: FleetPast, fleet: Fleet, { fleet: { trend } }: Words): Text {
  const [first] = days;
  if (!first || days.length < leastTrend) return '';
  const { approved, issuesFound } = fleet.statuses;
  return trend.sentence({
    from: first.statuses.approved,
    to: approved,
    issuesFrom: first.statuses.issuesFound,
    issuesTo: issuesFound,
  });
}

/** A line through fewer days says nothing. */
export const leastTrend = 7;
