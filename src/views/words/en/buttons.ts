// Titles of buttons.

/** The seed's labels, and the others. At most twenty or so characters each. */
export const buttons = {
  enable: 'Enable',
  disable: 'Disable',
  copyApproval: 'Copy approval',
  reviewLimitations: 'Review limitations',
  revalidate: 'Revalidate',
  keepAccess: 'Keep access',
  keepAccessForAll: 'Keep access for all',
  endEarlier: 'End earlier…',
  requestAgain: 'Request again',
  acceptLimitation: 'Accept limitation…',
  takeBackAcceptance: 'Withdraw acceptance',
  cancel: 'Cancel',
  removeDelegatedAdmin: 'Remove delegated admin',
  planOffboarding: 'Offboard completely',
  showOffboarding: 'Show offboarding',
  certificate: 'Exit certificate',
  open: 'Open',
  back: 'Back',
  plan: 'Plan',
  toTenant: 'Open tenant',
  allTenants: 'All tenants',
  showTenants: 'Show tenants',
  leftovers: 'Leftover access',
  previous: '‹ Previous',
  next: 'Next ›',
  newer: '‹ Newer',
  older: 'Older ›',
  refresh: 'Refresh',
  search: 'Search',
  openLink: 'Open the link',
  /** What a screen reader says: the button, and what it is about. */
  about: ({ title, subject }: { title: string; subject: string }) => `${title}: ${subject}`,
  ofPages: ({ title, page, pages }: { title: string; page: number; pages: number }) =>
    `${title}: page ${page} of ${pages}`,
};
