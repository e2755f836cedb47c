// The audit log: the contract of what keeps it.
import type { AuditEntry } from '../../domain/tenant/audit-entry.js';

/**
 * What was done, for good: entries are never changed or deleted, and each is chained to the one before, so that a change
 * from outside shows. The lines of a change are written with it (`Change.audit`); `append` is for what changes nothing here.
 * `test/store/audit-contract.ts` holds this.
 */
export interface Audit {
  /**
   * Resolves once the entries outlive a crash. They stand in the order in which they are handed over, those of one call
   * beside each other; where they come from (`conversationId`, `correlationId`) is added. Nothing to append: nothing is written.
   * @throws StoreError when they can't be written; then none of them is.
   */
  append(entries: readonly AuditEntry[]): Promise<void>;
  /** The newest entries about a tenant, the newest first, with every one whose `append` has resolved. */
  of(tenantId: string, most: number): Promise<readonly AuditEntry[]>;
  /**
   * Every line from the first, byte for byte as its hash was made of it, with every one whose `append` had resolved before.
   * Fails while it's gone through when it can't be read.
   */
  lines(): AsyncIterable<Buffer>;
  /** What every line says, the oldest first, as with `lines`. */
  allEntries(): AsyncIterable<AuditEntry>;
}
