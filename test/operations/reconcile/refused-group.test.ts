// Microsoft does not take one of several groups: the others are tried, and that one is asked for less and less often.
import assert from 'node:assert/strict';
import { CloudUnavailable, type MicrosoftError, Refused } from '../../../src/domain/errors.js';
import { secondsToNextCheck } from '../../../src/domain/tenant/next-check.js';
import { advance } from '../../../src/operations/reconcile/advance.js';
import {
  anAssignment,
  aTenant,
  bothAssigned,
  contoso,
  enabled,
  securityTeam,
  serviceDesk,
} from '../../support/builders.js';
import { down, throttled } from '../../support/fake-microsoft.js';
import { testDependencies } from '../../support/test-dependencies.js';

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
      assert.deepEqual(retry?.problem, failure.problem);
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
