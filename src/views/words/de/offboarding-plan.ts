// The plan of a complete offboarding.
import { icu } from './icu.js';

const count = (pattern: string) => icu<{ count: number }>(pattern);

/** Times and days are for text blocks only; names are foreign text. */
export const offboardingPlan = {
  plan: {
    title: ({ tenant }: { tenant: string }) => `${tenant} vollständig offboarden?`,
    intro: ({ time }: { time: string }) =>
      `Es wurde noch nichts ausgeführt. Hier stehen Ihr Zugriff und alles andere, was Sie mit dem Mandanten verbindet (Stand bei Microsoft: ${time}).`,
    reviewTitle: ({ tenant }: { tenant: string }) => `Vollständiges Offboarding von ${tenant} genehmigen?`,
    reviewIntro: ({ time }: { time: string }) =>
      `Es wurde noch nichts ausgeführt. Hier stehen Ihr Zugriff und alles andere, was Sie mit dem Mandanten verbindet, bei Microsoft neu abgefragt (Stand: ${time}).`,
    nothingToRemove: 'Hier gibt es nichts, was Gatehouse entfernen kann. Den Nachweis erhalten Sie trotzdem.',
    nothingToRemoveYet:
      'Gatehouse kann hier nichts entfernen, bevor es alles lesen kann. Es kann noch Zugriff bestehen. Aktualisieren Sie den Plan, bevor Sie entscheiden.',
    unlisted:
      'Das Partner Center gibt zu diesem Kunden keine Auskunft, daher lassen sich delegierte Administratorrechte (DAP) oder eine Resellerbeziehung hier nicht beenden. Auch der Widerruf der Zustimmung geht über das Partner Center und kann abgelehnt werden; der Kunde kann die Anwendung stattdessen löschen.',
    next: 'Wie es weitergeht',
    steps: 'Auszuführende Schritte',
    typeName: 'Geben Sie zur Bestätigung den Namen dieses Mandanten ein: ',
    nameLabel: 'Name des Mandanten',
    refresh: 'Plan aktualisieren',
    refreshTooltip: 'Plan bei Microsoft neu abfragen',
    exportPlan: 'Plan exportieren',
    backToPlan: 'Zurück zum Plan',
    approve: 'Genehmigen',
    reject: 'Offboarding verwerfen',
    fileTitle: ({ tenant }: { tenant: string }) => `Plan für das vollständige Offboarding von ${tenant}`,
    fileIntro: 'Das ist ein Plan. Es wurde nichts ausgeführt.',
    readAt: 'Stand bei Microsoft',
    fileOf: ({ tenant }: { tenant: string }) => `Plan für ${tenant}`,
  },
  rules: {
    secondAdmin:
      'Ein zweiter Admin muss genau diesen Plan innerhalb eines Tages genehmigen. Vorher wird nichts ausgeführt.',
    beginsAtOnce: 'Das Offboarding beginnt sofort.',
    beginsAtOnceAfterApproval: 'Das Offboarding beginnt, sobald dieser Admin genehmigt.',
    beginsAfter: icu<{ minutes: number }>(
      'Das Offboarding beginnt {minutes, plural, one {# Minute} other {# Minuten}} nach Ihrer Bestätigung. Bis dahin können Sie es mit „Rückgängig“ aufhalten.',
    ),
    beginsAfterApproval: icu<{ minutes: number }>(
      'Das Offboarding beginnt {minutes, plural, one {# Minute} other {# Minuten}} danach. Bis dahin können Sie es mit „Rückgängig“ aufhalten.',
    ),
    beginsAfterSeconds: icu<{ seconds: number }>(
      'Das Offboarding beginnt {seconds, plural, one {# Sekunde} other {# Sekunden}} nach Ihrer Bestätigung. Bis dahin können Sie es mit „Rückgängig“ aufhalten.',
    ),
    beginsAfterApprovalSeconds: icu<{ seconds: number }>(
      'Das Offboarding beginnt {seconds, plural, one {# Sekunde} other {# Sekunden}} danach. Bis dahin können Sie es mit „Rückgängig“ aufhalten.',
    ),
    verified:
      'Ein Schritt gilt erst als erledigt, wenn Microsoft ihn als erledigt anzeigt. Die Karte verfolgt jeden Schritt.',
    watched: 'Anfragen, die noch auf die Genehmigung des Kunden warten, werden beobachtet, bis sie ablaufen.',
    certificate:
      'Am Ende erhalten Sie einen Offboarding-Nachweis. Alles andere, was Gatehouse zu diesem Mandanten speichert, wird gelöscht, außer IDs im Überwachungsprotokoll und den IDs von Anfragen, die noch beobachtet werden.',
  },
  kinds: {
    unread: 'Nicht abrufbar',
    assignment: count('{count, plural, one {# Zugriffszuweisung} other {# Zugriffszuweisungen}}'),
    consent: 'Zustimmung Ihrer Anwendung',
    relationship: count('{count, plural, one {# GDAP-Beziehung} other {# GDAP-Beziehungen}}'),
    endedRelationship: count('{count, plural, one {# beendete GDAP-Beziehung} other {# beendete GDAP-Beziehungen}}'),
    invitation: count('{count, plural, one {# ausstehende Anfrage} other {# ausstehende Anfragen}}'),
    delegatedAdmin: 'Delegierte Administratorrechte (DAP)',
    reseller: 'Resellerbeziehung',
    subscription: count('{count, plural, one {# Abonnement} other {# Abonnements}}'),
    reservation: count('{count, plural, one {# reservierte Azure-Instanz} other {# reservierte Azure-Instanzen}}'),
  },
  absent: {
    sentence: ({ list }: { list: string }) => `Nicht vorhanden: ${list}.`,
    consent: 'Zustimmung Ihrer Anwendung',
    delegatedAdmin: 'delegierte Administratorrechte (DAP)',
    reseller: 'Resellerbeziehung',
  },
  /** What becomes of a thing, always with an icon. */
  fates: {
    removed: '🗑️ Wird entfernt',
    leftOut: '➖ Nicht ausgewählt',
    choosable: '❔ Optional',
    cannot: '⛔ Nicht entfernbar',
    stays: '➖ Bleibt',
    unread: '❓ Unbekannt',
    ended: '➖ Bereits beendet',
  },
  explanations: {
    unread:
      'Gatehouse konnte das nicht abrufen und entfernt es deshalb nicht. Aktualisieren Sie den Plan, sobald die Ursache behoben ist.',
    subscription:
      '💰 Gatehouse kündigt keine Abonnements. Bitten Sie jemanden mit Einkaufsrechten im Partner Center darum. Übertragen Sie vorher alles, was der Kunde behalten will, an seinen nächsten Partner.',
    lasting: '⚠️ Das lässt sich nicht rückgängig machen: Der Kunde müsste eine neue Einladung annehmen.',
    lastingIfChosen:
      '⚠️ Wird nur beendet, wenn Sie das unten auswählen. Das lässt sich nicht rückgängig machen: Der Kunde müsste eine neue Einladung annehmen.',
  },
  more: ({ count: more }: { count: number }) => `und ${more} weitere`,
  choices: {
    assignments: count('{count, plural, one {# Zugriffszuweisung} other {# Zugriffszuweisungen}} entfernen'),
    consent: 'Zustimmung Ihrer Anwendung widerrufen',
    relationships: count('{count, plural, one {# GDAP-Beziehung} other {# GDAP-Beziehungen}} beenden'),
    delegatedAdmin: 'Delegierte Administratorrechte (DAP) entfernen',
    reseller: '⚠️ Resellerbeziehung beenden (nicht rückgängig zu machen)',
  },
  rows: {
    group: ({ id }: { id: string }) => `Gruppe ${id}`,
    roles: count('{count, plural, one {# Rolle} other {# Rollen}}'),
    assignments: {
      pending: 'Wird zugewiesen.',
      active: '',
      deleting: 'Wird bereits entfernt.',
      deleted: 'Entfernt.',
      error: 'Microsoft hat die Zuweisung mit einem Fehler beendet.',
      unknown: 'In einem Zustand, den Gatehouse nicht kennt.',
    },
    relationships: {
      created: 'Noch nicht an den Kunden gesendet',
      approvalPending: 'Wartet auf den Kunden',
      approved: 'Genehmigt, wird eingerichtet',
      activating: 'Genehmigt, wird eingerichtet',
      active: 'Aktiv',
      expiring: 'Enddatum überschritten, wird von Microsoft entfernt',
      expired: 'Abgelaufen',
      terminationRequested: 'Wird bereits beendet',
      terminating: 'Wird bereits beendet',
      terminated: 'Beendet',
      unknown: 'In einem Zustand, den Gatehouse nicht kennt',
      gone: 'Microsoft nicht mehr bekannt',
    },
    activeUntil: ({ day }: { day: string }) => `Aktiv bis ${day}`,
    notOurs: ({ state }: { state: string }) => `${state}. Nicht von Gatehouse erstellt.`,
    ours: ({ state }: { state: string }) => `${state}.`,
    approvableUntil: ({ day }: { day: string }) => `Genehmigbar bis ${day}.`,
    approvableUntilUnknown: 'Genehmigbar, bis sie abläuft, 90 Tage nach dem Erstellen.',
    reservation: ({ quantity, kind, product }: { quantity: number; kind: string; product: string }) =>
      `${quantity} × ${kind} (${product})`,
    unnamedReservation: 'reservierte Instanz',
    noProduct: 'keine Produkt-ID',
    until: ({ day }: { day: string }) => `Bis ${day}.`,
    requestId: ({ id }: { id: string }) => `Anforderungs-ID ${id}`,
    parts: {
      relationships: 'GDAP-Beziehungen',
      assignments: 'Zugriffszuweisungen',
      consent: 'Zustimmung Ihrer Anwendung',
      standing: 'Delegierte Administratorrechte (DAP) und Resellerbeziehung',
      subscriptions: 'Abonnements',
      reservations: 'Reservierte Azure-Instanzen',
    },
  },
  /** A subscription that stays: what it costs, and until when it can be canceled. */
  subscriptions: {
    states: {
      active: '',
      pending: 'Wird eingerichtet.',
      suspended: 'Angehalten.',
      disabled: 'Deaktiviert.',
      expired: 'Abgelaufen.',
      deleted: 'Gelöscht.',
      none: 'In einem Zustand, den Gatehouse nicht kennt.',
      unknown: 'In einem Zustand, den Gatehouse nicht kennt.',
    },
    azurePlan: 'Abrechnung nach Verbrauch, solange darin etwas läuft.',
    refundable: ({ time }: { time: string }) => `⏰ Mit Erstattung kündbar bis ${time}.`,
    trial: 'Testversion, bis sie endet oder gekündigt wird.',
    trialUntil: ({ day }: { day: string }) => `Testversion bis ${day}.`,
    trialRenews: ({ day }: { day: string }) =>
      `Testversion bis ${day}, verlängert sich dann automatisch, sofern das nicht ausgeschaltet wird.`,
    billed: 'Wird berechnet, bis es gekündigt wird.',
    billedUntil: ({ day }: { day: string }) => `Wird bis zum Ende der Laufzeit am ${day} berechnet.`,
    billedRenews: ({ day }: { day: string }) =>
      `Wird bis zum Ende der Laufzeit am ${day} berechnet und verlängert sich dann automatisch, sofern das nicht ausgeschaltet wird.`,
  },
  /** Why something can't be removed, and who can do what. `next` is one of the two below. */
  obstacles: {
    readAgain: 'aktualisieren Sie dann den Plan',
    tryAgain: 'wählen Sie dann „Erneut versuchen“',
    planAgain: 'wählen Sie dann noch einmal „Vollständig offboarden“',
    pendingInvitation: {
      why: 'Microsoft erlaubt Partnern nicht, eine Anfrage zurückzuziehen: Der Kunde kann sie genehmigen, bis sie abläuft.',
      who: 'Gatehouse beobachtet sie bis dahin und benachrichtigt sofort alle Admins, wenn sie genehmigt wird.',
    },
    noWayIn: {
      why: 'Sie haben keinen Zugriff auf den Mandanten, deshalb kann Gatehouse nicht sehen, ob Ihre Anwendung dort eine Zustimmung hat.',
      who: 'Der Administrator des Kunden kann Ihre Unternehmensanwendung in seinem Entra Admin Center löschen.',
    },
    noRoleForConsent: {
      why: 'Zum Widerrufen ist im Mandanten die Rolle Globaler Administrator, Anwendungsadministrator oder Cloudanwendungsadministrator erforderlich, und keine Ihrer Zuweisungen hat eine dieser Rollen.',
      who: 'Der Administrator des Kunden kann Ihre Unternehmensanwendung in seinem Entra Admin Center löschen.',
    },
    reservations: {
      why: 'Reservierte Azure-Instanzen müssen zuerst storniert werden.',
      who: ({ next }: { next: string }) => `Rufen Sie den Azure-Support an, um alle zu stornieren, und ${next}.`,
    },
    activeSubscriptions: {
      why: 'Aktive Abonnements müssen zuerst gekündigt werden.',
      who: ({ next }: { next: string }) =>
        `Bitten Sie jemanden mit Einkaufsrechten im Partner Center, sie zu kündigen oder an den nächsten Partner des Kunden zu übertragen, und ${next}.`,
    },
    unread: {
      why: 'Gatehouse konnte nicht abrufen, ob dem etwas entgegensteht.',
      who: ({ next }: { next: string }) => `Warten Sie einen Moment und ${next}.`,
    },
  },
};
