// Whether what is to be remembered can be written just now. A disk that is full or has become read-only is no reason to
// end: the process stays, refuses what would need a write, says why, and goes on once writing works again.

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from '../domain/errors.js';
import type { Clock } from '../runtime/clock.js';
import type { Log } from '../runtime/log.js';
import { besideSuffix, replaceFile } from '../runtime/replace-file.js';
import { systemError, whyOf } from './system-error.js';

const againMs = 5000;
// A disk that is nearly full may take a byte, but no line of the journal.
const probe = new Uint8Array(256 * 1024);

/** What watching a disk takes. */
export interface DiskWatchPorts {
  readonly clock: Pick<Clock, 'after'>;
  readonly log: Log;
}

/** Watches over how writing to a data folder goes. */
export class DiskWatch {
  readonly #probe: string;
  readonly #ports: DiskWatchPorts;
  readonly #listeners: (() => void)[] = [];
  #trouble: string | undefined;
  #cancel: (() => void) | undefined;
  #asking: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(folder: string, ports: DiskWatchPorts) {
    this.#probe = join(folder, '.probe');
    this.#ports = ports;
  }

  /** Why nothing can be written, with the system's code. Absent: the last write went well. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** Calls back once writing works again. */
  onBack(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /**
   * Does a write and takes note of how it went. `what` says what is written, as the start of a sentence.
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
   * Lets nothing begin that would have to be written down afterwards.
   * @throws StoreError while nothing can be written.
   */
  mustWrite(): void {
    if (this.#trouble !== undefined)
      throw new StoreError('the data folder cannot be written', remedyFor(this.#trouble));
  }

  /** Resolves when the disk is not being asked. */
  idle(): Promise<void> {
    return this.#asking;
  }

  /** Asks the disk no more. */
  stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancel?.();
    return this.#asking;
  }

  // Only what the system says about the disk is about the disk.
  #failed(cause: unknown): void {
    const error = systemError(cause);
    if (!error || this.#isStopped) return;
    const isNew = this.#trouble === undefined;
    this.#trouble = whyOf(error);
    if (isNew) this.#ports.log.error('dataFolderNotWritten', { code: error.code, why: this.#trouble });
    this.#cancel ??= this.#ports.clock.after(againMs, () => {
      this.#asking = this.#askAgain();
    });
  }

  #isWell(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    if (this.#trouble === undefined) return;
    this.#trouble = undefined;
    this.#ports.log.info('dataFolderWrittenAgain');
    for (const listener of this.#listeners) listener();
  }

  async #askAgain(): Promise<void> {
    this.#cancel = undefined;
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

/** A watch for whoever does not want to know: it asks no disk again. */
export function unwatched(folder: string): DiskWatch {
  const quiet = () => undefined;
  return new DiskWatch(folder, { clock: { after: () => quiet }, log: { info: quiet, warn: quiet, error: quiet } });
}

/** That something could not be written, and what to do. */
function notWritten(what: string, cause: unknown): StoreError {
  const error = systemError(cause);
  const why = error ? whyOf(error) : 'the reason is in the log';
  return new StoreError(`${what} cannot be written: ${why}`, remedyFor(why), { cause });
}

function remedyFor(why: string): string {
  return `Gatehouse can’t save anything right now: ${why}. Ask your Gatehouse administrator to fix the disk with the data folder (DATA_DIR), then try again. Lists and cards still show what was known before.`;
}
