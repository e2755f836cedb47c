// The contract of `CertificateArchive`, which every implementation runs.
import assert from 'node:assert/strict';
import { hashOf } from '../../src/certificate/json.js';
import { StoreError } from '../../src/domain/errors.js';
import { certificateOf } from '../../src/domain/offboarding/certify.js';
import type { CertificateArchive } from '../../src/operations/ports/certificates.js';
import { anEndedOffboarding, certified, offboardingId } from '../support/an-offboarding.js';
import { aTenant } from '../support/builders.js';

/** How the suite handles an implementation, with nothing in it at first; it certifies for the `partner` of `an-offboarding`. */
export interface ArchiveBench {
  readonly archive: CertificateArchive;
  /** Opens what a crash at this moment leaves. */
  crashed(): Promise<CertificateArchive>;
  /** Does work while nothing can be written. */
  whileBroken(work: () => Promise<void>): Promise<void>;
  end(): Promise<void>;
}

/** Runs the suite; `bench` makes what one test needs. */
export function archiveContract(name: string, bench: () => Promise<ArchiveBench>): void {
  describe(`${name}, by the contract of an archive`, () => {
    let on: ArchiveBench;
    let archive: CertificateArchive;

    const bytes = async (kind: 'json' | 'pdf', of = archive) => {
      const found = await of.read(offboardingId, kind);
      assert.ok(found);
      return Buffer.from(found);
    };

    beforeEach(async () => {
      on = await bench();
      archive = on.archive;
    });

    afterEach(() => on.end());

    it('has both files, which are there after a crash too, and gives their hashes', async () => {
      const hashes = await archive.write(aTenant(), anEndedOffboarding());
      for (const of of [archive, await on.crashed()]) {
        const [json, pdf] = [await bytes('json', of), await bytes('pdf', of)];
        assert.deepEqual(hashes, { json: hashOf(json), pdf: hashOf(pdf) });
        assert.deepEqual(JSON.parse(json.toString()), JSON.parse(JSON.stringify(certificateOf(certified()))));
      }
    });

    it('writes the same bytes again for the same offboarding', async () => {
      const hashes = await archive.write(aTenant(), anEndedOffboarding());
      const before = [await bytes('json'), await bytes('pdf')];
      assert.deepEqual(await (await on.crashed()).write(aTenant(), anEndedOffboarding()), hashes);
      assert.deepEqual(await archive.write(aTenant(), anEndedOffboarding()), hashes);
      assert.deepEqual([await bytes('json'), await bytes('pdf')], before);
    });

    it('gives nothing for another number, and for what is none', async () => {
      await archive.write(aTenant(), anEndedOffboarding());
      const names = [
        '../secret',
        `../certificates/${offboardingId}`,
        `${offboardingId}/../${offboardingId}`,
        '',
        '.',
        `${offboardingId}\0`,
      ];
      for (const name of [...names, '__proto__', offboardingId.replace('5', '6'), offboardingId.toUpperCase()])
        assert.equal(await archive.read(name, 'json'), undefined, name);
    });

    it('takes no offboarding whose id is no number', async () => {
      await assert.rejects(archive.write(aTenant(), { ...anEndedOffboarding(), id: '../x' }));
    });

    it('fails while nothing can be written', async () => {
      await on.whileBroken(() => assert.rejects(archive.write(aTenant(), anEndedOffboarding()), StoreError));
      await archive.write(aTenant(), anEndedOffboarding());
    });
  });
}
