// Watches the requests to tenants that have been offboarded, until they lapse.
import type { ListedRelationship } from '../../domain/access/relationship.js';
import { secondsToNextTry } from '../../domain/offboarding/watch-invitation.js';
import type { Person } from '../../domain/person.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import { correlated } from '../../runtime/correlation.js';
import type { Listing } from '../ports/ports.js';
import { askTermination, carryOnTermination, type TerminationAsked } from './invitation-termination.js';
import { takeSighting, tellUntold, type WatchMeans } from './invitation-watch.js';

/** What the sentinel takes. */
export interface SentinelPorts {
  readonly means: WatchMeans;
  readonly workers: BackgroundWorkers;
}

// Whoever installs the bot while something is wrong should hear of it soon.
const lookForHearersSeconds = 60;
const backOff = { first: 2000, longest: 300_000 };
// An event may be ahead of what Graph tells.
const lookAgainAfterSeconds = [10, 60];

/**
 * Compares watched requests with every sweep's list and after every event, tells the admins at once when one has been
 * approved after all, and sees to it that what they want terminated is. What has been told is compared with how things
 * are, so that a crash neither loses nor repeats it.
 */
export class Sentinel {
  readonly #ports: SentinelPorts;
  readonly #worker: BackgroundWorker;

  constructor(ports: SentinelPorts) {
    this.#ports = ports;
    this.#worker = ports.workers.open({ failed: 'invitationNotTakenOn', keyName: 'relationshipId', backOff });
  }

  /** Takes up what was under way when the process ended. */
  start(): void {
    for (const { relationshipId } of this.#ports.means.store.invitations()) void this.#goOn(relationshipId);
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
  hint(relationshipId: string): Promise<void> {
    return this.#worker.runNow(again(relationshipId), () => this.#lookAgain(relationshipId, lookAgainAfterSeconds));
  }

  /**
   * Somebody wants the access that came of a request terminated.
   * @throws StoreError
   */
  async terminate(relationshipId: string, by: Person): Promise<TerminationAsked> {
    const asked = await askTermination(this.#ports.means, relationshipId, by);
    if (asked.refused === undefined) void this.#goOn(relationshipId);
    return asked;
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
    const { store } = this.#ports.means;
    if (!store.invitation(relationshipId)) return;
    const before = store.rowVersion('invitations', relationshipId);
    await this.#compare(relationshipId, undefined, false);
    if (seconds === undefined || !store.isCurrent(before)) return;
    this.#worker.schedule(again(relationshipId), seconds * 1000, () => this.#lookAgain(relationshipId, later));
  }

  /** Takes a request on: what was asked for, and what is to be told. */
  #goOn(relationshipId: string): Promise<void> {
    return this.#worker.runNow(relationshipId, () => this.#step(relationshipId));
  }

  #step(relationshipId: string): Promise<void> {
    const { means } = this.#ports;
    const { store, clock } = means;
    return correlated(async () => {
      // What has happened is told whether or not Microsoft answers.
      let isUnheard = await tellUntold(means, relationshipId);
      if (store.invitation(relationshipId)?.termination) {
        await carryOnTermination(means, relationshipId);
        isUnheard = await tellUntold(means, relationshipId);
      }
      const watched = store.invitation(relationshipId);
      let seconds = watched && secondsToNextTry(watched, clock.now());
      if (isUnheard) seconds = Math.min(seconds ?? lookForHearersSeconds, lookForHearersSeconds);
      if (seconds !== undefined)
        this.#worker.schedule(relationshipId, seconds * 1000, () => this.#step(relationshipId));
    });
  }
}

function again(relationshipId: string): string {
  return `${relationshipId} again`;
}
