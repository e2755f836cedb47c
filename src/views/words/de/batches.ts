// Batches: one thing done to many tenants.
import { icu } from './icu.js';

/** Names of people and queries are foreign text. */
export const batches = {
  many: 'Viele Mandanten auf einmal',
  /** The question, by what is done. */
  ask: {
    enable: icu<{ count: number }>('{count, plural, one {# Mandanten} other {# Mandanten}} aktivieren?'),
    revalidate: icu<{ count: number }>('{count, plural, one {# Mandanten} other {# Mandanten}} erneut prüfen?'),
    keepAccess: icu<{ count: number }>('Zugriff auf {count, plural, one {# Mandanten} other {# Mandanten}} behalten?'),
    tag: icu<{ count: number }>('Tags von {count, plural, one {# Mandanten} other {# Mandanten}} ändern?'),
    disable: icu<{ count: number }>('{count, plural, one {# Mandanten} other {# Mandanten}} deaktivieren?'),
    endEarlier: icu<{ count: number }>(
      'Frühere {count, plural, one {Beziehung mit # Mandanten} other {Beziehungen mit # Mandanten}} beenden?',
    ),
    take: icu<{ count: number }>('Sich um {count, plural, one {# Mandanten} other {# Mandanten}} kümmern?'),
    release: icu<{ count: number }>(
      'Sich um {count, plural, one {# Mandanten} other {# Mandanten}} nicht mehr kümmern?',
    ),
    releaseOther: icu<{ count: number }>(
      '{count, plural, one {# Mandanten} other {# Mandanten}} freigeben, auch wenn sich andere darum kümmern?',
    ),
    import: icu<{ count: number }>('Änderungen an {count, plural, one {# Mandanten} other {# Mandanten}} importieren?'),
    assign: icu<{ count: number; person: string }>(
      '{count, plural, one {# Mandanten} other {# Mandanten}} an {person} zuweisen?',
    ),
  },
  /** The living card, by what is done. */
  title: {
    enable: icu<{ count: number }>('{count, plural, one {# Mandanten} other {# Mandanten}} aktivieren'),
    revalidate: icu<{ count: number }>('{count, plural, one {# Mandanten} other {# Mandanten}} erneut prüfen'),
    keepAccess: icu<{ count: number }>('Zugriff auf {count, plural, one {# Mandanten} other {# Mandanten}} behalten'),
    tag: icu<{ count: number }>('Tags von {count, plural, one {# Mandanten} other {# Mandanten}} ändern'),
    disable: icu<{ count: number }>('{count, plural, one {# Mandanten} other {# Mandanten}} deaktivieren'),
    endEarlier: icu<{ count: number }>(
      'Frühere {count, plural, one {Beziehung mit # Mandanten} other {Beziehungen mit # Mandanten}} beenden',
    ),
    take: icu<{ count: number }>('Sich um {count, plural, one {# Mandanten} other {# Mandanten}} kümmern'),
    release: icu<{ count: number }>(
      'Sich um {count, plural, one {# Mandanten} other {# Mandanten}} nicht mehr kümmern',
    ),
    releaseOther: icu<{ count: number }>(
      '{count, plural, one {# Mandanten} other {# Mandanten}} freigeben, auch wenn sich andere darum kümmern',
    ),
    import: icu<{ count: number }>('Änderungen an {count, plural, one {# Mandanten} other {# Mandanten}} importieren'),
    assign: icu<{ count: number; person: string }>(
      '{count, plural, one {# Mandanten} other {# Mandanten}} an {person} zuweisen',
    ),
  },
  tags: ({ tags }: { tags: string }) => `Tags: ${tags}`,
  requests: icu<{ count: number }>(
    '{count, plural, one {Höchstens # neue Anfrage geht an einen Kunden. Sie lässt sich nicht zurückziehen.} other {Höchstens # neue Anfragen gehen an Kunden. Sie lassen sich nicht zurückziehen.}}',
  ),
  requestsFor: ({ names }: { names: string }) => `Neue Anfragen, falls nötig: ${names}`,
  forgets:
    'Alles, was Gatehouse über diese Mandanten gespeichert hat, wird gelöscht. „Deaktivieren“ beendet keinen Zugriff.',
  presentStays:
    'Wo Sie jetzt Zugriff haben, bleibt er, bis der Kunde genehmigt hat und alles durch die neue Anfrage funktioniert.',
  endsEarlier:
    'Microsoft beendet die frühere Beziehung mit jedem Mandanten, bei mehreren die älteste. Das lässt sich nicht rückgängig machen. Der Zugriff besteht durch die neue weiter.',
  endsGroups:
    'Gruppen außerhalb Ihrer Zugriffsvorlage, die nur durch eine frühere Beziehung Rollen haben, verlieren diese.',
  fine: icu<{ count: number }>(
    '{count, plural, one {Bei # Mandanten ist das schon so oder in Arbeit.} other {Bei # Mandanten ist das schon so oder in Arbeit.}}',
  ),
  /** Where they're to be released. */
  unowned: icu<{ count: number }>(
    '{count, plural, one {Um # Mandanten kümmert sich niemand, oder er wird gerade freigegeben.} other {Um # Mandanten kümmert sich niemand, oder sie werden gerade freigegeben.}}',
  ),
  cannot: icu<{ count: number; why: string }>('Nicht möglich bei {count}: {why}'),
  takes: ({ duration }: { duration: string }) => `Dauert etwa ${duration}.`,
  seconds: 'eine Minute',
  minutes: icu<{ count: number }>('{count, plural, one {# Minute} other {# Minuten}}'),
  hours: icu<{ count: number }>('{count, plural, one {# Stunde} other {# Stunden}}'),
  noticesFirst:
    'Wenn Sie es den Kunden vorher ankündigen möchten, schreiben Sie /export notices: eine Datei mit einem Hinweis für jeden, in der Sprache, die für ihn gewählt ist.',
  asByButton:
    'Jeder Mandant wird in Ihrem Namen bearbeitet, als hätten Sie seine Schaltfläche gewählt. Sie können jederzeit anhalten.',
  nothingToDo: 'Nichts zu tun',
  noneNeeds: 'Kein passender Mandant braucht das und lässt es zu.',
  changed:
    'Die Mandanten haben sich seitdem geändert, daher wurde nichts begonnen. Prüfen Sie noch einmal, was geschehen würde.',
  sameWaits: 'Das wartet schon auf die Genehmigung eines zweiten Admins; es wurde nichts weiter angefordert.',
  sameRuns: 'Das läuft schon; es wurde nichts weiter begonnen.',
  typeNumber: 'Geben Sie zur Bestätigung die Zahl der Mandanten ein: ',
  number: 'Zahl der Mandanten',
  numberExpected: ({ number }: { number: string }) => `Geben Sie ${number} ein.`,
  numberWrong: 'Das ist nicht die Zahl der Mandanten. Es wurde nichts begonnen.',
  /** Rows that a person gave, of which these name no tenant, or several. `text` is foreign. */
  wrongRow: {
    inLine: ({ line, text }: { line: number; text: string }) => `Zeile ${line} („${text}“)`,
    alone: ({ text }: { text: string }) => `„${text}“`,
    none: ({ row }: { row: string }) => `${row}: Kein Mandant hat diesen Namen, diese Domäne oder diese ID.`,
    several: ({ row }: { row: string }) =>
      `${row}: Mehrere Mandanten heißen so. Geben Sie die Domäne oder die Mandanten-ID an.`,
    more: icu<{ count: number }>(
      '{count, plural, one {# weitere Angabe nennt} other {# weitere Angaben nennen}} keinen Mandanten oder mehrere.',
    ),
  },
  rowsGone: 'Diese Vorschau ist nicht mehr gespeichert, daher wurde nichts begonnen. Rufen Sie sie noch einmal auf.',
  yes: {
    enable: 'Aktivieren',
    revalidate: 'Erneut prüfen',
    keepAccess: 'Zugriff behalten',
    tag: 'Tags ändern',
    disable: 'Deaktivieren',
    endEarlier: 'Beziehungen beenden',
    take: 'Übernehmen',
    release: 'Freigeben',
    releaseOther: 'Freigeben',
    import: 'Importieren',
    assign: 'Zuweisen',
  },
  /** Why tenants are left as they are. */
  why: {
    alreadyUnderWay: 'schon in Arbeit',
    alreadyDone: 'schon erledigt',
    notOnboarded: 'nicht konfiguriert. „Aktivieren“ fordert Zugriff an.',
    microsoftAtWork: 'Microsoft arbeitet gerade daran',
    doesNotApply: 'passt nicht zum Status',
    newRequestWontHelp: 'Probleme gefunden, die eine neue Anfrage nicht löst. Ihre Karten sagen, was hilft.',
    awaitsCustomer: 'Genehmigung ausstehend. Zuerst muss der Kunde die Anfrage genehmigen.',
    onlyWithoutGlobalAdministrator:
      'zuerst muss „Globaler Administrator“ entfernt werden. „Zugriff behalten“ auf der Karte des Mandanten bietet das an.',
    accessEnded: 'der Zugriff ist abgelaufen. „Aktivieren“ fordert ihn neu an.',
    successorWaits: 'eine neue Anfrage wartet auf die Genehmigung des Kunden oder auf Microsoft',
    noKnownEnd: 'kein aktiver Zugriff mit bekanntem Ablaufdatum',
    notApproved: 'nicht „Genehmigt“, die frühere Beziehung wird also vielleicht noch gebraucht',
    tooLate: 'binnen eines Tages nicht an der Reihe, daher wurde nichts beendet',
    tooManyTags: 'mehr als 20 Tags',
    noCustomer: 'nicht mehr Ihr Kunde im Partner Center',
    noSuchTenant: 'nicht mehr Ihr Kunde',
    offboardingUnderWay: 'vollständiges Offboarding läuft',
    ownedByOther: 'jemand anderes kümmert sich um den Mandanten',
    ticketMissing: 'kein Ticket angegeben',
    roleLost: 'die Person hat die Rolle dafür nicht mehr',
    awaitsSecondAdmin: 'braucht inzwischen die Zustimmung eines zweiten Admins: Die Zugriffsvorlage ist eine andere',
    other: 'ein anderer Grund',
  },
  /** Where the tenants stand to which it was done. */
  standing: {
    awaitsApproval: ({ count }: { count: number }) => `Wartet auf die Genehmigung des Kunden: ${count}`,
    approved: ({ count }: { count: number }) => `Genehmigt: ${count}`,
    earlierLeft: ({ count }: { count: number }) => `Frühere Beziehung noch aktiv: ${count}`,
    ended: ({ count }: { count: number }) => `Frühere Beziehung beendet: ${count}`,
    ending: ({ count }: { count: number }) => `Microsoft beendet sie gerade: ${count}`,
    notEnded: ({ count }: { count: number }) => `Konnte nicht beendet werden, siehe die Karte des Mandanten: ${count}`,
    endUnknown: ({ count }: { count: number }) =>
      `Inzwischen deaktiviert oder im Offboarding, daher verfolgt Gatehouse ihr Ende nicht mehr: ${count}`,
    issues: ({ cause, count }: { cause: string; count: number }) => `Probleme gefunden: ${cause} (${count})`,
  },
  /** The buttons for the approval links of the batch as a file, by its format. */
  links: ({ format }: { format: string }) => `Genehmigungslinks: ${format}`,
  linksHint: 'Die Links sind für die Person, die sie an die Kunden sendet. Geben Sie die Datei nicht weiter.',
  noLinks: 'Es gibt keinen Genehmigungslink mehr: Kein Kunde dieser Aktion hat eine Anfrage zu genehmigen.',
  show: 'Fortschritt zeigen',
  list: {
    title: 'Sammelaktionen',
    toList: 'Zur Liste der Sammelaktionen',
    what: ({ days }: { days: number }) =>
      `Was für viele Mandanten auf einmal begonnen wurde, das Neueste zuerst. Eine Sammelaktion steht bis ${days} Tage nach ihrem Ende hier.`,
    none: ({ days }: { days: number }) =>
      `Es läuft keine Sammelaktion, und in den letzten ${days} Tagen ist keine zu Ende gegangen. Um eine zu beginnen, schreiben Sie zum Beispiel /aktivieren tag:vip.`,
    awaitsSecond: 'Wartet auf die Genehmigung eines zweiten Admins',
    notApproved: 'Nicht genehmigt, nichts wurde getan',
    inProgress: ({ done, count }: { done: number; count: number }) => `Läuft: ${done} von ${count} erledigt`,
    stopped: ({ done, count }: { done: number; count: number }) => `Angehalten: ${done} von ${count} erledigt`,
    finished: ({ done, count }: { done: number; count: number }) => `Abgeschlossen: ${done} von ${count} erledigt`,
  },
  /** One message for many tenants. */
  together: {
    approved: icu<{ count: number }>('✅ {count, plural, one {# Mandant ist} other {# Mandanten sind}} genehmigt'),
    issues: icu<{ count: number }>('⚠️ Probleme bei {count, plural, one {# Mandanten} other {# Mandanten}} gefunden'),
    unanswered: icu<{ count: number }>(
      '⏳ {count, plural, one {# Kunde hat} other {# Kunden haben}} noch nicht genehmigt',
    ),
    expires: ({ tenant, day }: { tenant: string; day: string }) => `${tenant}: Die Anfrage läuft am ${day} ab`,
    reviewsDue: icu<{ count: number }>(
      '🔎 Akzeptierte Einschränkungen von {count, plural, one {# Mandanten} other {# Mandanten}} sind zu prüfen',
    ),
    accepted: 'Akzeptierte Einschränkungen',
    ofCause: ({ cause, tenants }: { cause: string; tenants: string }) => `${cause}: ${tenants}`,
  },
  askedBy: ({ person }: { person: string }) => `Angefordert von ${person}`,
  startedBy: ({ person }: { person: string }) => `Begonnen von ${person}`,
  done: ({ done, count }: { done: number; count: number }) => `Erledigt: ${done} von ${count}`,
  underWay: ({ count }: { count: number }) => `Bei Microsoft in Arbeit: ${count}`,
  waiting: ({ count }: { count: number }) => `Noch zu tun: ${count}`,
  wereFine: ({ count }: { count: number }) => `War schon so: ${count}`,
  left: ({ duration }: { duration: string }) => `Noch etwa ${duration}.`,
  stoppedBy: icu<{ person: string; count: number }>(
    'Angehalten von {person}. {count, plural, one {# Mandant bleibt} other {# Mandanten bleiben}} wie zuvor.',
  ),
  ended: 'Fertig.',
  stop: 'Anhalten',
  stopTooltip: 'Anhalten: kein weiterer Mandant wird geändert',
  rest: ({ count }: { count: number }) => `Den Rest erledigen (${count})…`,
  /** A message when it's over. */
  headline: ({ title, done, count }: { title: string; done: number; count: number }) =>
    `${title}: fertig, ${done} von ${count} erledigt`,
  stoppedHeadline: ({ title, done, count }: { title: string; done: number; count: number }) =>
    `${title}: angehalten, ${done} von ${count} erledigt`,
  second: {
    waits: ({ person, day }: { person: string; day: string }) =>
      `🔐 ${person} hat das angefordert. Ein zweiter Admin muss bis ${day} genehmigen. Vorher wird kein Mandant geändert.`,
    gives: ({ template, roles }: { template: string; roles: string }) =>
      `Zugriffsvorlage „${template}“ mit privilegierten Rollen: ${roles}.`,
    givesNone: ({ template }: { template: string }) => `Zugriffsvorlage „${template}“ ohne privilegierte Rollen.`,
    moreTemplates: icu<{ count: number }>(
      '{count, plural, one {Dazu # weitere Zugriffsvorlage.} other {Dazu # weitere Zugriffsvorlagen.}}',
    ),
    approvedBy: ({ person }: { person: string }) => `Genehmigt von ${person}`,
    lapsed:
      'Kein zweiter Admin hat innerhalb eines Tages genehmigt. Es wurde nichts ausgeführt. Fordern Sie es noch einmal an, falls es weiterhin gewünscht ist.',
    stale:
      'Die Zugriffsvorlagen haben sich seitdem geändert, oder die Person darf das nicht mehr anfordern. Es wurde nichts ausgeführt. Fordern Sie es noch einmal an, falls es weiterhin gewünscht ist.',
    sameAdmin: 'Das muss ein anderer Admin genehmigen. Es wurde nichts ausgeführt.',
    nothingWaits: 'Hier wartet nichts mehr auf einen zweiten Admin.',
    asked: ({ title }: { title: string }) => `🔐 Ein zweiter Admin muss genehmigen: ${title}`,
    notApproved: ({ title }: { title: string }) => `${title}: nicht genehmigt, nichts ausgeführt`,
  },
};
