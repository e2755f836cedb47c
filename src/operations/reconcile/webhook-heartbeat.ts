// Whether Partner Center's events arrive. A quiet hour doesn't tell, so Partner Center is asked for a test event then.

import {
  answerWithinSeconds,
  eventsArrive,
  quietSeconds,
  reconcilePaceSeconds,
} from '../../domain/health/webhook-heartbeat.js';
import { isSameAddress } from '../../domain/same-address.js';
import type { Noticed } from '../../domain/tenant/next-check.js';
import type { Instant } from '../../domain/time.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import { type Clock, elapsedMsAt } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import { changeProgress } from '../commit.js';
import type { Duties } from '../ports/duties.js';
import type { HeartbeatProgress } from '../ports/progress.js';
import type { Store } from '../ports/store.js';
import type { PartnerWebhooks } from '../ports/webhooks.js';

/** What the heartbeat needs. */
export interface WebhookHeartbeatDeps {
  readonly store: Store;
  readonly duties: Duties;
  readonly clock: Clock;
  readonly log: Log;
  readonly workers: BackgroundWorkers;
  readonly webhooks: PartnerWebhooks;
  /** Where our server is reached. */
  readonly address: { readonly eventsUrl: string | undefined };
  /** Seconds between reconciliations while no events arrive. */
  readonly reconcileSeconds: number;
}

// What every event changes is kept this often at most.
const keepAfterMs = 60_000;

/** Knows when the last event came, to any replica. The one whose duty it is asks for a test event when none has come for an hour. */
export class WebhookHeartbeat {
  readonly #deps: WebhookHeartbeatDeps;
  readonly #worker: BackgroundWorker;
  readonly #keeping: BackgroundWorker;
  #lastEventAt: Instant | undefined;
  /** When the last event came that is about something of ours. */
  #heardAt: Instant | undefined;
  /** The same moment, when one was asked for, and when the last was kept, by the clock's `elapsedMs`. */
  #heardAtMs: number | undefined;
  #askedAtMs: number | undefined;
  #keptAtMs: number | undefined;
  /** What was taken over last. */
  #kept: HeartbeatProgress | undefined;
  #isStarted = false;
  /** Whether one was asked for that should have come by now. */
  #isDue = false;

  constructor(deps: WebhookHeartbeatDeps) {
    this.#deps = deps;
    this.#worker = deps.workers.open({ failed: 'testEventNotRequested', hasOwnOrigin: true });
    this.#keeping = deps.workers.open({ failed: 'progressNotKept', hasOwnOrigin: true });
    this.#hear();
    deps.store.committed.on(({ progressIds }) => {
      if (progressIds.includes('heartbeat')) this.#hear();
    });
  }

  /** `undefined`: none has come since the start. */
  get lastEventAt(): Instant | undefined {
    return this.#lastEventAt;
  }

