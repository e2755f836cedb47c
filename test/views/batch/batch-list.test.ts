// The list of batches, in every language: how far each is, and the way to its card.
import assert from 'node:assert/strict';
import { type Batch, newBatch } from '../../../src/domain/batch/batch.js';
import { batchesPageOf } from '../../../src/domain/batch/batch-list.js';
import { addSeconds } from '../../../src/domain/time.js';
import { batchListView } from '../../../src/views/batch/batch-list.js';
import { languages, wordsIn } from '../../../src/views/catalogue.js';
import { alex, aTemplates, megan, now } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { pressables } from '../../support/card-reading.js';
import { goldenIn } from '../../support/golden.js';

const golden = goldenIn('batch-list');
const by = { ...megan, name: '**Megan** [x](http://evil.example)' };
const made = (id: string, changes: Partial<Batch> = {}): Batch => {
  const asked = { id, action: { do: 'enable' }, by, conversationId: 'chat', at: now } as const;
  return { ...newBatch(asked, ['a', 'b', 'c']).batch, ...changes };
};
const batches: readonly Batch[] = [
  made('running'),
  made('awaiting', { action: { do: 'disable' }, second: { basis: '' } }),
  made('approved', { action: { do: 'endEarlier' }, second: { basis: '', approved: { by: alex, at: now } } }),
  made('dropped', {
    action: { do: 'disable' },
    second: { basis: '', dropped: 'lapsed' },
    at: addSeconds(now, -86_400),
    endedAt: now,
  }),
  made('stopped', { action: { do: 'import', owner: by }, stopped: { by: alex, at: now } }),
  made('finished', { action: { do: 'revalidate' }, endedAt: now }),
];

describe('the list of batches', () => {
  for (const language of languages)
    it(`says what each does and how far it is: ${language}`, () => {
      const context = { words: wordsIn(language), isSandbox: true, templates: aTemplates(), now, asOf: now };
      const rows = batches.map((batch) => ({ batch, done: 2 }));
      const drawn = batchListView({ rows, page: 2, pages: 3 }, context);
      assertGoodCard({ ...drawn, lang: 'en' });
      golden(language, drawn);
      golden(`none (${language})`, batchListView({ rows: [], page: 1, pages: 1 }, context));
    });

  it('has the newest first, ten a page, and none that no one has said yes to', () => {
    const all = Array.from({ length: 21 }, (_, index) => made(`${index}`, { at: addSeconds(now, index) }));
    const page = (wanted: number) => {
      const { batches: found, ...place } = batchesPageOf([made('asked', { isAsked: true }), ...all], wanted);
      return [found.map(({ id }) => id).join(' '), place.page, place.pages];
    };
    assert.deepEqual(page(1), ['20 19 18 17 16 15 14 13 12 11', 1, 3]);
    assert.deepEqual(page(3), ['0', 3, 3]);
    assert.deepEqual([page(9), batchesPageOf([], 1)], [page(3), { batches: [], page: 1, pages: 1 }]);
  });

  it('leads from page to page', () => {
    const context = { words: wordsIn('en'), isSandbox: false, templates: aTemplates(), now, asOf: now };
    const pages = (page: number) =>
      pressables(batchListView({ rows: [], page, pages: 3 }, context)).flatMap(({ verb, data, title }) =>
        verb === 'batches.list' ? [`${title} ${JSON.stringify(data)}`] : [],
      );
    assert.deepEqual(pages(1), ['Next › {"page":2}', 'Refresh {}']);
    assert.deepEqual(pages(2), ['‹ Previous {}', 'Next › {"page":3}', 'Refresh {"page":2}']);
    assert.deepEqual(pages(3), ['‹ Previous {"page":2}', 'Refresh {"page":3}']);
  });
});
