// Where certificates are kept, and the contract of that: the archive, and below it the files by their names.
import type { MessageLanguage } from '../../domain/message-languages.js';
import type { CertificateHashes, CertificateKind } from '../../domain/offboarding/certificate.js';
import type { Offboarding } from '../../domain/offboarding/offboarding.js';
import type { Tenant } from '../../domain/tenant/tenant.js';

/**
 * Where certificates are kept for good: nothing deletes or changes one. The files of an offboarding stay the bytes that they
 * were first, however often they are written, so a crash between writing them and what follows (the commit that forgets the
 * tenant, with their hashes in its audit line) is made good by doing all of it again. `test/certificate/contract.ts` holds this.
 */
export interface CertificateArchive {
  /**
   * Resolves once both files outlive a crash, to the hashes of the very bytes that `read` gives.
   * @throws StoreError when they can't be written, or another file has the name of one; then one of them may be there.
   */
  write(tenant: Tenant, offboarding: Offboarding): Promise<CertificateHashes>;
  /**
   * A file of a certificate; `undefined`: there is none of this number, or it is no number. May be asked with whatever came
   * from a card or an address.
   * @throws StoreError when it can't be read.
   */
  read(number: string, kind: CertificateKind): Promise<Uint8Array | undefined>;
  /**
   * The PDF in a language, drawn from nothing but the exact file: the same bytes for the same file, and in its own language
   * those that were written with it. It isn't kept. `undefined`: the file is of version 1, which can't be drawn.
   * @param json bytes of `read`, whose hash has been checked.
   */
  print(json: Uint8Array, language: MessageLanguage): Promise<Uint8Array | undefined>;
}

/**
 * Files of certificates by their names, which are a number and a kind: `<number>.json`. A name keeps the bytes that it was
 * first given: none is ever replaced or deleted, so that every hash in the audit log has its file. Holds no rule of what's
 * in them. `test/certificate/store-contract.ts` holds this.
 */
export interface CertificateStore {
  /**
   * Resolves once the file outlives a crash, to the bytes that `read` gives from then on: these, or those that the name had.
   * @throws StoreError when it can't be written.
   */
  keep(name: string, bytes: Uint8Array): Promise<Uint8Array>;
  /**
   * All bytes; `undefined`: no file has the name.
   * @throws StoreError when it can't be read.
   */
  read(name: string): Promise<Uint8Array | undefined>;
}