  /** Whether events can be relied on, so that Microsoft is asked less often. */
  get arrives(): boolean {
    return eventsArrive(this.#secondsOfQuiet());
  }

  /** Seconds from the end of one reconciliation to the next, at the present pace. */
  get paceSeconds(): number {
    return reconcilePaceSeconds(this.#deps.reconcileSeconds, this.arrives);
  }

  /** How changes are noticed besides by checks. */
  get noticed(): Noticed {
    return { reconcileSeconds: this.paceSeconds, byEvents: this.arrives };
  }

  /** Any event came, also one that isn't ours. */
  recordAny(): void {
    this.#lastEventAt = this.#deps.clock.now();
  }

  /** An event came that is about something of ours. */
  recordOurs(): void {
    const { clock, log } = this.#deps;
    if (!this.arrives) log.info('partnerEventsArrive', {});
    this.#heardAt = clock.now();
    this.#heardAtMs = clock.elapsedMs();
    if (this.#keptAtMs !== undefined && this.#heardAtMs - this.#keptAtMs < keepAfterMs) return;
    this.#keptAtMs = this.#heardAtMs;
    void this.#keeping.runNow('heard', () => this.#keep({ heardAt: this.#heardAt }));
  }

  /** A test event came. It counts only if it can be the one that we asked for. */
  recordTest(): void {
    if (this.#askedAtMs !== undefined && this.#secondsSince(this.#askedAtMs) <= answerWithinSeconds) this.recordOurs();
  }

  /** Asks for a test event now, and whenever none has come for an hour, where that's ours. */
  start(): void {
    this.#isStarted = true;
    void this.#worker.runNow('event', () => this.#ask());
  }

  /** Asks for the test event for which another would have, had it not gone. */
  takeUp(): void {
    const isAsked = this.#askedAtMs !== undefined && this.#secondsSince(this.#askedAtMs) < quietSeconds;
    if (this.#isStarted && !isAsked) this.start();
  }

  // Events put off the next time; a failure doesn't hurry it, since reconciliations are faster then anyway.
  async #ask(): Promise<void> {
    const { duties, clock, log, webhooks, address } = this.#deps;
    if (this.#isDue && !this.arrives) log.warn('partnerEventsMissing', { last: this.#heardAt });
    try {
      if (this.#secondsOfQuiet() >= quietSeconds && duties.isMine('heartbeat')) {
        // It may arrive before we are told that it was sent, and at another process.
        await this.#keep({ askedAt: clock.now() });
        this.#isDue = await requestTestEvent(webhooks, { ourUrl: address.eventsUrl, areOurs: this.arrives }, log);
        if (!this.#isDue) await this.#keep({ askedAt: undefined });
      }
    } finally {
      const seconds = quietSeconds - this.#secondsOfQuiet();
      this.#worker.schedule('event', (seconds > 0 ? seconds : quietSeconds) * 1000, () => this.#ask());
    }
  }

  #keep(changed: Partial<HeartbeatProgress>): Promise<void> {
    return changeProgress(this.#deps.store, 'heartbeat', (known) => ({ ...known, id: 'heartbeat', ...changed }));
  }

  /** Takes over what another process, or the one before, has heard and asked for. */
  #hear(): void {
    const { store, clock } = this.#deps;
    const kept = store.progress('heartbeat');
    const { heardAt, askedAt } = kept ?? {};
    if (heardAt !== undefined && heardAt !== this.#kept?.heardAt) {
      this.#heardAt = heardAt;
      this.#heardAtMs = Math.max(elapsedMsAt(clock, heardAt), this.#heardAtMs ?? Number.NEGATIVE_INFINITY);
    }
    if (askedAt !== this.#kept?.askedAt)
      this.#askedAtMs = askedAt === undefined ? undefined : elapsedMsAt(clock, askedAt);
    this.#kept = kept;
  }

  #secondsOfQuiet(): number {
    return this.#heardAtMs === undefined ? Number.POSITIVE_INFINITY : this.#secondsSince(this.#heardAtMs);
  }

  #secondsSince(ms: number): number {
    return (this.#deps.clock.elapsedMs() - ms) / 1000;
  }
}

/**
 * Has Partner Center send a test event, if its events go to this address: one call where that's known, else two, none where
 * our address isn't set. Resolves to whether one was requested.
 * @throws MicrosoftError
 */
export async function requestTestEvent(
  webhooks: PartnerWebhooks,
  { ourUrl, areOurs }: { readonly ourUrl: string | undefined; readonly areOurs: boolean },
  log: Log,
): Promise<boolean> {
  if (ourUrl === undefined) return false;
  const registration = areOurs ? { url: ourUrl } : await webhooks.registration();
  if (registration && isSameAddress(registration.url, ourUrl)) {
    await webhooks.sendTest();
    return true;
  }
  log.info('partnerEventsGoElsewhere', { isRegistered: registration !== undefined });
  return false;
}
