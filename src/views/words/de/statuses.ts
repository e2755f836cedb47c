// What statuses are called.

/** The words of the list, of the filters, and of `/tenants <status>`. */
export const statuses = {
  issuesFound: 'Probleme gefunden',
  needsApproval: 'Genehmigung ausstehend',
  awaitingMicrosoft: 'Wartet auf Microsoft',
  approved: 'Genehmigt',
  notConfigured: 'Nicht konfiguriert',
};
