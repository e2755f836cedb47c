// The plan of a complete offboarding.
import { icu } from './icu.js';

const count = (pattern: string) => icu<{ count: number }>(pattern);

/** Times and days are for text blocks only; names are foreign text. */
export const offboardingPlan = {
  plan: {
    title: ({ tenant }: { tenant: string }) => `¿Dar de baja por completo a ${tenant}?`,
    intro: ({ time }: { time: string }) =>
      `Todavía no se ha hecho nada. Este es el acceso y todo lo demás que une a su organización con el inquilino, consultado en Microsoft el ${time}.`,
    reviewTitle: ({ tenant }: { tenant: string }) => `¿Aprobar la baja completa de ${tenant}?`,
    reviewIntro: ({ time }: { time: string }) =>
      `Todavía no se ha hecho nada. Este es el acceso y todo lo demás que une a su organización con el inquilino, consultado de nuevo en Microsoft el ${time}.`,
    nothingToRemove: 'No hay nada que Gatehouse pueda quitar aquí. Aun así recibirá el certificado.',
    nothingToRemoveYet:
      'Gatehouse no puede quitar nada aquí mientras no pueda leerlo todo. Es posible que quede acceso. Actualice el plan antes de decidir.',
    unlisted:
      'El Centro de partners no responde sobre este cliente, así que aquí no se pueden finalizar los privilegios de administrador delegado (DAP) ni una relación de revendedor. La retirada del consentimiento también pasa por el Centro de partners y puede rechazarse; el cliente puede eliminar la aplicación en su lugar.',
    next: 'Qué ocurrirá después',
    steps: 'Pasos que se llevarán a cabo',
    typeName: 'Para confirmar, escriba el nombre de este inquilino: ',
    nameLabel: 'Nombre del inquilino',
    refresh: 'Actualizar plan',
    refreshTooltip: 'Consultar de nuevo el plan en Microsoft',
    exportPlan: 'Exportar plan',
    backToPlan: 'Volver al plan',
    approve: 'Aprobar',
    reject: 'Cancelar baja',
    fileTitle: ({ tenant }: { tenant: string }) => `Plan para dar de baja por completo a ${tenant}`,
    fileIntro: 'Esto es un plan. No se ha hecho nada.',
    readAt: 'Consultado en Microsoft',
    fileOf: ({ tenant }: { tenant: string }) => `plan para ${tenant}`,
  },
  rules: {
    secondAdmin:
      'Un segundo administrador debe aprobar exactamente este plan en el plazo de un día. Hasta entonces no se hace nada.',
    beginsAtOnce: 'Comienza inmediatamente.',
    beginsAtOnceAfterApproval: 'Comienza en cuanto ese administrador lo apruebe.',
    beginsAfter: icu<{ minutes: number }>(
      'Comienza {minutes, plural, one {# minuto} other {# minutos}} después de que confirme. Hasta entonces puede seleccionar “Deshacer”.',
    ),
    beginsAfterApproval: icu<{ minutes: number }>(
      'Comienza {minutes, plural, one {# minuto} other {# minutos}} después de la aprobación. Hasta entonces puede seleccionar “Deshacer”.',
    ),
    beginsAfterSeconds: icu<{ seconds: number }>(
      'Comienza {seconds, plural, one {# segundo} other {# segundos}} después de que confirme. Hasta entonces puede seleccionar “Deshacer”.',
    ),
    beginsAfterApprovalSeconds: icu<{ seconds: number }>(
      'Comienza {seconds, plural, one {# segundo} other {# segundos}} después de la aprobación. Hasta entonces puede seleccionar “Deshacer”.',
    ),
    verified: 'Un paso solo cuenta como hecho cuando Microsoft lo confirma. La tarjeta sigue cada paso.',
    watched: 'Las solicitudes que aún esperan la aprobación del cliente se vigilan hasta que expiren.',
    certificate:
      'Al final recibe un certificado de baja. Todo lo demás que Gatehouse guarda sobre este inquilino se elimina, salvo los id. del registro de auditoría y los de las solicitudes de aprobación que aún se vigilan.',
  },
  kinds: {
    unread: 'No se pudo leer',
    assignment: count('{count, plural, one {# asignación de acceso} other {# asignaciones de acceso}}'),
    consent: 'Consentimiento de su aplicación',
    relationship: count('{count, plural, one {# relación GDAP} other {# relaciones GDAP}}'),
    endedRelationship: count('{count, plural, one {# relación GDAP finalizada} other {# relaciones GDAP finalizadas}}'),
    invitation: count('{count, plural, one {# solicitud pendiente} other {# solicitudes pendientes}}'),
    delegatedAdmin: 'Privilegios de administrador delegado (DAP)',
    reseller: 'Relación de revendedor',
    subscription: count('{count, plural, one {# suscripción} other {# suscripciones}}'),
    reservation: count(
      '{count, plural, one {# instancia reservada de Azure} other {# instancias reservadas de Azure}}',
    ),
  },
  absent: {
    sentence: ({ list }: { list: string }) => `No existe: ${list}.`,
    consent: 'consentimiento de su aplicación',
    delegatedAdmin: 'privilegios de administrador delegado (DAP)',
    reseller: 'relación de revendedor',
  },
  /** What becomes of a thing, always with an icon. */
  fates: {
    removed: '🗑️ Se quitará',
    leftOut: '➖ No seleccionado',
    choosable: '❔ Opcional',
    cannot: '⛔ No se puede quitar',
    stays: '➖ Se conserva',
    unread: '❓ Desconocido',
    ended: '➖ Ya finalizado',
  },
  explanations: {
    unread: 'Gatehouse no pudo leer esto, así que no lo quitará. Cuando la causa esté corregida, actualice el plan.',
    subscription:
      '💰 Gatehouse no cancela suscripciones. Pídaselo a alguien con permisos de compra en el Centro de partners. Antes, traslade al próximo partner del cliente lo que este quiera conservar.',
    lasting: '⚠️ Esto no se puede deshacer: el cliente tendría que aceptar una nueva invitación.',
    lastingIfChosen:
      '⚠️ Solo finaliza si la selecciona abajo. Esto no se puede deshacer: el cliente tendría que aceptar una nueva invitación.',
  },
  more: ({ count: more }: { count: number }) => `y ${more} más`,
  choices: {
    assignments: count('Quitar {count, plural, one {# asignación de acceso} other {# asignaciones de acceso}}'),
    consent: 'Retirar el consentimiento de su aplicación',
    relationships: count('Finalizar {count, plural, one {# relación GDAP} other {# relaciones GDAP}}'),
    delegatedAdmin: 'Quitar los privilegios de administrador delegado (DAP)',
    reseller: '⚠️ Finalizar la relación de revendedor (no se puede deshacer)',
  },
  rows: {
    group: ({ id }: { id: string }) => `Grupo ${id}`,
    roles: count('{count, plural, one {# rol} other {# roles}}'),
    assignments: {
      pending: 'En proceso de asignación.',
      active: '',
      deleting: 'Ya se está quitando.',
      deleted: 'Quitada.',
      error: 'Microsoft terminó la asignación con un error.',
      unknown: 'En un estado que Gatehouse no reconoce.',
    },
    relationships: {
      created: 'Aún no enviada al cliente',
      approvalPending: 'En espera del cliente',
      approved: 'Aprobada, en configuración',
      activating: 'Aprobada, en configuración',
      active: 'Activa',
      expiring: 'Pasada su fecha de fin, Microsoft la está quitando',
      expired: 'Expirada',
      terminationRequested: 'Ya se está finalizando',
      terminating: 'Ya se está finalizando',
      terminated: 'Finalizada',
      unknown: 'En un estado que Gatehouse no reconoce',
      gone: 'Microsoft ya no la conoce',
    },
    activeUntil: ({ day }: { day: string }) => `Activa hasta el ${day}`,
    notOurs: ({ state }: { state: string }) => `${state}. No creada por Gatehouse.`,
    ours: ({ state }: { state: string }) => `${state}.`,
    approvableUntil: ({ day }: { day: string }) => `Se puede aprobar hasta el ${day}.`,
    approvableUntilUnknown: 'Se puede aprobar hasta que expire, 90 días después de su creación.',
    reservation: ({ quantity, kind, product }: { quantity: number; kind: string; product: string }) =>
      `${quantity} × ${kind} (${product})`,
    unnamedReservation: 'instancia reservada',
    noProduct: 'sin id. de producto',
    until: ({ day }: { day: string }) => `Hasta el ${day}.`,
    requestId: ({ id }: { id: string }) => `id. de solicitud ${id}`,
    parts: {
      relationships: 'Relaciones GDAP',
      assignments: 'Asignaciones de acceso',
      consent: 'Consentimiento de su aplicación',
      standing: 'Privilegios de administrador delegado (DAP) y relación de revendedor',
      subscriptions: 'Suscripciones',
      reservations: 'Instancias reservadas de Azure',
    },
  },
  /** A subscription that stays: what it costs, and until when it can be canceled. */
  subscriptions: {
    states: {
      active: '',
      pending: 'En configuración.',
      suspended: 'Suspendida.',
      disabled: 'Deshabilitada.',
      expired: 'Expirada.',
      deleted: 'Eliminada.',
      none: 'En un estado que Gatehouse no reconoce.',
      unknown: 'En un estado que Gatehouse no reconoce.',
    },
    azurePlan: 'Se factura por uso mientras haya algo en ejecución.',
    refundable: ({ time }: { time: string }) => `⏰ Se puede cancelar con reembolso hasta el ${time}.`,
    trial: 'Prueba, hasta que termine o se cancele.',
    trialUntil: ({ day }: { day: string }) => `Prueba hasta el ${day}.`,
    trialRenews: ({ day }: { day: string }) =>
      `Prueba hasta el ${day}; después se renueva automáticamente, salvo que se desactive la renovación.`,
    billed: 'Se factura hasta que se cancele.',
    billedUntil: ({ day }: { day: string }) => `Se factura hasta el fin de su período, el ${day}.`,
    billedRenews: ({ day }: { day: string }) =>
      `Se factura hasta el fin de su período, el ${day}; después se renueva automáticamente, salvo que se desactive la renovación.`,
  },
  /** Why something can't be removed, and who can do what. `next` is one of the two below. */
  obstacles: {
    readAgain: 'actualice el plan',
    tryAgain: 'seleccione “Reintentar”',
    planAgain: 'seleccione de nuevo “Dar de baja por completo”',
    pendingInvitation: {
      why: 'Microsoft no permite que los partners retiren una solicitud: el cliente puede aprobarla hasta que expire.',
      who: 'Gatehouse la vigila hasta entonces y avisa inmediatamente a todos los administradores si se aprueba.',
    },
    noWayIn: {
      why: 'Usted no tiene acceso al inquilino, así que Gatehouse no puede ver si su aplicación tiene consentimiento en él.',
      who: 'El administrador del cliente puede eliminar la aplicación en su Centro de administración de Entra, en “Aplicaciones empresariales”.',
    },
    noRoleForConsent: {
      why: 'Para retirarlo se necesita el rol de Administrador global, Administrador de aplicaciones o Administrador de aplicaciones en la nube en el inquilino, y ninguna de sus asignaciones tiene uno de estos roles.',
      who: 'El administrador del cliente puede eliminar la aplicación en su Centro de administración de Entra, en “Aplicaciones empresariales”.',
    },
    reservations: {
      why: 'Antes hay que cancelar las instancias reservadas de Azure.',
      who: ({ next }: { next: string }) =>
        `Llame al soporte técnico de Azure para cancelarlas todas y después ${next}.`,
    },
    activeSubscriptions: {
      why: 'Antes hay que cancelar las suscripciones activas.',
      who: ({ next }: { next: string }) =>
        `Pida a alguien con permisos de compra en el Centro de partners que las cancele o las traslade al próximo partner del cliente y después ${next}.`,
    },
    unread: {
      why: 'Gatehouse no pudo leer si algo lo impide.',
      who: ({ next }: { next: string }) => `Espere un momento y después ${next}.`,
    },
  },
};
