// What statuses are called.

/** The words of the list, of the filters, and of `/tenants <status>`. */
export const statuses = {
  issuesFound: 'Problemas detectados',
  needsApproval: 'Requiere aprobación',
  awaitingMicrosoft: 'En espera de Microsoft',
  approved: 'Aprobado',
  notConfigured: 'No configurado',
};
