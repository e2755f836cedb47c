// The list of tenants whose access ends.
import { icu } from './icu.js';

const count = (pattern: string) => icu<{ count: number }>(pattern);

/** Days are for text blocks only. */
export const expiring = {
  title: 'Ending access',
  intro: 'Tenants whose access ends, the earliest first. Access that rolls over by itself isn’t listed.',
  /** `when`: “on” a day, or “today”. */
  endsOn: ({ when }: { when: string }) => `Ends ${when}`,
  endedOn: ({ day }: { day: string }) => `⛔ Ended on ${day}`,
  blocked: '⚠️ Global Administrator keeps it from being extended',
  successorWaits: '✉️ A request for its successor is waiting',
  /** How long it still lasts. */
  left: icu<{ days: number }>('{days, plural, =0 {in less than a day} one {in # day} other {in # days}}'),
  gone: '✅ No longer in this list',
  none: '✅ No access ends: all of it rolls over by itself.',
  rollingOver: count(
    '{count, plural, one {The access to # more tenant rolls over by itself.} other {The access to # more tenants rolls over by itself.}}',
  ),
  /** The way here from the list of tenants. */
  soon: icu<{ count: number; days: number }>(
    '{count, plural, one {# ends within {days} days} other {# end within {days} days}}',
  ),
  /** A message about many of them. */
  warnings: {
    title: count(
      '{count, plural, one {⏳ The access to # tenant ends soon} other {⏳ The access to # tenants ends soon}}',
    ),
    line: ({ tenant, day }: { tenant: string; day: string }) => `${tenant}: ends on ${day}`,
  },
  fallback: count('Ending access: {count, plural, =0 {none} one {# tenant} other {# tenants}}'),
};
