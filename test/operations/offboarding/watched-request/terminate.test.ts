// Terminate it now ends the access that came of a watched request, once, and says why it could not.

import assert from 'node:assert/strict';
import { active, id, notNow, reading, terminating, watching } from '../../../support/a-watched-request-monitor.js';
import { alex, now } from '../../../support/builders.js';
import { denied, down, throttled } from '../../../support/fake-microsoft.js';
import { aWatchedRequest } from '../../../support/watched-request-builders.js';

describe('Terminate it now', () => {
  it('is saved, sent, followed up, and told when Microsoft says that it is over', async () => {
    const { watchedRequestMonitor, microsoft, passes, watched, told, entries, calls } = await watching(active);
    microsoft.listedRelationships = [reading('active')];
    const { watched: asked, refused } = await watchedRequestMonitor.terminate(id, alex);
    assert.deepEqual([asked?.termination, refused], [{ by: alex, at: now }, undefined]);
    await passes(20);
    assert.ok(watched()?.termination?.sentAt);
    microsoft.listedRelationships = [reading('terminating')];
    await passes(30);
    assert.deepEqual([told(), calls()], [[], 1]);
    microsoft.listedRelationships = [reading('terminated')];
    await passes(60);
    assert.deepEqual([told(), watched()], [['alex terminated', 'megan terminated'], undefined]);
    assert.deepEqual(entries(), [
      'watchedRequestTerminationAsked alex',
      'watchedRequestTerminationSent alex',
      'watchedRequestOver ended',
    ]);
  });

  it('terminates nothing that is shown as another tenant’s, and does not take it for theirs', async () => {
    const { watchedRequestMonitor, microsoft, passes, watched, told, calls, reconciles } = await watching(active);
    const another = { ...reading('active'), customerTenantId: '10000000-0000-4000-8000-000000000099' };
    microsoft.listedRelationships = [another];
    await watchedRequestMonitor.terminate(id, alex);
    await passes(600);
    await reconciles({ ...another, status: 'terminated' });
    assert.deepEqual([calls(), told()], [0, []]);
    assert.ok(watched());
  });

  it('is not told as over because Graph does not find it at that moment', async () => {
    const { watchedRequestMonitor, microsoft, passes, watched, told } = await watching(active);
    await watchedRequestMonitor.terminate(id, alex);
    await passes(60);
    assert.deepEqual(told(), []);
    microsoft.listedRelationships = [reading('active')];
    await passes(60);
    assert.ok(watched()?.termination?.sentAt);
  });

  it('is done once when it is pressed twice', async () => {
    const { watchedRequestMonitor, microsoft, passes, calls, entries } = await watching(active);
    microsoft.listedRelationships = [reading('active')];
    await Promise.all([watchedRequestMonitor.terminate(id, alex), watchedRequestMonitor.terminate(id, alex)]);
    await passes(600);
    assert.equal(calls(), 1);
    assert.equal(entries().filter((entry) => entry.startsWith('watchedRequestTerminationAsked')).length, 1);
  });

  for (const [what, watch, why] of [
    ['what is over', undefined, 'over'],
    ['what nobody has approved', aWatchedRequest(), 'notApproved'],
  ] as const) {
    it(`does nothing about ${what}, and that is written down`, async () => {
      const { workers, watchedRequestMonitor, microsoft, entries } = await watching(watch);
      assert.equal((await watchedRequestMonitor.terminate(id, alex)).refused, why);
      await workers.idle();
      assert.deepEqual([microsoft.asked, entries()], [[], [`commandRefused alex ${why}`]]);
    });
  }

  it('waits until Microsoft has set the access up, since it cannot be terminated before', async () => {
    const { microsoft, watchedRequestMonitor, passes, calls } = await watching(active);
    for (const status of ['approved', 'activating'] as const) {
      microsoft.listedRelationships = [reading(status)];
      await watchedRequestMonitor.terminate(id, alex);
      await passes(300);
      assert.equal(calls(), 0, status);
    }
    microsoft.listedRelationships = [reading('active')];
    await passes(300);
    assert.equal(calls(), 1);
  });

  for (const [what, failure] of [
    ['cannot be reached', down],
    ['is busy', throttled(30)],
    ['says not now', notNow],
  ] as const) {
    it(`is tried again when Microsoft ${what}`, async () => {
      const { watchedRequestMonitor, microsoft, passes, calls, watched } = await watching(active);
      microsoft.listedRelationships = [reading('active')];
      microsoft.failing.set('relationships.terminate', failure);
      await watchedRequestMonitor.terminate(id, alex);
      await passes(29);
      assert.ok(calls() >= 1);
      assert.equal(watched()?.refused, undefined);
      microsoft.failing.clear();
      await passes(300);
      assert.ok(watched()?.termination?.sentAt);
    });
  }

  it('rests for as long as Microsoft asks', async () => {
    const { watchedRequestMonitor, microsoft, passes, calls } = await watching(active);
    microsoft.listedRelationships = [reading('active')];
    microsoft.failing.set('relationships.terminate', throttled(30));
    await watchedRequestMonitor.terminate(id, alex);
    await passes(29);
    assert.equal(calls(), 1);
  });

  it('that is refused is told with why, and can be tried again', async () => {
    const { watchedRequestMonitor, microsoft, passes, watched, told, entries } = await watching(active);
    microsoft.listedRelationships = [reading('active')];
    microsoft.failing.set('relationships.terminate', denied);
    await watchedRequestMonitor.terminate(id, alex);
    await passes(5);
    assert.deepEqual([watched()?.refused, watched()?.termination], [{ reason: 'noRights' }, undefined]);
    assert.deepEqual(told(), ['alex notTerminated', 'megan notTerminated']);
    assert.deepEqual(entries().slice(1), ['watchedRequestTerminationRefused alex noRights']);
    await passes(3600);
    assert.equal(told().length, 2, 'once');
    await watchedRequestMonitor.terminate(id, alex);
    await passes(5);
    assert.equal(told().length, 4, 'and again when it is refused again');
  });

  it('that Microsoft has said for an hour is not possible is refused', async () => {
    const { watchedRequestMonitor, microsoft, passes, watched } = await watching(active);
    microsoft.listedRelationships = [reading('active')];
    microsoft.failing.set('relationships.terminate', notNow);
    await watchedRequestMonitor.terminate(id, alex);
    await passes(3500);
    assert.equal(watched()?.refused, undefined);
    await passes(600);
    assert.equal(watched()?.refused?.reason, 'notPossibleNow');
  });

  it('that Microsoft took and does not show within an hour is told as not done', async () => {
    const { watchedRequestMonitor, microsoft, passes, watched, told } = await watching(active);
    microsoft.listedRelationships = [reading('active')];
    await watchedRequestMonitor.terminate(id, alex);
    await passes(3500);
    assert.deepEqual(told(), []);
    await passes(600);
    assert.deepEqual(told(), ['alex notTerminated', 'megan notTerminated']);
    assert.equal(watched()?.refused?.reason, 'unexpectedAnswer');
  });

  it('that somebody else was faster with is told as over', async () => {
    const { reconciles, told, watched } = await watching(active);
    await reconciles(reading('terminated'));
    assert.deepEqual([told(), watched()], [['alex terminated', 'megan terminated'], undefined]);
  });

  it('is not begun after the end', async () => {
    const { workers, watchedRequestMonitor, microsoft, clock } = await watching(terminating);
    microsoft.failing.set('relationships.find', down);
    watchedRequestMonitor.start();
    await workers.stop();
    assert.equal(clock.waiting, 0);
  });
});
