// In which order does an exit go, what holds what up, and who may say what to it?
import assert from 'node:assert/strict';
import { decideOnExit, type ExitCommand } from '../../../src/domain/offboarding/decide-exit.js';
import { evolveExit } from '../../../src/domain/offboarding/evolve-exit.js';
import { type Exit, stageOf } from '../../../src/domain/offboarding/exit.js';
import { planOf } from '../../../src/domain/offboarding/plan.js';
import { isHeldUp, type TaskRefusal, tasksAtWork } from '../../../src/domain/offboarding/task.js';
import { decide } from '../../../src/domain/tenant/decide.js';
import type { Happening } from '../../../src/domain/tenant/facts.js';
import { newsIn } from '../../../src/domain/tenant/news.js';
import { secondsToNextLook } from '../../../src/domain/tenant/next-check.js';
import { addSeconds } from '../../../src/domain/time.js';
import { alex, aTenant, having, now, tenantBy } from '../../support/builders.js';
import { aDecision, anExit, aTiedRelationship, ties } from '../../support/exit-builders.js';

const megan = { id: '00000000-0000-4000-8000-000000000021', name: 'Megan Bowen' };
const noRights: TaskRefusal = { why: 'microsoft', problem: { reason: 'noRights', requestId: 'refused-1' } };

const further = (exit: Exit, ...happenings: readonly Happening[]): Exit => {
  const next = happenings.reduce<Exit | undefined>(
    (each, happening) => evolveExit(each, { ...happening, at: now } as Parameters<typeof evolveExit>[1]),
    exit,
  );
  assert.ok(next);
  return next;
};
const begun = (exit = anExit()) => further(exit, { type: 'exitBegun' });
const atWork = (exit: Exit) => tasksAtWork(exit.tasks).map(({ id }) => id);
const heldUp = (exit: Exit) => exit.tasks.filter((task) => isHeldUp(task, exit.tasks)).map(({ step }) => step);

const desk = 'assignment relationship-1 assignment-of-b0000000-0000-4000-8000-000000000001';
const key = 'assignment relationship-1 assignment-of-b0000000-0000-4000-8000-000000000002';
const relationship = 'relationship relationship-1';

