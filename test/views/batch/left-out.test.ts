// What people read of the tenants that a batch leaves as they are: why, and what would apply, in every language.
import type { LeftReason } from '../../../src/domain/batch/refused.js';
import { refusedLines } from '../../../src/views/batch/batch-lines.js';
import { languages, wordsIn } from '../../../src/views/catalogue.js';
import { goldenIn } from '../../support/golden.js';

const golden = goldenIn('left-out');
const whyLeft: readonly LeftReason[] = [
  'notOnboarded',
  'microsoftAtWork',
  'newRequestWontHelp',
  'awaitsCustomer',
  'notApproved',
  'onlyWithoutGlobalAdministrator',
  'accessEnded',
  'successorWaits',
  'noKnownEnd',
];

describe('tenants that a batch leaves as they are', () => {
  for (const language of languages)
    it(`are counted by the reason, with what would apply: ${language}`, () => {
      const groups = whyLeft.map((why, index) => ({ why, count: [1, 2, 21][index % 3] ?? 5 }));
      golden(language, refusedLines(groups, wordsIn(language)).join('\n'));
    });
});
