// The preview of an import in every language, with cells that are foreign text.
import assert from 'node:assert/strict';
import type { TenantImport } from '../../../src/domain/batch/tenant-import.js';
import { importHelpView, importView } from '../../../src/views/batch/import-question.js';
import { type Language, languages, wordsIn } from '../../../src/views/catalogue.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import { aTemplates, aTenant, megan, now } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { textOf } from '../../support/card-reading.js';
import { goldenIn } from '../../support/golden.js';

const golden = goldenIn('import');
const contextIn = (language: Language): ViewContext => ({
  words: wordsIn(language),
  isSandbox: false,
  templates: aTemplates(),
  now,
  asOf: now,
});

const given = '**{{DATE(x)}}**';
const found: TenantImport = {
  changes: Array.from({ length: 10 }, (_, at) => ({
    tenantId: `${at}`,
    change: {
      ...(at % 3 !== 1 && { tags: { added: ['vip'], removed: ['old'] } }),
      ...(at % 3 === 1 && { template: given }),
      ...(at % 2 === 1 && { owner: { id: 'x', name: given } }),
    },
  })),
  unchanged: 3,
  bad: [
    { line: 1, fault: { is: 'unknownColumn', given } },
    { line: 2, fault: { is: 'unknownTenant', given } },
    { line: 3, fault: { is: 'ambiguous', given } },
    { line: 4, fault: { is: 'notTags', given } },
    { line: 5, fault: { is: 'unknownTemplate', given } },
    { line: 6, fault: { is: 'twice', first: 2 } },
    { line: 7, fault: { is: 'noTenant' } },
    { line: 8, fault: { is: 'tooManyTags' } },
    { line: 9, fault: { is: 'offboarding' } },
  ],
};
const rest: TenantImport = {
  changes: [],
  unchanged: 0,
  bad: [
    { line: 2, fault: { is: 'offboarding' } },
    { line: 3, fault: { is: 'unknownOwner', given } },
    { line: 4, fault: { is: 'ambiguousOwner', given } },
    { line: 5, fault: { is: 'mayNotOwn', given } },
    { line: 6, fault: { is: 'ownedByOther', given } },
  ],
};

describe('the preview of an import', () => {
  for (const language of languages) {
    it(`names what changes and each line that can’t be taken, in ${language}`, () => {
      const context = contextIn(language);
      const asked = {
        batchId: 'b',
        takesSecond: true,
        beside: [],
        tenantOf: () => aTenant(),
        meantBy: () => 'Contoso',
      };
      const cards = {
        'what changes': importView({ ...asked, found }, context),
        'given to one person': importView(
          {
            ...asked,
            takesSecond: false,
            found: { changes: found.changes.slice(0, 2), unchanged: 0, bad: [] },
            owner: megan,
          },
          context,
        ),
        'nothing to change': importView({ ...asked, found: rest }, context),
        how: importHelpView([], context),
      };
      for (const [what, card] of Object.entries(cards)) {
        if (language === 'en') assertGoodCard(card);
        golden(`${language}: ${what}`, card);
        assert.ok(!textOf(card).includes('{{DATE'));
      }
    });
  }
});
