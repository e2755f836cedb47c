// What was kept of posted cards keeps being read.
import assert from 'node:assert/strict';
import { postedViewFrom } from '../../../src/bot/turn/posted-view.js';

describe('what a posted card shows, as an older version kept it', () => {
  it('is the page of leftover access', () => {
    assert.deepEqual(postedViewFrom({ kind: 'residue', page: 3, places: ['a'] }), {
      kind: 'leftovers',
      page: 3,
      places: ['a'],
    });
  });

  it('is the offboarding', () => {
    assert.deepEqual(postedViewFrom({ kind: 'exit', tenantId: 't', exitId: 'e' }), {
      kind: 'offboarding',
      tenantId: 't',
      offboardingId: 'e',
    });
  });

  it('is none without what makes it one', () => {
    for (const view of [{ kind: 'exit', tenantId: 't' }, { kind: 'residue' }, { kind: 'other' }, undefined])
      assert.throws(() => postedViewFrom(view));
  });
});
