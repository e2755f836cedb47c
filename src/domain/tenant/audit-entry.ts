// An entry of the audit log.
import type { CertificateHashes } from '../offboarding/certificate.js';
import type { Instant } from '../time.js';

/**
 * Something that was done or refused, for the audit log. Holds ids, tags, tickets and access templates and no names of people or
 * customers, so that nothing has to be taken out of it when a tenant is forgotten.
 */
export interface AuditEntry {
  readonly at: Instant;
  /** A fact's type, or `commandRefused`, or `accessDenied`. */
  readonly what: string;
  /**
   * Entra object id of the person who did it or asked for it; `repair:` and the name of a template that had Gatehouse do it.
   * Absent: Microsoft, the customer or time did.
   */
  readonly by?: string | undefined;
  /** Absent: it isn't about one tenant. */
  readonly tenantId?: string | undefined;
  /**
   * What of the tenant it was about: its kind and ids, such as "group …", "relationship …", "tags +vip -gold", "template vip", "owner …", "customerNotice extend", "language de",
   * "review <day> <accountable>" of accepted limitations, or "assignment <relationship> <assignment> <group>"; of a second admin's
   * decision what it's about, "enable", "tag", "removeGlobalAdministrator" or "endEarlier"; or a certificate's number. Absent: the tenant as a whole.
   */
  readonly subject?: string | undefined;
  /** The ticket that was about the tenant by then. Absent: none was, or no person did this. */
  readonly ticket?: string | undefined;
  /** The batch that it was asked for with. Absent: it was asked for by itself. */
  readonly batchId?: string | undefined;
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
