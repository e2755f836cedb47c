// The list of leftover access.
import { icu } from './icu.js';

const count = (pattern: string) => icu<{ count: number }>(pattern);

/** Days are for text blocks only; names are foreign text. */
export const leftovers = {
  title: 'Accès résiduels',
  intro: 'Locataires non gérés auxquels vous avez encore accès, les plus graves en premier.',
  levels: {
    liveAccessAndDelegatedAdmin: '⛔ Accès actif (GDAP) et administration déléguée (DAP)',
    liveAccess: '⚠️ Accès actif (GDAP)',
    delegatedAdmin: '⚠️ Administration déléguée (DAP)',
    approvalRequest: '✉️ Demande ouverte',
  },
  andRequest: ({ level }: { level: string }) => `${level}, ainsi qu’une demande ouverte`,
  gone: '✅ Ne figure plus dans cette liste',
  notReadYet: 'administration déléguée pas encore lue',
  since: ({ day }: { day: string }) => `depuis le ${day}`,
  approvableUntil: ({ day }: { day: string }) => `approbation possible jusqu’au ${day}`,
  endsOn: ({ day }: { day: string }) => `prend fin le ${day}`,
  customer: ({ known }: { known: string }) => `Client · ${known}`,
  formerCustomer: ({ known }: { known: string }) => `N’est pas un client dans l’Espace partenaires · ${known}`,
  planTooltip: ({ tenant }: { tenant: string }) => `Planifier la sortie : ${tenant}`,
  none: '✅ Aucun accès résiduel à des locataires non gérés.',
  noneYet: 'Rien trouvé pour l’instant. Gatehouse poursuit la lecture, et cette carte se remplit automatiquement.',
  customersOnly: count(
    '{count, plural, one {# autre client n’est pas géré et, à la connaissance de Gatehouse, ne vous est lié que par la relation de revendeur.} other {# autres clients ne sont pas gérés et, à la connaissance de Gatehouse, ne vous sont liés que par la relation de revendeur.}}',
  ),
  unread: count(
    'Gatehouse n’a pas encore lu si {count, plural, one {# locataire a} other {# locataires ont}} une administration déléguée (DAP). Il en lit jusqu’à 200 à chaque consultation, et cette carte se complète automatiquement. Sélectionnez « Actualiser » pour poursuivre la lecture.',
  ),
  fallback: count('Accès résiduels : {count, plural, =0 {aucun} one {# locataire} other {# locataires}}'),
};
