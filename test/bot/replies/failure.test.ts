// What a person is told when something could not be saved: that nothing has changed, unless that isn't known.
import assert from 'node:assert/strict';
import { failureReply } from '../../../src/bot/replies/failure.js';
import { type ExpectedError, StoreError } from '../../../src/domain/errors.js';
import { DatabaseAway, NotKnownWhetherSaved } from '../../../src/store/postgres/failures.js';
import { en } from '../../../src/views/words/en/index.js';
import { aTenant } from '../../support/builders.js';
import { textOf } from '../../support/card-reading.js';
import { someServices } from '../../support/some-services.js';

const { failed } = en.replies;
const told = (error: ExpectedError) => {
  const { card, summary } = failureReply(someServices('viewer', aTenant()).services, error, 'turn-1');
  return { text: textOf(card), summary };
};

describe('what could not be saved', () => {
  it('is told as not done, with why and what to do, by where it would have been saved', () => {
    for (const [error, cause] of [
      [new StoreError('the disk is full'), failed.causes.store],
      [new DatabaseAway('connect ECONNREFUSED', false), failed.causes.database],
    ] as const) {
      const { text, summary } = told(error);
      assert.equal(summary, failed.title);
      for (const part of [failed.title, failed.nothingChanged, cause]) assert.ok(text.includes(part), part);
    }
  });

  it('is told neither as done nor as not done, where only the answer was lost', () => {
    const { text, summary } = told(new NotKnownWhetherSaved());
    assert.equal(summary, failed.uncertain);
    assert.ok(text.includes(failed.causes.notKnownWhetherSaved));
    for (const part of [failed.title, failed.nothingChanged]) assert.ok(!text.includes(part), part);
  });
});
