// What the headers of an event say about its signature.
import type { IncomingHttpHeaders } from 'node:http';
import type { EventRefusal } from '../../operations/ports/webhooks.js';
import { isSignerAddress } from './addresses.js';

/** Headers that may belong to an event. */
export interface SignedHeaders {
  readonly signature: Buffer;
  /** Of the signer's certificate; below the pinned base. */
  readonly certificateUrl: string;
}

/**
 * Reads the headers: 401 without a signature, 400 without one of the other two, as documented. With
 * `SignatureTokenToMsSignatureHeader` the signature is in `x-ms-signature`, otherwise in `Authorization`.
 * @see https://learn.microsoft.com/partner-center/developer/partner-center-webhooks (checked 2026-11-22)
 */
export function readSignedHeaders(headers: IncomingHttpHeaders, base: string): SignedHeaders | EventRefusal {
  const given = textOf(headers['x-ms-signature']) ?? textOf(headers.authorization);
  if (given === undefined) return { refused: 401, why: 'no signature' };
  const certificateUrl = textOf(headers['x-ms-certificate-url']);
  if (certificateUrl === undefined) return { refused: 400, why: 'no certificate address' };
  const algorithm = textOf(headers['x-ms-signature-algorithm']);
  if (algorithm === undefined) return { refused: 400, why: 'no signature algorithm' };
  // Microsoft's sample accepts anything that begins with rsa-, sha1 included.
  if (algorithm.toLowerCase() !== 'rsa-sha256') return { refused: 401, why: 'another signature algorithm' };
  if (!isSignerAddress(certificateUrl, base)) return { refused: 401, why: 'a certificate from elsewhere' };
  const base64 = /^Signature ([A-Za-z0-9+/]{1,2000}={0,2})$/i.exec(given)?.[1];
  if (base64 === undefined) return { refused: 401, why: 'an invalid signature' };
  return { signature: Buffer.from(base64, 'base64'), certificateUrl };
}

function textOf(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && header !== '' ? header : undefined;
}
