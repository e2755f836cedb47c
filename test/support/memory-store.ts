// A store for tests, in memory, whose disk a test can break.
import { StoreError } from '../../src/domain/errors.js';
import type { Change } from '../../src/operations/ports/rows.js';
import type { Committed, Currency, Store } from '../../src/operations/ports/store.js';
import { type Contents, emptyContents } from '../../src/store/records/contents.js';
import { apply, makeable, patchOf } from '../../src/store/records/patch.js';
import { StoreReads } from '../../src/store/records/reads.js';
import { MemoryAudit } from './memory-audit.js';

/** The store's contents, in memory. */
export class MemoryStore extends StoreReads implements Store {
  /** Whether saving fails at the moment. */
  isBroken = false;
  /** Its audit log, which can be broken by itself. */
  readonly audit = new MemoryAudit();
  protected override contents: Contents = emptyContents();

  constructor(...changes: readonly Change[]) {
    super();
    apply(this.contents, patchOf(changes), 1);
  }

  /** A new store with the contents of this one. */
  reopened(): MemoryStore {
    const again = new MemoryStore({
      tenants: [...this.tenants()],
      conversations: [...this.conversations()],
      deliveries: [...this.deliveries()],
      alarms: [...this.alarms()],
      watchedRequests: [...this.watchedRequests()],
      certificates: [...this.certificates()],
      partnerEvents: [...this.partnerEvents()],
      progress: [...this.contents.progress.values()],
      batches: [...this.batches()],
      batchTenants: [...this.contents.batchTenants.values()],
      savedViews: [...this.contents.savedViews.values()],
      outgoingEvents: [...this.outgoingEvents()],
      fleetDays: [...this.contents.fleetDays.values()],
    });
    again.audit.entries.push(...this.audit.entries);
    again.audit.origin = this.audit.origin;
    return again;
  }

  async current(): Promise<Currency> {
    return {};
  }

  mustWrite(): void {
    if (this.isBroken) throw new StoreError('the disk is full', 'Make room.');
  }

  async commit(change: Change): Promise<Committed> {
    const entries = this.audit.withOrigin(change.audit ?? []);
    // A disk takes a moment.
    await Promise.resolve();
    this.mustWrite();
    if (makeable(this.contents, [{ change }]).length === 0) return { refused: 'outdated' };
    this.audit.write(entries);
    const patch = patchOf([change]);
    const version = this.contents.sequence + 1;
    apply(this.contents, patch, version);
    this.notifyCommitted(patch, true);
    return { version };
  }
}
