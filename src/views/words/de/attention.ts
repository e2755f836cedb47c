// What people leave at a tenant: notes, a ticket, a snooze.
import { icu } from './icu.js';

/** Texts, tickets and names are foreign text. */
export const attention = {
  title: 'Notizen, Tickets und Ruhe',
  howToAsk: {
    note: 'Schreiben Sie /notiz, den Namen eines Mandanten und die Notiz, zum Beispiel „/notiz contoso ruft am Montag zurück“. „-1“ an ihrer Stelle löscht die neueste Notiz, „-2“ die davor.',
    ticket:
      'Schreiben Sie /ticket, den Namen eines Mandanten und das Ticket, zum Beispiel „/ticket contoso INC-4711“. „-“ an seiner Stelle entfernt es.',
    snooze:
      'Schreiben Sie /ruhen, den Namen eines Mandanten, die Tage (höchstens 90) und den Grund, zum Beispiel „/ruhen contoso 14 Kunde im Urlaub“. „0“ beendet die Ruhe.',
  },
  notTicket: ({ given, most }: { given: string; most: number }) =>
    `„${given}“ kann kein Ticket sein. Ein Ticket hat Buchstaben, Ziffern und # . _ / : -, höchstens ${most} Zeichen. Es wurde nichts geändert.`,
  noTenant: ({ given }: { given: string }) =>
    `Kein Mandant passt zu „${given}“, daher wurde nichts geändert. Schreiben Sie einen Teil des Namens, die Domäne oder die Mandanten-ID; ein Name aus mehreren Wörtern kann in Anführungszeichen stehen.`,
  wrongDays: ({ given, most }: { given: string; most: number }) =>
    `Ein Mandant kann höchstens ${most} Tage ruhen, und „${given}“ sind mehr. Es wurde nichts geändert.`,
  tooLong: ({ count, most }: { count: number; most: number }) =>
    `Ihr Text hat ${count} Zeichen, und höchstens ${most} werden behalten. Es wurde nichts geändert: Kürzen Sie ihn, oder schreiben Sie den Rest in Ihr Ticket.`,
  reasonMissing: 'Schreiben Sie auch, warum er ruhen soll. Es wurde nichts geändert.',
  daysMissing: 'Wählen Sie auch, wie lange er ruhen soll. Es wurde nichts geändert.',
  /** The form on the tenant's card. */
  form: {
    title: ({ tenant }: { tenant: string }) => `Notiz, Ticket und Ruhe für ${tenant}`,
    hint: 'Alle sehen das auf der Karte des Mandanten. Wenn Sie das Ticket leeren, wird es entfernt.',
    note: 'Neue Notiz',
    deletion: 'Eine Notiz löschen',
    noDeletion: 'Keine',
    ticket: 'Ticketnummer',
    days: 'Ruhen lassen für',
    notSnoozed: 'Ruht nicht',
    asBefore: 'Wie bisher',
    ofDays: icu<{ count: number }>('{count, plural, one {# Tag} other {# Tage}}'),
    reason: 'Warum er ruht',
    save: 'Speichern',
    nothing: 'Es wurde nichts eingegeben und daher nichts geändert.',
  },
  /** What was done, in answer to who asked for it. */
  done: {
    note: ({ tenant }: { tenant: string }) => `Ihre Notiz steht jetzt auf der Karte von ${tenant}.`,
    deleteNote: ({ tenant }: { tenant: string }) => `Die Notiz zu ${tenant} wurde gelöscht.`,
    setTicket: ({ tenant, ticket }: { tenant: string; ticket: string }) =>
      `Das Ticket zu ${tenant} ist jetzt ${ticket}.`,
    noTicket: ({ tenant }: { tenant: string }) => `${tenant} hat jetzt kein Ticket.`,
    snooze: ({ tenant, day }: { tenant: string; day: string }) =>
      `${tenant} ruht bis zum ${day} oder bis sich der Status ändert.`,
    wake: ({ tenant }: { tenant: string }) => `${tenant} ruht jetzt nicht mehr.`,
    take: ({ tenant }: { tenant: string }) =>
      `Sie kümmern sich jetzt um ${tenant}. Alle sehen Ihren Namen auf der Karte.`,
    release: ({ tenant }: { tenant: string }) => `Um ${tenant} kümmert sich jetzt niemand.`,
    assign: ({ tenant, person }: { tenant: string; person: string }) => `Um ${tenant} kümmert sich jetzt ${person}.`,
  },
  /** The input of what takes a ticket, where the partner has one asked for. */
  required: {
    label: 'Ticketnummer (erforderlich)',
    example: 'INC-4711',
    missing: 'Geben Sie die Nummer des Tickets ein, zu dem das gehört. Es wurde nichts ausgeführt.',
  },
  /** The answers to /assign. */
  assign: {
    title: 'Zuweisen',
    howToAsk:
      'Schreiben Sie /zuweisen, den Namen eines Mandanten und die Person, zum Beispiel „/zuweisen contoso @Megan Bowen“. Nur wer Operator oder Admin ist, kann sich um Mandanten kümmern.',
    unknown: ({ given }: { given: string }) =>
      `Gatehouse kennt „${given}“ nicht. Die Person muss Gatehouse einmal schreiben; dann geht ihr voller Name oder ihre Entra-Objekt-ID. Es wurde nichts geändert.`,
    several: ({ given }: { given: string }) =>
      `Mehrere Personen heißen „${given}“. Schreiben Sie die Entra-Objekt-ID. Es wurde nichts geändert.`,
    notTold: ({ person }: { person: string }) =>
      `${person} hat keinen Chat mit Gatehouse, sagen Sie es der Person also selbst.`,
    notChecked: ({ person }: { person: string }) =>
      `Gatehouse konnte die Gruppen von ${person} in Microsoft Entra gerade nicht prüfen und weiß deshalb nicht, ob sich die Person um Mandanten kümmern darf. Es wurde nichts geändert. Versuchen Sie es gleich noch einmal.`,
    mayNotOwn: ({ person }: { person: string }) =>
      `${person} braucht die Rolle „Operator“, um sich um Mandanten zu kümmern. Es wurde nichts geändert. Lassen Sie die Person in den Einstellungen von Gatehouse in OPERATORS eintragen, und versuchen Sie es dann noch einmal.`,
  },
  /** What a person wrote. */
  said: ({ person, text }: { person: string; text: string }) => `${person}: ${text}`,
  /** What a history calls what was asked for. */
  asked: {
    note: 'Notiz',
    deleteNote: 'Notiz löschen',
    setTicket: 'Ticketnummer',
    snooze: 'Ruhen lassen',
    wake: 'Ruhe beenden',
  },
  facts: {
    /** Counted from the newest. */
    note: ({ number }: { number: number }) => `Notiz ${number}`,
    ticket: 'Ticketnummer',
    snooze: 'Ruht',
    snoozed: ({ day, person, text }: { day: string; person: string; text: string }) =>
      `Bis zum ${day}, von ${person}: ${text}`,
  },
};
