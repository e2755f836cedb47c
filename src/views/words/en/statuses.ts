// What statuses are called.

/** The words of the list, of the filters, and of `/tenants <status>`. */
export const statuses = {
  issuesFound: 'Issues found',
  needsApproval: 'Needs approval',
  awaitingMicrosoft: 'Awaiting Microsoft',
  approved: 'Approved',
  notConfigured: 'Not configured',
};
