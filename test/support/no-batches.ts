// Batches for tests of what has none.
import { TenantBatches } from '../../src/operations/batches/batches.js';
import { standIn } from './stand-in.js';

/** There are no batches, and none can be begun. */
export const noBatches = standIn(TenantBatches, {});
