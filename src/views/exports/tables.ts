// The table of a file that is taken out, from tenants or from lines of the audit log.
import type { ExportKind } from '../../domain/export-kind.js';
import type { Cell, Table } from '../../domain/table.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { assignmentColumns, assignmentRows, relationshipColumns, relationshipRows } from './access-columns.js';
import type { ExportColumn, ExportContext } from './column.js';
import { type HistoryRow, historyColumns } from './history-columns.js';
import { leftoverColumns, leftoverRows } from './leftover-columns.js';
import { noticeColumns, noticeRows } from './notice-columns.js';
import { tenantColumns } from './tenant-columns.js';

/** The columns of each kind of file, in their order. Keys never change; new columns come behind. */
export const exportColumns = {
  tenants: tenantColumns,
  relationships: relationshipColumns,
  assignments: assignmentColumns,
  leftovers: leftoverColumns,
  notices: noticeColumns,
  history: historyColumns,
} as const satisfies Readonly<Record<ExportKind, readonly ExportColumn<never>[]>>;

/** Things that come in slices. */
export type Slices<T> = AsyncIterable<readonly T[]>;

/** A table of what is known of tenants. */
export function tenantTable(kind: Exclude<ExportKind, 'history'>, tenants: Slices<Tenant>, made: ExportContext): Table {
  switch (kind) {
    case 'tenants':
      return tableOf(made.context.words.exporting.kinds[kind], tenantColumns, tenants, made);
    case 'relationships':
      return tableOf(
        made.context.words.exporting.kinds[kind],
        relationshipColumns,
        rowsOf(tenants, relationshipRows),
        made,
      );
    case 'assignments':
      return tableOf(
        made.context.words.exporting.kinds[kind],
        assignmentColumns,
        rowsOf(tenants, assignmentRows),
        made,
      );
    case 'leftovers':
      return tableOf(made.context.words.exporting.kinds[kind], leftoverColumns, rowsOf(tenants, leftoverRows), made);
    case 'notices':
      return tableOf(made.context.words.exporting.kinds[kind], noticeColumns, rowsOf(tenants, noticeRows), made);
    default:
      return kind satisfies never;
  }
}

/** A table of lines of the audit log. */
export function historyTable(lines: Slices<HistoryRow>, made: ExportContext): Table {
  return tableOf(made.context.words.exporting.kinds.history, historyColumns, lines, made);
}

async function* rowsOf<T, Row>(slices: Slices<T>, rows: (each: T) => readonly Row[]): Slices<Row> {
  for await (const slice of slices) yield slice.flatMap(rows);
}

/** A table by its columns; `name`: at most 31 characters. */
export function tableOf<Row>(
  name: string,
  columns: readonly ExportColumn<Row>[],
  slices: Slices<Row>,
  made: ExportContext,
): Table {
  const { exporting } = made.context.words;
  return {
    name,
    columns: columns.map(({ key, holds, width }) => ({ title: exporting.columns[key], holds, width })),
    slices: cellsOf(slices, columns, made),
  };
}

async function* cellsOf<Row>(slices: Slices<Row>, columns: readonly ExportColumn<Row>[], made: ExportContext) {
  for await (const slice of slices)
    yield slice.map((row): readonly Cell[] => columns.map((column) => column.of(row, made)));
}
