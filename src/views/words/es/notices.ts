// One-line answers to clicks, and headlines of messages.

/** Names in them are foreign text. */
export const notices = {
  refused: {
    alreadyUnderWay: ({ tenant }: { tenant: string }) => `Ya está en curso para ${tenant}. No se hizo nada dos veces.`,
    alreadyDone: ({ tenant }: { tenant: string }) => `Ya está hecho para ${tenant}. No se cambió nada.`,
    notOnboarded: ({ tenant }: { tenant: string }) => `${tenant} no está configurado, así que no hay nada que hacer.`,
    microsoftAtWork: ({ tenant }: { tenant: string }) =>
      `Microsoft está trabajando en ${tenant}. Vuelva a intentarlo cuando termine.`,
    doesNotApply: ({ tenant, status }: { tenant: string; status: string }) =>
      `Esto no se aplica a ${tenant}, cuyo estado es ${status}. No se cambió nada.`,
    outdated: ({ tenant }: { tenant: string }) =>
      `Esta tarjeta no estaba actualizada: ${tenant} ha cambiado desde entonces. No se hizo nada. Este es su estado actual.`,
    tooManyTags: ({ tenant }: { tenant: string }) =>
      `${tenant} tendría más de 20 etiquetas, que son las que caben. No se cambió nada.`,
    ofSomeoneElse: ({ tenant }: { tenant: string }) =>
      `Otra persona escribió esta nota sobre ${tenant}. Esa persona o un administrador pueden eliminarla. No se cambió nada.`,
    neverSnoozed: ({ tenant }: { tenant: string }) =>
      `El acceso a ${tenant} se ha perdido, y eso no se pospone. No se cambió nada.`,
    ownedByOther: ({ tenant, owner }: { tenant: string; owner: string }) =>
      `${owner} se encarga de ${tenant} y puede liberarlo; un administrador también. No se ha cambiado nada.`,
    ticketMissing: ({ tenant }: { tenant: string }) =>
      `Esto requiere un ticket, y no se indicó ninguno para ${tenant}. No se hizo nada. Escriba /ticket, el nombre del inquilino y la referencia, y vuelva a intentarlo.`,
    noCustomer: ({ tenant }: { tenant: string }) =>
      `${tenant} no es cliente suyo en el Centro de partners, así que Gatehouse no puede solicitar acceso. No se hizo nada.`,
    busy: ({ tenant }: { tenant: string }) =>
      `Gatehouse está ocupado con ${tenant} en este momento. No se hizo nada. Vuelva a intentarlo dentro de un momento.`,
    offboardingUnderWay: ({ tenant }: { tenant: string }) =>
      `La baja completa de ${tenant} está en curso. No puede hacer nada más con este inquilino hasta que termine.`,
    awaitsSecondAdmin: ({ tenant, review }: { tenant: string; review: string }) =>
      `Algo solicitado para ${tenant} ya espera a un segundo administrador. No se hizo nada. Apruébelo, rechácelo o retírelo antes: «${review}» en la tarjeta.`,
    noSuchRequest: ({ tenant }: { tenant: string }) =>
      `Aquí ya nada espera a un segundo administrador. Este es el estado actual de ${tenant}.`,
    notTheAsker: 'Lo solicitó otra persona. Ella o un administrador pueden detenerlo. No se cambió nada.',
    sameAdmin: 'Otro administrador debe aprobarlo. No se hizo nada.',
    tooLate: ({ tenant }: { tenant: string }) => `Ya es tarde para deshacerla: la baja de ${tenant} ha comenzado.`,
    noSuchOffboarding: ({ tenant }: { tenant: string }) =>
      `Aquí ya no queda nada por decidir. Este es el estado actual de ${tenant}.`,
    notRead: ({ tenant }: { tenant: string }) =>
      `Microsoft no indicó qué relaciones tiene ${tenant}. No se hizo nada. Vuelva a intentarlo dentro de un momento.`,
    noSteps: 'Seleccione al menos un paso. No se hizo nada.',
  },
  removalSlow: 'Microsoft aún no ha respondido. No se hizo nada. Vuelva a intentarlo dentro de un momento.',
  headlines: {
    approved: ({ tenant }: { tenant: string }) => `✅ ${tenant}: Aprobado`,
    issuesFound: ({ tenant, cause }: { tenant: string; cause: string }) => `⚠️ ${tenant}: ${cause}`,
    accessLost: ({ tenant, cause }: { tenant: string; cause: string }) => `⛔ ${tenant}: ${cause}`,
    accessEnding: ({ tenant, cause }: { tenant: string; cause: string }) => `⏳ ${tenant}: ${cause}`,
    autoExtendOff: ({ tenant, cause }: { tenant: string; cause: string }) => `⚠️ ${tenant}: ${cause}`,
    templateChanged: ({ tenant, cause }: { tenant: string; cause: string }) => `⚠️ ${tenant}: ${cause}`,
    requestUnanswered: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `⏳ ${tenant} aún no ha aprobado. La solicitud caduca el ${cause}`,
    acceptanceReviewDue: ({ tenant }: { tenant: string }) =>
      `🔎 ${tenant}: es hora de revisar las limitaciones aceptadas`,
    ownershipGiven: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `👤 Ahora usted se encarga de ${tenant}: se lo asignó ${cause}`,
    offboardingAwaitsApproval: ({ tenant }: { tenant: string }) =>
      `🔐 ${tenant}: un segundo administrador debe aprobar la baja`,
    offboardingLapsed: ({ tenant }: { tenant: string }) =>
      `No se dio de baja a ${tenant}: ningún segundo administrador lo aprobó en un día`,
    offboardingStale: ({ tenant }: { tenant: string }) =>
      `No se dio de baja a ${tenant}: su acceso ha cambiado desde la aprobación`,
    offboardingStopped: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `⚠️ La baja de ${tenant} se ha detenido. Sin quitar: ${cause}`,
    secondAdminAsked: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `🔐 ${tenant}: un segundo administrador debe aprobar «${cause}»`,
    secondAdminDeclined: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `${tenant}: un segundo administrador rechazó «${cause}». No se hizo nada`,
    secondAdminLapsed: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `${tenant}: ningún segundo administrador aprobó «${cause}» en un día. No se hizo nada`,
    secondAdminStale: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `${tenant} ha cambiado desde que se pidió a un segundo administrador que aprobara «${cause}». No se hizo nada`,
  },
  earlier: {
    line: ({ day, what }: { day: string; what: string }) => `Notificación del ${day}: ${what}`,
    news: {
      approved: 'acceso aprobado',
      issuesFound: 'problemas detectados',
      accessLost: 'acceso perdido',
      accessEnding: 'el acceso estaba a punto de terminar',
      autoExtendOff: 'la prórroga automática estaba desactivada',
      templateChanged: 'la plantilla de acceso había cambiado',
      requestUnanswered: 'el cliente aún no había aprobado',
      acceptanceReviewDue: 'tocaba revisar las limitaciones aceptadas',
      ownershipGiven: 'asignado a una persona',
      offboardingAwaitsApproval: 'se pidió a un segundo administrador aprobar la baja',
      offboardingLapsed: 'sin baja, ningún segundo administrador la aprobó en un día',
      offboardingStale: 'sin baja, su acceso había cambiado',
      offboardingStopped: 'la baja se detuvo',
      secondAdminAsked: 'se pidió la aprobación de un segundo administrador',
      secondAdminDeclined: 'un segundo administrador lo rechazó',
      secondAdminLapsed: 'ningún segundo administrador lo aprobó en un día',
      secondAdminStale: 'el inquilino había cambiado, no se hizo nada',
    },
  },
};
