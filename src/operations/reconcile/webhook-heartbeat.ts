// Whether Partner Center's events can be relied on at the moment. A quiet hour is not enough to tell, so it is asked for one.

import { answerWithinSeconds, eventsArrive, quietSeconds } from '../../domain/health/webhook-heartbeat.js';
import type { Instant } from '../../domain/time.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';

/** What listening for events takes. */
export interface WebhookHeartbeatPorts {
  readonly clock: Clock;
  readonly log: Log;
  readonly workers: BackgroundWorkers;
  /**
   * Asks Partner Center for an event that means nothing, if its events are to come to us: whether it did. `areOurs`: they are
   * known to.
   */
  readonly requestOne: (areOurs: boolean) => Promise<boolean>;
}

/** Knows when the last event came, and asks for one when none has come for long. */
export class WebhookHeartbeat {
  readonly #ports: WebhookHeartbeatPorts;
  readonly #worker: BackgroundWorker;
  #lastEventAt: Instant | undefined;
  /** When the last event came that is about something of ours. */
  #heardAt: Instant | undefined;
  /** The same moment, and when one was asked for, by the clock's `elapsedMs`. */
  #heardAtMs: number | undefined;
  #askedAtMs: number | undefined;
  /** Whether one was asked for that should have come by now. */
  #isDue = false;

  constructor(ports: WebhookHeartbeatPorts) {
    this.#ports = ports;
    this.#worker = ports.workers.open({ failed: 'eventNotAskedFor', hasOwnOrigin: true });
  }

  /** When the last event came; `undefined`: none has since the start. */
  get lastEventAt(): Instant | undefined {
    return this.#lastEventAt;
  }

  /** Whether events tell what happens, so that less has to be asked. */
  get arrives(): boolean {
    return eventsArrive(this.#secondsOfQuiet());
  }

  /** An event came, whatever it says and whoever it is meant for. */
  seen(): void {
    this.#lastEventAt = this.#ports.clock.now();
  }

  /** An event came that is about something of ours. */
  heard(): void {
    const { clock, log } = this.#ports;
    if (!this.arrives) log.info('eventsArrive');
    this.#heardAt = clock.now();
    this.#heardAtMs = clock.elapsedMs();
  }

  /** An event came that means nothing: it tells that events arrive if it may be the one that we have asked for. */
  tested(): void {
    if (this.#askedAtMs !== undefined && this.#secondsSince(this.#askedAtMs) <= answerWithinSeconds) this.heard();
  }

  /** Asks for an event now, and whenever none has come for an hour. */
  start(): void {
    void this.#worker.runNow('event', () => this.#ask());
  }

  // What comes in meanwhile puts off the next time; a failure does not hurry it, since sweeps are faster then anyway.
  async #ask(): Promise<void> {
    const { clock, log, requestOne } = this.#ports;
    if (this.#isDue && !this.arrives) log.warn('eventsMissing', { last: this.#heardAt });
    try {
      if (this.#secondsOfQuiet() >= quietSeconds) {
        // It may arrive before we are told that it was sent.
        this.#askedAtMs = clock.elapsedMs();
        this.#isDue = await requestOne(this.arrives);
        if (!this.#isDue) this.#askedAtMs = undefined;
      }
    } finally {
      const seconds = quietSeconds - this.#secondsOfQuiet();
      this.#worker.schedule('event', (seconds > 0 ? seconds : quietSeconds) * 1000, () => this.#ask());
    }
  }

  #secondsOfQuiet(): number {
    return this.#heardAtMs === undefined ? Number.POSITIVE_INFINITY : this.#secondsSince(this.#heardAtMs);
  }

  #secondsSince(ms: number): number {
    return (this.#ports.clock.elapsedMs() - ms) / 1000;
  }
}
