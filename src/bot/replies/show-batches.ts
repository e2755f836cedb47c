// The answer to /batches: a page of the batches that there are, the newest first.
import { batchesPageOf } from '../../domain/batch/batch-list.js';
import { inSlices } from '../../runtime/in-slices.js';
import { batchListView, type ListedBatch } from '../../views/batch/batch-list.js';
import type { Reply } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';

/** A page of batches, each as far as it is now. */
export async function showBatches(services: BotServices, wanted = 1): Promise<Reply> {
  const context = services.context();
  const { batches, page, pages } = batchesPageOf(services.store.batches(), wanted);
  const rows: ListedBatch[] = [];
  // Each may have thousands of tenants.
  for await (const [batch] of inSlices(batches, 1))
    if (batch) rows.push({ batch, progress: services.batches.progress(batch) });
  return { card: batchListView({ rows, page, pages }, context), summary: context.words.batches.list.title };
}
