// The partner's own systems, such as a ticket system, to which events are sent.
import type { OutgoingAnswer } from '../../domain/outgoing/outgoing-retry.js';
import type { Instant } from '../../domain/time.js';

/** What is sent, as the receiver reads it: JSON as docs/webhooks-out.schema.json describes it. */
export interface OutgoingMessage {
  /** The event's own id. */
  readonly id: string;
  /** When it's sent. */
  readonly at: Instant;
  readonly body: string;
}

/** An address that events are sent to. */
export interface OutgoingTarget {
  /** By which events name it: a hash of the address, which may itself be a secret. */
  readonly id: string;
  /** The name of its machine, for people. */
  readonly host: string;
  /** Sends it, signed. Never rejects: what failed is an answer too. */
  send(message: OutgoingMessage): Promise<OutgoingAnswer>;
}
