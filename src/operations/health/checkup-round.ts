// A checkup within a given time, and not repeated for everyone who asks.

import { MicrosoftError } from '../../domain/errors.js';
import { type CheckName, couldNotCheck, type Finding, mostUrgentFirst } from '../../domain/health/checkup.js';
import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import { withTimeout } from '../../runtime/timeout.js';
import { type Checks, type CheckupDeps, checkupChecks } from './checkup.js';

const freshMs = 60_000;

/** One run of all checks. */
interface Round {
  readonly found: Map<CheckName, readonly Finding[]>;
  readonly done: Promise<void>;
  /** By the clock's `elapsedMs`. Absent: it's under way. */
  endedAtMs?: number;
}

/** Checkups; a round that's under way or no older than a minute serves everyone. */
export class Checkup {
  readonly #deps: CheckupDeps;
  readonly #log: Log;
  readonly #checksOf: typeof checkupChecks;
  #last: { readonly names: readonly CheckName[]; readonly round: Round } | undefined;

  /** `checks`: in place of the product's own. */
  constructor(deps: CheckupDeps, log: Log, checks = checkupChecks) {
    this.#deps = deps;
    this.#log = log;
    this.#checksOf = checks;
  }

  /**
   * Checks everything, and returns what's found once all is, or after this many milliseconds. A check that isn't done by
   * then says so, and its finding is there for the next caller.
   */
  async findings(patienceMs: number): Promise<readonly Finding[]> {
    const { clock } = this.#deps;
    const endedAtMs = this.#last?.round.endedAtMs;
    if (!this.#last || (endedAtMs !== undefined && clock.elapsedMs() - endedAtMs >= freshMs)) {
      const todo = this.#checksOf(this.#deps);
      this.#last = { names: [...todo.keys()], round: start(todo, clock, this.#log) };
    }
    const { names, round } = this.#last;
    await withTimeout(clock, patienceMs, round.done);
    const findings = names.flatMap((check) => round.found.get(check) ?? [stillLooking(check)]);
    return mostUrgentFirst(findings);
  }
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
