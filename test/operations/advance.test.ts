// What becomes of a tenant while Microsoft fails, and when is it asked again?
import assert from 'node:assert/strict';
import { CloudUnavailable, type MicrosoftError, NotFound, Refused } from '../../src/domain/errors.js';
import { evolve } from '../../src/domain/tenant/evolve.js';
import { secondsToNextLook } from '../../src/domain/tenant/next-check.js';
import { partial } from '../../src/microsoft/http/pages.js';
import { advancer } from '../../src/operations/reconcile/advance.js';
import { Watch } from '../../src/operations/reconcile/tenant-scheduler.js';
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
} from '../support/builders.js';
import { anExit } from '../support/exit-builders.js';
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

describe('a list that breaks off because its pages lead in circles', () => {
  // One customer's list is short: what was read before the circle is as good as all of it, and Enable must not starve.
  it('is good enough to adopt what is in it, and to go on from', async () => {
    const means = testMeans(aTenant(enabled));
    means.microsoft.listedRelationships = partial([]);
    await advancer(means)(contoso);
    assert.ok(means.microsoft.asked.some((call) => call.startsWith('createRelationship')));
    means.microsoft.listedRelationships = partial([aRelationship()]);
    await advancer(means)(contoso);
    assert.equal(means.contoso().status, 'approved');
  });
});

