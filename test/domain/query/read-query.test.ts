// What a typed query is read as, in the words that people type, and what of it isn't understood.
import assert from 'node:assert/strict';
import type { Condition, Query } from '../../../src/domain/query/query.js';
import { withCorrections } from '../../../src/domain/query/query-problem.js';
import { readQuery } from '../../../src/domain/query/read-query.js';
import { aVocabulary } from '../../support/a-vocabulary.js';

const reading = (typed: string) => readQuery(typed, aVocabulary());
/** The query that is read without any problem. */
function query(typed: string): Query {
  const { problems, query: read } = reading(typed);
  assert.deepEqual(problems, [], typed);
  return read;
}
function conditions(typed: string): readonly (Condition & { readonly isNot?: true })[] {
  const { text, notTexts, terms } = query(typed);
  assert.deepEqual([text, notTexts], ['', []], typed);
  return terms.map(({ isNot, condition }) => ({ ...condition, ...(isNot && { isNot }) }));
}
const corrected = (typed: string) => reading(typed).corrected;

describe('text in a query', () => {
  it('is what no key stands before, as it was typed', () => {
    for (const typed of [
      'contoso',
      'o’brien & söhne',
      'contoso - nord',
      'ｃｏｎｔｏｓｏ',
      'admin@c1.onmicrosoft.com',
      'C#',
    ])
      assert.deepEqual(query(typed), { text: typed, notTexts: [], terms: [] });
  });

  it('stands in quotes of any kind, and is text there whatever it looks like', () => {
    for (const typed of ['"tag:vip"', '“tag:vip”', '„tag:vip“', '«tag:vip»'])
      assert.equal(query(typed).text, 'tag:vip');
    assert.equal(query('"say \\"hello\\" \\\\ twice"').text, 'say "hello" \\ twice');
    // One that isn't closed is a character as any other.
    assert.equal(query('"contoso').text, '"contoso');
  });

  it('is excluded by a sign right before it', () => {
    assert.deepEqual(query('contoso -nord !"old town" -süd'), {
      text: 'contoso',
      notTexts: ['nord', 'old town', 'süd'],
      terms: [],
    });
  });

  it('may have a colon that makes no key', () => {
    assert.equal(query('Contoso: Nord').text, 'Contoso: Nord');
    assert.equal(query('https://contoso.com').text, 'https://contoso.com');
  });

  it('stands before, between and behind conditions', () => {
    const { text, terms } = query('straße tag:vip gmbh status:approved berlin');
    assert.equal(text, 'straße gmbh berlin');
    assert.equal(terms.length, 2);
  });
});

describe('a condition', () => {
  it('of a status is understood by its name, its first word, and in every language', () => {
    const needsApproval = [{ key: 'status', anyOf: ['needsApproval'] }];
    for (const typed of [
      'status:needs-approval',
      'status:NeedsApproval',
      'STATUS: needs approval',
      'status:"Needs approval"',
      'status:needs',
      'status=needs_approval',
      'ｓｔａｔｕｓ：ｎｅｅｄｓ',
      'status:genehmigung-ausstehend',
      'estado:requiere aprobacion',
      'état:approbation-requise',
      'statut:approbation',
    ])
      assert.deepEqual(conditions(typed), needsApproval, typed);
  });

  it('of several statuses takes any of them, with commas or said again', () => {
    const either = [{ key: 'status', anyOf: ['issuesFound', 'approved'] }];
    for (const typed of [
      'status:issues,approved',
      'status:issues found, approved',
      'status:issues status:approved,issues',
    ])
      assert.deepEqual(conditions(typed), either, typed);
    assert.deepEqual(conditions('status:approved -status:issues'), [
      { key: 'status', anyOf: ['approved'] },
      { key: 'status', anyOf: ['issuesFound'], isNot: true },
    ]);
  });

  it('of a cause is understood by its code and its words', () => {
    for (const typed of ['cause:noAzurePlan', 'cause:no-azure-plan', 'cause:no azure plan', 'grund:kein-azure-plan'])
      assert.deepEqual(conditions(typed), [{ key: 'cause', anyOf: ['noAzurePlan'] }], typed);
  });

  it('of a tag, of a template, of delegated admin and of leftover access is negated by either sign', () => {
    assert.deepEqual(conditions('-tag:VIP,münchen !template:"vip customers, gold" dap:yes leftover:nein'), [
      { key: 'tag', anyOf: ['vip', 'münchen'], isNot: true },
      { key: 'template', anyOf: ['VIP customers, gold'], isNot: true },
      { key: 'dap', is: true },
      { key: 'leftover', is: false },
    ]);
    // Tags are asked for one by one: both.
    assert.equal(conditions('tag:vip tag:münchen').length, 2);
  });

  it('of an end counts days or weeks, or names a day', () => {
    const ends = (typed: string) => conditions(typed).map((each) => ('end' in each ? each.end : undefined))[0];
    for (const typed of ['ends<30d', 'ends < 30 days', 'ends:30d', 'ends<=30', 'endet<30t', 'vence<30 días', 'fin<30j'])
      assert.deepEqual(ends(typed), { is: 'before', days: 30 }, typed);
    assert.deepEqual(ends('ends>2w'), { is: 'after', days: 14 });
    assert.deepEqual(ends('ends<2027-01-31'), { is: 'before', day: '2027-01-31' });
    assert.deepEqual(ends('ends<=31.1.2027'), { is: 'before', day: '2027-02-01' });
    assert.deepEqual(ends('ends>=2027-01-01'), { is: 'after', day: '2026-12-31' });
    assert.deepEqual(ends('ends:2027-01-31'), { is: 'on', day: '2027-01-31' });
    for (const typed of ['ends:never', 'endet:nie', 'vence:nunca', 'fin:jamais'])
      assert.deepEqual(ends(typed), { is: 'never' }, typed);
    const ages = (typed: string) => conditions(typed).map((each) => ('age' in each ? each.age : undefined))[0];
    for (const typed of ['pending>30d', 'pending >= 30 days', 'wartet>30t', 'espera>30', 'attend>30 jours'])
      assert.deepEqual(ages(typed), { is: 'over', days: 30 }, typed);
    assert.deepEqual(ages('pending<2w'), { is: 'under', days: 14 });
    assert.deepEqual(ages('pending<=2w'), { is: 'under', days: 15 });
    assert.equal(query('ends<30 contoso').text, 'contoso');
  });
});

