// Batches: one thing done to many tenants.
import { icu } from './icu.js';

/** Names of people and queries are foreign text. */
export const batches = {
  many: 'Muchos inquilinos a la vez',
  /** The question, by what is done. */
  ask: {
    enable: icu<{ count: number }>('¿Habilitar {count, plural, one {# inquilino} other {# inquilinos}}?'),
    revalidate: icu<{ count: number }>('¿Revalidar {count, plural, one {# inquilino} other {# inquilinos}}?'),
    keepAccess: icu<{ count: number }>(
      '¿Conservar el acceso a {count, plural, one {# inquilino} other {# inquilinos}}?',
    ),
    tag: icu<{ count: number }>('¿Cambiar las etiquetas de {count, plural, one {# inquilino} other {# inquilinos}}?'),
    disable: icu<{ count: number }>('¿Deshabilitar {count, plural, one {# inquilino} other {# inquilinos}}?'),
    endEarlier: icu<{ count: number }>(
      '¿Finalizar la relación anterior con {count, plural, one {# inquilino} other {# inquilinos}}?',
    ),
    take: icu<{ count: number }>('¿Encargarse de {count, plural, one {# inquilino} other {# inquilinos}}?'),
    release: icu<{ count: number }>('¿Dejar de encargarse de {count, plural, one {# inquilino} other {# inquilinos}}?'),
    releaseOther: icu<{ count: number }>(
      '¿Liberar {count, plural, one {# inquilino} other {# inquilinos}}, aunque se encargue otra persona?',
    ),
    import: icu<{ count: number }>('¿Importar cambios en {count, plural, one {# inquilino} other {# inquilinos}}?'),
    assign: icu<{ count: number; person: string }>(
      '¿Asignar {count, plural, one {# inquilino} other {# inquilinos}} a {person}?',
    ),
  },
  /** The living card, by what is done. */
  title: {
    enable: icu<{ count: number }>('Habilitar {count, plural, one {# inquilino} other {# inquilinos}}'),
    revalidate: icu<{ count: number }>('Revalidar {count, plural, one {# inquilino} other {# inquilinos}}'),
    keepAccess: icu<{ count: number }>('Conservar el acceso a {count, plural, one {# inquilino} other {# inquilinos}}'),
    tag: icu<{ count: number }>('Cambiar las etiquetas de {count, plural, one {# inquilino} other {# inquilinos}}'),
    disable: icu<{ count: number }>('Deshabilitar {count, plural, one {# inquilino} other {# inquilinos}}'),
    endEarlier: icu<{ count: number }>(
      'Finalizar la relación anterior con {count, plural, one {# inquilino} other {# inquilinos}}',
    ),
    take: icu<{ count: number }>('Encargarse de {count, plural, one {# inquilino} other {# inquilinos}}'),
    release: icu<{ count: number }>('Dejar de encargarse de {count, plural, one {# inquilino} other {# inquilinos}}'),
    releaseOther: icu<{ count: number }>(
      'Liberar {count, plural, one {# inquilino} other {# inquilinos}}, aunque se encargue otra persona',
    ),
    import: icu<{ count: number }>('Importar cambios en {count, plural, one {# inquilino} other {# inquilinos}}'),
    assign: icu<{ count: number; person: string }>(
      'Asignar {count, plural, one {# inquilino} other {# inquilinos}} a {person}',
    ),
  },
  tags: ({ tags }: { tags: string }) => `Etiquetas: ${tags}`,
  requests: icu<{ count: number }>(
    '{count, plural, one {Se envía como máximo # solicitud nueva a un cliente. No se puede retirar.} other {Se envían como máximo # solicitudes nuevas a clientes. No se pueden retirar.}}',
  ),
  requestsFor: ({ names }: { names: string }) => `Solicitudes nuevas, si hacen falta: ${names}`,
  forgets: 'Se elimina todo lo que Gatehouse guarda sobre estos inquilinos. Deshabilitar no pone fin a ningún acceso.',
  presentStays:
    'Donde ya tiene acceso, se conserva hasta que el cliente apruebe y todo funcione por la nueva solicitud.',
  endsEarlier:
    'Microsoft finaliza la relación anterior con cada inquilino, la más antigua si hay varias. No se puede deshacer. El acceso continúa por la que la sustituyó.',
  endsGroups: 'Los grupos ajenos a su plantilla de acceso que solo tienen roles por una relación anterior los pierden.',
  fine: icu<{ count: number }>(
    '{count, plural, one {# inquilino ya lo tiene o está en curso.} other {# inquilinos ya lo tienen o están en curso.}}',
  ),
  /** Where they're to be released. */
  unowned: icu<{ count: number }>(
    '{count, plural, one {De # inquilino no se encarga nadie, o se está liberando.} other {De # inquilinos no se encarga nadie, o se están liberando.}}',
  ),
  cannot: icu<{ count: number; why: string }>('No es posible para {count}: {why}'),
  takes: ({ duration }: { duration: string }) => `Tarda unos ${duration}.`,
  seconds: '60 segundos',
  minutes: icu<{ count: number }>('{count, plural, one {# minuto} other {# minutos}}'),
  hours: icu<{ count: number }>('{count, plural, one {# hora} other {# horas}}'),
  noticesFirst:
    'Para informar antes a los clientes, escriba /export notices: un archivo con un aviso para cada uno, en el idioma elegido para él.',
  asByButton:
    'Cada inquilino se trata en su nombre, como si hubiera elegido su botón. Puede detenerlo en cualquier momento.',
  nothingToDo: 'No hay nada que hacer',
  noneNeeds: 'Ningún inquilino que coincida lo necesita y puede tenerlo.',
  changed: 'Los inquilinos han cambiado desde entonces, así que no se inició nada. Compruebe de nuevo qué se haría.',
  sameWaits: 'Esto ya espera la aprobación de un segundo administrador, así que no se solicitó nada más.',
  sameRuns: 'Esto ya está en curso, así que no se inició nada más.',
  typeNumber: 'Para confirmar, escriba el número de inquilinos: ',
  number: 'Número de inquilinos',
  numberExpected: ({ number }: { number: string }) => `Escriba ${number}.`,
  numberWrong: 'Ese no es el número de inquilinos. No se inició nada.',
  /** Rows that a person gave, of which these name no tenant, or several. `text` is foreign. */
  wrongRow: {
    inLine: ({ line, text }: { line: number; text: string }) => `Línea ${line} («${text}»)`,
    alone: ({ text }: { text: string }) => `«${text}»`,
    none: ({ row }: { row: string }) => `${row}: ningún inquilino tiene este nombre, dominio o id.`,
    several: ({ row }: { row: string }) =>
      `${row}: varios inquilinos tienen este nombre. Indique el dominio o el id. de inquilino.`,
    more: icu<{ count: number }>(
      '{count, plural, one {# línea más no nombra} other {# líneas más no nombran}} ningún inquilino, o varios.',
    ),
  },
  rowsGone: 'Esta vista previa ya no se conserva, así que no se ha iniciado nada. Solicítela de nuevo.',
  yes: {
    enable: 'Habilitar',
    revalidate: 'Revalidar',
    keepAccess: 'Conservar acceso',
    tag: 'Cambiar etiquetas',
    disable: 'Deshabilitar',
    endEarlier: 'Finalizar relaciones',
    take: 'Encargarme',
    release: 'Liberar',
    releaseOther: 'Liberar',
    import: 'Importar',
    assign: 'Asignar',
  },
  /** Why tenants are left as they are. */
  why: {
    alreadyUnderWay: 'ya en curso',
    alreadyDone: 'ya hecho',
    notOnboarded: 'sin configurar. «Habilitar» solicita el acceso.',
    microsoftAtWork: 'Microsoft está trabajando en ello',
    doesNotApply: 'no corresponde a su estado',
    newRequestWontHelp: 'problemas detectados que una nueva solicitud no resuelve. Sus tarjetas indican qué hacer.',
    awaitsCustomer: 'requiere aprobación. Primero el cliente tiene que aprobar la solicitud.',
    onlyWithoutGlobalAdministrator:
      'antes hay que quitar Administrador global. «Conservar acceso», en la tarjeta del inquilino, lo ofrece.',
    accessEnded: 'el acceso ha finalizado. «Habilitar» lo solicita de nuevo.',
    successorWaits: 'una nueva solicitud espera la aprobación del cliente o a Microsoft',
    noKnownEnd: 'ningún acceso activo con fecha de fin conocida',
    notApproved: 'no está aprobado, así que la relación anterior quizá aún haga falta',
    tooLate: 'no le llegó el turno en un día, así que no se finalizó nada',
    tooManyTags: 'más de 20 etiquetas',
    noCustomer: 'ya no es cliente suyo en el Centro de partners',
    noSuchTenant: 'ya no es cliente suyo',
    offboardingUnderWay: 'baja completa en curso',
    ownedByOther: 'otra persona se encarga del inquilino',
    ticketMissing: 'no se indicó ningún ticket',
    roleLost: 'la persona ya no tiene el rol para esto',
    awaitsSecondAdmin: 'ahora requiere la aprobación de un segundo administrador: la plantilla de acceso ha cambiado',
    other: 'otro motivo',
  },
  /** Where the tenants stand to which it was done. */
  standing: {
    awaitsApproval: ({ count }: { count: number }) => `A la espera de la aprobación del cliente: ${count}`,
    approved: ({ count }: { count: number }) => `Aprobados: ${count}`,
    earlierLeft: ({ count }: { count: number }) => `Relación anterior aún activa: ${count}`,
    ended: ({ count }: { count: number }) => `Relación anterior finalizada: ${count}`,
    ending: ({ count }: { count: number }) => `Microsoft la está finalizando: ${count}`,
    notEnded: ({ count }: { count: number }) => `No se pudo finalizar, vea la tarjeta del inquilino: ${count}`,
    endUnknown: ({ count }: { count: number }) =>
      `Inquilino deshabilitado entretanto o con baja completa en curso, por lo que Gatehouse ya no sigue su fin: ${count}`,
    issues: ({ cause, count }: { cause: string; count: number }) => `Problemas detectados: ${cause} (${count})`,
  },
  /** The buttons for the approval links of the batch as a file, by its format. */
  links: ({ format }: { format: string }) => `Vínculos de aprobación: ${format}`,
  linksHint: 'Los vínculos son para quien los envía a los clientes. No comparta el archivo.',
  noLinks: 'Ya no hay ningún vínculo de aprobación: ningún cliente de este lote tiene una solicitud que aprobar.',
  show: 'Mostrar el progreso',
  list: {
    title: 'Lotes',
    toList: 'A la lista de lotes',
    what: ({ days }: { days: number }) =>
      `Lo que se inició para muchos inquilinos a la vez, lo más reciente primero. Un lote aparece aquí hasta ${days} días después de terminar.`,
    none: ({ days }: { days: number }) =>
      `No hay ningún lote en curso, y ninguno terminó en los últimos ${days} días. Para iniciar uno, escriba por ejemplo /habilitar tag:vip.`,
    awaitsSecond: 'A la espera de la aprobación de un segundo administrador',
    notApproved: 'No aprobado, no se hizo nada',
    inProgress: ({ done, count }: { done: number; count: number }) => `En curso: ${done} de ${count} hechos`,
    stopped: ({ done, count }: { done: number; count: number }) => `Detenido: ${done} de ${count} hechos`,
    finished: ({ done, count }: { done: number; count: number }) => `Terminado: ${done} de ${count} hechos`,
  },
  /** One message for many tenants. */
  together: {
    approved: icu<{ count: number }>(
      '✅ {count, plural, one {# inquilino está aprobado} other {# inquilinos están aprobados}}',
    ),
    issues: icu<{ count: number }>('⚠️ Problemas detectados en {count, plural, one {# inquilino} other {# inquilinos}}'),
    unanswered: icu<{ count: number }>(
      '⏳ {count, plural, one {# cliente no ha aprobado} other {# clientes no han aprobado}} todavía',
    ),
    expires: ({ tenant, day }: { tenant: string; day: string }) => `${tenant}: la solicitud caduca el ${day}`,
    reviewsDue: icu<{ count: number }>(
      '🔎 Es hora de revisar las limitaciones aceptadas de {count, plural, one {# inquilino} other {# inquilinos}}',
    ),
    accepted: 'Limitaciones aceptadas',
    ofCause: ({ cause, tenants }: { cause: string; tenants: string }) => `${cause}: ${tenants}`,
  },
  askedBy: ({ person }: { person: string }) => `Solicitado por ${person}`,
  startedBy: ({ person }: { person: string }) => `Iniciado por ${person}`,
  done: ({ done, count }: { done: number; count: number }) => `Hecho: ${done} de ${count}`,
  underWay: ({ count }: { count: number }) => `En curso en Microsoft: ${count}`,
  waiting: ({ count }: { count: number }) => `Por hacer: ${count}`,
  wereFine: ({ count }: { count: number }) => `Ya estaba así: ${count}`,
  left: ({ duration }: { duration: string }) => `Quedan unos ${duration}.`,
  stoppedBy: icu<{ person: string; count: number }>(
    'Detenido por {person}. {count, plural, one {# inquilino sigue} other {# inquilinos siguen}} como antes.',
  ),
  ended: 'Terminado.',
  stop: 'Detener',
  stopTooltip: 'Detener: no se cambia ningún otro inquilino',
  rest: ({ count }: { count: number }) => `Hacer el resto (${count})…`,
  /** A message when it's over. */
  headline: ({ title, done, count }: { title: string; done: number; count: number }) =>
    `${title}: terminado, ${done} de ${count} hechos`,
  stoppedHeadline: ({ title, done, count }: { title: string; done: number; count: number }) =>
    `${title}: detenido, ${done} de ${count} hechos`,
  second: {
    waits: ({ person, day }: { person: string; day: string }) =>
      `🔐 ${person} lo ha solicitado. Un segundo administrador debe aprobarlo antes del ${day}. Hasta entonces no se cambia ningún inquilino.`,
    gives: ({ template, roles }: { template: string; roles: string }) =>
      `Plantilla de acceso «${template}», con roles con privilegios: ${roles}.`,
    givesNone: ({ template }: { template: string }) => `Plantilla de acceso «${template}», sin roles con privilegios.`,
    moreTemplates: icu<{ count: number }>(
      '{count, plural, one {Y # plantilla de acceso más.} other {Y # plantillas de acceso más.}}',
    ),
    approvedBy: ({ person }: { person: string }) => `Aprobado por ${person}`,
    lapsed:
      'Ningún segundo administrador lo aprobó en un día. No se hizo nada. Vuelva a solicitarlo si todavía lo desea.',
    stale:
      'Las plantillas de acceso han cambiado desde entonces, o la persona ya no puede solicitarlo. No se hizo nada. Vuelva a solicitarlo si todavía lo desea.',
    sameAdmin: 'Otro administrador debe aprobarlo. No se hizo nada.',
    nothingWaits: 'Aquí ya nada espera a un segundo administrador.',
    asked: ({ title }: { title: string }) => `🔐 Un segundo administrador debe aprobar: ${title}`,
    notApproved: ({ title }: { title: string }) => `${title}: sin aprobación, no se hizo nada`,
  },
};
