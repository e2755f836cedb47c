// The command in a message, once Teams' decorations are taken off, or the command that it nearly is.
import { foldText } from '../../domain/folding.js';
import { nearest } from '../../runtime/nearest.js';
import { languages, type Words, wordsIn } from '../../views/catalogue.js';

/** The commands that can be typed. */
export const typedCommands = [
  'tenants',
  'expiring',
  'tag',
  'enable',
  'revalidate',
  'keep',
  'disable',
  'templates',
  'export',
  'history',
  'certificate',
  'leftovers',
  'status',
  'subscribe',
  'unsubscribe',
  'language',
  'help',
] as const;

/** One of them. */
export type TypedCommand = (typeof typedCommands)[number];

// Former names of commands, which still work.
const formerNames: ReadonlyMap<string, TypedCommand> = new Map([['residue', 'leftovers']]);

let names: ReadonlyMap<string, TypedCommand> | undefined;

/**
 * What commands are called in every language, compared as people type it, without accents. Where a word means two things,
 * English counts.
 */
function namesInEveryLanguage(): ReadonlyMap<string, TypedCommand> {
  names ??= new Map(
    [...languages]
      .reverse()
      .flatMap((language) =>
        typedCommands.flatMap((command) =>
          wordsIn(language).commands[command].map((name) => [foldText(name), command] as const),
        ),
      ),
  );
  return names;
}

function commandCalled(typed: string): TypedCommand | undefined {
  const known = formerNames.get(typed) ?? typedCommands.find((name) => name === typed);
  return known ?? namesInEveryLanguage().get(foldText(typed));
}

// Teams' menu has room for ten.
const notOffered: readonly TypedCommand[] = ['tag', 'templates', 'enable', 'revalidate', 'keep', 'disable', 'export'];

/** The commands that Teams offers; `/help` has all. */
export const offeredCommands = typedCommands.filter((command) => !notOffered.includes(command));

/** What was typed, understood or not. */
export type TypedText =
  | { readonly command: TypedCommand; readonly argument: string }
  | { readonly said: string; readonly nearest: string | undefined };

// Further off than this, a word is another word and not a typo.
const mostSlips = 3;

// No command is nearly this long, and comparing longer text only costs time.
const mostCharacters = 1000;

// As Teams' clients write them.
const entities: Readonly<Record<string, string>> = { quot: '"', apos: "'", '#39': "'", lt: '<', gt: '>', amp: '&' };

/**
 * Understands a message's text: any case, with or without the slash, with whatever white space, entities and mention
 * tags a Teams client puts around it, and by the command's name in any language. `words`: the language of what is suggested.
 */
export function parse(text: string, { commands }: Pick<Words, 'commands'> = wordsIn('en')): TypedText {
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
  const command = commandCalled(typed);
  if (command) return { command, argument };
  // Only the list takes more than its own word; other sentences aren't typos.
  const meant = argument === '' ? typedCommands : (['tenants'] as const);
  return { said, nearest: nearest(typed, [...meant, ...meant.flatMap((name) => commands[name])], slipsIn(typed)) };
}

function slipsIn(typed: string): number {
  return Math.min(mostSlips, Math.ceil(typed.length / 2));
}
