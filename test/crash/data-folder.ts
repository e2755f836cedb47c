// What lies in the bot's data folder, whether the bot runs or not?
import assert from 'node:assert/strict';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditEntry } from '../../src/operations/ports.js';
import { auditFileName, checkAudit } from '../../src/store/audit-file.js';
import { stateFileName } from '../../src/store/open-state.js';
import { emptyState, type State, stateShape } from '../../src/store/state.js';

/** A data folder. */
export class DataFolder {
  readonly path: string;
  #read: { readonly at: number; readonly state: State } = { at: 0, state: emptyState };

  constructor(path: string) {
    this.path = path;
  }

  /** What is saved; nothing before the first write. */
  async state(): Promise<State> {
    const file = join(this.path, stateFileName);
    const written = await stat(file).catch(() => undefined);
    if (!written) return emptyState;
    if (written.mtimeMs !== this.#read.at) {
      const state: unknown = JSON.parse(await readFile(file, 'utf8'));
      stateShape.parse(state);
      this.#read = { at: written.mtimeMs, state: state as State };
    }
    return this.#read.state;
  }

  /** The audit log's whole lines, checked to be one chain. A last line that was cut short is left out. */
  async audit(): Promise<readonly AuditEntry[]> {
    const text = await readFile(join(this.path, auditFileName), 'utf8').catch(() => '');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    const copy = `${this.path}-audit-copy.jsonl`;
    await writeFile(copy, whole);
    const check = await checkAudit(copy);
    assert.ok('lines' in check, `the audit log's chain is broken: ${JSON.stringify(check)}`);
    return whole
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as AuditEntry);
  }
}
