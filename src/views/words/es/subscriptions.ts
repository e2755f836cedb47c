// What a conversation hears by itself, and when.
import { icu } from './icu.js';

const count = (pattern: string) => icu<{ count: number }>(pattern);

/** Queries and names of tenants in them are foreign text. */
export const subscriptions = {
  title: 'Avisos en esta conversación',
  saved: 'Guardado.',
  notSaved: 'No se guardó nada.',
  off: 'Desactivados. /subscribe los activa.',
  kindsLabel: 'Avisar a esta conversación cuando',
  /** Each completes “Notify this conversation when”. */
  kinds: {
    lost: 'se pierda un acceso',
    leftovers: 'se apruebe una solicitud residual (administradores)',
    alarms: 'Gatehouse mismo necesite a un administrador (administradores)',
    ends: 'un acceso finalice pronto',
    issues: 'se detecten problemas',
    offboarding: 'una baja le necesite o termine',
    approved: 'se apruebe un acceso',
    drift: 'difiera la prórroga automática o una plantilla',
    report: 'esté listo el informe mensual',
  },
  aboutLabel: 'Solo de estos inquilinos',
  aboutHint: 'Todos, o por ejemplo tag:vip',
  meIs: ({ person }: { person: string }) => `Aquí, «yo» es ${person}.`,
  quietLabel: 'Horas de silencio',
  quietHint: '18:00-08:00 lun-vie, fines de semana',
  digestLabel: 'Resumen de lo pendiente',
  digests: { none: 'Nunca', daily: 'Cada día', weekly: ({ day }: { day: string }) => `Cada semana: ${day}` },
  digestAtLabel: 'Hora del resumen',
  zoneLabel: 'Zona horaria',
  save: 'Guardar',
  unsubscribe: 'No avisar más',
  show: 'Mostrar lo que llega aquí',
  change: 'Cambiar',
  /** Words in quiet hours: the first is written, the beginning of any is understood. */
  days: {
    mon: ['lun', 'lunes'],
    tue: ['mar', 'martes'],
    wed: ['mié', 'miércoles'],
    thu: ['jue', 'jueves'],
    fri: ['vie', 'viernes'],
    sat: ['sáb', 'sábado'],
    sun: ['dom', 'domingo'],
  } as Readonly<Record<'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun', readonly string[]>>,
  weekends: 'fines de semana',
  workdays: 'laborables',
  always: 'diario',
  unknownHours: ({ given }: { given: string }) =>
    `No entiendo las horas “${given}”. Escríbalas así: 18:00-08:00 lun-vie, fines de semana.`,
  alwaysQuiet: 'Estas horas de silencio no terminan nunca, así que no llegaría nada. Deje algo de tiempo libre.',
  unknownTime: ({ given }: { given: string }) => `No entiendo la hora “${given}”. Escríbala así: 08:00.`,
  unknownZone: ({ given }: { given: string }) => `No conozco la zona horaria “${given}”. Escríbala así: Europe/Madrid.`,
  /** Why something arrives here, or doesn’t. */
  why: {
    subscription: ({ kind }: { kind: string }) => `✅ Cuando ${kind}: por esta suscripción`,
    lastPlace: ({ kind }: { kind: string }) =>
      `🔒 Cuando ${kind}: no se puede desactivar aquí, porque no se avisa a ninguna otra conversación accesible`,
    muted: ({ kind }: { kind: string }) => `– Cuando ${kind}: desactivado aquí`,
    elsewhere: ({ kind }: { kind: string }) =>
      `– Cuando ${kind}: no aquí, porque a los administradores se les avisa en sus propios chats`,
  },
  asked: 'Lo que resulta de habilitar o dar de baja se comunica siempre donde alguien lo pidió.',
  about: ({ query }: { query: string }) => `Solo inquilinos que coinciden con ${query}`,
  quietAt: ({ hours, zone }: { hours: string; zone: string }) => `Horas de silencio: ${hours} (${zone})`,
  digestAt: ({ when, time, zone }: { when: string; time: string; zone: string }) =>
    `Resumen de lo pendiente: ${when}, ${time} (${zone})`,
  lastPlace:
    'Todo lo que se puede desactivar está desactivado. Es la última conversación a la que se avisa: los accesos perdidos, una solicitud residual aprobada, el turno de un segundo administrador y los accesos que finalizan en una semana siguen llegando aquí.',
  /** What came in quiet hours. */
  meanwhile: count(
    '{count, plural, one {🌅 # novedad durante las horas de silencio} other {🌅 # novedades durante las horas de silencio}}',
  ),
  /** The summary. Names follow the colon. */
  digest: {
    title: 'Lo pendiente',
    unowned: count(
      '{count, plural, one {🙋 # de estos inquilinos no tiene responsable} other {🙋 # de estos inquilinos no tienen responsable}}',
    ),
    named: ({ what, names }: { what: string; names: string }) => `${what}: ${names}`,
  },
};
