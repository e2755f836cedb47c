// Sends a request to Partner Center, for which Microsoft keeps no JavaScript client.

import { randomUUID } from 'node:crypto';
import type { Send } from '../http/http-request.js';

/**
 * Every request has an id of its own, unless it repeats another, and a correlation id that Partner Center echoes. `baseUrl`
 * includes the path that all paths begin with, such as `/v1`.
 * @see https://learn.microsoft.com/partner-center/developer/headers (checked 2026-11-22)
 */
export function partnerCenterTransport(baseUrl: string): Send {
  return async ({ method, path, headers, body }, token, signal) =>
    fetch(`${baseUrl}${path}`, {
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
