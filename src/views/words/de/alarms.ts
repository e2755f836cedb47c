// Alarms to the admins: what needs a person, and that it's over.
import { icu } from './icu.js';

const signInAgain =
  'Führen Sie npm run sign-in auf dem Rechner aus, auf dem Gatehouse läuft. Das dauert eine Minute, und nichts geht verloren. Für Container siehe docs/3-partner.md.';

/** `title` fits a phone's lock screen. */
export const alarms = {
  signInAgain,
  readsOnly:
    'Gatehouse zeigt weiter an, was es lesen kann, kann aber keinen Zugriff anfordern oder entfernen und bemerkt Änderungen möglicherweise verspätet.',
  readsNothing: 'Gatehouse kann nichts lesen oder ändern. Es zeigt den letzten bekannten Stand.',
  notSignedIn: '❌ Gatehouse ist nicht bei Microsoft angemeldet',
  cantSignIn: ({ why }: { why: string }) => `❌ Gatehouse-Anmeldung gescheitert: ${why}`,
  consentMissing: {
    why: 'Zustimmung oder Rechte fehlen',
    cause: 'Der App fehlt die Zustimmung, oder das Konto hat seine Rechte in Ihrem eigenen Mandanten verloren.',
    cure: `${signInAgain} Die Seite zeigt, welche Zustimmung fehlt, mit dem Link, um sie zu erteilen.`,
  },
  signInWithoutMfa: {
    title: '⚠️ Gatehouse ist ohne Multi-Faktor-Authentifizierung angemeldet',
    why: 'Microsoft verlangt sie von Partnern und kann Gatehouse jederzeit ablehnen.',
  },
  signInEnds: {
    title: '⚠️ Die Anmeldung von Gatehouse läuft bald ab',
    why: ({ date }: { date: string }) =>
      `Sie wurde länger nicht verwendet und läuft am ${date} ab: Microsoft verwirft eine Anmeldung nach 90 Tagen ohne Verwendung.`,
  },
  templatesWrong: {
    title: '⚠️ Die Zugriffsvorlagen enthalten Fehler',
    stays:
      'Die bisherigen Vorlagen gelten weiter. Gatehouse übernimmt die korrigierte Datei von selbst, ohne Neustart.',
  },
  templatesMissing: {
    title: '⚠️ Eine gewählte Zugriffsvorlage fehlt',
    why: icu<{ names: string; count: number }>(
      'Für {count, plural, one {# Mandanten} other {# Mandanten}} ist eine Vorlage gewählt, die die Datei nicht mehr enthält: {names}. Jetzt entscheiden die Regeln, welche {count, plural, one {er hat} other {sie haben}}.',
    ),
    cure: 'Fügen Sie sie unter demselben Namen wieder ein oder ändern Sie die Regeln: /templates zeigt sie. Gatehouse übernimmt die Datei von selbst.',
  },
  changesLost: {
    title: '⚠️ Gatehouse-Datenbank hat letzte Änderungen verloren',
    why: 'Nach einem Failover fehlen der Datenbank die letzten Änderungen, die schon gespeichert waren. Gatehouse liest Microsoft erneut, der Status stimmt also von selbst wieder. Was zuletzt entschieden wurde, kann aber fehlen, ebenso Zeilen des Überwachungsprotokolls.',
    cure: 'Prüfen Sie, was zuletzt getan wurde, und holen Sie Fehlendes nach. Ein synchroner Standby schließt das aus: siehe docs/replicas.md. Dieser Hinweis endet nach einem Tag von selbst.',
  },
  outgoingGivenUp: {
    title: '⚠️ Ereignisse werden nicht angenommen',
    why: icu<{ hosts: string; count: number }>(
      '{count, plural, one {# Ereignis wartet} other {# Ereignisse warten}} seit mehr als einem Tag, weil sie nicht angenommen wurden von {hosts}. Gatehouse versucht es jetzt nur noch einmal am Tag und behält jedes 30 Tage lang.',
    ),
    cure: 'Führen Sie `npm run webhooks:out -- --test` aus, um zu sehen, was geantwortet wird. Sobald sie wieder angenommen werden, wird Fehlendes von selbst gesendet; `npm run webhooks:out -- --resend` sendet es sofort.',
  },
  clockOff: {
    title: '⚠️ Die Uhr eines Rechners geht falsch',
    why: icu<{ host: string; seconds: number }>(
      'Auf dem Rechner {host} weicht die Uhr um {seconds, plural, one {# Sekunde} other {# Sekunden}} von der der Datenbank ab. Zeiten auf Karten und im Überwachungsprotokoll kommen von beiden, und was fällig ist, kann zu früh oder zu spät kommen.',
    ),
    cure: 'Schalten Sie die Zeitsynchronisierung (NTP) auf diesem Rechner und auf dem der Datenbank ein. Dieser Hinweis endet von selbst, sobald beide übereinstimmen.',
  },
  signInBack: {
    title: '✅ Gatehouse ist wieder bei Microsoft angemeldet',
    what: 'Was gewartet hat, läuft von selbst weiter.',
  },
  expiring: {
    secret: {
      title: icu<{ days: number }>(
        '{days, plural, =0 {❌ Gatehouse-Clientschlüssel ist abgelaufen} one {⚠️ Gatehouse-Clientschlüssel läuft innerhalb eines Tages ab} other {⚠️ Gatehouse-Clientschlüssel läuft innerhalb von # Tagen ab}}',
      ),
      cure: 'Erstellen Sie in Entra einen neuen geheimen Clientschlüssel (App-Registrierungen, Zertifikate & Geheimnisse), tragen Sie ihn in PARTNER_CLIENT_SECRET ein und starten Sie Gatehouse neu.',
    },
    certificate: {
      title: icu<{ days: number }>(
        '{days, plural, =0 {❌ Gatehouse-Zertifikat ist abgelaufen} one {⚠️ Gatehouse-Zertifikat läuft innerhalb eines Tages ab} other {⚠️ Gatehouse-Zertifikat läuft innerhalb von # Tagen ab}}',
      ),
      cure: 'Erstellen Sie ein neues, laden Sie den öffentlichen Teil in Entra hoch (App-Registrierungen, Zertifikate & Geheimnisse), legen Sie es unter dem Pfad in PARTNER_CLIENT_CERTIFICATE ab und starten Sie Gatehouse neu.',
    },
    managedIdentity: {
      title: icu<{ days: number }>(
        '{days, plural, =0 {❌ Verwaltete Identität von Gatehouse ist abgelaufen} one {⚠️ Verwaltete Identität von Gatehouse läuft innerhalb eines Tages ab} other {⚠️ Verwaltete Identität von Gatehouse läuft innerhalb von # Tagen ab}}',
      ),
      cure: 'Prüfen Sie die verwaltete Identität und ihre Verbundanmeldeinformationen in Azure und Entra.',
    },
    botSecret: {
      title: icu<{ days: number }>(
        '{days, plural, =0 {❌ Schlüssel des Gatehouse-Bots ist abgelaufen} one {⚠️ Schlüssel des Gatehouse-Bots läuft innerhalb eines Tages ab} other {⚠️ Schlüssel des Gatehouse-Bots läuft innerhalb von # Tagen ab}}',
      ),
      cure: 'Erstellen Sie in Entra einen neuen geheimen Clientschlüssel (App-Registrierungen, App des Bots, Zertifikate & Geheimnisse), tragen Sie ihn in MicrosoftAppPassword ein und starten Sie Gatehouse neu.',
    },
    /** What Gatehouse's app can't do without it. `isOver`: it has expired. */
    ofTheApp: icu<{ isOver: 'yes' | 'no'; date: string }>(
      '{isOver, select, yes {Abgelaufen am {date}.} other {Ablauf am {date}.}} Ohne gültige Anmeldeinformationen erhält Gatehouse kein Token von Microsoft und kann nichts lesen oder ändern.',
    ),
    ofTheBot: icu<{ isOver: 'yes' | 'no'; date: string }>(
      '{isOver, select, yes {Abgelaufen am {date}.} other {Ablauf am {date}.}} Ohne gültigen Schlüssel kann sich der Bot nicht bei Teams anmelden und niemandem antworten.',
    ),
  },
};
