// What becomes of a tenant while Microsoft fails, and when it's asked again.
import assert from 'node:assert/strict';
import { CloudUnavailable, type MicrosoftError, NotFound, Refused } from '../../../src/domain/errors.js';
import { evolve } from '../../../src/domain/tenant/evolve.js';
import { secondsToNextCheck } from '../../../src/domain/tenant/next-check.js';
import { partial } from '../../../src/microsoft/http/pages.js';
import { advance } from '../../../src/operations/reconcile/advance.js';
import { TenantScheduler } from '../../../src/operations/reconcile/tenant-scheduler.js';
import { WebhookHeartbeat } from '../../../src/operations/reconcile/webhook-heartbeat.js';
import {
  alex,
  anAssignment,
  aRelationship,
  aTenant,
  bothAssigned,
  contoso,
  enabled,
  having,
  now,
  securityTeam,
  serviceDesk,
  tenantBy,
} from '../../support/builders.js';
import { down, throttled } from '../../support/fake-microsoft.js';
import { anOffboarding } from '../../support/offboarding-builders.js';
import { standIn } from '../../support/stand-in.js';
import { testDependencies } from '../../support/test-dependencies.js';

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

describe('several groups, one of which Microsoft does not take', () => {
  const conflict = new Refused('409', { reason: 'notPossibleNow', answer: '409 conflict', requestId: 'id-1' });
  const broken = new CloudUnavailable('500', { reason: 'unreachable', answer: '500 unexpectedError' });
  const invalid = new Refused('400', { reason: 'notAccepted', answer: '400 badRequest' });

  /** Only the first group of the template is refused; what is asked of the groups is answered. */
  const refusing = (failure: MicrosoftError) => {
    const deps = testDependencies(aTenant(enabled));
    const { microsoft } = deps;
    microsoft.assignments = [];
    microsoft.meanwhile.set('relationships.assignAccess', () => {
      if (microsoft.asked.at(-1) === `relationships.assignAccess ${serviceDesk}`) throw failure;
    });
    const asked = (groupId: string) =>
      microsoft.asked.filter((call) => call === `relationships.assignAccess ${groupId}`).length;
    const look = () => advance(deps, contoso).catch((error) => assert.equal(error, failure));
    return { deps, asked, look };
  };

  for (const [what, failure] of [
    ['a 409', conflict],
    ['a 500', broken],
    ['no answer', down],
    ['a 400', invalid],
  ] as const) {
    it(`tries the others in the same check, whatever that one is answered: ${what}`, async () => {
      const { deps, asked, look } = refusing(failure);
      await look();
      assert.equal(asked(serviceDesk), 1);
      assert.equal(asked(securityTeam), 1);
      const [retry, ...more] = deps.contoso().onboarding?.retries ?? [];
      assert.deepEqual(more, []);
      assert.deepEqual(retry?.tried, { step: 'assignAccess', groupId: serviceDesk });
      assert.equal(retry?.problem, failure.problem);
    });
  }

  it('lets the others go first once Microsoft wants to be asked again, though it is always that one that it throttles', async () => {
    const { deps, asked, look } = refusing(throttled(30));
    await look();
    assert.equal(asked(securityTeam), 0);
    await deps.clock.passes(30);
    await look();
    assert.equal(asked(securityTeam), 1);
  });

  it('is asked for less and less often, and never by checks that come sooner', async () => {
    const { deps, asked, look } = refusing(conflict);
    for (let second = 0; second <= 15; second += 1) {
      await look();
      await deps.clock.passes(1);
    }
    assert.equal(asked(serviceDesk), 5);
    for (let minute = 0; minute < 70; minute += 1) {
      await look();
      await deps.clock.passes(60);
    }
    assert.ok(asked(serviceDesk) <= 25, `${asked(serviceDesk)} times`);
  });

  it('is asked for again at the moment that was told', async () => {
    const { deps, look } = refusing(conflict);
    await look();
    await deps.clock.passes(1);
    await look();
    const seconds = secondsToNextCheck(deps.contoso(), deps.clock.now(), { reconcileSeconds: 300, byEvents: true });
    assert.ok(seconds !== undefined && seconds <= 2);
  });

  it('is no longer told of once it has worked, or the template does not ask for it', async () => {
    const { deps, look } = refusing(conflict);
    await look();
    deps.microsoft.meanwhile.clear();
    deps.microsoft.assignments = bothAssigned;
    await deps.clock.passes(5);
    await look();
    assert.equal(deps.contoso().onboarding?.retries, undefined);
    assert.equal(deps.contoso().status, 'approved');
  });

  it('counts as refused only once it has been refused for five minutes, four times at least', async () => {
    const { deps, asked, look } = refusing(invalid);
    deps.microsoft.meanwhile.set('relationships.accessAssignments', () => {
      deps.microsoft.assignments = [anAssignment(securityTeam)];
    });
    await look();
    // Nobody looked for six minutes: one more no is not a repeated one.
    await deps.clock.passes(360);
    await look();
    assert.equal(deps.contoso().status, 'awaitingMicrosoft');
    while (deps.contoso().status === 'awaitingMicrosoft') {
      await deps.clock.passes(10);
      await look();
    }
    assert.equal(asked(serviceDesk), 4);
    const [limitation] = deps.contoso().onboarding?.limitations ?? [];
    assert.ok(limitation?.code === 'groupNotAssigned' && limitation.problem.answer === '400 badRequest');
    assert.equal(deps.contoso().onboarding?.retries, undefined);
  });

  it('is a lag, and no issue, when Microsoft takes it twenty seconds later', async () => {
    const { deps, look } = refusing(invalid);
    await look();
    await deps.clock.passes(20);
    deps.microsoft.meanwhile.clear();
    await look();
    assert.equal(deps.contoso().onboarding?.retries, undefined);
    assert.deepEqual(deps.contoso().onboarding?.refusals, []);
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
