// The contract of `CertificateStore`, which every implementation runs.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { CertificateStore } from '../../src/operations/ports/certificates.js';

/** How the suite handles an implementation, with nothing in it at first. */
export interface CertificateStoreBench {
  readonly files: CertificateStore;
  /** All that may write to the place at the same time. */
  readonly sharers: readonly CertificateStore[];
  /** The same place, as another process or the next one has it. */
  reopened(): Promise<CertificateStore>;
  end(): Promise<void>;
}

const first = Buffer.from('\u0000 what was written first \u{1f512}');

/** Runs the suite; `bench` makes what one test needs. */
export function certificateStoreContract(name: string, bench: () => Promise<CertificateStoreBench>): void {
  describe(`${name}, by the contract of certificates' files`, () => {
    let on: CertificateStoreBench;

    beforeEach(async () => {
      on = await bench();
    });

    afterEach(() => on.end());

    it('gives nothing for a name without a file', async () => {
      assert.equal(await on.files.read('a.json'), undefined);
    });

    it('gives the very bytes, by its name alone, however many there are', async () => {
      const large = randomBytes(3 * 1024 * 1024);
      assert.deepEqual(Buffer.from(await on.files.keep('a.json', first)), first);
      await on.files.keep('a.pdf', large);
      for (const files of [on.files, await on.reopened()]) {
        assert.deepEqual(Buffer.from((await files.read('a.json')) ?? []), first);
        assert.ok(large.equals((await files.read('a.pdf')) ?? Buffer.alloc(0)));
      }
    });

    it('keeps what a name has, and says what that is', async () => {
      await on.files.keep('a.json', first);
      for (const files of [on.files, await on.reopened()]) {
        assert.deepEqual(Buffer.from(await files.keep('a.json', Buffer.from('other'))), first);
        assert.deepEqual(Buffer.from((await files.read('a.json')) ?? []), first);
      }
    });

    it('gives all who write a name at once the same bytes', async () => {
      const given = await Promise.all(
        [...on.sharers, ...on.sharers].map((files, number) => files.keep('a.json', Buffer.from(`number ${number}`))),
      );
      const kept = await on.files.read('a.json');
      for (const bytes of given) assert.deepEqual(Buffer.from(bytes), Buffer.from(kept ?? []));
    });
  });
}
