// Reads the bot's data folder, whether the bot runs or not.
import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CertificateHashes } from '../../src/domain/offboarding/certificate.js';
import type { AuditEntry } from '../../src/domain/tenant/audit-entry.js';
import { auditFileName } from '../../src/store/folder/audit-file.js';
import { journalFileName } from '../../src/store/folder/journal.js';
import { wholeLines } from '../../src/store/folder/lines.js';
import { stateFileName } from '../../src/store/folder/open-state.js';
import { checkAudit } from '../../src/store/records/audit-check.js';
import { type Contents, emptyContents } from '../../src/store/records/contents.js';
import { contentsOf } from '../support/contents-of.js';
import { hashOf, type SavedState } from './saved-state.js';

/** A data folder. */
export class DataFolder implements SavedState {
  readonly path: string;
  #read: { readonly at: string; readonly contents: Contents } = { at: '', contents: emptyContents() };

  constructor(path: string) {
    this.path = path;
  }

  async contents(): Promise<Contents> {
    const changes = [journalFileName, stateFileName].map((name) => changedAt(join(this.path, name)));
    const at = (await Promise.all(changes)).join(' ');
    if (at !== this.#read.at) this.#read = { at, contents: await contentsOf(this.path) };
    return this.#read.contents;
  }

  async certificate(id: string): Promise<CertificateHashes> {
    const hash = async (kind: string) => hashOf(await readFile(join(this.path, 'certificates', `${id}.${kind}`)));
    return { json: await hash('json'), pdf: await hash('pdf') };
  }

  // A last line that was cut short is left out.
  async audit(): Promise<readonly AuditEntry[]> {
    const path = join(this.path, auditFileName);
    if ((await changedAt(path)) === undefined) return [];
    // It may grow meanwhile.
    const lines: Buffer[] = [];
    for await (const line of wholeLines(path)) lines.push(line);
    const check = await checkAudit(lines);
    assert.ok('lines' in check, `the audit log's chain is broken: ${JSON.stringify(check)}`);
    return lines.map((line) => JSON.parse(line.toString('utf8')) as AuditEntry);
  }
}

async function changedAt(path: string): Promise<number | undefined> {
  return (await stat(path).catch(() => undefined))?.mtimeMs;
}
