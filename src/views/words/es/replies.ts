// What the bot says when it has no card to show, or not the one that was asked for.

/** Names are foreign text. */
export const replies = {
  noCustomer: 'Este inquilino ya no es cliente suyo.',
  buttonNotUnderstood: 'Gatehouse no reconoce este botón. Escriba /tenants para obtener una tarjeta actual.',
  /** Where only one line is shown, above a form that stays as it is. */
  typedTooLong: ({ count, most }: { count: number; most: number }) =>
    `Su texto tiene ${count} caracteres y el máximo es ${most}. No se ha cambiado nada: acórtelo e inténtelo de nuevo.`,
  /** Where only one line is shown. */
  fault: ({ reference }: { reference: string }) => `Algo salió mal. Referencia: ${reference}`,
  failed: {
    title: 'No se pudo completar',
    uncertain: 'No se sabe si ha funcionado',
    nothingChanged: 'No se cambió nada.',
    requestId: ({ id }: { id: string }) => `Id. de solicitud de Microsoft: ${id}`,
    reference: ({ reference }: { reference: string }) => `Referencia: ${reference}`,
    /** Why it failed and what to do, where Microsoft isn't the cause. */
    causes: {
      store:
        'Gatehouse no puede guardar nada en este momento. Pida a su administrador de Gatehouse que compruebe el disco de la carpeta de datos (DATA_DIR) y vuelva a intentarlo. Las listas y tarjetas siguen mostrando lo que se sabía antes.',
      database:
        'Gatehouse no puede guardar nada en este momento porque su base de datos no responde. Vuelva a intentarlo dentro de un minuto. Si el problema continúa, póngase en contacto con su administrador de Gatehouse. Las listas y tarjetas siguen mostrando lo que se sabía antes.',
      notKnownWhetherSaved:
        'Aún no se sabe si esto se guardó. La tarjeta lo mostrará en cuanto la base de datos de Gatehouse vuelva a responder.',
      outdated: 'Otra persona cambió esto al mismo tiempo. Vuelva a intentarlo.',
      delivery: 'Teams no lo aceptó. Vuelva a intentarlo dentro de un momento.',
      other:
        'Vuelva a intentarlo dentro de un momento. Si falla otra vez, póngase en contacto con su administrador de Gatehouse.',
    },
  },
  broke: {
    title: 'Algo salió mal en Gatehouse',
    reference: ({ reference }: { reference: string }) => `Referencia: ${reference}`,
    tryAgain:
      'Vuelva a intentarlo. Si ocurre de nuevo, póngase en contacto con su administrador de Gatehouse e indique esta referencia.',
  },
  stillWorking: {
    title: 'Aún en curso',
    click: 'Está tardando más de lo habitual. Esta tarjeta se actualiza cuando termine.',
    message: 'Está tardando más de lo habitual. La respuesta llegará en cuanto esté lista.',
  },
  ownPeopleOnly: {
    title: 'Gatehouse no puede responderle',
    line: 'Gatehouse solo responde a miembros de su propia organización.',
  },
  memberNotChecked: {
    title: 'No se pudo comprobar quién es usted',
    line: 'Teams no pudo confirmar que usted es miembro de esta organización, así que no se hizo nada. Vuelva a intentarlo dentro de un momento.',
  },
  notAllowed: 'No tiene permiso para hacer esto',
  roleNotChecked:
    'Gatehouse no pudo comprobar ahora sus grupos en Microsoft Entra, así que no sabe si usted tiene el rol necesario. Vuelva a intentarlo dentro de un momento.',
  nothingDone: 'No se hizo nada.',
  noRole: ({ id, role, setting }: { id: string; role: string; setting: string }) =>
    `Aún no tiene acceso a Gatehouse. Para esto se necesita el rol de ${role}. Pida a su administrador de Gatehouse que agregue su id. de objeto ${id} a ${setting}.`,
  roleTooLow: ({ id, have, role, setting }: { id: string; have: string; role: string; setting: string }) =>
    `Para esto necesita el rol de ${role}; usted tiene el de ${have}. Pida a su administrador de Gatehouse que agregue su id. de objeto ${id} a ${setting}.`,
  roles: { viewer: 'lector', operator: 'operador', admin: 'administrador' },
  /** After a button's label was typed with a tenant's name. */
  whichTenants: ({ command, all }: { command: string; all: string }) =>
    `¿Qué inquilinos? Escriba “${command}” y parte de un nombre, un estado o una etiqueta, como “${command} tag:vip”, o “${command} ${all}” para todos los inquilinos. Si son varios, primero ve lo que se haría.`,
  whichTenant: ({ command }: { command: string }) => `¿Qué inquilino? Escriba “${command}” y parte de su nombre.`,
  severalTenants: ({ command }: { command: string }) =>
    `Coinciden varios inquilinos. Abra uno o escriba “${command}” y su nombre completo.`,
  selectButton: ({ button }: { button: string }) =>
    `Todavía no se ha hecho nada. Seleccione “${button}” para continuar.`,
  whichHistory: 'Coinciden varios inquilinos. Escriba /history y el nombre completo de uno, o su id. de inquilino.',
  whichTag:
    'Coinciden varios inquilinos. Escriba /etiqueta, el nombre completo de uno o su id. de inquilino, y las etiquetas.',
  subscription: {
    isNow: 'Esta conversación está suscrita a partir de ahora',
    wasAlready: 'Esta conversación ya está suscrita',
    isNoLonger: 'Esta conversación ya no está suscrita',
    wasNot: 'Esta conversación no está suscrita',
    notSubscribed:
      'Aquí no hay avisos automáticos, salvo sobre los inquilinos que se habilitaron desde aquí. /subscribe los activa.',
  },
  conversationNotKept:
    'Gatehouse no pudo guardar esta conversación. Vuelva a intentarlo dentro de un momento. Si falla otra vez, pida a su administrador de Gatehouse que compruebe dónde guarda Gatehouse sus datos (npm run doctor).',
  file: {
    noCertificate: { title: 'No se encontró el certificado', line: 'Puede que lo haya emitido otro Gatehouse.' },
    certificateMissing: {
      title: 'Falta el archivo del certificado',
      line: ({ file }: { file: string }) =>
        `${file} no está entre los certificados que guarda Gatehouse. Pida a su administrador de Gatehouse que lo restaure desde una copia de seguridad.`,
    },
    certificateChanged: {
      title: 'El archivo del certificado se modificó',
      line: ({ file }: { file: string }) =>
        `${file}, tal como lo guarda Gatehouse, no es el archivo que se emitió, así que Gatehouse no lo entrega. Pida a su administrador de Gatehouse que lo restaure desde una copia de seguridad.`,
    },
    planSlow: {
      title: 'El plan aún no está listo',
      line: 'Microsoft aún no ha respondido a todo. No se hizo nada. Vuelva a intentarlo dentro de un momento.',
    },
    noPlan: { title: 'No hay ningún plan', line: 'Este inquilino ya no es cliente suyo.' },
    notSavedTitle: 'El archivo no se guardó',
    offerOver: 'Esta oferta ha expirado o era para otra persona. Seleccione de nuevo el botón de la tarjeta.',
    notAllowed: 'El archivo no se guardó: para esto necesita el rol de administrador.',
    notSaved:
      'El archivo no se pudo guardar en su OneDrive. Seleccione de nuevo “Aceptar” dentro de un momento o use el vínculo de la tarjeta.',
    /** What Teams' own card says of the file that it offers. */
    offered: 'De Gatehouse. Para administradores.',
  },
  /** What a phone's lock screen says of an answer. */
  summaries: {
    help: 'Comandos',
    greeting: 'Gatehouse ya está aquí',
    tenants: 'Inquilinos',
    leftovers: 'Acceso residual',
    expiring: 'Acceso que finaliza',
    waiting: 'Esto le espera',
    history: 'Historial',
    certificates: 'Certificados de baja',
    certificate: 'Certificado de baja',
    plan: 'Plan',
    offboarding: 'Baja',
    status: 'Estado de Gatehouse',
  },
};
