// Which decisions about an offboarding are taken, and by whom.

import assert from 'node:assert/strict';
import { type Offboarding, stageOf } from '../../../src/domain/offboarding/offboarding.js';
import { planOf } from '../../../src/domain/offboarding/plan.js';
import { decideOffboarding, type OffboardingCommand } from '../../../src/domain/tenant/decide-offboarding.js';
import { addSeconds } from '../../../src/domain/time.js';
import { alex, megan, now } from '../../support/builders.js';
import { begun, further } from '../../support/further-offboarding.js';
import { aDecision, anOffboarding, inventory } from '../../support/offboarding-builders.js';

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
