// Whether the data folder can be written just now. A full or read-only disk doesn't end the process: it refuses what needs
// a write, says why, and goes on once writing works again.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from '../../domain/errors.js';
import type { Saving } from '../../operations/ports/saving.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import { Emitter } from '../../runtime/emitter.js';
import type { Log } from '../../runtime/log.js';
import { noLog } from '../../runtime/no-log.js';
import { besideSuffix, replaceFile } from '../../runtime/replace-file.js';
import { systemError, whyOf } from './system-error.js';

const againMs = 5000;
// A disk that is nearly full may take a byte, but no line of the journal.
const probe = new Uint8Array(256 * 1024);

/** What watching a disk needs. */
export interface DiskWatchDeps {
  readonly log: Log;
  /** Absent: the disk is not asked again. */
  readonly workers?: BackgroundWorkers;
}

/** Tells whether writing to a data folder works, and after a failure asks the disk every five seconds until it does. */
export class DiskWatch implements Saving {
  readonly #probe: string;
  readonly #log: Log;
  readonly #worker: BackgroundWorker | undefined;
  readonly savesAgain = new Emitter();
  /** With the system's code. */
  #why: string | undefined;

  constructor(folder: string, { log, workers }: DiskWatchDeps) {
    this.#probe = join(folder, '.probe');
    this.#log = log;
    this.#worker = workers?.open({ failed: 'dataFolderNotProbed', level: 'error' });
  }

  get trouble(): string | undefined {
    return this.#why === undefined ? undefined : `the data folder can’t be written: ${this.#why}`;
  }

  /**
   * Does a write, and remembers whether the system let it. `what` names what is written, to start a sentence with.
   * @throws StoreError that says why it failed.
   */
  async writes<T>(what: string, write: () => Promise<T>): Promise<T> {
    try {
      const written = await write();
      this.#isWell();
      return written;
    } catch (cause) {
      this.#failed(cause);
      throw notWritten(what, cause);
    }
  }

  /**
   * For what must be saved afterwards, before it begins.
   * @throws StoreError while writing fails.
   */
  mustWrite(): void {
    if (this.#why !== undefined) throw new StoreError('the data folder can’t be written', remedyFor(this.#why));
  }

  // Only the system's own errors say something of the disk.
  #failed(cause: unknown): void {
    const error = systemError(cause);
    if (!error) return;
    const isNew = this.#why === undefined;
    this.#why = whyOf(error);
    if (isNew) this.#log.error('dataFolderNotWritten', { code: error.code, why: this.#why });
    this.#worker?.schedule('disk', againMs, () => this.#askAgain());
  }

  #isWell(): void {
    this.#worker?.forget('disk');
    if (this.#why === undefined) return;
    this.#why = undefined;
    this.#log.info('dataFolderWrittenAgain', {});
    this.savesAgain.emit();
  }

  async #askAgain(): Promise<void> {
    try {
      await replaceFile(this.#probe, probe);
      await rm(this.#probe, { force: true });
      this.#isWell();
    } catch (error) {
      await rm(`${this.#probe}${besideSuffix}`, { force: true }).catch(() => undefined);
      this.#failed(error);
    }
  }
}

/** A watch that logs nothing and never asks the disk again. */
export function unwatched(folder: string): DiskWatch {
  return new DiskWatch(folder, { log: noLog });
}

/** The error for a failed write, with what to do. */
function notWritten(what: string, cause: unknown): StoreError {
  const error = systemError(cause);
  const why = error ? whyOf(error) : 'the reason is in the log';
  return new StoreError(`${what} can’t be written: ${why}`, remedyFor(why), { cause });
}

function remedyFor(why: string): string {
  return `Gatehouse can’t save anything right now: ${why}. Ask your Gatehouse administrator to fix the disk with the data folder (DATA_DIR), then try again. Lists and cards still show what was known before.`;
}
