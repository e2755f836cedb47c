// One-line answers to clicks, and headlines of messages.

/** Names in them are foreign text. */
export const notices = {
  refused: {
    alreadyUnderWay: ({ tenant }: { tenant: string }) => `Déjà en cours pour ${tenant}. Rien n’a été fait en double.`,
    alreadyDone: ({ tenant }: { tenant: string }) => `Déjà fait pour ${tenant}. Rien n’a été modifié.`,
    notOnboarded: ({ tenant }: { tenant: string }) => `${tenant} n’est pas configuré : il n’y a donc rien à faire.`,
    microsoftAtWork: ({ tenant }: { tenant: string }) =>
      `${tenant} : traitement en cours chez Microsoft. Réessayez une fois qu’il est terminé.`,
    doesNotApply: ({ tenant, status }: { tenant: string; status: string }) =>
      `Cette action ne s’applique pas à ${tenant}, dont le statut est « ${status} ». Rien n’a été modifié.`,
    outdated: ({ tenant }: { tenant: string }) =>
      `Cette carte n’était plus à jour : ${tenant} a changé depuis. Rien n’a été fait. Voici son état actuel.`,
    tooManyTags: ({ tenant }: { tenant: string }) =>
      `${tenant} aurait plus de 20 étiquettes, le maximum. Rien n’a été modifié.`,
    ofSomeoneElse: ({ tenant }: { tenant: string }) =>
      `Quelqu’un d’autre a écrit cette note sur ${tenant}. Cette personne ou un administrateur peut la supprimer. Rien n’a été modifié.`,
    neverSnoozed: ({ tenant }: { tenant: string }) =>
      `L’accès à ${tenant} est perdu, et cela ne se reporte pas. Rien n’a été modifié.`,
    ownedByOther: ({ tenant, owner }: { tenant: string; owner: string }) =>
      `${owner} s’occupe de ${tenant} et peut le libérer, tout comme un administrateur. Rien n’a été modifié.`,
    ticketMissing: ({ tenant }: { tenant: string }) =>
      `Cela exige un ticket, et aucun n’a été indiqué pour ${tenant}. Rien n’a été fait. Tapez /ticket, le nom du locataire et la référence, puis réessayez.`,
    noCustomer: ({ tenant }: { tenant: string }) =>
      `${tenant} n’est pas votre client dans l’Espace partenaires : Gatehouse ne peut donc pas demander d’accès. Rien n’a été fait.`,
    busy: ({ tenant }: { tenant: string }) =>
      `Gatehouse est déjà occupé avec ${tenant}. Rien n’a été fait. Réessayez dans un instant.`,
    offboardingUnderWay: ({ tenant }: { tenant: string }) =>
      `${tenant} : sortie complète en cours. Aucune autre action n’est possible avant la fin.`,
    awaitsSecondAdmin: ({ tenant, review }: { tenant: string; review: string }) =>
      `${tenant} : une demande attend déjà un second administrateur. Rien n’a été fait. Approuvez-la, refusez-la ou retirez-la d’abord : « ${review} » sur la carte.`,
    noSuchRequest: ({ tenant }: { tenant: string }) =>
      `Plus rien n’attend un second administrateur ici. Voici l’état actuel pour ${tenant}.`,
    notTheAsker:
      'Quelqu’un d’autre l’a demandé. Cette personne ou un administrateur peut l’arrêter. Rien n’a été modifié.',
    sameAdmin: 'Un autre administrateur doit approuver. Rien n’a été fait.',
    tooLate: ({ tenant }: { tenant: string }) => `Trop tard pour annuler : la sortie a démarré pour ${tenant}.`,
    noSuchOffboarding: ({ tenant }: { tenant: string }) =>
      `Il n’y a plus rien à décider ici. Voici l’état actuel pour ${tenant}.`,
    notRead: ({ tenant }: { tenant: string }) =>
      `Microsoft n’a pas indiqué les relations existantes pour ${tenant}. Rien n’a été fait. Réessayez dans un instant.`,
    noSteps: 'Sélectionnez au moins une étape. Rien n’a été fait.',
  },
  removalSlow: 'Microsoft n’a pas encore répondu. Rien n’a été fait. Réessayez dans un instant.',
  headlines: {
    approved: ({ tenant }: { tenant: string }) => `✅ ${tenant} : Approuvé`,
    issuesFound: ({ tenant, cause }: { tenant: string; cause: string }) => `⚠️ ${tenant} : ${cause}`,
    accessLost: ({ tenant, cause }: { tenant: string; cause: string }) => `⛔ ${tenant} : ${cause}`,
    accessEnding: ({ tenant, cause }: { tenant: string; cause: string }) => `⏳ ${tenant} : ${cause}`,
    autoExtendOff: ({ tenant, cause }: { tenant: string; cause: string }) => `⚠️ ${tenant} : ${cause}`,
    templateChanged: ({ tenant, cause }: { tenant: string; cause: string }) => `⚠️ ${tenant} : ${cause}`,
    requestUnanswered: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `⏳ ${tenant} n’a pas encore approuvé. La demande expire le ${cause}`,
    acceptanceReviewDue: ({ tenant }: { tenant: string }) =>
      `🔎 ${tenant} : il est temps de réexaminer les limitations acceptées`,
    ownershipGiven: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `👤 Vous vous occupez désormais de ${tenant} : attribué par ${cause}`,
    offboardingAwaitsApproval: ({ tenant }: { tenant: string }) =>
      `🔐 ${tenant} : un second administrateur doit approuver la sortie`,
    offboardingLapsed: ({ tenant }: { tenant: string }) =>
      `${tenant} : sortie abandonnée, aucun second administrateur ne l’a approuvée dans les 24 heures`,
    offboardingStale: ({ tenant }: { tenant: string }) =>
      `${tenant} : sortie abandonnée, votre accès a changé depuis son approbation`,
    offboardingStopped: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `⚠️ ${tenant} : sortie arrêtée. Non supprimé : ${cause}`,
    secondAdminAsked: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `🔐 ${tenant} : un second administrateur doit approuver « ${cause} »`,
    secondAdminDeclined: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `${tenant} : un second administrateur a refusé « ${cause} ». Rien n’a été fait`,
    secondAdminLapsed: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `${tenant} : aucun second administrateur n’a approuvé « ${cause} » dans les 24 heures. Rien n’a été fait`,
    secondAdminStale: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `${tenant} a changé depuis qu’un second administrateur a été invité à approuver « ${cause} ». Rien n’a été fait`,
  },
  earlier: {
    line: ({ day, what }: { day: string; what: string }) => `Notification du ${day} : ${what}`,
    news: {
      approved: 'accès approuvé',
      issuesFound: 'problèmes détectés',
      accessLost: 'accès perdu',
      accessEnding: 'fin d’accès proche',
      autoExtendOff: 'prolongation automatique désactivée',
      templateChanged: 'modèle d’accès modifié',
      requestUnanswered: 'demande encore sans réponse du client',
      acceptanceReviewDue: 'limitations acceptées à réexaminer',
      ownershipGiven: 'confié à une personne',
      offboardingAwaitsApproval: 'approbation de la sortie demandée à un second administrateur',
      offboardingLapsed: 'sortie abandonnée, non approuvée dans les 24 heures',
      offboardingStale: 'sortie abandonnée, votre accès avait changé',
      offboardingStopped: 'sortie arrêtée',
      secondAdminAsked: 'approbation demandée à un second administrateur',
      secondAdminDeclined: 'refus d’un second administrateur',
      secondAdminLapsed: 'aucune approbation d’un second administrateur dans les 24 heures',
      secondAdminStale: 'le locataire avait changé, rien n’a été fait',
    },
  },
};
