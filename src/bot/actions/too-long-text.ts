// A click that can't be understood only because a person typed too much: clients don't all hold an input to its length.
import { z } from 'zod';
import { mostNoteCharacters, mostTicketCharacters } from '../../domain/tenant/attention.js';

/** A typed text that makes a click none: its length, and how many characters it may have. */
export interface TooLongText {
  readonly count: number;
  readonly most: number;
}

// What a person types; with how many characters it may have where more than that are read, so that its action says so itself.
const typedTexts: ReadonlyMap<unknown, number | undefined> = new Map([
  ...['search', 'goTo', 'name', 'tags', 'about', 'quiet', 'digestAt', 'zone'].map(
    (field) => [field, undefined] as const,
  ),
  ...['reason', 'note'].map((field) => [field, mostNoteCharacters] as const),
  ['ticket', mostTicketCharacters],
]);

/** The first of the texts, where nothing else is wrong with what a click says. `issues`: what is. */
export function onlyTooLong(issues: readonly z.core.$ZodIssue[], given: unknown): TooLongText | undefined {
  const all = issues.map((issue) => tooLongIn(issue, given));
  return all.includes(undefined) ? undefined : all[0];
}

function tooLongIn(issue: z.core.$ZodIssue, given: unknown): TooLongText | undefined {
  const [field] = issue.path;
  if (issue.code !== 'too_big' || !typedTexts.has(field)) return undefined;
  const text = z.record(z.string(), z.unknown()).parse(given)[String(field)];
  return { count: [...String(text)].length, most: typedTexts.get(field) ?? Number(issue.maximum) };
}
