// Titles of buttons.

/** The seed's labels, and the others. At most 26 characters each. */
export const buttons = {
  enable: 'Aktivieren',
  disable: 'Deaktivieren',
  copyApproval: 'Genehmigungslink kopieren',
  reviewLimitations: 'Einschränkungen ansehen',
  revalidate: 'Erneut prüfen',
  keepAccess: 'Zugriff behalten',
  keepAccessForAll: 'Alle behalten',
  endEarlier: 'Frühere beenden…',
  requestAgain: 'Erneut anfragen',
  acceptLimitation: 'Einschränkung akzeptieren…',
  takeBackAcceptance: 'Nicht mehr akzeptieren',
  cancel: 'Abbrechen',
  removeDelegatedAdmin: 'DAP entfernen',
  planOffboarding: 'Vollständig offboarden',
  showOffboarding: 'Offboarding anzeigen',
  certificate: 'Offboarding-Nachweis',
  open: 'Öffnen',
  back: 'Zurück',
  plan: 'Plan',
  toTenant: 'Mandant öffnen',
  allTenants: 'Alle Mandanten',
  showTenants: 'Mandanten anzeigen',
  leftovers: 'Verbliebener Zugriff',
  previous: '‹ Zurück',
  next: 'Weiter ›',
  newer: '‹ Neuere',
  older: 'Ältere ›',
  refresh: 'Aktualisieren',
  search: 'Suchen',
  openLink: 'Link öffnen',
  /** What a screen reader says: the button, and what it is about. */
  about: ({ title, subject }: { title: string; subject: string }) => `${title}: ${subject}`,
  ofPages: ({ title, page, pages }: { title: string; page: number; pages: number }) =>
    `${title}: Seite ${page} von ${pages}`,
};
