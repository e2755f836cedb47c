// The words of a checkup: doctor and /status.
import { checkByHand } from './check-by-hand.js';
import { databaseFindingWords } from './checkup-database.js';
import { directoryFindings } from './checkup-directory.js';
import { machineFindings } from './checkup-machine.js';
import { signInFindings } from './checkup-sign-in.js';
import { icu } from './icu.js';

/** Titles of checks, what each found, and how to fix it. */
export const checkup = {
  titles: {
    settings: 'Einstellungen',
    people: 'Rollen',
    microsoft: 'Microsoft',
    signIn: 'Anmeldung',
    mfa: 'Multi-Faktor-Authentifizierung',
    graphPermissions: 'Graph-Berechtigungen',
    adminAgents: 'AdminAgents',
    gdapServicePrincipal: 'GDAP-Dienstprinzipal',
    templateRoles: 'Rollen der Vorlage',
    templateGroups: 'Gruppen der Vorlage',
    partnerCenter: 'Partner Center',
    webhooks: 'Partner Center-Ereignisse',
    appCredential: 'Anmeldeinformationen der App',
    botIdentity: 'Identität des Bots',
    botCredential: 'Geheimer Schlüssel des Bots',
    clock: 'Uhr',
    dataFolder: 'Datenordner',
    database: 'Datenbank',
    databaseLogin: 'Anmeldung an der Datenbank',
    databaseClock: 'Uhr der Datenbank',
    nodeVersion: 'Node.js',
  },
  byHand: checkByHand,
  findings: {
    // Any check.
    mayNotLook: { found: 'Gatehouse fehlt die Berechtigung, das zu prüfen.' },
    stillLooking: { found: 'Microsoft hat noch nicht geantwortet.', cure: 'Versuchen Sie es gleich noch einmal.' },
    settingsInTheWay: {
      found: 'Nicht geprüft: Erforderliche Einstellungen fehlen oder sind ungültig.',
      cure: 'Korrigieren Sie zuerst die Einstellungen.',
    },
    databaseInTheWay: {
      found: 'Nicht geprüft: Die Anmeldung liegt in der Datenbank.',
      cure: 'Bringen Sie zuerst die Datenbank in Ordnung.',
    },
    comesWithTheBot: {
      found: 'Nicht geprüft: Die Sandbox läuft im Bot.',
      cure: 'Verwenden Sie stattdessen /status im Chat.',
    },
    broke: {
      found: 'Die Prüfung ist an einem Fehler in Gatehouse gescheitert.',
      cure: 'Suchen Sie im Protokoll nach „checkBroke“.',
    },
    settingsWhole: { found: 'Alle Einstellungen sind gültig.' },
    // Who may act.
    everybodyMay: {
      found:
        'ADMINS, OPERATORS und VIEWERS sind leer, deshalb haben alle die Rolle „Admin“. Nur die Sandbox erlaubt das.',
    },
    peopleNamed: {
      found: icu<{ count: number }>(
        'ADMINS, OPERATORS und VIEWERS nennen {count, plural, one {# Person oder Gruppe} other {# Personen oder Gruppen}}.',
      ),
    },
    nobodyMay: {
      found: 'Niemand hat eine Rolle: ADMINS, OPERATORS und VIEWERS sind leer.',
      foundWithGroups: ({ groups }: { groups: string }) =>
        `Niemand hat eine Rolle: ADMINS, OPERATORS und VIEWERS nennen nur Gruppen, die nicht auffindbar sind oder keine Mitglieder haben (${groups}).`,
      cure: 'Tragen Sie Ihre Entra-Objekt-ID in ADMINS ein. Gatehouse zeigt sie jedem, der ohne Rolle etwas anfragt.',
    },
    noAdmins: {
      found:
        'ADMINS ist leer, deshalb kann niemand einen Mandanten deaktivieren oder offboarden, und niemand erhält Warnungen.',
      foundWithGroups: ({ groups }: { groups: string }) =>
        `ADMINS nennt nur Gruppen, die nicht auffindbar sind oder keine Mitglieder haben (${groups}). Deshalb kann niemand einen Mandanten deaktivieren oder offboarden, und niemand erhält Warnungen.`,
      cure: 'Tragen Sie die Entra-Objekt-ID mindestens einer Person in ADMINS ein.',
    },
    emptyGroups: {
      found: icu<{ count: number; groups: string }>(
        '{count, plural, one {# Gruppe in ADMINS, OPERATORS oder VIEWERS ist nicht auffindbar oder hat keine Mitglieder} other {# Gruppen in ADMINS, OPERATORS oder VIEWERS sind nicht auffindbar oder haben keine Mitglieder}}: {groups}.',
      ),
      cure: 'Fügen Sie in Entra Mitglieder hinzu (Gruppen) oder entfernen Sie die Gruppe aus der Einstellung.',
    },
    noSecondAdmin: {
      found:
        'Ein zweiter Admin ist vorgeschrieben (SECOND_ADMIN_FOR oder REQUIRE_SECOND_ADMIN), aber ADMINS nennt nur eine Person. Deshalb kann niemand genehmigen.',
      cure: 'Tragen Sie eine zweite Person in ADMINS ein.',
    },
    ...signInFindings,
    ...directoryFindings,
    ...machineFindings,
    ...databaseFindingWords,
  },
  /** A list that was cut: these, and some more. */
  andMore: ({ list }: { list: string }) => `${list} und weitere`,
  fine: icu<{ count: number; names: string }>(
    '✅ {count, plural, one {# Prüfung} other {# Prüfungen}} in Ordnung: {names}.',
  ),
  sums: { wrong: 'fehlgeschlagen', warning: 'mit Warnungen', notChecked: 'nicht geprüft', good: 'in Ordnung' },
};
