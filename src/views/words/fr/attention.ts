// What people leave at a tenant: notes, a ticket, a snooze.

/** Texts, tickets and names are foreign text. */
export const attention = {
  title: 'Notes, tickets et report',
  howToAsk: {
    note: 'Dites /note, le nom d’un locataire et la note, par exemple « /note contoso rappelle lundi ». « -1 » à sa place supprime la note la plus récente, « -2 » celle d’avant.',
    ticket:
      'Dites /ticket, le nom d’un locataire et le ticket, par exemple « /ticket contoso INC-4711 ». « - » à sa place l’enlève.',
    snooze:
      'Dites /reporter, le nom d’un locataire, les jours (90 au plus) et la raison, par exemple « /reporter contoso 14 client en congé ». « 0 » met fin au report.',
  },
  notTicket: ({ given }: { given: string }) =>
    `« ${given} » ne peut pas être un ticket. Un ticket a des lettres, des chiffres et # . _ / : -, 64 caractères au plus. Rien n’a été modifié.`,
  /** What a person wrote. */
  said: ({ person, text }: { person: string; text: string }) => `${person} : ${text}`,
  /** What a history calls what was asked for. */
  asked: {
    note: 'Écrire une note',
    deleteNote: 'Supprimer la note',
    setTicket: 'Nº de ticket',
    snooze: 'Reporter',
    wake: 'Mettre fin au report',
  },
  facts: {
    /** Counted from the newest. */
    note: ({ number }: { number: number }) => `Note nº ${number}`,
    ticket: 'Nº de ticket',
    snooze: 'Reporté au',
  },
};
