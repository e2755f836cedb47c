// Every admin hears at once that a request to an offboarded tenant was approved, and can end it.
import assert from 'node:assert/strict';
import type { ListedRelationship, RelationshipStatus } from '../../../src/domain/access/relationship.js';
import { Refused } from '../../../src/domain/errors.js';
import type { WatchedRequest } from '../../../src/domain/offboarding/watched-request.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { WatchedRequestMonitor } from '../../../src/operations/offboarding/watched-request-monitor.js';
import { alex, aRelationship, aTenant, contoso, enabled, now, seen, tenantBy } from '../../support/builders.js';
import { denied, down, throttled } from '../../support/fake-microsoft.js';
import { testDependencies } from '../../support/test-dependencies.js';
import { aWatchedRequest } from '../../support/watched-request-builders.js';

const id = 'relationship-1';
const reading = (status: RelationshipStatus): ListedRelationship => ({ ...aRelationship({ status }) });
const active = aWatchedRequest({ becameActiveAt: now, told: 'becameActive' });
const terminating = aWatchedRequest({ ...active, termination: { by: alex, at: now } });
const notNow = new Refused('not active', 'Wait.', { reason: 'notPossibleNow', service: 'graph' });

/** A sentinel that watches a request, and what comes of it. */
const watching = async (watch: WatchedRequest | undefined, ...tenants: readonly Tenant[]) => {
  const deps = testDependencies(...tenants);
  const { store, clock, microsoft, audit, workers } = deps;
  await store.commit({ watchedRequests: watch ? [watch] : [] });
  microsoft.listedRelationships = [];
  const state = { hearing: ['alex', 'megan'] as readonly string[] };
  const start = () =>
    new WatchedRequestMonitor({
      deps: { ...deps, hearers: { ofAdmins: async () => state.hearing } },
      workers,
    });
  const watchedRequestMonitor = start();
  return {
    ...deps,
    state,
    watchedRequestMonitor,
    /** A new process on the same disk. */
    restart: start,
    watched: () => store.watchedRequest(id),
    /** What is due, to whom. */
    told: () =>
      [...store.deliveries()].map((due) =>
        due.kind === 'watchedRequest' ? `${due.conversationId} ${due.news}` : 'other',
      ),
    entries: () => audit.entries.map(({ what, by, why }) => [what, by && 'alex', why].filter(Boolean).join(' ')),
    /** Microsoft reads so from now on, and a reconcile sees it. */
    async reconciles(...relationships: readonly ListedRelationship[]) {
      microsoft.listedRelationships = relationships;
      await watchedRequestMonitor.take(relationships);
      await workers.idle();
    },
    async passes(seconds: number) {
      await clock.passes(seconds);
      await workers.idle();
    },
    calls: () => microsoft.asked.filter((each) => each.startsWith('terminate')).length,
  };
};

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
      [undefined, [`relationship ${id}`], ['watchedRequestOver gone']],
    );
  });

  it('is watched on when Graph does not find it while the list of all leads in circles', async () => {
    const { workers, watchedRequestMonitor, watched, told } = await watching(aWatchedRequest());
    await watchedRequestMonitor.take(Object.assign([], { isPartial: true } as const));
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
    microsoft.failing.set('relationship', down);
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

describe('a crash', () => {
  it('between noticing and telling loses nothing, and repeats nothing', async () => {
    const { workers, restart, told, clock } = await watching(aWatchedRequest({ becameActiveAt: now }));
    for (let starts = 0; starts < 2; starts += 1) {
      const watchedRequestMonitor = restart();
      watchedRequestMonitor.start();
      await workers.idle();
      await clock.passes(5);
    }
    assert.deepEqual(told(), ['alex becameActive', 'megan becameActive']);
  });

  it('between asking and sending sends after all', async () => {
    const { workers, restart, microsoft, calls, watched } = await watching(terminating);
    microsoft.listedRelationships = [reading('active')];
    const watchedRequestMonitor = restart();
    watchedRequestMonitor.start();
    await workers.idle();
    assert.equal(calls(), 1);
    assert.equal(watched()?.termination?.requestId, `request-${microsoft.asked.length}`);
  });

  it('between sending and saving sends nothing more once Microsoft shows that it is at work', async () => {
    const { workers, restart, microsoft, calls, clock, told } = await watching(terminating);
    microsoft.listedRelationships = [reading('terminating')];
    const watchedRequestMonitor = restart();
    watchedRequestMonitor.start();
    await workers.idle();
    microsoft.listedRelationships = [reading('terminated')];
    await clock.passes(60);
    assert.deepEqual([calls(), told()], [0, ['alex terminated', 'megan terminated']]);
  });

  it('of the disk at any write is made good by what comes after it', async () => {
    for (let writes = 0; writes < 8; writes += 1) {
      const { watchedRequestMonitor, reconciles, store, passes, told, microsoft, watched } = await watching(
        aWatchedRequest(),
      );
      const { commit } = store;
      let left = writes;
      store.commit = (change) => {
        store.isBroken = left-- === 0;
        return commit.call(store, change);
      };
      await reconciles(reading('active'));
      await reconciles(reading('active'));
      await watchedRequestMonitor.terminate(id, alex).catch(() => watchedRequestMonitor.terminate(id, alex));
      await passes(5);
      microsoft.listedRelationships = [reading('terminated')];
      await passes(60);
      assert.equal(watched(), undefined, `write ${writes}`);
      const expected = ['alex becameActive', 'megan becameActive', 'alex terminated', 'megan terminated'];
      assert.deepEqual(told(), expected, `write ${writes}`);
    }
  });
});

describe('a hint that something has happened to a watched request', () => {
  it('is followed at once', async () => {
    const { watchedRequestMonitor, microsoft, told } = await watching(aWatchedRequest());
    microsoft.listedRelationships = [reading('approved')];
    await watchedRequestMonitor.hint(id);
    assert.equal(told().length, 2);
  });

  it('does not end the watch because Graph does not find it at that moment', async () => {
    const { watchedRequestMonitor, microsoft, told, watched, reconciles } = await watching(aWatchedRequest());
    microsoft.listedRelationships = [];
    await watchedRequestMonitor.hint(id);
    assert.ok(watched());
    await reconciles(reading('active'));
    assert.equal(told().length, 2);
  });

  it('is followed again when Graph does not tell yet', async () => {
    const { watchedRequestMonitor, microsoft, told, passes } = await watching(aWatchedRequest());
    microsoft.listedRelationships = [reading('approvalPending')];
    await watchedRequestMonitor.hint(id);
    await passes(11);
    assert.deepEqual(told(), []);
    microsoft.listedRelationships = [reading('active')];
    await passes(60);
    assert.equal(told().length, 2);
  });

  it('is not followed for ever', async () => {
    const { watchedRequestMonitor, microsoft, passes, clock } = await watching(aWatchedRequest());
    microsoft.listedRelationships = [reading('approvalPending')];
    await watchedRequestMonitor.hint(id);
    await passes(3600);
    assert.deepEqual([microsoft.asked.length, clock.waiting], [3, 0]);
  });
});

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
      microsoft.failing.set('terminateRelationship', failure);
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
    microsoft.failing.set('terminateRelationship', throttled(30));
    await watchedRequestMonitor.terminate(id, alex);
    await passes(29);
    assert.equal(calls(), 1);
  });

  it('that is refused is told with why, and can be tried again', async () => {
    const { watchedRequestMonitor, microsoft, passes, watched, told, entries } = await watching(active);
    microsoft.listedRelationships = [reading('active')];
    microsoft.failing.set('terminateRelationship', denied);
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
    microsoft.failing.set('terminateRelationship', notNow);
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
    microsoft.failing.set('relationship', down);
    watchedRequestMonitor.start();
    await workers.stop();
    assert.equal(clock.waiting, 0);
  });
});