describe('a tenant for which Microsoft cannot be reached', () => {
  for (const [what, method] of [
    ['a step', 'createRelationship'],
    ['a look', 'relationshipsOf'],
  ] as const) {
    it(`has an issue that names it once ${what} has been failing for an hour`, async () => {
      const means = testMeans(aTenant(enabled));
      means.microsoft.listedRelationships = [];
      means.microsoft.failing.set(method, down);
      const advance = () => advancer(means)(contoso).catch((error) => assert.equal(error, down));
      await means.clock.passes(3599);
      await advance();
      assert.equal(means.contoso().status, 'awaitingMicrosoft');
      await means.clock.passes(1);
      await advance();
      assert.equal(means.contoso().status, 'issuesFound');
      const [limitation, ...more] = means.contoso().onboarding?.limitations ?? [];
      assert.ok(limitation?.code === 'keepsFailing' && more.length === 0);
      assert.equal(limitation.tried.step, what === 'a look' ? 'look' : 'create');
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
    const { store, clock, workers } = testMeans(tenantBy.approved());
    const lookedAt: number[] = [];
    const advance = () => {
      lookedAt.push(clock.milliseconds);
      return Promise.reject(failure);
    };
    const noticed = () => ({ sweepSeconds: 300, byEvents: false });
    const watch = new Watch({ advance, store, clock, workers, noticed });
    await watch.look(contoso);
    clock.next(clock.milliseconds + 86_400_000);
    await workers.idle();
    await workers.stop();
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
  const conflict = new Refused('409', '', { reason: 'notPossibleNow', answer: '409 conflict', requestId: 'id-1' });
  const broken = new CloudUnavailable('500', '', { reason: 'unreachable', answer: '500 unexpectedError' });
  const invalid = new Refused('400', '', { reason: 'notAccepted', answer: '400 badRequest' });

  /** Only the first group of the template is refused; what is asked of the groups is answered. */
  const refusing = (failure: MicrosoftError) => {
    const means = testMeans(aTenant(enabled));
    const { microsoft } = means;
    microsoft.assignments = [];
    microsoft.meanwhile.set('assignAccess', () => {
      if (microsoft.asked.at(-1) === `assignAccess ${serviceDesk}`) throw failure;
    });
    const asked = (groupId: string) => microsoft.asked.filter((call) => call === `assignAccess ${groupId}`).length;
    const advance = () => advancer(means)(contoso).catch((error) => assert.equal(error, failure));
    return { means, asked, advance };
  };

  for (const [what, failure] of [
    ['a 409', conflict],
    ['a 500', broken],
    ['no answer', down],
    ['a 400', invalid],
  ] as const) {
    it(`tries the others in the same look, whatever that one is answered: ${what}`, async () => {
      const { means, asked, advance } = refusing(failure);
      await advance();
      assert.equal(asked(serviceDesk), 1);
      assert.equal(asked(securityTeam), 1);
      const [retry, ...more] = means.contoso().onboarding?.retries ?? [];
      assert.deepEqual(more, []);
      assert.deepEqual(retry?.tried, { step: 'assign', groupId: serviceDesk });
      assert.equal(retry?.problem, failure.problem);
    });
  }

  it('lets the others go first once Microsoft wants to be asked again, though it is always that one that it throttles', async () => {
    const { means, asked, advance } = refusing(throttled(30));
    await advance();
    assert.equal(asked(securityTeam), 0);
    await means.clock.passes(30);
    await advance();
    assert.equal(asked(securityTeam), 1);
  });

  it('is asked for less and less often, and never by looks that come sooner', async () => {
    const { means, asked, advance } = refusing(conflict);
    for (let second = 0; second <= 15; second += 1) {
      await advance();
      await means.clock.passes(1);
    }
    assert.equal(asked(serviceDesk), 5);
    for (let minute = 0; minute < 70; minute += 1) {
      await advance();
      await means.clock.passes(60);
    }
    assert.ok(asked(serviceDesk) <= 25, `${asked(serviceDesk)} times`);
  });

  it('is asked for again at the moment that was told', async () => {
    const { means, advance } = refusing(conflict);
    await advance();
    await means.clock.passes(1);
    await advance();
    const seconds = secondsToNextLook(means.contoso(), means.clock.now(), { sweepSeconds: 300, byEvents: true });
    assert.ok(seconds !== undefined && seconds <= 2);
  });

  it('is no longer told of once it has worked, or the template does not ask for it', async () => {
    const { means, advance } = refusing(conflict);
    await advance();
    means.microsoft.meanwhile.clear();
    means.microsoft.assignments = bothAssigned;
    await means.clock.passes(5);
    await advance();
    assert.equal(means.contoso().onboarding?.retries, undefined);
    assert.equal(means.contoso().status, 'approved');
  });

  it('counts as refused only once it has been refused for five minutes, four times at least', async () => {
    const { means, asked, advance } = refusing(invalid);
    means.microsoft.meanwhile.set('accessAssignments', () => {
      means.microsoft.assignments = [anAssignment(securityTeam)];
    });
    await advance();
    // Nobody looked for six minutes: one more no is not a repeated one.
    await means.clock.passes(360);
    await advance();
    assert.equal(means.contoso().status, 'awaitingMicrosoft');
    while (means.contoso().status === 'awaitingMicrosoft') {
      await means.clock.passes(10);
      await advance();
    }
    assert.equal(asked(serviceDesk), 4);
    const [limitation] = means.contoso().onboarding?.limitations ?? [];
    assert.ok(limitation?.code === 'groupNotAssigned' && limitation.problem.answer === '400 badRequest');
    assert.equal(means.contoso().onboarding?.retries, undefined);
  });

  it('is a lag, and no issue, when Microsoft takes it twenty seconds later', async () => {
    const { means, advance } = refusing(invalid);
    await advance();
    await means.clock.passes(20);
    means.microsoft.meanwhile.clear();
    await advance();
    assert.equal(means.contoso().onboarding?.retries, undefined);
    assert.deepEqual(means.contoso().onboarding?.refusals, []);
  });
});

describe('a relationship that was made a moment ago', () => {
  const created = aRelationship({ status: 'created', createdAt: now, activatedAt: undefined, endsAt: undefined });

  it('is not gone because Microsoft does not find it yet, and is locked once it does', async () => {
    const means = testMeans(aTenant(enabled, { type: 'relationshipCreated', relationship: created }));
    means.microsoft.listedRelationships = [];
    const notFound = new NotFound('404', '', { reason: 'notFound', answer: '404 itemNotFound' });
    means.microsoft.failing.set('lockForApproval', notFound);
    for (let tries = 0; tries < 4; tries += 1) {
      await advancer(means)(contoso);
      assert.equal(means.contoso().status, 'awaitingMicrosoft');
      await means.clock.passes(10);
    }
    means.microsoft.failing.clear();
    means.microsoft.listedRelationships = [created];
    await means.clock.passes(10);
    await advancer(means)(contoso);
    assert.ok(means.contoso().onboarding?.lockedAt);
    assert.equal(means.contoso().onboarding?.retries, undefined);
  });

  it('is gone once Microsoft has not found it for five minutes', async () => {
    const means = testMeans(aTenant(enabled, { type: 'relationshipCreated', relationship: created }));
    means.microsoft.listedRelationships = [];
    await means.clock.passes(300);
    await advancer(means)(contoso);
    assert.equal(means.contoso().onboarding?.relationship?.status, 'gone');
  });

  it('is found by its name, though its creation was answered with nothing and the list does not have it at first', async () => {
    const means = testMeans(aTenant(enabled));
    const { microsoft } = means;
    microsoft.listedRelationships = [];
    microsoft.failing.set('createRelationship', new Refused('409', '', { reason: 'nameTaken' }));
    await advancer(means)(contoso);
    assert.equal(means.contoso().status, 'awaitingMicrosoft');
    await means.clock.passes(10);
    microsoft.listedRelationships = [created];
    await advancer(means)(contoso);
    assert.equal(means.contoso().onboarding?.relationship?.id, created.id);
  });
});

describe('an assignment that stays pending', () => {
  const pending = anAssignment(serviceDesk, { status: 'pending', pendingSince: now });

  it('is an issue that names its group after half an hour, and is deleted and made again when somebody asks', async () => {
    const means = testMeans(aTenant(enabled));
    const { microsoft } = means;
    microsoft.assignments = [pending, anAssignment(securityTeam)];
    await advancer(means)(contoso);
    assert.equal(means.contoso().status, 'awaitingMicrosoft');
    await means.clock.passes(1800);
    await advancer(means)(contoso);
    const [limitation] = means.contoso().onboarding?.limitations ?? [];
    assert.ok(limitation?.code === 'assignmentStuck' && limitation.groupName === 'Service Desk');
    assert.ok(!microsoft.asked.some((call) => call.startsWith('removeAssignment')));
    const at = means.clock.now();
    await means.store.commit({ tenants: [evolve(means.contoso(), { type: 'revalidationRequested', by: alex, at })] });
    await advancer(means)(contoso);
    assert.ok(microsoft.asked.includes(`removeAssignment ${pending.id}`));
    microsoft.assignments = [anAssignment(securityTeam)];
    await advancer(means)(contoso);
    assert.ok(microsoft.asked.includes(`assignAccess ${serviceDesk}`));
    assert.equal(means.contoso().status, 'awaitingMicrosoft');
  });
});

describe('a removal of delegated admin that does not get through', () => {
  it('keeps no offboarding of the tenant waiting', async () => {
    const means = testMeans(aTenant({ type: 'delegatedAdminRead', granted: true }));
    await means.happens(
      { type: 'delegatedAdminRemovalRequested', by: alex, requestId: 'request-1' },
      { type: 'exitDecided', by: alex, exit: anExit({ needsSecond: true }) },
    );
    means.microsoft.failing.set('delegatedAdmin', down);
    await means.clock.passes(86_400);
    await assert.rejects(advancer(means)(contoso), down);
    assert.equal(means.contoso().exit, undefined);
  });
});
