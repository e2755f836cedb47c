// When people are warned of an end of access, and of which.
import { addDays, type Instant, secondsBetween } from '../time.js';
import { type Coverage, isToEnd } from './coverage.js';

/** What people were told of one end. */
export interface ToldEnd {
  readonly on: Instant;
  /** The tightest threshold that was told, in days. */
  readonly withinDays: number;
}

/** A tenant's coverage and the warnings about it. `thresholds`: days before an end on which people are warned. */
export interface Watched {
  readonly coverage: Coverage | undefined;
  /** Absent: nothing was told. */
  readonly told?: readonly ToldEnd[] | undefined;
  readonly thresholds: readonly number[];
}

/**
 * What is to be told now: the end, and the tightest threshold that has passed, which stands for all that were missed. What rolls
 * over by itself is never told; what has ended is news of its own. `undefined`: nothing, or it was told.
 */
export function endToTell({ coverage, told = [], thresholds }: Watched, now: Instant): ToldEnd | undefined {
  if (!coverage || !isToEnd(coverage) || coverage.on <= now) return undefined;
  const { on } = coverage;
  const passed = thresholds.filter((days) => addDays(on, -days) <= now);
  if (passed.length === 0) return undefined;
  const withinDays = Math.min(...passed);
  return told.some((each) => each.on === on && each.withinDays <= withinDays) ? undefined : { on, withinDays };
}

/** What was told, with one more; ends that are over need no remembering. */
export function toldWith(told: readonly ToldEnd[] | undefined, more: ToldEnd, now: Instant): readonly ToldEnd[] {
  const { on, withinDays } = more;
  return [...(told ?? []).filter((each) => each.on > now && each.on !== on), { on, withinDays }];
}

// Microsoft may take a moment to show that it has extended a relationship, or that it has ended.
const lookAfterEndSeconds = 120;

/**
 * Seconds until the tenant is to be looked at for the sake of its end: at the next threshold, and just after the day itself,
 * when it has either rolled over or ended. `undefined`: there's no end ahead.
 */
export function secondsToEndCheck(watched: Watched, now: Instant): number | undefined {
  const { coverage, thresholds } = watched;
  if (!coverage || coverage.is === 'ended') return undefined;
  if (endToTell(watched, now)) return 0;
  const toEnd = secondsBetween(now, coverage.on) + lookAfterEndSeconds;
  const toThresholds = isToEnd(coverage)
    ? thresholds.map((days) => secondsBetween(now, addDays(coverage.on, -days)))
    : [];
  const ahead = [...toThresholds, toEnd].filter((seconds) => seconds > 0);
  return ahead.length === 0 ? undefined : Math.min(...ahead);
}
