// How is an exit taken as far as it can go now, whoever or whatever gave rise to it?
import { CloudUnavailable, MicrosoftError } from '../../domain/errors.js';
import { isAboutSignIn, type Problem, passes } from '../../domain/health/problem.js';
import { approvalLapsesAt, type Offboarding, stageOf } from '../../domain/offboarding/offboarding.js';
import { type Plan, planOf } from '../../domain/offboarding/plan.js';
import { isSettled, tasksAtWork } from '../../domain/offboarding/task.js';
import { addSeconds, type Instant, secondsBetween, secondsSince } from '../../domain/time.js';
import type { Recording } from '../commands/recording.js';
import type { Dependencies } from '../dependencies.js';
import { advanceTask } from './advance-task.js';
import { certify } from './certify.js';
import { planHashOf } from './offboardings.js';
import { readInventory } from './read-inventory.js';
import { Removals } from './removals.js';

// After a day without an answer from Microsoft, what was agreed to is not begun any more, and what could not be read at
// the end is certified as unknown, so that nothing goes on for ever with nobody hearing of it.
const patienceSeconds = 86_400;
// A timer is never as late as this, so that nothing ran.
const mostLateSeconds = 120;

/**
 * Waits out its grace, looks once more, removes one thing after the other, proves, and writes the certificate. Whatever
 * happened is saved at once, so that a crash at any line is followed by a look and by nothing done twice.
 * @throws MicrosoftError when Microsoft could not be asked. What was found and done until then is saved.
 * @throws StoreError
 */
export async function advanceOffboarding(deps: Dependencies, recording: Recording): Promise<void> {
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

/** Whether it has begun. What was agreed to has to be what is there now. */
async function begin(deps: Dependencies, recording: Recording, offboarding: Offboarding): Promise<boolean> {
  const { clock, log } = deps;
  const { tenantId } = recording.tenant;
  const { beginsAt } = offboarding;
  if (beginsAt === undefined) return false;
  const lateSeconds = secondsBetween(beginsAt, clock.now());
  // Further off than all of its grace: the clock was stepped back, and the grace begins anew.
  if (lateSeconds < -offboarding.graceSeconds) putOff(recording, offboarding, clock.now());
  if (lateSeconds < 0) return false;
  // Nobody expects any more what was to begin long ago, when the process was down or nothing could be read.
  const isTooLate = lateSeconds >= patienceSeconds;
  if (!isTooLate && lateSeconds > mostLateSeconds && offboarding.graceSeconds > 0) {
    putOff(recording, offboarding, clock.now());
    return false;
  }
  const plan = isTooLate ? undefined : await readPlan(deps, tenantId);
  const isSame = plan !== undefined && planHashOf(plan) === planHashOf(offboarding.plan);
  if (plan && !isSame) throwUnlessRead(plan);
  recording.add([isSame ? { type: 'offboardingBegun' } : { type: 'offboardingDropped', why: 'stale' }]);
  await recording.save();
  log.info(isSame ? 'offboardingBegun' : 'offboardingStale', { tenantId, offboardingId: offboarding.id });
  return isSame;
}

function putOff(recording: Recording, { graceSeconds }: Offboarding, now: Instant): void {
  recording.add([{ type: 'offboardingPutOff', beginsAt: addSeconds(now, graceSeconds) }]);
}

async function removeAll(deps: Dependencies, recording: Recording): Promise<void> {
  let hasChanged = true;
  while (hasChanged) hasChanged = await pass(deps, recording);
}

/** Takes every task whose turn it is one step on; whether that changed where they are. */
async function pass({ microsoft, clock, log }: Dependencies, recording: Recording): Promise<boolean> {
  const { tenantId, offboarding } = recording.tenant;
  const tasks = tasksAtWork(offboarding?.tasks ?? []);
  const removals = new Removals(microsoft, tenantId);
  let failure: MicrosoftError | undefined;
  let hasChanged = false;
  for (const task of tasks) {
    try {
      const facts = await advanceTask(task, removals.of(task.target), clock);
      recording.add(facts);
      // What Microsoft has done must not be forgotten, whatever comes next.
      await recording.save();
      for (const factData of facts)
        log.info('offboardingTask', {
          tenantId,
          offboardingId: offboarding?.id,
          task: task.id,
          came: factData.type,
          // Microsoft's own answer, which tells what the reason alone does not.
          ...(factData.type === 'offboardingTaskRefused' && { refusal: factData.refusal }),
        });
      hasChanged ||= facts.some(({ type }) => type === 'offboardingTaskProved' || type === 'offboardingTaskRefused');
    } catch (error) {
      // One that nothing is known about does not hold up its neighbours.
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

/** Once nothing is left to do: what is there still? */
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

/** What could not be read is read again, unless it is something that we never may read; that is said to be unknown. */
function throwUnlessRead(plan: Plan): void {
  const [problem] = toBeRead(plan);
  if (!problem) return;
  throw new CloudUnavailable('the plan could not be read', 'Gatehouse tries again by itself.', problem);
}

function toBeRead({ lines }: Plan): readonly Problem[] {
  return lines.flatMap((line) => (line.what === 'unread' && isToBeRead(line) ? [line.problem] : []));
}

function isToBeRead({ part, problem }: Extract<Plan['lines'][number], { readonly what: 'unread' }>): boolean {
  return part === 'relationships' || passes(problem) || isAboutSignIn(problem);
}
