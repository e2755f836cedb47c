// What people leave at a tenant: notes, a ticket, a snooze.
import { icu } from './icu.js';

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
  notTicket: ({ given, most }: { given: string; most: number }) =>
    `“${given}” can’t be a ticket. A ticket has letters, digits and # . _ / : -, at most ${most} characters. Nothing was changed.`,
  /** Where no tenant is meant: nothing is known to have been asked for. `given`: what was taken for a name. */
  noTenant: ({ given }: { given: string }) =>
    `No tenant matches “${given}”, so nothing was changed. Use part of its name, its domain or its tenant ID; a name of several words can stand in quotation marks.`,
  wrongDays: ({ given, most }: { given: string; most: number }) =>
    `A tenant can be snoozed for ${most} days at most, and “${given}” is more. Nothing was changed.`,
  tooLong: ({ count, most }: { count: number; most: number }) =>
    `What you wrote has ${count} characters, and ${most} are kept at most. Nothing was changed: shorten it, or put the rest into your ticket.`,
  reasonMissing: 'Say why it’s snoozed, too. Nothing was changed.',
  daysMissing: 'Choose for how long it’s snoozed, too. Nothing was changed.',
  /** The form on the tenant's card. */
  form: {
    title: ({ tenant }: { tenant: string }) => `Note, ticket and snooze for ${tenant}`,
    hint: 'Everyone sees these on the tenant’s card. If you empty the ticket, it’s removed.',
    note: 'New note',
    deletion: 'Delete a note',
    noDeletion: 'None',
    ticket: 'Ticket reference',
    days: 'Snooze for',
    notSnoozed: 'Not snoozed',
    asBefore: 'As before',
    ofDays: icu<{ count: number }>('{count, plural, one {# day} other {# days}}'),
    reason: 'Why it’s snoozed',
    save: 'Save',
    nothing: 'Nothing was entered, so nothing was changed.',
  },
  /** What was done, in answer to who asked for it. */
  done: {
    note: ({ tenant }: { tenant: string }) => `Your note is on the card of ${tenant} now.`,
    deleteNote: ({ tenant }: { tenant: string }) => `The note at ${tenant} was deleted.`,
    setTicket: ({ tenant, ticket }: { tenant: string; ticket: string }) => `The ticket of ${tenant} is now ${ticket}.`,
    noTicket: ({ tenant }: { tenant: string }) => `${tenant} has no ticket now.`,
    snooze: ({ tenant, day }: { tenant: string; day: string }) =>
      `${tenant} is snoozed until ${day}, or until its status changes.`,
    wake: ({ tenant }: { tenant: string }) => `${tenant} isn’t snoozed now.`,
    take: ({ tenant }: { tenant: string }) => `You look after ${tenant} now. Everyone sees your name on its card.`,
    release: ({ tenant }: { tenant: string }) => `No one looks after ${tenant} now.`,
    assign: ({ tenant, person }: { tenant: string; person: string }) => `${person} looks after ${tenant} now.`,
  },
  /** The input of what takes a ticket, where the partner has one asked for. */
  required: {
    label: 'Ticket reference (required)',
    example: 'INC-4711',
    missing: 'Enter the reference of the ticket that this is for. Nothing was done.',
  },
  /** The answers to /assign. */
  assign: {
    title: 'Assign',
    howToAsk:
      'Say /assign, a tenant’s name and the person, such as “/assign contoso @Megan Bowen”. Only people with the operator or admin role can look after tenants.',
    unknown: ({ given }: { given: string }) =>
      `Gatehouse doesn’t know “${given}”. Ask them to write to Gatehouse once, then use their full name or Entra object ID. Nothing was changed.`,
    several: ({ given }: { given: string }) =>
      `Several people are called “${given}”. Use the Entra object ID. Nothing was changed.`,
    /** After what was done. */
    notTold: ({ person }: { person: string }) => `${person} has no chat with Gatehouse, so tell them yourself.`,
    notChecked: ({ person }: { person: string }) =>
      `Gatehouse couldn’t check the groups of ${person} in Microsoft Entra just now, so it can’t tell whether they may look after tenants. Nothing was changed. Try again in a moment.`,
    mayNotOwn: ({ person }: { person: string }) =>
      `${person} needs the operator role to look after tenants. Nothing was changed. Have them added to OPERATORS in Gatehouse’s settings, then try again.`,
  },
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
    snooze: 'Snoozed',
    snoozed: ({ day, person, text }: { day: string; person: string; text: string }) =>
      `Until ${day}, by ${person}: ${text}`,
  },
};
