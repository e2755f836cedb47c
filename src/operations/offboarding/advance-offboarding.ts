// Takes an offboarding as far as it can go now.
import { CloudUnavailable, MicrosoftError } from '../../domain/errors.js';
import { approvalLapsesAt, type Offboarding, stageOf } from '../../domain/offboarding/offboarding.js';
import { type Plan, planOf } from '../../domain/offboarding/plan.js';
import { isSettled, tasksAtWork } from '../../domain/offboarding/task.js';
import { isAboutSignIn, type Problem, passes } from '../../domain/problem.js';
import { droppedSecond } from '../../domain/tenant/second-admin.js';
import { addSeconds, type Instant, secondsBetween, secondsSince } from '../../domain/time.js';
import type { Dependencies, LockedDependencies } from '../dependencies.js';
import type { Recording } from '../recording/recording.js';
import { advanceTask } from './advance-task.js';
import { certify } from './certify.js';
import { planHashOf } from './offboardings.js';
import { readInventory } from './read-inventory.js';
import { Removals } from './removals.js';

// After a day without an answer from Microsoft, what was agreed to isn't begun any more, and what couldn't be read at the
// end is certified as unknown, so that nothing goes on for good without people being told.
const patienceSeconds = 86_400;
// No timer is this late unless the process didn't run.
const mostLateSeconds = 120;

/**
 * Waits out the grace period, reads once more, takes one removal after the other, proves, and writes the certificate. Each
 * result is saved at once, so that after a crash at any line the next run reads first and repeats nothing.
 * @throws MicrosoftError when Microsoft couldn't be asked. What was found and done until then is saved.
 * @throws StoreError
 */
export async function advanceOffboarding(deps: LockedDependencies, recording: Recording): Promise<void> {
  const { clock } = deps;
  const before = recording.tenant.offboarding;
  if (!before) return;
  if (stageOf(before) === 'awaitsApproval') {
    if (clock.now() >= approvalLapsesAt(before)) recording.add([{ type: 'offboardingDropped', why: 'lapsed' }]);
    return;
  }
  if (stageOf(before) === 'grace' && !(await begin(deps, recording, before))) return;
  await removeAll(deps, recording);
  await end(deps, recording);
  const { offboarding } = recording.tenant;
  if (offboarding?.end) await certify(deps, recording, offboarding);
}

/** Whether it has begun. The plan that was agreed to must still hold. */
async function begin(deps: Dependencies, recording: Recording, offboarding: Offboarding): Promise<boolean> {
  const { clock, log } = deps;
  const { tenantId } = recording.tenant;
  const { beginsAt } = offboarding;
  if (beginsAt === undefined) return false;
  const lateSeconds = secondsBetween(beginsAt, clock.now());
  // Further off than all of the grace period: the clock was set back, and the grace period starts again.
  if (lateSeconds < -offboarding.graceSeconds) putOff(recording, offboarding, clock.now());
  if (lateSeconds < 0) return false;
  // What should have begun long ago, while the process was down or nothing could be read, is no longer expected.
  const isTooLate = lateSeconds >= patienceSeconds;
  if (!isTooLate && lateSeconds > mostLateSeconds && offboarding.graceSeconds > 0) {
    putOff(recording, offboarding, clock.now());
    return false;
  }
  const plan = isTooLate ? undefined : await readPlan(deps, tenantId);
  const isSame = plan !== undefined && planHashOf(plan) === planHashOf(offboarding.plan);
  if (plan && !isSame) throwUnlessRead(plan);
  if (isSame) recording.add([...droppedSecond(recording.tenant), { type: 'offboardingBegun' }]);
  else recording.add([{ type: 'offboardingDropped', why: 'stale' }]);
  await recording.save();
  log.info(isSame ? 'offboardingBegun' : 'offboardingStale', { tenantId, offboardingId: offboarding.id });
  return isSame;
}

function putOff(recording: Recording, { graceSeconds }: Offboarding, now: Instant): void {
  recording.add([{ type: 'offboardingPutOff', beginsAt: addSeconds(now, graceSeconds) }]);
}

async function removeAll(deps: LockedDependencies, recording: Recording): Promise<void> {
  let hasChanged = true;
  while (hasChanged) hasChanged = await pass(deps, recording);
}

/** Takes every task that can go on one step further. Resolves to whether any of them changed. */
async function pass(deps: LockedDependencies, recording: Recording): Promise<boolean> {
  const { clock, log } = deps;
  const { tenantId, offboarding } = recording.tenant;
  const tasks = tasksAtWork(offboarding?.tasks ?? []);
  const removals = new Removals(deps, tenantId);
  let failure: MicrosoftError | undefined;
  let hasChanged = false;
  for (const task of tasks) {
    try {
      const facts = await advanceTask(task, removals.of(task.target), clock);
      recording.add(facts);
      // What Microsoft has done must be saved, no matter what comes next.
      await recording.save();
      for (const factData of facts)
        log.info('offboardingTask', {
          tenantId,
          offboardingId: offboarding?.id,
          task: task.id,
          came: factData.type,
          // Microsoft's own answer, which tells more than the reason.
          ...(factData.type === 'offboardingTaskRefused' && { refusal: factData.refusal }),
        });
      hasChanged ||= facts.some(({ type }) => type === 'offboardingTaskProved' || type === 'offboardingTaskRefused');
    } catch (error) {
      // A task of which nothing is known doesn't hold up the others.
      if (!(error instanceof MicrosoftError)) throw error;
      failure ??= error;
      if (!isAboutSignIn(error.problem)) {
        const { problem } = error;
        log.warn('offboardingTaskPutOff', { tenantId, offboardingId: offboarding?.id, task: task.id, error });
        recording.add([{ type: 'offboardingTaskTried', taskId: task.id, isUnknown: true, problem }]);
      }
    }
  }
  if (failure) throw failure;
  return hasChanged;
}

/** The last reading, once nothing is left to do. */
async function end(deps: Dependencies, recording: Recording): Promise<void> {
  const { clock } = deps;
  const { tenantId, offboarding } = recording.tenant;
  if (!offboarding || offboarding.end || !offboarding.tasks.every(isSettled)) return;
  const remains = await readPlan(deps, tenantId);
  const unread = toBeRead(remains);
  if (unread.length > 0) {
    recording.add([{ type: 'offboardingRemainsUnread' }]);
    const now = clock.now();
    const since = recording.tenant.offboarding?.unread?.since ?? now;
    if (secondsSince(since, now) < patienceSeconds || unread.some(isAboutSignIn)) throwUnlessRead(remains);
  }
  recording.add([{ type: 'offboardingEnded', remains }]);
  await recording.save();
}

async function readPlan(deps: Dependencies, tenantId: string): Promise<Plan> {
  return planOf(await readInventory(deps, tenantId));
}

/** @throws MicrosoftError for a part that couldn't be read and may be readable later. */
function throwUnlessRead(plan: Plan): void {
  const [problem] = toBeRead(plan);
  if (!problem) return;
  throw new CloudUnavailable('the plan could not be read', problem);
}

function toBeRead({ lines }: Plan): readonly Problem[] {
  return lines.flatMap((line) => (line.kind === 'unread' && isToBeRead(line) ? [line.problem] : []));
}

function isToBeRead({ part, problem }: Extract<Plan['lines'][number], { readonly kind: 'unread' }>): boolean {
  return part === 'relationships' || passes(problem) || isAboutSignIn(problem);
}
