// The certificates' files in the database, where the bot may add one and never change or delete any.
import type { CertificateStore } from '../../operations/ports/certificates.js';
import type { Database } from './database.js';

/** Keeps the contract of `CertificateStore` among all replicas on a database. */
export class PgCertificateStore implements CertificateStore {
  readonly #database: Pick<Database, 'query'>;

  constructor(database: Pick<Database, 'query'>) {
    this.#database = database;
  }

  async keep(name: string, bytes: Uint8Array): Promise<Uint8Array> {
    const [row] = await this.#database.query<{ readonly bytes: Buffer }>({
      name: 'keep certificate',
      text: 'select gatehouse.keep_certificate($1, $2) as bytes',
      values: [name, Buffer.from(bytes)],
    });
    if (!row) throw new Error('a function that returns one value gave no row');
    return row.bytes;
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    const [row] = await this.#database.query<{ readonly bytes: Buffer }>({
      name: 'read certificate',
      text: 'select bytes from gatehouse.certificate_file where name = $1',
      values: [name],
    });
    return row?.bytes;
  }
}
