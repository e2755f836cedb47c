// What the process's supervisor is told: whether requests are welcome, and what's in trouble.
import type { OpenBot } from '../bot/open-bot.js';
import type { Config } from '../config/config.js';
import { whyNotReady } from '../domain/health/readiness.js';
import type { ProcessHealth } from '../http/server.js';
import type { Saving } from '../operations/ports/saving.js';
import type { Clock } from '../runtime/clock.js';
import { withTimeout } from '../runtime/timeout.js';
import { namesGroups } from './checkup.js';
import type { Connection } from './connection.js';
import type { Background } from './operations.js';

/** What tells how things are. */
export interface ReadinessDeps {
  readonly saving: Saving;
  readonly bot: OpenBot;
  readonly background: Background;
  readonly reconcileSeconds: number;
}

/** The health of the process. */
export class Readiness implements ProcessHealth {
  readonly #parts: ReadinessDeps;
  #isServing = false;
  #isClosed = false;

  constructor(parts: ReadinessDeps) {
    this.#parts = parts;
  }

  /** Why requests aren't welcome; empty: they are. */
  whyNotReady(): readonly string[] {
    const { bot, background, reconcileSeconds } = this.#parts;
    const { reconciles } = background;
    return whyNotReady({
      isServing: this.#isServing,
      // While Microsoft is out of reach, it may not be known who may hear.
      nothingSentSeconds: bot.silence.seconds(reconciles.failing !== undefined),
      noReconcileSeconds: reconciles.secondsSinceEnded,
      reconcileSeconds,
    });
  }

  /** What keeps it from doing all that is asked; empty: nothing. */
  troubles(): readonly string[] {
    const { trouble } = this.#parts.saving;
    return trouble === undefined ? [] : [trouble];
  }

  /** Requests are welcome, after `wait` where that isn't `undefined`. */
  open(wait: Promise<unknown> | undefined): void {
    if (wait) void wait.then(() => this.open(undefined));
    else this.#isServing = !this.#isClosed;
  }

  /** Requests aren't welcome any more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#isServing = false;
  }
}

// Longer than Entra usually takes for a token. A restart wouldn't help one that takes longer.
const longestWaitMs = 5000;

/**
 * What is waited for before requests are welcome: where groups decide who may, the first token for Graph, by which they are
 * read. Another replica answers such people meanwhile, whom this one would refuse. Never fails; `undefined`: nothing.
 */
export function firstAnswersCanBeGiven(
  { people }: Pick<Config, 'people'>,
  { tokens, clients }: Connection,
  clock: Clock,
): Promise<unknown> | undefined {
  if (!namesGroups(people)) return undefined;
  // Why there is none is told by the sign-in.
  const first = tokens.token(clients.graphScope).catch(() => undefined);
  return withTimeout(clock, longestWaitMs, first);
}
