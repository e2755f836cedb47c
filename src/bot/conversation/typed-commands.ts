// The command in a message, once Teams' decorations are taken off, or the command that it nearly is.
import { foldText } from '../../domain/folding.js';
import { nearest } from '../../runtime/nearest.js';
import { languages, type Words, wordsIn } from '../../views/catalogue.js';

/** The commands that can be typed. */
export const typedCommands = [
  'tenants',
  'view',
  'views',
  'open',
  'expiring',
  'add',
  'tag',
  'note',
  'ticket',
  'snooze',
  'take',
  'release',
  'assign',
  'enable',
  'revalidate',
  'keep',
  'disable',
  'batches',
  'templates',
  'export',
  'import',
  'history',
  'certificate',
  'fleet',
  'leftovers',
  'status',
  'subscribe',
  'subscriptions',
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
const notOffered: readonly TypedCommand[] = [
  'import',
  'view',
  'views',
  'add',
  'tag',
  'open',
  'note',
  'ticket',
  'snooze',
  'take',
  'release',
  'assign',
  'templates',
  'enable',
  'revalidate',
  'keep',
  'fleet',
  'disable',
  'batches',
  'export',
  'subscriptions',
];

/** The commands that Teams offers; `/help` has all. */
export const offeredCommands = typedCommands.filter((command) => !notOffered.includes(command));

/**
 * A message of several lines, for a command that takes rows: what stands on its own line, and the lines below it. Semicolons part them
 * where there are no line breaks, which some chats drop.
 */
export interface Below {
  readonly argument: string;
  readonly lines: string;
  /** It was typed in one line. Absent: in several. */
  readonly isOneLine?: true | undefined;
}

/** What was typed, understood or not. */
export type TypedText =
  | {
      readonly command: TypedCommand;
      readonly argument: string;
      /** Absent: the message is one row. */
      readonly below?: Below | undefined;
    }
  /** `nearest`: what may have been meant, without the slash. */
  | { readonly said: string; readonly nearest: string | undefined };

// Further off than this, a word is another word and not a typo.
const mostSlips = 3;

// "Not" at the beginning of a sentence is no "note".
const shortestSlip = 4;

// No command is nearly this long, and comparing longer text only costs time.
const mostCharacters = 1000;

// More isn't a message of Teams'.
const mostPasted = 100_000;

// As Teams' clients write them.
const entities: Readonly<Record<string, string>> = { quot: '"', apos: "'", '#39': "'", lt: '<', gt: '>', amp: '&' };

/**
 * Understands a message's text: any case, with or without the slash, with whatever white space, entities and mention
 * tags a Teams client puts around it, and by the command's name in any language. `words`: the language of what is suggested.
 */
export function parse(text: string, words: Pick<Words, 'commands'> = wordsIn('en')): TypedText {
  const typed = parseLine(text, words);
  if (!('command' in typed)) return typed;
  const plain = plainLines(text);
  const [own = '', lines = ''] = /^(.*?)\n(.*)$/s.exec(withLineBreaks(plain))?.slice(1) ?? [];
  const above = lines === '' ? undefined : parseLine(own, words);
  if (!above || !('command' in above)) return typed;
  const isOneLine = plain.includes('\n') ? {} : ({ isOneLine: true } as const);
  return { ...typed, below: { argument: above.argument, lines, ...isOneLine } };
}

function parseLine(text: string, { commands }: Pick<Words, 'commands'>): TypedText {
  const said = withoutEntities(
    text
      .slice(0, mostCharacters)
      .replaceAll(/<at\b[^>]*>.*?<\/at>/gis, ' ')
      .replaceAll(/<[^>]+>/g, ' '),
  )
    .replaceAll(/[\p{Cf}\s]+/gu, ' ')
    .trim();
  const [, word = '', argument = ''] = /^\/?\s*(\S*)\s*(.*)$/s.exec(said.normalize('NFKC')) ?? [];
  const typed = word.toLowerCase();
  const command = commandCalled(typed);
  if (command) return { command, argument };
  const isMeant = argument === '' || said.startsWith('/');
  const nearestOf = (meant: readonly TypedCommand[], mostSlips: number) =>
    nearest(typed, [...meant, ...meant.flatMap((each) => commands[each])], mostSlips);
  const name = nearestOf(typedCommands, isMeant ? slipsIn(typed) : slipsInSentence(typed));
  if (name !== undefined) return { said, nearest: `${name} ${argument}`.trim() };
  return { said, nearest: isMeant ? undefined : nearestOf(['tenants'], slipsIn(typed)) };
}

// Within quotation marks a semicolon is text.
function withLineBreaks(text: string): string {
  return text.includes('\n') ? text : text.replaceAll(/"[^"]*"|;/g, (part) => (part === ';' ? '\n' : part));
}

// The message line by line, with a tab between the cells of a table that was pasted.
function plainLines(text: string): string {
  const lines = text
    .slice(0, mostPasted)
    .replaceAll(/<at\b[^<>]*>[^<>]*<\/at>/gi, ' ')
    .replaceAll(/<br\b[^<>]*>|<\/(?:p|div|tr|li)>|\r\n?|[\u2028\u2029]/gi, '\n')
    .replaceAll(/<\/t[dh]>/gi, '\t')
    .replaceAll(/<[^<>]+>/g, '');
  return withoutEntities(lines).trim();
}

function withoutEntities(text: string): string {
  return text
    .replaceAll(/&nbsp;/gi, ' ')
    .replaceAll(/&(quot|apos|lt|gt|#39|amp);/gi, (_, name: string) => entities[name.toLowerCase()] ?? '');
}

// Without the slash a sentence is rarely a typo, but for the list's command: "hello there" isn't "help there".
function slipsInSentence(typed: string): number {
  return typed.length < shortestSlip ? 0 : Math.min(2, Math.floor(typed.length / 3));
}

function slipsIn(typed: string): number {
  return Math.min(mostSlips, Math.ceil(typed.length / 2));
}
