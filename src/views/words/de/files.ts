// How a file gets to the person who asked for it.
/** Times are for text blocks only. */
export const files = {
  offered: 'Teams fragt Sie unten, ob es die Datei in Ihrem OneDrive speichern darf.',
  link: ({ until }: { until: string }) =>
    `Der Link öffnet sich bis ${until} (10 Minuten) ohne Anmeldung. Geben Sie ihn nicht weiter.`,
  orLink: ({ until }: { until: string }) =>
    `Oder verwenden Sie den Link, der sich bis ${until} (10 Minuten) ohne Anmeldung öffnet. Geben Sie ihn nicht weiter.`,
  unavailable:
    'Gatehouse kann hier keine Dateien übergeben, weil es keine Adresse hat, die Sie öffnen könnten. Bitten Sie Ihren Gatehouse-Administrator, PUBLIC_URL zu setzen.',
  open: ({ label }: { label: string }) => `${label} öffnen`,
};
