// What becomes of one task of an exit at one look: nothing yet, one call, a proof, or a refusal?

import { confirmationPatienceSeconds } from '../../domain/access/delegated-admin.js';
import { isRefusal, MicrosoftError, Refused } from '../../domain/errors.js';
import { isAboutSignIn } from '../../domain/health/problem.js';
import type { Task, TaskRefusal } from '../../domain/offboarding/task.js';
import type { FactData } from '../../domain/tenant/facts.js';
import { type Instant, secondsSince } from '../../domain/time.js';
import type { Clock } from '../../runtime/clock.js';
import type { Removal } from './removals.js';

// A version that has just changed, something that is still being made: that is over within minutes, or it is a refusal.
const possiblePatienceSeconds = 300;
// A fault of Microsoft's that lasts longer than this is something that a person has to hear of.
const unknownPatienceSeconds = 3600;

/**
 * Looks, and asks at most once for the removal. Only a look proves anything: that Microsoft has taken a call does not.
 * @throws MicrosoftError when nothing is known; it is then looked at again, and done under the same id if need be.
 */
export async function advanceTask(task: Task, removal: Removal, clock: Clock): Promise<readonly FactData[]> {
  const { id: taskId, state } = task;
  if (state.is === 'sent') return confirm(taskId, state.at, removal, clock);
  if (state.is !== 'due') return [];
  const notPossibleSince = state.isUnknown ? undefined : state.triedAt;
  const unknownSince = state.isUnknown ? state.triedAt : undefined;
  try {
    return await begin(taskId, notPossibleSince, removal, clock);
  } catch (error) {
    if (!(error instanceof MicrosoftError) || isAboutSignIn(error.problem)) throw error;
    if (error instanceof Refused && error.problem.reason === 'notPossibleNow') {
      if (!isOverdue(notPossibleSince, possiblePatienceSeconds, clock))
        return [{ type: 'offboardingTaskTried', taskId, problem: error.problem }];
    } else if (!isRefusal(error) && !isOverdue(unknownSince, unknownPatienceSeconds, clock)) {
      throw error;
    }
    const { problem } = error;
    return [refused(taskId, { why: 'microsoft', problem })];
  }
}

async function begin(
  taskId: string,
  triedAt: Instant | undefined,
  removal: Removal,
  clock: Clock,
): Promise<readonly FactData[]> {
  const sight = await removal.state();
  switch (sight) {
    case 'gone':
      return [{ type: 'offboardingTaskProved', taskId }];
    case 'going':
      return [{ type: 'offboardingTaskSent', taskId, wasUnderWay: true }];
    case 'notYet':
    case 'there':
    case 'unseen': {
      // After so long it is asked for all the same, so that it is Microsoft that says why not.
      if (sight === 'notYet' && !isOverdue(triedAt, confirmationPatienceSeconds, clock))
        return [{ type: 'offboardingTaskTried', taskId }];
      const obstacle = await removal.obstacle();
      if (obstacle) return [refused(taskId, { why: 'inTheWay', obstacle })];
      const { requestId } = await removal.remove();
      return [{ type: 'offboardingTaskSent', taskId, requestId }];
    }
    default:
      return sight satisfies never;
  }
}

// Microsoft has it by now, so a look that fails says nothing, not even one that is refused. Whether we are signed in is
// told by an alarm, and no matter of this task's.
async function confirm(taskId: string, sentAt: Instant, removal: Removal, clock: Clock): Promise<readonly FactData[]> {
  const isLate = isOverdue(sentAt, confirmationPatienceSeconds, clock);
  try {
    if ((await removal.state()) === 'gone') return [{ type: 'offboardingTaskProved', taskId }];
  } catch (error) {
    if (!isLate || !(error instanceof MicrosoftError) || isAboutSignIn(error.problem)) throw error;
  }
  return isLate ? [refused(taskId, { why: 'unconfirmed' })] : [];
}

function isOverdue(since: Instant | undefined, seconds: number, clock: Clock): boolean {
  return since !== undefined && secondsSince(since, clock.now()) >= seconds;
}

function refused(taskId: string, refusal: TaskRefusal): FactData {
  const requestId = refusal.why === 'microsoft' ? refusal.problem.requestId : undefined;
  return { type: 'offboardingTaskRefused', taskId, refusal, requestId };
}
