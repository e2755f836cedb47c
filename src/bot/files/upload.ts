// The upload of a file to the OneDrive that Teams names, and nowhere else.
import { systemClock } from '../../runtime/clock.js';
import { abortAfter } from '../../runtime/timeout.js';
import { DeliveryError } from '../delivery/messenger.js';

/** Sends bytes to an address; resolves with the HTTP status. */
export type Put = (url: URL, bytes: Uint8Array, headers: Readonly<Record<string, string>>) => Promise<number>;

// Teams gives an invoke about ten seconds.
const timeoutMs = 8000;

/**
 * Writes all of a file in one request. The address opens what it leads to, so it's in no message.
 * @see https://learn.microsoft.com/graph/api/driveitem-createuploadsession (checked 2026-11-22)
 * @throws DeliveryError
 */
export async function upload(url: URL, bytes: Uint8Array, put: Put): Promise<void> {
  const headers = {
    'Content-Type': 'application/octet-stream',
    'Content-Length': String(bytes.length),
    'Content-Range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
  };
  const status = await put(url, bytes, headers).catch(() => undefined);
  if (status === 200 || status === 201) return;
  throw new DeliveryError('passing', `OneDrive answered ${status ?? 'nothing'} to an upload`);
}

/** With fetch. Redirects would lead elsewhere, so none is followed. */
export const putByFetch: Put = (url, bytes, headers) =>
  abortAfter(systemClock, timeoutMs, async (signal) => {
    const response = await fetch(url, { method: 'PUT', body: Buffer.from(bytes), headers, redirect: 'error', signal });
    await response.body?.cancel();
    return response.status;
  });
