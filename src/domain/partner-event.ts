// An event of Partner Center, as the domain knows it.
import type { Instant } from './time.js';

/**
 * An event of Partner Center with a valid signature. It's a hint only: what's true is read from Microsoft. With none of the
 * three ids it doesn't say which customer it concerns.
 * @see https://learn.microsoft.com/partner-center/developer/partner-center-webhook-events (checked 2026-11-22)
 */
export interface PartnerEvent {
  /** In Microsoft's spelling, such as `granular-admin-relationship-approved`. */
  readonly name: string;
  /** When it happened, by Microsoft's clock. */
  readonly at: Instant;
  /** The GDAP relationship it's about. */
  readonly relationshipId?: string | undefined;
  /** The tenant it's about, in lower case. */
  readonly tenantId?: string | undefined;
  /** The audit record with the details, above all the tenant. */
  readonly auditRecordId?: string | undefined;
}

/** An event that was received and isn't followed yet. */
export interface ReceivedEvent extends PartnerEvent {
  /** The same for each of its repetitions, and for no other event. */
  readonly id: string;
}
