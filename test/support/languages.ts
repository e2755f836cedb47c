// The languages of the catalogue as they stand in their folders, and what their messages say for sample arguments.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Words } from '../../src/views/catalogue.js';

const folder = new URL('../../src/views/words/', import.meta.url).pathname;

/** The languages that have a folder, English first, registered or not. */
export const languageFolders = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'index.ts')))
  .map(({ name }) => name)
  .sort((a, b) => Number(b === 'en') - Number(a === 'en') || a.localeCompare(b));

/** The texts in a language's folder, by its `index.ts`. */
export async function wordsOfFolder(language: string): Promise<Words> {
  const module = await import(join(folder, language, 'index.ts'));
  return module[language.replaceAll('-', '')];
}

/** A message, with where it stands. */
export interface Leaf {
  readonly path: string;
  readonly message: string | ((args: Values) => string);
}

type Values = Readonly<Record<string, unknown>>;

/** Every message of an object of texts; what is named by lists of words is none. */
export function leavesOf(texts: object, path = ''): readonly Leaf[] {
  return Object.entries(texts).flatMap(([key, value]): readonly Leaf[] => {
    const here = path === '' ? key : `${path}.${key}`;
    if (Array.isArray(value)) return [];
    if (typeof value === 'object' && value !== null) return leavesOf(value, here);
    return [{ path: here, message: value }];
  });
}

// What arguments may be besides text and numbers: the choices, as their types in the English texts name them.
const choices = [
  ...new Set(
    readdirSync(join(folder, 'en')).flatMap((file) =>
      [...readFileSync(join(folder, 'en', file), 'utf8').matchAll(/(?<=: |\| )'(\w+)'(?= \||[;,]? ?})/g)].map(
        ([, choice]) => choice ?? '',
      ),
    ),
  ),
];
const samples: readonly unknown[] = [1, 2, 7, true, false, undefined, ...choices];

/** What a message says for many arguments, and by which of them its text differs. */
export interface Said {
  readonly texts: readonly string[];
  /** Those texts for which every argument was text or a number, so that none left a gap. */
  readonly gapless: readonly string[];
  /** Every argument that it reads. */
  readonly reads: ReadonlySet<string>;
  /** Every argument by which its text differs. */
  readonly uses: ReadonlySet<string>;
}

/** What a message says. @throws what the message throws. */
export function saidBy({ message }: Leaf): Said {
  if (typeof message === 'string') return { texts: [message], gapless: [message], reads: new Set(), uses: new Set() };
  const reads = new Set<string>();
  // Where nothing else is said, an argument is text that names it.
  const say = (base: unknown, name?: string, value?: unknown) =>
    message(
      new Proxy<Record<string, unknown>>(
        {},
        {
          has: () => true,
          get: (_, key) => {
            reads.add(String(key));
            if (key === name) return value;
            return base ?? markerOf(String(key));
          },
        },
      ),
    );
  const texts = new Set<string>();
  const gapless = new Set<string>();
  const uses = new Set<string>();
  for (const base of [undefined, ...samples.filter((each) => each !== undefined)]) {
    const usual = say(base);
    texts.add(usual);
    for (const name of reads) {
      for (const value of [markerOf(name), ...samples]) {
        const text = say(base, name, value);
        texts.add(text);
        if ([base ?? '', value].every((each) => typeof each === 'string' || typeof each === 'number'))
          gapless.add(text);
        if (text !== usual) uses.add(name);
      }
    }
  }
  return { texts: [...texts], gapless: [...gapless], reads, uses };
}

function markerOf(name: string): string {
  return `‹${name}›`;
}

/** A text without the samples that fill it. */
export function unfilled(text: string): string {
  return text.replaceAll(/‹\w+›/g, ' ');
}
