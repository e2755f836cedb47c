// Limitations: what is wrong, why, and who fixes it how.
import { icu } from './icu.js';

const again =
  'Si aún desea el acceso, seleccione “Solicitar de nuevo” para enviar al cliente una nueva solicitud. Si no, seleccione “Deshabilitar”.';
const revalidate = 'Después, seleccione “Revalidar”';
const support = 'pida a un agente de administración que abra una solicitud de soporte técnico en el Centro de partners';

/** `title` is a few words, also for a row of the list and a headline. Names in them are foreign text. */
export const limitations = {
  openPartnerCenter: 'Abrir Centro de partners',
  acceptInstead: 'Si no administra Azure para él, seleccione en su lugar “Aceptar limitación…”.',
  takenAwayInstead: 'Si era lo previsto, cambie la plantilla de acceso o seleccione en su lugar “Aceptar limitación…”.',
  answer: ({ answer }: { answer: string }) => `Respuesta de Microsoft: ${answer}`,
  requestId: ({ id }: { id: string }) => `Id. de solicitud de Microsoft: ${id}`,
  requestElsewhere: {
    title: 'Otra solicitud aún pendiente',
    cause: ({ relationship }: { relationship: string }) =>
      `La solicitud “${relationship}” no la creó Gatehouse y está en espera del cliente. Gatehouse no crea una segunda junto a ella.`,
    cure: 'En el Centro de partners, abra el cliente, vaya a “Relaciones de administración” y envíe al cliente el vínculo de esa solicitud. Una vez aprobada, Gatehouse la adopta si incluye todos los roles. Si no la desea, deje que expire y después seleccione “Revalidar”.',
  },
  requestRefused: {
    title: 'Microsoft rechazó la solicitud',
    nameTaken: ({ relationship }: { relationship: string }) => `El nombre es “${relationship}”.`,
    cure: `${revalidate} para enviar de nuevo la solicitud.`,
  },
  roleMissing: {
    title: ({ roles }: { roles: string }) => `Falta: ${roles}`,
    cause: icu<{ relationship: string; count: number }>(
      'La relación “{relationship}” está activa sin {count, plural, one {este rol} other {estos roles}} de la plantilla de acceso.',
    ),
    cure: 'No se pueden agregar roles una vez que el cliente ha aprobado. Seleccione “Solicitar de nuevo”: el cliente recibe una nueva solicitud con todos los roles y el acceso actual se conserva hasta entonces.',
  },
  templateChanged: {
    title: ({ roles }: { roles: string }) => `Plantilla modificada: falta ${roles}`,
    cause: icu<{ relationship: string; count: number }>(
      'La plantilla de acceso ha cambiado desde que el cliente aprobó “{relationship}” y ahora pide también {count, plural, one {este rol} other {estos roles}}.',
    ),
    cure: 'No se pueden agregar roles una vez que el cliente ha aprobado. Seleccione “Solicitar de nuevo”: el cliente recibe una nueva solicitud con todos los roles y el acceso actual se conserva hasta entonces.',
  },
  templateHeld: {
    title: ({ roles }: { roles: string }) => `Plantilla modificada: un segundo administrador debe aprobar ${roles}`,
    cause: icu<{ relationship: string; count: number }>(
      'La plantilla de acceso ha cambiado y ahora da a un grupo {count, plural, one {este rol con privilegios} other {estos roles con privilegios}}. El cliente {count, plural, one {lo aprobó} other {los aprobó}} con “{relationship}”, pero un segundo administrador todavía no.',
    ),
    cure: 'Seleccione “Solicitar de nuevo”: se consulta a un segundo administrador y, tras su aprobación, el grupo obtiene lo que le falta. Si no debe ser así, deshaga el cambio de la plantilla de acceso.',
  },
  groupNotAssigned: {
    title: ({ group }: { group: string }) => `Roles sin asignar: “${group}”`,
    cause: 'Microsoft rechazó la asignación de los roles del grupo.',
    cure: `${revalidate} para asignar de nuevo el grupo.`,
  },
  assignmentFailed: {
    title: ({ group }: { group: string }) => `Error de asignación: “${group}”`,
    cause: 'Microsoft aceptó la asignación y después la finalizó con un error.',
    cure: `Seleccione “Revalidar” para quitar la asignación con error y crearla de nuevo. Si vuelve a fallar, ${support}.`,
  },
  assignmentGone: {
    title: ({ group }: { group: string }) => `“${group}” perdió el acceso`,
    cause: 'La asignación de acceso del grupo se quitó en el Centro de partners o con otro producto. No fue Gatehouse.',
    cure: 'Seleccione “Revalidar” para asignar de nuevo el grupo.',
  },
  rolesTakenAway: {
    title: ({ group, roles }: { group: string; roles: string }) => `“${group}” perdió: ${roles}`,
    cause: icu<{ count: number }>(
      '{count, plural, one {Este rol se quitó} other {Estos roles se quitaron}} de la asignación de acceso del grupo, en el Centro de partners o con otro producto. No fue Gatehouse.',
    ),
    cure: 'Seleccione “Revalidar” para asignar de nuevo los roles al grupo.',
  },
  noAzurePlan: {
    title: 'Sin plan de Azure',
    cause:
      'El cliente no tiene un plan de Azure con usted, así que no puede administrar sus suscripciones de Azure. Todo lo demás funciona.',
    cure: `Si administra Azure para este cliente, pida a alguien con permisos de compra en el Centro de partners que compre el plan de Azure. ${revalidate}.`,
  },
  azurePlanNotActive: {
    title: 'Plan de Azure no activo',
    cause:
      'El plan de Azure del cliente está suspendido o ha finalizado, así que no puede administrar sus suscripciones de Azure. Todo lo demás funciona.',
    cure: `Si administra Azure para este cliente, pida a alguien con permisos de compra en el Centro de partners que reactive el plan. ${revalidate}.`,
  },
  notReseller: {
    title: 'Sin relación de revendedor',
    cause:
      'El cliente no compra a través de usted y el acceso a Azure requiere una relación de revendedor. Todo lo demás funciona.',
    cure: `Si administra Azure para este cliente, envíe una solicitud de revendedor desde el Centro de partners. ${revalidate}.`,
  },
  relationshipLost: {
    terminated: {
      title: 'Se finalizó el acceso',
      cause: ({ relationship }: { relationship: string }) =>
        `El cliente, o alguien en el Centro de partners, finalizó la relación “${relationship}”. En el lado del cliente puede hacerlo un administrador global o una persona con el rol “Customer Delegated Admin Relationship Administrator”.`,
      cure: `Pregunte al cliente si fue intencionado. ${again}`,
    },
    expired: {
      title: 'El acceso expiró',
      cause: ({ relationship }: { relationship: string }) =>
        `La relación “${relationship}” llegó a su fecha de fin y no se renovó.`,
      cure: again,
    },
    expiring: {
      title: 'Microsoft está quitando el acceso',
      cause: ({ relationship }: { relationship: string }) =>
        `La relación “${relationship}” ha superado su fecha de fin y Microsoft está quitando el acceso.`,
      cure: 'Esto no se puede detener. Cuando haya expirado, podrá enviar una nueva solicitud aquí.',
    },
    gone: {
      title: 'El acceso ya no existe',
      cause: ({ relationship }: { relationship: string }) => `Microsoft ya no tiene la relación “${relationship}”.`,
      cure: again,
    },
    declined: {
      title: 'El cliente rechazó la solicitud',
      cause: ({ relationship }: { relationship: string }) => `La solicitud “${relationship}” terminó sin ser aprobada.`,
      cure: `Hable con el administrador del cliente. ${again}`,
    },
    lapsed: {
      title: 'La solicitud expiró',
      cause: ({ relationship }: { relationship: string }) =>
        `La solicitud “${relationship}” no se aprobó en 90 días, así que Microsoft la quitó.`,
      cure: again,
    },
  },
  couldNotCheck: {
    title: ({ what }: { what: string }) => `Error al comprobar: ${what}`,
    cause: 'La comprobación falló, así que Gatehouse no sabe si todo está en orden.',
    cure: 'Gatehouse sigue comprobándolo. Seleccione “Revalidar” para comprobarlo ahora.',
  },
  keepsFailing: {
    title: ({ what }: { what: string }) => `Error persistente: ${what}`,
    cause: ({ said }: { said: string }) => `Último intento: ${said}.`,
    /** For text blocks only. */
    when: ({ since }: { since: string }) => `Falla desde el ${since}.`,
    cure: `Gatehouse lo reintenta automáticamente; la tarjeta del inquilino indica cuándo. Seleccione “Revalidar” para intentarlo ahora. Si sigue fallando, ${support} con el id. de solicitud.`,
  },
  assignmentStuck: {
    title: ({ group }: { group: string }) => `Asignación bloqueada: “${group}”`,
    cause: 'Microsoft aceptó la asignación y aún la muestra como pendiente. Normalmente tarda un minuto o dos.',
    /** For text blocks only. */
    when: ({ since }: { since: string }) => `Pendiente desde el ${since}.`,
    cure: `Seleccione “Revalidar” para quitar la asignación pendiente y crearla de nuevo. Si vuelve a bloquearse, ${support}.`,
  },
  takesTooLong: {
    title: 'Microsoft tarda más de lo habitual',
    cause: 'Crear, activar y asignar suele tardar minutos. Esto ha tardado más de una hora.',
    state: ({ relationship, status }: { relationship: string; status: string }) =>
      `La relación “${relationship}” tiene el estado ${status}.`,
    /** For text blocks only. */
    when: ({ since }: { since: string }) => `En espera desde el ${since}.`,
    cure: `Gatehouse sigue comprobándolo. Seleccione “Revalidar” para comprobarlo ahora. Si nada cambia, ${support}.`,
  },
  unknownStatus: {
    title: 'Estado desconocido en Microsoft',
    cause: ({ relationship }: { relationship: string }) =>
      `La relación “${relationship}” tiene un estado que esta versión de Gatehouse no reconoce, así que no se sabe si usted tiene acceso.`,
    cure: 'Compruebe la relación en el Centro de partners y si hay una versión más reciente de Gatehouse.',
  },
  card: {
    title: ({ tenant }: { tenant: string }) => `Limitaciones de ${tenant}`,
    howToFix: 'Cómo solucionarlo: ',
    acceptedBy: ({ person }: { person: string }) => `Aceptada por ${person}`,
  },
};
