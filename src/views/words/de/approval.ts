// The card with the approval link. What it holds for the customer is in customer-message.ts.

/** For the person who asked. */
export const approval = {
  title: ({ tenant }: { tenant: string }) => `Genehmigungslink für ${tenant}`,
  hint: 'Nur Sie sehen diese Karte. Senden Sie den Link an einen Globalen Administrator des Kunden oder an jemanden mit der Rolle „Customer Delegated Admin Relationship Administrator“. Niemand sonst kann genehmigen.',
  linkLabel: 'Link: alles markieren und kopieren',
  messageLabel: 'Nachricht an den Kunden: alles markieren und kopieren',
  openTooltip: 'Genehmigungsseite öffnen',
  languageLabel: 'Sprache der Nachricht',
  rewrite: 'Sprache ändern',
  partnerUnnamed:
    'Die Nachricht nennt Ihr Unternehmen nicht, weil PARTNER_NAME nicht gesetzt ist. Ergänzen Sie den Namen vor dem Senden oder bitten Sie Ihren Gatehouse-Administrator, PARTNER_NAME zu setzen.',
};
