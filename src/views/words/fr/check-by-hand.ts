// Where a person checks by hand what a checkup couldn't.

/** By check; absent: nowhere that's simpler than checking again. */
export const checkByHand = {
  graphPermissions: 'Vérifiez dans Entra > Inscriptions d’applications > votre application > Autorisations d’API.',
  adminAgents: 'Vérifiez dans Entra > Groupes > AdminAgents > Membres : le compte doit y figurer.',
  gdapServicePrincipal:
    'Vérifiez que « Partner Customer Delegated Administration » figure dans Entra > Applications d’entreprise.',
  people: 'Vérifiez dans Entra > Groupes : chaque groupe dans ADMINS, OPERATORS et VIEWERS doit avoir des membres.',
  templateGroups:
    'Vérifiez dans Entra > Groupes : chaque groupe doit être un groupe de sécurité et, pour Azure, un membre d’AdminAgents.',
  webhooks: 'Exécutez npm run webhooks pour afficher l’inscription.',
  appCredential: 'Vérifiez dans Entra > Inscriptions d’applications > votre application > Certificats et secrets.',
  botCredential: 'Vérifiez dans Entra > Inscriptions d’applications > application du bot > Certificats et secrets.',
};
