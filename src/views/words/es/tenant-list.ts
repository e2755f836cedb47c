// The list of tenants.
import { icu } from './icu.js';

/** Times are for text blocks only. */
export const tenantList = {
  title: 'Inquilinos',
  all: 'Todos',
  searchLabel: 'Buscar',
  searchHint: 'Nombre, dominio o id.',
  searchTooltip: 'Buscar inquilinos',
  goTo: { label: ({ pages }: { pages: number }) => `Página (1–${pages})`, title: 'Ir', tooltip: 'Ir a la página' },
  /** The input that completes a name, and its button. */
  pick: {
    label: 'Nombre de un inquilino',
    title: 'Abrir inquilino',
    none: 'Elija primero un inquilino y después Abrir inquilino.',
  },
  refreshTooltip: 'Actualizar esta lista',
  toList: 'A la lista de inquilinos',
  position: icu<{ from: number; to: number; total: number }>(
    '{from, number}–{to, number} de {total, plural, one {# inquilino} other {# inquilinos}}',
  ),
  changed: 'El orden ha cambiado desde que abrió esta lista · Actualizar',
  gone: {
    name: 'Ya no es cliente suyo',
    note: '“Actualizar” quita esta fila.',
    status: 'No figura en la lista del Centro de partners',
  },
  row: {
    offboarding: 'baja en curso',
    delegatedAdmin: 'DAP',
    approvalRequest: 'solicitud aún abierta',
    liveAccess: 'acceso aún activo',
    accepted: 'aceptado',
    checking: 'comprobando de nuevo',
    retrying: 'reintentando',
    /** The first cause, and how many more. */
    cause: icu<{ cause: string; more: number }>('{cause}{more, plural, =0 {} other { +#}}'),
    days: icu<{ days: number }>('{days, plural, one {# día} other {# días}}'),
    since: ({ time }: { time: string }) => `desde las ${time}`,
  },
  /** Titles of buttons in a row, where a phone has room for few letters. */
  rowButtons: {
    reviewLimitations: 'Revisar',
    copyApproval: 'Copiar',
  },
  asOf: ({ time }: { time: string }) => `Última sincronización: ${time}`,
  neverRead: 'Aún sin sincronizar con Microsoft',
  reading: 'Sincronizando con Microsoft…',
  empty: {
    reading: 'Gatehouse está obteniendo sus clientes de Microsoft. Esta tarjeta se completa sola.',
    closed:
      'La API del Centro de partners rechaza a Gatehouse, así que muestra los clientes a los que GDAP le da acceso, en cuanto haya alguno y el Centro de partners lo haya rechazado dos veces.',
    notRead:
      'Gatehouse aún no ha podido obtener sus clientes de Microsoft. Esta tarjeta se completará sola en cuanto pueda.',
    noMatch:
      'Ningún inquilino coincide con esta búsqueda. Para verlos todos, seleccione “Todos los inquilinos”. Gatehouse muestra los clientes que compran a través de usted o a los que GDAP le da acceso.',
    onlyUnlisted: icu<{ count: number }>(
      'Ningún cliente coincide con esta búsqueda. {count, plural, one {Sí coincide un antiguo cliente, que no lo es ni en el Centro de partners ni por GDAP: consulte /leftovers. Para habilitarlo, agréguelo con /add.} other {Sí coinciden # antiguos clientes, que no lo son ni en el Centro de partners ni por GDAP: consulte /leftovers. Para habilitar uno, agréguelo con /add.}}',
    ),
    otherStatuses: ({ status, search, others }: { status: string; search: string; others: string }) =>
      `Ningún inquilino con el estado “${status}” coincide con “${search}”. Coincidencias con otros estados: ${others}. Seleccione un estado arriba.`,
    noTenant: ({ search }: { search: string }) => `Ningún inquilino coincide con “${search}”.`,
    certified: icu<{ count: number; search: string }>(
      '{count, plural, one {Sí coincide un certificado de baja} other {Sí coinciden # certificados de baja}}: escriba /certificate {search}.',
    ),
    didYouMean: ({ names }: { names: string }) => `¿Quiso decir ${names}?`,
    noCustomers: 'El Centro de partners no muestra ningún cliente.',
    noneWithStatus: 'Ningún inquilino tiene este estado.',
  },
  failing: ({ since }: { since: string }) => `Gatehouse no puede obtener datos de Microsoft desde el ${since}.`,
  failingKnown: ({ since }: { since: string }) =>
    `Gatehouse no puede obtener datos de Microsoft desde el ${since}. Esto es lo último que sabía.`,
  fallback: ({ counts }: { counts: string }) => `Inquilinos: ${counts}`,
};
