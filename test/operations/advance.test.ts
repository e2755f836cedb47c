// What becomes of a tenant while Microsoft fails, and when is it asked again?
import assert from 'node:assert/strict';
import { advancer } from '../../src/operations/advance.js';
import { Watch } from '../../src/operations/watch.js';
import { alex, aRelationship, aTenant, contoso, enabled, having, tenantBy } from '../support/builders.js';
import { down, throttled } from '../support/fake-microsoft.js';
import { testMeans } from '../support/test-means.js';

describe('a relationship that the list does not have', () => {
  it('is asked for by its id before it counts as gone', async () => {
    const means = testMeans(tenantBy.approved());
    means.microsoft.listedRelationships = [];
    means.microsoft.unlisted = [aRelationship()];
    await advancer(means)(contoso);
    assert.ok(means.microsoft.asked.includes('relationship relationship-1'));
    assert.equal(means.contoso().status, 'approved');
  });

  it('is gone when Microsoft does not know its id either', async () => {
    const means = testMeans(tenantBy.approved());
    means.microsoft.listedRelationships = [];
    await advancer(means)(contoso);
    assert.equal(means.contoso().onboarding?.relationship?.status, 'gone');
    assert.equal(means.contoso().status, 'issuesFound');
  });
});

describe('a tenant for which Microsoft cannot be reached', () => {
  for (const [what, method] of [
    ['a step', 'createRelationship'],
    ['a look', 'relationshipsOf'],
  ] as const) {
    it(`has an issue once ${what} has been failing for an hour, and every failure is handed on`, async () => {
      const means = testMeans(aTenant(enabled));
      means.microsoft.listedRelationships = [];
      means.microsoft.failing.set(method, down);
      await means.clock.passes(3599);
      await assert.rejects(advancer(means)(contoso), down);
      assert.equal(means.contoso().status, 'awaitingMicrosoft');
      await means.clock.passes(1);
      await assert.rejects(advancer(means)(contoso), down);
      assert.equal(means.contoso().status, 'issuesFound');
      assert.deepEqual(
        means.contoso().onboarding?.limitations.map(({ code }) => code),
        ['takesTooLong'],
      );
    });
  }

  it('answers whoever asked to look again after a minute, saying that nobody could', async () => {
    const asked = having(tenantBy.issuesFound(), { type: 'revalidationRequested', by: alex });
    const means = testMeans(asked);
    means.microsoft.failing.set('relationshipsOf', down);
    await means.clock.passes(59);
    await assert.rejects(advancer(means)(contoso), down);
    assert.ok(means.contoso().onboarding?.revalidation);
    await means.clock.passes(1);
    await assert.rejects(advancer(means)(contoso), down);
    const { onboarding } = means.contoso();
    assert.equal(onboarding?.revalidation, undefined);
    assert.equal(onboarding?.lookFailed?.problem.reason, 'unreachable');
  });
});

describe('a look that came to nothing', () => {
  /** How many seconds until the next look. */
  const pauseAfter = async (failure: Error) => {
    const { store, clock, log } = testMeans(tenantBy.approved());
    const lookedAt: number[] = [];
    const advance = () => {
      lookedAt.push(clock.milliseconds);
      return Promise.reject(failure);
    };
    const noticed = () => ({ sweepSeconds: 300, byEvents: false });
    const watch = new Watch({ advance, store, clock, log, noticed });
    await watch.look(contoso);
    clock.next(clock.milliseconds + 86_400_000);
    await watch.idle();
    await watch.stop();
    const [first = 0, second = 0] = lookedAt;
    return (second - first) / 1000;
  };

  it('is made again soon', async () => {
    assert.equal(await pauseAfter(down), 2);
  });

  it('is not made again before Microsoft wants to be asked', async () => {
    assert.equal(await pauseAfter(throttled(900)), 900);
  });
});
