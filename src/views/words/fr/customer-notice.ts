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
  letter: {
    purpose: ({ tenant }: { tenant: string }) =>
      `Nous vous informons d’un changement prévu de notre accès au locataire Microsoft 365 de ${tenant}.`,
    what: {
      extend: ({ relationship, date }: { relationship: string; date: string }) =>
        `Ce qui va se passer : nous activons le renouvellement automatique de la relation « ${relationship} ». Sans cela, notre accès prendrait fin le ${date}. Avec lui, il est prolongé de 180 jours ce jour-là, puis de nouveau ensuite. Nous n’obtenons aucun rôle supplémentaire.`,
      removeGlobalAdministrator: ({ relationship, date }: { relationship: string; date: string }) =>
        `Ce qui va se passer : nous renonçons au rôle Administrateur général dans la relation « ${relationship} » et activons son renouvellement automatique. Sans cela, notre accès prendrait fin le ${date}. Il est ainsi prolongé de 180 jours ce jour-là avec les rôles restants, puis de nouveau ensuite.`,
      request: ({ date }: { date: string }) =>
        `Ce qui va se passer : notre accès prend fin le ${date}. Avant cela, nous vous envoyons une demande de nouvelle relation, dont le nom commence par « Gatehouse- ». Rien ne change tant qu’aucun de vos administrateurs ne l’approuve. Vous recevrez le lien dans un message distinct.`,
      offboarding:
        'Ce qui va se passer : nous mettons fin à notre accès à votre locataire. Nous retirons les relations par lesquelles nous le gérons, les rôles de nos groupes et le consentement à nos applications, dans la mesure où ils existent.',
    },
    when: ({ date }: { date: string }) => `Quand : à partir du ${date}, en général dans les 24 heures.`,
    mayReport: {
      extend: ({ relationship, date }: { relationship: string; date: string }) =>
        `Ce que vous pouvez voir : vos journaux d’audit ou vos alertes de sécurité peuvent signaler que la relation de partenariat « ${relationship} » a été modifiée. Les messages de Microsoft selon lesquels elle prend fin le ${date} concernent la même relation.`,
      removeGlobalAdministrator: ({ relationship, date }: { relationship: string; date: string }) =>
        `Ce que vous pouvez voir : vos journaux d’audit ou vos alertes de sécurité peuvent signaler que la relation de partenariat « ${relationship} » a été modifiée et a perdu le rôle Administrateur général. Les messages de Microsoft selon lesquels elle prend fin le ${date} concernent la même relation.`,
      request: ({ date }: { date: string }) =>
        `Ce que vous pouvez voir : vos journaux d’audit ou vos alertes de sécurité peuvent signaler une nouvelle relation de partenariat. Les messages de Microsoft selon lesquels notre accès prend fin le ${date} concernent l’actuelle.`,
      offboarding:
        'Ce que vous pouvez voir : vos journaux d’audit ou vos alertes de sécurité peuvent signaler la fin de relations de partenariat, le retrait d’attributions de rôles et le retrait d’une application d’entreprise.',
    },
    check:
      'Comment vérifier : connectez-vous comme d’habitude au Centre d’administration Microsoft 365 et ouvrez Paramètres > Relations de partenariat. Vous n’avez rien à faire.',
    checkRequest:
      'Comment vérifier : la demande s’ouvre dans le centre d’administration de Microsoft (admin.microsoft.com) et affiche le nom de notre entreprise. N’en approuvez aucune autre.',
    unexpected:
      'Si vous voyez autre chose, ou si cela vous surprend : appelez-nous au numéro que vous avez déjà. Nous ne vous demandons jamais votre mot de passe.',
  },
};
