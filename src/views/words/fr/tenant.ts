// A tenant's card.
import { icu } from './icu.js';

/** Times and days in sentences are for text blocks only. */
export const tenant = {
  awaitingApproval: {
    forDays: icu<{ days: number; since: string; expires: string }>(
      'En attente de l’administrateur du client depuis {days, plural, one {# jour} other {# jours}}, soit depuis le {since}. La demande expire {expires}.',
    ),
    since: ({ since, expires }: { since: string; expires: string }) =>
      `En attente de l’administrateur du client depuis le ${since}. La demande expire ${expires}.`,
    hint: '« Copier le lien » vous donne le lien à envoyer à l’administrateur du client.',
  },
  awaitingMicrosoft: {
    usual: ({ since }: { since: string }) =>
      `Traitement en cours chez Microsoft depuis le ${since}. D’habitude, cela prend une ou deux minutes, parfois cinq. Vous n’avez rien à faire : cette carte s’actualise automatiquement.`,
    withRows: ({ since }: { since: string }) =>
      `En attente de Microsoft depuis le ${since}. Gatehouse poursuit automatiquement, et cette carte s’actualise au fur et à mesure. Reste à faire :`,
  },
  approved: 'Tous les rôles et groupes de votre modèle d’accès sont en place.',
  limitations: icu<{ count: number }>(
    '{count, plural, one {# limitation empêche} other {# limitations empêchent}} ce locataire de passer à « Approuvé » :',
  ),
  notManagedYet: 'Gatehouse ne gère pas encore ce locataire.',
  notManaged: {
    none: 'Gatehouse ne gère pas ce locataire. « Activer » demande l’accès.',
    approvalRequest:
      'Gatehouse ne gère pas ce locataire, mais une demande est encore ouverte : le client peut l’approuver jusqu’à son expiration. « Activer » la reprend si elle vient de Gatehouse.',
    liveAccess:
      'Gatehouse ne gère pas ce locataire, mais vous avez encore accès par une relation GDAP. « Activer » la reprend si elle comporte tous les rôles.',
  },
  formerCustomer: {
    none: 'Ce locataire n’est pas votre client dans l’Espace partenaires, et il n’y a plus ni relation GDAP ni demande ouverte. Gatehouse va le retirer de sa liste.',
    approvalRequest:
      'Ce locataire n’est pas votre client dans l’Espace partenaires, mais une demande est encore ouverte : l’administrateur du locataire peut l’approuver jusqu’à son expiration.',
    liveAccess:
      'Ce locataire n’est pas votre client dans l’Espace partenaires, mais vous y avez encore accès par une relation GDAP.',
  },
  /** Beside the status of a customer that Partner Center doesn’t list. */
  unlisted: {
    gdap: 'L’Espace partenaires ne répond pas pour ce client : il l’est par GDAP. Azure, les privilèges d’administration délégués (DAP) et une relation de revendeur ne peuvent être ni vérifiés ni supprimés.',
    added:
      'Ce client a été ajouté avec /ajouter ; l’Espace partenaires ne répond pas pour lui. Azure, les privilèges d’administration délégués (DAP) et une relation de revendeur ne peuvent être ni vérifiés ni supprimés.',
  },
  checking: 'Nouvelle vérification en cours…',
  checkFailed: ({ at, cause }: { at: string; cause: string }) => `La vérification du ${at} a échoué. ${cause}`,
  unchanged: ({ at }: { at: string }) => `Nouvelle vérification le ${at} : rien n’a changé.`,
  offboarded: {
    none: ({ at }: { at: string }) =>
      `Sortie terminée le ${at}. Le certificat de sortie indique qu’il ne reste aucun accès.`,
    unread: ({ at }: { at: string }) =>
      `Sortie terminée le ${at}. Le certificat de sortie indique qu’aucun accès n’a été trouvé, mais que tout n’a pas pu être lu.`,
    remains: ({ at }: { at: string }) =>
      `Sortie terminée le ${at}. Le certificat de sortie indique qu’un accès subsiste.`,
    notKnown: ({ at }: { at: string }) =>
      `Sortie terminée le ${at}. Selon le certificat de sortie, on ignore si un accès subsiste.`,
    unsaid: ({ at }: { at: string }) =>
      `Sortie terminée le ${at}. Le certificat de sortie indique ce qui est resté en place.`,
    again: '« Activer » redemanderait l’accès au client.',
  },
  templateMissing:
    '⚠️ Le modèle d’accès choisi pour ce locataire n’existe plus : ce sont donc les règles qui décident de celui qu’il a.',
  /** What becomes of the access on its day. */
  coverage: {
    ends: ({ when }: { when: string }) => `L’accès prend fin ${when}.`,
    blocked: ({ when }: { when: string }) =>
      `L’accès prend fin ${when}, et le rôle Administrateur général empêche sa prolongation.`,
    successorWaits: ({ when }: { when: string }) =>
      `L’accès prend fin ${when}. Une demande de remplacement est en attente.`,
  },
  facts: {
    owner: 'Responsable',
    tags: 'Étiquettes',
    template: 'Modèle d’accès',
    missingTemplate: 'Choisi, mais absent',
    enabledBy: 'Activé par',
    acceptedBy: 'Accepté par',
    review: 'Accepté jusqu’au réexamen',
    offboardedBy: 'Sortie demandée par',
    relationship: 'Relation',
    ends: 'Fin le',
    rollsOver: 'Prolongation le',
    /** Of those that are today. */
    endsToday: 'Fin',
    rollsOverToday: 'Prolongation',
    azure: 'Azure',
    delegatedAdmin: 'Privilèges délégués (DAP)',
  },
  adminCenters: {
    title: 'Ouvrir en tant que ce client',
    names: {
      entra: 'Entra',
      microsoft365: 'Microsoft 365',
      exchange: 'Exchange',
      intune: 'Intune',
      teams: 'Teams',
      defender: 'Defender',
      azure: 'Azure',
      partnerCenter: 'Espace partenaires',
    },
  },
  azure: {
    active: 'Plan actif',
    notActive: 'Plan inactif',
    none: 'Aucun plan',
    notReseller: 'N’achète pas par votre intermédiaire',
    notAsked: 'Non vérifié : l’Espace partenaires ne répond pas pour ce client',
    failed: 'Vérification impossible',
  },
  delegatedAdmin: {
    granted: 'Oui',
    none: 'Non',
    unknown: 'Pas encore vérifiés',
    unknownFormer: 'L’Espace partenaires ne l’indique pas',
    removing: 'Suppression de l’accès DAP en cours…',
    sent: 'Microsoft a accepté la suppression de l’accès DAP et l’indique en général en quelques minutes. Cette carte s’actualise à ce moment-là.',
    retrying: ({ since, said }: { since: string; said: string }) =>
      `L’accès DAP n’est pas encore supprimé. Depuis le ${since} : ${said}. Gatehouse réessaie automatiquement.`,
    reservations: icu<{ count: number }>(
      'L’accès DAP n’a pas été supprimé : {count, plural, one {# instance réservée Azure doit d’abord être annulée} other {# instances réservées Azure doivent d’abord être annulées}}. Appelez le support Azure.',
    ),
    refused: ({ cause, cure }: { cause: string; cure: string }) => `L’accès DAP n’a pas été supprimé. ${cause} ${cure}`,
    answer: ({ answer }: { answer: string }) => `Réponse de Microsoft : ${answer}.`,
    requestId: ({ id }: { id: string }) => `ID de demande Microsoft : ${id}.`,
    unconfirmed:
      'Microsoft a accepté la suppression de l’accès DAP il y a plus d’une heure, mais ne l’indique pas comme faite. Vérifiez ce qu’il en est dans l’Espace partenaires. Rouvrir cette carte relance la lecture.',
  },
  groups: {
    active: ({ group }: { group: string }) => `✅ ${group}`,
    pending: ({ group }: { group: string }) => `⏳ ${group} (attribution en cours)`,
    missing: ({ group }: { group: string }) => `⚠️ ${group} (sans attribution)`,
    lacking: ({ group }: { group: string }) => `⚠️ ${group}`,
    without: ({ roles }: { roles: string }) => `il manque : ${roles}`,
  },
  progress: {
    more: ({ count }: { count: number }) => `et ${count} de plus`,
    /** What is tried, and what Microsoft said. */
    tried: ({ tried, said }: { tried: string; said: string }) => `${tried} : ${said}`,
    retries: icu<{ since: string; tries: number; next: string }>(
      'Depuis le {since}, {tries, plural, one {# tentative échouée} other {# tentatives échouées}}. Prochaine tentative : {next}.',
    ),
    retriesNow: icu<{ since: string; tries: number }>(
      'Depuis le {since}, {tries, plural, one {# tentative échouée} other {# tentatives échouées}}. Nouvelle tentative en cours.',
    ),
    refused: 'Refus. « Revalider » permet de réessayer une fois le reste terminé.',
    checking: ({ what, said }: { what: string; said: string }) => `Vérification (${what}) : ${said}`,
    checkedAgain: ({ since }: { since: string }) => `Depuis le ${since}. Nouvelle vérification sous peu.`,
    relationship: ({ relationship, status }: { relationship: string; status: string }) =>
      `Relation « ${relationship} » : ${status}`,
    atWork: ({ since }: { since: string }) => `Depuis le ${since}. Traitement en cours chez Microsoft.`,
    pending: ({ group }: { group: string }) => `Attribution de rôles à « ${group} » : en attente chez Microsoft`,
    stuckAfter: icu<{ since: string; minutes: number }>(
      'Depuis le {since}. Au bout de {minutes, plural, one {# minute} other {# minutes}}, elle est considérée comme bloquée, et « Revalider » peut la recréer.',
    ),
  },
  manualRemoval: {
    enterpriseApplications: 'Applications d’entreprise (Entra)',
    relationship: 'Relation GDAP (Espace partenaires)',
    applicationStays:
      'Si votre application d’entreprise est présente dans le locataire du client, elle y reste. Pour la retirer, supprimez-la sous « Applications d’entreprise » dans le Centre d’administration Entra du client.',
    relationshipStays:
      'Toute relation GDAP active subsiste chez Microsoft. Pour y mettre fin, ouvrez le client dans l’Espace partenaires, puis « Relations d’administration », et sélectionnez « Mettre fin à la relation ».',
    byPartner:
      'Pour y mettre fin vous-même, ouvrez le client dans l’Espace partenaires, puis « Relations d’administration », et sélectionnez « Mettre fin à la relation ».',
    byCustomer:
      'Si l’Espace partenaires ne l’affiche plus, un administrateur du locataire peut y mettre fin dans le Centre d’administration Microsoft 365, sous « Relations de partenariat », puis « Supprimer des rôles ».',
    unlisted:
      'L’Espace partenaires ne répond pas pour ce client. Un administrateur peut mettre fin à la relation par « Sortie complète », ou un administrateur du locataire : dans le Centre d’administration Microsoft 365, sous « Relations de partenariat », puis « Supprimer des rôles ».',
    requestStays: 'Microsoft ne permet pas aux partenaires de retirer une demande. Elle expire automatiquement.',
  },
};
