// A column of a file that is taken out.
import type { Person } from '../../domain/person.js';
import type { Cell, TableColumn } from '../../domain/table.js';
import type { Instant } from '../../domain/time.js';
import type { Words } from '../catalogue.js';
import type { ViewContext } from '../render/context.js';

/** What the cells of a file are made with. */
export interface ExportContext {
  readonly context: ViewContext;
  /** By role template id. */
  readonly roleNames: ReadonlyMap<string, string>;
  /** Who takes it out, and sends what is in it. Absent: no one by name. */
  readonly sender?: Person | undefined;
}

/** A column: its key, by which docs call it, and what of a row stands in it. */
export interface ExportColumn<Row> {
  readonly key: keyof Words['exporting']['columns'];
  readonly holds: TableColumn['holds'];
  /** In characters. */
  readonly width: number;
  readonly of: (row: Row, made: ExportContext) => Cell;
}

/** A column of text. Foreign text stands in one line. */
export function textColumn<Row>(
  key: ExportColumn<Row>['key'],
  width: number,
  of: (row: Row, made: ExportContext) => string | undefined,
): ExportColumn<Row> {
  return { key, holds: 'text', width, of: (row, made) => inOneLine(of(row, made)) };
}

/** A column of moments. */
export function momentColumn<Row>(
  key: ExportColumn<Row>['key'],
  of: (row: Row) => Instant | undefined,
): ExportColumn<Row> {
  return { key, holds: 'moment', width: 19, of: (row) => momentOf(of(row)) };
}

/** "yes" or "no" in the reader's language; `undefined` stays. */
export function yesOrNoWord(is: boolean | undefined, { context: { words } }: ExportContext): string | undefined {
  return is === undefined ? undefined : words.exporting[is ? 'yes' : 'no'];
}

/** The names of roles in their order; of one without a name its id. */
export function namesOfRoles(roleIds: readonly string[], { roleNames }: ExportContext): string {
  return roleIds.map((id) => roleNames.get(id) ?? id).join(', ');
}

function inOneLine(text: string | undefined): string | undefined {
  const line = text?.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  return line === '' ? undefined : line;
}

// Microsoft's texts may hold a moment that is none.
function momentOf(instant: Instant | undefined): Date | undefined {
  const moment = instant === undefined ? undefined : new Date(instant);
  return moment === undefined || Number.isNaN(moment.getTime()) ? undefined : moment;
}
