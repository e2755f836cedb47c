// How is what we remember kept on disk, and answered from memory?
import { randomUUID } from 'node:crypto';
import { Low } from 'lowdb';
import type { RaisedAlarm } from '../domain/alarm.js';
import { StoreError } from '../domain/errors.js';
import type { IssuedCertificate } from '../domain/exit/certificate.js';
import type { WatchedInvitation } from '../domain/exit/invitation.js';
import type { Tenant } from '../domain/tenant.js';
import type { Change, Conversation, Delivery, Store } from '../operations/store-port.js';
import { NotReplaced } from '../replace-file.js';
import { Batches } from './batches.js';
import type { Contents } from './contents.js';
import type { DurableFile } from './durable-file.js';
import { lockFolder, type Release } from './folder-lock.js';
import { type Journal, lineOf } from './journal.js';
import { clearUp, makeFolder, type OpenState, openState } from './open-state.js';
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
  #mustWriteWhole = false;
  #closing: Promise<void> | undefined;

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
    await makeFolder(folder);
    const release = await lockFolder(folder, onLost).catch((cause) => {
      throw cause instanceof StoreError ? cause : notWritten(cause);
    });
    try {
      await clearUp(folder);
      const state = await openState(folder);
      const store = new FileStore(state, release);
      if (state.mustWriteWhole) await store.#writeWhole({});
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

  alarms(): Iterable<RaisedAlarm> {
    return this.#low.data.alarms.values();
  }

  invitations(): Iterable<WatchedInvitation> {
    return this.#low.data.invitations.values();
  }

  invitation(relationshipId: string): WatchedInvitation | undefined {
    return this.#low.data.invitations.get(relationshipId);
  }

  certificates(): Iterable<IssuedCertificate> {
    return this.#low.data.certificates.values();
  }

  certificate(certificateId: string): IssuedCertificate | undefined {
    return this.#low.data.certificates.get(certificateId);
  }

  onCommit(listener: () => void): void {
    this.#listeners.push(listener);
  }

  async commit(change: Change): Promise<void> {
    if (this.#closing) throw new StoreError('the store is closed', 'Gatehouse is being stopped.');
    return this.#batches.add(change);
  }

  /** Waits for what is being written and lets go of the folder, which from then on may be somebody else's. */
  close(): Promise<void> {
    this.#closing ??= this.#batches.idle().then(() => this.#release());
    return this.#closing;
  }

  async #write(changes: readonly Change[]): Promise<void> {
    const patch = patchOf(changes);
    try {
      await this.#writePatch(patch, forgets(this.#low.data, changes));
    } catch (cause) {
      throw notWritten(cause);
    }
    if (patch.tenants || patch.invitations || patch.certificates) this.#revision += 1;
    for (const listener of this.#listeners) listener();
  }

  async #writePatch(patch: Patch, forgets: boolean): Promise<void> {
    if (forgets || this.#mustWriteWhole) return this.#writeWhole(patch);
    const { data } = this.#low;
    const sequence = data.sequence + 1;
    const line = lineOf(patch, { ...data, sequence });
    if (this.#journal.bytes + line.length > Math.max(leastJournalLength, this.#file.length)) {
      try {
        return await this.#writeWhole(patch);
      } catch (error) {
        // There may still be room for a line.
        if (this.#mustWriteWhole) throw error;
      }
    }
    await this.#journal.append(line);
    apply(data, patch);
    data.sequence = sequence;
  }

  async #writeWhole(patch: Patch): Promise<void> {
    const next = copyOf(this.#low.data);
    apply(next, patch);
    next.sequence += 1;
    next.generation = randomUUID();
    try {
      await this.#low.adapter.write(next);
    } catch (error) {
      // The file may be ahead of us, and would not take our next lines for new ones.
      if (!(error instanceof NotReplaced) || error.isUncertain) this.#mustWriteWhole = true;
      throw error;
    }
    this.#low.data = next;
    this.#mustWriteWhole = false;
    await this.#journal.clear().catch(() => {
      // What is to be forgotten must not stay there: the next write tries again, and so does the next start.
      this.#mustWriteWhole = true;
    });
  }
}

function notWritten(cause: unknown): StoreError {
  return new StoreError(
    'the data folder cannot be written',
    'The disk may be full or read-only. Whoever runs Gatehouse has to mend that; then try again.',
    { cause },
  );
}
