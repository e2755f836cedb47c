// How the whole file is laid out: one JSON object in which every row stands on its own line, so that it's written and read
// row by row, and never all of it in memory at once.
import type { RowKind, Rows } from '../../operations/ports/rows.js';
import {
  byId,
  type Contents,
  checkedRow,
  emptyContents,
  emptyParts,
  fileShape,
  hashedSchema,
  newestSchema,
  rowKinds,
} from '../records/contents.js';
import { migrated, type OldParts, renamedSchema } from '../records/migrate.js';
import { keep } from '../records/patch.js';

/** What is written into a whole file: everything in the contents that outlives the process. */
export type Whole = Pick<Contents, 'sequence' | 'generation' | 'audit'> & {
  readonly [K in RowKind]: Iterable<readonly [id: string, row: Rows[K]]>;
};

/** The whole file's text, row by row. */
export function* textOf(whole: Whole): Iterable<string> {
  const { sequence, generation, audit } = whole;
  yield JSON.stringify({ schema: newestSchema, sequence, generation, ...(audit && { audit }) }).slice(0, -1);
  for (const kind of rowKinds) {
    yield `,"${kind}":{`;
    let between = '\n';
    for (const [id, row] of whole[kind]) {
      yield `${between}${JSON.stringify(id)}:${JSON.stringify(row)}`;
      between = ',\n';
    }
    yield '}';
  }
  yield '}\n';
}

/** Puts contents together from the lines of a whole file of any schema. */
export class WholeReader {
  readonly #contents = emptyContents();
  /** The file without its rows. */
  readonly #head: Record<string, unknown> = {};
  /** What opens the part that the next lines' rows are in. */
  #opened = '';
  #broken: { readonly cause: unknown } | undefined;

  /** Takes the next lines, whole ones. What is wrong with them is said in the end. */
  take(lines: string): void {
    if (this.#broken) return;
    try {
      this.#take(lines.trimEnd());
    } catch (cause) {
      this.#broken = { cause };
    }
  }

  /**
   * The contents, once all lines were taken. `hash`: the hash that the file carries, checked already.
   * @throws when it's none of ours, or a row isn't of its whole shape; the message names the row and the field.
   */
  contents(hash?: string): Contents {
    if (this.#broken?.cause instanceof SyntaxError) throw this.#broken.cause;
    // Which parts stand behind what is broken isn't known.
    const file = fileShape.parse(this.#broken ? { ...emptyParts, ...this.#head } : this.#head);
    const { schema, sequence, generation } = file;
    if (schema >= hashedSchema && hash === undefined) throw new Error('it lacks its hash');
    if (this.#broken) throw this.#broken.cause;
    return {
      ...this.#contents,
      schema,
      sequence,
      generation,
      hash: hash ?? '',
      ...('audit' in file && file.audit && { audit: file.audit }),
    };
  }

  #take(lines: string): void {
    if (lines === '') return;
    const read: Readonly<Record<string, unknown>> = byId.parse(JSON.parse(`${this.#opened}${closed(lines)}`));
    // A part that isn't rows by id stays in the head, whose shape refuses it.
    for (const [key, value] of Object.entries(read))
      this.#head[key] = Object.hasOwn(emptyParts, key) && byId.safeParse(value).success ? {} : value;
    this.#opened = `{${JSON.stringify(Object.keys(read).at(-1))}:{`;
    const isOlder = typeof this.#head.schema === 'number' && this.#head.schema < renamedSchema;
    const parts: Partial<Record<RowKind, unknown>> = isOlder ? migrated(read as OldParts) : read;
    for (const kind of rowKinds) {
      for (const [id, row] of Object.entries(byId.parse(parts[kind] ?? {})))
        keep(this.#contents, kind, checkedRow(kind, id, row));
    }
  }
}

/** Lines with what closes their last row's part and the file, where later lines do. */
function closed(lines: string): string {
  if (lines.endsWith(',')) return `${lines.slice(0, -1)}}}`;
  return lines.endsWith('{') ? `${lines}}}` : lines;
}
