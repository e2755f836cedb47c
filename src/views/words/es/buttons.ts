// Titles of buttons.

/** The seed's labels, and the others. At most 26 characters each. */
export const buttons = {
  enable: 'Habilitar',
  disable: 'Deshabilitar',
  copyApproval: 'Copiar aprobación',
  reviewLimitations: 'Revisar limitaciones',
  revalidate: 'Revalidar',
  keepAccess: 'Conservar acceso',
  keepAccessForAll: 'Conservar todos',
  endEarlier: 'Finalizar anterior…',
  requestAgain: 'Solicitar de nuevo',
  acceptLimitation: 'Aceptar limitación…',
  takeBackAcceptance: 'Retirar aceptación',
  cancel: 'Cancelar',
  removeDelegatedAdmin: 'Quitar DAP',
  planOffboarding: 'Dar de baja por completo',
  showOffboarding: 'Mostrar la baja',
  certificate: 'Certificado de baja',
  open: 'Abrir',
  back: 'Atrás',
  plan: 'Plan',
  toTenant: 'Abrir inquilino',
  allTenants: 'Todos los inquilinos',
  showTenants: 'Mostrar inquilinos',
  leftovers: 'Acceso residual',
  previous: '‹ Anterior',
  next: 'Siguiente ›',
  newer: '‹ Más recientes',
  older: 'Más antiguas ›',
  refresh: 'Actualizar',
  search: 'Buscar',
  openLink: 'Abrir el vínculo',
  /** What a screen reader says: the button, and what it is about. */
  about: ({ title, subject }: { title: string; subject: string }) => `${title}: ${subject}`,
  ofPages: ({ title, page, pages }: { title: string; page: number; pages: number }) =>
    `${title}: página ${page} de ${pages}`,
};
