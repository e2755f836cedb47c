// Where exit certificates are kept for good.

import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
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
import type { CertificateArchive } from '../operations/ports/certificates.js';
import { replaceFile } from '../runtime/replace-file.js';
import { certificatePage } from '../views/certificate/page.js';
import { statementOf } from '../views/certificate/statement.js';
import { hashOf, jsonOf } from './json.js';

/** The folder of certificates in the data folder. */
export const certificatesFolderName = 'certificates';

/** Files in a folder of their own, readable for this user only: `<number>.json` and `<number>.pdf`. */
export class CertificateFolder implements CertificateArchive {
  readonly #dataDir: string;
  readonly #folder: string;
  readonly #partner: CertificatePartner;

  constructor(dataDir: string, partner: CertificatePartner) {
    this.#dataDir = dataDir;
    this.#folder = join(dataDir, certificatesFolderName);
    this.#partner = partner;
  }

  async write(tenant: Tenant, offboarding: Offboarding): Promise<CertificateHashes> {
    const facts = certificateOf({ partner: this.#partner, tenant, offboarding });
    const certificate: Certificate = { ...facts, access: { ...facts.access, statement: statementOf(facts) } };
    const json = jsonOf(certificate);
    // Loaded only here: few starts come to write a certificate.
    const { pdfOf } = await import('./pdf.js');
    const pdf = await pdfOf(certificatePage(certificate, hashOf(json)), certificate.number);
    try {
      await this.#make();
      await replaceFile(this.#path(certificate.number, 'json'), json);
      await replaceFile(this.#path(certificate.number, 'pdf'), pdf);
    } catch (cause) {
      throw new StoreError(
        `the certificate ${offboarding.id} can’t be written`,
        'Check that the disk isn’t full or read-only. Gatehouse then writes the certificate by itself.',
        { cause },
      );
    }
    return { json: hashOf(json), pdf: hashOf(pdf) };
  }

  async read(number: string, kind: CertificateKind): Promise<Uint8Array | undefined> {
    // A number names a file, and may come from a card or from an address.
    if (!guidPattern.test(number)) return undefined;
    try {
      return await readFile(this.#path(number, kind));
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
      throw new StoreError(
        `the certificate ${number} can’t be read`,
        'Check the folder certificates in the data folder.',
        { cause },
      );
    }
  }

  async print(json: Uint8Array, language: MessageLanguage): Promise<Uint8Array | undefined> {
    const { printCertificate } = await import('./print.js');
    return printCertificate(json, language);
  }

  #path(number: string, kind: CertificateKind): string {
    if (!guidPattern.test(number)) throw new Error('this isn’t the number of a certificate');
    return join(this.#folder, `${number}.${kind}`);
  }

  async #make(): Promise<void> {
    const made = await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    if (made === undefined) return;
    // A new folder, too, is only there after a power cut once the one that it is in has been flushed.
    const parent = await open(this.#dataDir, 'r');
    try {
      await parent.sync();
    } finally {
      await parent.close();
    }
  }
}
