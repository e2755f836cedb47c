// What was kept of posted cards keeps being read.
import assert from 'node:assert/strict';
import { newsOn, postedViewFrom, withNewsOf } from '../../../src/bot/turn/posted-view.js';

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

describe('the news that a card was posted with', () => {
  const told = { news: 'approved', at: '2026-11-22T10:00:00.000Z' } as const;
  const before = { kind: 'tenant', tenantId: 't', position: {}, told } as const;

  it('are kept, but those that only a newer version knows, without which the card is kept', () => {
    assert.deepEqual(postedViewFrom(before), before);
    for (const unknown of [{ ...told, news: 'toString' }, { ...told, at: 'once' }, 'approved'])
      assert.equal(newsOn(postedViewFrom({ ...before, told: unknown }), 't'), undefined);
  });

  it('stay as long as the card is about their tenant', () => {
    const offboarding = { kind: 'offboarding', tenantId: 't', offboardingId: 'o' } as const;
    assert.deepEqual(withNewsOf(before, offboarding), { ...offboarding, told });
    const others = [{ ...offboarding, tenantId: 'u' }, { kind: 'language' }] as const;
    for (const view of others) assert.deepEqual(withNewsOf(before, view), view);
    assert.equal(newsOn(before, 'u'), undefined);
    assert.equal(newsOn({ kind: 'language' }, undefined), undefined);
  });
});
