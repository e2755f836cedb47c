// Keeping access beyond its end.
import { icu } from './icu.js';

/** Names in questions are foreign text. */
export const keeping = {
  /** While it's under way, by how it's kept. */
  underWay: {
    extend: 'Conservar acceso: Gatehouse está activando la prórroga automática.',
    removeGlobalAdministrator:
      'Conservar acceso: Microsoft quita Administrador global y después se activa la prórroga automática.',
    request: 'Conservar acceso: Gatehouse está preparando la solicitud de otra relación.',
  },
  late: 'Quedan menos de 24 horas, así que puede ser demasiado tarde. Gatehouse lo comprobará de nuevo después del final.',
  emptied: icu<{ count: number; groups: string }>(
    '{count, plural, one {# grupo no tenía otro rol y ahora no tiene ninguno} other {# grupos no tenían otro rol y ahora no tienen ninguno}}: {groups}.',
  ),
  failed: ({ cause }: { cause: string }) => `No se pudo conservar el acceso. ${cause}`,
  causes: {
    operationFailed: 'Microsoft empezó a quitar Administrador global y no lo consiguió.',
    unconfirmed: 'Microsoft lo aceptó hace más de una hora, pero no lo muestra como hecho.',
    ended: 'La relación finalizó antes.',
    notApproved: 'El cliente no aprobó la solicitud.',
  },
  wayOut: 'Puede hacerlo en el Centro de partners o volver a elegir “Conservar acceso”.',
  answer: ({ answer }: { answer: string }) => `Respuesta de Microsoft: ${answer}.`,
  openPartnerCenter: 'Abrir en el Centro de partners',
  title: ({ tenant }: { tenant: string }) => `¿Conservar el acceso a ${tenant}?`,
  /** Before Global Administrator is given up. */
  removal: {
    intro: ({ date }: { date: string }) =>
      `El acceso finaliza el ${date}. Microsoft no prorroga una relación que tiene Administrador global, así que Gatehouse quita antes ese rol.`,
    removed: ({ relationship }: { relationship: string }) =>
      `Administrador global se quita de “${relationship}”. Solo una solicitud nueva que apruebe el cliente lo devuelve.`,
    noLonger: 'Lo que solo puede hacer un administrador global en este cliente, sus grupos ya no podrán hacerlo.',
    groups: icu<{ count: number }>(
      '{count, plural, one {# grupo no tiene otro rol y pierde su acceso.} other {# grupos no tienen otro rol y pierden su acceso.}}',
    ),
    extended: 'Se activa la prórroga automática: el último día el acceso se prorroga 180 días, y así sucesivamente.',
    othersStay: 'Todos los demás roles y los grupos que los tienen.',
    takesAdmin: 'Para esto hace falta el rol de administrador: pídaselo a uno de sus administradores.',
    yes: 'Quitar y conservar',
    yesTooltip: ({ tenant }: { tenant: string }) => `Quitar Administrador global y conservar el acceso a ${tenant}`,
  },
  /** Before auto-extend is switched on, where that takes a ticket. */
  extension: {
    intro: ({ date }: { date: string }) => `El acceso termina el ${date}, y Gatehouse puede prolongarlo.`,
    yes: 'Conservar acceso',
    yesTooltip: ({ tenant }: { tenant: string }) => `Conservar el acceso a ${tenant}`,
  },
  /** Before another relationship is asked for. */
  request: {
    intro: ({ date }: { date: string }) =>
      `El acceso finaliza el ${date} y esta relación no se puede prorrogar con todos los roles de su plantilla de acceso.`,
    sent: 'Gatehouse pide al cliente otra relación, con todos los roles de su plantilla de acceso.',
    approval: 'El administrador del cliente tiene que aprobarla. La solicitud no se puede retirar durante 90 días.',
    accessStays: 'Su acceso hasta entonces. Los grupos pasan a la nueva relación cuando el cliente la apruebe.',
    yes: 'Enviar solicitud',
    yesTooltip: ({ tenant }: { tenant: string }) => `Enviar la solicitud a ${tenant}`,
  },
  drift: {
    card: ({ when }: { when: string }) =>
      `La prórroga automática está desactivada, aunque la plantilla de acceso la prevé. El acceso finaliza ${when} si no se activa.`,
    cause: ({ when }: { when: string }) => `la prórroga automática está desactivada y el acceso finaliza ${when}`,
    title: icu<{ count: number }>(
      '{count, plural, one {⚠️ La prórroga automática está desactivada en # inquilino} other {⚠️ La prórroga automática está desactivada en # inquilinos}}',
    ),
    list: 'Ver inquilinos',
    hint: 'Su plantilla de acceso la prevé. Abra un inquilino y elija “Conservar acceso” para activarla.',
  },
  repairStopped: icu<{ count: number }>(
    'Gatehouse lo ha corregido {count, plural, other {# veces}}, como indica la plantilla de acceso, y cada vez se volvió a cambiar. Ya no lo hace por sí solo.',
  ),
};
