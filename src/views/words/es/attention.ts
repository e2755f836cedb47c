// What people leave at a tenant: notes, a ticket, a snooze.
import { icu } from './icu.js';

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
  notTicket: ({ given, most }: { given: string; most: number }) =>
    `«${given}» no puede ser un ticket. Un ticket tiene letras, cifras y # . _ / : -, ${most} caracteres como máximo. No se cambió nada.`,
  noTenant: ({ given }: { given: string }) =>
    `Ningún inquilino coincide con «${given}», así que no se cambió nada. Escriba parte de su nombre, su dominio o su id. de inquilino; un nombre de varias palabras puede ir entre comillas.`,
  wrongDays: ({ given, most }: { given: string; most: number }) =>
    `Un inquilino se puede posponer ${most} días como máximo, y «${given}» son más. No se cambió nada.`,
  tooLong: ({ count, most }: { count: number; most: number }) =>
    `Su texto tiene ${count} caracteres, y se conservan ${most} como máximo. No se cambió nada: acórtelo, o ponga el resto en su ticket.`,
  reasonMissing: 'Indique también por qué se pospone. No se cambió nada.',
  daysMissing: 'Elija también durante cuánto tiempo se pospone. No se cambió nada.',
  /** The form on the tenant's card. */
  form: {
    title: ({ tenant }: { tenant: string }) => `Nota, ticket y aplazamiento de ${tenant}`,
    hint: 'Todos los ven en la tarjeta del inquilino. Si vacía el ticket, se quita.',
    note: 'Nota nueva',
    deletion: 'Eliminar una nota',
    noDeletion: 'Ninguna',
    ticket: 'Referencia del ticket',
    days: 'Posponer durante',
    notSnoozed: 'Sin posponer',
    asBefore: 'Como antes',
    ofDays: icu<{ count: number }>('{count, plural, one {# día} other {# días}}'),
    reason: 'Por qué se pospone',
    save: 'Guardar',
    nothing: 'No se escribió nada, así que no se cambió nada.',
  },
  /** What was done, in answer to who asked for it. */
  done: {
    note: ({ tenant }: { tenant: string }) => `Su nota ya está en la tarjeta de ${tenant}.`,
    deleteNote: ({ tenant }: { tenant: string }) => `Se eliminó la nota de ${tenant}.`,
    setTicket: ({ tenant, ticket }: { tenant: string; ticket: string }) => `El ticket de ${tenant} es ahora ${ticket}.`,
    noTicket: ({ tenant }: { tenant: string }) => `${tenant} ya no tiene ticket.`,
    snooze: ({ tenant, day }: { tenant: string; day: string }) =>
      `${tenant} queda pospuesto hasta el ${day}, o hasta que cambie su estado.`,
    wake: ({ tenant }: { tenant: string }) => `${tenant} ya no está pospuesto.`,
    take: ({ tenant }: { tenant: string }) => `Ahora usted se encarga de ${tenant}. Todos ven su nombre en la tarjeta.`,
    release: ({ tenant }: { tenant: string }) => `Nadie se encarga ya de ${tenant}.`,
    assign: ({ tenant, person }: { tenant: string; person: string }) => `${person} se encarga ahora de ${tenant}.`,
  },
  /** The input of what takes a ticket, where the partner has one asked for. */
  required: {
    label: 'Referencia del ticket (obligatoria)',
    example: 'INC-4711',
    missing: 'Escriba la referencia del ticket al que corresponde. No se hizo nada.',
  },
  /** The answers to /assign. */
  assign: {
    title: 'Asignar',
    howToAsk:
      'Escriba /asignar, el nombre de un inquilino y la persona, por ejemplo «/asignar contoso @Megan Bowen». Solo quien tiene el rol de operador o administrador puede encargarse de inquilinos.',
    unknown: ({ given }: { given: string }) =>
      `Gatehouse no conoce a «${given}». Pídale que escriba una vez a Gatehouse y use después su nombre completo o su id. de objeto de Entra. No se cambió nada.`,
    several: ({ given }: { given: string }) =>
      `Varias personas se llaman «${given}». Use el id. de objeto de Entra. No se cambió nada.`,
    notTold: ({ person }: { person: string }) => `${person} no tiene chat con Gatehouse, así que avísele usted.`,
    notChecked: ({ person }: { person: string }) =>
      `Gatehouse no ha podido comprobar ahora los grupos de ${person} en Microsoft Entra, así que no sabe si puede encargarse de inquilinos. No se cambió nada. Inténtelo de nuevo en un momento.`,
    mayNotOwn: ({ person }: { person: string }) =>
      `${person} necesita el rol de operador para encargarse de inquilinos. No se cambió nada. Pida que agreguen a esa persona a OPERATORS en la configuración de Gatehouse y vuelva a intentarlo.`,
  },
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
    snooze: 'Pospuesto',
    snoozed: ({ day, person, text }: { day: string; person: string; text: string }) =>
      `Hasta el ${day}, por ${person}: ${text}`,
  },
};