describe('what isn’t understood', () => {
  it('is corrected where something is close, all of it at once', () => {
    assert.equal(corrected('contoso staus:aproved -tga:x'), undefined);
    assert.equal(corrected('contoso staus:approved'), 'contoso status:approved');
    assert.equal(corrected('status:aproved tag:vop straße'), 'status:approved tag:vip straße');
    assert.equal(corrected('staus:aproved -templte:standart'), 'status:approved -template:standard');
    assert.equal(corrected('status:neds-approval'), 'status:needs-approval');
    assert.equal(corrected('template:standart'), 'template:standard');
    assert.equal(corrected('grund:rolle-felt'), 'grund:rolle-fehlt');
  });

  it('is named, with what can stand there', () => {
    const problems = (typed: string) =>
      reading(typed).problems.map(({ is, given, others }) => ({
        is,
        given,
        others: others.map((each) => withCorrections(typed, [each])),
      }));
    assert.deepEqual(problems('dap:maybe contoso'), [
      { is: 'unknownValue', given: 'maybe', others: ['dap:yes contoso', 'dap:no contoso'] },
    ]);
    assert.deepEqual(problems('dap:ja,nein')[0]?.is, 'unknownValue');
    assert.deepEqual(problems('ends<31.2.2027'), [
      { is: 'unknownValue', given: '31.2.2027', others: ['ends<30d', 'ends:never'] },
    ]);
    assert.deepEqual(problems('pending:30d'), [
      { is: 'unknownValue', given: '30d', others: ['pending>30d', 'pending<3d'] },
    ]);
    assert.deepEqual(problems('pending>soon x')[0]?.others, ['pending>30d x', 'pending<3d x']);
    assert.deepEqual(problems('pending>')[0], {
      is: 'noValue',
      given: 'pending',
      others: ['pending>30d', 'pending<3d'],
    });
    assert.deepEqual(problems('ga:maybe')[0]?.others, ['ga:yes', 'ga:no']);
    assert.deepEqual(problems('fin<01/31/2027 x')[0]?.others, ['fin<30j x', 'fin:jamais x']);
    assert.deepEqual(problems('-colour:"dark red" x'), [
      { is: 'unknownKey', given: 'colour', others: ['-"colour:dark red" x'] },
    ]);
    assert.deepEqual(problems('tag:')[0], {
      is: 'noValue',
      given: 'tag',
      others: ['tag:vip', 'tag:nord-süd', 'tag:münchen'],
    });
    // A tag that no tenant has may be a slip of the pen, and would leave out what was meant.
    assert.equal(problems('-tag:gold')[0]?.is, 'unknownValue');
  });
});
