// Every language of the catalogue says everything that English says, with everything that it's told.
import assert from 'node:assert/strict';
import { languages, wordsIn } from '../../../src/views/catalogue.js';
import { languageFolders, leavesOf, type Said, saidBy, unfilled, wordsOfFolder } from '../../support/languages.js';

const en = await wordsOfFolder('en');
const english = new Map(leavesOf(en).map((leaf) => [leaf.path, saidBy(leaf)]));
const endsInEnglish = new Map([...english].map(([path, { texts }]) => [path, new Set(texts.map(endsOf))]));

// Names, which are the same everywhere.
const names =
  /Gatehouse|UTC|Microsoft(?: 365)?|Partner Center|Entra|Azure|Teams|OneDrive|GDAP|DAP|Admin Agents|AdminAgents|Node\.js|npm run [a-z:-]+|\/[a-z]+|[A-Z]+_[A-Z_]+|[A-Z]\w*[a-z][A-Z]\w*/g;

// Texts that are written as in English: single words that the language has too, or Microsoft's own labels.
const products = [
  'tenant.adminCenters.names.exchange: Exchange',
  'tenant.adminCenters.names.intune: Intune',
  'tenant.adminCenters.names.defender: Defender',
  'exporting.formats.xlsx: Excel (XLSX)',
  'exporting.formats.csv: CSV',
  'attention.required.example: INC-4711',
];
const alike: Readonly<Record<string, readonly string[]>> = {
  en: [],
  de: [
    'history.tags: Tags',
    'batches.tags: Tags: ‹tags›',
    'savedViews.form.name: Name',
    'tenant.facts.tags: Tags',
    'manifest.search.status: Status',
    'manifest.search.tag.title: Tag',
    ...products,
    'buttons.plan: Plan',
    'replies.summaries.plan: Plan',
    'replies.summaries.offboarding: Offboarding',
    'offboardingPlan.fates.choosable: ❔ Optional',
  ],
  fr: [
    ...products,
    'batches.minutes: NaN minutes',
    'replies.summaries.plan: Plan',
    'offboardingPlan.rows.relationships.active: Active',
  ],
  es: [
    ...products,
    'buttons.plan: Plan',
    'certificate.items.roles: Roles: ‹roles›',
    'checkup.titles.people: Roles',
    'replies.summaries.plan: Plan',
    'statusReport.conversations.general: General',
    'tenant.delegatedAdmin.none: No',
    'exporting.no: no',
    'offboardingPlan.rows.roles: NaN roles',
  ],
};

// A title of at most this length is whole on a phone.
const mostOfButton = 26;
const longButtons: Readonly<Record<string, readonly string[]>> = { en: [], de: [], fr: [], es: [] };

describe('the catalogue', () => {
  it('has every language that has a folder', () => {
    assert.deepEqual([...languages].sort(), [...languageFolders].sort());
  });
});

for (const language of languageFolders) {
  describe(`the texts of ${language}`, () => {
    let words: Awaited<ReturnType<typeof wordsOfFolder>>;
    const said = new Map<string, Said>();

    before(async () => {
      words = await wordsOfFolder(language);
      for (const leaf of leavesOf(words)) said.set(leaf.path, saidBy(leaf));
    });

    /** The messages of which something is true, each with one of its texts. */
    const where = (isTrue: (text: string, path: string) => boolean) =>
      [...said].flatMap(([path, { texts }]) => {
        const text = texts.find((each) => isTrue(each, path));
        return text === undefined ? [] : [`${path}: ${text}`];
      });

    it('are those that English has', () => {
      assert.deepEqual([...said.keys()].sort(), [...english.keys()].sort());
    });

    it('are what the product reads, and name every command', () => {
      assert.deepEqual(Object.keys(words.commands), Object.keys(en.commands));
      assert.equal(wordsIn(language as (typeof languages)[number]), words);
    });

    it('use every argument that English uses, and know no other', () => {
      const wrong = [...english].flatMap(([path, source]) => {
        const { reads, uses } = said.get(path) ?? { reads: new Set(), uses: new Set() };
        const missing = [...source.uses].filter((name) => !uses.has(name));
        const unknown = [...reads].filter((name) => !source.reads.has(name));
        return [...missing.map((name) => `${path}: lacks ${name}`), ...unknown.map((name) => `${path}: has ${name}`)];
      });
      assert.deepEqual(wrong, []);
    });

    it('have no straight apostrophe or quotation mark, and no brace left over', () => {
      assert.deepEqual(
        where((text) => /['"{}]/.test(unfilled(text))),
        [],
      );
    });

    it('have no space at either end, unless English has, and none twice', () => {
      const isDouble = (path: string, text: string) => / {2}/.test(text) && said.get(path)?.gapless.includes(text);
      assert.deepEqual(
        where((text, path) => isDouble(path, text) || endsInEnglish.get(path)?.has(endsOf(text)) === false),
        [],
      );
    });

    if (language === 'fr') {
      it('keep each French sign beside its word, by a space that no line breaks at', () => {
        const isLoose = / [:;!?»]|« |[\p{L}\d)›»][;!?](?:\s|$)|[\p{L})›»]: |«\S|\S»/u;
        assert.deepEqual(
          where((text) => isLoose.test(text)),
          [],
        );
      });
    }

    it('keep signs, bold text, settings and what is typed in a terminal as in English', () => {
      const kept = (text = '') =>
        [...text.matchAll(/\p{Extended_Pictographic}|\*\*|npm run [a-z:-]+|[A-Z]+_[A-Z_]+/gu)]
          .map(String)
          .sort()
          .join();
      assert.deepEqual(
        [...english].flatMap(([path, source]) => {
          const [text = ''] = said.get(path)?.texts ?? [];
          const expected = kept(source.texts[0]);
          return kept(text) === expected ? [] : [`${path}: ${text}: has ${kept(text)}, not ${expected}`];
        }),
        [],
      );
    });

    it('have buttons that are whole on a phone', () => {
      const long = Object.values(words.buttons).filter(
        (title) => typeof title === 'string' && [...title].length > mostOfButton,
      );
      assert.deepEqual(long, longButtons[language] ?? []);
    });

    it('have commands of one word each, none of which means two things', () => {
      const meanings = new Map<string, string>(Object.keys(en.commands).map((command) => [command, command]));
      for (const [command, typed] of Object.entries(words.commands)) {
        for (const word of typed) {
          assert.match(word, /^[\p{Ll}-]+$/u);
          assert.equal(meanings.get(word) ?? command, command, word);
          meanings.set(word, command);
        }
      }
    });

    if (language !== 'en') {
      it('are translated', () => {
        const isName = (text: string) => !/\p{L}/u.test(unfilled(text).replaceAll(names, ''));
        const same = [...english].flatMap(([path, source]) => {
          const [text = ''] = said.get(path)?.texts ?? [];
          return text === source.texts[0] && !isName(text) ? [`${path}: ${text}`] : [];
        });
        const allowed = alike[language] ?? [];
        assert.deepEqual(
          same.filter((each) => !allowed.includes(each)),
          [],
        );
      });
    }
  });
}

/** Whether a text has a space at its start, and at its end. */
function endsOf(text: string): string {
  return `${/^\s/.test(text)} ${/\s$/.test(text)}`;
}
