// What do we ask of Partner Center about events? Who gets them, which there are, a test, and what an event leaves unsaid.

import type { z } from 'zod';
import { orAbsent } from '../http/errors.js';
import type { HttpClient } from '../http/http-client.js';
import type { HttpRequest } from '../http/http-request.js';
import { auditRecordShape, offeredShape, registrationShape, testResultShape, testShape } from './webhook-shapes.js';

/** Where the partner's events go. There is one registration for the whole partner, whichever product made it. */
export type Registration = z.infer<typeof registrationShape>;

/** What has become of a test event so far. */
export type TestResult = z.infer<typeof testResultShape>;

/** Whom something has happened to. */
export type AuditRecord = z.infer<typeof auditRecordShape>;

/** What to register. */
export interface Wanted {
  readonly url: string;
  readonly events: readonly string[];
}

const base = '/webhooks/v1/registration';

/**
 * Partner Center's webhooks. Every method throws a `MicrosoftError` when the call comes to nothing.
 * @see https://learn.microsoft.com/partner-center/developer/partner-center-webhooks (checked 2026-11-22)
 */
export class Webhooks {
  readonly #http: HttpClient;

  /** The wire's base is that of Partner Center's host, without a path. */
  constructor(http: HttpClient) {
    this.#http = http;
  }

  /** The names of all events that can be registered; the list in the documentation is older than this one. */
  offeredEvents(): Promise<readonly string[]> {
    return this.#http.read(get(`${base}/events`), offeredShape);
  }

  /** The registration; `undefined` while there is none. */
  registration(): Promise<Registration | undefined> {
    return orAbsent(this.#http.read(get(base), registrationShape));
  }

  /** Makes the registration. A `Refused` for the reason `nameTaken` says that there is one already. */
  async register(wanted: Wanted): Promise<void> {
    await this.#http.call({ method: 'POST', path: base, template: base, body: bodyOf(wanted), conflict: 'nameTaken' });
  }

  /** Puts another one in the place of the registration that there is. */
  async update(wanted: Wanted): Promise<void> {
    await this.#http.call({ method: 'PUT', path: base, template: base, body: bodyOf(wanted) });
  }

  /** Has a test event sent; answers the id under which it can be followed. Two in a minute are allowed. */
  async sendTest(): Promise<string> {
    const path = `${base}/validationEvents`;
    const { value } = await this.#http.write({ method: 'POST', path, template: path }, testShape);
    return value.id;
  }

  /** What has become of a test event; `undefined` when Partner Center does not know it (yet). */
  testResult(id: string): Promise<TestResult | undefined> {
    const request = get(`${base}/validationEvents/${encodeURIComponent(id)}`, `${base}/validationEvents/{id}`);
    return orAbsent(this.#http.read(request, testResultShape));
  }

  /** What Partner Center has written down about something; `undefined` when it does not know it. */
  auditRecord(id: string): Promise<AuditRecord | undefined> {
    const path = `/auditactivity/v1/auditrecords/${encodeURIComponent(id)}`;
    return orAbsent(this.#http.read(get(path, '/auditactivity/v1/auditrecords/{id}'), auditRecordShape));
  }
}

function get(path: string, template = path): HttpRequest {
  return { method: 'GET', path, template, isRead: true };
}

// The signature in a header of its own: hosts in front of the bot may take Authorization for theirs.
function bodyOf({ url, events }: Wanted) {
  return { WebhookUrl: url, WebhookEvents: events, SignatureTokenToMsSignatureHeader: true };
}
