// The columns of a file with lines of the audit log about tenants.
import type { AuditEntry } from '../../domain/tenant/audit-entry.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { historyEntryWords, historyPerson } from '../tenant/audit-history.js';
import { type ExportColumn, momentColumn, textColumn } from './column.js';

/** A line of the audit log about a tenant, with what is known of the tenant. */
export interface HistoryRow {
  readonly entry: AuditEntry & { readonly tenantId: string };
  /** Absent: it isn't known any longer. */
  readonly tenant?: Tenant | undefined;
  /** Its name when it was offboarded. Absent: it wasn't. */
  readonly formerName?: string | undefined;
}

const aboutOf = ({ entry: { tenantId }, tenant }: HistoryRow) => ({ tenantId, tenant });

/** Of lines of the audit log. */
export const historyColumns: readonly ExportColumn<HistoryRow>[] = [
  momentColumn('at', ({ entry }) => entry.at),
  textColumn('tenantId', 38, ({ entry }) => entry.tenantId),
  textColumn('tenant', 30, ({ tenant, formerName }) => tenant?.customer.displayName ?? formerName),
  textColumn('event', 50, (row, { context }) => historyEntryWords(row.entry, aboutOf(row), context)),
  textColumn('what', 24, ({ entry }) => entry.what),
  textColumn('by', 24, ({ entry, tenant }, { context }) => historyPerson(entry, tenant, context.words)),
  textColumn('byId', 38, ({ entry }) => entry.by),
  textColumn('requestId', 38, ({ entry }) => entry.requestId),
];
