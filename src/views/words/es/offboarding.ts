// An offboarding from the decision to the certificate.
import { icu } from './icu.js';

/** Times are for text blocks only; names are foreign text. */
export const offboarding = {
  card: {
    title: ({ tenant }: { tenant: string }) => `Baja de ${tenant}`,
    fallback: ({ tenant, stage }: { tenant: string; stage: string }) => `Baja de ${tenant}: ${stage}`,
    decidedBy: 'Solicitada por',
    approvedBy: 'Aprobada por',
    unnamed: 'Persona desconocida',
    planned: 'Se quitará lo siguiente, en este orden:',
    more: ({ count: more, states }: { count: number; states: string }) => `y ${more} más (${states})`,
  },
  stages: {
    awaitsApproval: '🔐 En espera de un segundo administrador',
    grace: '🕓 Comienza en breve',
    running: '⏳ En curso',
    stopped: '⚠️ Detenida',
    finished: '⏳ Emitiendo el certificado',
    dropped: '➖ Cancelada',
  },
  /** On the offboarding's card. */
  stageSentences: {
    awaitsApproval: ({ until }: { until: string }) =>
      `Todavía no se ha hecho nada. Un segundo administrador debe aprobar exactamente este plan antes del ${until}; si no, se cancela.`,
    grace: ({ at }: { at: string }) =>
      `Comienza el ${at}. Todavía no se ha hecho nada. Hasta entonces puede seleccionar “Deshacer”.`,
    running: 'Microsoft tarda unos minutos en algunos pasos. No tiene que hacer nada: esta tarjeta se actualiza sola.',
    stopped:
      'Una eliminación ha fallado y solo un administrador puede continuar: corrija la causa y seleccione “Reintentar”, o seleccione “Omitir y continuar”.',
    finished: 'El certificado se está emitiendo. Indica si usted aún tiene acceso.',
  },
  /** On the tenant's card. */
  tenantSentences: {
    awaitsApproval: ({ until }: { until: string }) =>
      `🔐 Se dará de baja por completo si un segundo administrador lo aprueba antes del ${until}. Todavía no se ha hecho nada.`,
    grace: ({ at }: { at: string }) =>
      `🕓 Se dará de baja por completo a partir del ${at}. Hasta entonces, un administrador puede deshacerlo.`,
    running: '⏳ Baja completa en curso.',
    stopped:
      '⚠️ La baja se ha detenido porque una eliminación ha fallado. Seleccione “Mostrar la baja” para ver cuál y cómo continuar.',
    finished: '⏳ La baja ha terminado. Se está emitiendo el certificado, que indica si usted aún tiene acceso.',
  },
  progress: {
    verified: ({ done, total }: { done: number; total: number }) => `Eliminación comprobada: ${done} de ${total}.`,
    verifiedAndLeft: ({ done, total, left }: { done: number; total: number; left: number }) =>
      `Eliminación comprobada: ${done} de ${total}; omitidos: ${left}.`,
  },
  buttons: {
    review: 'Revisar y aprobar',
    cancel: 'Cancelar baja',
    undo: 'Deshacer',
    retry: 'Reintentar',
    leaveRest: 'Omitir y continuar',
  },
  tasks: {
    assignment: ({ group }: { group: string }) => `Asignación de acceso: ${group}`,
    consent: 'Consentimiento de su aplicación',
    relationship: ({ relationship }: { relationship: string }) => `Relación GDAP: ${relationship}`,
    delegatedAdmin: 'Privilegios de administrador delegado (DAP)',
    reseller: 'Relación de revendedor',
    heldUp: 'En espera de una eliminación fallida',
    waits: 'En espera de su turno',
    asking: 'Solicitando ahora',
    noAnswer: ({ since }: { since: string }) =>
      `Sin respuesta válida de Microsoft desde el ${since}. Gatehouse lo reintenta automáticamente.`,
    notPossibleYet: ({ since }: { since: string }) =>
      `Microsoft indica desde el ${since} que aún no es posible. Gatehouse lo reintenta automáticamente.`,
    sent: ({ at }: { at: string }) =>
      `Aceptado por Microsoft el ${at}, en curso. Se da por quitado cuando Microsoft ya no lo muestra.`,
    verified: ({ at }: { at: string }) => `Eliminación comprobada el ${at}`,
    refused: ({ at }: { at: string }) => `Falló el ${at}`,
    left: ({ at }: { at: string }) => `Omitido el ${at}`,
    leftBy: ({ person }: { person: string }) => `Por ${person}`,
    sameReason: 'Por el mismo motivo que arriba.',
    answer: ({ answer }: { answer: string }) => `Respuesta de Microsoft: ${answer}`,
    requestId: ({ id }: { id: string }) => `Id. de solicitud de Microsoft: ${id}`,
    consentCure:
      'Agregue la cuenta a AdminAgents y a un grupo que tenga el rol de Administrador global, Administrador de aplicaciones o Administrador de aplicaciones en la nube en el inquilino. Si no, el administrador del cliente puede eliminar la aplicación en su Centro de administración de Entra, en “Aplicaciones empresariales”.',
    unconfirmed:
      'Microsoft lo aceptó hace más de una hora, pero no lo muestra como quitado o no permite que Gatehouse lo vea. Consulte el cliente en el Centro de partners.',
    unconfirmedRetry: 'Seleccione “Reintentar” para volver a comprobarlo.',
    counts: {
      refused: ({ count: tasks }: { count: number }) => `fallidos: ${tasks}`,
      left: ({ count: tasks }: { count: number }) => `omitidos: ${tasks}`,
      sent: ({ count: tasks }: { count: number }) => `en curso: ${tasks}`,
      due: ({ count: tasks }: { count: number }) => `pendientes: ${tasks}`,
      proved: ({ count: tasks }: { count: number }) => `eliminación comprobada: ${tasks}`,
    },
  },
  leaveQuestion: {
    title: ({ tenant }: { tenant: string }) => `¿Omitir lo que falló y continuar la baja de ${tenant}?`,
    intro: 'Lo que no se pudo quitar se conserva, y el certificado lo indica con su nombre.',
    heldUp: icu<{ count: number; list: string }>(
      'Gatehouse continúa con {count, plural, one {la eliminación que estaba en espera} other {las # eliminaciones que estaban en espera}}: {list}.',
    ),
    nothingHeldUp: 'Nada más dependía de ello, así que a continuación se emite el certificado.',
    lasting: 'No podrá volver a ello en esta baja. Después podrá seleccionar de nuevo “Dar de baja por completo”.',
    refusal: ({ what, why }: { what: string; why: string }) => `${what}: ${why}`,
    yes: 'Omitir y continuar',
  },
  notices: {
    planSlow: 'Microsoft aún no ha respondido a todo. No se hizo nada. Vuelva a intentarlo dentro de un momento.',
    notKnown: 'Esta baja ha terminado y Gatehouse no tiene ningún registro de ella.',
    decisionSlow: ({ tenant }: { tenant: string }) =>
      `Microsoft tarda en responder. Si Gatehouse pudo registrar su decisión sobre ${tenant}, esta tarjeta la mostrará dentro de un momento. Si entonces aún le pide que decida, decida de nuevo.`,
    nameExpected: ({ name }: { name: string }) =>
      `No se hizo nada: el nombre que escribió no es el de este inquilino. Escriba: ${name}`,
    planChanged: ({ tenant }: { tenant: string }) =>
      `Su acceso a ${tenant} ha cambiado desde que leyó el plan. No se hizo nada. Este es el plan actual.`,
    decidedBy: ({ person, date }: { person: string; date: string }) =>
      `${person} lo solicitó el ${date}, exactamente con el plan siguiente.`,
    reviewChanged: ({ tenant, person }: { tenant: string; person: string }) =>
      `Su acceso a ${tenant} ha cambiado desde que ${person} lo solicitó, así que ya no se puede aprobar. Cancele la baja y decida de nuevo.`,
    decisionDropped: ({ tenant, person }: { tenant: string; person: string }) =>
      `Su acceso a ${tenant} ha cambiado desde que ${person} lo solicitó. La solicitud se canceló y no se hizo nada. Este es el plan actual.`,
    ownDecision: 'La solicitud es suya, así que debe aprobarla otro administrador.',
  },
};
