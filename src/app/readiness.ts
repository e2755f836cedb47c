// What the process's supervisor is told: whether requests are welcome, and what's in trouble.
import type { OpenBot } from '../bot/open-bot.js';
import { whyNotReady } from '../domain/health/readiness.js';
import type { ProcessHealth } from '../http/server.js';
import type { Saving } from '../operations/ports/saving.js';
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
  /** Whether everything is open and nothing is being closed. */
  isServing = false;

  constructor(parts: ReadinessDeps) {
    this.#parts = parts;
  }

  /** Why requests aren't welcome; empty: they are. */
  whyNotReady(): readonly string[] {
    const { bot, background, reconcileSeconds } = this.#parts;
    const { reconciles } = background;
    return whyNotReady({
      isServing: this.isServing,
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

  /** Requests aren't welcome any more. */
  async close(): Promise<void> {
    this.isServing = false;
  }
}
