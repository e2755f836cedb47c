// What is wrong with settings, and with the files that they name. Each fault follows the name of its setting or file.
import { settingFileFaults } from './setting-files.js';

const needed = (isMicrosoft: boolean) =>
  isMicrosoft
    ? 'bei PARTNER_CLOUD=microsoft erforderlich'
    : 'bei einer Sandbox erforderlich, die anderswo läuft; für Microsoft setzen Sie PARTNER_CLOUD=microsoft';
const not = (given: string | undefined, length: number) =>
  given === undefined ? `hat aber ${length} Zeichen` : `nicht „${given}“`;
const notId =
  (what: string, where: string) =>
  ({ given, length }: { given?: string | undefined; length: number }) =>
    `muss ${what} sein (eine GUID), ${not(given, length)}. ${where}`;
const onOverview = 'Sie steht in Entra in der Übersicht der App-Registrierung';

/** For a finding, and for a terminal where Gatehouse can't start. */
export const settings = {
  invalid: 'Diese Einstellungen fehlen oder sind ungültig:',
  seeExample: '.env.example erklärt jede Einstellung.',
  /** A file that a setting names, and a line of one. */
  inFile: ({ name, file, fault }: { name: string; file: string; fault: string }) =>
    `${name} nennt ${file}. Diese Datei ${fault}`,
  line: ({ line, at, fault }: { line: number; at: string; fault: string }) => `Zeile ${line}: ${at} ${fault}`,
  wholeFile: 'die Datei',
  faults: {
    // Missing, or wrong beside another setting.
    missing: ({ isMicrosoft }: { isMicrosoft: boolean }) => `fehlt, ist aber ${needed(isMicrosoft)}`,
    noCredential: ({ isMicrosoft, settings }: { isMicrosoft: boolean; settings: string }) =>
      `fehlt, ist aber ${needed(isMicrosoft)}. Setzen Sie genau eine dieser Einstellungen: ${settings}`,
    secondCredential: ({ first, settings }: { first: string; settings: string }) =>
      `kann nicht zusammen mit ${first} gesetzt sein: Setzen Sie genau eine dieser Einstellungen: ${settings}`,
    botIsAnonymous:
      'fehlt: Mit PARTNER_CLOUD=microsoft könnte jedes Programm auf diesem Rechner als beliebiger Benutzer eines Bots ohne Identität handeln. Tragen Sie die Identität des Bots ein. Um ihn ohne sie auszuprobieren, setzen Sie ALLOW_ANONYMOUS_BOT=true',
    noWebhookSecret: 'fehlt: Ohne ihn können Empfänger nicht erkennen, dass Ereignisse von Gatehouse kommen',
    botIncomplete: 'fehlt: Die Identität des Bots ist unvollständig',
    botTypeNeedsIt: ({ botType }: { botType: string }) =>
      `fehlt, ist aber für einen Bot vom Typ ${botType} erforderlich`,
    exposesAnonymousBot: ({ host }: { host: string }) =>
      `muss eine Loopbackadresse wie 127.0.0.1 sein, solange der Bot keine Identität hat: Ohne MicrosoftAppId könnte jeder, der ${host} erreicht, als beliebiger Benutzer handeln`,
    sandboxNotHere:
      'muss bei einer Sandbox, die anderswo läuft, eine Adresse auf diesem Rechner sein; für Microsoft setzen Sie PARTNER_CLOUD=microsoft',
    databaseWithSandbox:
      'lässt sich nicht mit der mitgelieferten Sandbox verwenden, weil jedes Replikat seine eigene hätte. Starten Sie `npm run sandbox` für sich und setzen Sie LOGIN_URL, GRAPH_URL und PARTNER_CENTER_URL auf ihre Adresse',
    partnerUnnamed: ({ placeholder }: { placeholder: string }) => `enthält ${placeholder}; das erfordert PARTNER_NAME`,
    portTaken: ({ port, other }: { port: number; other: string }) =>
      `ist ${port}, genau wie ${other}: Jede dieser Einstellungen erfordert einen eigenen Port`,
    packageNeedsBot: 'fehlt: Teams erkennt den Bot an seiner App-ID',
    packageNeedsWebsite: 'fehlt: Teams zeigt es als Ihre Website. Sie können stattdessen PUBLIC_URL setzen',
    // The text by itself.
    notWhole: ({ least, most, given }: { least: number; most: number; given: string }) =>
      `muss eine ganze Zahl von ${least} bis ${most} sein, nicht „${given}“`,
    notOneOf: ({ choices, given }: { choices: string; given: string }) =>
      `muss einer dieser Werte sein: ${choices} (angegeben: „${given}“)`,
    notHttps: ({ given }: { given: string }) =>
      `muss eine https-Adresse sein, weil Teams das verlangt, nicht „${given}“`,
    notHttpsOrLoopback: ({ given }: { given: string }) =>
      `muss eine https-Adresse sein, oder eine http-Adresse auf diesem Rechner (Loopback), nicht „${given}“`,
    notHttp: ({ given }: { given: string }) => `muss eine http- oder https-Adresse sein, nicht „${given}“`,
    notDatabaseUrl:
      'muss die Adresse einer PostgreSQL-Datenbank sein, zum Beispiel postgres://user:password@host/database, im Kennwort mit %40 für ein @ und %25 für ein %',
    databaseWithoutTls:
      'muss auf `?sslmode=verify-full` enden, wenn die Datenbank auf einem anderen Rechner läuft, damit niemand dazwischen das Kennwort und die Daten lesen kann. Ist ihr Zertifikat nicht öffentlich vertrauenswürdig, fügen Sie `&sslrootcert=` mit dem Pfad seines Stammzertifikats an',
    databaseUrlHasMore:
      'darf keine anderen Parameter haben als `sslmode`, `sslrootcert`, `host` und `user`, und als `sslmode` nur `verify-full`, auf diesem Rechner auch `disable`',
    addressHasMore: ({ example }: { example: string }) =>
      `muss eine Adresse ohne Benutzernamen, „?“ und „#“ sein, zum Beispiel ${example}`,
    notBotAppId: notId('die App-ID des Bots', onOverview),
    notBotTenantId: notId('die ID des Mandanten des Bots', onOverview),
    notPartnerTenantId: notId('die ID Ihres Mandanten', 'Sie steht in Entra in der Übersicht des Mandanten'),
    notPartnerAppId: notId('die App-ID der App des Partners', onOverview),
    notManagedIdentity: notId(
      'die Client-ID einer verwalteten Identität',
      'Sie steht in Azure in der Übersicht der Identität; `system` steht für die Identität des Rechners selbst',
    ),
    notOneWord: 'enthält Leerzeichen oder Zeilenumbrüche. Kopieren Sie es noch einmal',
    secretIsId:
      'ist eine ID (eine GUID). Verwenden Sie stattdessen den Wert des geheimen Schlüssels, den Entra nur einmal zeigt, beim Erstellen',
    notKey: 'muss aus 32 Bytes in Base64 bestehen; `openssl rand -base64 32` erzeugt sie',
    notWebhookSecret:
      'muss aus `whsec_` und 24 bis 64 Bytes in Base64 bestehen; `echo whsec_$(openssl rand -base64 32)` erzeugt ihn',
    notHttpsAddresses: 'muss aus https-Adressen bestehen, durch Kommas getrennt, ohne Benutzernamen und ohne #',
    notLine: ({ most, given, length }: { most: number; given?: string | undefined; length: number }) =>
      `muss eine Zeile mit höchstens ${most} Zeichen sein, ${not(given, length)}`,
    notHost: ({ given }: { given: string }) =>
      `muss eine Adresse oder ein Hostname sein, zum Beispiel 127.0.0.1, nicht „${given}“`,
    notFolder: ({ given }: { given: string }) => `muss ein Ordner sein, und „${given}“ ist keiner`,
    folderUnusable: ({ answer }: { answer: string }) => `lässt sich nicht verwenden (${answer})`,
    notGroupId: ({ given }: { given: string }) =>
      `enthält „${given}“: Auf „group:“ muss die Objekt-ID einer Gruppe folgen`,
    notPersonId: ({ given }: { given: string }) =>
      `enthält „${given}“, und das ist keine Objekt-ID. Sie steht in Entra unter Benutzer auf der Seite der Person`,
    notExporter: ({ given, choices }: { given: string; choices: string }) =>
      `enthält „${given}“: Möglich sind ${choices}`,
    ...settingFileFaults,
  },
  /** What to do about a fault, where its text doesn't say it. */
  cures: {
    tokensOfOtherKey:
      'Setzen Sie TOKEN_KEY auf den vorherigen Schlüssel. Die Token sind noch da. Wenn die gespeicherten Daten von der Sandbox stammen, löschen Sie sie, oder setzen Sie DATA_DIR oder DATABASE_URL auf einen anderen Ort. Wenn Sie den Schlüssel nicht mehr haben, löschen Sie die Datei und führen Sie npm run sign-in aus.',
    tokensDamaged:
      'TOKEN_KEY stimmt, aber die Datei wurde abgeschnitten oder verändert. Stellen Sie sie aus einer Sicherung wieder her, oder löschen Sie sie und führen Sie npm run sign-in aus.',
    certificate: 'Verwenden Sie eine PEM-Datei mit dem Zertifikat und seinem privaten Schlüssel, nicht verschlüsselt.',
    template:
      'Korrigieren Sie die Datei und prüfen Sie sie dann mit npm run template. Ein Beispiel steht bei ACCESS_TEMPLATE in .env.example.',
    roleList: 'Schreiben Sie die Liste wie die in roles/gdap-roles.json.',
    folder:
      'Geben Sie dem Benutzer, unter dem Gatehouse läuft, Lese- und Schreibrechte auf alles darin, oder setzen Sie DATA_DIR auf einen anderen Ordner.',
  },
};
