// A tenant's card.
import { icu } from './icu.js';

/** Times and days in sentences are for text blocks only. */
export const tenant = {
  awaitingApproval: {
    forDays: icu<{ days: number; since: string; expires: string }>(
      'En espera del administrador del cliente ({days, plural, one {# día} other {# días}}, desde el {since}). La solicitud expira {expires}.',
    ),
    since: ({ since, expires }: { since: string; expires: string }) =>
      `En espera del administrador del cliente desde el ${since}. La solicitud expira ${expires}.`,
    hint: '“Copiar aprobación” le da el vínculo para el administrador del cliente.',
  },
  awaitingMicrosoft: {
    usual: ({ since }: { since: string }) =>
      `Microsoft está trabajando en ello desde el ${since}. Suele tardar un minuto o dos, a veces cinco. No tiene que hacer nada: esta tarjeta se actualiza sola.`,
    withRows: ({ since }: { since: string }) =>
      `En espera de Microsoft desde el ${since}. Gatehouse continúa automáticamente y esta tarjeta se actualiza con él. Aún pendiente:`,
  },
  approved: 'Todos los roles y grupos de su plantilla de acceso están en orden.',
  limitations: icu<{ count: number }>(
    '{count, plural, one {# limitación impide} other {# limitaciones impiden}} que este inquilino pase a Aprobado:',
  ),
  notManagedYet: 'Gatehouse todavía no administra este inquilino.',
  notManaged: {
    none: 'Gatehouse no administra este inquilino. “Habilitar” solicita acceso.',
    approvalRequest:
      'Gatehouse no administra este inquilino, pero aún hay una solicitud abierta: el cliente puede aprobarla hasta que expire. “Habilitar” la adopta si la creó Gatehouse.',
    liveAccess:
      'Gatehouse no administra este inquilino, pero usted aún tiene acceso mediante una relación GDAP. “Habilitar” la adopta si incluye todos los roles.',
  },
  formerCustomer: {
    none: 'Este inquilino no es cliente suyo en el Centro de partners y no queda ninguna relación GDAP ni solicitud abierta. Gatehouse lo quitará de su lista.',
    approvalRequest:
      'Este inquilino no es cliente suyo en el Centro de partners, pero aún hay una solicitud abierta: el administrador del inquilino puede aprobarla hasta que expire.',
    liveAccess:
      'Este inquilino no es cliente suyo en el Centro de partners, pero usted aún tiene acceso mediante una relación GDAP.',
  },
  /** Beside the status of a customer that Partner Center doesn’t list. */
  unlisted: {
    gdap: 'El Centro de partners no responde sobre este cliente: lo es por GDAP. No se pueden comprobar ni quitar Azure, los privilegios de administrador delegado (DAP) ni una relación de revendedor.',
    added:
      'Este cliente se agregó con /agregar, así que el Centro de partners no responde sobre él. No se pueden comprobar ni quitar Azure, los privilegios de administrador delegado (DAP) ni una relación de revendedor.',
  },
  checking: 'Comprobando de nuevo…',
  checkFailed: ({ at, cause }: { at: string; cause: string }) => `La comprobación del ${at} falló. ${cause}`,
  unchanged: ({ at }: { at: string }) => `Comprobado de nuevo el ${at}: nada ha cambiado.`,
  offboarded: {
    none: ({ at }: { at: string }) =>
      `Baja terminada el ${at}. El certificado de baja indica que no queda ningún acceso.`,
    unread: ({ at }: { at: string }) =>
      `Baja terminada el ${at}. El certificado de baja indica que no se encontró acceso, pero que no se pudo leer todo.`,
    remains: ({ at }: { at: string }) => `Baja terminada el ${at}. El certificado de baja indica que queda acceso.`,
    notKnown: ({ at }: { at: string }) =>
      `Baja terminada el ${at}. El certificado de baja indica que no se sabe si queda acceso.`,
    unsaid: ({ at }: { at: string }) => `Baja terminada el ${at}. El certificado de baja indica qué se conservó.`,
    again: '“Habilitar” volvería a solicitar acceso al cliente.',
  },
  templateMissing:
    '⚠️ La plantilla de acceso elegida para este inquilino ya no existe, así que las reglas deciden cuál tiene.',
  /** What becomes of the access on its day. */
  coverage: {
    ends: ({ when }: { when: string }) => `El acceso finaliza ${when}.`,
    blocked: ({ when }: { when: string }) =>
      `El acceso finaliza ${when}, y el rol Administrador global impide prorrogarlo.`,
    successorWaits: ({ when }: { when: string }) =>
      `El acceso finaliza ${when}. Hay una solicitud de sucesión en espera.`,
  },
  facts: {
    owner: 'Responsable',
    tags: 'Etiquetas',
    template: 'Plantilla de acceso',
    missingTemplate: 'Elegida, pero no existe',
    enabledBy: 'Habilitado por',
    acceptedBy: 'Aceptado por',
    review: 'Aceptado hasta la revisión',
    offboardedBy: 'Dado de baja por',
    relationship: 'Relación',
    ends: 'Finaliza el',
    rollsOver: 'Se prorroga el',
    /** Of those that are today. */
    endsToday: 'Finaliza',
    rollsOverToday: 'Se prorroga',
    azure: 'Azure',
    delegatedAdmin: 'Privilegios delegados (DAP)',
  },
  adminCenters: {
    title: 'Abrir como este cliente',
    names: {
      entra: 'Entra',
      microsoft365: 'Microsoft 365',
      exchange: 'Exchange',
      intune: 'Intune',
      teams: 'Teams',
      defender: 'Defender',
      azure: 'Azure',
      partnerCenter: 'Centro de partners',
    },
  },
  azure: {
    active: 'Plan activo',
    notActive: 'Plan no activo',
    none: 'Sin plan',
    notReseller: 'No comprado a través de usted',
    notAsked: 'Sin comprobar: el Centro de partners no responde sobre este cliente',
    failed: 'No se pudo comprobar',
  },
  delegatedAdmin: {
    granted: 'Sí',
    none: 'No',
    unknown: 'Aún sin comprobar',
    unknownFormer: 'El Centro de partners no lo indica',
    removing: 'Quitando los privilegios de administrador delegado…',
    sent: 'Microsoft ha aceptado quitar los privilegios de administrador delegado y normalmente lo muestra en unos minutos. Esta tarjeta se actualiza entonces.',
    retrying: ({ since, said }: { since: string; said: string }) =>
      `Los privilegios de administrador delegado aún no se han quitado. Desde el ${since}: ${said}. Gatehouse lo reintenta automáticamente.`,
    reservations: icu<{ count: number }>(
      'Los privilegios de administrador delegado no se quitaron: antes hay que cancelar {count, plural, one {# instancia reservada de Azure} other {# instancias reservadas de Azure}}. Llame al soporte técnico de Azure.',
    ),
    refused: ({ cause, cure }: { cause: string; cure: string }) =>
      `Los privilegios de administrador delegado no se quitaron. ${cause} ${cure}`,
    answer: ({ answer }: { answer: string }) => `Respuesta de Microsoft: ${answer}.`,
    requestId: ({ id }: { id: string }) => `Id. de solicitud de Microsoft: ${id}.`,
    unconfirmed:
      'Microsoft aceptó quitar los privilegios de administrador delegado hace más de una hora, pero aún los muestra. Consulte el cliente en el Centro de partners. Al abrir esta tarjeta se vuelve a comprobar.',
  },
  groups: {
    active: ({ group }: { group: string }) => `✅ ${group}`,
    pending: ({ group }: { group: string }) => `⏳ ${group} (asignación en curso)`,
    missing: ({ group }: { group: string }) => `⚠️ ${group} (sin asignar)`,
    lacking: ({ group }: { group: string }) => `⚠️ ${group}`,
    without: ({ roles }: { roles: string }) => `falta: ${roles}`,
  },
  progress: {
    more: ({ count }: { count: number }) => `y ${count} más`,
    /** What is tried, and what Microsoft said. */
    tried: ({ tried, said }: { tried: string; said: string }) => `${tried}: ${said}`,
    retries: icu<{ since: string; tries: number; next: string }>(
      'Desde el {since}, {tries, plural, one {# intento fallido} other {# intentos fallidos}}. Próximo intento: {next}.',
    ),
    retriesNow: icu<{ since: string; tries: number }>(
      'Desde el {since}, {tries, plural, one {# intento fallido} other {# intentos fallidos}}. Reintentando ahora.',
    ),
    refused: 'Rechazado. “Revalidar” lo intenta de nuevo cuando el resto esté listo.',
    checking: ({ what, said }: { what: string; said: string }) => `Comprobación (${what}): ${said}`,
    checkedAgain: ({ since }: { since: string }) => `Desde el ${since}. Se comprobará de nuevo en breve.`,
    relationship: ({ relationship, status }: { relationship: string; status: string }) =>
      `Relación “${relationship}”: ${status}`,
    atWork: ({ since }: { since: string }) => `Desde el ${since}. Microsoft está trabajando en ello.`,
    pending: ({ group }: { group: string }) => `Asignación de roles a “${group}”: pendiente en Microsoft`,
    stuckAfter: ({ since, minutes }: { since: string; minutes: number }) =>
      `Desde el ${since}. Tras ${minutes} minutos se considera bloqueada y “Revalidar” puede crearla de nuevo.`,
  },
  manualRemoval: {
    enterpriseApplications: 'Aplicaciones empresariales (Entra)',
    relationship: 'Relación GDAP (Centro de partners)',
    applicationStays:
      'Si su aplicación empresarial está en el inquilino del cliente, se conserva. Para quitarla, elimínela en “Aplicaciones empresariales”, en el Centro de administración de Entra del cliente.',
    relationshipStays:
      'Toda relación GDAP activa se conserva en Microsoft. Para finalizarla, abra el cliente en el Centro de partners, vaya a “Relaciones de administración” y seleccione “Finalizar relación”.',
    byPartner:
      'Para finalizarla por su cuenta, abra el cliente en el Centro de partners, vaya a “Relaciones de administración” y seleccione “Finalizar relación”.',
    byCustomer:
      'Si el Centro de partners ya no la muestra, un administrador del inquilino puede finalizarla: en el Centro de administración de Microsoft 365, en “Relaciones con los partners”, con “Quitar roles”.',
    unlisted:
      'El Centro de partners no responde sobre este cliente. Un administrador puede finalizar la relación con “Dar de baja por completo”, o puede hacerlo un administrador del inquilino: en el Centro de administración de Microsoft 365, en “Relaciones con los partners”, con “Quitar roles”.',
    requestStays: 'Microsoft no permite que los partners retiren una solicitud. Expira por sí sola.',
  },
};
