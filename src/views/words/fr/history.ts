// A tenant's history and the audit log.
import { historyReasons } from './history-reasons.js';
import { icu } from './icu.js';

/** What happened, by kind of fact. */
export const history = {
  facts: {
    onboardingRequested: 'Activé',
    approvalLinkTaken: 'Lien d’approbation copié',
    revalidationRequested: 'Revalidation demandée',
    limitationsAccepted: 'Limitations acceptées',
    acceptanceTakenBack: 'Acceptation retirée',
    customerLeft: 'Ne figure plus parmi vos clients dans l’Espace partenaires',
    customerListed: 'Figure de nouveau parmi vos clients dans l’Espace partenaires',
    disabled: 'Désactivé ; données conservées supprimées, sauf les ID du journal d’audit',
    relationshipCreated: 'Relation créée',
    relationshipAdopted: 'Relation existante reprise',
    microsoftAwaited: 'En attente de Microsoft',
    approvalAwaited: 'En attente de l’approbation du client',
    accessApproved: 'Approuvé',
    issuesFound: 'Problèmes détectés',
    accessLost: 'Accès perdu',
    delegatedAdminRemovalRequested: 'Suppression de l’accès DAP demandée',
    delegatedAdminRemovalRefused: 'L’accès DAP n’a pas pu être supprimé',
    delegatedAdminRemoved: 'Accès DAP supprimé',
    delegatedAdminRemovalSent: 'Suppression de l’accès DAP envoyée',
    relationshipLocked: 'Demande envoyée au client',
    accessAssigned: 'Rôles attribués à un groupe',
    assignmentWidened: 'Rôles ajoutés à un groupe',
    assignmentRemoved: 'Attribution d’accès en échec supprimée',
    stepRefused: 'Refusé par Microsoft',
    offboardingDecided: 'Sortie complète demandée',
    offboardingApproved: 'Sortie complète approuvée par un second administrateur',
    offboardingUndone: 'Sortie annulée avant son démarrage',
    offboardingDropped: 'Sortie abandonnée ; rien n’a été fait',
    offboardingBegun: 'Sortie démarrée',
    offboardingTaskSent: 'Suppression demandée',
    offboardingTaskProved: 'Suppression vérifiée',
    offboardingTaskRefused: 'Échec de la suppression',
    offboardingRetried: 'Nouvelle tentative pour les suppressions en échec',
    offboardingRestLeft: 'Poursuite sans les suppressions en échec',
    offboardingCertified: 'Sortie terminée ; certificat établi',
  },
  /** Lines of the audit log about tenants that may have been forgotten by then. */
  others: {
    watchedRequestBecameActive: 'Une demande a été approuvée après la sortie',
    watchedRequestTerminationAsked: 'Résiliation de son accès demandée',
    watchedRequestTerminationSent: 'Résiliation envoyée',
    watchedRequestTerminationRefused: 'Résiliation refusée',
    watchedRequestOver: 'Fin de la surveillance d’une demande',
    certificateOpened: 'Certificat de sortie ouvert',
    offboardingPlanOpened: 'Plan exporté ouvert',
  },
  reasons: historyReasons,
  denied: ({ asked }: { asked: string }) => `Non autorisé : ${asked}`,
  refused: ({ asked, why }: { asked: string; why: string }) => `Refusé : ${asked} (${why})`,
  /** What happened, and to what. */
  of: ({ what, subject }: { what: string; subject: string }) => `${what} : ${subject}`,
  because: ({ what, why }: { what: string; why: string }) => `${what} (${why})`,
  subjects: {
    consent: 'consentement de votre application',
    delegatedAdmin: 'privilèges d’administration délégués (DAP)',
    reseller: 'relation de revendeur',
    assignmentOf: ({ relationship }: { relationship: string }) =>
      `une attribution d’accès de la relation ${relationship}`,
    relationship: ({ relationship }: { relationship: string }) => `relation GDAP « ${relationship} »`,
    relationshipById: ({ id }: { id: string }) => `relation GDAP ${id}`,
    otherRelationship: 'une relation GDAP créée hors de Gatehouse',
  },
  title: ({ tenant }: { tenant: string }) => `Historique : ${tenant}`,
  nothing: 'Ce locataire n’a pas encore d’historique.',
  range: icu<{ from: number; to: number; total: number }>(
    '{from, number}–{to, number} sur {total, plural, one {# entrée} other {# entrées}}, les plus récentes en premier.',
  ),
  pageTooltip: ({ title, tenant, page, pages }: { title: string; tenant: string; page: number; pages: number }) =>
    `${title} : historique pour ${tenant}, page ${page} sur ${pages}`,
  requestId: ({ id }: { id: string }) => `ID de demande Microsoft : ${id}`,
  which: 'Quel locataire ?',
  noMatch: ({ search }: { search: string }) => `Aucun locataire ne correspond à « ${search} »`,
  didYouMean: ({ nearest }: { nearest: string }) => `Vouliez-vous dire ${nearest} ? Tapez /history suivi du nom.`,
  howToAsk: 'Tapez /history suivi d’une partie du nom, d’un domaine ou d’un ID de locataire.',
  howToAskForgotten:
    'Tapez /history suivi d’une partie du nom ou d’un domaine. Pour un locataire que Gatehouse ne conserve plus, tapez son ID de locataire.',
};
