// Batches that are under way, or wait for a second admin, and would do what a person asks for.
import { changeLikeness, likenessOf } from '../../domain/batch/alike.js';
import { type Batch, batchTenantId, isBatchOver } from '../../domain/batch/batch.js';
import type { BatchAsker } from '../../domain/batch/batch-command.js';
import { awaitsSecond } from '../../domain/batch/second-admin.js';
import type { ImportedTenant } from '../../domain/batch/tenant-import.js';
import type { Store } from '../ports/store.js';

/** Those that do the same to their tenants. */
export function alikeBatches(store: Pick<Store, 'batches'>, asker: BatchAsker): readonly Batch[] {
  const wanted = likenessOf(asker);
  return [...store.batches()].filter((batch) => !batch.isAsked && !isBatchOver(batch) && likenessOf(batch) === wanted);
}

/** The one of them that still has all of these tenants to do; `undefined`: there's none, or several share them. */
export function batchWithAll(
  store: Pick<Store, 'batches' | 'batchTenant'>,
  asker: BatchAsker,
  tenantIds: readonly string[],
): Batch | undefined {
  const isToDo = (batch: Batch, tenantId: string) => {
    const row = store.batchTenant(batchTenantId(batch.id, tenantId));
    return row !== undefined && row.result === undefined;
  };
  return alikeBatches(store, asker).find((batch) => tenantIds.every((tenantId) => isToDo(batch, tenantId)));
}

/** The import with these very changes that waits for a second admin; `undefined`: there's none. */
export function sameImport(
  store: Pick<Store, 'batches' | 'batchTenant'>,
  changes: readonly ImportedTenant[],
): Batch | undefined {
  const isSame = (batch: Batch) =>
    batch.action.do === 'import' &&
    !batch.isAsked &&
    awaitsSecond(batch) &&
    batch.count === changes.length &&
    changes.every(({ tenantId, change }) => {
      const row = store.batchTenant(batchTenantId(batch.id, tenantId));
      return row !== undefined && changeLikeness(row) === changeLikeness(change);
    });
  return [...store.batches()].find(isSame);
}
