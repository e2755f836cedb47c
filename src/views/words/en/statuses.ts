// What statuses are called.
import type { Status } from '../../../domain/tenant/status.js';

/** The words of the list, of the filters, and of `/tenants <status>`. */
export const statuses = {
  issuesFound: 'Issues found',
  needsApproval: 'Needs approval',
  awaitingMicrosoft: 'Awaiting Microsoft',
  approved: 'Approved',
  notConfigured: 'Not configured',
} satisfies Readonly<Record<Status, string>>;
