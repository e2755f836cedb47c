// Tokens in the database, encrypted before they get there, which one replica at a time takes up, redeems and saves.
import pLimit from 'p-limit';
import type { EncryptedPlace, TokenPlaces } from '../../operations/ports/token-places.js';
import { spread } from '../../runtime/back-off.js';
import type { Clock } from '../../runtime/clock.js';
import { Emitter } from '../../runtime/emitter.js';
import type { Database } from './database.js';
import { DatabaseAway } from './failures.js';

// The class of this one lock; members have another.
const lockClass = 471_120;
const channel = 'gatehouse_tokens';
// How often it's tried to get the lock that another replica has. Redeeming takes about as long.
const tryEveryMs = 100;

/** Keeps the contract of `TokenPlaces` among all replicas on a database. The lock is no tenant's, so it waits for none of those. */
export class PgTokenPlaces implements TokenPlaces {
  readonly tokens: EncryptedRow;
  readonly signIn: EncryptedRow;
  readonly writtenElsewhere = new Emitter();
  readonly #database: Database;
  readonly #clock: Pick<Clock, 'pause'>;
  readonly #inOrder = pLimit(1);

  private constructor(database: Database, clock: Pick<Clock, 'pause'>) {
    this.#database = database;
    this.#clock = clock;
    this.tokens = new EncryptedRow(database, 'tokens');
    this.signIn = new EncryptedRow(database, 'sign-in');
  }

  /**
   * Hears from now on of what others write.
   * @throws DatabaseAway
   */
  static async open(database: Database, clock: Pick<Clock, 'pause'>): Promise<PgTokenPlaces> {
    const places = new PgTokenPlaces(database, clock);
    const rows = [places.tokens, places.signIn];
    await database.session.listen(channel, (written) => {
      if (!rows.some((row) => row.isOurs(written))) places.writtenElsewhere.emit();
    });
    // What was written while the session was lost.
    database.session.begun.on(() => places.writtenElsewhere.emit());
    return places;
  }

  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return this.#inOrder(async () => {
      await this.#lock();
      try {
        return await work();
      } finally {
        await this.#unlock();
      }
    });
  }

  async #lock(): Promise<void> {
    while (!(await this.#tryLock())) await this.#clock.pause(spread(tryEveryMs));
  }

  async #tryLock(): Promise<boolean> {
    const [tried] = await this.#database.session.query<{ readonly isHeld: boolean }>({
      name: 'lock tokens',
      text: 'select pg_try_advisory_lock($1, 0) as "isHeld"',
      values: [lockClass],
    });
    return tried?.isHeld === true;
  }

  async #unlock(): Promise<void> {
    try {
      await this.#database.session.query({
        name: 'unlock tokens',
        text: 'select pg_advisory_unlock($1, 0)',
        values: [lockClass],
      });
    } catch (error) {
      // With the session the lock is gone as well.
      if (!(error instanceof DatabaseAway)) throw error;
    }
  }
}

class EncryptedRow implements EncryptedPlace {
  readonly name: string;
  readonly #row: string;
  readonly #database: Database;
  /** Of what was last read or written here; 0: nothing. */
  #version = 0;

  constructor(database: Database, row: string) {
    this.#database = database;
    this.#row = row;
    this.name = `${row} in the database`;
  }

  async read(): Promise<Buffer | undefined> {
    const [found] = await this.#database.query<{ readonly version: string; readonly bytes: Buffer }>({
      name: 'read encrypted',
      text: 'select version, bytes from gatehouse.encrypted where name = $1',
      values: [this.#row],
    });
    this.#version = Number(found?.version ?? 0);
    return found?.bytes;
  }

  async write(bytes: Uint8Array): Promise<void> {
    const [written] = await this.#database.query<{ readonly version: string }>({
      name: 'write encrypted',
      text: 'select gatehouse.write_encrypted($1, $2) as version',
      values: [this.#row, Buffer.from(bytes)],
    });
    this.#version = Number(written?.version ?? 0);
  }

  async hasChanged(): Promise<boolean> {
    const [found] = await this.#database.query<{ readonly version: string }>({
      name: 'version of encrypted',
      text: 'select version from gatehouse.encrypted where name = $1',
      values: [this.#row],
    });
    return Number(found?.version ?? 0) !== this.#version;
  }

  /** Whether what was notified is what was last read or written here. */
  isOurs(written: string): boolean {
    return written === `${this.#row} ${this.#version}`;
  }
}
