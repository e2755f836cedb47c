// Who watches the requests to tenants that have been offboarded, until they lapse?

import type { ListedRelationship } from '../../domain/access/relationship.js';
import { Throttled } from '../../domain/errors.js';
import { secondsToNextTry } from '../../domain/offboarding/watch-invitation.js';
import type { Person } from '../../domain/person.js';
import type { Listing } from '../ports/ports.js';
import { askTermination, carryOnTermination, type TerminationAsked } from './invitation-termination.js';
import { takeSighting, tellUntold, type WatchMeans } from './invitation-watch.js';

/** What the sentinel takes. */
export interface SentinelPorts {
  readonly means: WatchMeans;
  /** Does work under an id that all its log lines carry. */
  readonly correlated: (work: () => Promise<void>) => Promise<void>;
}

// Whoever installs the bot while something is wrong should hear of it soon.
const lookForHearersSeconds = 60;
const longestPauseSeconds = 300;
// An event may be ahead of what Graph tells.
const lookAgainAfterSeconds = [10, 60];

/**
 * Compares watched requests with every sweep's list and after every event, tells the admins at once when one has been
 * approved after all, and sees to it that what they want terminated is. What has been told is compared with how things
 * are, so that a crash neither loses nor repeats it.
 */
export class Sentinel {
  readonly #ports: SentinelPorts;
  /** Cancels what is planned for a request. */
  readonly #planned = new Map<string, () => void>();
  readonly #failures = new Map<string, number>();
  readonly #working = new Set<Promise<void>>();
  #isRunning = true;

  constructor(ports: SentinelPorts) {
    this.#ports = ports;
  }

  /** Takes up what was under way when the process ended. */
  start(): void {
    for (const { relationshipId } of this.#ports.means.store.invitations()) this.#goOn(relationshipId);
  }

  /** Compares the watched requests with a list of all relationships. Never fails. */
  async take(relationships: Listing<ListedRelationship>): Promise<void> {
    const { store } = this.#ports.means;
    const watched = [...store.invitations()];
    if (watched.length === 0) return;
    const listed = new Map(relationships.map((relationship) => [relationship.id, relationship]));
    // What a partial list leaves out may be there.
    const isWhole = relationships.isPartial !== true;
    await Promise.all(watched.map(({ relationshipId: id }) => this.#compare(id, listed.get(id), isWhole)));
  }

  /** Something may have happened to a request: reads it, and again where that tells nothing new. Never fails. */
  async hint(relationshipId: string): Promise<void> {
    await this.#lookAgain(relationshipId, lookAgainAfterSeconds);
  }

  /**
   * Somebody wants the access that came of a request terminated.
   * @throws StoreError
   */
  async terminate(relationshipId: string, by: Person): Promise<TerminationAsked> {
    const asked = await askTermination(this.#ports.means, relationshipId, by);
    if (asked.refused === undefined) this.#goOn(relationshipId);
    return asked;
  }

  /** Resolves when nothing is being asked or told. */
  async idle(): Promise<void> {
    while (this.#working.size > 0) await Promise.all(this.#working);
  }

  /** Plans nothing more and waits for what is under way. */
  async stop(): Promise<void> {
    this.#isRunning = false;
    for (const cancel of this.#planned.values()) cancel();
    await this.idle();
  }

  // A list may lag, and so may what is asked for by an id: only what neither has is taken for gone.
  async #compare(relationshipId: string, listed: ListedRelationship | undefined, isListRead: boolean): Promise<void> {
    const { means } = this.#ports;
    try {
      const relationship = listed ?? (await means.microsoft.relationship(relationshipId));
      if (relationship || isListRead) await takeSighting(means, relationshipId, relationship);
    } catch (error) {
      means.log.warn('invitationNotLookedAt', { relationshipId, error });
    }
    await this.#goOn(relationshipId);
  }

  async #lookAgain(relationshipId: string, [seconds, ...later]: readonly number[]): Promise<void> {
    const { store, clock } = this.#ports.means;
    if (!store.invitation(relationshipId) || !this.#isRunning) return;
    const before = store.rowVersion('invitations', relationshipId);
    await this.#compare(relationshipId, undefined, false);
    if (seconds === undefined || !store.isCurrent(before) || !this.#isRunning) return;
    const key = `${relationshipId} again`;
    this.#plan(key, seconds, clock, () => this.#lookAgain(relationshipId, later));
  }

  /** Takes a request on: what was asked for, and what is to be told. */
  #goOn(relationshipId: string): Promise<void> {
    this.#cancel(relationshipId);
    return this.#track(this.#ports.correlated(() => this.#step(relationshipId)));
  }

  async #step(relationshipId: string): Promise<void> {
    const { means } = this.#ports;
    const { store, clock, log } = means;
    let seconds: number | undefined;
    try {
      // What has happened is told whether or not Microsoft answers.
      let isUnheard = await tellUntold(means, relationshipId);
      if (store.invitation(relationshipId)?.termination) {
        await carryOnTermination(means, relationshipId);
        isUnheard = await tellUntold(means, relationshipId);
      }
      this.#failures.delete(relationshipId);
      const watched = store.invitation(relationshipId);
      seconds = watched && secondsToNextTry(watched, clock.now());
      if (isUnheard) seconds = Math.min(seconds ?? lookForHearersSeconds, lookForHearersSeconds);
    } catch (error) {
      const failures = (this.#failures.get(relationshipId) ?? 0) + 1;
      this.#failures.set(relationshipId, failures);
      log.warn('invitationNotTakenOn', { relationshipId, failures, error });
      const retryAfter = error instanceof Throttled ? error.retryAfterSeconds : 0;
      seconds = Math.max(retryAfter, Math.min(longestPauseSeconds, 2 ** Math.min(failures, 10)));
    }
    if (seconds !== undefined) this.#plan(relationshipId, seconds, clock, () => this.#goOn(relationshipId));
  }

  #plan(key: string, seconds: number, clock: WatchMeans['clock'], work: () => Promise<void>): void {
    this.#cancel(key);
    if (!this.#isRunning) return;
    const cancel = clock.after(seconds * 1000, () => {
      this.#planned.delete(key);
      void this.#track(work());
    });
    this.#planned.set(key, cancel);
  }

  #cancel(key: string): void {
    this.#planned.get(key)?.();
    this.#planned.delete(key);
  }

  async #track(work: Promise<void>): Promise<void> {
    const tracked = work.finally(() => this.#working.delete(tracked));
    this.#working.add(tracked);
    return tracked;
  }
}
