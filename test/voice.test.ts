// One voice: the words that were given up don't come back in what people read, in the chat, a terminal or a browser.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { textsIn } from './support/program-texts.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const filesIn = (folder: string, ext: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ext))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);

const givenUp = new RegExp(
  `(?<![\\p{L}-])(?:${[
    'somebody|nobody|anybody|everybody|whoever',
    'mend(?:s|ed|ing)?|deeds?|told|anew',
    'is none|are none|is to be|are to be|comes? to nothing|came to nothing|for good',
    'hears? (?:of|nothing)|no more(?! than)|any more|not whole|is had|has to have',
    '(?:can’t|isn’t|says) [^.:;,]*since X|since the start|keeps? (?:this|the) tenant from',
    '(?:take|takes|taken|took) (?:it |them )?back|grows? by itself|waits? for an answer',
    'from five minutes on|long ago|is no line|it lapses',
  ].join('|')})(?!\\p{L})`,
  'iu',
);

// Without a contraction, or not as Microsoft spells it in American English.
const stiff =
  /(?<![\p{L}-])(?:(?:do|does|did|is|are|was|were|has|have|had|could|would|should|must|will) not|cannot|centre|organisation|colour|cancell(?:ed|ing)|(?:[Oo]bject|[Tt]enant|[Aa]pp|[Cc]lient|[Tt]emplate|[Rr]equest|[Rr]elationship) ids?)(?!\p{L})/u;

/** Texts of two words or more: the others are names and keys. */
const readable = (file: string) => textsIn(readFileSync(join(root, file), 'utf8')).filter((text) => / /.test(text));
const lines = (file: string) => readFileSync(join(root, file), 'utf8').split('\n');

const places: readonly (readonly [string, readonly string[], (file: string) => readonly string[]])[] = [
  ['the catalogue', filesIn('src/views/words/en', '.ts'), readable],
  ...[
    'cli',
    'setup',
    'sign-in',
    'sandbox',
    'config',
    'store',
    'http',
    'app',
    'metrics',
    'certificate',
    'domain',
    'operations',
    'microsoft',
    'bot',
    'runtime',
  ].map((folder) => [`src/${folder}`, filesIn(`src/${folder}`, '.ts'), readable] as const),
  ['scripts', filesIn('scripts', '.ts'), readable],
  ['the manifest', filesIn('manifest', '.json'), lines],
  ['README and docs', ['README.md', '.env.example', ...filesIn('docs', '.md')], lines],
];

describe('a word that was given up', () => {
  it('is known by itself and within a sentence, in any case', () => {
    for (const text of ['Nobody was asked', 'To mend it:', 'it is none of yours', 'It can’t read since X'])
      assert.match(text, givenUp);
    for (const text of ['Amend the file', 'No more than 3', 'indeed', 'It hasn’t been able to read since X'])
      assert.doesNotMatch(text, givenUp);
  });

  for (const [place, files, textsOf] of places) {
    it(`is in no text of ${place}`, () => {
      assert.deepEqual(saying(givenUp, files, textsOf), []);
    });
  }

  for (const folder of ['views/words/en', 'cli', 'sign-in', 'sandbox/pages', 'config', 'http', 'store', 'app'])
    it(`is contracted, and American, in every text of src/${folder}`, () => {
      assert.deepEqual(saying(stiff, filesIn(`src/${folder}`, '.ts'), readable), []);
    });

  it('is contracted, and American, in README, docs and .env.example', () => {
    // What stands between backticks is typed or spelled like that.
    const prose = (file: string) => lines(file).map((line) => line.replaceAll(/`[^`]*`/g, ''));
    assert.deepEqual(saying(stiff, ['README.md', '.env.example', ...filesIn('docs', '.md')], prose), []);
  });
});

/** The texts in which an expression is found, with their files. */
function saying(expression: RegExp, files: readonly string[], textsOf: (file: string) => readonly string[]) {
  return files.flatMap((file) =>
    textsOf(file)
      .filter((text) => expression.test(text))
      .map((text) => `${file}: ${text}`),
  );
}
