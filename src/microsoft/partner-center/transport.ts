// Sends a request to Partner Center, for which Microsoft keeps no JavaScript client.

import { randomUUID } from 'node:crypto';
import type { HttpRequest, Transport } from '../http/http-request.js';

/**
 * Every request has an id of its own, unless it repeats another, and a correlation id that Partner Center echoes. `baseUrl`
 * includes the path that all paths begin with, such as `/v1`.
 * @see https://learn.microsoft.com/partner-center/developer/headers (checked 2026-11-22)
 */
export class PartnerCenterTransport implements Transport {
  readonly #baseUrl: string;

  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  async send({ method, path, headers, body }: HttpRequest, token: string, signal: AbortSignal): Promise<Response> {
    return fetch(`${this.#baseUrl}${path}`, {
      method,
      signal,
      redirect: 'error',
      headers: {
        Authorization: `Bearer ${token}`,
        Accept: 'application/json',
        'MS-Contract-Version': 'v1',
        'MS-RequestId': randomUUID(),
        'MS-CorrelationId': randomUUID(),
        ...(body !== undefined && { 'Content-Type': 'application/json; charset=utf-8' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }
}

/** The id by which a call is carried out once, and an id for each try. */
export function idsOf(requestId: string) {
  return { 'MS-RequestId': requestId, 'MS-CorrelationId': randomUUID() };
}
