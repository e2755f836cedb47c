// The printed certificate is the same for the same offboarding, readable for programs, and right in every script.
import assert from 'node:assert/strict';
import { hashOf } from '../../src/certificate/json.js';
import { pdfOf } from '../../src/certificate/pdf.js';
import { type MessageLanguage, messageLanguages } from '../../src/domain/message-languages.js';
import { certificateOf } from '../../src/domain/offboarding/certify.js';
import type { Offboarding } from '../../src/domain/offboarding/offboarding.js';
import { planOf } from '../../src/domain/offboarding/plan.js';
import { Typesetter, unprintable } from '../../src/paper/fonts.js';
import { unpackWoff } from '../../src/paper/woff.js';
import { certificatePage } from '../../src/views/certificate/page.js';
import { anEndedOffboarding, certified, fewTies, manyTies, offboardingId } from '../support/an-offboarding.js';
import { alex, anAssignment, aRelationship, aTenant, serviceDesk } from '../support/builders.js';
import { printedText } from '../support/printed-text.js';

const jsonHash = `${'c0ffee'.repeat(10)}beef`;
const print = (
  offboarding: Offboarding = anEndedOffboarding(),
  displayName = 'Contoso Ltd',
  language?: MessageLanguage,
) => {
  const tenant = { ...aTenant(), customer: { displayName, domain: 'contoso.onmicrosoft.com' } };
  const facts = certificateOf(certified(offboarding, tenant));
  return pdfOf(certificatePage(facts, jsonHash, language), facts.number);
};

describe('the printed certificate', () => {
  it('is the same, to the byte, whenever it is made, and another for another offboarding', async () => {
    const first = hashOf(await print());
    assert.equal(hashOf(await print()), first);
    assert.notEqual(hashOf(await print(anEndedOffboarding({ refusedTaskIds: ['delegatedAdmin'] }))), first);
  });

  it('has a title, a language, a structure, its number, and no date but that of the certificate', async () => {
    const text = (await print()).toString('latin1');
    assert.match(text, /^%PDF-1\.7/);
    for (const part of [/\/Lang \(en\)/, /\/Marked true/, /\/DisplayDocTitle true/, /\/S \/H1\b/, /\/S \/H2\b/])
      assert.match(text, part);
    assert.match(text, /\(Exit certificate: Contoso Ltd\)/);
    assert.match(text, new RegExp(`\\(Certificate ${offboardingId}\\)`));
    assert.deepEqual(new Set(text.match(/D:20\d{6}/g)), new Set(['D:20261122']));
  });

  it('prints the names, what was removed with its request ids, what remains, and the hash of the exact file', async () => {
    const text = printedText(await print());
    for (const part of ['Northbridge IT', 'Contoso Ltd', offboardingId, 'Alex Wilber', 'Megan Bowen', jsonHash])
      assert.ok(text.includes(part), part);
    assert.ok(text.includes('Microsoft’s request IDs: 22222222-0000-4000-8000-000000000004'));
    assert.ok(text.includes('expires on 30 January 2027'));
    assert.ok(text.includes(`Requested by Alex Wilber (${alex.id}), 22 November 2026, 10:01 UTC`));
    assert.ok(text.includes('Delegated admin (DAP): to be removed'));
    assert.ok(text.includes('5 items removed. Each removal was verified with Microsoft'));
    assert.ok(
      text.includes(
        'Still in place: open request “Asked by hand”, which the customer can still approve (gives no access)',
      ),
    );
    // The customer's question is answered before anything else is told.
    const answer = text.indexOf('Northbridge IT no longer has access to Contoso Ltd.');
    assert.ok(answer > 0 && answer < text.indexOf('5 items removed'));
  });

  it('says in its first sentence that access remains, and by what', async () => {
    const after = fewTies({ standing: { value: { isReseller: true, delegatedAdmin: true } } });
    const text = printedText(await print(anEndedOffboarding({ after })));
    assert.ok(text.includes('Northbridge IT still has delegated admin access (DAP) to Contoso Ltd.'));
    assert.ok(
      text.includes(
        'Also still in place: open request “Asked by hand”, which the customer can still approve (gives no access)',
      ),
    );
    assert.ok(text.includes('Delegated admin (DAP): gives access'));
  });

  it('prints groups and roles by name', async () => {
    const names = {
      groups: { [serviceDesk]: 'Service Desk' },
      roles: { '29232cdf-9323-42fd-ade2-1d097af3e4de': 'Exchange Administrator' },
    };
    const text = printedText(await print(anEndedOffboarding({ before: manyTies({ names }) })));
    assert.ok(text.includes(`Access of the group “Service Desk” (${serviceDesk}): Exchange Administrator (active)`));
    const german = printedText(await print(anEndedOffboarding({ before: manyTies({ names }) }), 'Contoso Ltd', 'de'));
    assert.ok(german.includes(`Zugriff der Gruppe „Service Desk“ (${serviceDesk}): Exchange-Administrator (aktiv)`));
  });

  it('names somebody without an id by the name alone', async () => {
    const by = { id: '', name: 'Alex Wilber' };
    assert.ok(
      printedText(await print({ ...anEndedOffboarding(), by })).includes('Requested by Alex Wilber, 22 November 2026'),
    );
  });

  it('says plainly when nothing remains, and when nothing could be removed', async () => {
    const nothing = fewTies({
      relationships: { value: [] },
      standing: { value: { isReseller: false, delegatedAdmin: false } },
      subscriptions: { value: [] },
    });
    assert.ok(
      printedText(await print(anEndedOffboarding({ after: nothing }))).includes(
        'Northbridge IT no longer has access to Contoso Ltd.',
      ),
    );
    const refusedTaskIds = anEndedOffboarding().tasks.map(({ id }) => id);
    const text = printedText(await print(anEndedOffboarding({ refusedTaskIds, after: manyTies() })));
    assert.ok(text.includes('5 removals didn’t succeed'));
    assert.ok(text.includes('Nothing was removed.'));
    assert.ok(
      text.includes('Northbridge IT still has access to Contoso Ltd: delegated admin (DAP), GDAP relationship'),
    );
  });

  it('takes as many pages as it needs', async () => {
    const assignments = Array.from({ length: 120 }, (_, index) => anAssignment(`group-${index}`));
    const before = manyTies({
      relationships: { value: [{ relationship: aRelationship(), assignments: { value: assignments } }] },
    });
    const offboarding = anEndedOffboarding();
    const text = printedText(await print({ ...offboarding, plan: planOf(before) }));
    const pages = Number(/Page 1 of (\d+)/.exec(text)?.[1]);
    assert.ok(pages > 3, `${pages} pages`);
    for (let page = 1; page <= pages; page += 1) assert.ok(text.includes(`Page ${page} of ${pages}`));
    for (const { groupId } of assignments) assert.ok(text.includes(groupId), groupId);
  });
});

