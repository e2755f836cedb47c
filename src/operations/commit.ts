// Commits that follow from rows as they were read.
import { Outdated } from '../domain/errors.js';
import type { AuditEntry } from '../domain/tenant/audit-entry.js';
import type { Tenant } from '../domain/tenant/tenant.js';
import type { Audit } from './ports/audit.js';
import type { ProgressId, ProgressOf } from './ports/progress.js';
import type { Change, Conversation, RowKind, RowVersion } from './ports/rows.js';
import type { Store } from './ports/store.js';

/** A row that is read and written under its lock, where only another process can write it meanwhile. */
export class HeldRow {
  readonly #store: Store;
  #read: RowVersion;

  /** The row as it is now; one that isn't there can be held too. */
  constructor(store: Store, kind: RowKind, id: string) {
    this.#store = store;
    this.#read = store.rowVersion(kind, id);
  }

  /**
   * Commits a change that writes the row, and that follows from it as it was read or committed here last, and from what else
   * it's based on.
   * @throws Outdated when another has written the row meanwhile, or another that it's based on.
   * @throws StoreError
   */
  async commit(change: Change): Promise<void> {
    const committed = await this.#store.commit({ ...change, basedOn: [...(change.basedOn ?? []), this.#read] });
    if ('refused' in committed) {
      const { kind, id } = this.#read;
      throw new Outdated(`${kind} ${id}, or a row beside it, was written by another process`);
    }
    this.#read = { ...this.#read, version: committed.version };
  }
}

/**
 * Commits what follows from something that was done at Microsoft. Its lines of the audit log, `done`, are written even where
 * another has written the row meanwhile: it stays done.
 * @throws Outdated, and StoreError
 */
export async function commitDone(
  row: HeldRow,
  change: Change,
  audit: Audit,
  done: readonly AuditEntry[],
): Promise<void> {
  try {
    await row.commit(change);
  } catch (error) {
    if (error instanceof Outdated) await audit.append(done);
    throw error;
  }
}

/**
 * Commits what `make` makes of the present rows, again while others write the rows that it's based on. `undefined`: there's
 * nothing to change. Resolves to whether there was.
 * @throws StoreError
 */
export async function commitLatest(store: Store, make: () => Change | undefined): Promise<boolean> {
  for (;;) {
    const change = make();
    if (!change) return false;
    if (!('refused' in (await store.commit(change)))) return true;
  }
}

/**
 * Changes a conversation as it is by then, and commits `also` with it; `next` returning `undefined`: it stays as it is.
 * Resolves to whether there was anything to commit.
 * @throws StoreError
 */
export function changeConversation(
  store: Store,
  id: string,
  next: (known: Conversation | undefined) => Conversation | undefined,
  also?: Change,
): Promise<boolean> {
  return commitLatest(store, () => {
    const changed = next(store.conversation(id));
    return changed ? { ...also, basedOn: [store.rowVersion('conversations', id)], conversations: [changed] } : also;
  });
}

/**
 * Changes how far background work has come, as that is by then; `next` returning `undefined`: it stays as it is.
 * @throws StoreError
 */
export async function changeProgress<Id extends ProgressId>(
  store: Store,
  id: Id,
  next: (known: ProgressOf<Id> | undefined) => ProgressOf<Id> | undefined,
): Promise<void> {
  await commitLatest(store, () => {
    const changed = next(store.progress(id));
    return changed && { basedOn: [store.rowVersion('progress', id)], progress: [changed] };
  });
}

/** A change that creates tenants, none of which is there yet. */
export function creating(store: Store, tenants: readonly Tenant[]): Change {
  return { tenants, basedOn: tenants.map(({ tenantId }) => store.rowVersion('tenants', tenantId)) };
}
