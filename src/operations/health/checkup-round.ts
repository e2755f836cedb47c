// A checkup within a time limit, shared by all who ask within a minute.

import { MicrosoftError } from '../../domain/errors.js';
import { type CheckName, couldNotCheck, type Finding, mostUrgentFirst } from '../../domain/health/checkup.js';
import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import { withTimeout } from '../../runtime/timeout.js';
import type { Checks } from './checkup.js';

/**
 * Resolves to all findings, or after so many milliseconds to those so far; a check that is still under way says so, and its
 * finding is there for the next one who asks.
 */
export type Checkup = (patienceMs: number) => Promise<readonly Finding[]>;

const freshMs = 60_000;

/** One run of all checks. */
interface Round {
  readonly found: Map<CheckName, readonly Finding[]>;
  readonly done: Promise<void>;
  /** By the clock's `elapsedMs`. Absent: it is under way. */
  endedAtMs?: number;
}

/** Checkups: a round that is under way or at most a minute old serves all who ask. */
export function checkupOf(checks: () => Checks, { clock, log }: { readonly clock: Clock; readonly log: Log }): Checkup {
  let last: { readonly names: readonly CheckName[]; readonly round: Round } | undefined;
  return async (patienceMs) => {
    const endedAtMs = last?.round.endedAtMs;
    if (!last || (endedAtMs !== undefined && clock.elapsedMs() - endedAtMs >= freshMs)) {
      const todo = checks();
      last = { names: [...todo.keys()], round: start(todo, clock, log) };
    }
    const { names, round } = last;
    await withTimeout(clock, patienceMs, round.done);
    const findings = names.flatMap((check) => round.found.get(check) ?? [stillLooking(check)]);
    return mostUrgentFirst(findings);
  };
}

function start(checks: Checks, clock: Clock, log: Log): Round {
  const found = new Map<CheckName, readonly Finding[]>();
  const looks = [...checks].map(async ([check, look]) => {
    found.set(check, await look().catch((error: unknown) => [failed(check, error, log)]));
  });
  const round: Round = {
    found,
    done: Promise.all(looks).then(() => {
      round.endedAtMs = clock.elapsedMs();
    }),
  };
  return round;
}

function failed(check: CheckName, error: unknown, log: Log): Finding {
  if (error instanceof MicrosoftError) return couldNotCheck(check, error.problem);
  log.error('checkBroke', { check, error });
  return { check, state: 'notChecked', what: 'broke' };
}

function stillLooking(check: CheckName): Finding {
  return { check, state: 'notChecked', what: 'stillLooking' };
}
