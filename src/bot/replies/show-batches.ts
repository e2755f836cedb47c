// The answer to /batches: a page of the batches that there are, the newest first.
import type { Batch } from '../../domain/batch/batch.js';
import { batchesPageOf } from '../../domain/batch/batch-list.js';
import { isDoneOrFine } from '../../domain/batch/refused.js';
import { inSlices } from '../../runtime/in-slices.js';
import { batchListView, type ListedBatch } from '../../views/batch/batch-list.js';
import type { Reply } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';

/** A page of batches, each as far as it is now. */
export async function showBatches(services: BotServices, wanted = 1): Promise<Reply> {
  const context = services.context();
  const { batches, page, pages } = batchesPageOf(services.store.batches(), wanted);
  const rows: ListedBatch[] = [];
  for (const batch of batches) rows.push({ batch, done: await doneOf(services, batch) });
  return { card: batchListView({ rows, page, pages }, context), summary: context.words.batches.list.title };
}

// Each may have thousands of tenants.
async function doneOf({ store }: BotServices, { id }: Batch): Promise<number> {
  let done = 0;
  for await (const slice of inSlices(store.batchTenants(id))) done += slice.filter(isDoneOrFine).length;
  return done;
}
