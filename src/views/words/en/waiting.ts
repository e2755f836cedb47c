// What waits for a person.
import { icu } from './icu.js';

/** Names and searches are foreign text. */
export const waiting = {
  title: 'Waiting for you',
  intro: 'Everything that needs a person, most serious first.',
  searched: ({ search }: { search: string }) => `Only tenants that match “${search}”.`,
  awaitedBatches: icu<{ count: number }>(
    '{count, plural, one {🔐 # batch waits for a second admin.} other {🔐 # batches wait for a second admin.}}',
  ),
  /** Those that don’t fit. */
  moreBatches: icu<{ count: number }>(
    '{count, plural, one {# more follows once these are decided.} other {# more follow once these are decided.}}',
  ),
  approvedRequests: icu<{ count: number }>(
    '{count, plural, one {⚠️ # request was approved after the offboarding of its tenant.} other {⚠️ # requests were approved after the offboarding of their tenants.}}',
  ),
  /** What it is, from the worst on. */
  matters: {
    accessLost: '⛔ Access lost',
    offboardingStopped: '⚠️ Offboarding stopped',
    secondAdmin: '🔐 A second admin must approve',
    ends: '⏳ Access ends, and nothing keeps it',
    issues: '⚠️ Issues found',
    unanswered: '✉️ The customer hasn’t answered',
    drift: '⚠️ Auto-extend is off',
    leftover: 'Leftover access to an unmanaged tenant',
  },
  owner: ({ person }: { person: string }) => `Owner: ${person}`,
  noOwner: 'No owner yet',
  /** Of a row that keeps its place. */
  over: '✅ Nothing waits here now',
  none: '✅ Nothing is waiting for you: every tenant is taken care of, so enjoy your day!',
  noneFound: '✅ Nothing is waiting at the tenants that match.',
  fallback: icu<{ count: number }>('Waiting for you: {count, plural, =0 {nothing} one {# tenant} other {# tenants}}'),
};
