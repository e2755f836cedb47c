// Sends events when they're due, and again after a failure: like Partner Center ten times at most.
import type { Cloud } from '../cloud.js';
import { isLoopback } from '../wire/guard.js';
import { endOfTime, secondsAfter } from '../world/instants.js';
import { settle } from '../world/settle.js';
import { signerPath } from './certificate-paths.js';
import type { Delivery } from './model.js';

const mostAttempts = 10;
const longestPauseSeconds = 600;
const answerWithinMs = 10_000;
// Node's timers can't wait longer.
const longestTimerMs = 2 ** 31 - 1;

/** Calls back once after this many milliseconds; the returned function cancels it. */
export type After = (milliseconds: number, callback: () => void) => () => void;

/** The system's timers, which keep no process alive. */
export const systemTimers: After = (milliseconds, callback) => {
  const timer = setTimeout(callback, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
};

/** Sends events when they're due. Without a registration it does nothing and costs nothing. */
export class Courier {
  readonly #cloud: Cloud;
  readonly #url: string;
  readonly #after: After;
  readonly #stopped = new AbortController();
  #work: Promise<void> = Promise.resolve();
  #underWay = 0;
  #cancel: () => void = () => {};
  #isPlanning = false;

  /** `url`: the sandbox's own address. */
  constructor(cloud: Cloud, url: string, after: After) {
    this.#cloud = cloud;
    this.#url = url;
    this.#after = after;
  }

  /** Plans again, because something has changed and may be due. */
  changed(): void {
    if (this.#isPlanning || !this.#cloud.events.registration) return;
    this.#isPlanning = true;
    // `changed` is called before the change is complete.
    queueMicrotask(() => {
      this.#isPlanning = false;
      this.#plan();
    });
  }

  /** Lets the world catch up, and sends everything due, one after the other. Never throws. */
  deliver(): Promise<void> {
    this.#underWay += 1;
    this.#work = this.#work
      .then(() => this.#deliverDue())
      .finally(() => {
        this.#underWay -= 1;
      });
    return this.#work;
  }

  /** Resolves when nothing is being sent. */
  async idle(): Promise<void> {
    while (this.#underWay > 0) await this.#work;
  }

  /** Sends nothing any more, and doesn't wait for answers. */
  async close(): Promise<void> {
    this.#stopped.abort();
    this.#cancel();
    await this.idle();
  }

  #plan(): void {
    this.#cancel();
    this.#cancel = () => {};
    if (this.#stopped.signal.aborted) return;
    const { events, world } = this.#cloud;
    const dueAt = [events.nextDueAt() ?? endOfTime, world.nextDue].sort()[0] ?? endOfTime;
    if (dueAt === endOfTime) return;
    const ms = Math.min(longestTimerMs, Math.max(0, Date.parse(dueAt) - Date.parse(world.now())));
    this.#cancel = this.#after(ms, () => void this.deliver());
  }

  async #deliverDue(): Promise<void> {
    const { events, world } = this.#cloud;
    settle(world);
    for (const delivery of events.due()) {
      if (this.#stopped.signal.aborted) return;
      const at = world.now();
      const status = await this.#post(delivery);
      // An attempt that close() cut off doesn't count.
      if (this.#stopped.signal.aborted) return;
      delivery.attempts = [...delivery.attempts, { at, status }];
      if (status >= 200 && status < 300) delivery.state = 'delivered';
      else if (delivery.attempts.length >= mostAttempts) delivery.state = 'lost';
      else delivery.dueAt = secondsAfter(world.now(), Math.min(longestPauseSeconds, 2 ** delivery.attempts.length));
      world.onChange();
    }
    this.#plan();
  }

  /** The status of the answer; 0 when there's none. */
  async #post({ url, body }: Delivery): Promise<number> {
    const { events } = this.#cloud;
    // The sandbox sends to this machine only.
    if (!URL.canParse(url) || !isLoopback(new URL(url).hostname) || !events.authority) return 0;
    const signature = await events.authority.sign(Buffer.from(events.behaviour.wrongSignature ? `${body} ` : body));
    const name = events.registration?.signatureTokenToMsSignatureHeader ? 'x-ms-signature' : 'Authorization';
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.any([this.#stopped.signal, AbortSignal.timeout(answerWithinMs)]),
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          [name]: `Signature ${signature}`,
          'X-MS-Certificate-Url': this.#url + signerPath,
          'X-MS-Signature-Algorithm': 'rsa-sha256',
        },
        body,
      });
      await response.body?.cancel();
      return response.status;
    } catch {
      return 0;
    }
  }
}
