// What becomes of a person's views, and when one isn't saved.
import assert from 'node:assert/strict';
import {
  mostViewName,
  mostViewQuery,
  mostViews,
  type SavedViews,
  type ViewWish,
  viewNamed,
  withoutView,
  withView,
} from '../../../src/domain/query/saved-views.js';
import { alex } from '../../support/builders.js';

const none: SavedViews = { personId: alex.id, views: [] };
const saved = (all: SavedViews, wish: ViewWish): SavedViews => {
  const result = withView(all, wish);
  assert.ok(!('refused' in result), JSON.stringify(result));
  return result;
};
const refusalOf = (all: SavedViews, wish: ViewWish) => {
  const result = withView(all, wish);
  return 'refused' in result ? result.refused : undefined;
};
const two = saved(saved(none, { name: 'Important', query: 'tag:vip' }), { name: 'Ending', query: 'ends<30d' });

describe('a saved view', () => {
  it('is found by its name, however that is spelled', () => {
    const views = saved(none, { name: '  Größte\nKunden ', query: ' tag:vip ' });
    assert.deepEqual(viewNamed(views, 'grosste kunden'), { name: 'Größte Kunden', query: 'tag:vip' });
    assert.equal(viewNamed(views, 'kunden'), undefined);
  });

  it('takes the place of one with the same name', () => {
    const { views } = saved(two, { name: 'IMPORTANT', query: 'tag:gold' });
    assert.deepEqual(views, [
      { name: 'IMPORTANT', query: 'tag:gold' },
      { name: 'Ending', query: 'ends<30d' },
    ]);
  });

  it('is renamed in its place, and to no name that another has', () => {
    const { views } = saved(two, { name: 'Soon', query: 'ends<14d', instead: 'Ending' });
    assert.deepEqual(
      views.map(({ name }) => name),
      ['Important', 'Soon'],
    );
    assert.equal(refusalOf(two, { name: 'important', query: 'x', instead: 'Ending' }), 'nameTaken');
  });

  it('is what the list opens with, until another is, and under its new name too', () => {
    const opening = saved(two, { name: 'Ending', query: 'ends<30d', instead: 'Ending', opensList: true });
    assert.equal(opening.opensWith, 'Ending');
    assert.equal(saved(opening, { name: 'Soon', query: 'ends<30d', instead: 'Ending' }).opensWith, 'Soon');
    const other = saved(opening, { name: 'Important', query: 'tag:vip', opensList: true });
    assert.equal(other.opensWith, 'Important');
    assert.equal(saved(opening, { name: 'Important', query: 'tag:vip', opensList: false }).opensWith, 'Ending');
    const off = saved(opening, { name: 'Ending', query: 'ends<30d', opensList: false });
    assert.equal(off.opensWith, undefined);
  });

  it('is deleted, and then the list opens with every tenant', () => {
    const opening = saved(two, { name: 'Ending', query: 'ends<30d', opensList: true });
    const [important, ending] = opening.views;
    assert.ok(important && ending);
    assert.deepEqual(withoutView(opening, ending), { personId: alex.id, views: [important] });
    assert.equal(withoutView(opening, important).opensWith, 'Ending');
  });

  for (const [wish, refused] of [
    [{ name: ' \u200B ', query: 'tag:vip' }, 'noName'],
    [{ name: 'n'.repeat(mostViewName + 1), query: 'tag:vip' }, 'longName'],
    [{ name: 'x', query: ' ' }, 'noQuery'],
    [{ name: 'x', query: 'q'.repeat(mostViewQuery + 1) }, 'longQuery'],
  ] as const)
    it(`isn’t saved: ${refused}`, () => assert.equal(refusalOf(two, wish), refused));

  it('isn’t saved where there are twenty, which can still be changed', () => {
    let all = none;
    for (let number = 0; number < mostViews; number += 1) all = saved(all, { name: `View ${number}`, query: 'x' });
    assert.equal(refusalOf(all, { name: 'One more', query: 'x' }), 'tooManyViews');
    assert.equal(saved(all, { name: 'view 7', query: 'y' }).views.length, mostViews);
  });
});
