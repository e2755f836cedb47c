// Who tells those who run Gatehouse that it cannot go on without them? Each alarm is told once, and once that it is over.
import { type Alarm, type AlarmNews, alarmsIn, markOf, type RaisedAlarm } from '../../domain/health/alarm.js';
import type { CredentialEnds } from '../../domain/health/credential-expiry.js';
import type { SignIn } from '../../domain/health/sign-in.js';
import type { Instant } from '../../domain/time.js';
import type { Clock, Log } from '../ports/ports.js';
import type { Delivery, Store } from '../ports/store.js';

/** What raising alarms takes. */
export interface AlarmPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly signIn: () => SignIn;
  /** When secrets end, as far as that can be known. Never fails. */
  readonly credentialEnds: () => Promise<CredentialEnds>;
  /** The conversations of those who run Gatehouse. */
  readonly whoHears: () => Promise<readonly string[]>;
  /** Does work under an id that all its log lines carry. */
  readonly correlated: (work: () => Promise<void>) => Promise<void>;
}

// What ends on a certain day is told within this long of its threshold.
const lookEverySeconds = 3600;
// Whoever installs the bot while something is wrong should not wait that long.
const lookForHearersSeconds = 60;

/** Compares how things are with what has been told, at once when something changes and every hour. */
export class Alarms {
  readonly #ports: AlarmPorts;
  #planned: (() => void) | undefined;
  #checking: Promise<void> = Promise.resolve();
  /** Whether something is to be told and there is nobody yet to hear it. */
  #isUnheard = false;
  #isRunning = true;

  constructor(ports: AlarmPorts) {
    this.#ports = ports;
  }

  /** Looks now, and from now on. Never fails: what could not be told is told the next time. */
  look(): void {
    if (!this.#isRunning) return;
    this.#planned?.();
    const { log, correlated } = this.#ports;
    const check = async () => {
      try {
        await this.#check();
      } catch (error) {
        log.warn('alarmsNotRaised', { error });
      }
    };
    this.#checking = this.#checking.then(() => correlated(check));
    void this.#checking.then(() => this.#plan());
  }

  #plan(): void {
    this.#planned?.();
    if (!this.#isRunning) return;
    const seconds = this.#isUnheard ? lookForHearersSeconds : lookEverySeconds;
    this.#planned = this.#ports.clock.after(seconds * 1000, () => this.look());
  }

  /** Resolves when nothing is being compared. */
  idle(): Promise<void> {
    return this.#checking;
  }

  /** Looks no more. */
  async stop(): Promise<void> {
    this.#isRunning = false;
    this.#planned?.();
    await this.#checking;
  }

  async #check(): Promise<void> {
    const { store, clock, log, signIn, credentialEnds, whoHears } = this.#ports;
    const ends = await credentialEnds();
    const now = clock.now();
    const current = alarmsIn(signIn(), ends, now);
    const told = new Map([...store.alarms()].map((raised) => [raised.code, raised]));
    const read = [...current, ...store.alarms()].map(({ code }) => store.rowVersion('alarms', code));
    const fresh = current.filter((alarm) => told.get(alarm.code)?.mark !== markOf(alarm));
    const over = [...told.keys()].filter((code) => !current.some((alarm) => alarm.code === code));
    const news: readonly AlarmNews[] = [
      ...fresh,
      ...(over.includes('signInLost') ? [{ code: 'signInBack' } as const] : []),
    ];
    const wasUnheard = this.#isUnheard;
    this.#isUnheard = false;
    if (fresh.length === 0 && over.length === 0) return;
    const conversations = news.length === 0 ? [] : await whoHears();
    // Nobody has heard of it, so it has not been told.
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
  return { code: alarm.code, mark: markOf(alarm), at };
}

function due(alarm: AlarmNews, conversationId: string, at: Instant): Delivery {
  const mark = alarm.code === 'signInBack' ? '' : markOf(alarm);
  return { id: `${alarm.code} ${mark} ${at} ${conversationId}`, conversationId, alarm, at };
}
