// In which order an offboarding goes, and what holds what up.

import assert from 'node:assert/strict';
import { type Offboarding, stageOf } from '../../../src/domain/offboarding/offboarding.js';
import { decideOffboarding } from '../../../src/domain/tenant/decide-offboarding.js';
import { evolveOffboarding } from '../../../src/domain/tenant/evolve-offboarding.js';
import type { FactData } from '../../../src/domain/tenant/facts.js';
import { addSeconds } from '../../../src/domain/time.js';
import { megan, now } from '../../support/builders.js';
import {
  atWork,
  begun,
  further,
  heldUp,
  key,
  noRights,
  relationship,
  services,
} from '../../support/further-offboarding.js';
import { anOffboarding } from '../../support/offboarding-builders.js';

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
