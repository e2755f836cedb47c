// Why a call to Microsoft failed, and who can fix it.

const lookThere = 'Demandez à un agent d’administration de vérifier dans l’Espace partenaires.';
const checkTemplate =
  'Si d’autres clients sont aussi refusés, demandez à votre administrateur Gatehouse de vérifier les rôles et les groupes du modèle d’accès.';
const sameElsewhere = 'Votre modèle d’accès n’est pas en cause : il fonctionne pour un autre client.';

/** Cause and cure of a problem, as whole sentences; what Microsoft said; what was tried. */
export const problems = {
  noRights: {
    cause: 'Le compte ou l’application avec lesquels Gatehouse se connecte n’ont pas les autorisations nécessaires.',
    cure: ({ permission }: { permission: string }) =>
      `Demandez à un administrateur général de votre propre locataire d’ajouter le compte à AdminAgents et d’accorder à l’application l’autorisation ${permission}.`,
  },
  partnerCenterPermission: 'user_impersonation de Microsoft Partner Center',
  consentMissing: {
    cause:
      'L’application avec laquelle Gatehouse se connecte n’a pas de consentement dans votre propre locataire, ou son compte y est invité.',
    cure: 'Demandez à votre administrateur Gatehouse d’exécuter npm run sign-in, qui indique ce qui manque, avec le lien permettant à un administrateur général de l’accorder.',
  },
  partnerCenterClosed: {
    cause: ({ answer }: { answer: string }) =>
      `L’API de l’Espace partenaires refuse Gatehouse, comme elle refuse tout revendeur indirect (${answer}).`,
    cure: 'Les revendeurs indirects gèrent leurs clients dans l’Espace partenaires. Si vous êtes partenaire à facturation directe ou fournisseur indirect, demandez à un administrateur général d’ajouter le compte de Gatehouse à AdminAgents.',
  },
  notAccepted: {
    request: {
      cause:
        'Microsoft n’a pas accepté la demande, le plus souvent parce que GDAP ne prend pas en charge un des rôles.',
      cure: checkTemplate,
    },
    assignment: {
      cause: 'Le plus souvent, le groupe n’existe pas ou un rôle n’est pas activé dans le locataire du client.',
      cure: checkTemplate,
    },
    check: {
      cause: 'Microsoft n’a pas accepté la requête.',
      cure: 'Demandez à votre administrateur Gatehouse de rechercher l’appel dans le journal.',
    },
    removal: { cause: 'Microsoft n’a pas accepté la suppression.', cure: lookThere },
  },
  notAcceptedOnlyHere: {
    request: {
      cause: `Microsoft refuse la demande pour ce client seulement. ${sameElsewhere}`,
      cure: 'Demandez à un agent d’administration de créer la demande de relation dans l’Espace partenaires (le client > Relations d’administration), qui indique ce qui ne va pas.',
    },
    assignment: {
      cause: `Le refus ne concerne que ce client, le plus souvent parce qu’un rôle n’est pas activé dans son locataire. ${sameElsewhere}`,
      cure: 'Demandez à un agent d’administration d’attribuer les rôles au groupe dans l’Espace partenaires (le client > Relations d’administration), qui indique ce qui ne va pas.',
    },
  },
  nameTaken: {
    cause: 'Une autre relation de votre Espace partenaires porte déjà le nom choisi par Gatehouse.',
    cure: 'La prochaine demande portera un autre nom. Pour savoir qui a créé cette relation, consultez l’Espace partenaires.',
  },
  notFound: {
    cause: 'Microsoft ne trouve pas le client, la relation ou le groupe concerné.',
    cure: 'Demandez à un agent d’administration de vérifier que le client figure toujours dans l’Espace partenaires et que les groupes du modèle d’accès existent toujours dans Entra.',
  },
  notFoundInRemoval: { cause: 'Microsoft ne trouve pas l’élément à supprimer.', cure: lookThere },
  throttled: {
    cause: 'Microsoft a demandé à Gatehouse de patienter.',
    cure: 'En général, le problème se résout de lui-même.',
  },
  notPossibleNow: {
    cause: 'Microsoft indique que ce n’est pas possible pour l’instant.',
    cure: 'En général, le problème se résout de lui-même.',
  },
  noUsableAnswer: {
    cause: 'Microsoft n’a pas donné de réponse exploitable.',
    cure: 'En général, le problème se résout de lui-même. Les incidents majeurs figurent sur la page d’état des services de Microsoft.',
  },
  /** For text blocks only. */
  signInLost: ({ since }: { since: string }) =>
    `Gatehouse ne peut rien modifier chez Microsoft depuis le ${since}. Il affiche ce qu’il peut encore lire.`,
  said: {
    unreachableBecause: ({ answer }: { answer: string }) => `Microsoft est injoignable : ${answer}`,
    answered: ({ answer }: { answer: string }) => `Microsoft a répondu ${answer}`,
    unreachable: 'Microsoft n’a pas répondu',
    throttled: 'Microsoft a demandé à Gatehouse de patienter',
    unexpectedAnswer: 'la réponse de Microsoft n’a pas pu être lue',
    refused: 'Microsoft a refusé',
    /** After one of the others. */
    requestId: ({ id }: { id: string }) => ` (ID de demande ${id})`,
  },
  checked: { azurePlan: 'plan Azure', assignments: 'attributions d’accès' },
  aGroup: 'un groupe',
  tried: {
    setAutoExtend: 'Activation de la prolongation automatique',
    removeGlobalAdministrator: 'Suppression du rôle Administrateur général',
    createSuccessor: 'Création de la relation suivante',
    lockSuccessor: 'Envoi de sa demande au client',
    readRelationships: 'Lecture des relations',
    createRelationship: 'Création de la relation',
    lockForApproval: 'Envoi de la demande',
    assignAccess: ({ group }: { group: string }) => `Attribution de rôles à « ${group} »`,
    widenAssignment: ({ group }: { group: string }) => `Ajout de rôles à « ${group} »`,
    removeAssignment: ({ group }: { group: string }) => `Suppression de l’ancienne attribution pour « ${group} »`,
    endEarlier: 'Fin de la relation antérieure',
  },
};
