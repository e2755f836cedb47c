// The list of tenants.
import { icu } from './icu.js';

/** Times are for text blocks only. */
export const tenantList = {
  title: 'Tenants',
  all: 'All',
  searchLabel: 'Search',
  searchHint: 'Name, domain or tenant ID',
  searchTooltip: 'Search tenants',
  goTo: { label: ({ pages }: { pages: number }) => `Page (1–${pages})`, title: 'Go', tooltip: 'Go to page' },
  /** The input that completes a name, and its button. */
  pick: {
    label: 'Name of a tenant',
    title: 'Open tenant',
    none: 'Choose a tenant first, then select Open tenant.',
  },
  refreshTooltip: 'Refresh this list',
  toList: 'To the list of tenants',
  position: icu<{ from: number; to: number; total: number }>(
    '{from, number}–{to, number} of {total, plural, one {# tenant} other {# tenants}}',
  ),
  changed: 'The order has changed since you opened this list · Refresh',
  gone: {
    name: 'No longer your customer',
    note: 'Refresh removes this row.',
    status: 'Not in Partner Center’s list',
  },
  row: {
    offboarding: 'being offboarded',
    delegatedAdmin: 'DAP',
    approvalRequest: 'request still open',
    liveAccess: 'access still live',
    accepted: 'accepted',
    checking: 'checking again',
    retrying: 'retrying',
    /** The first cause, and how many more. */
    cause: icu<{ cause: string; more: number }>('{cause}{more, plural, =0 {} other { +#}}'),
    days: icu<{ days: number }>('{days, plural, one {# day} other {# days}}'),
    since: ({ time }: { time: string }) => `since ${time}`,
  },
  /** Titles of buttons in a row, where a phone has room for few letters. */
  rowButtons: {
    reviewLimitations: 'Review limitations',
    copyApproval: 'Copy approval',
  },
  asOf: ({ time }: { time: string }) => `Last sync: ${time}`,
  neverRead: 'Not synced with Microsoft yet',
  reading: 'Syncing with Microsoft…',
  empty: {
    reading: 'Gatehouse is reading your customers from Microsoft. This card fills by itself.',
    closed:
      'Partner Center’s API refuses Gatehouse, so it lists the customers that GDAP gives you access to, as soon as there are any and Partner Center has refused twice.',
    notRead: 'Gatehouse couldn’t read your customers from Microsoft yet. This card fills by itself once it can.',
    noMatch:
      'No tenant matches this search. To see every tenant, select All tenants. Gatehouse lists customers that buy through you or that GDAP gives you access to.',
    onlyUnlisted: icu<{ count: number }>(
      'No customer matches this search. {count, plural, one {A former customer does, which is neither yours in Partner Center nor by GDAP: see /leftovers. To enable it, add it with /add.} other {# former customers do, which are neither yours in Partner Center nor by GDAP: see /leftovers. To enable one, add it with /add.}}',
    ),
    /** No tenant of the chosen status; `others`: how many there are of which other status. */
    otherStatuses: ({ status, search, others }: { status: string; search: string; others: string }) =>
      `No ${status} tenant matches “${search}”. Matches in other statuses: ${others}. Select a status above.`,
    noTenant: ({ search }: { search: string }) => `No tenant matches “${search}”.`,
    /** For admins. */
    certified: icu<{ count: number; search: string }>(
      '{count, plural, one {An exit certificate matches} other {# exit certificates match}}: say /certificate {search}.',
    ),
    didYouMean: ({ names }: { names: string }) => `Did you mean ${names}?`,
    noCustomers: 'Partner Center lists no customers.',
    noneWithStatus: 'No tenant has this status.',
  },
  failing: ({ since }: { since: string }) => `Gatehouse hasn’t been able to read from Microsoft since ${since}.`,
  failingKnown: ({ since }: { since: string }) =>
    `Gatehouse hasn’t been able to read from Microsoft since ${since}. This is what it last knew.`,
  fallback: ({ counts }: { counts: string }) => `Tenants: ${counts}`,
};
