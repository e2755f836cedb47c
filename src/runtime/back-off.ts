// When something that failed may be tried again: what the other side asks for, and not everybody at the same moment.
import { Throttled } from '../domain/errors.js';

// More than a day is a slip, which must not stop us for a month.
const longestSeconds = 86_400;

/**
 * Seconds of a Retry-After header, which may be a number or a date; 0 when it says nothing usable. A date is compared with the
 * answer's own `date`, since our clock may be wrong.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after (checked 2026-11-28)
 */
export function retryAfterSeconds(header: string | null, date: string | null): number {
  const text = header?.trim() ?? '';
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : (Date.parse(text) - Date.parse(date ?? '')) / 1000;
  return Number.isFinite(seconds) ? Math.min(longestSeconds, Math.max(0, Math.ceil(seconds))) : 0;
}

/** How long an error asks not to be repeated for, in milliseconds: a `Throttled`, or one with `retryAfterMs`. 0: it doesn't. */
export function retryAfterMs(error: unknown): number {
  if (error instanceof Throttled) return error.retryAfterSeconds * 1000;
  return error instanceof Error && 'retryAfterMs' in error && typeof error.retryAfterMs === 'number'
    ? error.retryAfterMs
    : 0;
}

/** A wait with up to half of itself added at random, so that what failed together isn't tried again together. */
export function spread(ms: number): number {
  return ms * (1 + Math.random() / 2);
}
