// The certificates' files in a folder of their own in the data folder, readable for this user only.
import { mkdir, open, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { StoreError } from '../../domain/errors.js';
import type { CertificateStore } from '../../operations/ports/certificates.js';
import { replaceFile } from '../../runtime/replace-file.js';

/** The folder of certificates in the data folder. */
export const certificatesFolderName = 'certificates';

/** Files in the folder `certificates`. */
export class CertificateFolder implements CertificateStore {
  readonly #dataDir: string;
  readonly #folder: string;
  /** One at a time: a name is looked up before it's given a file. */
  #keeping: Promise<unknown> = Promise.resolve();

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
    this.#folder = join(dataDir, certificatesFolderName);
  }

  keep(name: string, bytes: Uint8Array): Promise<Uint8Array> {
    const kept = this.#keeping.then(() => this.#keep(name, bytes));
    this.#keeping = kept.catch(() => undefined);
    return kept;
  }

  async #keep(name: string, bytes: Uint8Array): Promise<Uint8Array> {
    const kept = await this.read(name);
    if (kept) return kept;
    try {
      await this.#make();
      await replaceFile(this.#path(name), bytes);
      return bytes;
    } catch (cause) {
      throw new StoreError(
        `the certificate ${name} can’t be written`,
        'Check that the disk isn’t full or read-only. Gatehouse then writes the certificate by itself.',
        { cause },
      );
    }
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(this.#path(name));
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
      throw new StoreError(
        `the certificate ${name} can’t be read`,
        'Check the folder certificates in the data folder.',
        { cause },
      );
    }
  }

  #path(name: string): string {
    if (basename(name) !== name) throw new Error('this isn’t the name of a certificate’s file');
    return join(this.#folder, name);
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
