// The words of a finding: what was found, and what to do.

import type { Finding } from '../../domain/health/checkup.js';
import { literal } from '../render/text.js';
import { problemWords } from '../words/problem-words.js';
import type { CheckWords, WordsFor } from './checkup-names.js';
import { byHand } from './checkup-names.js';
import { directoryWords } from './checkup-words-directory.js';
import { machineWords } from './checkup-words-machine.js';
import { signInCheckWords } from './checkup-words-sign-in.js';

const generalWords = {
  failed: ({ check, problem }) => {
    // A permission that only a checkup needs isn't worth asking an administrator for.
    const mayNot = problem.reason === 'noRights' || problem.reason === 'partnerCenterClosed';
    if (mayNot && byHand[check] !== undefined) {
      return {
        found: 'Gatehouse may not look at this, which says nothing about whether it is good.',
        cure: byHand[check],
      };
    }
    const { cause, cure } = problemWords(problem, 'check');
    return { found: cause, cure };
  },
  stillLooking: () => ({ found: 'Microsoft has not answered yet.', cure: 'Ask again in a moment.' }),
  settingsInTheWay: () => ({
    found: 'Nobody was asked: the settings that it takes are not whole.',
    cure: 'Mend the settings first.',
  }),
  comesWithTheBot: () => ({
    found: 'The sandbox comes along with the bot, and nobody else can sign in to it.',
    cure: 'Say /status in the chat, which looks at it.',
  }),
  broke: () => ({ found: 'The check itself broke.', cure: 'Look for “checkBroke” in the log.' }),
  settingsWhole: () => ({ found: 'They are whole.' }),
  settingWrong: ({ name, problem }) => ({
    found: `${literal(name)} ${literal(problem, 300)}.`,
    cure: 'Every setting is explained in .env.example.',
  }),
} satisfies Partial<WordsFor<Finding['what']>>;

const allWords: WordsFor<Finding['what']> = {
  ...generalWords,
  ...signInCheckWords,
  ...directoryWords,
  ...machineWords,
};

/** The words for a finding. */
export function checkWords(finding: Finding): CheckWords {
  // TypeScript doesn't see that the entry of a finding's own kind takes it.
  const entry = allWords[finding.what] as (finding: Finding) => CheckWords;
  return entry(finding);
}
