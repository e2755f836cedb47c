// Microsoft fails, breaks off, or does not know yet: what becomes of a tenant, and when it's asked again.
import assert from 'node:assert/strict';
import { type MicrosoftError, NotFound, Refused, StoreError } from '../../../src/domain/errors.js';
import { evolve } from '../../../src/domain/tenant/evolve.js';
import { partial } from '../../../src/microsoft/http/pages.js';
import { advance } from '../../../src/operations/reconcile/advance.js';
import { TenantScheduler } from '../../../src/operations/reconcile/tenant-scheduler.js';
import { WebhookHeartbeat } from '../../../src/operations/reconcile/webhook-heartbeat.js';
import {
  alex,
  anAssignment,
  aRelationship,
  aTenant,
  contoso,
  enabled,
  having,
  now,
  securityTeam,
  serviceDesk,
  tenantBy,
} from '../../support/builders.js';
import { down, FakeMicrosoft, throttled } from '../../support/fake-microsoft.js';
import { latch } from '../../support/latch.js';
import { anOffboarding } from '../../support/offboarding-builders.js';
import { standIn } from '../../support/stand-in.js';
import { askedOf, testDependencies } from '../../support/test-dependencies.js';

describe('a relationship that the list does not have', () => {
  it('is asked for by its id before it counts as gone', async () => {
    const deps = testDependencies(tenantBy.approved());
    deps.microsoft.listedRelationships = [];
    deps.microsoft.unlisted = [aRelationship()];
    await advance(deps, contoso);
    assert.ok(deps.microsoft.asked.includes('relationships.find relationship-1'));
    assert.equal(deps.contoso().status, 'approved');
  });

  it('is gone when Microsoft does not know its id either', async () => {
    const deps = testDependencies(tenantBy.approved());
    deps.microsoft.listedRelationships = [];
    await advance(deps, contoso);
    assert.equal(deps.contoso().onboarding?.relationship?.status, 'gone');
    assert.equal(deps.contoso().status, 'issuesFound');
  });
});

describe('a list that breaks off because its pages lead in circles', () => {
  // One customer's list is short: what was read before the circle is as good as all of it, and Enable must not starve.
  it('is good enough to adopt what is in it, and to go on from', async () => {
    const deps = testDependencies(aTenant(enabled));
    deps.microsoft.listedRelationships = partial([]);
    await advance(deps, contoso);
    assert.ok(deps.microsoft.asked.some((call) => call.startsWith('relationships.create')));
    deps.microsoft.listedRelationships = partial([aRelationship()]);
    await advance(deps, contoso);
    assert.equal(deps.contoso().status, 'approved');
  });
});

describe('a tenant for which Microsoft cannot be reached', () => {
  for (const [what, call] of [
    ['a step', 'relationships.create'],
    ['a look', 'relationships.listFor'],
  ] as const) {
    it(`has an issue that names it once ${what} has been failing for an hour`, async () => {
      const deps = testDependencies(aTenant(enabled));
      deps.microsoft.listedRelationships = [];
      deps.microsoft.failing.set(call, down);
      const look = () => advance(deps, contoso).catch((error) => assert.equal(error, down));
      await deps.clock.passes(3599);
      await look();
      assert.equal(deps.contoso().status, 'awaitingMicrosoft');
      await deps.clock.passes(1);
      await look();
      assert.equal(deps.contoso().status, 'issuesFound');
      const [limitation, ...more] = deps.contoso().onboarding?.limitations ?? [];
      assert.ok(limitation?.code === 'keepsFailing' && more.length === 0);
      assert.equal(limitation.tried.step, what === 'a look' ? 'read' : 'createRelationship');
    });
  }

  it('answers whoever asked to look again after a minute, saying that nobody could', async () => {
    const asked = having(tenantBy.issuesFound(), { type: 'revalidationRequested', by: alex });
    const deps = testDependencies(asked);
    deps.microsoft.failing.set('relationships.listFor', down);
    await deps.clock.passes(59);
    await assert.rejects(advance(deps, contoso), down);
    assert.ok(deps.contoso().onboarding?.revalidation);
    await deps.clock.passes(1);
    await assert.rejects(advance(deps, contoso), down);
    const { onboarding } = deps.contoso();
    assert.equal(onboarding?.revalidation, undefined);
    assert.equal(onboarding?.checkFailed?.problem.reason, 'unreachable');
  });
});

