// What was written since a moment, as the database tells it: rows checked against their shapes, in the order of their commits.
import type { RowKind, Rows } from '../../operations/ports/rows.js';
import { inSlices } from '../../runtime/in-slices.js';
import { type Contents, checkedRow, emptyContents, rowKinds } from '../records/contents.js';
import { type Patch, replaceRow } from '../records/patch.js';
import type { Database } from './database.js';
import { NotReadable } from './failures.js';

/** What rows are asked of. */
export type Queried = Pick<Database, 'query'>;

/** How many rows come with an answer about something else. */
export const mostRows = 1000;

// A megabyte: the server keeps a page in memory until it's asked for, and we until it's checked.
const pageRows = 250;
// Checking a row takes about a tenth of a millisecond.
const checkedTogether = 20;

/** A row of what the functions of the schema answer; of the last five, all are null where nothing was written. */
export interface ChangeRow {
  readonly generation: string;
  readonly head: string;
  readonly pruned: string;
  readonly kind: string | null;
  readonly id: string | null;
  readonly seq: string | null;
  readonly place: number | null;
  readonly doc: string | null;
}

/** A row that was written or deleted, `row: null`, by the commit of its version. */
interface ChangedRow {
  readonly kind: RowKind;
  readonly id: string;
  readonly version: number;
  readonly row: Rows[RowKind] | null;
}

/** Where the database is. */
export interface Head {
  /** Another one after a backup was restored. */
  readonly generation: string;
  /** The number of the last commit. */
  readonly head: number;
  /** Up to which commit deleted rows have left no trace. */
  readonly pruned: number;
}

/** What was written since a moment, and where the database is with it. */
export interface Changes extends Head {
  readonly rows: readonly ChangedRow[];
  /** Whether there's no more: with these rows, everything is as it is at `head`. */
  readonly areAll: boolean;
}

/** Where the database was by an answer. */
export function headOf([first]: readonly ChangeRow[]): Head {
  if (!first) throw new Error('the database has no head');
  return { generation: first.generation, head: Number(first.head), pruned: Number(first.pruned) };
}

/**
 * Reads an answer, in slices between which everything else goes on. Kinds that this version doesn't know are left out.
 * `most`: how many rows it was asked for.
 * @throws NotReadable when one isn't of its shape.
 */
export async function changesIn(answer: readonly ChangeRow[], most = mostRows): Promise<Changes> {
  const rows: ChangedRow[] = [];
  try {
    for await (const slice of inSlices(answer, checkedTogether)) rows.push(...slice.flatMap(changedRow));
  } catch (cause) {
    throw new NotReadable(cause);
  }
  return { ...headOf(answer), rows, areAll: answer.length < most };
}

function changedRow({ kind: name, id, seq, doc }: ChangeRow): readonly ChangedRow[] {
  const kind = rowKinds.find((each) => each === name);
  if (kind === undefined || id === null) return [];
  const row = doc === null ? null : checkedRow(kind, id, JSON.parse(doc));
  return [{ kind, id, version: Number(seq), row }];
}

/**
 * What was written after a commit, page by page, each fetched while the one before is checked; the last page has `areAll`, and
 * the moment that all of them together are of.
 */
export async function* changesAfter(database: Queried, seq: number): AsyncGenerator<Changes> {
  let page = pageAfter(database, seq, longAfter);
  for (;;) {
    const answer = await page;
    const last = answer.at(-1);
    const isLast = answer.length < pageRows;
    if (!isLast) page = pageAfter(database, Number(last?.seq), last?.place ?? 0);
    // Should the check fail, or no more be wanted, nothing waits for it.
    page.catch(() => undefined);
    yield await changesIn(answer, pageRows);
    if (isLast) return;
  }
}

function pageAfter(database: Queried, seq: number, place: number): Promise<readonly ChangeRow[]> {
  return database.query<ChangeRow>({
    name: 'changes',
    text: 'select * from gatehouse.changes($1, $2, $3)',
    values: [seq, place, pageRows],
  });
}

// No commit has as many rows.
const longAfter = 2 ** 31 - 1;

/** Puts changed rows in their places. */
export function applyRows(contents: Contents, rows: readonly ChangedRow[]): void {
  for (const { kind, id, version, row } of rows) replaceRow(contents, kind, id, row, version);
}

/** Changed rows as a patch, in which later ones win. */
export function patchOfRows(rows: readonly ChangedRow[]): Patch {
  const patch = rowKinds.map((kind) => [kind, rows.filter((row) => row.kind === kind)] as const);
  return Object.fromEntries(
    patch
      .filter(([, changed]) => changed.length > 0)
      .map(([kind, changed]) => [kind, Object.fromEntries(changed.map(({ id, row }) => [id, row]))]),
  );
}

/** Everything that the database has. What is written meanwhile comes with a later page, so the last one makes it whole. */
export async function load(database: Queried): Promise<Contents> {
  const contents = emptyContents();
  await loadOn(database, contents);
  return contents;
}

/** What was written since contents were loaded that aren't read yet. */
export async function loadOn(database: Queried, contents: Contents): Promise<void> {
  for await (const { rows, generation, head, areAll } of changesAfter(database, contents.sequence)) {
    for await (const slice of inSlices(rows)) applyRows(contents, slice);
    if (areAll) Object.assign(contents, { generation, sequence: head });
  }
}
