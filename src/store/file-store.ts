// How is what we remember kept on disk, and answered from memory?
import { Low } from 'lowdb';
import { StoreError } from '../domain/errors.js';
import type { Tenant } from '../domain/tenant.js';
import type { Change, Conversation, Delivery, Store } from '../operations/ports.js';
import { Batches } from './batches.js';
import type { Contents } from './contents.js';
import type { DurableFile } from './durable-file.js';
import { lockFolder, type Release } from './folder-lock.js';
import { type Journal, lineOf } from './journal.js';
import { type OpenState, openState, prepareFolder } from './open-state.js';
import { apply, copyOf, forgets, type Patch, patchOf } from './patch.js';

// A journal may grow to this, and to as much as the whole file is long; so every change is written about twice.
const leastJournalLength = 256 * 1024;

/**
 * The store on lowdb: one whole file, and a journal of what has changed since. Changes that come while a write is under
 * way are written together by the next one. Memory changes only after the disk has, so that nobody is ever told of
 * something that a crash could take back.
 */
export class FileStore implements Store {
  readonly #low: Low<Contents>;
  readonly #file: DurableFile<Contents>;
  readonly #journal: Journal;
  readonly #release: Release;
  readonly #batches = new Batches<Change>((changes) => this.#write(changes));
  readonly #listeners: (() => void)[] = [];
  #revision = 0;
  #isUncertain = false;
  #isClosed = false;

  private constructor({ contents, file, journal }: OpenState, release: Release) {
    this.#low = new Low(file, contents);
    this.#file = file;
    this.#journal = journal;
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
      const state = await openState(folder);
      const store = new FileStore(state, release);
      if (state.contents.sequence === 0) await store.#writeWhole({}, 1);
      return store;
    } catch (cause) {
      await release();
      throw cause instanceof StoreError ? cause : notWritten(cause);
    }
  }

  get revision(): number {
    return this.#revision;
  }

  tenant(tenantId: string): Tenant | undefined {
    return this.#low.data.tenants.get(tenantId);
  }

  tenants(): Iterable<Tenant> {
    return this.#low.data.tenants.values();
  }

  conversation(conversationId: string): Conversation | undefined {
    return this.#low.data.conversations.get(conversationId);
  }

  conversations(): Iterable<Conversation> {
    return this.#low.data.conversations.values();
  }

  deliveries(): Iterable<Delivery> {
    return this.#low.data.deliveries.values();
  }

  onCommit(listener: () => void): void {
    this.#listeners.push(listener);
  }

  async commit(change: Change): Promise<void> {
    if (this.#isClosed) throw new StoreError('the store is closed', 'Gatehouse is being stopped.');
    return this.#batches.add(change);
  }

  /** Waits for what is being written and lets go of the folder, which from then on may be somebody else's. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#batches.idle();
    await this.#release();
  }

  async #write(changes: readonly Change[]): Promise<void> {
    const patch = patchOf(changes);
    try {
      await this.#writePatch(patch, this.#low.data.sequence + 1);
    } catch (cause) {
      throw notWritten(cause);
    }
    if (patch.tenants) this.#revision += 1;
    for (const listener of this.#listeners) listener();
  }

  async #writePatch(patch: Patch, sequence: number): Promise<void> {
    const { data } = this.#low;
    const line = lineOf(patch, sequence);
    const isLong = this.#journal.bytes + line.length > Math.max(leastJournalLength, this.#file.length);
    if (isLong || this.#isUncertain || forgets(data, patch)) return this.#writeWhole(patch, sequence);
    await this.#journal.append(line);
    apply(data, patch);
    data.sequence = sequence;
  }

  async #writeWhole(patch: Patch, sequence: number): Promise<void> {
    const next = copyOf(this.#low.data);
    apply(next, patch);
    next.sequence = sequence;
    // Should this fail at its very end, the file may be ahead of us, and would not take our next lines for new ones.
    this.#isUncertain = true;
    await this.#low.adapter.write(next);
    this.#isUncertain = false;
    this.#low.data = next;
    await this.#journal.clear();
  }
}

function notWritten(cause: unknown): StoreError {
  return new StoreError(
    'the data folder cannot be written',
    'The disk may be full or read-only. Whoever runs Gatehouse has to mend that; then try again.',
    { cause },
  );
}
