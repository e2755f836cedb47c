// Reads what replicas have saved in their database, past all of them.
import assert from 'node:assert/strict';
import type { CertificateHashes } from '../../src/domain/offboarding/certificate.js';
import type { AuditEntry } from '../../src/domain/tenant/audit-entry.js';
import type { RowKind } from '../../src/operations/ports/rows.js';
import { checkAudit } from '../../src/store/records/audit-check.js';
import { type RowMaps, rowKinds } from '../../src/store/records/contents.js';
import { hashOf, type SavedState } from '../crash/saved-state.js';
import type { OwnDatabase } from './own-database.js';

interface Entry {
  readonly kind: RowKind;
  readonly id: string;
  readonly seq: string;
  readonly doc: unknown;
}

/** The rows of a database. */
export class SavedRows implements SavedState {
  readonly #database: OwnDatabase;
  readonly #rows = Object.fromEntries(rowKinds.map((kind) => [kind, new Map()])) as RowMaps;
  #seq = '0';

  constructor(database: OwnDatabase) {
    this.#database = database;
  }

  async contents(): Promise<RowMaps> {
    const text = 'select kind, id, seq, doc from gatehouse.entry where seq > $1 order by seq, place';
    for (const { kind, id, seq, doc } of await this.#database.ask<Entry>(text, [this.#seq])) {
      const rows: Map<string, unknown> = this.#rows[kind];
      if (doc === null) rows.delete(id);
      else rows.set(id, doc);
      this.#seq = seq;
    }
    return this.#rows;
  }

  async certificate(id: string): Promise<CertificateHashes> {
    const hash = async (kind: string) => {
      const text = 'select bytes from gatehouse.certificate_file where name = $1';
      const [file] = await this.#database.ask<{ readonly bytes: Uint8Array }>(text, [`${id}.${kind}`]);
      assert.ok(file, `there is no ${kind} of certificate ${id}`);
      return hashOf(file.bytes);
    };
    return { json: await hash('json'), pdf: await hash('pdf') };
  }

  async audit(): Promise<readonly AuditEntry[]> {
    const [head] = await this.#database.ask<{ readonly lines: string; readonly hash: string }>(
      'select lines, hash from gatehouse.head',
    );
    const rows = await this.#database.ask<{ readonly text: string }>('select text from gatehouse.audit order by line');
    assert.ok(head);
    const known = [{ lines: Number(head.lines), hash: head.hash }];
    const lines = rows.map(({ text }) => Buffer.from(text));
    const check = await checkAudit(lines, known);
    assert.ok('lines' in check, `the audit log's chain is broken: ${JSON.stringify(check)}`);
    return rows.map(({ text }) => JSON.parse(text) as AuditEntry);
  }
}
