// What one replica has answered, another knows at its next turn: a thousand times, without one exception.
import assert from 'node:assert/strict';
import { contoso, tenantBy } from '../../support/builders.js';
import { pgStoreBench } from '../../support/pg-store-bench.js';

describe('a change at one replica, and the next turn at another', () => {
  let bench: Awaited<ReturnType<typeof pgStoreBench>>;
  beforeEach(async () => {
    bench = await pgStoreBench();
  });
  afterEach(() => bench.end());

  /** How many of so many changes the other replica didn't know yet and said nothing of; a turn begins with `beginning`. */
  const missed = async (count: number, beginning: 'current' | 'none') => {
    const [a, b] = [await bench.replica(), await bench.replica()];
    let stale = 0;
    for (let version = 1; version <= count; version += 1) {
      await a.store.commit({ tenants: [{ ...tenantBy.approved(), version }] });
      // On a machine that is busy for a second it says how old what it knows is.
      const { asOf } = beginning === 'current' ? await b.store.current() : {};
      if (asOf === undefined && b.store.tenant(contoso)?.version !== version) stale += 1;
    }
    return stale;
  };

  it('is known there', async () => {
    assert.equal(await missed(1000, 'current'), 0);
  });

  it('would not be known, did a turn not begin by being brought up to date', async () => {
    assert.ok((await missed(50, 'none')) > 25);
  });
});
