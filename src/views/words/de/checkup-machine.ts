// What a checkup found about the bot's identity and the machine it runs on.
import { icu } from './icu.js';

const newerNode = 'Installieren Sie Node.js 24, das bis April 2028 unterstützt wird.';

/** By finding: what was found, and how to fix it. */
export const machineFindings = {
  botAnonymous: {
    found: 'Der Bot ist anonym und nur von diesem Rechner aus erreichbar. Für die Sandbox reicht das.',
    foundExposed:
      'Der Bot ist anonym (ALLOW_ANONYMOUS_BOT): Teams erreicht ihn nicht, und jedes Programm auf diesem Rechner kann in Ihren echten Mandanten im Namen beliebiger Personen handeln.',
    cure: 'Setzen Sie MicrosoftAppId und die zugehörigen Einstellungen auf die Werte aus der App-Registrierung des Bots und entfernen Sie ALLOW_ANONYMOUS_BOT.',
  },
  botManagedIdentity: {
    found: 'Der Bot verwendet eine verwaltete Identität, die sich nur in Azure testen lässt.',
    cure: 'Senden Sie dem Bot in Teams eine Nachricht. Wenn er antwortet, funktioniert die Identität.',
  },
  botKnown: { found: 'Konfiguriert.' },
  botTokenGranted: { found: 'Konfiguriert, und der geheime Schlüssel wird akzeptiert.' },
  botSecretWrong: {
    found: 'Microsoft akzeptiert den geheimen Schlüssel des Bots nicht, deshalb kann der Bot nicht antworten.',
    cure: 'Setzen Sie MicrosoftAppPassword auf den Wert des geheimen Schlüssels (nicht auf seine ID). Entra zeigt ihn nur einmal, beim Erstellen.',
  },
  botSecretEnded: {
    found: 'Der geheime Schlüssel des Bots ist abgelaufen, deshalb kann der Bot nicht antworten.',
    cure: 'Erstellen Sie in Entra einen neuen (App-Registrierungen, App des Bots, Zertifikate & Geheimnisse) und tragen Sie ihn in MicrosoftAppPassword ein.',
  },
  botAppUnknown: {
    found: 'Der Mandant hat keine Anwendung mit der ID des Bots.',
    cure: 'Vergleichen Sie MicrosoftAppId, MicrosoftAppTenantId und MicrosoftAppType mit der App-Registrierung in Entra.',
  },
  botTenantUnknown: {
    found: 'Zur Mandanten-ID des Bots gibt es keinen Mandanten.',
    cure: 'Vergleichen Sie MicrosoftAppTenantId mit der App-Registrierung in Entra.',
  },
  botRefused: {
    found: 'Microsoft lehnt die Anmeldung des Bots ab.',
    cure: 'Sehen Sie in Entra nach dem Grund (Anmeldeprotokolle, Dienstprinzipalanmeldungen, App des Bots).',
  },
  // The machine.
  clockRight: { found: 'Stimmt mit der von Microsoft überein.' },
  clockNotTold: {
    found: 'Nicht geprüft: Microsoft hat keine Uhrzeit gesendet.',
    cure: 'Vergleichen Sie sie mit einer anderen Uhr.',
  },
  clockOff: {
    found: icu<{ seconds: number; minutes: number; unit: 'seconds' | 'minutes'; direction: 'ahead' | 'behind' }>(
      'Geht gegenüber Microsoft {unit, select, seconds {{seconds, plural, one {# Sekunde} other {# Sekunden}}} other {{minutes, plural, one {# Minute} other {# Minuten}}}} {direction, select, ahead {vor} other {nach}}. Ab fünf Minuten Abweichung schlägt die Anmeldung fehl.',
    ),
    cure: 'Lassen Sie den Rechner seine Uhr über das Netz stellen (NTP).',
  },
  folderGood: {
    found: ({ free, isHeld }: { free: string | undefined; isHeld: boolean }) =>
      `Beschreibbar${free === undefined ? '' : `, ${free} frei`}${isHeld ? '; wird von Gatehouse verwendet' : ''}.`,
  },
  folderAbsent: { found: 'Noch nicht vorhanden. Der erste Start legt ihn an.' },
  folderNotWritable: {
    found: 'Nicht beschreibbar, deshalb kann Gatehouse nichts speichern.',
    cure: 'Geben Sie dem Benutzer, unter dem Gatehouse läuft, Schreibrechte auf DATA_DIR oder wählen Sie einen anderen Ordner.',
  },
  folderOpenToOthers: {
    found: 'Andere Benutzer dieses Rechners können hineinschreiben.',
    cure: 'Erlauben Sie das Schreiben nur dem Benutzer, unter dem Gatehouse läuft: chmod 700.',
  },
  folderFleeting: {
    found:
      'Im Arbeitsspeicher oder innerhalb eines Containers. Damit gehen auch die Anmeldung, die Liste der benachrichtigten Unterhaltungen und das Überwachungsprotokoll verloren.',
    cure: 'Legen Sie DATA_DIR auf ein dauerhaftes Volume oder Laufwerk.',
  },
  folderFilling: {
    found: ({ free }: { free: string }) =>
      `Nur noch ${free} frei auf dem Laufwerk. Ist es voll, kann Gatehouse nichts mehr speichern.`,
    cure: 'Geben Sie Speicherplatz frei.',
  },
  nodeSupported: { found: ({ version }: { version: string }) => `${version} wird unterstützt.` },
  nodeEnded: {
    found: ({ version }: { version: string }) => `${version} erhält keine Sicherheitsupdates mehr.`,
    cure: newerNode,
  },
  nodeTooOld: {
    found: ({ version }: { version: string }) => `${version} ist zu alt für Gatehouse.`,
    cure: newerNode,
  },
};
