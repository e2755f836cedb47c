// What people leave at a tenant: notes, a ticket, a snooze.

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
  notTicket: ({ given }: { given: string }) =>
    `„${given}“ kann kein Ticket sein. Ein Ticket hat Buchstaben, Ziffern und # . _ / : -, höchstens 64 Zeichen. Es wurde nichts geändert.`,
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
    snooze: 'Ruht bis',
  },
};
