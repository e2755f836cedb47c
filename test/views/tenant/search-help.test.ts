// The card that says how to search: its examples are queries that are understood, in every language.
import assert from 'node:assert/strict';
import { readQuery } from '../../../src/domain/query/read-query.js';
import { type Language, languages, wordsIn } from '../../../src/views/catalogue.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import { searchHelpView } from '../../../src/views/tenant/search-help.js';
import { aVocabulary } from '../../support/a-vocabulary.js';
import { aTemplates, now } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { pressables } from '../../support/card-reading.js';
import { goldenIn } from '../../support/golden.js';

const golden = goldenIn('search-help');

const contextIn = (language: Language): ViewContext => ({
  words: wordsIn(language),
  isSandbox: false,
  templates: aTemplates(),
  now,
  asOf: now,
});

describe('how to search', () => {
  for (const language of languages) {
    it(`is said by examples that are buttons, in ${language}`, () => {
      const card = searchHelpView(contextIn(language));
      if (language === 'en') assertGoodCard(card);
      golden(language, card);
      const queries = pressables(card).flatMap(({ data }) => (typeof data?.query === 'string' ? [data.query] : []));
      assert.equal(queries.length, 18);
      for (const query of queries)
        assert.deepEqual(
          readQuery(query, aVocabulary({ templates: [...aTemplates().templates.keys()] })).problems,
          [],
          query,
        );
    });
  }
});
