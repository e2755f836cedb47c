// The order of an offboarding, what holds what up, and who may say what to it.
import assert from 'node:assert/strict';
import { decideOffboarding, type OffboardingCommand } from '../../../src/domain/offboarding/decide.js';
import { evolveOffboarding } from '../../../src/domain/offboarding/evolve.js';
import { type Offboarding, stageOf } from '../../../src/domain/offboarding/offboarding.js';
import { planOf } from '../../../src/domain/offboarding/plan.js';
import { isHeldUp, type TaskRefusal, tasksAtWork } from '../../../src/domain/offboarding/task.js';
import { decide } from '../../../src/domain/tenant/decide.js';
import type { FactData } from '../../../src/domain/tenant/facts.js';
import { newsIn } from '../../../src/domain/tenant/news.js';
import { secondsToNextCheck } from '../../../src/domain/tenant/next-check.js';
import { addSeconds } from '../../../src/domain/time.js';
import { alex, aTenant, having, now, tenantBy } from '../../support/builders.js';
import { aDecision, anInventoryRelationship, anOffboarding, inventory } from '../../support/offboarding-builders.js';

const megan = { id: '00000000-0000-4000-8000-000000000021', name: 'Megan Bowen' };
const noRights: TaskRefusal = { why: 'microsoft', problem: { reason: 'noRights', requestId: 'refused-1' } };

const further = (offboarding: Offboarding, ...facts: readonly FactData[]): Offboarding => {
  const next = facts.reduce<Offboarding | undefined>(
    (each, factData) => evolveOffboarding(each, { ...factData, at: now } as Parameters<typeof evolveOffboarding>[1]),
    offboarding,
  );
  assert.ok(next);
  return next;
};
const begun = (offboarding = anOffboarding()) => further(offboarding, { type: 'offboardingBegun' });
const atWork = (offboarding: Offboarding) => tasksAtWork(offboarding.tasks).map(({ id }) => id);
const heldUp = (offboarding: Offboarding) =>
  offboarding.tasks.filter((task) => isHeldUp(task, offboarding.tasks)).map(({ step }) => step);

const services = 'assignment relationship-1 assignment-of-b0000000-0000-4000-8000-000000000001';
const key = 'assignment relationship-1 assignment-of-b0000000-0000-4000-8000-000000000002';
const relationship = 'relationship relationship-1';

describe('the order of an offboarding', () => {
  it('keeps the assignment that may withdraw the consent until that is done, and the reseller relationship for last', () => {
    let offboarding = begun();
    const order: string[][] = [];
    while (atWork(offboarding).length > 0) {
      order.push(atWork(offboarding));
      offboarding = further(
        offboarding,
        ...atWork(offboarding).map((taskId): FactData => ({ type: 'offboardingTaskProved', taskId })),
      );
    }
    assert.deepEqual(order, [[services], ['consent'], [key], [relationship], ['delegatedAdmin'], ['reseller']]);
  });

  it('waits for the proof, not for Microsoft’s yes', () => {
    const offboarding = further(begun(), { type: 'offboardingTaskSent', taskId: services, requestId: 'id-1' });
    assert.deepEqual(atWork(offboarding), [services]);
    assert.deepEqual(offboarding.tasks[0]?.requestIds, ['id-1']);
  });

  it('has only the tasks of the steps that were chosen', () => {
    assert.deepEqual(
      anOffboarding({ steps: ['relationships'] }).tasks.map(({ id }) => id),
      [relationship],
    );
  });

  const refusedAt = (taskId: string, ...proved: readonly string[]) =>
    further(begun(), ...proved.map((each): FactData => ({ type: 'offboardingTaskProved', taskId: each })), {
      type: 'offboardingTaskRefused',
      taskId,
      refusal: noRights,
      requestId: 'refused-1',
    });

  it('goes on without an assignment that was refused, up to the reseller relationship', () => {
    const offboarding = refusedAt(services);
    assert.deepEqual(heldUp(offboarding), ['reseller']);
    assert.deepEqual(atWork(offboarding), ['consent']);
  });

  it('ends no access while the consent is refused, since nobody could withdraw it then', () => {
    const offboarding = refusedAt('consent', services);
    assert.deepEqual(heldUp(offboarding), ['assignments', 'relationships', 'delegatedAdmin', 'reseller']);
    assert.equal(stageOf(offboarding), 'stopped');
  });

  it('does not end the reseller relationship while anything else was refused', () => {
    const offboarding = refusedAt(relationship, services, 'consent', key);
    assert.deepEqual(atWork(offboarding), ['delegatedAdmin']);
    const next = further(offboarding, { type: 'offboardingTaskProved', taskId: 'delegatedAdmin' });
    assert.deepEqual([atWork(next), stageOf(next), heldUp(next)], [[], 'stopped', ['reseller']]);
  });

  it('tries a refused task again under a new id', () => {
    const stopped = refusedAt('consent', services);
    const decision = decideOffboarding({ do: 'retryOffboarding', by: megan, newId: () => 'new-id' }, stopped);
    assert.ok('facts' in decision);
    const offboarding = further(stopped, ...decision.facts);
    assert.deepEqual(atWork(offboarding), ['consent']);
    assert.deepEqual(offboarding.tasks.find(({ id }) => id === 'consent')?.target, {
      kind: 'consent',
      requestId: 'new-id',
    });
    assert.deepEqual(offboarding.tasks.find(({ id }) => id === 'consent')?.requestIds, ['refused-1']);
  });

  it('goes on without what was refused when somebody says so, and remembers who and why', () => {
    const offboarding = further(refusedAt('consent', services), { type: 'offboardingRestLeft', by: megan });
    assert.deepEqual(atWork(offboarding), [key]);
    assert.deepEqual(offboarding.tasks.find(({ id }) => id === 'consent')?.state, {
      is: 'left',
      at: now,
      by: megan,
      refusal: noRights,
    });
  });

  it('counts from the first time since when something has not been possible', () => {
    const tried: FactData = { type: 'offboardingTaskTried', taskId: services };
    const later = evolveOffboarding(further(begun(), tried), { ...tried, at: addSeconds(now, 100) });
    assert.deepEqual(later?.tasks[0]?.state, { is: 'due', triedAt: now });
  });

  it('keeps what Microsoft answered last, and no other call of the same answer', () => {
    const answered = (answer: string, requestId: string): FactData => ({
      type: 'offboardingTaskTried',
      taskId: services,
      problem: { reason: 'notPossibleNow', answer, requestId },
    });
    const offboarding = further(begun(), answered('409 conflict', 'a'), answered('409 conflict', 'b'));
    const known = (of: Offboarding) => {
      const state = of.tasks[0]?.state;
      return state?.is === 'due' ? state.problem?.requestId : undefined;
    };
    assert.equal(known(offboarding), 'a');
    assert.equal(known(further(offboarding, answered('412 preconditionFailed', 'c'))), 'c');
  });
});

