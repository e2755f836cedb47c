// The list of leftover access.
import { icu } from './icu.js';

const count = (pattern: string) => icu<{ count: number }>(pattern);

/** Days are for text blocks only; names are foreign text. */
export const leftovers = {
  title: 'Leftover access',
  intro: 'Unmanaged tenants you still have access to, most serious first.',
  levels: {
    liveAccessAndDelegatedAdmin: '⛔ Live access (GDAP) and delegated admin (DAP)',
    liveAccess: '⚠️ Live access (GDAP)',
    delegatedAdmin: '⚠️ Delegated admin (DAP)',
    approvalRequest: '✉️ Open request',
  },
  andRequest: ({ level }: { level: string }) => `${level}, and an open request`,
  gone: '✅ No longer in this list',
  notReadYet: 'delegated admin not read yet',
  since: ({ day }: { day: string }) => `since ${day}`,
  approvableUntil: ({ day }: { day: string }) => `can be approved until ${day}`,
  endsOn: ({ day }: { day: string }) => `ends on ${day}`,
  customer: ({ known }: { known: string }) => `Customer · ${known}`,
  formerCustomer: ({ known }: { known: string }) => `Not a customer in Partner Center · ${known}`,
  planTooltip: ({ tenant }: { tenant: string }) => `Plan the offboarding of ${tenant}`,
  none: '✅ No leftover access to unmanaged tenants.',
  noneYet: 'Nothing found so far. Gatehouse is still reading, and this card fills by itself.',
  customersOnly: count(
    '{count, plural, one {# more customer isn’t managed and, as far as Gatehouse knows, is connected to you only by the reseller relationship.} other {# more customers aren’t managed and, as far as Gatehouse knows, are connected to you only by the reseller relationship.}}',
  ),
  unread: count(
    'Gatehouse hasn’t read yet whether {count, plural, one {# tenant has} other {# tenants have}} delegated admin (DAP). It reads up to 200 each time someone opens this list, and this card fills by itself. Select Refresh to read more.',
  ),
  fallback: count('Leftover access: {count, plural, =0 {none found} one {# tenant} other {# tenants}}'),
};
