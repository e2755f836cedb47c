// The list of tenants.
import { icu } from './icu.js';

/** Times are for text blocks only. */
export const tenantList = {
  title: 'Locataires',
  all: 'Tous',
  searchLabel: 'Rechercher',
  searchHint: 'Nom, domaine ou ID',
  searchTooltip: 'Rechercher des locataires',
  goTo: {
    label: ({ pages }: { pages: number }) => `Numéro de page (1–${pages})`,
    title: 'Aller',
    tooltip: 'Aller à la page',
  },
  /** The input that completes a name, and its button. */
  pick: {
    label: 'Nom d’un locataire',
    title: 'Ouvrir le locataire',
    none: 'Choisissez d’abord un locataire, puis sélectionnez « Ouvrir le locataire ».',
  },
  refreshTooltip: 'Actualiser cette liste',
  toList: 'Vers la liste des locataires',
  position: icu<{ from: number; to: number; total: number }>(
    '{from, number}–{to, number} sur {total, plural, one {# locataire} other {# locataires}}',
  ),
  changed: 'L’ordre a changé depuis que vous avez ouvert cette liste · Actualiser',
  gone: {
    name: 'N’est plus votre client',
    note: '« Actualiser » retire cette ligne.',
    status: 'Absent de la liste de l’Espace partenaires',
  },
  row: {
    offboarding: 'sortie en cours',
    delegatedAdmin: 'DAP',
    approvalRequest: 'demande encore ouverte',
    liveAccess: 'accès encore actif',
    accepted: 'accepté',
    checking: 'nouvelle vérification',
    retrying: 'nouvelle tentative',
    /** The first cause, and how many more. */
    cause: icu<{ cause: string; more: number }>('{cause}{more, plural, =0 {} other { +#}}'),
    days: icu<{ days: number }>('{days, plural, one {# jour} other {# jours}}'),
    since: ({ time }: { time: string }) => `depuis ${time}`,
  },
  /** Titles of buttons in a row, where a phone has room for few letters. */
  rowButtons: {
    reviewLimitations: 'Examiner',
    copyApproval: 'Copier le lien',
  },
  asOf: ({ time }: { time: string }) => `Dernière synchronisation : ${time}`,
  neverRead: 'Pas encore synchronisé avec Microsoft',
  reading: 'Synchronisation avec Microsoft…',
  empty: {
    reading: 'Gatehouse lit la liste de vos clients auprès de Microsoft. Cette carte se remplit automatiquement.',
    closed:
      'L’API de l’Espace partenaires refuse Gatehouse : il répertorie donc les clients auxquels GDAP vous donne accès, dès qu’il y en a et que l’Espace partenaires a refusé deux fois.',
    notRead:
      'Gatehouse n’a pas encore pu lire la liste de vos clients auprès de Microsoft. Cette carte se remplira automatiquement dès que ce sera possible.',
    noMatch:
      'Aucun locataire ne correspond à cette recherche. Pour les voir tous, sélectionnez « Tous les locataires ». Gatehouse répertorie les clients qui achètent par votre intermédiaire ou auxquels GDAP vous donne accès.',
    onlyUnlisted: icu<{ count: number }>(
      'Aucun client ne correspond à cette recherche. {count, plural, one {Un ancien client y correspond, qui n’est le vôtre ni dans l’Espace partenaires ni par GDAP : consultez /leftovers. Pour l’activer, ajoutez-le avec /add.} other {# anciens clients y correspondent, qui ne sont les vôtres ni dans l’Espace partenaires ni par GDAP : consultez /leftovers. Pour en activer un, ajoutez-le avec /add.}}',
    ),
    otherStatuses: ({ status, search, others }: { status: string; search: string; others: string }) =>
      `Aucun locataire au statut « ${status} » ne correspond à « ${search} ». Résultats avec un autre statut : ${others}. Sélectionnez un statut ci-dessus.`,
    noTenant: ({ search }: { search: string }) => `Aucun locataire ne correspond à « ${search} ».`,
    certified: icu<{ count: number; search: string }>(
      '{count, plural, one {Un certificat de sortie y correspond} other {# certificats de sortie y correspondent}} : tapez /certificate {search}.',
    ),
    didYouMean: ({ names }: { names: string }) => `Vouliez-vous dire ${names} ?`,
    noCustomers: 'L’Espace partenaires ne répertorie aucun client.',
    noneWithStatus: 'Aucun locataire n’a ce statut.',
  },
  failing: ({ since }: { since: string }) => `Gatehouse ne peut rien lire chez Microsoft depuis le ${since}.`,
  failingKnown: ({ since }: { since: string }) =>
    `Gatehouse ne peut rien lire chez Microsoft depuis le ${since}. Voici les dernières informations connues.`,
  fallback: ({ counts }: { counts: string }) => `Locataires : ${counts}`,
};
