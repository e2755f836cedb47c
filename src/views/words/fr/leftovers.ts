// The list of leftover access.
import { icu } from './icu.js';

const count = (pattern: string) => icu<{ count: number }>(pattern);

/** Days are for text blocks only; names are foreign text. */
export const leftovers = {
  title: 'Accès résiduels',
  intro: 'Locataires non gérés auxquels vous avez encore accès, les plus graves en premier.',
  levels: {
    liveAccessAndDelegatedAdmin: '⛔ Accès actif (GDAP) et privilèges délégués (DAP)',
    liveAccess: '⚠️ Accès actif (GDAP)',
    delegatedAdmin: '⚠️ Privilèges délégués (DAP)',
    approvalRequest: '✉️ Demande ouverte',
  },
  andRequest: ({ level }: { level: string }) => `${level}, ainsi qu’une demande ouverte`,
  gone: '✅ Ne figure plus dans cette liste',
  notReadYet: 'privilèges délégués (DAP) pas encore lus',
  since: ({ day }: { day: string }) => `depuis le ${day}`,
  approvableUntil: ({ day }: { day: string }) => `approbation possible jusqu’au ${day}`,
  endsOn: ({ day }: { day: string }) => `prend fin le ${day}`,
  customer: ({ known }: { known: string }) => `Client · ${known}`,
  formerCustomer: ({ known }: { known: string }) => `N’est pas un client dans l’Espace partenaires · ${known}`,
  planTooltip: ({ tenant }: { tenant: string }) => `Planifier la sortie : ${tenant}`,
  none: '✅ Aucun accès résiduel à des locataires non gérés.',
  noneYet:
    'Aucun accès trouvé pour l’instant. Gatehouse poursuit la lecture, et cette carte se remplit automatiquement.',
  customersOnly: count(
    '{count, plural, one {# autre client n’est pas géré et, pour autant que Gatehouse le sache, ne vous est lié que par la relation de revendeur.} other {# autres clients ne sont pas gérés et, pour autant que Gatehouse le sache, ne vous sont liés que par la relation de revendeur.}}',
  ),
  unread: count(
    'Gatehouse n’a pas encore vérifié si vous avez des privilèges d’administration délégués (DAP) dans {count, plural, one {# locataire} other {# locataires}}. Il en vérifie jusqu’à 200 chaque fois que cette liste est ouverte, et la carte se complète automatiquement. Sélectionnez « Actualiser » pour en vérifier d’autres.',
  ),
  fallback: count('Accès résiduels : {count, plural, =0 {aucun} one {# locataire} other {# locataires}}'),
};
