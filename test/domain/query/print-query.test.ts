// A query that is written down is read as the same query, in every language.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { printQuery } from '../../../src/domain/query/print-query.js';
import { type Condition, type Query, statusesIn, type Term, withStatus } from '../../../src/domain/query/query.js';
import { causeCodes, englishNames, written } from '../../../src/domain/query/query-names.js';
import { readQuery } from '../../../src/domain/query/read-query.js';
import { statuses } from '../../../src/domain/tenant/status.js';
import { queryNamesInEveryLanguage } from '../../../src/views/explain/query-words.js';
import { en } from '../../../src/views/words/en/index.js';
import { aVocabulary } from '../../support/a-vocabulary.js';

const runs = { numRuns: 300 };
const tags = ['vip', 'nord-süd', 'münchen', '365', 'ends'];
const templates = ['standard', 'VIP customers, gold', 'say "yes"', 'C:\\x', 'approved', '-low'];
const owners = ['Alex Wilber', 'O’Brien, Pat', 'say "yes"'];
const vocabulary = aVocabulary({ tags, templates, owners });
const read = (typed: string) => readQuery(typed, vocabulary);

const some = <T>(all: readonly T[]) => fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 4 });
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const days = fc.integer({ min: 0, max: 9999 });
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ key: fc.constant('status' as const), anyOf: some(statuses) }),
  fc.record({ key: fc.constant('cause' as const), anyOf: some(causeCodes) }),
  fc.record({ key: fc.constant('tag' as const), anyOf: some(tags) }),
  fc.record({ key: fc.constant('template' as const), anyOf: some(templates) }),
  fc.record({
    key: fc.constant('owner' as const),
    anyOf: some([
      { is: 'me' as const },
      { is: 'none' as const },
      ...owners.map((name) => ({ is: 'named' as const, name })),
      { is: 'person' as const, id: '00000000-0000-4000-8000-00000000002a' },
    ]),
  }),
  fc.record({
    key: fc.constant('pending' as const),
    age: fc.record({ is: fc.constantFrom('over' as const, 'under' as const), days }),
  }),
  fc.record({
    key: fc.constant('ends' as const),
    end: fc.oneof(
      fc.constant({ is: 'never' as const }),
      fc.record({ is: fc.constantFrom('before' as const, 'after' as const), days }),
      fc.record({ is: fc.constantFrom('before' as const, 'on' as const, 'after' as const), day }),
    ),
  }),
  fc.record({
    key: fc.constantFrom(...(['ga', 'dap', 'leftover', 'drift', 'earlier', 'snoozed'] as const)),
    is: fc.boolean(),
  }),
);
const term: fc.Arbitrary<Term> = fc.record({ isNot: fc.boolean(), condition });
// What is alone in a query joins what is said again.
const terms = fc.array(term, { maxLength: 5 }).filter((all) => {
  const alone = all.filter(({ condition: { key } }) => key === 'status' || key === 'template');
  return new Set(alone.map(({ isNot, condition: { key } }) => `${isNot} ${key}`)).size === alone.length;
});
const awkward = fc.string({ unit: fc.constantFrom(...'ab ß-!:<>="“”„«»\\,.’ｘ：tag status approved'), maxLength: 14 });
const text = fc
  .oneof(awkward, fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('needs approval', 'C#'))
  .map((each) => each.replaceAll(/\s+/gu, ' ').trim());
const notTexts = fc.uniqueArray(
  text.filter((each) => each !== ''),
  { maxLength: 2 },
);
const query: fc.Arbitrary<Query> = fc
  .tuple(text, notTexts, terms)
  .map(([is, isNot, all]) => ({ text: is, notTexts: isNot, terms: all }));

describe('a query that is written down', () => {
  it('is read as the same query, in every language', () => {
    fc.assert(
      fc.property(query, fc.constantFrom(...queryNamesInEveryLanguage()), (drawn, names) => {
        // What is drawn has no prototype.
        const asked = structuredClone(drawn);
        const typed = printQuery(asked, names);
        const { query: again, problems } = read(typed);
        assert.deepEqual(problems, [], typed);
        assert.deepEqual(again, asked, typed);
      }),
      runs,
    );
  });

  it('is the same query as whatever was typed, if all of that was understood', () => {
    const part = fc.constantFrom(
      'tag:vip',
      '-status:needs approval',
      'ends<30d',
      '"a b"',
      'ｄａｐ：yes',
      'contoso',
      '-x',
      'a:b',
      '"',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(part, { maxLength: 6 }).map((all) => all.join(' ')),
          awkward,
        ),
        (typed) => {
          const { query: asked, problems } = read(typed);
          if (problems.length === 0) assert.deepEqual(read(printQuery(asked)).query, asked, typed);
        },
      ),
      runs,
    );
  });

  it('says only what has to be said', () => {
    const typed = [
      'o’brien & söhne',
      'contoso -nord -"old town" tag:vip,365 -dap:yes ends<30d',
      'status:needs-approval',
    ];
    for (const each of typed) assert.equal(printQuery(read(each).query), each);
    assert.equal(printQuery(read('ends < 2w').query), 'ends<14d');
  });
});

describe('the English words of a query', () => {
  it('are those of the cards', () => {
    for (const status of statuses) assert.equal(englishNames.statuses[status], written(en.statuses[status]));
    assert.deepEqual(englishNames.keys, en.query.names.keys);
  });

  it('are one word each, in every language, and none means two things', () => {
    for (const names of queryNamesInEveryLanguage()) {
      const keys = Object.values(names.keys).flat();
      assert.equal(new Set(keys).size, keys.length);
      for (const key of keys) assert.match(key, /^\p{Ll}+$/u);
      const causes = Object.values(names.causes).map(written);
      assert.equal(new Set(causes).size, causes.length);
    }
  });
});

describe('a status of a query', () => {
  it('can be put in place of another, and leaves what it leaves', () => {
    const asked = read('contoso status:approved,issues -status:issues tag:vip').query;
    assert.deepEqual(statusesIn(asked), ['approved']);
    assert.equal(printQuery(withStatus(asked, 'needsApproval')), 'contoso status:needs-approval tag:vip');
    assert.equal(printQuery(withStatus(asked, undefined)), 'contoso tag:vip');
    assert.equal(statusesIn(read('tag:vip').query), undefined);
  });
});
