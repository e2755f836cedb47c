// What is taken out as a file: the tenants of a search, and the lines of the audit log about them.
import type { ExportKind } from '../../domain/export-kind.js';
import { type NotUnderstood, notUnderstoodIn } from '../../domain/query/query-page.js';
import type { AuditEntry } from '../../domain/tenant/audit-entry.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { inSlices } from '../../runtime/in-slices.js';
import type { Audit } from '../ports/audit.js';
import type { TenantList } from './tenant-list.js';

/** A line of the audit log about a tenant. */
export type LineAboutTenant = AuditEntry & { readonly tenantId: string };

// Drawing a row costs more than looking at a tenant.
const sliceSize = 50;

/** Reads from memory, and from the audit log, in slices between which everything else goes on. */
export class ExportedRows {
  readonly #tenantList: TenantList;
  readonly #audit: Pick<Audit, 'allEntries'>;

  constructor(tenantList: TenantList, audit: Pick<Audit, 'allEntries'>) {
    this.#tenantList = tenantList;
    this.#audit = audit;
  }

  /** What isn't understood of a search, which then matches nothing; `undefined`: all of it is understood. */
  notUnderstood(search: string): NotUnderstood | undefined {
    return notUnderstoodIn(this.#tenantList.tenantsOf(search));
  }

  /** The tenants that a search matches, in the order of the list. Only leftover access concerns former customers. */
  tenants(search: string, kind: Exclude<ExportKind, 'history'>): AsyncGenerator<readonly Tenant[]> {
    const { listed, former } = this.#tenantList.tenantsOf(search);
    return inSlices(kind === 'leftovers' ? [...listed, ...former] : listed, sliceSize);
  }

  /**
   * The lines about the tenants that a search matches, of a whole log also about forgotten ones; the oldest first. `most`: of
   * more the newest are taken, and `isCut` says so.
   */
  async history(
    search: string,
    most: number,
  ): Promise<{ readonly isCut: boolean; readonly slices: AsyncGenerator<readonly LineAboutTenant[]> }> {
    const ids = search.trim() === '' ? undefined : this.#idsOf(search);
    const isWanted = ({ tenantId }: AuditEntry) => tenantId !== undefined && (ids?.has(tenantId) ?? true);
    let total = 0;
    // The log is read twice instead of being held.
    for await (const entry of this.#audit.allEntries()) if (isWanted(entry)) total += 1;
    return { isCut: total > most, slices: this.#lines(isWanted, Math.max(0, total - most), most) };
  }

  async *#lines(isWanted: (entry: AuditEntry) => boolean, skipped: number, most: number) {
    let slice: LineAboutTenant[] = [];
    let passed = 0;
    for await (const entry of this.#audit.allEntries()) {
      const { tenantId } = entry;
      if (tenantId === undefined || !isWanted(entry)) continue;
      passed += 1;
      if (passed <= skipped) continue;
      // What has been written since it was counted.
      if (passed > skipped + most) break;
      slice.push({ ...entry, tenantId });
      if (slice.length < sliceSize) continue;
      yield slice;
      slice = [];
    }
    if (slice.length > 0) yield slice;
  }

  #idsOf(search: string): ReadonlySet<string> {
    const { listed, former } = this.#tenantList.tenantsOf(search);
    return new Set([...listed, ...former].map(({ tenantId }) => tenantId));
  }
}
