// What statuses are called.

/** The words of the list, of the filters, and of `/tenants <status>`. */
export const statuses = {
  issuesFound: 'Problèmes détectés',
  needsApproval: 'Approbation requise',
  awaitingMicrosoft: 'En attente de Microsoft',
  approved: 'Approuvé',
  notConfigured: 'Non configuré',
};