describe('a check that came to nothing', () => {
  /** How many seconds until the next check. */
  const pauseAfter = async (failure: MicrosoftError) => {
    const deps = testDependencies(tenantBy.approved());
    const { clock, workers, microsoft } = deps;
    const lookedAt: number[] = [];
    for (const call of ['relationships.find', 'relationships.listFor'] as const) {
      microsoft.failing.set(call, failure);
      microsoft.meanwhile.set(call, () => lookedAt.push(clock.milliseconds));
    }
    const heartbeat = standIn(WebhookHeartbeat, { noticed: { reconcileSeconds: 300, byEvents: false } });
    const scheduler = new TenantScheduler({ ...deps, workers, heartbeat });
    await scheduler.checkNow(contoso, []);
    clock.next(clock.milliseconds + 86_400_000);
    await workers.idle();
    await workers.stop();
    // What was listed is too old by then.
    assert.deepEqual(
      microsoft.asked.map((call) => call.split(' ')[0]),
      ['relationships.find', 'relationships.listFor'],
    );
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

describe('a relationship that was made a moment ago', () => {
  const created = aRelationship({ status: 'created', createdAt: now, activatedAt: undefined, endsAt: undefined });

  it('is not gone because Microsoft does not find it yet, and is locked once it does', async () => {
    const deps = testDependencies(aTenant(enabled, { type: 'relationshipCreated', relationship: created }));
    deps.microsoft.listedRelationships = [];
    const notFound = new NotFound('404', { reason: 'notFound', answer: '404 itemNotFound' });
    deps.microsoft.failing.set('relationships.lockForApproval', notFound);
    for (let tries = 0; tries < 4; tries += 1) {
      await advance(deps, contoso);
      assert.equal(deps.contoso().status, 'awaitingMicrosoft');
      await deps.clock.passes(10);
    }
    deps.microsoft.failing.clear();
    deps.microsoft.listedRelationships = [created];
    await deps.clock.passes(10);
    await advance(deps, contoso);
    assert.ok(deps.contoso().onboarding?.lockedAt);
    assert.equal(deps.contoso().onboarding?.retries, undefined);
  });

  it('is gone once Microsoft has not found it for five minutes', async () => {
    const deps = testDependencies(aTenant(enabled, { type: 'relationshipCreated', relationship: created }));
    deps.microsoft.listedRelationships = [];
    await deps.clock.passes(300);
    await advance(deps, contoso);
    assert.equal(deps.contoso().onboarding?.relationship?.status, 'gone');
  });

  it('is found by its name, though its creation was answered with nothing and the list does not have it at first', async () => {
    const deps = testDependencies(aTenant(enabled));
    const { microsoft } = deps;
    microsoft.listedRelationships = [];
    microsoft.failing.set('relationships.create', new Refused('409', { reason: 'nameTaken' }));
    await advance(deps, contoso);
    assert.equal(deps.contoso().status, 'awaitingMicrosoft');
    await deps.clock.passes(10);
    microsoft.listedRelationships = [created];
    await advance(deps, contoso);
    assert.equal(deps.contoso().onboarding?.relationship?.id, created.id);
  });
});

describe('an assignment that stays pending', () => {
  const pending = anAssignment(serviceDesk, { status: 'pending', pendingSince: now });

  it('is an issue that names its group after half an hour, and is deleted and made again when somebody asks', async () => {
    const deps = testDependencies(aTenant(enabled));
    const { microsoft } = deps;
    microsoft.assignments = [pending, anAssignment(securityTeam)];
    await advance(deps, contoso);
    assert.equal(deps.contoso().status, 'awaitingMicrosoft');
    await deps.clock.passes(1800);
    await advance(deps, contoso);
    const [limitation] = deps.contoso().onboarding?.limitations ?? [];
    assert.ok(limitation?.code === 'assignmentStuck' && limitation.groupName === 'Service Desk');
    assert.ok(!microsoft.asked.some((call) => call.startsWith('relationships.removeAssignment')));
    const at = deps.clock.now();
    await deps.store.commit({ tenants: [evolve(deps.contoso(), { type: 'revalidationRequested', by: alex, at })] });
    await advance(deps, contoso);
    assert.ok(microsoft.asked.includes(`relationships.removeAssignment ${pending.id}`));
    microsoft.assignments = [anAssignment(securityTeam)];
    await advance(deps, contoso);
    assert.ok(microsoft.asked.includes(`relationships.assignAccess ${serviceDesk}`));
    assert.equal(deps.contoso().status, 'awaitingMicrosoft');
  });
});

describe('a removal of delegated admin that does not get through', () => {
  it('keeps no offboarding of the tenant waiting', async () => {
    const deps = testDependencies(aTenant({ type: 'delegatedAdminRead', granted: true }));
    await deps.happens(
      { type: 'delegatedAdminRemovalRequested', by: alex, requestId: 'request-1' },
      { type: 'offboardingDecided', by: alex, offboarding: anOffboarding({ needsSecond: true }) },
    );
    deps.microsoft.failing.set('customers.hasDelegatedAdmin', down);
    await deps.clock.passes(86_400);
    await assert.rejects(advance(deps, contoso), down);
    assert.equal(deps.contoso().offboarding, undefined);
  });
});

describe('a creation that its maker could not save', () => {
  const created = aRelationship({
    status: 'approvalPending',
    createdAt: now,
    activatedAt: undefined,
    endsAt: undefined,
  });

  /** One who reads while another creates and ends before it's saved. */
  const twoOf = async (begins: 'before' | 'while') => {
    const deps = testDependencies(aTenant(enabled));
    const { store } = deps;
    const read = latch();
    const ofOther = new FakeMicrosoft();
    ofOther.listedRelationships = [];
    const other = { ...deps, ...askedOf(ofOther) };
    ofOther.relationships.listFor = async () => {
      const { listedRelationships } = ofOther;
      await read.ended;
      return listedRelationships;
    };
    const { microsoft } = deps;
    microsoft.listedRelationships = [];
    let reading: Promise<void> | undefined;
    const begin = () => {
      reading = advance(other, contoso);
    };
    if (begins === 'before') begin();
    microsoft.meanwhile.set('relationships.create', () => {
      if (begins === 'while') begin();
      store.isBroken = true;
    });
    await assert.rejects(advance(deps, contoso), StoreError);
    assert.ok(microsoft.asked.some((call) => call.startsWith('relationships.create')));
    store.isBroken = false;
    ofOther.listedRelationships = [created];
    read.end();
    await reading;
    return { ...deps, asked: ofOther.asked };
  };

  for (const begins of ['before', 'while'] as const)
    it(`is seen by another whose reading began ${begins} it was asked for and ended later, who asks for none`, async () => {
      const { asked, ...w } = await twoOf(begins);
      assert.deepEqual(
        asked.filter((call) => call.startsWith('relationships.create')),
        [],
      );
      const { onboarding } = w.contoso();
      assert.equal(onboarding?.relationship?.id, created.id);
      assert.equal(onboarding?.hasBegunSteps, undefined);
    });
});
