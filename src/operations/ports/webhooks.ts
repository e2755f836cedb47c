// Partner Center's webhooks: where the partner's events go, a test of them, what an event leaves unsaid, and what comes in.
import type { IncomingHttpHeaders } from 'node:http';
import type { WebhookRegistration } from '../../domain/health/checkup-directory.js';

/** Every method throws a `MicrosoftError` when the call fails. */
export interface PartnerWebhooks {
  /** The partner's one registration, whichever product made it; `undefined`: there's none. */
  registration(): Promise<{ readonly url: string } | undefined>;
  /** Has a test event sent. Two in a minute are allowed. */
  sendTest(): Promise<unknown>;
  /** Partner Center's audit record; `undefined`: it has none of that id. `customerId` is empty where it's about no customer. */
  auditRecord(id: string): Promise<{ readonly customerId: string } | undefined>;
}

/** What is registered, for a checkup. Every method throws a `MicrosoftError` when the call fails. */
export interface RegisteredWebhooks {
  /** The partner's one registration; `undefined`: there's none. */
  registration(): Promise<WebhookRegistration | undefined>;
  /** The events that can be registered. */
  offeredEvents(): Promise<readonly string[]>;
}

/** Why a request isn't an event of Partner Center, with the status of the answer. */
export interface EventRefusal {
  /** 503: the fault is neither ours nor theirs; it may be sent again. */
  readonly refused: 400 | 401 | 503;
  /** For the log only, never for the sender. */
  readonly why: string;
}

/** Takes requests that claim to be events. */
export interface PartnerEventReceiver {
  /** Checks the headers alone, before the body is read; `undefined`: they may belong to an event. */
  refuse(headers: IncomingHttpHeaders): EventRefusal | undefined;
  /**
   * Checks all of it, the body being the bytes as they came, and tells of an event that hasn't come before; its effects
   * aren't waited for, since Partner Center only needs to know that it has arrived. `undefined`: it's an event, new or not.
   */
  receive(headers: IncomingHttpHeaders, body: Buffer): Promise<EventRefusal | undefined>;
}
