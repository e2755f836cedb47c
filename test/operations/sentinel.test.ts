// Does everybody who runs Gatehouse hear at once that a request to an offboarded tenant was approved, and can they end it?
import assert from 'node:assert/strict';
import type { ListedRelationship, RelationshipStatus } from '../../src/domain/access/relationship.js';
import { Refused } from '../../src/domain/errors.js';
import type { WatchedInvitation } from '../../src/domain/offboarding/invitation.js';
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import { Sentinel } from '../../src/operations/offboarding/approval-request-monitor.js';
import { alex, aRelationship, aTenant, contoso, enabled, now, seen, tenantBy } from '../support/builders.js';
import { denied, down, throttled } from '../support/fake-microsoft.js';
import { testMeans } from '../support/test-means.js';
import { aWatch } from '../support/watch-builders.js';

const id = 'relationship-1';
const reading = (status: RelationshipStatus): ListedRelationship => ({ ...aRelationship({ status }) });
const active = aWatch({ becameActiveAt: now, told: 'becameActive' });
const terminating = aWatch({ ...active, termination: { by: alex, at: now } });
const notNow = new Refused('not active', 'Wait.', { reason: 'notPossibleNow', service: 'graph' });

/** A sentinel that watches a request, and what comes of it. */
const watching = async (watch: WatchedInvitation | undefined, ...tenants: readonly Tenant[]) => {
  const means = testMeans(...tenants);
  const { store, clock, microsoft, audit, workers } = means;
  await store.commit({ invitations: watch ? [watch] : [] });
  microsoft.listedRelationships = [];
  const state = { hearing: ['alex', 'megan'] as readonly string[] };
  const start = () =>
    new Sentinel({
      means: { ...means, whoHears: async () => state.hearing },
      workers,
    });
  const sentinel = start();
  return {
    ...means,
    state,
    sentinel,
    /** A new process on the same disk. */
    restart: start,
    watched: () => store.invitation(id),
    /** What is due, to whom. */
    told: () =>
      [...store.deliveries()].map((due) => ('invitation' in due ? `${due.conversationId} ${due.invitation}` : 'other')),
    deeds: () => audit.entries.map(({ what, by, why }) => [what, by && 'alex', why].filter(Boolean).join(' ')),
    /** Microsoft reads so from now on, and a sweep sees it. */
    async sweeps(...relationships: readonly ListedRelationship[]) {
      microsoft.listedRelationships = relationships;
      await sentinel.take(relationships);
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
    const { sweeps, watched, store, microsoft, told } = await watching(aWatch());
    const before = store.revision;
    await sweeps(reading('approvalPending'));
    await sweeps(reading('created'));
    assert.deepEqual([watched(), store.revision, microsoft.asked, told()], [aWatch(), before, [], []]);
  });

  for (const status of ['approved', 'activating', 'active', 'unknown'] as const) {
    it(`is told to every admin once it is ${status}, and once only`, async () => {
      const { sweeps, told, watched, deeds, passes } = await watching(aWatch());
      for (let times = 0; times < 3; times += 1) {
        await sweeps(reading(status));
        await passes(300);
      }
      assert.deepEqual(told(), ['alex becameActive', 'megan becameActive']);
      assert.equal(watched()?.becameActiveAt, now);
      assert.deepEqual(deeds(), ['invitationBecameActive']);
    });
  }

  for (const status of ['terminationRequested', 'terminating', 'expiring'] as const) {
    it(`is no alarm when it is ${status}, and not over yet`, async () => {
      const { sweeps, told, watched } = await watching(aWatch());
      await sweeps(reading(status));
      assert.deepEqual([told(), watched()], [[], aWatch()]);
    });
  }

  for (const status of ['terminated', 'expired'] as const) {
    it(`is over once it is ${status}, and nobody is bothered who heard of nothing`, async () => {
      const { sweeps, told, watched, deeds } = await watching(aWatch());
      await sweeps(reading(status));
      assert.deepEqual([told(), watched(), deeds()], [[], undefined, ['invitationOver ended']]);
    });
  }

  it('is over when Microsoft does not know it any more, for which it is asked by its id', async () => {
    const { sweeps, watched, microsoft, deeds } = await watching(aWatch());
    await sweeps();
    assert.deepEqual(
      [watched(), microsoft.asked, deeds()],
      [undefined, [`relationship ${id}`], ['invitationOver gone']],
    );
  });

  it('is watched on when Graph does not find it while the list of all leads in circles', async () => {
    const { workers, sentinel, watched, told } = await watching(aWatch());
    await sentinel.take(Object.assign([], { isPartial: true } as const));
    await workers.idle();
    assert.deepEqual([watched(), told()], [aWatch(), []]);
  });

  it('has lapsed when that is so after its time', async () => {
    const { sweeps, deeds } = await watching(aWatch({ lapsesAt: now }));
    await sweeps();
    assert.deepEqual(deeds(), ['invitationOver lapsed']);
  });

  it('is watched on after its time while Microsoft still has it', async () => {
    const { sweeps, watched } = await watching(aWatch({ lapsesAt: now }));
    await sweeps(reading('approvalPending'));
    assert.ok(watched());
  });

  it('is watched on when a list has left it out, or nothing can be read', async () => {
    const { sweeps, watched, microsoft, told } = await watching(aWatch());
    microsoft.unlisted = [reading('active')];
    await sweeps();
    assert.deepEqual(told(), ['alex becameActive', 'megan becameActive']);
    microsoft.unlisted = [];
    microsoft.failing.set('relationship', down);
    await sweeps();
    assert.ok(watched());
  });

  it('is no alarm once the tenant is onboarded again with it', async () => {
    const { sweeps, told, watched, deeds } = await watching(aWatch(), tenantBy.approved());
    await sweeps(reading('active'));
    assert.deepEqual([told(), watched(), deeds()], [[], undefined, ['invitationOver onboarded']]);
  });

  it('is told as over to nobody when they onboarded the tenant after the alarm: they know', async () => {
    const { sweeps, told, deeds } = await watching(active, tenantBy.approved());
    await sweeps(reading('active'));
    assert.deepEqual([told(), deeds()], [[], ['invitationOver onboarded']]);
  });

  it('is an alarm when the tenant is onboarded with another', async () => {
    const other = aRelationship({ id: 'another' });
    const tenant = seen(aTenant(enabled), { relationships: [other], assignments: { value: [] } });
    const { sweeps, told } = await watching(aWatch(), tenant);
    await sweeps(reading('active'), other);
    assert.equal(told().length, 2);
  });

  it('waits with the alarm while somebody has just pressed Enable, and it is not known yet with which', async () => {
    const { sweeps, told, store } = await watching(aWatch(), aTenant(enabled));
    await sweeps(reading('active'));
    assert.deepEqual(told(), []);
    await store.commit({ forgottenTenantIds: [contoso] });
    await sweeps(reading('active'));
    assert.equal(told().length, 2);
  });
});

