// The card with the approval link. What it holds for the customer is in customer-message.ts.

/** For the person who asked. */
export const approval = {
  title: ({ tenant }: { tenant: string }) => `Lien d’approbation pour ${tenant}`,
  hint: 'Visible par vous uniquement. Envoyez le lien à un administrateur général du client, ou à une personne qui y a le rôle « Customer Delegated Admin Relationship Administrator ». Personne d’autre ne peut approuver.',
  linkLabel: 'Lien : sélectionnez tout et copiez',
  messageLabel: 'Message au client : sélectionnez tout et copiez',
  openTooltip: 'Ouvrir la page d’approbation',
  languageLabel: 'Langue du message',
  rewrite: 'Changer de langue',
  partnerUnnamed:
    'Le message ne nomme pas votre entreprise, car PARTNER_NAME n’est pas défini. Ajoutez le nom avant l’envoi, ou demandez à votre administrateur Gatehouse de définir PARTNER_NAME.',
};
