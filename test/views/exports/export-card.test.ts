// The card of /export: what can be chosen, and the way to the file.
import assert from 'node:assert/strict';
import { exportKinds } from '../../../src/domain/export-kind.js';
import type { NotUnderstood } from '../../../src/domain/query/query-page.js';
// from '../../../src/domain/export-kind.js';
import { languages, wordsIn } from '../../../src/views/catalogue.js';
import { type ExportChoice, type ExportSays, exportView } from '../../../src/views/exports/export-card.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import { literal } from '../../../src/views/render/text.js';
import { aTemplates, now } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { inputsOf, pressables, textOf } from '../../support/card-reading.js';
import { goldenIn } from '../../support/golden.js';

const golden = goldenIn('exports');
const notUnderstood: NotUnderstood = {
  problem: { is: 'unknownValue', key: 'tag', given: 'vpi', others: [] },
  isClose: true,
  instead: ['tag:vip'],
};
const choice: ExportChoice = { kind: 'tenants', format: 'xlsx', search: '' };
const link = { url: 'https://gatehouse.northbridge.example/certificates/token', until: now };

describe('the card of /export', () => {
  for (const language of languages) {
    const context: ViewContext = { words: wordsIn(language), isSandbox: false, templates: aTemplates(), now };
    const draw = (chosen: ExportChoice, says?: ExportSays) => {
      const card = exportView(chosen, context, says);
      assertGoodCard({ ...card, lang: 'en' });
      return card;
    };
    const { label, formats } = context.words.exporting;
    const ways = { label: label({ format: formats.csv }), isOffered: true, link };

    it(`says in ${language} what can be taken out, and how to get it`, () => {
      golden(`${language}: choosing`, draw(choice));
      golden(`${language}: asking`, draw({ ...choice, search: 'tag:vip' }, { isAsking: true }));
      golden(
        `${language}: made`,
        draw({ ...choice, format: 'csv', search: 'tag:vip' }, { made: { rows: 17, isCut: false, ways } }),
      );
      golden(
        `${language}: one row, without a link`,
        draw(choice, { made: { rows: 1, isCut: false, ways: { ...ways, link: undefined } } }),
      );
      golden(`${language}: cut`, draw(choice, { made: { rows: 100_000, isCut: true, ways } }));
      golden(
        `${language}: history, cut`,
        draw({ ...choice, kind: 'history' }, { made: { rows: 100_000, isCut: true, ways } }),
      );
      golden(`${language}: nothing`, draw({ ...choice, search: 'x' }, { made: { rows: 0, isCut: false } }));
      golden(`${language}: not understood`, draw({ ...choice, search: 'tag:vpi' }, { notUnderstood }));
      golden(
        `${language}: not understood, with nothing near`,
        draw({ ...choice, search: 'tag:vpi' }, { notUnderstood: { ...notUnderstood, isClose: false, instead: [] } }),
      );
    });
  }

  const context: ViewContext = { words: wordsIn('en'), isSandbox: false, templates: aTemplates(), now };

  it('keeps what was chosen, and shows a search as it was typed', () => {
    for (const kind of exportKinds) {
      const card = exportView({ kind, format: 'csv', search: '**“=1”** {{x' }, context);
      assertGoodCard({ ...card, lang: 'en' });
      assert.deepEqual(inputsOf(card), { exported: kind, format: 'csv', search: literal('**“=1”** {{x', 200) });
    }
  });

  it('links to a file only where there’s one', () => {
    const urls = (card: unknown) => pressables(card).flatMap(({ url }) => url ?? []);
    assert.deepEqual(urls(exportView(choice, context)), []);
    assert.match(textOf(exportView(choice, context, { made: { rows: 0, isCut: false } })), /no file/);
  });
});
