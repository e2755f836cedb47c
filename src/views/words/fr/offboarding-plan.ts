// The plan of a complete offboarding.
import { icu } from './icu.js';

const count = (pattern: string) => icu<{ count: number }>(pattern);

/** Times and days are for text blocks only; names are foreign text. */
export const offboardingPlan = {
  plan: {
    title: ({ tenant }: { tenant: string }) => `Sortie complète pour ${tenant} ?`,
    intro: ({ time }: { time: string }) =>
      `Rien n’a encore été fait. Voici les accès et tout ce qui vous lie au locataire, selon les données lues chez Microsoft le ${time}.`,
    reviewTitle: ({ tenant }: { tenant: string }) => `Approuver la sortie complète pour ${tenant} ?`,
    reviewIntro: ({ time }: { time: string }) =>
      `Rien n’a encore été fait. Voici les accès et tout ce qui vous lie au locataire, selon les données relues chez Microsoft le ${time}.`,
    nothingToRemove: 'Gatehouse ne peut rien supprimer ici. Vous obtenez tout de même le certificat.',
    nothingToRemoveYet:
      'Gatehouse ne peut rien supprimer ici tant qu’il ne peut pas tout lire. Des accès peuvent subsister. Actualisez le plan avant de décider.',
    unlisted:
      'L’Espace partenaires ne répond pas pour ce client : les privilèges d’administration délégués (DAP) ou une relation de revendeur ne peuvent donc pas être supprimés ici. Le retrait du consentement passe aussi par l’Espace partenaires et peut être refusé ; le client peut alors supprimer l’application.',
    next: 'Ce qui va se passer',
    steps: 'Étapes à exécuter',
    typeName: 'Pour confirmer, tapez le nom de ce locataire : ',
    nameLabel: 'Nom du locataire',
    refresh: 'Actualiser le plan',
    refreshTooltip: 'Relire le plan auprès de Microsoft',
    exportPlan: 'Exporter le plan',
    backToPlan: 'Retour au plan',
    approve: 'Approuver',
    reject: 'Abandonner la sortie',
    fileTitle: ({ tenant }: { tenant: string }) => `Plan de sortie complète : ${tenant}`,
    fileIntro: 'Ceci est un plan. Rien n’a été fait.',
    readAt: 'Lu auprès de Microsoft le',
    fileOf: ({ tenant }: { tenant: string }) => `plan pour ${tenant}`,
  },
  rules: {
    secondAdmin:
      'Un second administrateur doit approuver exactement ce plan dans les 24 heures. Rien n’est fait avant.',
    beginsAtOnce: 'La sortie démarre immédiatement.',
    beginsAtOnceAfterApproval: 'La sortie démarre dès que cet administrateur approuve.',
    beginsAfter: icu<{ minutes: number }>(
      'La sortie démarre {minutes, plural, one {# minute} other {# minutes}} après votre confirmation. Jusque-là, « Annuler la sortie » permet de l’arrêter.',
    ),
    beginsAfterApproval: icu<{ minutes: number }>(
      'La sortie démarre {minutes, plural, one {# minute} other {# minutes}} après cette approbation. Jusque-là, « Annuler la sortie » permet de l’arrêter.',
    ),
    beginsAfterSeconds: icu<{ seconds: number }>(
      'La sortie démarre {seconds, plural, one {# seconde} other {# secondes}} après votre confirmation. Jusque-là, « Annuler la sortie » permet de l’arrêter.',
    ),
    beginsAfterApprovalSeconds: icu<{ seconds: number }>(
      'La sortie démarre {seconds, plural, one {# seconde} other {# secondes}} après cette approbation. Jusque-là, « Annuler la sortie » permet de l’arrêter.',
    ),
    verified: 'Une étape n’est terminée que lorsque Microsoft le confirme. La carte suit chaque étape.',
    watched: 'Les demandes qui attendent encore l’approbation du client sont surveillées jusqu’à leur expiration.',
    certificate:
      'À la fin, vous obtenez un certificat de sortie. Toutes les autres données que Gatehouse conserve sur ce locataire sont supprimées, sauf les ID du journal d’audit et ceux des demandes d’approbation encore surveillées.',
  },
  kinds: {
    unread: 'Lecture impossible',
    assignment: count('{count, plural, one {# attribution d’accès} other {# attributions d’accès}}'),
    consent: 'Consentement de votre application',
    relationship: count('{count, plural, one {# relation GDAP} other {# relations GDAP}}'),
    endedRelationship: count('{count, plural, one {# relation GDAP terminée} other {# relations GDAP terminées}}'),
    invitation: count('{count, plural, one {# demande en attente} other {# demandes en attente}}'),
    delegatedAdmin: 'Privilèges d’administration délégués (DAP)',
    reseller: 'Relation de revendeur',
    subscription: count('{count, plural, one {# abonnement} other {# abonnements}}'),
    reservation: count('{count, plural, one {# instance réservée Azure} other {# instances réservées Azure}}'),
  },
  absent: {
    sentence: ({ list }: { list: string }) => `Absent : ${list}.`,
    consent: 'consentement de votre application',
    delegatedAdmin: 'privilèges d’administration délégués (DAP)',
    reseller: 'relation de revendeur',
  },
  /** What becomes of a thing, always with an icon. */
  fates: {
    removed: '🗑️ Suppression prévue',
    leftOut: '➖ Hors sélection',
    choosable: '❔ Au choix',
    cannot: '⛔ Suppression impossible',
    stays: '➖ Reste en place',
    unread: '❓ État inconnu',
    ended: '➖ Plus en vigueur',
  },
  explanations: {
    unread:
      'Gatehouse n’a pas pu lire ces éléments et ne les supprimera donc pas. Une fois la cause corrigée, actualisez le plan.',
    subscription:
      '💰 Gatehouse n’annule pas les abonnements. Adressez-vous à une personne ayant les droits d’achat dans l’Espace partenaires. Transférez d’abord au prochain partenaire du client tout ce que le client veut garder.',
    lasting: '⚠️ Cette action est irréversible : le client devrait accepter une nouvelle invitation.',
    lastingIfChosen:
      '⚠️ Elle ne prend fin que si vous la sélectionnez ci-dessous. Cette action est irréversible : le client devrait accepter une nouvelle invitation.',
  },
  more: ({ count: more }: { count: number }) => `et ${more} de plus`,
  choices: {
    assignments: count('Supprimer {count, plural, one {# attribution d’accès} other {# attributions d’accès}}'),
    consent: 'Retirer le consentement de votre application',
    relationships: count('Résilier {count, plural, one {# relation GDAP} other {# relations GDAP}}'),
    delegatedAdmin: 'Supprimer les privilèges d’administration délégués (DAP)',
    reseller: '⚠️ Mettre fin à la relation de revendeur (irréversible)',
  },
  rows: {
    group: ({ id }: { id: string }) => `Groupe ${id}`,
    roles: count('{count, plural, one {# rôle} other {# rôles}}'),
    assignments: {
      pending: 'Attribution en cours.',
      active: '',
      deleting: 'Suppression déjà en cours.',
      deleted: 'Supprimée.',
      error: 'Microsoft a mis fin à l’attribution avec une erreur.',
      unknown: 'Dans un état que Gatehouse ne reconnaît pas.',
    },
    relationships: {
      created: 'Pas encore envoyée au client',
      approvalPending: 'En attente du client',
      approved: 'Approuvée, mise en place en cours',
      activating: 'Approuvée, mise en place en cours',
      active: 'Active',
      expiring: 'Date de fin dépassée, suppression par Microsoft en cours',
      expired: 'Expirée',
      terminationRequested: 'Résiliation déjà en cours',
      terminating: 'Résiliation déjà en cours',
      terminated: 'Résiliée',
      unknown: 'Dans un état que Gatehouse ne reconnaît pas',
      gone: 'N’existe plus chez Microsoft',
    },
    activeUntil: ({ day }: { day: string }) => `Active jusqu’au ${day}`,
    notOurs: ({ state }: { state: string }) => `${state}. Non créée par Gatehouse.`,
    ours: ({ state }: { state: string }) => `${state}.`,
    approvableUntil: ({ day }: { day: string }) => `Approbation possible jusqu’au ${day}.`,
    approvableUntilUnknown: 'Approbation possible jusqu’à son expiration, 90 jours après sa création.',
    reservation: ({ quantity, kind, product }: { quantity: number; kind: string; product: string }) =>
      `${quantity} × ${kind} (${product})`,
    unnamedReservation: 'instance réservée',
    noProduct: 'sans ID de produit',
    until: ({ day }: { day: string }) => `Jusqu’au ${day}.`,
    requestId: ({ id }: { id: string }) => `ID de demande ${id}`,
    parts: {
      relationships: 'Relations GDAP',
      assignments: 'Attributions d’accès',
      consent: 'Consentement de votre application',
      standing: 'Privilèges d’administration délégués (DAP) et relation de revendeur',
      subscriptions: 'Abonnements',
      reservations: 'Instances réservées Azure',
    },
  },
  /** A subscription that stays: what it costs, and until when it can be canceled. */
  subscriptions: {
    states: {
      active: '',
      pending: 'En cours de mise en place.',
      suspended: 'Suspendu.',
      disabled: 'Désactivé.',
      expired: 'Expiré.',
      deleted: 'Supprimé.',
      none: 'Dans un état que Gatehouse ne reconnaît pas.',
      unknown: 'Dans un état que Gatehouse ne reconnaît pas.',
    },
    azurePlan: 'Facturé à l’utilisation, tant que des ressources y sont actives.',
    refundable: ({ time }: { time: string }) => `⏰ Annulation avec remboursement possible jusqu’au ${time}.`,
    trial: 'Version d’évaluation, jusqu’à sa fin ou son annulation.',
    trialUntil: ({ day }: { day: string }) => `Version d’évaluation jusqu’au ${day}.`,
    trialRenews: ({ day }: { day: string }) =>
      `Version d’évaluation jusqu’au ${day}, puis renouvellement automatique, sauf s’il est désactivé.`,
    billed: 'Facturé jusqu’à son annulation.',
    billedUntil: ({ day }: { day: string }) => `Facturé jusqu’à son échéance, le ${day}.`,
    billedRenews: ({ day }: { day: string }) =>
      `Facturé jusqu’à son échéance, le ${day}, puis renouvellement automatique, sauf s’il est désactivé.`,
  },
  /** Why something can't be removed, and who can do what. `next` is one of the two below. */
  obstacles: {
    readAgain: 'actualisez le plan',
    tryAgain: 'sélectionnez « Réessayer »',
    planAgain: 'sélectionnez de nouveau « Sortie complète »',
    pendingInvitation: {
      why: 'Microsoft ne permet pas aux partenaires de retirer une demande : le client peut l’approuver jusqu’à son expiration.',
      who: 'Gatehouse la surveille jusque-là et avertit immédiatement tous les administrateurs si elle est approuvée.',
    },
    noWayIn: {
      why: 'Vous n’avez aucun accès au locataire : Gatehouse ne peut donc pas voir si votre application y a un consentement.',
      who: 'L’administrateur du client peut supprimer votre application d’entreprise dans son Centre d’administration Entra.',
    },
    noRoleForConsent: {
      why: 'Pour le retirer, il faut être Administrateur général, Administrateur d’application ou Administrateur d’application cloud dans le locataire, et aucune de vos attributions ne comporte l’un de ces rôles.',
      who: 'L’administrateur du client peut supprimer votre application d’entreprise dans son Centre d’administration Entra.',
    },
    reservations: {
      why: 'Les instances réservées Azure doivent d’abord être annulées.',
      who: ({ next }: { next: string }) => `Appelez le support Azure pour les annuler toutes, puis ${next}.`,
    },
    activeSubscriptions: {
      why: 'Les abonnements actifs doivent d’abord être annulés.',
      who: ({ next }: { next: string }) =>
        `Demandez à une personne ayant les droits d’achat dans l’Espace partenaires de les annuler ou de les transférer au prochain partenaire du client, puis ${next}.`,
    },
    unread: {
      why: 'Gatehouse n’a pas pu vérifier si quelque chose s’y oppose.',
      who: ({ next }: { next: string }) => `Patientez un instant, puis ${next}.`,
    },
  },
};