describe('a request that was approved while nobody is known who would hear of it', () => {
  it('is told once there is somebody, without a sweep', async () => {
    const { sweeps, told, state, passes, watched } = await watching(aWatch());
    state.hearing = [];
    await sweeps(reading('active'));
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
    const { workers, restart, told, clock } = await watching(aWatch({ becameActiveAt: now }));
    for (let starts = 0; starts < 2; starts += 1) {
      const sentinel = restart();
      sentinel.start();
      await workers.idle();
      await clock.passes(5);
    }
    assert.deepEqual(told(), ['alex becameActive', 'megan becameActive']);
  });

  it('between asking and sending sends after all', async () => {
    const { workers, restart, microsoft, calls, watched } = await watching(terminating);
    microsoft.listedRelationships = [reading('active')];
    const sentinel = restart();
    sentinel.start();
    await workers.idle();
    assert.equal(calls(), 1);
    assert.equal(watched()?.termination?.requestId, `request-${microsoft.asked.length}`);
  });

  it('between sending and saving sends nothing more once Microsoft shows that it is at work', async () => {
    const { workers, restart, microsoft, calls, clock, told } = await watching(terminating);
    microsoft.listedRelationships = [reading('terminating')];
    const sentinel = restart();
    sentinel.start();
    await workers.idle();
    microsoft.listedRelationships = [reading('terminated')];
    await clock.passes(60);
    assert.deepEqual([calls(), told()], [0, ['alex terminated', 'megan terminated']]);
  });

  it('of the disk at any write is made good by what comes after it', async () => {
    for (let writes = 0; writes < 8; writes += 1) {
      const { sentinel, sweeps, store, passes, told, microsoft, watched } = await watching(aWatch());
      const { commit } = store;
      let left = writes;
      store.commit = (change) => {
        store.isBroken = left-- === 0;
        return commit.call(store, change);
      };
      await sweeps(reading('active'));
      await sweeps(reading('active'));
      await sentinel.terminate(id, alex).catch(() => sentinel.terminate(id, alex));
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
    const { sentinel, microsoft, told } = await watching(aWatch());
    microsoft.listedRelationships = [reading('approved')];
    await sentinel.hint(id);
    assert.equal(told().length, 2);
  });

  it('does not end the watch because Graph does not find it at that moment', async () => {
    const { sentinel, microsoft, told, watched, sweeps } = await watching(aWatch());
    microsoft.listedRelationships = [];
    await sentinel.hint(id);
    assert.ok(watched());
    await sweeps(reading('active'));
    assert.equal(told().length, 2);
  });

  it('is followed again when Graph does not tell yet', async () => {
    const { sentinel, microsoft, told, passes } = await watching(aWatch());
    microsoft.listedRelationships = [reading('approvalPending')];
    await sentinel.hint(id);
    await passes(11);
    assert.deepEqual(told(), []);
    microsoft.listedRelationships = [reading('active')];
    await passes(60);
    assert.equal(told().length, 2);
  });

  it('is not followed for ever', async () => {
    const { sentinel, microsoft, passes, clock } = await watching(aWatch());
    microsoft.listedRelationships = [reading('approvalPending')];
    await sentinel.hint(id);
    await passes(3600);
    assert.deepEqual([microsoft.asked.length, clock.waiting], [3, 0]);
  });
});

describe('Terminate it now', () => {
  it('is saved, sent, followed up, and told when Microsoft says that it is over', async () => {
    const { sentinel, microsoft, passes, watched, told, deeds, calls } = await watching(active);
    microsoft.listedRelationships = [reading('active')];
    const { watched: asked, refused } = await sentinel.terminate(id, alex);
    assert.deepEqual([asked?.termination, refused], [{ by: alex, at: now }, undefined]);
    await passes(20);
    assert.ok(watched()?.termination?.sentAt);
    microsoft.listedRelationships = [reading('terminating')];
    await passes(30);
    assert.deepEqual([told(), calls()], [[], 1]);
    microsoft.listedRelationships = [reading('terminated')];
    await passes(60);
    assert.deepEqual([told(), watched()], [['alex terminated', 'megan terminated'], undefined]);
    assert.deepEqual(deeds(), [
      'invitationTerminationAsked alex',
      'invitationTerminationSent alex',
      'invitationOver ended',
    ]);
  });

  it('terminates nothing that is shown as another tenant’s, and does not take it for theirs', async () => {
    const { sentinel, microsoft, passes, watched, told, calls, sweeps } = await watching(active);
    const another = { ...reading('active'), customerTenantId: '10000000-0000-4000-8000-000000000099' };
    microsoft.listedRelationships = [another];
    await sentinel.terminate(id, alex);
    await passes(600);
    await sweeps({ ...another, status: 'terminated' });
    assert.deepEqual([calls(), told()], [0, []]);
    assert.ok(watched());
  });

  it('is not told as over because Graph does not find it at that moment', async () => {
    const { sentinel, microsoft, passes, watched, told } = await watching(active);
    await sentinel.terminate(id, alex);
    await passes(60);
    assert.deepEqual(told(), []);
    microsoft.listedRelationships = [reading('active')];
    await passes(60);
    assert.ok(watched()?.termination?.sentAt);
  });

  it('is done once when it is pressed twice', async () => {
    const { sentinel, microsoft, passes, calls, deeds } = await watching(active);
    microsoft.listedRelationships = [reading('active')];
    await Promise.all([sentinel.terminate(id, alex), sentinel.terminate(id, alex)]);
    await passes(600);
    assert.equal(calls(), 1);
    assert.equal(deeds().filter((deed) => deed.startsWith('invitationTerminationAsked')).length, 1);
  });

  for (const [what, watch, why] of [
    ['what is over', undefined, 'over'],
    ['what nobody has approved', aWatch(), 'notApproved'],
  ] as const) {
    it(`does nothing about ${what}, and that is written down`, async () => {
      const { workers, sentinel, microsoft, deeds } = await watching(watch);
      assert.equal((await sentinel.terminate(id, alex)).refused, why);
      await workers.idle();
      assert.deepEqual([microsoft.asked, deeds()], [[], [`commandRefused alex ${why}`]]);
    });
  }

  it('waits until Microsoft has set the access up, since it cannot be terminated before', async () => {
    const { microsoft, sentinel, passes, calls } = await watching(active);
    for (const status of ['approved', 'activating'] as const) {
      microsoft.listedRelationships = [reading(status)];
      await sentinel.terminate(id, alex);
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
      const { sentinel, microsoft, passes, calls, watched } = await watching(active);
      microsoft.listedRelationships = [reading('active')];
      microsoft.failing.set('terminateRelationship', failure);
      await sentinel.terminate(id, alex);
      await passes(29);
      assert.ok(calls() >= 1);
      assert.equal(watched()?.refused, undefined);
      microsoft.failing.clear();
      await passes(300);
      assert.ok(watched()?.termination?.sentAt);
    });
  }

  it('rests for as long as Microsoft asks', async () => {
    const { sentinel, microsoft, passes, calls } = await watching(active);
    microsoft.listedRelationships = [reading('active')];
    microsoft.failing.set('terminateRelationship', throttled(30));
    await sentinel.terminate(id, alex);
    await passes(29);
    assert.equal(calls(), 1);
  });

  it('that is refused is told with why, and can be tried again', async () => {
    const { sentinel, microsoft, passes, watched, told, deeds } = await watching(active);
    microsoft.listedRelationships = [reading('active')];
    microsoft.failing.set('terminateRelationship', denied);
    await sentinel.terminate(id, alex);
    await passes(5);
    assert.deepEqual([watched()?.refused, watched()?.termination], [{ reason: 'noRights' }, undefined]);
    assert.deepEqual(told(), ['alex notTerminated', 'megan notTerminated']);
    assert.deepEqual(deeds().slice(1), ['invitationTerminationRefused alex noRights']);
    await passes(3600);
    assert.equal(told().length, 2, 'once');
    await sentinel.terminate(id, alex);
    await passes(5);
    assert.equal(told().length, 4, 'and again when it is refused again');
  });

  it('that Microsoft has said for an hour is not possible is refused', async () => {
    const { sentinel, microsoft, passes, watched } = await watching(active);
    microsoft.listedRelationships = [reading('active')];
    microsoft.failing.set('terminateRelationship', notNow);
    await sentinel.terminate(id, alex);
    await passes(3500);
    assert.equal(watched()?.refused, undefined);
    await passes(600);
    assert.equal(watched()?.refused?.reason, 'notPossibleNow');
  });

  it('that Microsoft took and does not show within an hour is told as not done', async () => {
    const { sentinel, microsoft, passes, watched, told } = await watching(active);
    microsoft.listedRelationships = [reading('active')];
    await sentinel.terminate(id, alex);
    await passes(3500);
    assert.deepEqual(told(), []);
    await passes(600);
    assert.deepEqual(told(), ['alex notTerminated', 'megan notTerminated']);
    assert.equal(watched()?.refused?.reason, 'unexpectedAnswer');
  });

  it('that somebody else was faster with is told as over', async () => {
    const { sweeps, told, watched } = await watching(active);
    await sweeps(reading('terminated'));
    assert.deepEqual([told(), watched()], [['alex terminated', 'megan terminated'], undefined]);
  });

  it('is not begun after the end', async () => {
    const { workers, sentinel, microsoft, clock } = await watching(terminating);
    microsoft.failing.set('relationship', down);
    sentinel.start();
    await workers.stop();
    assert.equal(clock.waiting, 0);
  });
});
