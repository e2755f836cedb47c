// Where work for a person fails: it ends here, as an answer that says what to do.

import { ExpectedError } from '../../domain/errors.js';
import type { Log } from '../../runtime/log.js';
import type { ClickPlace } from '../actions/action-data.js';
import { type BotServices, speaking } from '../replies/bot-services.js';
import { failureReply } from '../replies/failure.js';
import type { Reply, Turn } from '../turn/turn.js';

/** Does what is asked for, and remembers in which turns that failed. */
export class Attempts {
  readonly #services: BotServices;
  readonly #log: Log;
  readonly #failed = new WeakMap<Turn, 'failed' | 'broke'>();

  constructor(services: BotServices, log: Log) {
    this.#services = services;
    this.#log = log;
  }

  /** How a turn has failed: for an expected reason, or by a fault of ours. `undefined`: it hasn't. */
  failureOf(turn: Turn): 'failed' | 'broke' | undefined {
    return this.#failed.get(turn);
  }

  /** The reply, or one that says why there is none; `undefined` after a fault of our own, which is logged. Never fails. */
  async make(turn: Turn, click: ClickPlace | undefined, work: () => Promise<Reply>): Promise<Reply | undefined> {
    const about = { verb: click?.verb, tenantId: click?.tenantId };
    try {
      return await work();
    } catch (error) {
      if (error instanceof ExpectedError) {
        this.#failed.set(turn, 'failed');
        this.#log.warn('turnFailed', { ...about, error });
        return failureReply(speaking(this.#services, turn), error, turn.correlationId, click);
      }
      this.#failed.set(turn, 'broke');
      this.#log.error('turnBroke', { ...about, error });
      return undefined;
    }
  }
}
