// The words of /status.
import { icu } from './icu.js';

/** Times are for text blocks only. */
export const statusReport = {
  title: 'État de Gatehouse',
  neverRead: 'Première synchronisation avec Microsoft en cours.',
  lastRead: ({ time }: { time: string }) => `✅ Dernière synchronisation avec Microsoft : ${time}.`,
  notRead: ({ since }: { since: string }) => `⚠️ Gatehouse ne peut rien lire chez Microsoft depuis le ${since}.`,
  noEvent: '📨 L’Espace partenaires envoie ses événements ici. Aucun événement depuis le démarrage.',
  lastEvent: ({ time }: { time: string }) => `📨 Dernier événement de l’Espace partenaires : ${time}.`,
  unlisted: icu<{ count: number }>(
    '🔗 {count, plural, one {# locataire n’est plus votre client, ni dans l’Espace partenaires ni par GDAP, mais une demande ou un accès de votre part y est encore ouvert. Consultez /leftovers. Pour l’activer, ajoutez-le avec /add.} other {# locataires ne sont plus vos clients, ni dans l’Espace partenaires ni par GDAP, mais des demandes ou des accès de votre part y sont encore ouverts. Consultez /leftovers. Pour en activer un, ajoutez-le avec /add.}}',
  ),
  watched: icu<{ count: number }>(
    '👁️ {count, plural, one {# demande encore ouverte après une sortie est surveillée jusqu’à son expiration.} other {# demandes encore ouvertes après une sortie sont surveillées jusqu’à leur expiration.}}',
  ),
  watchedApproved: icu<{ count: number }>(
    '⚠️ {count, plural, one {# d’entre elles a finalement été approuvée.} other {# d’entre elles ont finalement été approuvées.}}',
  ),
  moreFindings: icu<{ count: number }>(
    '{count, plural, one {# autre résultat} other {# autres résultats}}. npm run doctor les affiche tous.',
  ),
  moreConversations: icu<{ count: number }>(
    '{count, plural, one {# autre conversation non affichée} other {# autres conversations non affichées}}.',
  ),
  tenants: icu<{ count: number }>('{count, plural, one {# locataire} other {# locataires}}'),
  conversations: {
    personal: 'Une conversation personnelle',
    groupChat: 'Une conversation de groupe',
    channel: 'Un canal',
    channelIn: ({ team }: { team: string }) => `Un canal de ${team}`,
    channelOf: ({ team, channel }: { team: string; channel: string }) => `${team} › ${channel}`,
    general: 'Général',
  },
  subscribed: '✅ Avec notifications',
  notSubscribed: '⚪ Sans notifications',
  waiting: icu<{ count: number }>('{count, plural, one {# message en attente} other {# messages en attente}}'),
  kept: icu<{ count: number }>('{count, plural, one {# message conservé.} other {# messages conservés.}}'),
  unreachable: ({ since, why }: { since: string; why: string }) => `⚠️ Injoignable depuis le ${since} : ${why}.`,
  unreachableUntil:
    'Gatehouse réessaie de lui-même, au moins une fois par jour, et aussitôt qu’une personne y écrit ou y réinstalle l’application.',
  failing: ({ since, why }: { since: string; why: string }) => `⚠️ Aucun envoi réussi depuis le ${since} : ${why}.`,
  failingUntil: 'Gatehouse continue d’essayer.',
  /** Why Teams takes no message, by its own code. */
  refusals: {
    notInstalled: 'Gatehouse n’y est plus installé',
    blocked: 'Gatehouse y est bloqué',
    blockedOrUninstalled: 'Gatehouse y est bloqué ou a été désinstallé',
    blockedByAdmin: 'votre administrateur Teams a bloqué l’application',
    notFound: 'Teams ne trouve pas cette conversation',
    notAccepted: 'Teams n’y accepte aucun message',
    noAnswer: 'Teams ne répond pas',
  },
};
