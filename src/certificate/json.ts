// The bytes of the exact certificate, and its hash.
import { createHash } from 'node:crypto';
import type { Certificate } from '../domain/offboarding/certificate.js';

/** The file, which people can read as it is. */
export function jsonOf(certificate: Certificate): Buffer {
  return Buffer.from(`${JSON.stringify(certificate, null, 2)}\n`, 'utf8');
}

/** SHA-256 in lower-case hex. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