describe('deciding an offboarding', () => {
  const refusal = (command: OffboardingCommand, offboarding?: Offboarding) => {
    const decision = decideOffboarding(command, offboarding);
    return 'refused' in decision ? decision.refused : decision.facts.map(({ type }) => type).join(' ');
  };
  const yes = (by = megan, at = addSeconds(now, 60)): OffboardingCommand => ({
    do: 'approveOffboarding',
    by,
    offboardingId: 'exit-1',
    now: at,
  });

  it('begins after the grace time', () => {
    assert.deepEqual([anOffboarding().beginsAt, stageOf(anOffboarding())], [addSeconds(now, 300), 'grace']);
  });

  it('refuses a second one', () => assert.equal(refusal(aDecision(), anOffboarding()), 'offboardingUnderWay'));

  it('refuses to do nothing where there is something to do', () =>
    assert.equal(refusal(aDecision(undefined, { steps: [] })), 'noSteps'));

  it('refuses a step that the plan does not have', () => {
    const plan = planOf(inventory({ consent: { value: 'none' } }));
    assert.equal(refusal(aDecision(plan, { steps: ['consent', 'relationships'] })), 'noSteps');
  });

  it('takes no step where there is none to take, for the sake of the certificate', () => {
    const failed = { failed: { reason: 'noRights' } } as const;
    const plan = planOf(inventory({ relationships: { value: [] }, consent: failed, standing: failed }));
    assert.equal(refusal(aDecision(plan, { steps: [] })), 'offboardingDecided');
  });

  it('refuses a plan without the relationships, which nobody can agree to', () => {
    const plan = planOf(inventory({ relationships: { failed: { reason: 'signInExpired' } } }));
    assert.equal(refusal(aDecision(plan, { steps: ['consent', 'delegatedAdmin'] })), 'notRead');
  });

  describe('with a second admin', () => {
    const asked = anOffboarding({ needsSecond: true });

    it('waits for the yes, and only then for the grace time', () => {
      assert.deepEqual([stageOf(asked), asked.beginsAt], ['awaitsApproval', undefined]);
      const decision = decideOffboarding(yes(), asked);
      assert.ok('facts' in decision);
      const agreed = further(asked, ...decision.facts);
      assert.deepEqual([stageOf(agreed), agreed.beginsAt], ['grace', addSeconds(now, 360)]);
      assert.deepEqual(agreed.approval, { by: megan, at: now });
    });

    it('takes no yes from the same person, nor from nobody', () => {
      assert.equal(refusal(yes(alex), asked), 'sameAdmin');
      assert.equal(refusal(yes({ id: '', name: 'Nobody' }), asked), 'sameAdmin');
    });

    it('takes no yes after a day', () => {
      assert.equal(refusal(yes(megan, addSeconds(now, 86_399)), asked), 'offboardingApproved');
      assert.equal(refusal(yes(megan, addSeconds(now, 86_400)), asked), 'noSuchOffboarding');
    });

    it('takes no yes that was given to another', () => {
      const yesToAnother: OffboardingCommand = { do: 'approveOffboarding', by: megan, offboardingId: 'exit-0', now };
      assert.equal(refusal(yesToAnother, asked), 'noSuchOffboarding');
    });

    it('takes no second yes', () => {
      const agreed = further(asked, { type: 'offboardingApproved', by: megan, beginsAt: now });
      assert.equal(refusal(yes(), agreed), 'noSuchOffboarding');
    });

    it('is dropped when what was read has changed, but not once it was agreed', () => {
      assert.equal(
        refusal({ do: 'dropStaleOffboarding', by: megan, offboardingId: 'exit-1' }, asked),
        'offboardingDropped',
      );
      assert.equal(
        refusal({ do: 'dropStaleOffboarding', by: megan, offboardingId: 'exit-1' }, anOffboarding()),
        'noSuchOffboarding',
      );
    });
  });

  it('can be undone until it begins', () => {
    const undo: OffboardingCommand = { do: 'undoOffboarding', by: megan };
    assert.equal(refusal(undo, anOffboarding()), 'offboardingUndone');
    assert.equal(refusal(undo, anOffboarding({ needsSecond: true })), 'offboardingUndone');
    assert.equal(refusal(undo, begun()), 'tooLate');
    assert.equal(refusal(undo), 'noSuchOffboarding');
  });

  it('has nothing to try again or to go without unless it has stopped', () => {
    for (const command of [
      { do: 'retryOffboarding', by: megan, newId: () => 'x' },
      { do: 'leaveRest', by: megan },
    ] satisfies OffboardingCommand[]) {
      assert.equal(refusal(command, anOffboarding()), 'noSuchOffboarding');
      assert.equal(refusal(command, begun()), 'noSuchOffboarding');
    }
  });
});

