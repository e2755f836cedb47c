// Limitations: what is wrong, why, and who fixes it how.
import { icu } from './icu.js';

const again =
  'Wenn Sie den Zugriff weiterhin brauchen, wählen Sie „Erneut anfragen“, um dem Kunden eine neue Anfrage zu senden. Wenn nicht, wählen Sie „Deaktivieren“.';
const revalidate = 'Wählen Sie danach „Erneut prüfen“';
const support = 'bitten Sie einen Administrator-Agenten, im Partner Center eine Supportanfrage zu stellen';

/** `title` is a few words, also for a row of the list and a headline. Names in them are foreign text. */
export const limitations = {
  openPartnerCenter: 'Partner Center öffnen',
  acceptInstead: 'Wenn Sie Azure für ihn nicht verwalten, wählen Sie stattdessen „Einschränkung akzeptieren…“.',
  takenAwayInstead:
    'War das beabsichtigt, ändern Sie die Zugriffsvorlage, oder wählen Sie stattdessen „Einschränkung akzeptieren…“.',
  answer: ({ answer }: { answer: string }) => `Antwort von Microsoft: ${answer}`,
  requestId: ({ id }: { id: string }) => `Anforderungs-ID von Microsoft: ${id}`,
  requestElsewhere: {
    title: 'Andere Anfrage noch offen',
    cause: ({ relationship }: { relationship: string }) =>
      `Die Anfrage „${relationship}“ stammt nicht von Gatehouse und wartet auf den Kunden. Gatehouse erstellt keine zweite daneben.`,
    cure: 'Öffnen Sie im Partner Center den Kunden, dann „Administratorbeziehungen“, und senden Sie dem Kunden den Link dieser Anfrage. Nach der Genehmigung übernimmt Gatehouse sie, wenn sie alle Rollen enthält. Wenn Sie diese Anfrage nicht brauchen, lassen Sie sie ablaufen und wählen Sie dann „Erneut prüfen“.',
  },
  requestRefused: {
    title: 'Anfrage von Microsoft abgelehnt',
    nameTaken: ({ relationship }: { relationship: string }) => `Der Name lautet „${relationship}“.`,
    cure: `${revalidate}, um die Anfrage noch einmal zu senden.`,
  },
  roleMissing: {
    title: ({ roles }: { roles: string }) => `Fehlt: ${roles}`,
    cause: icu<{ relationship: string; count: number }>(
      'Die Beziehung „{relationship}“ ist aktiv, aber ohne {count, plural, one {diese Rolle} other {diese Rollen}} der Zugriffsvorlage.',
    ),
    cure: 'Nach der Genehmigung durch den Kunden lassen sich keine Rollen mehr hinzufügen. Wählen Sie „Erneut anfragen“: Der Kunde erhält eine neue Anfrage mit allen Rollen, und der bisherige Zugriff bleibt so lange bestehen.',
  },
  templateChanged: {
    title: ({ roles }: { roles: string }) => `Vorlage geändert: ${roles} fehlt`,
    cause: icu<{ relationship: string; count: number }>(
      'Die Zugriffsvorlage wurde geändert, seit der Kunde „{relationship}“ genehmigt hat, und verlangt jetzt auch {count, plural, one {diese Rolle} other {diese Rollen}}.',
    ),
    cure: 'Nach der Genehmigung durch den Kunden lassen sich keine Rollen mehr hinzufügen. Wählen Sie „Erneut anfragen“: Der Kunde erhält eine neue Anfrage mit allen Rollen, und der bisherige Zugriff bleibt so lange bestehen.',
  },
  templateHeld: {
    title: ({ roles }: { roles: string }) => `Vorlage geändert: Ein zweiter Admin muss genehmigen: ${roles}`,
    cause: icu<{ relationship: string; count: number }>(
      'Die Zugriffsvorlage wurde geändert und gibt einer Gruppe jetzt {count, plural, one {diese privilegierte Rolle} other {diese privilegierten Rollen}}. Der Kunde hat {count, plural, one {sie} other {sie}} mit „{relationship}“ genehmigt, ein zweiter Admin noch nicht.',
    ),
    cure: 'Wählen Sie „Erneut anfragen“: Ein zweiter Admin wird gefragt, und nach der Genehmigung erhält die Gruppe sie. Soll das nicht geschehen, nehmen Sie sie aus der Zugriffsvorlage.',
  },
  groupNotAssigned: {
    title: ({ group }: { group: string }) => `Rollen nicht zugewiesen: „${group}“`,
    cause: 'Microsoft hat es abgelehnt, der Gruppe ihre Rollen zuzuweisen.',
    cure: `${revalidate}, um die Gruppe noch einmal zuzuweisen.`,
  },
  assignmentFailed: {
    title: ({ group }: { group: string }) => `Zuweisung fehlgeschlagen: „${group}“`,
    cause: 'Microsoft hat die Zuweisung angenommen und dann mit einem Fehler beendet.',
    cure: `Wählen Sie „Erneut prüfen“, um die fehlgeschlagene Zuweisung zu entfernen und neu zu erstellen. Wenn sie wieder fehlschlägt, ${support}.`,
  },
  assignmentGone: {
    title: ({ group }: { group: string }) => `„${group}“ hat den Zugriff verloren`,
    cause:
      'Die Zugriffszuweisung der Gruppe wurde entfernt, im Partner Center oder mit einem anderen Produkt. Gatehouse war es nicht.',
    cure: 'Wählen Sie „Erneut prüfen“, um die Gruppe wieder zuzuweisen.',
  },
  rolesTakenAway: {
    title: ({ group, roles }: { group: string; roles: string }) => `„${group}“ hat verloren: ${roles}`,
    cause: icu<{ count: number }>(
      '{count, plural, one {Diese Rolle wurde} other {Diese Rollen wurden}} aus der Zugriffszuweisung der Gruppe genommen, im Partner Center oder mit einem anderen Produkt. Gatehouse war es nicht.',
    ),
    cure: 'Wählen Sie „Erneut prüfen“, um der Gruppe die Rollen wieder zuzuweisen.',
  },
  noAzurePlan: {
    title: 'Kein Azure-Plan',
    cause:
      'Der Kunde hat keinen Azure-Plan bei Ihnen, deshalb können Sie seine Azure-Abonnements nicht verwalten. Alles andere funktioniert.',
    cure: `Wenn Sie Azure für diesen Kunden verwalten, bitten Sie jemanden mit Einkaufsrechten im Partner Center, den Azure-Plan zu kaufen. ${revalidate}.`,
  },
  azurePlanNotActive: {
    title: 'Azure-Plan nicht aktiv',
    cause:
      'Der Azure-Plan des Kunden ist angehalten oder beendet, deshalb können Sie seine Azure-Abonnements nicht verwalten. Alles andere funktioniert.',
    cure: `Wenn Sie Azure für diesen Kunden verwalten, bitten Sie jemanden mit Einkaufsrechten im Partner Center, den Plan zu reaktivieren. ${revalidate}.`,
  },
  notReseller: {
    title: 'Keine Resellerbeziehung',
    cause:
      'Der Kunde kauft nicht über Sie, und für Azure-Zugriff ist eine Resellerbeziehung erforderlich. Alles andere funktioniert.',
    cure: `Wenn Sie Azure für diesen Kunden verwalten, senden Sie ihm aus dem Partner Center eine Anfrage für eine Resellerbeziehung. ${revalidate}.`,
  },
  relationshipLost: {
    terminated: {
      title: 'Zugriff wurde beendet',
      cause: ({ relationship }: { relationship: string }) =>
        `Die Beziehung „${relationship}“ wurde beendet, im Partner Center oder vom Kunden: Das kann ein Globaler Administrator oder eine Person mit der Rolle „Customer Delegated Admin Relationship Administrator“.`,
      cure: `Fragen Sie den Kunden, ob das beabsichtigt war. ${again}`,
    },
    expired: {
      title: 'Zugriff abgelaufen',
      cause: ({ relationship }: { relationship: string }) =>
        `Die Beziehung „${relationship}“ hat ihr Enddatum erreicht und wurde nicht verlängert.`,
      cure: again,
    },
    expiring: {
      title: 'Zugriff wird gerade entfernt',
      cause: ({ relationship }: { relationship: string }) =>
        `Das Enddatum der Beziehung „${relationship}“ ist überschritten, und Microsoft entfernt den Zugriff.`,
      cure: 'Das lässt sich nicht aufhalten. Sobald die Beziehung abgelaufen ist, können Sie hier eine neue Anfrage senden.',
    },
    gone: {
      title: 'Zugriff besteht nicht mehr',
      cause: ({ relationship }: { relationship: string }) =>
        `Microsoft kennt die Beziehung „${relationship}“ nicht mehr.`,
      cure: again,
    },
    declined: {
      title: 'Der Kunde hat abgelehnt',
      cause: ({ relationship }: { relationship: string }) => `Die Anfrage „${relationship}“ endete ohne Genehmigung.`,
      cure: `Sprechen Sie mit dem Administrator des Kunden. ${again}`,
    },
    lapsed: {
      title: 'Die Anfrage ist abgelaufen',
      cause: ({ relationship }: { relationship: string }) =>
        `Die Anfrage „${relationship}“ wurde nicht innerhalb von 90 Tagen genehmigt. Microsoft hat sie deshalb entfernt.`,
      cure: again,
    },
  },
  couldNotCheck: {
    title: ({ what }: { what: string }) => `Prüfung fehlgeschlagen: ${what}`,
    cause: 'Die Prüfung ist fehlgeschlagen, deshalb weiß Gatehouse nicht, was vorhanden ist.',
    cure: 'Gatehouse prüft weiter. Wählen Sie „Erneut prüfen“, um sofort zu prüfen.',
  },
  keepsFailing: {
    title: ({ what }: { what: string }) => `Wiederholt gescheitert: ${what}`,
    cause: ({ said }: { said: string }) => `Letzter Versuch: ${said}.`,
    /** For text blocks only. */
    when: ({ since }: { since: string }) => `Seit ${since} ohne Erfolg.`,
    cure: `Gatehouse versucht es von selbst erneut; die Karte des Mandanten zeigt, wann. Wählen Sie „Erneut prüfen“, um es sofort zu versuchen. Wenn es weiter fehlschlägt, ${support} und die Anforderungs-ID anzugeben.`,
  },
  assignmentStuck: {
    title: ({ group }: { group: string }) => `Zuweisung hängt bei Microsoft: „${group}“`,
    cause:
      'Microsoft hat die Zuweisung angenommen und führt sie noch als ausstehend. Üblich sind ein bis zwei Minuten.',
    /** For text blocks only. */
    when: ({ since }: { since: string }) => `Ausstehend seit ${since}.`,
    cure: `Wählen Sie „Erneut prüfen“, um die ausstehende Zuweisung zu entfernen und neu zu erstellen. Wenn sie wieder hängt, ${support}.`,
  },
  takesTooLong: {
    title: 'Microsoft braucht zu lange',
    cause:
      'Erstellen, Aktivieren und Zuweisen dauern sonst nur Minuten. Hier ist schon mehr als eine Stunde vergangen.',
    state: ({ relationship, status }: { relationship: string; status: string }) =>
      `Die Beziehung „${relationship}“ hat den Status ${status}.`,
    /** For text blocks only. */
    when: ({ since }: { since: string }) => `Wartet seit ${since}.`,
    cure: `Gatehouse prüft weiter. Wählen Sie „Erneut prüfen“, um sofort zu prüfen. Wenn sich nichts ändert, ${support}.`,
  },
  unknownStatus: {
    title: 'Unbekannter Status bei Microsoft',
    cause: ({ relationship }: { relationship: string }) =>
      `Die Beziehung „${relationship}“ hat einen Status, den diese Version von Gatehouse nicht kennt. Ob Sie Zugriff haben, lässt sich deshalb nicht sagen.`,
    cure: 'Prüfen Sie die Beziehung im Partner Center und ob es eine neuere Version von Gatehouse gibt.',
  },
  card: {
    title: ({ tenant }: { tenant: string }) => `Einschränkungen von ${tenant}`,
    howToFix: 'So beheben Sie das: ',
    acceptedBy: ({ person }: { person: string }) => `Akzeptiert von ${person}`,
  },
};
