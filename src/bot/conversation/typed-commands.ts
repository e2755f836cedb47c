// The command in a message, once Teams' decorations are taken off, or the command that it nearly is.
import { nearest } from '../../runtime/nearest.js';

/** The commands that can be typed. */
export const typedCommands = [
  'tenants',
  'history',
  'certificate',
  'leftovers',
  'status',
  'subscribe',
  'unsubscribe',
  'help',
] as const;

/** One of them. */
export type TypedCommand = (typeof typedCommands)[number];

// Former names of commands, which still work.
const formerNames: ReadonlyMap<string, TypedCommand> = new Map([['residue', 'leftovers']]);

/** What was typed, understood or not. */
export type TypedText =
  | { readonly command: TypedCommand; readonly argument: string }
  | { readonly said: string; readonly nearest: TypedCommand | undefined };

// Further off than this, a word is another word and not a typo.
const mostSlips = 3;

// No command is nearly this long, and comparing longer text only costs time.
const mostCharacters = 1000;

// As Teams' clients write them.
const entities: Readonly<Record<string, string>> = { quot: '"', apos: "'", '#39': "'", lt: '<', gt: '>', amp: '&' };

/**
 * Understands a message's text: any case, with or without the slash, with whatever white space, entities and mention
 * tags a Teams client puts around it.
 */
export function parse(text: string): TypedText {
  const said = text
    .slice(0, mostCharacters)
    .replaceAll(/<at\b[^>]*>.*?<\/at>/gis, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&nbsp;/gi, ' ')
    .replaceAll(/&(quot|apos|lt|gt|#39|amp);/gi, (_, name: string) => entities[name.toLowerCase()] ?? '')
    .replaceAll(/[\p{Cf}\s]+/gu, ' ')
    .trim();
  const [, word = '', argument = ''] = /^\/?\s*(\S*)\s*(.*)$/s.exec(said.normalize('NFKC')) ?? [];
  const typed = word.toLowerCase();
  const command = formerNames.get(typed) ?? typedCommands.find((name) => name === typed);
  if (command) return { command, argument };
  // Only the list takes more than its own word; other sentences aren't typos.
  return { said, nearest: nearest(typed, argument === '' ? typedCommands : ['tenants'], slipsIn(typed)) };
}

function slipsIn(typed: string): number {
  return Math.min(mostSlips, Math.ceil(typed.length / 2));
}
