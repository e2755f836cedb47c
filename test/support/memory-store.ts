// A store for tests that forgets with the process, and whose disk a test can break.

import { StoreError } from '../../src/domain/errors.js';
import type { RaisedAlarm } from '../../src/domain/health/alarm.js';
import type { IssuedCertificate } from '../../src/domain/offboarding/certificate.js';
import type { WatchedInvitation } from '../../src/domain/offboarding/invitation.js';
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import type { Change, Conversation, Delivery, Store } from '../../src/operations/ports/store.js';
import { emptyContents } from '../../src/store/contents.js';
import { apply, patchOf } from '../../src/store/patch.js';

/** What we remember, in memory. */
export class MemoryStore implements Store {
  /** Whether nothing can be saved at the moment. */
  isBroken = false;
  revision = 0;
  readonly #contents = emptyContents();
  readonly #listeners: (() => void)[] = [];

  constructor(...changes: readonly Change[]) {
    apply(this.#contents, patchOf(changes));
  }

  tenant(tenantId: string): Tenant | undefined {
    return this.#contents.tenants.get(tenantId);
  }

  tenants(): Iterable<Tenant> {
    return this.#contents.tenants.values();
  }

  conversation(conversationId: string): Conversation | undefined {
    return this.#contents.conversations.get(conversationId);
  }

  conversations(): Iterable<Conversation> {
    return this.#contents.conversations.values();
  }

  deliveries(): Iterable<Delivery> {
    return this.#contents.deliveries.values();
  }

  alarms(): Iterable<RaisedAlarm> {
    return this.#contents.alarms.values();
  }

  invitations(): Iterable<WatchedInvitation> {
    return this.#contents.invitations.values();
  }

  invitation(relationshipId: string): WatchedInvitation | undefined {
    return this.#contents.invitations.get(relationshipId);
  }

  certificates(): Iterable<IssuedCertificate> {
    return this.#contents.certificates.values();
  }

  certificate(certificateId: string): IssuedCertificate | undefined {
    return this.#contents.certificates.get(certificateId);
  }

  mustWrite(): void {
    if (this.isBroken) throw new StoreError('the disk is full', 'Make room.');
  }

  onCommit(listener: () => void): void {
    this.#listeners.push(listener);
  }

  async commit(change: Change): Promise<void> {
    // A disk takes a moment.
    await Promise.resolve();
    if (this.isBroken) throw new StoreError('the disk is full', 'Make room.');
    apply(this.#contents, patchOf([change]));
    this.revision += 1;
    for (const listener of this.#listeners) listener();
  }
}
