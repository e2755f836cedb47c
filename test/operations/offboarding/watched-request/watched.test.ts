// A watched request is told to every admin once it is approved after all, and watched until it is over.

import assert from 'node:assert/strict';
import { active, id, reading, watching } from '../../../support/a-watched-request-monitor.js';
import { aRelationship, aTenant, contoso, enabled, now, seen, tenantBy } from '../../../support/builders.js';
import { down } from '../../../support/fake-microsoft.js';
import { aWatchedRequest } from '../../../support/watched-request-builders.js';

describe('a request that is watched', () => {
  it('is watched on while nobody has approved it, without a call and without a write', async () => {
    const { reconciles, watched, store, microsoft, told } = await watching(aWatchedRequest());
    const before = store.revision;
    await reconciles(reading('approvalPending'));
    await reconciles(reading('created'));
    assert.deepEqual([watched(), store.revision, microsoft.asked, told()], [aWatchedRequest(), before, [], []]);
  });

  for (const status of ['approved', 'activating', 'active', 'unknown'] as const) {
    it(`is told to every admin once it is ${status}, and once only`, async () => {
      const { reconciles, told, watched, entries, passes } = await watching(aWatchedRequest());
      for (let times = 0; times < 3; times += 1) {
        await reconciles(reading(status));
        await passes(300);
      }
      assert.deepEqual(told(), ['alex becameActive', 'megan becameActive']);
      assert.equal(watched()?.becameActiveAt, now);
      assert.deepEqual(entries(), ['watchedRequestBecameActive']);
    });
  }

  for (const status of ['terminationRequested', 'terminating', 'expiring'] as const) {
    it(`is no alarm when it is ${status}, and not over yet`, async () => {
      const { reconciles, told, watched } = await watching(aWatchedRequest());
      await reconciles(reading(status));
      assert.deepEqual([told(), watched()], [[], aWatchedRequest()]);
    });
  }

  for (const status of ['terminated', 'expired'] as const) {
    it(`is over once it is ${status}, and nobody is bothered who heard of nothing`, async () => {
      const { reconciles, told, watched, entries } = await watching(aWatchedRequest());
      await reconciles(reading(status));
      assert.deepEqual([told(), watched(), entries()], [[], undefined, ['watchedRequestOver ended']]);
    });
  }

  it('is over when Microsoft does not know it any more, for which it is asked by its id', async () => {
    const { reconciles, watched, microsoft, entries } = await watching(aWatchedRequest());
    await reconciles();
    assert.deepEqual(
      [watched(), microsoft.asked, entries()],
      [undefined, [`relationships.find ${id}`], ['watchedRequestOver gone']],
    );
  });

  it('is watched on when Graph does not find it while the list of all leads in circles', async () => {
    const { workers, watchedRequestMonitor, watched, told } = await watching(aWatchedRequest());
    await watchedRequestMonitor.take([], true);
    await workers.idle();
    assert.deepEqual([watched(), told()], [aWatchedRequest(), []]);
  });

  it('has lapsed when that is so after its time', async () => {
    const { reconciles, entries } = await watching(aWatchedRequest({ lapsesAt: now }));
    await reconciles();
    assert.deepEqual(entries(), ['watchedRequestOver lapsed']);
  });

  it('is watched on after its time while Microsoft still has it', async () => {
    const { reconciles, watched } = await watching(aWatchedRequest({ lapsesAt: now }));
    await reconciles(reading('approvalPending'));
    assert.ok(watched());
  });

  it('is watched on when a list has left it out, or nothing can be read', async () => {
    const { reconciles, watched, microsoft, told } = await watching(aWatchedRequest());
    microsoft.unlisted = [reading('active')];
    await reconciles();
    assert.deepEqual(told(), ['alex becameActive', 'megan becameActive']);
    microsoft.unlisted = [];
    microsoft.failing.set('relationships.find', down);
    await reconciles();
    assert.ok(watched());
  });

  it('is no alarm once the tenant is onboarded again with it', async () => {
    const { reconciles, told, watched, entries } = await watching(aWatchedRequest(), tenantBy.approved());
    await reconciles(reading('active'));
    assert.deepEqual([told(), watched(), entries()], [[], undefined, ['watchedRequestOver onboarded']]);
  });

  it('is told as over to nobody when they onboarded the tenant after the alarm: they know', async () => {
    const { reconciles, told, entries } = await watching(active, tenantBy.approved());
    await reconciles(reading('active'));
    assert.deepEqual([told(), entries()], [[], ['watchedRequestOver onboarded']]);
  });

  it('is an alarm when the tenant is onboarded with another', async () => {
    const other = aRelationship({ id: 'another' });
    const tenant = seen(aTenant(enabled), { relationships: [other], assignments: { value: [] } });
    const { reconciles, told } = await watching(aWatchedRequest(), tenant);
    await reconciles(reading('active'), other);
    assert.equal(told().length, 2);
  });

  it('waits with the alarm while somebody has just pressed Enable, and it is not known yet with which', async () => {
    const { reconciles, told, store } = await watching(aWatchedRequest(), aTenant(enabled));
    await reconciles(reading('active'));
    assert.deepEqual(told(), []);
    await store.commit({ forgottenTenantIds: [contoso] });
    await reconciles(reading('active'));
    assert.equal(told().length, 2);
  });
});

describe('a request that was approved while nobody is known who would hear of it', () => {
  it('is told once there is somebody, without a reconcile', async () => {
    const { reconciles, told, state, passes, watched } = await watching(aWatchedRequest());
    state.hearing = [];
    await reconciles(reading('active'));
    await passes(120);
    assert.deepEqual([told(), watched()?.told], [[], undefined]);
    state.hearing = ['alex'];
    await passes(60);
    assert.deepEqual(told(), ['alex becameActive']);
    await passes(3600);
    assert.equal(told().length, 1);
  });
});

describe('a hint that something has happened to a watched request', () => {
  it('is followed at once', async () => {
    const { watchedRequestMonitor, microsoft, told } = await watching(aWatchedRequest());
    microsoft.listedRelationships = [reading('approved')];
    await watchedRequestMonitor.checkNow(id);
    assert.equal(told().length, 2);
  });

  it('does not end the watch because Graph does not find it at that moment', async () => {
    const { watchedRequestMonitor, microsoft, told, watched, reconciles } = await watching(aWatchedRequest());
    microsoft.listedRelationships = [];
    await watchedRequestMonitor.checkNow(id);
    assert.ok(watched());
    await reconciles(reading('active'));
    assert.equal(told().length, 2);
  });

  it('is followed again when Graph does not tell yet', async () => {
    const { watchedRequestMonitor, microsoft, told, passes } = await watching(aWatchedRequest());
    microsoft.listedRelationships = [reading('approvalPending')];
    await watchedRequestMonitor.checkNow(id);
    await passes(11);
    assert.deepEqual(told(), []);
    microsoft.listedRelationships = [reading('active')];
    await passes(60);
    assert.equal(told().length, 2);
  });

  it('is not followed for ever', async () => {
    const { watchedRequestMonitor, microsoft, passes, clock } = await watching(aWatchedRequest());
    microsoft.listedRelationships = [reading('approvalPending')];
    await watchedRequestMonitor.checkNow(id);
    await passes(3600);
    assert.deepEqual([microsoft.asked.length, clock.waiting], [3, 0]);
  });
});
