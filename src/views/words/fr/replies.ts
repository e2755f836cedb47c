// What the bot says when it has no card to show, or not the one that was asked for.

/** Names are foreign text. */
export const replies = {
  noCustomer: 'Ce locataire n’est plus votre client.',
  buttonNotUnderstood: 'Gatehouse ne reconnaît pas ce bouton. Tapez /tenants pour obtenir une carte à jour.',
  /** Where only one line is shown, above a form that stays as it is. */
  typedTooLong: ({ count, most }: { count: number; most: number }) =>
    `Votre texte compte ${count} caractères, et ${most} sont possibles au maximum. Rien n’a été modifié : raccourcissez-le, puis réessayez.`,
  /** Where only one line is shown. */
  fault: ({ reference }: { reference: string }) => `Une erreur s’est produite. Référence : ${reference}`,
  failed: {
    title: 'L’action n’a pas abouti',
    uncertain: 'On ne sait pas si cela a fonctionné',
    nothingChanged: 'Rien n’a été modifié.',
    requestId: ({ id }: { id: string }) => `ID de demande Microsoft : ${id}`,
    reference: ({ reference }: { reference: string }) => `Référence : ${reference}`,
    /** Why it failed and what to do, where Microsoft isn't the cause. */
    causes: {
      store:
        'Gatehouse ne peut rien enregistrer pour l’instant. Demandez à votre administrateur Gatehouse de vérifier le disque contenant le dossier de données (DATA_DIR), puis réessayez. Les listes et les cartes affichent toujours les dernières informations connues.',
      database:
        'Gatehouse ne peut rien enregistrer pour l’instant, car sa base de données ne répond pas. Réessayez dans une minute. Si cela persiste, contactez votre administrateur Gatehouse. Les listes et les cartes affichent toujours les dernières informations connues.',
      notKnownWhetherSaved:
        'On ne sait pas encore si cela a été enregistré. La carte l’indiquera dès que la base de données de Gatehouse répondra de nouveau.',
      outdated: 'Une autre personne a modifié cet élément en même temps. Réessayez.',
      delivery: 'Teams ne l’a pas accepté. Réessayez dans un instant.',
      other: 'Réessayez dans un instant. En cas de nouvel échec, contactez votre administrateur Gatehouse.',
    },
  },
  broke: {
    title: 'Une erreur s’est produite dans Gatehouse',
    reference: ({ reference }: { reference: string }) => `Référence : ${reference}`,
    tryAgain:
      'Réessayez. Si l’erreur se reproduit, contactez votre administrateur Gatehouse en indiquant cette référence.',
  },
  stillWorking: {
    title: 'Traitement toujours en cours',
    click: 'Cela prend plus de temps que d’habitude. Cette carte s’actualise une fois le traitement terminé.',
    message: 'Cela prend plus de temps que d’habitude. La réponse suivra dès qu’elle sera prête.',
  },
  ownPeopleOnly: {
    title: 'Gatehouse ne peut pas vous répondre',
    line: 'Gatehouse ne répond qu’aux membres de sa propre organisation.',
  },
  memberNotChecked: {
    title: 'Impossible de vérifier votre identité',
    line: 'Teams n’a pas pu confirmer que vous êtes membre de cette organisation : rien n’a donc été fait. Réessayez dans un instant.',
  },
  notAllowed: 'Vous n’avez pas l’autorisation d’effectuer cette action',
  roleNotChecked:
    'Gatehouse n’a pas pu vérifier vos groupes dans Microsoft Entra et ne peut donc pas savoir si vous avez le rôle nécessaire. Réessayez dans un instant.',
  nothingDone: 'Rien n’a été fait.',
  noRole: ({ id, role, setting }: { id: string; role: string; setting: string }) =>
    `Vous n’avez pas encore accès à Gatehouse. Cette action nécessite le rôle ${role}. Demandez à votre administrateur Gatehouse d’ajouter votre ID d’objet ${id} à ${setting}.`,
  roleTooLow: ({ id, have, role, setting }: { id: string; have: string; role: string; setting: string }) =>
    `Cette action nécessite le rôle ${role} ; vous avez le rôle ${have}. Demandez à votre administrateur Gatehouse d’ajouter votre ID d’objet ${id} à ${setting}.`,
  roles: { viewer: 'lecteur', operator: 'opérateur', admin: 'administrateur' },
  /** After a button's label was typed with a tenant's name. */
  whichTenants: ({ command, all }: { command: string; all: string }) =>
    `Quels locataires ? Tapez « ${command} » suivi d’une partie d’un nom, d’un statut ou d’une étiquette, par exemple « ${command} tag:vip », ou « ${command} ${all} » pour tous les locataires. S’il y en a plusieurs, vous voyez d’abord ce qui serait fait.`,
  whichTenant: ({ command }: { command: string }) =>
    `Quel locataire ? Tapez « ${command} » suivi d’une partie de son nom.`,
  severalTenants: ({ command }: { command: string }) =>
    `Plusieurs locataires correspondent. Ouvrez-en un, ou tapez « ${command} » suivi de son nom complet.`,
  selectButton: ({ button }: { button: string }) =>
    `Rien n’a encore été fait. Sélectionnez « ${button} » pour continuer.`,
  whichHistory: 'Plusieurs locataires correspondent. Tapez /history suivi du nom complet ou de l’ID de l’un d’eux.',
  whichTag:
    'Plusieurs locataires correspondent. Tapez /étiquette, le nom complet ou l’ID de l’un d’eux, et les étiquettes.',
  subscription: {
    isNow: 'Cette conversation est maintenant abonnée',
    wasAlready: 'Cette conversation est déjà abonnée',
    isNoLonger: 'Cette conversation n’est plus abonnée',
    wasNot: 'Cette conversation n’est pas abonnée',
    notSubscribed:
      'Pas de notifications automatiques ici, sauf pour les locataires activés depuis cette conversation. Pour les recevoir toutes, tapez /subscribe.',
  },
  conversationNotKept:
    'Gatehouse n’a pas pu enregistrer cette conversation. Réessayez dans un instant. En cas de nouvel échec, demandez à votre administrateur Gatehouse de vérifier l’endroit où Gatehouse stocke ses données (npm run doctor).',
  file: {
    noCertificate: { title: 'Certificat introuvable', line: 'Il a peut-être été établi par un autre Gatehouse.' },
    certificateMissing: {
      title: 'Le fichier du certificat est absent',
      line: ({ file }: { file: string }) =>
        `${file} ne figure pas parmi les certificats que Gatehouse conserve. Demandez à votre administrateur Gatehouse de le restaurer à partir d’une sauvegarde.`,
    },
    certificateChanged: {
      title: 'Le fichier du certificat a été modifié',
      line: ({ file }: { file: string }) =>
        `${file}, tel que Gatehouse le conserve, n’est pas le fichier d’origine : Gatehouse ne le remet donc pas. Demandez à votre administrateur Gatehouse de le restaurer à partir d’une sauvegarde.`,
    },
    planSlow: {
      title: 'Le plan n’est pas encore prêt',
      line: 'Microsoft n’a pas encore répondu à tout. Rien n’a été fait. Réessayez dans un instant.',
    },
    noPlan: { title: 'Aucun plan', line: 'Ce locataire n’est plus votre client.' },
    notSavedTitle: 'Le fichier n’a pas été enregistré',
    offerOver:
      'Cette proposition a expiré ou s’adressait à une autre personne. Sélectionnez de nouveau le bouton sur la carte.',
    notAllowed: 'Le fichier n’a pas été enregistré : il vous faut le rôle administrateur.',
    notSaved:
      'Le fichier n’a pas pu être enregistré dans votre OneDrive. Sélectionnez de nouveau « Accepter » dans un instant, ou utilisez le lien sur la carte.',
    /** What Teams' own card says of the file that it offers. */
    offered: 'Fichier de Gatehouse, pour les administrateurs.',
  },
  /** What a phone's lock screen says of an answer. */
  summaries: {
    help: 'Commandes',
    greeting: 'Gatehouse est là',
    tenants: 'Locataires',
    leftovers: 'Accès résiduels',
    expiring: 'Accès à échéance',
    waiting: 'Ce qui vous attend',
    history: 'Historique',
    certificates: 'Certificats de sortie',
    certificate: 'Certificat de sortie',
    plan: 'Plan',
    offboarding: 'Sortie complète',
    status: 'État de Gatehouse',
  },
};
