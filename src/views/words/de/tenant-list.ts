// The list of tenants.
import { icu } from './icu.js';

/** Times are for text blocks only. */
export const tenantList = {
  title: 'Mandanten',
  all: 'Alle',
  searchLabel: 'Suche',
  searchHint: 'Name, Domäne oder ID',
  searchTooltip: 'Mandanten suchen',
  goTo: { label: ({ pages }: { pages: number }) => `Seite (1–${pages})`, title: 'Los', tooltip: 'Zur Seite' },
  /** The input that completes a name, and its button. */
  pick: {
    label: 'Name eines Mandanten',
    title: 'Mandant öffnen',
    none: 'Wählen Sie zuerst einen Mandanten und dann „Mandant öffnen“.',
  },
  refreshTooltip: 'Diese Liste aktualisieren',
  toList: 'Zur Mandantenliste',
  position: icu<{ from: number; to: number; total: number }>(
    '{from, number}–{to, number} von {total, number} Mandanten',
  ),
  changed: 'Die Reihenfolge hat sich geändert, seit Sie diese Liste geöffnet haben · Aktualisieren',
  gone: {
    name: 'Nicht mehr Ihr Kunde',
    note: '„Aktualisieren“ entfernt diese Zeile.',
    status: 'Im Partner Center nicht aufgeführt',
  },
  row: {
    offboarding: 'Offboarding läuft',
    delegatedAdmin: 'DAP',
    approvalRequest: 'Anfrage noch offen',
    liveAccess: 'Zugriff noch aktiv',
    accepted: 'akzeptiert',
    checking: 'wird erneut geprüft',
    retrying: 'neuer Versuch läuft',
    /** The first cause, and how many more. */
    cause: icu<{ cause: string; more: number }>('{cause}{more, plural, =0 {} other { +#}}'),
    days: icu<{ days: number }>('{days, plural, one {# Tag} other {# Tage}}'),
    since: ({ time }: { time: string }) => `seit ${time}`,
  },
  /** Titles of buttons in a row, where a phone has room for few letters. */
  rowButtons: {
    reviewLimitations: 'Ansehen',
    copyApproval: 'Link kopieren',
  },
  asOf: ({ time }: { time: string }) => `Letzter Abgleich: ${time}`,
  neverRead: 'Noch kein Abgleich mit Microsoft',
  reading: 'Abgleich mit Microsoft läuft…',
  empty: {
    reading: 'Gatehouse ruft Ihre Kunden bei Microsoft ab. Diese Karte füllt sich von selbst.',
    closed:
      'Die API des Partner Centers lehnt Gatehouse ab. Deshalb führt Gatehouse die Kunden auf, auf die Sie durch GDAP Zugriff haben, sobald es welche gibt und das Partner Center zweimal abgelehnt hat.',
    notRead:
      'Gatehouse konnte Ihre Kunden noch nicht bei Microsoft abrufen. Diese Karte füllt sich von selbst, sobald das möglich ist.',
    noMatch:
      'Kein Mandant passt zu dieser Suche. Um alle zu sehen, wählen Sie „Alle Mandanten“. Gatehouse listet Kunden auf, die über Sie kaufen oder auf die Sie durch GDAP Zugriff haben.',
    onlyUnlisted: icu<{ count: number }>(
      'Kein Kunde passt zu dieser Suche. {count, plural, one {Ein früherer Kunde passt, der weder im Partner Center noch durch GDAP Ihr Kunde ist: siehe /leftovers. Zum Aktivieren fügen Sie ihn mit /add hinzu.} other {# frühere Kunden passen, die weder im Partner Center noch durch GDAP Ihre Kunden sind: siehe /leftovers. Zum Aktivieren fügen Sie einen mit /add hinzu.}}',
    ),
    otherStatuses: ({ status, search, others }: { status: string; search: string; others: string }) =>
      `Kein Mandant mit dem Status „${status}“ passt zu „${search}“. Treffer mit anderem Status: ${others}. Wählen Sie oben einen Status aus.`,
    noTenant: ({ search }: { search: string }) => `Kein Mandant passt zu „${search}“.`,
    certified: icu<{ count: number; search: string }>(
      '{count, plural, one {Ein Offboarding-Nachweis passt} other {# Offboarding-Nachweise passen}} dazu: Schreiben Sie /certificate {search}.',
    ),
    didYouMean: ({ names }: { names: string }) => `Meinten Sie ${names}?`,
    noCustomers: 'Das Partner Center führt keine Kunden auf.',
    noneWithStatus: 'Kein Mandant hat diesen Status.',
  },
  failing: ({ since }: { since: string }) => `Gatehouse kann seit ${since} keine Daten bei Microsoft abrufen.`,
  failingKnown: ({ since }: { since: string }) =>
    `Gatehouse kann seit ${since} keine Daten bei Microsoft abrufen. Das ist der letzte bekannte Stand.`,
  fallback: ({ counts }: { counts: string }) => `Mandanten: ${counts}`,
};
