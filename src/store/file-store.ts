// How is what we remember kept in one JSON file, and answered from memory?
import { join } from 'node:path';
import { Low } from 'lowdb';
import { StoreError } from '../domain/errors.js';
import type { Tenant } from '../domain/tenant.js';
import type { Change, Conversation, Delivery, Store } from '../operations/ports.js';
import { apply } from './apply.js';
import { DurableFile } from './durable-file.js';
import { lockFolder, type Release } from './folder-lock.js';
import { openState, prepareFolder, stateFileName } from './open-state.js';
import { serialiser } from './serialise.js';
import type { State } from './state.js';

interface Waiting {
  readonly change: Change;
  readonly resolve: () => void;
  readonly reject: (error: StoreError) => void;
}

/**
 * The store on lowdb. Changes that come while a write is under way are written together by the next one. Memory changes
 * only after the disk has, so that nobody is ever told of something that a crash could take back.
 */
export class FileStore implements Store {
  readonly #low: Low<State>;
  readonly #release: Release;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  readonly #listeners: (() => void)[] = [];
  #revision = 0;
  #isClosed = false;

  private constructor(low: Low<State>, release: Release) {
    this.#low = low;
    this.#release = release;
  }

  /**
   * Opens the folder for this process alone. `onLost` hears if it is taken away while we use it.
   * @throws StoreError when it is in use, cannot be written, or holds something broken.
   */
  static async open(folder: string, onLost: (error: Error) => void): Promise<FileStore> {
    await prepareFolder(folder);
    const release = await lockFolder(folder, onLost).catch((cause) => {
      throw cause instanceof StoreError ? cause : notWritten(cause);
    });
    try {
      const file = new DurableFile<State>(join(folder, stateFileName), serialiser());
      const low = new Low<State>(file, await openState(folder, file));
      // A folder that cannot be written to is better found out now than at the first click.
      await low.write();
      return new FileStore(low, release);
    } catch (cause) {
      await release();
      throw cause instanceof StoreError ? cause : notWritten(cause);
    }
  }

  get revision(): number {
    return this.#revision;
  }

  tenant(tenantId: string): Tenant | undefined {
    return own(this.#low.data.tenants, tenantId);
  }

  tenants(): Iterable<Tenant> {
    return Object.values(this.#low.data.tenants);
  }

  conversation(conversationId: string): Conversation | undefined {
    return own(this.#low.data.conversations, conversationId);
  }

  conversations(): Iterable<Conversation> {
    return Object.values(this.#low.data.conversations);
  }

  deliveries(): Iterable<Delivery> {
    return Object.values(this.#low.data.deliveries);
  }

  onCommit(listener: () => void): void {
    this.#listeners.push(listener);
  }

  commit(change: Change): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) return reject(new StoreError('the store is closed', 'Gatehouse is being stopped.'));
      this.#waiting.push({ change, resolve, reject });
      this.#writing ??= this.#writeAll();
    });
  }

  /** Waits for what is being written and lets go of the folder, which from then on may be somebody else's. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#writing;
    await this.#release();
  }

  async #writeAll(): Promise<void> {
    // Whatever else is asked for in this turn of the event loop comes along.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      await this.#writeBatch(batch);
    }
    this.#writing = undefined;
  }

  async #writeBatch(batch: readonly Waiting[]): Promise<void> {
    const before = this.#low.data;
    try {
      const after = apply(
        before,
        batch.map(({ change }) => change),
      );
      await this.#low.adapter.write(after);
      this.#low.data = after;
      if (after.tenants !== before.tenants) this.#revision += 1;
    } catch (cause) {
      for (const { reject } of batch) reject(notWritten(cause));
      return;
    }
    for (const { resolve } of batch) resolve();
    for (const listener of this.#listeners) listener();
  }
}

// An id from a card may be "__proto__".
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function notWritten(cause: unknown): StoreError {
  return new StoreError(
    'the data folder cannot be written',
    'The disk may be full or read-only. Whoever runs Gatehouse has to mend that; then try again.',
    { cause },
  );
}
