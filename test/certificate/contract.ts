// The contract of `CertificateArchive`, which every implementation runs.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { hashOf } from '../../src/certificate/json.js';
import { StoreError } from '../../src/domain/errors.js';
import { messageLanguages } from '../../src/domain/message-languages.js';
import { certificateOf } from '../../src/domain/offboarding/certify.js';
import type { Offboarding } from '../../src/domain/offboarding/offboarding.js';
import type { CertificateArchive } from '../../src/operations/ports/certificates.js';
import { statementOf } from '../../src/views/certificate/statement.js';
import { anEndedOffboarding, certified, offboardingId } from '../support/an-offboarding.js';
import { aTenant } from '../support/builders.js';
import { printedText } from '../support/printed-text.js';

/** A file of a certificate that an earlier version wrote. */
const kept = (name: string) => readFile(new URL(`kept/${name}.kept`, import.meta.url));

/** How the suite handles an implementation, with nothing in it at first; it certifies for the `partner` of `an-offboarding`. */
export interface ArchiveBench {
  readonly archive: CertificateArchive;
  /** The same place, for a partner of this name: settings may have changed since a crash. */
  another(partnerName: string): CertificateArchive;
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
        const facts = certificateOf(certified());
        const access = { ...facts.access, statement: statementOf(facts) };
        assert.deepEqual(JSON.parse(json.toString()), JSON.parse(JSON.stringify({ ...facts, access })));
      }
    });

    it('writes the same bytes again for the same offboarding', async () => {
      const hashes = await archive.write(aTenant(), anEndedOffboarding());
      const before = [await bytes('json'), await bytes('pdf')];
      assert.deepEqual(await (await on.crashed()).write(aTenant(), anEndedOffboarding()), hashes);
      assert.deepEqual(await archive.write(aTenant(), anEndedOffboarding()), hashes);
      assert.deepEqual([await bytes('json'), await bytes('pdf')], before);
    });

    it('keeps the bytes that were written first, whatever the partner is called by now', async () => {
      const hashes = await archive.write(aTenant(), anEndedOffboarding());
      const before = [await bytes('json'), await bytes('pdf')];
      const renamed = on.another('Another name');
      assert.deepEqual(await renamed.write(aTenant(), anEndedOffboarding()), hashes);
      assert.deepEqual([await bytes('json', renamed), await bytes('pdf', renamed)], before);
    });

    for (const language of messageLanguages) {
      it(`writes the same bytes again in the language that the offboarding was decided in: ${language}`, async () => {
        const offboarding = { ...anEndedOffboarding(), language };
        const hashes = await archive.write(aTenant(), offboarding);
        const saved: Offboarding = JSON.parse(JSON.stringify(offboarding));
        assert.deepEqual(await (await on.crashed()).write(aTenant(), saved), hashes);
        const [json, pdf] = [await bytes('json'), await bytes('pdf')];
        assert.equal(JSON.parse(json.toString()).language, language);
        assert.deepEqual(Buffer.from((await archive.print(json, language)) ?? []), pdf);
      });
    }

    it('prints a certificate in another language from nothing but its exact file, and the same bytes each time', async () => {
      await archive.write(aTenant(), { ...anEndedOffboarding(), language: 'de' });
      const json = await bytes('json');
      const first = Buffer.from((await archive.print(json, 'fr')) ?? []);
      assert.match(first.toString('latin1'), /\/Lang \(fr\)/);
      assert.deepEqual(Buffer.from((await (await on.crashed()).print(json, 'fr')) ?? []), first);
      assert.notDeepEqual(first, await bytes('pdf'));
    });

    it('prints a certificate of version 2, and none of version 1', async () => {
      assert.equal(await archive.print(await kept('version-1.json'), 'de'), undefined);
      const pdf = Buffer.from((await archive.print(await kept('version-2.json'), 'de')) ?? []);
      const text = printedText(pdf);
      for (const said of [
        'Northbridge IT hat über delegierte Administratorrechte (DAP) weiterhin Zugriff auf Contoso Ltd.',
        'Ließ sich bei Microsoft nicht feststellen: die Zustimmung für die Anwendung des Partners.',
        'Ausgestellt wurde der Nachweis in dieser Sprache: English.',
        hashOf(await kept('version-2.json')),
      ])
        assert.ok(text.includes(said), said);
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
