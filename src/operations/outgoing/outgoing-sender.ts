// Sends the events that are due to the partner's own systems, each target's one after the other, oldest first.
import { eventIdOf, type OutgoingEvent } from '../../domain/outgoing/outgoing-event.js';
import { isOutgoingOver, outgoingAfter, outgoingAgain } from '../../domain/outgoing/outgoing-retry.js';
import { addSeconds, type Instant, secondsBetween } from '../../domain/time.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import type { HeldLock } from '../../runtime/keyed-lock.js';
import type { Dependencies } from '../dependencies.js';
import { doDuty } from '../duty.js';
import type { OutgoingTarget } from '../ports/outgoing.js';
import type { Change } from '../ports/rows.js';
import { keepAnsweredTicket } from './answered-ticket.js';
import { outgoingBody } from './outgoing-body.js';

/** What sending needs. */
export interface OutgoingSenderDeps extends Dependencies {
  readonly workers: BackgroundWorkers;
  readonly outgoingTargets: readonly OutgoingTarget[];
}

const key = 'outgoing';
const gatherMs = 100;
// What is old is deleted, though nothing is due.
const atLeastEverySeconds = 3600;
// A target that has been given up gets this many of what it missed at a time.
const mostAgain = 200;
// A tenant that is worked on for long is done with by then.
const againSeconds = 10;

/**
 * Sends by the replica whose duty it is. What fails waits as `outgoing-retry.ts` says, and what comes after it waits with it, so
 * that a target that is down isn't asked for each event. The first that is taken after all brings back those that were given up.
 */
export class OutgoingSender {
  readonly #deps: OutgoingSenderDeps;
  readonly #worker: BackgroundWorker;

  constructor(deps: OutgoingSenderDeps) {
    this.#deps = deps;
    this.#worker = deps.workers.open({
      failed: 'outgoingNotSent',
      hasOwnOrigin: true,
      backOff: { first: 1000, longest: 60_000 },
    });
  }

  /** Sends what is due by now, with what comes in the next moment, and plans what isn't. */
  send(): void {
    if (this.#deps.outgoingTargets.length === 0) return;
    const isAny = this.#deps.store.outgoingEvents()[Symbol.iterator]().next().done !== true;
    if (isAny) this.#worker.schedule(key, gatherMs, () => this.#run());
  }

  async #run(): Promise<void> {
    const { outgoingTargets } = this.#deps;
    await doDuty(this.#deps, key, async (lock) => {
      await this.#deleteOld();
      await Promise.all(outgoingTargets.map((target) => this.#sendTo(target, lock)));
    });
    this.#worker.schedule(key, this.#nextInMs(), () => this.#run());
  }

  async #sendTo(target: OutgoingTarget, lock: HeldLock): Promise<void> {
    for (const event of this.#inOrder(target)) {
      if (!lock.isHeld || this.#worker.isStopped || event.dueAt > this.#deps.clock.now()) return;
      if (!(await this.#sendOne(target, event))) return;
    }
  }

  // Oldest first; of those that were given up the first one, by which it's tried once a day whether they're taken again.
  #inOrder({ id }: OutgoingTarget): readonly OutgoingEvent[] {
    const events = [...this.#deps.store.outgoingEvents()].filter(({ targetId }) => targetId === id);
    events.sort((a, b) => (a.at < b.at ? -1 : 1));
    const [given, rest] = [events.filter(isGivenUp), events.filter((event) => !isGivenUp(event))];
    return [...rest, ...given.slice(0, 1)];
  }

  /** Resolves to whether it was taken. */
  async #sendOne(target: OutgoingTarget, event: OutgoingEvent): Promise<boolean> {
    const { store, clock, log } = this.#deps;
    const eventId = eventIdOf(event);
    const answer = await target.send({ id: eventId, at: clock.now(), body: outgoingBody(event, store) });
    const now = clock.now();
    if (answer.is === 'taken') {
      // Before it counts as sent: after a crash, and where the tenant is worked on, it's sent again, and the ticket comes once more.
      if (answer.ticket !== undefined && !(await keepAnsweredTicket(this.#deps, event, answer.ticket))) {
        await this.#commit(event, { outgoingEvents: [{ ...event, dueAt: addSeconds(now, againSeconds) }] });
        return false;
      }
      await this.#commit(event, { doneOutgoingIds: [event.id], outgoingEvents: this.#missed(target, event, now) });
      return true;
    }
    const after = outgoingAfter(event, answer, now);
    if (after.givenUpAt !== undefined && event.givenUpAt === undefined)
      log.warn('outgoingGivenUp', { eventId, targetId: target.id, answer: answer.answer });
    else log.info('outgoingNotTaken', { eventId, targetId: target.id, tries: after.tries, answer: answer.answer });
    await this.#commit(event, { outgoingEvents: [after] });
    return false;
  }

  #missed({ id }: OutgoingTarget, taken: OutgoingEvent, now: Instant): readonly OutgoingEvent[] {
    return [...this.#deps.store.outgoingEvents()]
      .filter((each) => each.targetId === id && isGivenUp(each) && each.id !== taken.id)
      .slice(0, mostAgain)
      .map((each) => outgoingAgain(each, now));
  }

  // Another replica that has just taken over sends it again rather than not at all.
  async #commit({ id }: OutgoingEvent, change: Change): Promise<void> {
    const { store } = this.#deps;
    await store.commit({ ...change, basedOn: [store.rowVersion('outgoingEvents', id)] });
  }

  async #deleteOld(): Promise<void> {
    const { store, clock, log } = this.#deps;
    const old = [...store.outgoingEvents()].filter((event) => isOutgoingOver(event, clock.now()));
    if (old.length === 0) return;
    await store.commit({ doneOutgoingIds: old.map(({ id }) => id) });
    log.warn('outgoingDeleted', { count: old.length });
  }

  #nextInMs(): number {
    const { clock, duties, outgoingTargets } = this.#deps;
    if (!duties.isMine(key)) return atLeastEverySeconds * 1000;
    const now = clock.now();
    const seconds = outgoingTargets.flatMap((target) => {
      const [first] = this.#inOrder(target);
      return first ? Math.max(0, secondsBetween(now, first.dueAt)) : [];
    });
    return Math.min(atLeastEverySeconds, ...seconds) * 1000;
  }
}

function isGivenUp({ givenUpAt }: OutgoingEvent): boolean {
  return givenUpAt !== undefined;
}
