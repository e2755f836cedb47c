// Decides what people ask about an offboarding.

import { approvalLapsesAt, canBeUndone, type Offboarding, stageOf } from '../offboarding/offboarding.js';
import { stepsOf } from '../offboarding/plan.js';
import { tasksOf } from '../offboarding/task.js';
import { isAnotherPerson } from '../second-admin.js';
import { addSeconds, type Instant } from '../time.js';
import type { Command } from './commands.js';
import type { FactData } from './facts.js';

/** A command about an offboarding. */
export type OffboardingCommand = Extract<
  Command,
  {
    readonly do:
      | 'decideOffboarding'
      | 'approveOffboarding'
      | 'dropStaleOffboarding'
      | 'undoOffboarding'
      | 'retryOffboarding'
      | 'leaveRest';
  }
>;

/** Why a command is refused because of an offboarding. */
export type OffboardingRefusalReason =
  /** The tenant is being offboarded completely. */
  | 'offboardingUnderWay'
  /** The second yes must come from another admin. */
  | 'sameAdmin'
  /** It has begun, so it can't be undone. */
  | 'tooLate'
  /** There's no offboarding, or it isn't at a stage where the command applies. */
  | 'noSuchOffboarding'
  /** The relationships couldn't be read, so it's not known what there is to agree to. */
  | 'notRead'
  /** No step was chosen though there are some, or one that the plan doesn't have. */
  | 'noSteps';

/** The answer to a command about an offboarding. */
export type OffboardingDecision =
  | { readonly facts: readonly FactData[] }
  | { readonly refused: OffboardingRefusalReason };

/** Decides a command by what's known of the tenant's offboarding. */
export function decideOffboarding(
  command: OffboardingCommand,
  offboarding: Offboarding | undefined,
): OffboardingDecision {
  if (command.do === 'decideOffboarding') return offboarding ? { refused: 'offboardingUnderWay' } : decided(command);
  // A yes counts for the offboarding it was given to, not for one that has taken its place.
  if (!offboarding || ('offboardingId' in command && command.offboardingId !== offboarding.id))
    return { refused: 'noSuchOffboarding' };
  const { by } = command;
  switch (command.do) {
    case 'approveOffboarding':
      return approved(offboarding, command);
    case 'dropStaleOffboarding':
      if (stageOf(offboarding) !== 'awaitsApproval') return { refused: 'noSuchOffboarding' };
      return { facts: [{ type: 'offboardingDropped', why: 'stale' }] };
    case 'undoOffboarding':
      return canBeUndone(offboarding) ? { facts: [{ type: 'offboardingUndone', by }] } : { refused: 'tooLate' };
    case 'retryOffboarding': {
      if (stageOf(offboarding) !== 'stopped') return { refused: 'noSuchOffboarding' };
      const refused = offboarding.tasks.filter(({ state }) => state.is === 'refused');
      const requestIds = Object.fromEntries(refused.map(({ id }) => [id, command.newId()]));
      return { facts: [{ type: 'offboardingRetried', by, requestIds }] };
    }
    case 'leaveRest':
      if (stageOf(offboarding) !== 'stopped') return { refused: 'noSuchOffboarding' };
      return { facts: [{ type: 'offboardingRestLeft', by }] };
    default:
      return command satisfies never;
  }
}

function decided(command: Extract<OffboardingCommand, { readonly do: 'decideOffboarding' }>): OffboardingDecision {
  const { by, conversationId, language, offboardingId: id, plan, requestIds, needsSecond, graceSeconds } = command;
  const { now: at } = command;
  if (plan.lines.some((line) => line.kind === 'unread' && line.part === 'relationships')) return { refused: 'notRead' };
  const { possible } = stepsOf(plan);
  const steps = possible.filter((step) => command.steps.includes(step));
  // Where nothing can be removed, an offboarding is still worth its certificate and its watched requests.
  if (steps.length !== new Set(command.steps).size || (steps.length === 0 && possible.length > 0))
    return { refused: 'noSteps' };
  const beginsAt: Instant | undefined = needsSecond ? undefined : addSeconds(at, graceSeconds);
  const tasks = tasksOf(plan, steps, requestIds);
  const offboarding: Offboarding = {
    id,
    plan,
    steps,
    by,
    at,
    conversationId,
    language,
    graceSeconds,
    needsSecond,
    beginsAt,
    tasks,
  };
  return { facts: [{ type: 'offboardingDecided', by, offboarding }] };
}

function approved(
  offboarding: Offboarding,
  { by, now }: Extract<OffboardingCommand, { readonly do: 'approveOffboarding' }>,
): OffboardingDecision {
  if (stageOf(offboarding) !== 'awaitsApproval' || now >= approvalLapsesAt(offboarding))
    return { refused: 'noSuchOffboarding' };
  if (!isAnotherPerson(by, offboarding)) return { refused: 'sameAdmin' };
  return { facts: [{ type: 'offboardingApproved', by, beginsAt: addSeconds(now, offboarding.graceSeconds) }] };
}
