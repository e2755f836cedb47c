// Why Gatehouse can't sign in to Microsoft, and who can fix it.

const runSignIn = 'Demandez à votre administrateur Gatehouse d’exécuter npm run sign-in.';
const retries = 'Gatehouse réessaie automatiquement, au moins une fois par minute.';
const newSecret =
  'Demandez à votre administrateur Gatehouse d’en créer une dans Entra (Inscriptions d’applications > application de Gatehouse > Certificats et secrets), de mettre à jour les paramètres et de redémarrer Gatehouse. npm run doctor indique le paramètre concerné.';

/**
 * `why` follows “Gatehouse can’t sign in:” in a headline; without it the headline says that Gatehouse isn't signed in.
 * `cause` is what happened and why, `cure` who does what, and where.
 */
export const signInReasons = {
  signInExpired: {
    why: '',
    cause: 'Gatehouse n’est pas connecté, ou sa connexion a expiré ou a été révoquée.',
    cure: runSignIn,
  },
  mfaRequired: {
    why: 'l’authentification multifacteur manque',
    cause: 'La connexion de Gatehouse a été établie sans l’authentification multifacteur, que Microsoft exige.',
    cure: 'Demandez à votre administrateur Gatehouse d’exécuter npm run sign-in et d’utiliser l’authentification multifacteur.',
  },
  accessBlocked: {
    why: 'blocage par stratégie ou emplacement',
    cause:
      'Une stratégie d’accès conditionnel de votre propre locataire bloque le compte de Gatehouse ou l’emplacement d’où il se connecte.',
    cure: `Demandez à votre administrateur Entra de vérifier le compte dans Entra (Journaux de connexion, Accès conditionnel) et de modifier la stratégie ou d’en exclure le compte. ${retries}`,
  },
  accountDisabled: {
    why: 'son compte est désactivé',
    cause: 'Le compte avec lequel Gatehouse se connecte est désactivé.',
    cure: `Demandez à votre administrateur Entra de l’activer dans Entra (Utilisateurs). ${retries}`,
  },
  accountLocked: {
    why: 'son compte est verrouillé',
    cause:
      'Le compte avec lequel Gatehouse se connecte est verrouillé, le plus souvent à la suite de connexions échouées ou à risque.',
    cure: `Demandez à votre administrateur Entra de consulter les journaux de connexion du compte dans Entra et de le déverrouiller, ou attendez la fin du verrouillage. ${retries}`,
  },
  accountNotAssigned: {
    why: 'compte non affecté à l’application',
    cause: 'Le compte avec lequel Gatehouse se connecte n’est pas affecté à l’application de Gatehouse.',
    cure: `Demandez à votre administrateur Entra de l’affecter dans Entra (Applications d’entreprise > application de Gatehouse > Utilisateurs et groupes). ${retries}`,
  },
  accountUnknown: {
    why: 'son compte n’existe plus',
    cause: 'Le compte avec lequel Gatehouse était connecté n’est plus dans votre locataire.',
    cure: 'Demandez à votre administrateur Gatehouse d’exécuter npm run sign-in avec un autre compte, ou à votre administrateur Entra de restaurer celui-ci.',
  },
  credentialExpired: {
    why: 'sa clé secrète client a expiré',
    cause: 'La clé secrète client de l’application de Gatehouse a expiré.',
    cure: newSecret,
  },
  credentialRefused: {
    why: 'clé secrète ou certificat non accepté',
    cause:
      'Entra n’accepte pas la clé secrète ou le certificat de l’application de Gatehouse, le plus souvent parce que ce n’est pas celui qui y est inscrit.',
    cure: 'Demandez à votre administrateur Gatehouse de comparer les paramètres avec Entra (Inscriptions d’applications > application de Gatehouse > Certificats et secrets). Il faut la valeur de la clé secrète, et non son ID. npm run doctor indique le paramètre concerné. Pour une identité managée, vérifiez PARTNER_MANAGED_IDENTITY et les informations d’identification fédérées de l’application.',
  },
  appUnknown: {
    why: 'application absente de votre locataire',
    cause: 'Votre locataire n’a aucune application portant l’ID indiqué dans les paramètres de Gatehouse.',
    cure: 'Demandez à votre administrateur Gatehouse de comparer PARTNER_CLIENT_ID et PARTNER_TENANT_ID avec Entra (Inscriptions d’applications).',
  },
  appDisabled: {
    why: 'son application est désactivée',
    cause: 'L’application de Gatehouse est désactivée dans votre locataire.',
    cure: `Demandez à votre administrateur Entra de l’activer dans Entra (Applications d’entreprise > application de Gatehouse > Propriétés > Activé pour que les utilisateurs se connectent). ${retries}`,
  },
  tenantUnknown: {
    why: 'son locataire n’existe pas',
    cause:
      'Microsoft ne trouve aucun locataire correspondant à l’ID ou au domaine indiqué dans les paramètres de Gatehouse.',
    cure: 'Demandez à votre administrateur Gatehouse de corriger PARTNER_TENANT_ID.',
  },
  serviceMissing: {
    why: 'service Microsoft absent du locataire',
    cause:
      'Il manque dans votre locataire un service que Gatehouse utilise : Microsoft Graph ou Microsoft Partner Center.',
    cure: `Demandez à votre administrateur Entra d’accorder les autorisations de l’application de Gatehouse, ce qui ajoute le service. npm run sign-in affiche le lien. ${retries}`,
  },
  serviceDisabled: {
    why: 'un service Microsoft est désactivé',
    cause:
      'Un service que Gatehouse utilise, Microsoft Graph ou Microsoft Partner Center, est désactivé dans votre locataire.',
    cure: `Demandez à votre administrateur Entra de l’activer dans Entra (Applications d’entreprise > Propriétés > Activé pour que les utilisateurs se connectent). ${retries}`,
  },
  signInRefused: {
    why: 'Microsoft refuse la connexion',
    cause: 'Microsoft refuse la connexion de Gatehouse pour une raison que Gatehouse ne reconnaît pas.',
    cure: `Demandez à votre administrateur Entra de rechercher la réponse de Microsoft dans les journaux de connexion du compte dans Entra. ${retries}`,
  },
};
