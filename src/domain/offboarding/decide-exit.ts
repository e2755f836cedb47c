// What follows from what a person asks about an exit?
import type { Command } from '../tenant/commands.js';
import type { Happening } from '../tenant/facts.js';
import { addSeconds, type Instant } from '../time.js';
import { approvalLapsesAt, canBeUndone, type Exit, stageOf } from './exit.js';
import { stepsOf } from './plan.js';
import { tasksOf } from './task.js';

/** A command about an exit. */
export type ExitCommand = Extract<
  Command,
  { readonly do: 'decideExit' | 'approveExit' | 'dropStaleExit' | 'undoExit' | 'retryExit' | 'leaveRest' }
>;

/** Why a command is refused because of an exit. */
export type ExitRefusalReason =
  /** The tenant is being offboarded completely. */
  | 'exitUnderWay'
  /** The second yes has to come from somebody else. */
  | 'sameAdmin'
  /** What was to be undone has begun. */
  | 'tooLate'
  /** There is no exit, or it is not where this would mean anything. */
  | 'noSuchExit'
  /** The relationships could not be read, without which nobody knows what there is to agree to. */
  | 'notRead'
  /** No step was chosen though there is something to choose, or one that the plan does not have. */
  | 'noSteps';

/** The answer to a command about an exit. */
export type ExitDecision = { readonly facts: readonly Happening[] } | { readonly refused: ExitRefusalReason };

/** Decides a command on what is known of the tenant's exit. */
export function decideOnExit(command: ExitCommand, exit: Exit | undefined): ExitDecision {
  if (command.do === 'decideExit') return exit ? { refused: 'exitUnderWay' } : decided(command);
  // A yes is for the exit that it was given to, and for none that has come in its place.
  if (!exit || ('exitId' in command && command.exitId !== exit.id)) return { refused: 'noSuchExit' };
  const { by } = command;
  switch (command.do) {
    case 'approveExit':
      return approved(exit, command);
    case 'dropStaleExit':
      if (stageOf(exit) !== 'awaitsApproval') return { refused: 'noSuchExit' };
      return { facts: [{ type: 'exitDropped', why: 'stale' }] };
    case 'undoExit':
      return canBeUndone(exit) ? { facts: [{ type: 'exitUndone', by }] } : { refused: 'tooLate' };
    case 'retryExit': {
      if (stageOf(exit) !== 'stopped') return { refused: 'noSuchExit' };
      const refused = exit.tasks.filter(({ state }) => state.is === 'refused');
      const requestIds = Object.fromEntries(refused.map(({ id }) => [id, command.newId()]));
      return { facts: [{ type: 'exitRetried', by, requestIds }] };
    }
    case 'leaveRest':
      if (stageOf(exit) !== 'stopped') return { refused: 'noSuchExit' };
      return { facts: [{ type: 'exitRestLeft', by }] };
    default:
      return command satisfies never;
  }
}

function decided(command: Extract<ExitCommand, { readonly do: 'decideExit' }>): ExitDecision {
  const { by, conversationId, exitId: id, plan, requestIds, needsSecond, graceSeconds, now: at } = command;
  if (plan.lines.some((line) => line.what === 'unread' && line.part === 'relationships')) return { refused: 'notRead' };
  const { possible } = stepsOf(plan);
  const steps = possible.filter((step) => command.steps.includes(step));
  // Where nothing can be removed, an exit is still worth its certificate, and its watch over what may be approved yet.
  if (steps.length !== new Set(command.steps).size || (steps.length === 0 && possible.length > 0))
    return { refused: 'noSteps' };
  const beginsAt: Instant | undefined = needsSecond ? undefined : addSeconds(at, graceSeconds);
  const tasks = tasksOf(plan, steps, requestIds);
  const exit: Exit = { id, plan, steps, by, at, conversationId, graceSeconds, needsSecond, beginsAt, tasks };
  return { facts: [{ type: 'exitDecided', by, exit }] };
}

function approved(exit: Exit, { by, now }: Extract<ExitCommand, { readonly do: 'approveExit' }>): ExitDecision {
  if (stageOf(exit) !== 'awaitsApproval' || now >= approvalLapsesAt(exit)) return { refused: 'noSuchExit' };
  // Nobody is two people, and whoever cannot be told from others is nobody.
  if (by.id === '' || by.id === exit.by.id) return { refused: 'sameAdmin' };
  return { facts: [{ type: 'exitApproved', by, beginsAt: addSeconds(now, exit.graceSeconds) }] };
}
