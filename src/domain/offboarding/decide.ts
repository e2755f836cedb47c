// What follows from what a person asks about an exit?
import type { Command } from '../tenant/commands.js';
import type { FactData } from '../tenant/facts.js';
import { addSeconds, type Instant } from '../time.js';
import { approvalLapsesAt, canBeUndone, type Offboarding, stageOf } from './offboarding.js';
import { stepsOf } from './plan.js';
import { tasksOf } from './task.js';

/** A command about an exit. */
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

/** Why a command is refused because of an exit. */
export type OffboardingRefusalReason =
  /** The tenant is being offboarded completely. */
  | 'offboardingUnderWay'
  /** The second yes has to come from somebody else. */
  | 'sameAdmin'
  /** What was to be undone has begun. */
  | 'tooLate'
  /** There is no exit, or it is not where this would mean anything. */
  | 'noSuchOffboarding'
  /** The relationships could not be read, without which nobody knows what there is to agree to. */
  | 'notRead'
  /** No step was chosen though there is something to choose, or one that the plan does not have. */
  | 'noSteps';

/** The answer to a command about an exit. */
export type OffboardingDecision =
  | { readonly facts: readonly FactData[] }
  | { readonly refused: OffboardingRefusalReason };

/** Decides a command on what is known of the tenant's exit. */
export function decideOffboarding(
  command: OffboardingCommand,
  offboarding: Offboarding | undefined,
): OffboardingDecision {
  if (command.do === 'decideOffboarding') return offboarding ? { refused: 'offboardingUnderWay' } : decided(command);
  // A yes is for the exit that it was given to, and for none that has come in its place.
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
  const { by, conversationId, offboardingId: id, plan, requestIds, needsSecond, graceSeconds, now: at } = command;
  if (plan.lines.some((line) => line.what === 'unread' && line.part === 'relationships')) return { refused: 'notRead' };
  const { possible } = stepsOf(plan);
  const steps = possible.filter((step) => command.steps.includes(step));
  // Where nothing can be removed, an exit is still worth its certificate, and its watch over what may be approved yet.
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
  // Nobody is two people, and whoever cannot be told from others is nobody.
  if (by.id === '' || by.id === offboarding.by.id) return { refused: 'sameAdmin' };
  return { facts: [{ type: 'offboardingApproved', by, beginsAt: addSeconds(now, offboarding.graceSeconds) }] };
}
