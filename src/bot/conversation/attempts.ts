// Where work for a person fails: it ends here, as an answer that says what to do.

import { ExpectedError } from '../../domain/errors.js';
import type { Log } from '../../runtime/log.js';
import type { ClickPlace } from '../actions/action-data.js';
import { type BotServices, speaking } from '../replies/bot-services.js';
import { failureReply } from '../replies/failure.js';
import type { Reply, Turn } from '../turn/turn.js';

interface LoggedClick {
  readonly verb?: ClickPlace['verb'] | undefined;
  readonly tenantId?: string | undefined;
}

type Outcome<T> = { readonly answer: T } | { readonly failed: ExpectedError | undefined };

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
    const attempt = await this.outcome(turn, { verb: click?.verb, tenantId: click?.tenantId }, work);
    if ('answer' in attempt) return attempt.answer;
    const { failed } = attempt;
    return failed && failureReply(speaking(this.#services, turn), failed, turn.correlationId, click);
  }

  /** What some work comes to, or how it has failed; `failed` is `undefined` after a fault of our own. Both are logged. Never fails. */
  async outcome<T>(turn: Turn, about: LoggedClick, work: () => Promise<T>): Promise<Outcome<T>> {
    const { verb, tenantId } = about;
    try {
      return { answer: await work() };
    } catch (error) {
      if (error instanceof ExpectedError) {
        this.#failed.set(turn, 'failed');
        this.#log.warn('turnFailed', { verb, tenantId, error });
        return { failed: error };
      }
      this.#failed.set(turn, 'broke');
      this.#log.error('turnBroke', { verb, tenantId, error });
      return { failed: undefined };
    }
  }
}
