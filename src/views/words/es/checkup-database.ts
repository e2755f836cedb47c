// What a checkup found about the database that several replicas share.
import { icu } from './icu.js';

/** By finding: what was found, and how to fix it. */
export const databaseFindingWords = {
  databaseGood: {
    found: icu<{ version: string; replicas: number }>(
      'PostgreSQL {version}, lista para esta versión de Gatehouse. {replicas, plural, =0 {No hay ninguna instancia en ejecución.} one {Hay # instancia en ejecución.} other {Hay # instancias en ejecución.}}',
    ),
  },
  databaseAway: {
    found: ({ answer }: { answer: string }) => `No responde, así que Gatehouse no puede guardar nada (${answer}).`,
    cure: 'Compruebe el servidor de base de datos, la red y DATABASE_URL. Gatehouse continúa en cuanto responde la base de datos.',
  },
  databaseRefuses: {
    found: ({ answer }: { answer: string }) => `No acepta la conexión (${answer}).`,
    cure: 'Compruebe el usuario, la contraseña, la base de datos y sslrootcert en DATABASE_URL, y qué conexiones permite el servidor (pg_hba.conf).',
  },
  databaseTooOld: {
    found: ({ version }: { version: string }) => `PostgreSQL ${version} es demasiado antiguo para Gatehouse.`,
    cure: 'Use PostgreSQL 14 o posterior.',
  },
  databaseEncoding: {
    found: 'La codificación no es UTF8.',
    cure: 'Cree otra base de datos con la codificación UTF8.',
  },
  databaseNotMigrated: {
    found: 'Faltan tablas que necesita esta versión de Gatehouse.',
    cure: 'Ejecute npm run store:migrate.',
  },
  databaseNewer: {
    found: 'Una versión más reciente de Gatehouse migró la base de datos.',
    cure: 'Actualice Gatehouse a esa versión.',
  },
  databaseNotGranted: {
    found: ({ user }: { user: string }) => `El usuario ${user} no tiene permiso para usar las tablas de Gatehouse.`,
    cure: 'Defina DATABASE_OWNER_URL y ejecute npm run store:migrate -- --login.',
  },
  databaseMoved: {
    found: ({ place }: { place: string }) => `Todo su contenido se movió a ${place}.`,
    cure: 'Inicie Gatehouse allí. Lo que se guardó desde entonces no está en esta base de datos.',
  },
  databasePooled: {
    found: 'Un pooler comparte las conexiones entre transacciones, así que se pierden bloqueos y notificaciones.',
    cure: 'Defina pool_mode=session para Gatehouse en el pooler o conecte DATABASE_URL con el propio servidor.',
  },
  databaseBehind: {
    found: icu<{ seconds: number }>(
      'Aquí faltan los cambios de otras instancias desde hace {seconds, plural, one {# segundo} other {# segundos}}.',
    ),
    cure: 'Compruebe la carga del servidor de base de datos y la red. Hasta entonces, las listas y las tarjetas pueden estar desactualizadas.',
  },
  replicaTemplatesDiffer: {
    found: icu<{ sets: number }>(
      'Las instancias trabajan con {sets, plural, one {# conjunto} other {# conjuntos distintos}} de plantillas de acceso, así que lo que le falta a un inquilino depende de cuál lo compruebe.',
    ),
    cure: 'Ponga el mismo archivo o carpeta (ACCESS_TEMPLATE) en cada equipo. Cada instancia lo adopta en menos de un minuto.',
  },
  databaseLoginLimited: {
    found: ({ user }: { user: string }) => `${user} solo tiene los permisos que Gatehouse necesita.`,
  },
  databaseOwner: {
    found: ({ user }: { user: string }) =>
      `Gatehouse inicia sesión como ${user}, que puede cambiarlo todo. Cualquiera que tenga esa contraseña puede reescribir el registro de auditoría.`,
    cure: 'Defina DATABASE_URL con un usuario propio y DATABASE_OWNER_URL con el propietario, y ejecute npm run store:migrate -- --login.',
  },
  databaseClockRight: { found: 'Coincide con el de este equipo.' },
  databaseClockOff: {
    found: icu<{ seconds: number; direction: 'ahead' | 'behind' }>(
      'El reloj de este equipo lleva {seconds, plural, one {# segundo} other {# segundos}} de {direction, select, ahead {adelanto} other {retraso}} respecto al de la base de datos.',
    ),
    cure: 'Configure ambos equipos para que ajusten su reloj con la hora de red (NTP).',
  },
};
