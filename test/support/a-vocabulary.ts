// What queries are read with: every language, three tags, two access templates.
import { queryWordsOf } from '../../src/domain/query/query-names.js';
import type { Vocabulary } from '../../src/domain/query/read-query.js';
import { nearest } from '../../src/runtime/nearest.js';
import { queryNamesInEveryLanguage } from '../../src/views/explain/query-words.js';

const words = queryWordsOf(queryNamesInEveryLanguage());

export function aVocabulary(changes: Partial<Vocabulary> = {}): Vocabulary {
  return {
    words,
    tags: ['vip', 'nord-süd', 'münchen'],
    owners: ['Alex Weber', 'Megan Bowen', 'Alex Santos'],
    templates: ['standard', 'VIP customers, gold'],
    nearest: (typed, all) => nearest(typed, all, Math.max(1, Math.floor(typed.length / 3))),
    ...changes,
  };
}
