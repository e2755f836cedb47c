// Prints the page of an exact file in any of its languages.
import type { MessageLanguage } from '../domain/message-languages.js';
import { accessLeft } from '../domain/offboarding/access-left.js';
import { type CertificateFacts, certificateSchema } from '../domain/offboarding/certificate.js';
import { certificatePage } from '../views/certificate/page.js';
import { hashOf } from './json.js';
import { pdfOf } from './pdf.js';

/**
 * The PDF of an exact file, drawn from nothing but the file: in its own language what was issued with it, in another a
 * translation that says so. `json`: bytes whose hash has been checked, so that they're as Gatehouse wrote them.
 * `undefined`: the file is of version 1, which doesn't say whether access is left.
 */
export async function printCertificate(json: Uint8Array, language: MessageLanguage): Promise<Buffer | undefined> {
  const facts = factsIn(json);
  return facts && pdfOf(certificatePage(facts, hashOf(json), language), facts.number);
}

/** Version 2 in the shape of version 3: its codes are the same, and its sentences in English aren't printed. */
type Written =
  | CertificateFacts
  | (Omit<CertificateFacts, 'schemaVersion' | 'access' | 'language'> & { readonly schemaVersion: 2 })
  | { readonly schemaVersion: 1 };

function factsIn(json: Uint8Array): CertificateFacts | undefined {
  const written: Written = JSON.parse(Buffer.from(json).toString('utf8'));
  switch (written.schemaVersion) {
    case 3:
      return written;
    case 2: {
      const access = accessLeft(written.remains.lines);
      return { ...written, schema: certificateSchema, schemaVersion: 3, language: 'en', access };
    }
    case 1:
      return undefined;
    default:
      return written satisfies never;
  }
}
