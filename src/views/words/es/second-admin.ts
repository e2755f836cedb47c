// Lo que espera a un segundo administrador.

/** Names are foreign text. */
export const secondAdmin = {
  subjects: {
    enable: 'solicitar acceso (Habilitar)',
    tag: 'cambiar etiquetas y, con ellas, la plantilla de acceso',
    removeGlobalAdministrator: 'quitar Administrador global y conservar el acceso',
    endEarlier: 'terminar una relación anterior',
  },
  somethingAsked: 'lo solicitado',
  offboarding: 'baja completa',
  waits: ({ person, what, day }: { person: string; what: string; day: string }) =>
    `🔐 ${person} ha solicitado: ${what}. Un segundo administrador debe aprobarlo antes del ${day}. Hasta entonces no se hace nada.`,
  willBeAsked: '🔐 Un segundo administrador debe aprobarlo en un día. Hasta entonces no se hace nada.',
  ask: 'Pedírselo a un segundo administrador',
  review: 'Revisar la solicitud…',
  title: ({ what, tenant }: { what: string; tenant: string }) => `${tenant}: ¿${what}?`,
  intro: ({ person, date, day }: { person: string; date: string; day: string }) =>
    `${person} lo solicitó el ${date}. Sin la aprobación de un segundo administrador antes del ${day}, no se hace nada.`,
  template: ({ template }: { template: string }) => `Se solicita acceso al cliente según la plantilla «${template}».`,
  ledTo: ({ template }: { template: string }) =>
    `El inquilino recibe la plantilla de acceso «${template}», y la próxima comprobación asigna sus roles.`,
  privileged: ({ roles }: { roles: string }) => `Roles con privilegios incluidos: ${roles}.`,
  inTheirName: ({ person }: { person: string }) => `Se hace en nombre de ${person}, y su aprobación queda registrada.`,
  own: 'Lo solicitó usted, así que debe aprobarlo otro administrador.',
  ownOfOperator: 'Lo solicitó usted, así que debe aprobarlo un administrador.',
  takesAdmin: 'Necesita el rol de administrador para aprobarlo.',
  yes: 'Aprobar',
  yesTooltip: ({ tenant }: { tenant: string }) => `Aprobar lo solicitado para ${tenant}`,
  no: 'Rechazar',
  noTooltip: ({ tenant }: { tenant: string }) => `Rechazar lo solicitado para ${tenant}`,
  withdraw: 'Retirar la solicitud',
  withdrawTooltip: ({ tenant }: { tenant: string }) => `Retirar su solicitud para ${tenant}`,
  stale: ({ tenant }: { tenant: string }) =>
    `${tenant} ha cambiado desde la solicitud, o la persona ya no puede solicitarlo. No se hizo nada. Vuelva a solicitarlo si todavía lo desea.`,
  notChecked: ({ person }: { person: string }) =>
    `Gatehouse no ha podido comprobar ahora los grupos de ${person} en Microsoft Entra, así que no sabe si todavía puede solicitarlo. La solicitud sigue en espera. Inténtelo de nuevo en un momento.`,
};
