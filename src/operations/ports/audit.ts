// The audit log: what an entry holds, and the contract of what keeps it.
import type { CertificateHashes } from '../../domain/offboarding/certificate.js';
import type { Instant } from '../../domain/time.js';

/**
 * Something that was done or refused, for the audit log. Holds ids and never names, so that nothing has to be taken out of
 * it when a tenant is forgotten.
 */
export interface AuditEntry {
  readonly at: Instant;
  /** A fact's type, or `commandRefused`, or `accessDenied`. */
  readonly what: string;
  /** Entra object id of the person who did it or asked for it. Absent: Microsoft, the customer or time did. */
  readonly by?: string | undefined;
  /** Absent: it isn't about one tenant. */
  readonly tenantId?: string | undefined;
  /**
   * What of the tenant it was about: its kind and ids, such as "group …", "relationship …" or "assignment <relationship>
   * <assignment> <group>", or a certificate's number. Absent: the tenant as a whole.
   */
  readonly subject?: string | undefined;
  /** The hashes of the certificate that was written. */
  readonly certificate?: CertificateHashes | undefined;
  /** The command or verb that was refused. */
  readonly asked?: string | undefined;
  /** Why it was refused, by Gatehouse or by Microsoft. */
  readonly why?: string | undefined;
  /** How many more there were like it that have no line of their own. Absent: none. */
  readonly count?: number | undefined;
  /** Microsoft's id of the call that did or refused it. */
  readonly requestId?: string | undefined;
  /** The conversation in which it was asked for. Absent: it wasn't, or the process was restarted since. */
  readonly conversationId?: string | undefined;
  /** The id that the lines of the log about it carry. */
  readonly correlationId?: string | undefined;
}

/**
 * What was done, for good: entries are never changed or deleted, and each is chained to the one before, so that a change
 * from outside shows. Not part of a commit: what a change is about is appended before it (see `Store.commit`).
 * `test/store/audit-contract.ts` holds this.
 */
export interface Audit {
  /**
   * Resolves once the entries outlive a crash. They stand in the order in which they are handed over, those of one call
   * beside each other; where they come from (`conversationId`, `correlationId`) is added. Nothing to append: nothing is written.
   * @throws StoreError when they can't be written; then none of them is.
   */
  append(entries: readonly AuditEntry[]): Promise<void>;
  /** The newest entries about a tenant, the newest first, with every one whose `append` has resolved. */
  of(tenantId: string, most: number): Promise<readonly AuditEntry[]>;
}
