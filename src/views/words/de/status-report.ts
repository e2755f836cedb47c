// The words of /status.
import { icu } from './icu.js';

/** Times are for text blocks only. */
export const statusReport = {
  title: 'Status von Gatehouse',
  neverRead: 'Der erste Abgleich mit Microsoft läuft.',
  lastRead: ({ time }: { time: string }) => `✅ Letzter Abgleich mit Microsoft: ${time}.`,
  notRead: ({ since }: { since: string }) => `⚠️ Gatehouse kann seit ${since} keine Daten bei Microsoft abrufen.`,
  noEvent: '📨 Das Partner Center sendet seine Ereignisse hierher. Noch kein Ereignis seit dem Start.',
  lastEvent: ({ time }: { time: string }) => `📨 Letztes Ereignis aus dem Partner Center: ${time}.`,
  unlisted: icu<{ count: number }>(
    '🔗 {count, plural, one {# Mandant ist nicht mehr Ihr Kunde, weder im Partner Center noch durch GDAP, aber dort ist noch eine Anfrage oder ein Zugriff von Ihnen offen. Siehe /leftovers. Zum Aktivieren fügen Sie ihn mit /add hinzu.} other {# Mandanten sind nicht mehr Ihre Kunden, weder im Partner Center noch durch GDAP, aber dort sind noch Anfragen oder Zugriffe von Ihnen offen. Siehe /leftovers. Zum Aktivieren fügen Sie einen mit /add hinzu.}}',
  ),
  watched: icu<{ count: number }>(
    '👁️ {count, plural, one {# offene Anfrage aus einem abgeschlossenen Offboarding wird beobachtet, bis sie abläuft.} other {# offene Anfragen aus abgeschlossenen Offboardings werden beobachtet, bis sie ablaufen.}}',
  ),
  watchedApproved: icu<{ count: number }>(
    '⚠️ {count, plural, one {# davon wurde doch noch genehmigt.} other {# davon wurden doch noch genehmigt.}}',
  ),
  moreFindings: icu<{ count: number }>(
    '{count, plural, one {# weiterer Befund} other {# weitere Befunde}}. npm run doctor listet alle auf.',
  ),
  moreConversations: icu<{ count: number }>(
    '{count, plural, one {# weitere Unterhaltung wird} other {# weitere Unterhaltungen werden}} nicht angezeigt.',
  ),
  tenants: icu<{ count: number }>('{count, plural, one {# Mandant} other {# Mandanten}}'),
  conversations: {
    personal: 'Ein persönlicher Chat',
    groupChat: 'Ein Gruppenchat',
    channel: 'Ein Kanal',
    channelIn: ({ team }: { team: string }) => `Ein Kanal in ${team}`,
    channelOf: ({ team, channel }: { team: string; channel: string }) => `${team} › ${channel}`,
    general: 'Allgemein',
  },
  subscribed: '✅ Benachrichtigungen ein',
  notSubscribed: '⚪ Benachrichtigungen aus',
  waiting: icu<{ count: number }>('{count, plural, one {# Nachricht wartet} other {# Nachrichten warten}}'),
  kept: icu<{ count: number }>('{count, plural, one {# Nachricht aufbewahrt.} other {# Nachrichten aufbewahrt.}}'),
  unreachable: ({ since, why }: { since: string; why: string }) => `⚠️ Nicht erreichbar seit ${since}: ${why}.`,
  unreachableUntil:
    'Gatehouse versucht es von selbst wieder, mindestens einmal am Tag, und sofort, wenn dort jemand schreibt oder es neu installiert.',
  failing: ({ since, why }: { since: string; why: string }) => `⚠️ Keine Zustellung seit ${since}: ${why}.`,
  failingUntil: 'Gatehouse versucht es weiter.',
  /** Why Teams takes no message, by its own code. */
  refusals: {
    notInstalled: 'Gatehouse ist dort nicht mehr installiert',
    blocked: 'Gatehouse ist dort blockiert',
    blockedOrUninstalled: 'Gatehouse ist dort blockiert oder wurde deinstalliert',
    blockedByAdmin: 'Ihr Teams-Administrator hat die App blockiert',
    notFound: 'Teams findet diese Unterhaltung nicht',
    notAccepted: 'Teams nimmt dort keine Nachrichten an',
    noAnswer: 'Teams antwortet nicht',
  },
};
