// An audit log for tests, in memory.
import type { Audit, AuditEntry } from '../../src/operations/ports/ports.js';

/** Keeps what it is told. */
export class MemoryAudit implements Audit {
  readonly entries: AuditEntry[] = [];

  async append(entries: readonly AuditEntry[]): Promise<void> {
    this.entries.push(...entries);
  }

  async of(tenantId: string, most: number): Promise<readonly AuditEntry[]> {
    return this.entries
      .filter((entry) => entry.tenantId === tenantId)
      .slice(-most)
      .reverse();
  }
}
