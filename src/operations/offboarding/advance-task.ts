// Takes one task of an offboarding a step further: nothing yet, one call, a proof, or a refusal.

import { confirmationPatienceSeconds } from '../../domain/access/delegated-admin.js';
import { isRefusal, MicrosoftError, Refused } from '../../domain/errors.js';
import type { Task, TaskRefusal } from '../../domain/offboarding/task.js';
import { isAboutSignIn } from '../../domain/problem.js';
import type { FactData } from '../../domain/tenant/facts.js';
import { type Instant, secondsSince } from '../../domain/time.js';
import type { Clock } from '../../runtime/clock.js';
import type { RemovalCalls } from './removals.js';

// An etag that has just changed, or something still being made, is over within minutes; else it's a refusal.
const possiblePatienceSeconds = 300;
// A fault of Microsoft's that lasts longer than this is told.
const unknownPatienceSeconds = 3600;

/**
 * Reads, and asks at most once for the removal. Only a reading proves it; Microsoft's accepting a call doesn't.
 * @throws MicrosoftError when nothing is known; the next try reads first and uses the same request id.
 */
export async function advanceTask(task: Task, removal: RemovalCalls, clock: Clock): Promise<readonly FactData[]> {
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
  removal: RemovalCalls,
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
      // After so long the call is made all the same, so that Microsoft says why not.
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

// Microsoft has the request by now, so a reading that fails says nothing, not even a refused one. A lost sign-in is an
// alarm and not about this task.
async function confirm(
  taskId: string,
  sentAt: Instant,
  removal: RemovalCalls,
  clock: Clock,
): Promise<readonly FactData[]> {
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