describe('the order of an exit', () => {
  it('keeps the assignment that may withdraw the consent until that is done, and the reseller relationship for last', () => {
    let exit = begun();
    const order: string[][] = [];
    while (atWork(exit).length > 0) {
      order.push(atWork(exit));
      exit = further(exit, ...atWork(exit).map((taskId): Happening => ({ type: 'exitTaskProved', taskId })));
    }
    assert.deepEqual(order, [[desk], ['consent'], [key], [relationship], ['delegatedAdmin'], ['reseller']]);
  });

  it('waits for the proof, not for Microsoft’s yes', () => {
    const exit = further(begun(), { type: 'exitTaskSent', taskId: desk, requestId: 'id-1' });
    assert.deepEqual(atWork(exit), [desk]);
    assert.deepEqual(exit.tasks[0]?.requestIds, ['id-1']);
  });

  it('has only the tasks of the steps that were chosen', () => {
    assert.deepEqual(
      anExit({ steps: ['relationships'] }).tasks.map(({ id }) => id),
      [relationship],
    );
  });

  const refusedAt = (taskId: string, ...proved: readonly string[]) =>
    further(begun(), ...proved.map((each): Happening => ({ type: 'exitTaskProved', taskId: each })), {
      type: 'exitTaskRefused',
      taskId,
      refusal: noRights,
      requestId: 'refused-1',
    });

  it('goes on without an assignment that was refused, up to the reseller relationship', () => {
    const exit = refusedAt(desk);
    assert.deepEqual(heldUp(exit), ['reseller']);
    assert.deepEqual(atWork(exit), ['consent']);
  });

  it('ends no access while the consent is refused, since nobody could withdraw it then', () => {
    const exit = refusedAt('consent', desk);
    assert.deepEqual(heldUp(exit), ['assignments', 'relationships', 'delegatedAdmin', 'reseller']);
    assert.equal(stageOf(exit), 'stopped');
  });

  it('does not end the reseller relationship while anything else was refused', () => {
    const exit = refusedAt(relationship, desk, 'consent', key);
    assert.deepEqual(atWork(exit), ['delegatedAdmin']);
    const next = further(exit, { type: 'exitTaskProved', taskId: 'delegatedAdmin' });
    assert.deepEqual([atWork(next), stageOf(next), heldUp(next)], [[], 'stopped', ['reseller']]);
  });

  it('tries a refused task again under a new id', () => {
    const stopped = refusedAt('consent', desk);
    const decision = decideOnExit({ do: 'retryExit', by: megan, newId: () => 'new-id' }, stopped);
    assert.ok('facts' in decision);
    const exit = further(stopped, ...decision.facts);
    assert.deepEqual(atWork(exit), ['consent']);
    assert.deepEqual(exit.tasks.find(({ id }) => id === 'consent')?.target, { what: 'consent', requestId: 'new-id' });
    assert.deepEqual(exit.tasks.find(({ id }) => id === 'consent')?.requestIds, ['refused-1']);
  });

  it('goes on without what was refused when somebody says so, and remembers who and why', () => {
    const exit = further(refusedAt('consent', desk), { type: 'exitRestLeft', by: megan });
    assert.deepEqual(atWork(exit), [key]);
    assert.deepEqual(exit.tasks.find(({ id }) => id === 'consent')?.state, {
      is: 'left',
      at: now,
      by: megan,
      refusal: noRights,
    });
  });

  it('counts from the first time since when something has not been possible', () => {
    const tried: Happening = { type: 'exitTaskTried', taskId: desk };
    const later = evolveExit(further(begun(), tried), { ...tried, at: addSeconds(now, 100) });
    assert.deepEqual(later?.tasks[0]?.state, { is: 'due', triedAt: now });
  });

  it('keeps what Microsoft answered last, and no other call of the same answer', () => {
    const answered = (answer: string, requestId: string): Happening => ({
      type: 'exitTaskTried',
      taskId: desk,
      problem: { reason: 'notPossibleNow', answer, requestId },
    });
    const exit = further(begun(), answered('409 conflict', 'a'), answered('409 conflict', 'b'));
    const known = (of: Exit) => {
      const state = of.tasks[0]?.state;
      return state?.is === 'due' ? state.problem?.requestId : undefined;
    };
    assert.equal(known(exit), 'a');
    assert.equal(known(further(exit, answered('412 preconditionFailed', 'c'))), 'c');
  });
});

describe('deciding an exit', () => {
  const refusal = (command: ExitCommand, exit?: Exit) => {
    const decision = decideOnExit(command, exit);
    return 'refused' in decision ? decision.refused : decision.facts.map(({ type }) => type).join(' ');
  };
  const yes = (by = megan, at = addSeconds(now, 60)): ExitCommand => ({
    do: 'approveExit',
    by,
    exitId: 'exit-1',
    now: at,
  });

  it('begins after the grace time', () => {
    assert.deepEqual([anExit().beginsAt, stageOf(anExit())], [addSeconds(now, 300), 'grace']);
  });

  it('refuses a second one', () => assert.equal(refusal(aDecision(), anExit()), 'exitUnderWay'));

  it('refuses to do nothing where there is something to do', () =>
    assert.equal(refusal(aDecision(undefined, { steps: [] })), 'noSteps'));

  it('refuses a step that the plan does not have', () => {
    const plan = planOf(ties({ consent: { value: 'none' } }));
    assert.equal(refusal(aDecision(plan, { steps: ['consent', 'relationships'] })), 'noSteps');
  });

  it('takes no step where there is none to take, for the sake of the certificate', () => {
    const failed = { failed: { reason: 'noRights' } } as const;
    const plan = planOf(ties({ relationships: { value: [] }, consent: failed, standing: failed }));
    assert.equal(refusal(aDecision(plan, { steps: [] })), 'exitDecided');
  });

  it('refuses a plan without the relationships, which nobody can agree to', () => {
    const plan = planOf(ties({ relationships: { failed: { reason: 'signInExpired' } } }));
    assert.equal(refusal(aDecision(plan, { steps: ['consent', 'delegatedAdmin'] })), 'notRead');
  });

  describe('with a second admin', () => {
    const asked = anExit({ needsSecond: true });

    it('waits for the yes, and only then for the grace time', () => {
      assert.deepEqual([stageOf(asked), asked.beginsAt], ['awaitsApproval', undefined]);
      const decision = decideOnExit(yes(), asked);
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
      assert.equal(refusal(yes(megan, addSeconds(now, 86_399)), asked), 'exitApproved');
      assert.equal(refusal(yes(megan, addSeconds(now, 86_400)), asked), 'noSuchExit');
    });

    it('takes no yes that was given to another', () => {
      const yesToAnother: ExitCommand = { do: 'approveExit', by: megan, exitId: 'exit-0', now };
      assert.equal(refusal(yesToAnother, asked), 'noSuchExit');
    });

    it('takes no second yes', () => {
      const agreed = further(asked, { type: 'exitApproved', by: megan, beginsAt: now });
      assert.equal(refusal(yes(), agreed), 'noSuchExit');
    });

    it('is dropped when what was read has changed, but not once it was agreed', () => {
      assert.equal(refusal({ do: 'dropStaleExit', by: megan, exitId: 'exit-1' }, asked), 'exitDropped');
      assert.equal(refusal({ do: 'dropStaleExit', by: megan, exitId: 'exit-1' }, anExit()), 'noSuchExit');
    });
  });

  it('can be undone until it begins', () => {
    const undo: ExitCommand = { do: 'undoExit', by: megan };
    assert.equal(refusal(undo, anExit()), 'exitUndone');
    assert.equal(refusal(undo, anExit({ needsSecond: true })), 'exitUndone');
    assert.equal(refusal(undo, begun()), 'tooLate');
    assert.equal(refusal(undo), 'noSuchExit');
  });

  it('has nothing to try again or to go without unless it has stopped', () => {
    for (const command of [
      { do: 'retryExit', by: megan, newId: () => 'x' },
      { do: 'leaveRest', by: megan },
    ] satisfies ExitCommand[]) {
      assert.equal(refusal(command, anExit()), 'noSuchExit');
      assert.equal(refusal(command, begun()), 'noSuchExit');
    }
  });
});

