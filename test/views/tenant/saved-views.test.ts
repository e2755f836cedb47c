// A person's views as cards, in every language, with names and searches that are foreign text.
import assert from 'node:assert/strict';
import { type Language, languages, wordsIn } from '../../../src/views/catalogue.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import {
  type CountedView,
  editViewView,
  savedViewsView,
  viewRefusal,
  viewsPerPage,
} from '../../../src/views/tenant/saved-views.js';
import { aTemplates, now } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { pressables, textOf } from '../../support/card-reading.js';
import { goldenIn } from '../../support/golden.js';

const golden = goldenIn('saved-views');

const contextIn = (language: Language): ViewContext => ({
  words: wordsIn(language),
  isSandbox: false,
  templates: aTemplates(),
  now,
  asOf: now,
});
const problem = { is: 'unknownValue', key: 'tag', given: 'gold', others: [] } as const;
const views: readonly CountedView[] = [
  { name: 'Important', query: 'tag:vip', count: 12 },
  { name: '**Müller** [x](http://evil.example)', query: '"{{DATE(x)}}"', count: 1 },
  { name: 'Gold', query: 'tag:gold', count: 0, notUnderstood: { problem, isClose: false, instead: [] } },
];
const draft = { name: 'Important', query: 'tag:vip', opensList: false };

describe('saved views', () => {
  for (const language of languages) {
    it(`are shown with what they find, and changed, in ${language}`, () => {
      const context = contextIn(language);
      const cards = {
        'all of them': savedViewsView({ views, page: 1, pages: 1 }, { opensWith: 'Important' }, context),
        'none yet': savedViewsView({ views: [], page: 1, pages: 1 }, {}, context),
        'a new one': editViewView(draft, context),
        'one of them': editViewView({ ...draft, instead: 'Important', opensList: true }, context),
        refused: editViewView(draft, context, viewRefusal('nameTaken', 'Important', context.words)),
      };
      for (const [what, card] of Object.entries(cards)) {
        if (language === 'en') assertGoodCard(card);
        golden(`${language}: ${what}`, card);
        assert.ok(!textOf(card).includes('{{DATE'));
      }
    });
  }

  it('are ten with long names on a card that Teams takes, with the way to others', () => {
    const view = { name: 'n'.repeat(40), query: 'q'.repeat(200), count: 5000 };
    const views = Array.from({ length: viewsPerPage }, (_, at) => ({ ...view, name: `${at}${'n'.repeat(39)}` }));
    const card = savedViewsView({ views, page: 2, pages: 3 }, { opensWith: view.name }, contextIn('en'));
    assertGoodCard(card);
    assert.deepEqual(
      pressables(card).flatMap(({ verb, data }) => (verb === 'views.list' ? [data?.page] : [])),
      [1, 3],
    );
  });
});
