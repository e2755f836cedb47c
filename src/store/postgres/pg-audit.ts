// The audit log in PostgreSQL: lines of the same chain, to the byte, as in a file.
import type { AuditEntry } from '../../domain/tenant/audit-entry.js';
import type { Audit } from '../../operations/ports/audit.js';
import { entriesIn, entryIn } from '../records/audit-chain.js';
import type { Queried } from './changes.js';
import type { Database } from './database.js';

const linesAtOnce = 1000;

/** Every line of the audit log from the first. @throws StoreError */
export async function* auditLines(database: Queried): AsyncGenerator<Buffer> {
  for (let after = '0'; ; ) {
    const rows = await database.query<{ line: string; text: string }>({
      name: 'audit lines',
      text: 'select line, text from gatehouse.audit where line > $1 order by line limit $2',
      values: [after, linesAtOnce],
    });
    for (const { text } of rows) yield Buffer.from(text);
    const last = rows.at(-1);
    if (!last) return;
    after = last.line;
  }
}

/** Appends by commits that write no row, so that its lines have one order with those of changes. */
export class PgAudit implements Audit {
  readonly #database: Database;
  readonly #origin: () => Partial<AuditEntry> | undefined;
  readonly #commit: (entries: readonly AuditEntry[]) => Promise<unknown>;

  constructor(
    database: Database,
    origin: () => Partial<AuditEntry> | undefined,
    commit: (entries: readonly AuditEntry[]) => Promise<unknown>,
  ) {
    this.#database = database;
    this.#origin = origin;
    this.#commit = commit;
  }

  async append(entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length > 0) await this.#commit(this.withOrigin(entries));
  }

  /** Entries with where they come from, as it is now. */
  withOrigin(entries: readonly AuditEntry[]): readonly AuditEntry[] {
    const origin = this.#origin();
    return entries.map((entry) => ({ ...entry, ...origin }));
  }

  async of(tenantId: string, most: number): Promise<readonly AuditEntry[]> {
    const rows = await this.#database.query<{ text: string }>({
      name: 'audit of',
      text: 'select text from gatehouse.audit where tenant_id = $1 order by line desc limit $2',
      values: [tenantId, most],
    });
    return rows.map(({ text }) => entryIn(text)).filter((entry) => entry !== undefined);
  }

  lines(): AsyncIterable<Buffer> {
    return auditLines(this.#database);
  }

  allEntries(): AsyncIterable<AuditEntry> {
    return entriesIn(this.lines());
  }
}
