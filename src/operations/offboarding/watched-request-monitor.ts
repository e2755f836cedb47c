// Watches the requests to tenants that have been offboarded, until they lapse.
import type { ListedRelationship } from '../../domain/access/relationship.js';
import { secondsToNextTermination } from '../../domain/offboarding/watch-request.js';
import type { Person } from '../../domain/person.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import { correlated } from '../../runtime/correlation.js';
import { recordSighting, tellUntold, type WatchedRequestDeps } from './watched-request-sighting.js';
import { askTermination, carryOnTermination, type TerminationAsked } from './watched-request-termination.js';

/** What the monitor takes. */
export interface WatchedRequestMonitorDeps extends WatchedRequestDeps {
  readonly workers: BackgroundWorkers;
}

// A person who installs the bot while something is wrong should hear of it soon.
const checkForHearersSeconds = 60;
const backOff = { first: 2000, longest: 300_000 };
// An event may be ahead of Graph.
const checkAgainAfterSeconds = [10, 60];

/**
 * Compares watched requests with every reconcile's list and after every event, tells admins at once when one has been
 * approved after all, and carries on terminations. What has been told is compared with what's so, so that a crash neither
 * loses nor repeats it. The duty of a request is that of its relationship's id; any replica may compare it.
 */
export class WatchedRequestMonitor {
  readonly #deps: WatchedRequestMonitorDeps;
  readonly #worker: BackgroundWorker;

  constructor(deps: WatchedRequestMonitorDeps) {
    this.#deps = deps;
    this.#worker = deps.workers.open({ failed: 'watchedRequestNotAdvanced', keyName: 'relationshipId', backOff });
  }

  /** Resumes what was under way when the process ended. */
  start(): void {
    for (const { relationshipId } of this.#deps.store.watchedRequests()) void this.#goOn(relationshipId);
  }

  /** Goes on with what has become ours. */
  takeUp(): void {
    for (const { relationshipId } of this.#deps.store.watchedRequests())
      if (!this.#worker.isPlanned(relationshipId) && !this.#worker.isRunning(relationshipId))
        void this.#goOn(relationshipId);
  }

  /** Goes on with those of these that are ours, since another replica has changed them. */
  carryOn(relationshipIds: readonly string[]): void {
    for (const relationshipId of relationshipIds) void this.#goOn(relationshipId);
  }

  /**
   * Compares the watched requests with those of them that a list of all relationships had. `isPartial`: one that is missing
   * may still be there. Never fails.
   */
  async take(relationships: readonly ListedRelationship[], isPartial = false): Promise<void> {
    const watched = [...this.#deps.store.watchedRequests()];
    const listed = new Map(relationships.map((relationship) => [relationship.id, relationship]));
    const isWhole = !isPartial;
    await Promise.all(watched.map(({ relationshipId: id }) => this.#compare(id, listed.get(id), isWhole)));
  }

  /** Reads a request that may have changed, and again later where nothing has. Never fails. */
  checkNow(relationshipId: string): Promise<void> {
    return this.#worker.runNow(again(relationshipId), () => this.#checkAgain(relationshipId, checkAgainAfterSeconds));
  }

  /**
   * Asks to terminate the access that came of a request.
   * @throws StoreError
   */
  async terminate(relationshipId: string, by: Person): Promise<TerminationAsked> {
    const asked = await askTermination(this.#deps, relationshipId, by);
    if (asked.refused === undefined) void this.#goOn(relationshipId);
    return asked;
  }

  // A list may lag, and so may a read by id: only what neither has counts as gone.
  async #compare(relationshipId: string, listed: ListedRelationship | undefined, isListRead: boolean): Promise<void> {
    const deps = this.#deps;
    try {
      const relationship = listed ?? (await deps.microsoft.relationships.find(relationshipId));
      if (relationship || isListRead) await recordSighting(deps, relationshipId, relationship);
    } catch (error) {
      deps.log.warn('watchedRequestNotChecked', { relationshipId, error });
    }
    await this.#goOn(relationshipId);
  }

  async #checkAgain(relationshipId: string, [seconds, ...later]: readonly number[]): Promise<void> {
    const { store } = this.#deps;
    if (!store.watchedRequest(relationshipId)) return;
    const before = store.rowVersion('watchedRequests', relationshipId);
    await this.#compare(relationshipId, undefined, false);
    if (seconds === undefined || !store.isCurrent(before)) return;
    this.#worker.schedule(again(relationshipId), seconds * 1000, () => this.#checkAgain(relationshipId, later));
  }

  /** Carries on a request, its termination and its news, if it's ours. Whose it is hears of every change. */
  #goOn(relationshipId: string): Promise<void> {
    return this.#worker.runNow(relationshipId, () => this.#step(relationshipId));
  }

  async #step(relationshipId: string): Promise<void> {
    const deps = this.#deps;
    const { store, clock, duties } = deps;
    if (!duties.isMine(relationshipId)) return;
    await correlated(async () => {
      // News is told whether or not Microsoft answers.
      let isUnheard = await tellUntold(deps, relationshipId);
      if (store.watchedRequest(relationshipId)?.termination) {
        await carryOnTermination(deps, relationshipId);
        isUnheard = await tellUntold(deps, relationshipId);
      }
      const watched = store.watchedRequest(relationshipId);
      let seconds = watched && secondsToNextTermination(watched, clock.now());
      if (isUnheard) seconds = Math.min(seconds ?? checkForHearersSeconds, checkForHearersSeconds);
      if (seconds !== undefined)
        this.#worker.schedule(relationshipId, seconds * 1000, () => this.#step(relationshipId));
    });
  }
}

function again(relationshipId: string): string {
  return `${relationshipId} again`;
}
