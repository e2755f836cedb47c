// What the audit log has as names and codes is words in a history.
import assert from 'node:assert/strict';
import { problemReasons } from '../../../src/domain/problem.js';
import { languages, wordsIn } from '../../../src/views/catalogue.js';
import { askedWords, whyWords } from '../../../src/views/explain/audit-words.js';
import { verbs, verbTraits } from '../../../src/views/render/verbs.js';
import { en } from '../../../src/views/words/en/index.js';

const isName = /^[a-z]+[A-Z.]/;

describe('a line of the history', () => {
  it('names what was asked for as its button does', () => {
    assert.equal(askedWords('tenant.disable', en), en.buttons.disable);
    assert.equal(askedWords('takeApprovalLink', en), en.buttons.copyApproval);
    assert.equal(askedWords('acceptLimitations', en), 'Accept limitation');
    const unnamed = verbs.filter((verb) => verbTraits[verb].leastRole !== 'viewer' && askedWords(verb, en) === verb);
    assert.deepEqual(unnamed, []);
  });

  for (const language of languages) {
    it(`says why in words: ${language}`, () => {
      const words = wordsIn(language);
      for (const reason of problemReasons)
        assert.doesNotMatch(whyWords({ what: 'stepRefused' }, reason, words), isName, reason);
      assert.equal(whyWords({ what: 'stepRefused' }, 'mfaRequired', words), words.history.reasons.failures.notSignedIn);
      assert.equal(whyWords({ what: 'commandRefused' }, 'outdated', words), words.history.reasons.refusals.outdated);
    });
  }

  it('tells an offboarding that lapsed from a request that did', () => {
    const { drops, ends } = en.history.reasons;
    assert.equal(whyWords({ what: 'offboardingDropped' }, 'lapsed', en), drops.lapsed);
    assert.equal(whyWords({ what: 'watchedRequestOver' }, 'lapsed', en), ends.lapsed);
  });

  it('leaves as it is what a later version has written', () => {
    assert.equal(askedWords('tenant.snooze', en), 'tenant.snooze');
    assert.equal(whyWords({ what: 'commandRefused' }, 'snoozed', en), 'snoozed');
  });
});
