// A tenant's card.
import { icu } from './icu.js';

/** Times and days in sentences are for text blocks only. */
export const tenant = {
  awaitingApproval: {
    forDays: icu<{ days: number; since: string; expires: string }>(
      'Wartet seit {since} ({days, plural, one {# Tag} other {# Tage}}) auf den Administrator des Kunden. Die Anfrage läuft {expires} ab.',
    ),
    since: ({ since, expires }: { since: string; expires: string }) =>
      `Wartet seit ${since} auf den Administrator des Kunden. Die Anfrage läuft ${expires} ab.`,
    hint: 'Mit „Genehmigungslink kopieren“ erhalten Sie den Link für den Administrator des Kunden.',
  },
  awaitingMicrosoft: {
    usual: ({ since }: { since: string }) =>
      `Microsoft arbeitet seit ${since} daran. Das dauert meist ein bis zwei, manchmal fünf Minuten. Sie müssen nichts tun: Diese Karte aktualisiert sich von selbst.`,
    withRows: ({ since }: { since: string }) =>
      `Wartet seit ${since} auf Microsoft. Gatehouse macht von selbst weiter, und diese Karte aktualisiert sich. Noch offen:`,
  },
  approved: 'Alle Rollen und Gruppen Ihrer Zugriffsvorlage sind vorhanden.',
  limitations: icu<{ count: number }>(
    '{count, plural, one {# Einschränkung verhindert} other {# Einschränkungen verhindern}} den Status „Genehmigt“:',
  ),
  notManagedYet: 'Gatehouse verwaltet diesen Mandanten noch nicht.',
  notManaged: {
    none: 'Gatehouse verwaltet diesen Mandanten nicht. „Aktivieren“ fordert Zugriff an.',
    approvalRequest:
      'Gatehouse verwaltet diesen Mandanten nicht, aber eine Anfrage ist noch offen: Der Kunde kann sie genehmigen, bis sie abläuft. „Aktivieren“ übernimmt sie, wenn sie von Gatehouse stammt.',
    liveAccess:
      'Gatehouse verwaltet diesen Mandanten nicht, aber Sie haben noch Zugriff über eine GDAP-Beziehung. „Aktivieren“ übernimmt sie, wenn sie alle Rollen enthält.',
  },
  formerCustomer: {
    none: 'Dieser Mandant ist im Partner Center nicht Ihr Kunde, und es gibt weder eine GDAP-Beziehung noch eine offene Anfrage. Gatehouse entfernt ihn aus seiner Liste.',
    approvalRequest:
      'Dieser Mandant ist im Partner Center nicht Ihr Kunde, aber eine Anfrage ist noch offen: Der Administrator des Mandanten kann sie genehmigen, bis sie abläuft.',
    liveAccess:
      'Dieser Mandant ist im Partner Center nicht Ihr Kunde, aber Sie haben noch Zugriff über eine GDAP-Beziehung.',
  },
  /** Beside the status of a customer that Partner Center doesn’t list. */
  unlisted: {
    gdap: 'Das Partner Center gibt zu diesem Kunden keine Auskunft: Er ist durch GDAP Ihr Kunde. Azure, delegierte Administratorrechte (DAP) und eine Resellerbeziehung lassen sich für ihn weder prüfen noch entfernen.',
    added:
      'Dieser Kunde wurde mit /hinzufügen hinzugefügt; das Partner Center gibt zu ihm keine Auskunft. Azure, delegierte Administratorrechte (DAP) und eine Resellerbeziehung lassen sich für ihn weder prüfen noch entfernen.',
  },
  checking: 'Wird erneut geprüft…',
  checkFailed: ({ at, cause }: { at: string; cause: string }) => `Die Prüfung am ${at} ist fehlgeschlagen. ${cause}`,
  unchanged: ({ at }: { at: string }) => `Am ${at} erneut geprüft: Nichts hat sich geändert.`,
  offboarded: {
    none: ({ at }: { at: string }) =>
      `Offboarding abgeschlossen am ${at}. Laut Offboarding-Nachweis besteht kein Zugriff mehr.`,
    unread: ({ at }: { at: string }) =>
      `Offboarding abgeschlossen am ${at}. Laut Offboarding-Nachweis wurde kein Zugriff gefunden, aber nicht alles war lesbar.`,
    remains: ({ at }: { at: string }) =>
      `Offboarding abgeschlossen am ${at}. Laut Offboarding-Nachweis besteht noch Zugriff.`,
    notKnown: ({ at }: { at: string }) =>
      `Offboarding abgeschlossen am ${at}. Laut Offboarding-Nachweis ist nicht bekannt, ob noch Zugriff besteht.`,
    unsaid: ({ at }: { at: string }) =>
      `Offboarding abgeschlossen am ${at}. Im Offboarding-Nachweis steht, was noch besteht.`,
    again: '„Aktivieren“ würde den Kunden erneut um Zugriff bitten.',
  },
  templateMissing:
    '⚠️ Die Zugriffsvorlage, die für diesen Mandanten gewählt wurde, gibt es nicht mehr. Daher entscheiden die Regeln, welche er hat.',
  /** What becomes of the access on its day. */
  coverage: {
    ends: ({ when }: { when: string }) => `Der Zugriff endet ${when}.`,
    blocked: ({ when }: { when: string }) =>
      `Der Zugriff endet ${when}, und der globale Administrator verhindert eine Verlängerung.`,
    successorWaits: ({ when }: { when: string }) =>
      `Der Zugriff endet ${when}. Eine Anfrage für die Nachfolge ist offen.`,
  },
  facts: {
    owner: 'Zuständig',
    tags: 'Tags',
    template: 'Zugriffsvorlage',
    missingTemplate: 'Gewählt, aber nicht vorhanden',
    enabledBy: 'Aktiviert von',
    acceptedBy: 'Akzeptiert von',
    review: 'Akzeptiert bis zur Prüfung',
    offboardedBy: 'Offboarding durch',
    relationship: 'Beziehung',
    ends: 'Endet am',
    rollsOver: 'Verlängert sich am',
    /** Of those that are today. */
    endsToday: 'Endet',
    rollsOverToday: 'Verlängert sich',
    azure: 'Azure',
    delegatedAdmin: 'Delegierte Rechte (DAP)',
  },
  adminCenters: {
    title: 'Als dieser Kunde öffnen',
    names: {
      entra: 'Entra',
      microsoft365: 'Microsoft 365',
      exchange: 'Exchange',
      intune: 'Intune',
      teams: 'Teams',
      defender: 'Defender',
      azure: 'Azure',
      partnerCenter: 'Partner Center',
    },
  },
  azure: {
    active: 'Plan aktiv',
    notActive: 'Plan nicht aktiv',
    none: 'Kein Plan',
    notReseller: 'Nicht über Sie gekauft',
    notAsked: 'Nicht geprüft: Das Partner Center gibt zu diesem Kunden keine Auskunft',
    failed: 'Prüfung fehlgeschlagen',
  },
  delegatedAdmin: {
    granted: 'Ja',
    none: 'Nein',
    unknown: 'Noch nicht geprüft',
    unknownFormer: 'Keine Angabe im Partner Center',
    removing: 'Delegierte Administratorrechte werden entfernt…',
    sent: 'Microsoft hat den Auftrag angenommen, die delegierten Administratorrechte zu entfernen. Das dauert meist einige Minuten; diese Karte aktualisiert sich dann.',
    retrying: ({ since, said }: { since: string; said: string }) =>
      `Die delegierten Administratorrechte ließen sich noch nicht entfernen (seit ${since}): ${said}. Gatehouse versucht es von selbst erneut.`,
    reservations: icu<{ count: number }>(
      'Die delegierten Administratorrechte wurden nicht entfernt: {count, plural, one {# reservierte Azure-Instanz muss} other {# reservierte Azure-Instanzen müssen}} zuerst storniert werden. Rufen Sie den Azure-Support an.',
    ),
    refused: ({ cause, cure }: { cause: string; cure: string }) =>
      `Die delegierten Administratorrechte wurden nicht entfernt. ${cause} ${cure}`,
    answer: ({ answer }: { answer: string }) => `Antwort von Microsoft: ${answer}.`,
    requestId: ({ id }: { id: string }) => `Anforderungs-ID von Microsoft: ${id}.`,
    unconfirmed:
      'Microsoft hat vor mehr als einer Stunde den Auftrag angenommen, die delegierten Administratorrechte zu entfernen, zeigt sie aber noch an. Prüfen Sie den Kunden im Partner Center. Wenn Sie diese Karte öffnen, fragt Gatehouse den Stand neu ab.',
  },
  groups: {
    active: ({ group }: { group: string }) => `✅ ${group}`,
    pending: ({ group }: { group: string }) => `⏳ ${group} (wird zugewiesen)`,
    missing: ({ group }: { group: string }) => `⚠️ ${group} (nicht zugewiesen)`,
    lacking: ({ group }: { group: string }) => `⚠️ ${group}`,
    without: ({ roles }: { roles: string }) => `fehlt: ${roles}`,
  },
  progress: {
    more: ({ count }: { count: number }) => `und ${count} weitere`,
    /** What is tried, and what Microsoft said. */
    tried: ({ tried, said }: { tried: string; said: string }) => `${tried}: ${said}`,
    retries: icu<{ since: string; tries: number; next: string }>(
      'Seit {since} {tries, plural, one {# Fehlversuch} other {# Fehlversuche}}. Nächster Versuch: {next}.',
    ),
    retriesNow: icu<{ since: string; tries: number }>(
      'Seit {since} {tries, plural, one {# Fehlversuch} other {# Fehlversuche}}. Neuer Versuch läuft.',
    ),
    refused: 'Abgelehnt. „Erneut prüfen“ versucht es noch einmal, sobald der Rest erledigt ist.',
    checking: ({ what, said }: { what: string; said: string }) => `Prüfung (${what}): ${said}`,
    checkedAgain: ({ since }: { since: string }) => `Seit ${since}. Wird in Kürze erneut geprüft.`,
    relationship: ({ relationship, status }: { relationship: string; status: string }) =>
      `Beziehung „${relationship}“: ${status}`,
    atWork: ({ since }: { since: string }) => `Seit ${since}. Microsoft arbeitet daran.`,
    pending: ({ group }: { group: string }) => `Zuweisen der Rollen an „${group}“: bei Microsoft ausstehend`,
    stuckAfter: ({ since, minutes }: { since: string; minutes: number }) =>
      `Seit ${since}. Nach ${minutes} Minuten gilt die Zuweisung als hängen geblieben; „Erneut prüfen“ kann sie dann neu erstellen.`,
  },
  manualRemoval: {
    enterpriseApplications: 'Unternehmensanwendungen (Entra)',
    relationship: 'GDAP-Beziehung (Partner Center)',
    applicationStays:
      'Falls Ihre Unternehmensanwendung im Mandanten des Kunden vorhanden ist, bleibt sie dort. Um sie zu entfernen, löschen Sie sie im Entra Admin Center des Kunden unter „Unternehmensanwendungen“.',
    relationshipStays:
      'Eine aktive GDAP-Beziehung bleibt bei Microsoft bestehen. Um sie zu beenden, öffnen Sie im Partner Center den Kunden, dann „Administratorbeziehungen“, und wählen Sie „Beziehung beenden“.',
    byPartner:
      'Um sie selbst zu beenden, öffnen Sie im Partner Center den Kunden, dann „Administratorbeziehungen“, und wählen Sie „Beziehung beenden“.',
    byCustomer:
      'Wenn das Partner Center sie nicht mehr anzeigt, kann ein Administrator des Mandanten sie beenden: im Microsoft 365 Admin Center unter „Partnerbeziehungen“ mit „Rollen entfernen“.',
    unlisted:
      'Das Partner Center gibt zu diesem Kunden keine Auskunft. Ein Admin kann die Beziehung mit „Vollständig offboarden“ beenden, oder ein Administrator des Mandanten: im Microsoft 365 Admin Center unter „Partnerbeziehungen“ mit „Rollen entfernen“.',
    requestStays: 'Microsoft erlaubt Partnern nicht, eine Anfrage zurückzuziehen. Sie läuft von selbst ab.',
  },
};