describe('a tenant that is being offboarded completely', () => {
  const decided = (tenant = tenantBy.approved(), exit = anExit()) =>
    having(tenant, { type: 'exitDecided', by: alex, exit });

  it('lets nothing else be done to it', () => {
    for (const command of [
      { do: 'onboard', by: megan, conversationId: 'chat' },
      { do: 'takeApprovalLink', by: megan },
      { do: 'revalidate', by: megan },
      { do: 'acceptLimitations', by: megan },
      { do: 'offboard', by: megan },
      { do: 'removeDelegatedAdmin', by: megan, requestId: 'x' },
    ] as const) {
      assert.deepEqual(decide(command, decided()), { refused: 'exitUnderWay' });
    }
  });

  it('stays as it is until it begins, and is looked after no more from then on', () => {
    assert.ok(decided().onboarding);
    const tenant = having(decided(), { type: 'exitBegun' });
    assert.deepEqual([tenant.onboarding, tenant.status, tenant.residue], [undefined, 'notConfigured', 'liveAccess']);
    assert.ok(tenant.exit);
  });

  it('takes a removal of delegated admin over from whoever asked for it', () => {
    const asked = { type: 'delegatedAdminRemovalRequested', by: megan, requestId: 'x' } as const;
    const removing = having(tenantBy.approved(), { type: 'delegatedAdminRead', granted: true }, asked);
    assert.ok(decided(removing).delegatedAdmin.removal);
    assert.deepEqual(having(decided(removing), { type: 'exitBegun' }).delegatedAdmin, { state: 'granted' });
  });

  it('looks again only at what its own relationship had given', () => {
    const plan = planOf(
      ties({ relationships: { value: [aTiedRelationship(), aTiedRelationship({ id: 'relationship-2' })] } }),
    );
    const refusal = noRights;
    const assignments = anExit({}, plan).tasks.filter(({ target }) => target.what === 'assignment');
    const refused = having(
      decided(undefined, anExit({}, plan)),
      { type: 'exitBegun' },
      ...assignments.map(({ id: taskId }) => ({ type: 'exitTaskRefused', taskId, refusal }) as const),
      { type: 'exitTaskProved', taskId: 'relationship relationship-2' },
    );
    const stillRefused = refused.exit?.tasks.filter(({ state }) => state.is === 'refused') ?? [];
    assert.deepEqual(
      stillRefused.map(({ target }) => target.what === 'assignment' && target.relationshipId),
      ['relationship-1', 'relationship-1'],
    );
  });

  it('is as if it had never been there once the certificate is written, but for who did it', () => {
    const ended = having(
      decided(),
      { type: 'exitBegun' },
      { type: 'exitEnded', remains: planOf(ties({ relationships: { value: [] } })) },
    );
    const tenant = having(ended, { type: 'exitCertified', by: alex, certificate: { json: 'a', pdf: 'b' } });
    const { version, history, ...rest } = tenant;
    const { version: _version, history: _history, ...fresh } = aTenant();
    assert.deepEqual(rest, { ...fresh, since: now });
    assert.ok(version > ended.version - 1);
    assert.deepEqual(history, [{ at: now, what: 'exitCertified', by: alex }]);
  });

  it('shows what of ours is still there', () => {
    const ended = having(decided(), { type: 'exitBegun' }, { type: 'exitEnded', remains: planOf(ties()) });
    const tenant = having(ended, { type: 'exitCertified', by: alex, certificate: { json: 'a', pdf: 'b' } });
    assert.equal(tenant.residue, 'liveAccess');
  });

  it('keeps its version while Microsoft works, so that no button goes out of date', () => {
    const tenant = having(decided(), { type: 'exitBegun' });
    const worked = having(
      tenant,
      { type: 'exitTaskTried', taskId: desk },
      { type: 'exitTaskSent', taskId: desk },
      { type: 'exitTaskProved', taskId: desk },
    );
    assert.equal(worked.version, tenant.version);
    const refused = having(worked, { type: 'exitTaskRefused', taskId: 'consent', refusal: noRights });
    assert.ok(refused.version > worked.version);
  });

  describe('is news', () => {
    const news = (tenant: ReturnType<typeof decided>, happening: Happening) =>
      newsIn(tenant, { ...happening, at: now });

    it('when a second admin is asked, and not when none is', () => {
      const decision = (needsSecond: boolean): Happening => ({
        type: 'exitDecided',
        by: alex,
        exit: anExit({ needsSecond }),
      });
      assert.equal(news(tenantBy.approved(), decision(true)), 'exitAwaitsApproval');
      assert.equal(news(tenantBy.approved(), decision(false)), undefined);
    });

    it('when nobody agreed in time, when it is stale, and not when somebody undid it', () => {
      assert.equal(news(decided(), { type: 'exitDropped', why: 'lapsed' }), 'exitLapsed');
      assert.equal(news(decided(), { type: 'exitDropped', why: 'stale' }), 'exitStale');
      assert.equal(news(decided(), { type: 'exitUndone', by: megan }), undefined);
    });

    it('when it has stopped, once, and not while it can go on', () => {
      const refused = (taskId: string): Happening => ({ type: 'exitTaskRefused', taskId, refusal: noRights });
      const running = having(decided(), { type: 'exitBegun' });
      assert.equal(news(running, refused(desk)), undefined);
      const assigned = having(running, refused(desk));
      assert.equal(news(assigned, refused('consent')), 'exitStopped');
      assert.equal(news(having(assigned, refused('consent')), { type: 'exitRestLeft', by: megan }), undefined);
    });
  });

  describe('is looked at', () => {
    const noticed = { sweepSeconds: 300, byEvents: false };
    const seconds = (exit: Exit, at = now) => secondsToNextLook(decided(tenantBy.notConfigured(), exit), at, noticed);

    it('when a yes lapses, to the second', () => assert.equal(seconds(anExit({ needsSecond: true })), 86_400));

    it('when it begins, to the second, however long the grace time is', () => {
      assert.equal(seconds(anExit()), 300);
      assert.equal(seconds(anExit({ graceSeconds: 86_400 }), addSeconds(now, 400)), 86_000);
      assert.equal(seconds(anExit(), addSeconds(now, 400)), 0);
    });

    it('ever more seldom while Microsoft works', () => {
      const sent = further(begun(), { type: 'exitTaskSent', taskId: desk });
      assert.equal(seconds(sent), 1);
      assert.equal(seconds(sent, addSeconds(now, 3000)), 300);
    });

    it('not at all while only a person can say how it goes on', () => {
      const stopped = further(begun(anExit({ steps: ['relationships'] })), {
        type: 'exitTaskRefused',
        taskId: relationship,
        refusal: noRights,
      });
      assert.equal(seconds(stopped), undefined);
    });

    it('at once when only the certificate is left to be written', () => {
      assert.equal(seconds(further(begun(), { type: 'exitEnded', remains: planOf(ties()) })), 0);
    });
  });
});
