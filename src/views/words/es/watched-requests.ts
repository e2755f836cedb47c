// Requests to offboarded tenants that may still be approved.
/** Names are foreign text. */
export const watchedRequests = {
  theRequest: 'la solicitud',
  namedRequest: ({ request }: { request: string }) => `la solicitud “${request}”`,
  overTitle: ({ tenant }: { tenant: string }) => `✅ El acceso a ${tenant} ha finalizado`,
  over: ({ request }: { request: string }) => `Microsoft lo confirma: ${request} ya no da acceso.`,
  terminatingTitle: ({ tenant }: { tenant: string }) => `⏳ El acceso a ${tenant} se está finalizando`,
  requestedBy: ({ person, date }: { person: string; date: string }) => `${person} lo solicitó el ${date}.`,
  unnamed: 'Alguien',
  asking:
    'Gatehouse se lo está pidiendo a Microsoft, que no puede finalizar un acceso que aún está configurando. Gatehouse lo intentará hasta que sea posible.',
  accepted: 'Microsoft lo ha aceptado y normalmente lo muestra en unos minutos.',
  youAreNotified: 'Recibirá un aviso cuando Microsoft muestre que ha finalizado.',
  refusedTitle: ({ tenant }: { tenant: string }) => `❌ No se pudo finalizar el acceso a ${tenant}`,
  byHandTerminate:
    'Para finalizarlo por su cuenta, abra el cliente en el Centro de partners, vaya a “Relaciones de administración” y seleccione “Finalizar relación”.',
  byHand:
    'Para comprobarlo por su cuenta, abra el cliente en el Centro de partners y vaya a “Relaciones de administración”.',
  openTitle: ({ tenant }: { tenant: string }) => `La solicitud a ${tenant} no se ha aprobado`,
  open: ({ date }: { date: string }) => `No hay nada que finalizar. Expira el ${date}.`,
  approvedTitle: ({ tenant }: { tenant: string }) =>
    `⚠️ Vuelve a tener acceso a ${tenant}: se aprobó una solicitud antigua`,
  approved: ({ request, date }: { request: string; date: string }) =>
    `Cuando se dio de baja el inquilino, ${request} seguía abierta y no se podía retirar. Un administrador del inquilino la ha aprobado; Gatehouse lo detectó el ${date}. Usted vuelve a tener acceso a él.`,
  approvedNext:
    'Si no desea este acceso, finalícelo ahora. Si vuelve a trabajar para este inquilino, no tiene que hacer nada; para administrarlo, seleccione “Habilitar” en /tenants.',
  notWatchedTitle: ({ tenant }: { tenant: string }) => `Gatehouse ya no vigila la solicitud a ${tenant}`,
  nothingDone: 'No se hizo nada.',
  notFound: 'Microsoft ya no tiene la solicitud o no ha respondido ahora.',
  mayGiveAccess: ({ request }: { request: string }) =>
    `Microsoft aún muestra ${request}, así que puede dar acceso. Si el inquilino vuelve a estar administrado, es lo esperado, y su tarjeta en /tenants permite finalizarla.`,
  offboarded: ({ date, certificate }: { date: string; certificate: string }) =>
    `La baja del inquilino terminó el ${date}, certificado ${certificate}.`,
  settingUp:
    'Microsoft aún lo está configurando y no puede finalizarlo hasta que termine. Seleccione el botón de todos modos: Gatehouse espera a que termine.',
  refusedUnconfirmed: 'Microsoft lo aceptó hace más de una hora, pero sigue mostrando el acceso.',
  refusedForAnHour: 'Microsoft lleva una hora indicando que ahora no es posible.',
  requestId: ({ id }: { id: string }) => `Id. de solicitud de Microsoft: ${id}`,
  tenantId: ({ id }: { id: string }) => `Inquilino: ${id}`,
  busy: 'Gatehouse está ocupado con ello en este momento. No se hizo nada. Vuelva a intentarlo.',
  terminate: 'Finalizar ahora',
  terminateTooltip: ({ tenant }: { tenant: string }) => `Finalizar ahora el acceso a ${tenant}`,
  retryTooltip: ({ tenant }: { tenant: string }) => `Volver a intentar finalizar el acceso a ${tenant}`,
};
