// What people leave at a tenant: notes, a ticket, a snooze.

/** Texts, tickets and names are foreign text. */
export const attention = {
  title: 'Notas, tickets y aplazamientos',
  howToAsk: {
    note: 'Diga /nota, el nombre de un inquilino y la nota, por ejemplo «/nota contoso llama el lunes». «-1» en su lugar elimina la nota más reciente, «-2» la anterior.',
    ticket:
      'Diga /ticket, el nombre de un inquilino y el ticket, por ejemplo «/ticket contoso INC-4711». «-» en su lugar lo quita.',
    snooze:
      'Diga /posponer, el nombre de un inquilino, los días (90 como máximo) y el motivo, por ejemplo «/posponer contoso 14 cliente de vacaciones». «0» lo termina.',
  },
  notTicket: ({ given }: { given: string }) =>
    `«${given}» no puede ser un ticket. Un ticket tiene letras, cifras y # . _ / : -, 64 caracteres como máximo. No se cambió nada.`,
  /** What a person wrote. */
  said: ({ person, text }: { person: string; text: string }) => `${person}: ${text}`,
  /** What a history calls what was asked for. */
  asked: {
    note: 'Escribir nota',
    deleteNote: 'Eliminar nota',
    setTicket: 'N.º de ticket',
    snooze: 'Posponer',
    wake: 'Terminar aplazamiento',
  },
  facts: {
    /** Counted from the newest. */
    note: ({ number }: { number: number }) => `Nota ${number}`,
    ticket: 'N.º de ticket',
    snooze: 'Pospuesto hasta',
  },
};
