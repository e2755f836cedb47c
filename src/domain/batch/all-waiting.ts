// What `/open` shows: what waits for a person at tenants, and of batches, which know tenants.
import type { WaitingPage } from '../tenant/waiting-list.js';
import type { Batch } from './batch.js';

/** What waits for a person: at tenants, and of batches. */
export interface AllWaiting extends WaitingPage {
  /** Those that wait for a second admin, whatever the query, the one that lapses first on top. */
  readonly awaitedBatches: readonly Batch[];
}
