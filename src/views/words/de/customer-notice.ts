// Was ein Kunde vorher erfährt, weil seine eigenen Alarme es melden.

/** Names are foreign text. */
export const customerNotice = {
  copy: 'Hinweis für den Kunden kopieren',
  title: ({ tenant }: { tenant: string }) => `Hinweis für ${tenant}`,
  hint: 'Senden Sie das, bevor Sie bestätigen, damit die Alarme des Kunden nicht überraschen. Es enthält keinen Genehmigungslink.',
  about: {
    extend: 'Verlängerung',
    removeGlobalAdministrator: 'Entfernen von Globaler Administrator',
    request: 'neue Anforderung',
    offboarding: 'vollständiges Offboarding',
  },
};
