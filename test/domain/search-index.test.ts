// Which rows a search can mean: all of them, or that looking at every row takes less.
import assert from 'node:assert/strict';
import { SearchIndex } from '../../src/domain/search-index.js';

describe('rows whose letters say which of them a search can mean', () => {
  const index = new SearchIndex<{ readonly words: string; readonly domain: string }>();
  const count = 3000;
  for (let n = 0; n < count; n += 1)
    index.set(`${n}`, { words: n % 5 < 3 ? `contoso ${n}` : `fabrikam ${n}`, domain: '' });
  const found = (part: string, most: number) => index.mayMatch({ parts: [part] }, most)?.length;

  it('are all that match, wherever they stand', () => {
    assert.ok((found('contoso', count) ?? 0) >= (count * 3) / 5);
    assert.ok((found('fabrikam2999', 10) ?? 0) >= 1);
  });

  it('are no part of those that match, where more do than are worth it', () => {
    assert.equal(found('contoso', count / 4), undefined);
    assert.equal(index.mayMatch({ parts: ['fabrikam2999', 'contoso'] }, count / 4), undefined);
  });

  it('can’t be told by fewer than three letters', () => {
    assert.deepEqual([found('co', count), index.mayMatch({ parts: [] }, count)], [undefined, undefined]);
  });
});
