// What people leave at a tenant: notes, a ticket, a snooze.

/** Texts, tickets and names are foreign text. */
export const attention = {
  title: 'Notes, tickets and snooze',
  howToAsk: {
    note: 'Say /note, a tenant’s name and the note, such as “/note contoso calls back on Monday”. “-1” in its place deletes the newest note, “-2” the one before it.',
    ticket:
      'Say /ticket, a tenant’s name and the ticket, such as “/ticket contoso INC-4711”. “-” in its place removes it.',
    snooze:
      'Say /snooze, a tenant’s name, the days (90 at most) and why, such as “/snooze contoso 14 customer on holiday”. “0” wakes it.',
  },
  notTicket: ({ given }: { given: string }) =>
    `“${given}” can’t be a ticket. A ticket has letters, digits and # . _ / : -, at most 64 characters. Nothing was changed.`,
  /** What a person wrote. */
  said: ({ person, text }: { person: string; text: string }) => `${person}: ${text}`,
  /** What a history calls what was asked for. */
  asked: {
    note: 'Note',
    deleteNote: 'Delete note',
    setTicket: 'Ticket',
    snooze: 'Snooze',
    wake: 'End snooze',
  },
  facts: {
    /** Counted from the newest. */
    note: ({ number }: { number: number }) => `Note ${number}`,
    ticket: 'Ticket',
    snooze: 'Snoozed until',
  },
};
