// What a checkup found about the database that several replicas share.
import { icu } from './icu.js';

/** By finding: what was found, and how to fix it. */
export const databaseFindingWords = {
  databaseGood: {
    found: icu<{ version: string; replicas: number }>(
      'PostgreSQL {version}, bereit für diese Version von Gatehouse. {replicas, plural, =0 {Keine Instanz läuft.} one {# Instanz läuft.} other {# Instanzen laufen.}}',
    ),
  },
  databaseAway: {
    found: ({ answer }: { answer: string }) => `Antwortet nicht, deshalb kann Gatehouse nichts speichern (${answer}).`,
    cure: 'Prüfen Sie Datenbankserver, Netzwerk und DATABASE_URL. Gatehouse arbeitet weiter, sobald die Datenbank antwortet.',
  },
  databaseRefuses: {
    found: ({ answer }: { answer: string }) => `Nimmt die Verbindung nicht an (${answer}).`,
    cure: 'Prüfen Sie Benutzer, Kennwort, Datenbank und sslrootcert in DATABASE_URL sowie, welche Verbindungen der Server erlaubt (pg_hba.conf).',
  },
  databaseTooOld: {
    found: ({ version }: { version: string }) => `PostgreSQL ${version} ist zu alt für Gatehouse.`,
    cure: 'Verwenden Sie PostgreSQL 14 oder neuer.',
  },
  databaseEncoding: {
    found: 'Die Codierung ist nicht UTF8.',
    cure: 'Erstellen Sie eine andere Datenbank mit der Codierung UTF8.',
  },
  databaseNotMigrated: {
    found: 'Es fehlen Tabellen, die diese Version von Gatehouse braucht.',
    cure: 'Führen Sie npm run store:migrate aus.',
  },
  databaseNewer: {
    found: 'Die Datenbank wurde von einer neueren Version von Gatehouse migriert.',
    cure: 'Aktualisieren Sie Gatehouse auf diese Version.',
  },
  databaseNotGranted: {
    found: ({ user }: { user: string }) => `Der Benutzer ${user} darf die Tabellen von Gatehouse nicht verwenden.`,
    cure: 'Setzen Sie DATABASE_OWNER_URL und führen Sie npm run store:migrate -- --login aus.',
  },
  databaseMoved: {
    found: ({ place }: { place: string }) => `Alles darin wurde nach ${place} verschoben.`,
    cure: 'Starten Sie Gatehouse dort. Was seitdem gespeichert wurde, ist nicht in dieser Datenbank.',
  },
  databasePooled: {
    found:
      'Ein Pooler teilt Verbindungen zwischen Transaktionen auf, sodass Sperren und Benachrichtigungen verloren gehen.',
    cure: 'Stellen Sie im Pooler für Gatehouse pool_mode=session ein oder verbinden Sie DATABASE_URL mit dem Server selbst.',
  },
  databaseBehind: {
    found: icu<{ seconds: number }>(
      'Änderungen anderer Instanzen fehlen hier seit {seconds, plural, one {# Sekunde} other {# Sekunden}}.',
    ),
    cure: 'Prüfen Sie die Last des Datenbankservers und das Netzwerk. Bis dahin können Listen und Karten veraltet sein.',
  },
  replicaTemplatesDiffer: {
    found: icu<{ sets: number }>(
      'Die Instanzen arbeiten mit {sets, plural, one {# Satz} other {# verschiedenen Sätzen}} von Zugriffsvorlagen. Was einem Mandanten fehlt, hängt also davon ab, welche ihn prüft.',
    ),
    cure: 'Legen Sie dieselbe Datei oder denselben Ordner (ACCESS_TEMPLATE) auf jeden Rechner. Jede Instanz übernimmt sie innerhalb einer Minute.',
  },
  databaseLoginLimited: {
    found: ({ user }: { user: string }) => `${user} hat nur die Berechtigungen, die Gatehouse braucht.`,
  },
  databaseOwner: {
    found: ({ user }: { user: string }) =>
      `Gatehouse meldet sich als ${user} an und kann damit alles ändern. Wer dieses Kennwort hat, kann das Überwachungsprotokoll umschreiben.`,
    cure: 'Setzen Sie DATABASE_URL auf einen eigenen Benutzer und DATABASE_OWNER_URL auf den Besitzer und führen Sie npm run store:migrate -- --login aus.',
  },
  databaseClockRight: { found: 'Stimmt mit der dieses Rechners überein.' },
  databaseClockOff: {
    found: icu<{ seconds: number; direction: 'ahead' | 'behind' }>(
      'Die Uhr dieses Rechners geht gegenüber der Datenbank {seconds, plural, one {# Sekunde} other {# Sekunden}} {direction, select, ahead {vor} other {nach}}.',
    ),
    cure: 'Lassen Sie beide Rechner ihre Uhr über das Netz stellen (NTP).',
  },
};
