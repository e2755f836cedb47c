// Tells those who run Gatehouse what it can't go on without: each alarm once, and once that it's over.

import { type Alarm, type AlarmNews, alarmKeyOf, alarmsIn, type RaisedAlarm } from '../../domain/health/alarm.js';
import type { Instant } from '../../domain/time.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import type { Hearers } from '../ports/hearers.js';
import type { PartnerSignIn } from '../ports/sign-in.js';
import type { Delivery, Store } from '../ports/store.js';
import type { CredentialExpiry } from './credential-expiry.js';

/** What raising alarms needs. */
export interface AlarmDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly workers: BackgroundWorkers;
  readonly tokens: PartnerSignIn;
  readonly credentialExpiry: CredentialExpiry;
  /** The conversations of the admins. */
  readonly hearers: Hearers;
}

// An expiry is told within this long of its threshold.
const checkEverySeconds = 3600;
// An admin who installs the bot while something is wrong shouldn't wait that long.
const checkForHearersSeconds = 60;

/** Compares the current alarms with those that were told, when something changes and every hour. */
export class Alarms {
  readonly #deps: AlarmDeps;
  readonly #worker: BackgroundWorker;
  /** Whether an alarm is due and no admin has a conversation yet. */
  #isUnheard = false;

  constructor(deps: AlarmDeps) {
    this.#deps = deps;
    this.#worker = deps.workers.open({ failed: 'alarmsNotRaised', hasOwnOrigin: true });
  }

  /** Compares now, and from now on. Never fails: what couldn't be told is told the next time. */
  check(): void {
    void this.#worker.runNow('alarms', () => this.#checkAndPlan());
  }

  async #checkAndPlan(): Promise<void> {
    try {
      await this.#check();
    } finally {
      const seconds = this.#isUnheard ? checkForHearersSeconds : checkEverySeconds;
      this.#worker.schedule('alarms', seconds * 1000, () => this.#checkAndPlan());
    }
  }

  async #check(): Promise<void> {
    const { store, clock, log, tokens, credentialExpiry, hearers } = this.#deps;
    const ends = await credentialExpiry.read();
    const now = clock.now();
    const current = alarmsIn(tokens.signIn(), ends, now);
    const told = new Map([...store.alarms()].map((raised) => [raised.code, raised]));
    const read = [...current, ...store.alarms()].map(({ code }) => store.rowVersion('alarms', code));
    const fresh = current.filter((alarm) => told.get(alarm.code)?.key !== alarmKeyOf(alarm));
    const over = [...told.keys()].filter((code) => !current.some((alarm) => alarm.code === code));
    const news: readonly AlarmNews[] = [
      ...fresh,
      ...(over.includes('signInLost') ? [{ code: 'signInBack' } as const] : []),
    ];
    const wasUnheard = this.#isUnheard;
    this.#isUnheard = false;
    if (fresh.length === 0 && over.length === 0) return;
    const conversations = news.length === 0 ? [] : await hearers.ofAdmins();
    // Without a conversation it hasn't been told.
    const isHeard = conversations.length > 0;
    this.#isUnheard = fresh.length > 0 && !isHeard;
    if (!(wasUnheard && this.#isUnheard))
      for (const { code } of news) log.warn('alarm', { code, conversations: conversations.length });
    if (!isHeard && over.length === 0) return;
    // Refused: another process has just told, and what it left out the next look tells.
    await store.commit({
      basedOn: read,
      alarms: isHeard ? fresh.map((alarm) => raised(alarm, now)) : [],
      overAlarms: over,
      deliveries: conversations.flatMap((id) => news.map((alarm) => due(alarm, id, now))),
    });
  }
}

function raised(alarm: Alarm, at: Instant): RaisedAlarm {
  return { code: alarm.code, key: alarmKeyOf(alarm), at };
}

function due(alarm: AlarmNews, conversationId: string, at: Instant): Delivery {
  const key = alarm.code === 'signInBack' ? '' : alarmKeyOf(alarm);
  return { id: `${alarm.code} ${key} ${at} ${conversationId}`, conversationId, kind: 'alarm', alarm, at };
}