describe('the printed certificate in another language', () => {
  for (const language of messageLanguages) {
    it(`prints every word of the page, and says in which language it was issued: ${language}`, async () => {
      const refused = anEndedOffboarding({ refusedTaskIds: ['delegatedAdmin'], after: manyTies() });
      const pdf = await print({ ...refused, language: 'it' }, 'Contoso Ltd', language);
      const text = printedText(pdf);
      const facts = certificateOf(certified({ ...refused, language: 'it' }));
      const page = certificatePage(facts, jsonHash, language);
      const without = (said: string) => said.replaceAll(/\s+/g, '');
      for (const part of page.parts) assert.ok(without(text).includes(without(part.text)), part.text);
      assert.ok(without(text).includes(without(page.pageNumber({ page: 1, pages: 3 }))), text.slice(-200));
      assert.ok(!text.includes(unprintable));
      assert.equal(text.includes('Italiano'), language !== 'it');
      assert.match(pdf.toString('latin1'), new RegExp(`/Lang \\(${language}\\)`));
      assert.match(pdf.toString('latin1'), new RegExp(`\\(Certificate ${offboardingId}\\)`));
    });
  }

  it('has the letters of one word, and all of a Japanese page, from one font', () => {
    const fontsOf = (language: string, text: string) => new Typesetter(language).runs(text).map(({ font }) => font);
    assert.deepEqual(fontsOf('ja', 'Northbridge IT は、Contoso にアクセスできます：「GDAP」。'), ['japanese']);
    assert.deepEqual(fontsOf('de', '株式会社コントソ'), ['japanese']);
    assert.deepEqual(fontsOf('de', 'Kunde 株式会社 GmbH'), ['noto', 'japanese', 'noto']);
    // A letter that the Japanese font lacks brings its whole word with it.
    assert.deepEqual(new Typesetter('ja').runs('A हिन्दी B'), [
      { font: 'japanese', text: 'A ' },
      { font: 'noto', text: 'हिन्दी ' },
      { font: 'japanese', text: 'B' },
    ]);
    assert.deepEqual(fontsOf('de', '微软公司'), ['unifont']);
    assert.deepEqual(fontsOf('de', '微 شر'), ['japanese', 'unifont']);
  });
});

describe('a name in another script', () => {
  it('prints in Latin, Greek, Cyrillic, Devanagari, Chinese, Japanese, Korean and Georgian', async () => {
    const name = 'Žluťoučký Ελλάς Київ हिन्दी 株式会社コントソ 한국 ქართული';
    const text = printedText(await print(anEndedOffboarding(), name));
    for (const word of ['Žluťoučký', 'Ελλάς', 'Київ', '株式会社コントソ', '한국', 'ქართული'])
      assert.ok(text.includes(word), word);
    assert.ok(!text.includes(unprintable));
  });

  it('has □ where printing it right takes more than we can, and says that the JSON has it exactly', async () => {
    const text = printedText(await print(anEndedOffboarding(), 'شركة'));
    assert.ok(text.includes(unprintable.repeat(4)));
    assert.ok(text.includes('□ stands for a character that can’t be printed here'));
    assert.ok(!printedText(await print()).includes('can’t be printed here'));
  });

  it('brings nothing of its own into what the file says of itself', async () => {
    const text = (await print(anEndedOffboarding(), 'A & B</rdf:li><x/>\uD800\u0000')).toString('utf8');
    const metadata = /<\?xpacket begin[\s\S]*<\?xpacket end/.exec(text)?.[0] ?? '';
    assert.match(metadata, /Exit certificate: A ＆ B＜\/rdf:li＞＜x\/＞/);
    assert.doesNotMatch(metadata, /&|<x\/>|\0/);
  });

  it('that is endless is cut, said to be, and keeps nobody waiting', async () => {
    const text = printedText(await print(anEndedOffboarding(), 'A'.repeat(100_000)));
    assert.ok(text.includes('… stands for what’s too long'));
    assert.ok(!printedText(await print()).includes('too long'));
  });

  it('cannot turn the page’s text around, or bring lines of its own', () => {
    const setter = new Typesetter('en');
    assert.deepEqual(setter.runs('Con\u202Etoso\n\r\tLtd\u0000'), [{ font: 'noto', text: 'Con toso Ltd' }]);
    assert.deepEqual(setter.runs(''), []);
  });
});

describe('a font’s file', () => {
  it('that is no WOFF is not taken for one', () => {
    assert.throws(() => unpackWoff(Buffer.alloc(64)), /no WOFF/);
  });
});
