// The archive of exit certificates: what is in their files, and what makes them.

import { StoreError } from '../domain/errors.js';
import { guidPattern } from '../domain/guid.js';
import type { MessageLanguage } from '../domain/message-languages.js';
import type {
  Certificate,
  CertificateHashes,
  CertificateKind,
  CertificatePartner,
} from '../domain/offboarding/certificate.js';
import { certificateOf } from '../domain/offboarding/certify.js';
import type { Offboarding } from '../domain/offboarding/offboarding.js';
import type { Tenant } from '../domain/tenant/tenant.js';
import type { CertificateArchive, CertificateStore } from '../operations/ports/certificates.js';
import { certificatePage } from '../views/certificate/page.js';
import { statementOf } from '../views/certificate/statement.js';
import { hashOf, jsonOf } from './json.js';

/** Certificates in two files each, wherever those are kept: `<number>.json` and `<number>.pdf`. */
export class FiledCertificates implements CertificateArchive {
  readonly #files: CertificateStore;
  readonly #partner: CertificatePartner;

  constructor(files: CertificateStore, partner: CertificatePartner) {
    this.#files = files;
    this.#partner = partner;
  }

  async write(tenant: Tenant, offboarding: Offboarding): Promise<CertificateHashes> {
    const facts = certificateOf({ partner: this.#partner, tenant, offboarding });
    const certificate: Certificate = { ...facts, access: { ...facts.access, statement: statementOf(facts) } };
    const json = await this.#files.keep(certificateFileName(certificate.number, 'json'), jsonOf(certificate));
    // Written before a crash, or by another replica, it may name the partner or the customer as they were called then.
    const written = certificateIn(json);
    if (!written || !isSameIssue(written, certificate)) throw takenByAnother(certificate.number, 'json');
    // Loaded only here: few starts come to write a certificate.
    const { isPdfOf, pdfOf } = await import('./pdf.js');
    const drawn = await pdfOf(certificatePage(written, hashOf(json)), certificate.number);
    const pdf = await this.#files.keep(certificateFileName(certificate.number, 'pdf'), drawn);
    if (!isPdfOf(certificate.number, pdf)) throw takenByAnother(certificate.number, 'pdf');
    return { json: hashOf(json), pdf: hashOf(pdf) };
  }

  async read(number: string, kind: CertificateKind): Promise<Uint8Array | undefined> {
    // A number names a file, and may come from a card or from an address.
    return guidPattern.test(number) ? this.#files.read(certificateFileName(number, kind)) : undefined;
  }

  async print(json: Uint8Array, language: MessageLanguage): Promise<Uint8Array | undefined> {
    const { printCertificate } = await import('./print.js');
    return printCertificate(json, language);
  }
}

/** The name of a certificate's file. */
export function certificateFileName(number: string, kind: CertificateKind): string {
  if (!guidPattern.test(number)) throw new Error('this isn’t the number of a certificate');
  return `${number}.${kind}`;
}

// What an interrupted run has left is of the same end of the same offboarding. Half a file isn't certified, nor is one of a
// time that a backup has taken back.
function isSameIssue(written: Certificate, certificate: Certificate): boolean {
  return (['schemaVersion', 'number', 'issuedAt'] as const).every((key) => written[key] === certificate[key]);
}

function certificateIn(json: Uint8Array): Certificate | undefined {
  try {
    return JSON.parse(Buffer.from(json).toString('utf8')) ?? undefined;
  } catch {
    return undefined;
  }
}

function takenByAnother(number: string, kind: CertificateKind): StoreError {
  return new StoreError(
    `the certificate ${number} can’t be written: another file has the name ${number}.${kind}`,
    `Move ${number}.${kind} out of the certificates that are stored. Gatehouse then writes the certificate by itself.`,
  );
}
