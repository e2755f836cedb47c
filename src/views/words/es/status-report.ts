// The words of /status.
import { icu } from './icu.js';

/** Times are for text blocks only. */
export const statusReport = {
  title: 'Estado de Gatehouse',
  neverRead: 'Primera sincronización con Microsoft en curso.',
  lastRead: ({ time }: { time: string }) => `✅ Última sincronización con Microsoft: ${time}.`,
  notRead: ({ since }: { since: string }) => `⚠️ Gatehouse no puede obtener datos de Microsoft desde el ${since}.`,
  noEvent: '📨 El Centro de partners envía aquí sus eventos. No ha llegado ninguno desde que se inició Gatehouse.',
  lastEvent: ({ time }: { time: string }) => `📨 Último evento del Centro de partners: ${time}.`,
  unlisted: icu<{ count: number }>(
    '🔗 {count, plural, one {# inquilino ya no es cliente suyo, ni en el Centro de partners ni por GDAP, pero allí sigue abierta una solicitud o un acceso de usted. Consulte /leftovers. Para habilitarlo, agréguelo con /add.} other {# inquilinos ya no son clientes suyos, ni en el Centro de partners ni por GDAP, pero allí siguen abiertas solicitudes o accesos de usted. Consulte /leftovers. Para habilitar uno, agréguelo con /add.}}',
  ),
  watched: icu<{ count: number }>(
    '👁️ {count, plural, one {# solicitud abierta a un inquilino dado de baja se vigila hasta que expire.} other {# solicitudes abiertas a inquilinos dados de baja se vigilan hasta que expiren.}}',
  ),
  watchedApproved: icu<{ count: number }>(
    '⚠️ {count, plural, one {# de ellas se aprobó después de la baja.} other {# de ellas se aprobaron después de la baja.}}',
  ),
  moreFindings: icu<{ count: number }>(
    '{count, plural, one {# resultado más} other {# resultados más}}. npm run doctor los muestra todos.',
  ),
  moreConversations: icu<{ count: number }>(
    '{count, plural, one {# conversación más no se muestra.} other {# conversaciones más no se muestran.}}',
  ),
  tenants: icu<{ count: number }>('{count, plural, one {# inquilino} other {# inquilinos}}'),
  conversations: {
    personal: 'Un chat personal',
    groupChat: 'Un chat grupal',
    channel: 'Un canal',
    channelIn: ({ team }: { team: string }) => `Un canal de ${team}`,
    channelOf: ({ team, channel }: { team: string; channel: string }) => `${team} › ${channel}`,
    general: 'General',
  },
  subscribed: '✅ Suscrita',
  notSubscribed: '⚪ No suscrita',
  waiting: icu<{ count: number }>('{count, plural, one {# mensaje en espera} other {# mensajes en espera}}'),
  kept: icu<{ count: number }>('{count, plural, one {# mensaje guardado.} other {# mensajes guardados.}}'),
  unreachable: ({ since, why }: { since: string; why: string }) => `⚠️ Sin conexión desde el ${since}: ${why}.`,
  unreachableUntil:
    'Gatehouse lo vuelve a intentar por sí mismo al menos una vez al día, y enseguida cuando alguien escribe allí o lo reinstala.',
  failing: ({ since, why }: { since: string; why: string }) => `⚠️ Sin entregas desde el ${since}: ${why}.`,
  failingUntil: 'Gatehouse sigue intentándolo.',
  /** Why Teams takes no message, by its own code. */
  refusals: {
    notInstalled: 'Gatehouse ya no está instalado allí',
    blocked: 'Gatehouse está bloqueado allí',
    blockedOrUninstalled: 'Gatehouse está bloqueado o se desinstaló allí',
    blockedByAdmin: 'su administrador de Teams ha bloqueado la aplicación',
    notFound: 'Teams no encuentra esta conversación',
    notAccepted: 'Teams no acepta mensajes allí',
    noAnswer: 'Teams no responde',
  },
};
