// Partner Center's calls for events: the registration, the events on offer, a test, and audit records.

import type { z } from 'zod';
import type { PartnerWebhooks, RegisteredWebhooks } from '../../operations/ports/webhooks.js';
import { orAbsent } from '../http/errors.js';
import type { HttpClient } from '../http/http-client.js';
import type { HttpRequest } from '../http/http-request.js';
import { auditRecordShape, offeredShape, registrationShape, testResultShape, testShape } from './webhook-shapes.js';

/** Where the partner's events go. The whole partner has one registration, whichever product made it. */
export type Registration = z.infer<typeof registrationShape>;

/** The progress of a test event. */
export type TestResult = z.infer<typeof testResultShape>;

/** Which customer an event concerns. */
export type AuditRecord = z.infer<typeof auditRecordShape>;

/** What to register. */
export interface WantedRegistration {
  readonly url: string;
  readonly events: readonly string[];
}

const base = '/webhooks/v1/registration';

/**
 * Partner Center's webhooks. Every method throws a `MicrosoftError` when its call fails.
 * @see https://learn.microsoft.com/partner-center/developer/partner-center-webhooks (checked 2026-11-22)
 */
export class Webhooks implements PartnerWebhooks, RegisteredWebhooks {
  readonly #http: HttpClient;

  /** The client's base address is Partner Center's host, without a path. */
  constructor(http: HttpClient) {
    this.#http = http;
  }

  /** Names of all events that can be registered; the list in the documentation is older. */
  offeredEvents(): Promise<readonly string[]> {
    return this.#http.read(get(`${base}/events`), offeredShape);
  }

  /** The registration; `undefined` while there's none. */
  registration(): Promise<Registration | undefined> {
    return orAbsent(this.#http.read(get(base), registrationShape));
  }

  /** Makes the registration. `Refused` with the reason `nameTaken`: there's one already. */
  async register(wanted: WantedRegistration): Promise<void> {
    await this.#http.call({ method: 'POST', path: base, template: base, body: bodyOf(wanted), conflict: 'nameTaken' });
  }

  /** Replaces the existing registration. */
  async update(wanted: WantedRegistration): Promise<void> {
    await this.#http.call({ method: 'PUT', path: base, template: base, body: bodyOf(wanted) });
  }

  /** Has a test event sent; resolves to the id by which it can be followed. Two a minute are allowed. */
  async sendTest(): Promise<string> {
    const path = `${base}/validationEvents`;
    const { value } = await this.#http.write({ method: 'POST', path, template: path }, testShape);
    return value.id;
  }

  /** The progress of a test event; `undefined` when Partner Center doesn't know it (yet). */
  testResult(id: string): Promise<TestResult | undefined> {
    const request = get(`${base}/validationEvents/${encodeURIComponent(id)}`, `${base}/validationEvents/{id}`);
    return orAbsent(this.#http.read(request, testResultShape));
  }

  /** An audit record by its id; `undefined` when Partner Center doesn't know it. */
  auditRecord(id: string): Promise<AuditRecord | undefined> {
    const path = `/auditactivity/v1/auditrecords/${encodeURIComponent(id)}`;
    return orAbsent(this.#http.read(get(path, '/auditactivity/v1/auditrecords/{id}'), auditRecordShape));
  }
}

function get(path: string, template = path): HttpRequest {
  return { method: 'GET', path, template, isRead: true };
}

// The signature goes into a header of its own: hosts in front of the bot may use Authorization for themselves.
function bodyOf({ url, events }: WantedRegistration) {
  return { WebhookUrl: url, WebhookEvents: events, SignatureTokenToMsSignatureHeader: true };
}
