// What does Partner Center say has happened?
import type { Instant } from './time.js';

/**
 * An event of Partner Center's whose signature is good. It is a hint and no more: what is true is read from Microsoft. None
 * of the ids: it concerns somebody whom it does not name.
 * @see https://learn.microsoft.com/partner-center/developer/partner-center-webhook-events (checked 2026-11-22)
 */
export interface PartnerEvent {
  /** In Microsoft's spelling, such as `granular-admin-relationship-approved`. */
  readonly name: string;
  /** When it happened, by Microsoft's clock. */
  readonly at: Instant;
  /** The GDAP relationship that it is about. */
  readonly relationshipId?: string | undefined;
  /** The tenant that it is about, in lower case. */
  readonly tenantId?: string | undefined;
  /** The audit record that says more, most of all which tenant it is about. */
  readonly auditRecordId?: string | undefined;
}