describe('a tenant that is being offboarded completely', () => {
  const decided = (tenant = tenantBy.approved(), offboarding = anOffboarding()) =>
    having(tenant, { type: 'offboardingDecided', by: alex, offboarding });

  it('lets nothing else be done to it', () => {
    for (const command of [
      { do: 'enable', by: megan, conversationId: 'chat' },
      { do: 'takeApprovalLink', by: megan },
      { do: 'revalidate', by: megan },
      { do: 'acceptLimitations', by: megan },
      { do: 'disable', by: megan },
      { do: 'removeDelegatedAdmin', by: megan, requestId: 'x' },
    ] as const) {
      assert.deepEqual(decide(command, decided()), { refused: 'offboardingUnderWay' });
    }
  });

  it('stays as it is until it begins, and is looked after no more from then on', () => {
    assert.ok(decided().onboarding);
    const tenant = having(decided(), { type: 'offboardingBegun' });
    assert.deepEqual(
      [tenant.onboarding, tenant.status, tenant.leftoverAccess],
      [undefined, 'notConfigured', 'liveAccess'],
    );
    assert.ok(tenant.offboarding);
  });

  it('takes a removal of delegated admin over from whoever asked for it', () => {
    const asked = { type: 'delegatedAdminRemovalRequested', by: megan, requestId: 'x' } as const;
    const removing = having(tenantBy.approved(), { type: 'delegatedAdminRead', granted: true }, asked);
    assert.ok(decided(removing).delegatedAdmin.removal);
    assert.deepEqual(having(decided(removing), { type: 'offboardingBegun' }).delegatedAdmin, { state: 'granted' });
  });

  it('looks again only at what its own relationship had given', () => {
    const plan = planOf(
      inventory({
        relationships: { value: [anInventoryRelationship(), anInventoryRelationship({ id: 'relationship-2' })] },
      }),
    );
    const refusal = noRights;
    const assignments = anOffboarding({}, plan).tasks.filter(({ target }) => target.kind === 'assignment');
    const refused = having(
      decided(undefined, anOffboarding({}, plan)),
      { type: 'offboardingBegun' },
      ...assignments.map(({ id: taskId }) => ({ type: 'offboardingTaskRefused', taskId, refusal }) as const),
      { type: 'offboardingTaskProved', taskId: 'relationship relationship-2' },
    );
    const stillRefused = refused.offboarding?.tasks.filter(({ state }) => state.is === 'refused') ?? [];
    assert.deepEqual(
      stillRefused.map(({ target }) => target.kind === 'assignment' && target.relationshipId),
      ['relationship-1', 'relationship-1'],
    );
  });

  it('is as if it had never been there once the certificate is written, but for who did it', () => {
    const ended = having(
      decided(),
      { type: 'offboardingBegun' },
      { type: 'offboardingEnded', remains: planOf(inventory({ relationships: { value: [] } })) },
    );
    const tenant = having(ended, { type: 'offboardingCertified', by: alex, certificate: { json: 'a', pdf: 'b' } });
    const { version, history, ...rest } = tenant;
    const { version: _version, history: _history, ...fresh } = aTenant();
    assert.deepEqual(rest, { ...fresh, since: now });
    assert.ok(version > ended.version - 1);
    assert.deepEqual(history, [{ at: now, what: 'offboardingCertified', by: alex }]);
  });

  it('shows what of ours is still there', () => {
    const ended = having(
      decided(),
      { type: 'offboardingBegun' },
      { type: 'offboardingEnded', remains: planOf(inventory()) },
    );
    const tenant = having(ended, { type: 'offboardingCertified', by: alex, certificate: { json: 'a', pdf: 'b' } });
    assert.equal(tenant.leftoverAccess, 'liveAccess');
  });

  it('keeps its version while Microsoft works, so that no button goes out of date', () => {
    const tenant = having(decided(), { type: 'offboardingBegun' });
    const worked = having(
      tenant,
      { type: 'offboardingTaskTried', taskId: services },
      { type: 'offboardingTaskSent', taskId: services },
      { type: 'offboardingTaskProved', taskId: services },
    );
    assert.equal(worked.version, tenant.version);
    const refused = having(worked, { type: 'offboardingTaskRefused', taskId: 'consent', refusal: noRights });
    assert.ok(refused.version > worked.version);
  });

  describe('is news', () => {
    const news = (tenant: ReturnType<typeof decided>, factData: FactData) => newsIn(tenant, { ...factData, at: now });

    it('when a second admin is asked, and not when none is', () => {
      const decision = (needsSecond: boolean): FactData => ({
        type: 'offboardingDecided',
        by: alex,
        offboarding: anOffboarding({ needsSecond }),
      });
      assert.equal(news(tenantBy.approved(), decision(true)), 'offboardingAwaitsApproval');
      assert.equal(news(tenantBy.approved(), decision(false)), undefined);
    });

    it('when nobody agreed in time, when it is stale, and not when somebody undid it', () => {
      assert.equal(news(decided(), { type: 'offboardingDropped', why: 'lapsed' }), 'offboardingLapsed');
      assert.equal(news(decided(), { type: 'offboardingDropped', why: 'stale' }), 'offboardingStale');
      assert.equal(news(decided(), { type: 'offboardingUndone', by: megan }), undefined);
    });

    it('when it has stopped, once, and not while it can go on', () => {
      const refused = (taskId: string): FactData => ({ type: 'offboardingTaskRefused', taskId, refusal: noRights });
      const running = having(decided(), { type: 'offboardingBegun' });
      assert.equal(news(running, refused(services)), undefined);
      const assigned = having(running, refused(services));
      assert.equal(news(assigned, refused('consent')), 'offboardingStopped');
      assert.equal(news(having(assigned, refused('consent')), { type: 'offboardingRestLeft', by: megan }), undefined);
    });
  });

  describe('is looked at', () => {
    const noticed = { reconcileSeconds: 300, byEvents: false };
    const seconds = (offboarding: Offboarding, at = now) =>
      secondsToNextCheck(decided(tenantBy.notConfigured(), offboarding), at, noticed);

    it('when a yes lapses, to the second', () => assert.equal(seconds(anOffboarding({ needsSecond: true })), 86_400));

    it('when it begins, to the second, however long the grace time is', () => {
      assert.equal(seconds(anOffboarding()), 300);
      assert.equal(seconds(anOffboarding({ graceSeconds: 86_400 }), addSeconds(now, 400)), 86_000);
      assert.equal(seconds(anOffboarding(), addSeconds(now, 400)), 0);
    });

    it('ever more seldom while Microsoft works', () => {
      const sent = further(begun(), { type: 'offboardingTaskSent', taskId: services });
      assert.equal(seconds(sent), 1);
      assert.equal(seconds(sent, addSeconds(now, 3000)), 300);
    });

    it('not at all while only a person can say how it goes on', () => {
      const stopped = further(begun(anOffboarding({ steps: ['relationships'] })), {
        type: 'offboardingTaskRefused',
        taskId: relationship,
        refusal: noRights,
      });
      assert.equal(seconds(stopped), undefined);
    });

    it('at once when only the certificate is left to be written', () => {
      assert.equal(seconds(further(begun(), { type: 'offboardingEnded', remains: planOf(inventory()) })), 0);
    });
  });
});
