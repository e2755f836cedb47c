// Titles of buttons.

/** The seed's labels, and the others. At most twenty or so characters each. */
export const buttons = {
  enable: 'Activer',
  disable: 'Désactiver',
  copyApproval: 'Copier le lien',
  reviewLimitations: 'Examiner les limitations',
  revalidate: 'Revalider',
  keepAccess: 'Conserver l’accès',
  keepAccessForAll: 'Tout conserver',
  endEarlier: 'Fin de l’ancienne…',
  requestAgain: 'Redemander l’accès',
  acceptLimitation: 'Accepter la limitation…',
  takeBackAcceptance: 'Retirer l’acceptation',
  cancel: 'Annuler',
  removeDelegatedAdmin: 'Supprimer l’accès DAP',
  planOffboarding: 'Sortie complète',
  showOffboarding: 'Afficher la sortie',
  certificate: 'Certificat de sortie',
  open: 'Ouvrir',
  back: 'Retour',
  plan: 'Planifier',
  toTenant: 'Ouvrir le locataire',
  allTenants: 'Tous les locataires',
  showTenants: 'Afficher les locataires',
  leftovers: 'Accès résiduels',
  previous: '‹ Précédent',
  next: 'Suivant ›',
  newer: '‹ Plus récent',
  older: 'Plus ancien ›',
  refresh: 'Actualiser',
  search: 'Rechercher',
  openLink: 'Ouvrir le lien',
  /** What a screen reader says: the button, and what it is about. */
  about: ({ title, subject }: { title: string; subject: string }) => `${title} : ${subject}`,
  ofPages: ({ title, page, pages }: { title: string; page: number; pages: number }) =>
    `${title} : page ${page} sur ${pages}`,
};
