// Partner Center's webhooks: where the partner's events go, a test of them, what an event leaves unsaid, and what comes in.
import type { IncomingHttpHeaders } from 'node:http';
import type { WebhookRegistration } from '../../domain/health/checkup-directory.js';
import type { ReceivedEvent } from '../../domain/partner-event.js';

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

/** Where received events are kept until they're followed. */
export interface EventInbox {
  /**
   * Resolves once the event outlives a crash, or was known before; its effects aren't waited for. `false`: it isn't kept, since
   * too many wait already.
   * @throws StoreError when it can't be kept.
   */
  take(event: ReceivedEvent): Promise<boolean>;
}

/** Why a request isn't an event of Partner Center, with the status of the answer. */
export interface EventRefusal {
  /** 503: it can't be checked or kept just now; it may be sent again. */
  readonly refused: 400 | 401 | 503;
  /** For the log only, never for the sender. */
  readonly why: string;
}

/** Takes requests that claim to be events. */
export interface PartnerEventReceiver {
  /** Checks the headers alone, before the body is read; `undefined`: they may belong to an event. */
  refuse(headers: IncomingHttpHeaders): EventRefusal | undefined;
  /**
   * Checks all of it, the body being the bytes as they came, and has an event kept that hasn't come before. `undefined`: it's
   * an event, new or not.
   */
  receive(headers: IncomingHttpHeaders, body: Buffer): Promise<EventRefusal | undefined>;
}
