// Ce qu’un client apprend avant, puisque ses propres alertes le signalent.

/** Names are foreign text. */
export const customerNotice = {
  copy: 'Copier l’avis au client',
  title: ({ tenant }: { tenant: string }) => `Avis à ${tenant}`,
  hint: 'Envoyez-le avant de confirmer, pour que les alertes du client ne surprennent personne. Il ne contient aucun lien d’approbation.',
  about: {
    extend: 'renouvellement',
    removeGlobalAdministrator: 'retrait d’Administrateur général',
    request: 'nouvelle demande',
    offboarding: 'sortie complète',
  },
};
