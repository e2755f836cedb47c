// What people leave at a tenant for each other: notes, a ticket's number, and that it may rest for a while.
import { limitationKey } from '../access/limitation.js';
import { addDays, type Instant, secondsBetween } from '../time.js';
import type { Command } from './commands.js';
import type { Fact, FactData } from './facts.js';
import type { Note, Tenant } from './tenant.js';
import { isLostAccess } from './tenant-index.js';

/** The longest note and the longest reason of a snooze, in characters. */
export const mostNoteCharacters = 500;
/** How many notes a tenant keeps; the oldest go. */
export const mostNotes = 10;
/** Days for which a tenant can be snoozed at most. */
export const mostSnoozeDays = 90;

/** The longest ticket, in characters. */
export const mostTicketCharacters = 64;

const ticketPattern = new RegExp(`^[\\p{L}\\p{N}#][\\p{L}\\p{N}#._/: -]{0,${mostTicketCharacters - 1}}$`, 'u');

/** A ticket's number as it's kept; `undefined`: that's none, which has letters, digits and `# . _ / : -`. */
export function ticketIn(text: string): string | undefined {
  const ticket = text.normalize('NFKC').trim().replaceAll(/\s+/gu, ' ');
  return ticketPattern.test(ticket) ? ticket : undefined;
}

/** A note or a reason as it's kept: foreign text, in one line, cut where it's too long (`isTooLongNote`). */
export function noteText(text: string): string {
  return [...oneLine(text)].slice(0, mostNoteCharacters).join('');
}

/** Whether a note or a reason wouldn't be kept whole. */
export function isTooLongNote(text: string): boolean {
  return [...oneLine(text)].length > mostNoteCharacters;
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}

/** A command about one of these. */
export type AttentionCommand = Extract<
  Command,
  { readonly do: 'note' | 'deleteNote' | 'deleteOthersNote' | 'setTicket' | 'snooze' | 'wake' }
>;

type Decision =
  | { readonly facts: readonly FactData[] }
  | { readonly refused: 'alreadyDone' | 'doesNotApply' | 'ofSomeoneElse' | 'neverSnoozed' };

/** Decides such a command, whatever the tenant's status: the person's texts are as `noteText` and `ticketIn` make them. */
export function decideAttention(command: AttentionCommand, tenant: Tenant): Decision {
  const { by } = command;
  const { notes = [], ticket, snooze, onboarding } = tenant;
  switch (command.do) {
    case 'note': {
      const newest = notes.at(-1);
      // Sent again, not meant again.
      if (newest?.by.id === by.id && newest.text === command.text) return { refused: 'alreadyDone' };
      return { facts: [{ type: 'noteWritten', by, text: command.text }] };
    }
    case 'deleteNote':
    case 'deleteOthersNote': {
      const note = notes.find((each) => isNote(each, command));
      if (!note) return { refused: 'alreadyDone' };
      if (command.do === 'deleteNote' && note.by.id !== by.id) return { refused: 'ofSomeoneElse' };
      return { facts: [{ type: 'noteDeleted', by, writtenAt: note.at, writer: note.by.id }] };
    }
    case 'setTicket':
      if (command.ticket === ticket) return { refused: 'alreadyDone' };
      if (command.ticket === undefined) return { facts: [{ type: 'ticketRemoved', by }] };
      return { facts: [{ type: 'ticketSet', by, ticket: command.ticket }] };
    case 'snooze':
      if (onboarding?.limitations.some(isLostAccess)) return { refused: 'neverSnoozed' };
      if (command.days < 1 || command.days > mostSnoozeDays || command.reason === '')
        return { refused: 'doesNotApply' };
      return { facts: [{ type: 'snoozed', by, days: command.days, reason: command.reason }] };
    case 'wake':
      return snooze ? { facts: [{ type: 'snoozeEnded', by }] } : { refused: 'alreadyDone' };
    default:
      return command satisfies never;
  }
}

interface WrittenThen {
  readonly writtenAt: Instant;
  readonly writer: string;
}

function isNote({ at, by }: Note, { writtenAt, writer }: WrittenThen): boolean {
  return at === writtenAt && by.id === writer;
}

/** A fact about one of these. */
export type AttentionFact = Extract<
  Fact,
  { readonly type: 'noteWritten' | 'noteDeleted' | 'ticketSet' | 'ticketRemoved' | 'snoozed' | 'snoozeEnded' }
>;

/** The tenant after such a fact. */
export function evolveAttention(tenant: Tenant, fact: AttentionFact): Tenant {
  const { notes = [] } = tenant;
  switch (fact.type) {
    case 'noteWritten':
      return { ...tenant, notes: [...notes, { by: fact.by, at: fact.at, text: fact.text }].slice(-mostNotes) };
    case 'noteDeleted': {
      const left = notes.filter((each) => !isNote(each, fact));
      return { ...tenant, notes: left.length === 0 ? undefined : left };
    }
    case 'ticketSet':
      return { ...tenant, ticket: fact.ticket };
    case 'ticketRemoved':
      return { ...tenant, ticket: undefined };
    case 'snoozed': {
      const { by, at, days, reason } = fact;
      return { ...tenant, snooze: { by, at, until: addDays(at, days), reason } };
    }
    case 'snoozeEnded':
      return { ...tenant, snooze: undefined };
    default:
      return fact satisfies never;
  }
}

/** The tenant after any fact: a snooze is over once the status or its causes are others, or an offboarding was decided. */
export function wokenBy(before: Tenant, after: Tenant): Tenant {
  if (!after.snooze || !before.snooze || (before.status === after.status && causesOf(before) === causesOf(after)))
    return after;
  return { ...after, snooze: undefined };
}

function causesOf({ onboarding, offboarding }: Tenant): string {
  const keys = (onboarding?.limitations ?? []).map(limitationKey).sort();
  return [...keys, offboarding?.id ?? ''].join('\n');
}

/** The end of a snooze whose days are over; none: it goes on, or there's none. */
export function lapsedSnooze(tenant: Tenant, now: Instant): readonly FactData[] {
  const seconds = secondsToWake(tenant, now);
  return seconds !== undefined && seconds <= 0 ? [{ type: 'snoozeEnded' }] : [];
}

/** Seconds until then, 0 or less once it's over; `undefined`: there's no snooze. */
export function secondsToWake({ snooze }: Tenant, now: Instant): number | undefined {
  return snooze && secondsBetween(now, snooze.until);
}
