// Questions before something that lasts.
import { icu } from './icu.js';

/** Names in them are foreign text. */
export const questions = {
  happens: 'Was geschieht',
  stays: 'Was unverändert bleibt',
  disable: {
    title: ({ tenant }: { tenant: string }) => `${tenant} deaktivieren?`,
    intro:
      'Gatehouse vergisst diesen Mandanten und verwaltet ihn nicht mehr. „Deaktivieren“ beendet keinen Zugriff; das tut „Vollständig offboarden“.',
    deleted:
      'Alles, was Gatehouse zu diesem Mandanten speichert, wird gelöscht. Das Überwachungsprotokoll behält IDs, die /history weiterhin anzeigt.',
    notManaged: 'Gatehouse ändert an diesem Mandanten nichts mehr und sendet keine Benachrichtigungen zu ihm.',
    status: 'Der Status wird „Nicht konfiguriert“.',
    removalUnfollowed: 'Gatehouse verfolgt die laufende Entfernung der delegierten Administratorrechte nicht weiter.',
    requestStays:
      'Die offene Anfrage lässt sich nicht zurückziehen: Der Kunde kann sie noch genehmigen, bis sie abläuft.',
    yes: 'Deaktivieren',
    yesTooltip: ({ tenant }: { tenant: string }) => `${tenant} deaktivieren`,
  },
  enable: {
    title: ({ tenant }: { tenant: string }) => `${tenant} aktivieren?`,
    request: icu(
      'Gatehouse bittet den Kunden um {count, plural, one {# Rolle} other {# Rollen}}. Sobald dessen Administrator genehmigt, haben Sie Zugriff.',
    ),
    adopt: ({ relationship }: { relationship: string }) =>
      `Gatehouse übernimmt die Beziehung „${relationship}“, und es wird nichts angefordert.`,
    adoptRequest: ({ relationship }: { relationship: string }) =>
      `Die Anfrage „${relationship}“ ist noch offen. Gatehouse übernimmt sie, und sonst wird nichts angefordert.`,
    requestElsewhere: ({ relationship }: { relationship: string }) =>
      `Die Anfrage „${relationship}“ stammt nicht von Gatehouse und wartet auf den Kunden. Gatehouse erstellt keine zweite daneben, also wird nichts angefordert.`,
    unknown: icu(
      'Microsoft hat noch nicht geantwortet, ob es eine passende Beziehung oder Anfrage gibt. Wenn ja, übernimmt Gatehouse sie und fordert nichts an. Wenn nicht, bittet Gatehouse den Kunden um {count, plural, one {# Rolle} other {# Rollen}}.',
    ),
    roles: 'Rollen für Ihre Gruppen',
    howLong: 'Wie lange',
    lasts: icu('{days, plural, one {# Tag} other {# Tage}}, dann endet der Zugriff'),
    renews: icu('{days, plural, one {# Tag} other {# Tage}}, dann automatisch jeweils 180 Tage länger'),
    lasting: 'Eine Anfrage lässt sich nicht zurückziehen. Der Kunde kann sie 90 Tage lang genehmigen.',
    template: 'Zugriffsvorlage',
    byRule: ({ template }: { template: string }) => `Nach den Regeln: ${template}`,
    /** The button that shows what the choice and the tags come to. */
    preview: 'Vorschau',
    tags: 'Neue Tags',
    tagsExample: 'vip, wartung',
    notShown:
      'Sie haben eine andere Zugriffsvorlage gewählt als die gezeigte. Es wurde nichts angefordert. Hier sehen Sie, was Ihre Auswahl gibt.',
    templateChanged: 'Die Zugriffsvorlage hat sich inzwischen geändert. Es wurde nichts angefordert.',
    yes: 'Zugriff anfordern',
  },
  enableAgain: {
    title: ({ tenant }: { tenant: string }) => `${tenant} wieder aktivieren?`,
    intro: ({ tenant, date }: { tenant: string; date: string }) =>
      `Das Offboarding von ${tenant} wurde am ${date} beendet, und es gibt einen Offboarding-Nachweis.`,
    access: 'Danach haben Sie wieder Zugriff, unabhängig davon, was im Nachweis steht.',
    certificateStays: 'Der Nachweis ändert sich nicht. /certificate zeigt ihn an.',
  },
  removeDelegatedAdmin: {
    title: ({ tenant }: { tenant: string }) => `Delegierte Administratorrechte (DAP) für ${tenant} entfernen?`,
    intro:
      'Das beendet den älteren, uneingeschränkten Zugriff Ihrer Administrator-Agenten auf diesen Mandanten. Sie können es hier nicht rückgängig machen: Der Kunde müsste den Zugriff neu erteilen.',
    removed: 'Microsoft entfernt die delegierten Administratorrechte (DAP), meist innerhalb weniger Minuten.',
    gdapStays: 'GDAP-Beziehungen und ihr Zugriff.',
    resellerStays: 'Resellerbeziehung, Abonnements und Abrechnung.',
    tenantStays: 'Was Gatehouse zu diesem Mandanten speichert: Das hier ist nicht „Deaktivieren“.',
    yes: 'DAP entfernen',
    yesTooltip: ({ tenant }: { tenant: string }) => `Delegierte Administratorrechte für ${tenant} entfernen`,
  },
  reservations: {
    title: ({ tenant }: { tenant: string }) =>
      `Delegierte Administratorrechte für ${tenant} lassen sich noch nicht entfernen`,
    intro: icu<{ tenant: string; count: number }>(
      '{tenant} hat {count, plural, one {# reservierte Azure-Instanz, die zuerst storniert werden muss} other {# reservierte Azure-Instanzen, die zuerst storniert werden müssen}}. Rufen Sie den Azure-Support an. Es wurde nichts geändert.',
    ),
    item: ({ quantity, kind, product }: { quantity: number; kind: string; product: string }) =>
      `${quantity} × ${kind} (${product})`,
    unnamedKind: 'reservierte Instanz',
    noProduct: 'keine Produkt-ID',
    until: ({ day }: { day: string }) => `bis ${day}`,
    support: 'Azure-Support',
  },
  acceptLimitations: {
    form: {
      reason: 'Warum akzeptiert wird',
      accountable: 'Wer dafür einsteht',
      review: 'Erneut prüfen am',
      reasonMissing: 'Geben Sie an, warum Sie das akzeptieren. Es wurde nichts geändert.',
      dayMissing: 'Wählen Sie ein Prüfdatum in den nächsten 365 Tagen. Es wurde nichts geändert.',
    },
    title: icu<{ tenant: string; count: number }>(
      '{count, plural, one {Diese Einschränkung} other {Diese # Einschränkungen}} von {tenant} akzeptieren?',
    ),
    /** `cause`: the first of them, and how many more. */
    intro: icu<{ cause: string; count: number }>(
      '{cause}. Akzeptieren heißt: Sie wissen davon und lassen {count, plural, one {die Einschränkung} other {die Einschränkungen}} so. Zugriff erhalten Sie dadurch nicht.',
    ),
    recorded: 'Ihr Name und der Zeitpunkt werden im Verlauf des Mandanten und im Überwachungsprotokoll festgehalten.',
    row: 'Die Zeile in der Liste zeigt „akzeptiert“ und rückt hinter die Mandanten, um die Sie sich noch kümmern müssen.',
    undone: 'Wird etwas anderes gefunden, gilt das nicht mehr, und Sie werden benachrichtigt.',
    takeBack: 'Sie können das jederzeit unter „Einschränkungen ansehen“ rückgängig machen.',
    statusStays: 'Der Status „Probleme gefunden“.',
    checks: 'Gatehouse prüft den Mandanten weiter. Ist alles vorhanden, wird der Status „Genehmigt“.',
    yes: 'Akzeptieren',
    yesTooltip: ({ tenant }: { tenant: string }) => `Einschränkungen von ${tenant} akzeptieren`,
  },
};
