// An audit log for tests, in memory, whose disk a test can break.
import { StoreError } from '../../src/domain/errors.js';
import type { AuditEntry } from '../../src/domain/tenant/audit-entry.js';
import type { Audit } from '../../src/operations/ports/audit.js';
import { emptyChain, entriesIn, nextLine } from '../../src/store/records/audit-chain.js';

/** Keeps its entries. */
export class MemoryAudit implements Audit {
  readonly entries: AuditEntry[] = [];
  /** Whether writing fails at the moment. */
  isBroken = false;
  /** Where the work under way comes from. */
  origin: () => Partial<AuditEntry> | undefined = () => undefined;

  async append(entries: readonly AuditEntry[]): Promise<void> {
    this.write(this.withOrigin(entries));
  }

  withOrigin(entries: readonly AuditEntry[]): readonly AuditEntry[] {
    const origin = this.origin();
    return entries.map((entry) => ({ ...entry, ...origin }));
  }

  write(entries: readonly AuditEntry[]): void {
    if (this.isBroken && entries.length > 0) throw new StoreError('the disk is full', 'Make room.');
    this.entries.push(...entries);
  }

  async of(tenantId: string, most: number): Promise<readonly AuditEntry[]> {
    return this.entries
      .filter((entry) => entry.tenantId === tenantId)
      .slice(-most)
      .reverse();
  }

  async *lines(): AsyncGenerator<Buffer> {
    let end = emptyChain;
    for (const entry of this.entries) {
      const next = nextLine(end, entry);
      end = next.end;
      yield Buffer.from(next.text);
    }
  }

  allEntries(): AsyncGenerator<AuditEntry> {
    return entriesIn(this.lines());
  }
}
