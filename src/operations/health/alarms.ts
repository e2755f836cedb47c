// Tells those who run Gatehouse what it can't go on without: each alarm once, and once that it's over.

import { type AccessTemplates, missingChoice } from '../../domain/access/access-templates.js';
import {
  type Alarm,
  type AlarmCode,
  type AlarmNews,
  alarmKeyOf,
  alarmOfClock,
  alarmOfLoss,
  alarmsIn,
  isOverByNow,
  type RaisedAlarm,
} from '../../domain/health/alarm.js';
import type { Instant } from '../../domain/time.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import type { Clock } from '../../runtime/clock.js';
import { inSlices } from '../../runtime/in-slices.js';
import type { Log } from '../../runtime/log.js';
import type { DutyDeps } from '../duty.js';
import type { Hearers } from '../ports/hearers.js';
import type { OutgoingTarget } from '../ports/outgoing.js';
import type { Delivery } from '../ports/rows.js';
import type { Saving } from '../ports/saving.js';
import type { PartnerSignIn } from '../ports/sign-in.js';
import type { Store } from '../ports/store.js';
import type { Templates } from '../ports/templates.js';
import type { CredentialExpiry } from './credential-expiry.js';

/** What raising alarms needs. */
export interface AlarmDeps extends DutyDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly workers: BackgroundWorkers;
  readonly tokens: PartnerSignIn;
  readonly credentialExpiry: CredentialExpiry;
  readonly saving: Pick<Saving, 'loss' | 'time'>;
  readonly templates: Templates;
  readonly outgoingTargets: readonly OutgoingTarget[];
  /** The conversations of the admins. */
  readonly hearers: Hearers;
}

const key = 'alarms';
// An expiry is told within this long of its threshold.
const checkEverySeconds = 3600;
// An admin who installs the bot while something is wrong shouldn't wait that long.
const checkForHearersSeconds = 60;

/**
 * Compares the current alarms with those that were told: at once where something has changed, and every hour at the replica
 * whose duty that is. Each replica tells what it has seen itself, one at a time.
 */
export class Alarms {
  readonly #deps: AlarmDeps;
  readonly #worker: BackgroundWorker;
  /** Whether an alarm is due and no admin has a conversation yet. */
  #isUnheard = false;
  /** Alarms that this replica has seen since its start. */
  readonly #seen = new Set<AlarmCode>();

  constructor(deps: AlarmDeps) {
    this.#deps = deps;
    this.#worker = deps.workers.open({ failed: 'alarmsNotRaised', hasOwnOrigin: true });
  }

  /** Compares every hour from now on. */
  start(): void {
    this.#plan();
  }

  /** Compares now, and from now on. Never fails: what couldn't be told is told the next time. */
  check(): void {
    void this.#worker.runNow(key, () => this.#checkAndPlan());
  }

  async #checkAndPlan(): Promise<void> {
    try {
      await this.#deps.dutyLocks.run(key, () => this.#check());
    } finally {
      this.#plan();
    }
  }

  // What only this replica has seen, no other would tell.
  #plan(): void {
    const seconds = this.#isUnheard ? checkForHearersSeconds : checkEverySeconds;
    this.#worker.schedule(key, seconds * 1000, async () =>
      this.#isUnheard || this.#deps.duties.isMine(key) ? this.#checkAndPlan() : this.#plan(),
    );
  }

  async #check(): Promise<void> {
    const { store, clock, log, tokens, credentialExpiry, templates, saving, hearers, outgoingTargets } = this.#deps;
    const ends = await credentialExpiry.read();
    const now = clock.now();
    const signIn = tokens.signIn();
    const current = [
      ...alarmsIn(signIn, ends, now),
      ...ofTemplates(templates),
      ...(await ofMissingTemplates(store, templates.current)),
      ...alarmOfLoss(saving.loss?.noticedAt, now),
      ...ofOutgoing(store, outgoingTargets),
      ...(saving.time ? alarmOfClock(saving.time.host, saving.time.skewSeconds) : []),
    ];
    const { rightSince: templatesRightSince } = templates;
    const { reconciledAt } = store.progress('reconcile') ?? {};
    const known = { signIn, ends, reconciledAt, templatesRightSince, now, seen: this.#seen };
    const told = new Map([...store.alarms()].map((raised) => [raised.code, raised]));
    const read = [...current, ...store.alarms()].map(({ code }) => store.rowVersion('alarms', code));
    const fresh = current.filter((alarm) => told.get(alarm.code)?.key !== alarmKeyOf(alarm));
    const over = [...told.values()]
      .filter((raised) => !current.some(({ code }) => code === raised.code) && isOverByNow(raised, known))
      .map(({ code }) => code);
    for (const { code } of current) this.#seen.add(code);
    const news: readonly AlarmNews[] = [
      ...fresh,
      ...(over.includes('signInLost') ? [{ code: 'signInBack' } as const] : []),
    ];
    const wasUnheard = this.#isUnheard;
    this.#isUnheard = false;
    if (fresh.length === 0 && over.length === 0) return;
    const conversations = news.length === 0 ? [] : await hearers.ofAdmins('alarms');
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

function ofTemplates({ wrong }: Templates): readonly Alarm[] {
  return wrong ? [{ code: 'templatesWrong', file: wrong.file, fault: wrong.fault }] : [];
}

function ofOutgoing(store: Store, targets: readonly OutgoingTarget[]): readonly Alarm[] {
  const givenUp = [...store.outgoingEvents()].filter(({ givenUpAt }) => givenUpAt !== undefined);
  const hosts = targets.filter(({ id }) => givenUp.some(({ targetId }) => targetId === id)).map(({ host }) => host);
  return hosts.length === 0 ? [] : [{ code: 'outgoingGivenUp', hosts, count: givenUp.length }];
}

// Those that are being added or disabled meanwhile are looked at the next time.
async function ofMissingTemplates(store: Store, templates: AccessTemplates): Promise<readonly Alarm[]> {
  const names = new Set<string>();
  let count = 0;
  for await (const slice of inSlices(store.tenants()))
    for (const tenant of slice) {
      const missing = missingChoice(templates, tenant);
      if (missing === undefined) continue;
      names.add(missing);
      count += 1;
    }
  return count === 0 ? [] : [{ code: 'templatesMissing', names: [...names].sort(), count }];
}

function raised(alarm: Alarm, at: Instant): RaisedAlarm {
  return { code: alarm.code, key: alarmKeyOf(alarm), at };
}

function due(alarm: AlarmNews, conversationId: string, at: Instant): Delivery {
  const key = alarm.code === 'signInBack' ? '' : alarmKeyOf(alarm);
  return { id: `${alarm.code} ${key} ${at} ${conversationId}`, conversationId, kind: 'alarm', alarm, at };
}
