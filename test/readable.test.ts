// All that people read stands in the catalogue: no card's template and no rule says a sentence of its own.
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

const readProperties = [
  ...['text', 'title', 'label', 'placeholder', 'tooltip', 'altText', 'fallbackText', 'errorMessage', 'value', 'speak'],
];

/** What a template says by itself: words besides the bindings in what people read. */
function staticTexts(json: unknown): readonly string[] {
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([name, value]) =>
    typeof value === 'string'
      ? readProperties.includes(name) && /\p{L}/u.test(value.replaceAll(/\$\{[^}]*\}/g, ''))
        ? [`${name}: ${value}`]
        : []
      : staticTexts(value),
  );
}

/** Texts of a program that read like a sentence, apart from what an error says for the log. */
function sentencesIn(source: string): readonly string[] {
  return textsIn(source.replaceAll(errorMessages, '')).filter(isSentence);
}

const errorMessages =
  /\b(?:new \w*(?:Error|Denied|Refused|NotFound|Unavailable|Answer|Outdated)|super)\(\s*(?:'\w+',\s*)?(?:'[^'\n]*'|`[^`]*`)/g;

// A capital and a second word, or two words that end as a sentence does.
const isSentence = (text: string) =>
  /^\P{L}*\p{Lu}[\p{Ll}’']+,? \p{L}/u.test(text) || /\p{L}+ [\p{L}’']+[.!?…]$/u.test(text.trim());

// Files that may say more, and why.
const excepted: Readonly<Record<string, string>> = {
  'src/domain/offboarding/plan-file.ts': 'the note in a plan’s file, which is a published format',
  'src/certificate/archive.ts': 'what an operator reads of a StoreError',
  'src/certificate/pdf.ts': 'what the file says of itself for certificate:verify, the same in every language',
  'src/bot/delivery/teams-messenger.ts': 'the message of a DeliveryError, for the log',
};

describe('a text that people read', () => {
  it('stands in no card’s template', () => {
    const bound = '$' + '{name}';
    const card = { body: [{ text: `${bound} has issues` }, { text: `${bound} · ${bound}`, id: 'A name' }] };
    assert.deepEqual(staticTexts(card), [`text: ${bound} has issues`]);
    const templates = filesIn('cards', '.json');
    assert.ok(templates.length > 10);
    const saying = templates.flatMap((file) =>
      staticTexts(JSON.parse(readFileSync(join(root, file), 'utf8'))).map((text) => `${file}: ${text}`),
    );
    assert.deepEqual(saying, []);
  });

  it('stands in no rule, operation or part of the bot', () => {
    const program = "const a = 'No Azure plan'; b(`It has ended.`, 'tenant.open'); throw new Error('It is so.')";
    assert.deepEqual(sentencesIn(program), ['No Azure plan', 'It has ended.']);
    const files = ['src/domain', 'src/operations', 'src/certificate', 'src/bot'].flatMap((folder) =>
      filesIn(folder, '.ts'),
    );
    const saying = files.flatMap((file) =>
      sentencesIn(readFileSync(join(root, file), 'utf8')).map((text) => [file, text] as const),
    );
    assert.deepEqual(
      saying.filter(([file]) => !Object.hasOwn(excepted, file)).map(([file, text]) => `${file}: ${text}`),
      [],
    );
    // An exception that nothing needs is taken off the list.
    for (const each of Object.keys(excepted))
      assert.ok(
        saying.some(([file]) => file.startsWith(each)),
        each,
      );
  });
});
