// Files that wait behind links, or are offered, go once that is over, though no one asks for another.
import type { Links, Offers } from '../../operations/ports/handed-files.js';
import type { BackgroundWorkers } from '../../runtime/background-worker.js';

// As long as a link lasts: nothing is kept for twice its time.
const everyMs = 600_000;

/** Prunes links and offers every ten minutes, from now on. */
export function pruneWaitingFiles(places: readonly Pick<Links | Offers, 'prune'>[], workers: BackgroundWorkers): void {
  const worker = workers.open({ failed: 'waitingFilesNotPruned', hasOwnOrigin: true });
  const plan = () =>
    worker.schedule('prune', everyMs, async () => {
      plan();
      for (const place of places) await place.prune();
    });
  plan();
}
