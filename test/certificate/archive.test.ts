// Certificates are kept as files for good, whatever is asked for by whatever name.
import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FiledCertificates } from '../../src/certificate/archive.js';
import { hashOf } from '../../src/certificate/json.js';
import { StoreError } from '../../src/domain/errors.js';
import { besideSuffix } from '../../src/runtime/replace-file.js';
import { CertificateFolder, certificatesFolderName } from '../../src/store/folder/certificate-folder.js';
import { FileStore } from '../../src/store/folder/file-store.js';
import { anEndedOffboarding, offboardingId, partner } from '../support/an-offboarding.js';
import { aTenant } from '../support/builders.js';
import { folderDeps } from '../support/test-dependencies.js';
import { archiveContract } from './contract.js';
import { certificateStoreContract } from './store-contract.js';

const archiveIn = (folder: string) => new FiledCertificates(new CertificateFolder(folder), partner);

archiveContract('the folder of certificates', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'gatehouse-archive-'));
  const folder = join(parent, 'data');
  await mkdir(folder);
  const place = join(folder, certificatesFolderName);
  return {
    archive: archiveIn(folder),
    another: (name) => new FiledCertificates(new CertificateFolder(folder), { ...partner, name }),
    async crashed() {
      await cp(folder, join(parent, 'left'), { recursive: true });
      return archiveIn(join(parent, 'left'));
    },
    async whileBroken(work) {
      await writeFile(place, 'a file is in its place');
      await work();
      await rm(place);
    },
    end: () => rm(parent, { recursive: true, force: true }),
  };
});

certificateStoreContract('the folder of certificates', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-certificate-files-'));
  const files = new CertificateFolder(folder);
  return {
    files,
    sharers: [files],
    reopened: async () => new CertificateFolder(folder),
    end: () => rm(folder, { recursive: true, force: true }),
  };
});

describe('the folder of certificates', () => {
  let dataDir: string;
  let archive: FiledCertificates;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'gatehouse-certificates-'));
    archive = archiveIn(dataDir);
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  const path = (name: string) => join(dataDir, certificatesFolderName, name);
  const mode = async (name: string) => (await stat(path(name))).mode & 0o777;

  it('keeps both files readable for this user only', async () => {
    await archive.write(aTenant(), anEndedOffboarding());
    assert.deepEqual(
      [await mode(''), await mode(`${offboardingId}.json`), await mode(`${offboardingId}.pdf`)],
      [0o700, 0o600, 0o600],
    );
  });

  it('gets the same bytes again when the same offboarding is certified again, as after a crash', async () => {
    const before = await archive.write(aTenant(), anEndedOffboarding());
    await rm(path(`${offboardingId}.pdf`));
    await writeFile(path(`${offboardingId}.pdf${besideSuffix}`), 'half of it');
    assert.deepEqual(await archiveIn(dataDir).write(aTenant(), anEndedOffboarding()), before);
    assert.equal(hashOf(await readFile(path(`${offboardingId}.pdf`))), before.pdf);
    assert.deepEqual((await readdir(path(''))).length, 2);
  });

  for (const [what, kind, put] of [
    ['half a PDF', 'pdf', (whole: string) => whole.slice(0, -9)],
    ['the PDF of another certificate', 'pdf', (whole: string) => whole.replace('Certificate 5', 'Certificate 6')],
    ['half a JSON file', 'json', (whole: string) => whole.slice(0, -9)],
    ['a JSON file that says nothing', 'json', () => 'null'],
    ['a JSON file of another time', 'json', (whole: string) => whole.replace('"issuedAt": "2', '"issuedAt": "1')],
  ] as const) {
    it(`certifies nothing while ${what} has the name, and leaves that file as it is`, async () => {
      const before = await archive.write(aTenant(), anEndedOffboarding());
      const file = path(`${offboardingId}.${kind}`);
      const other = put(await readFile(file, 'latin1'));
      await writeFile(file, other, 'latin1');
      await assert.rejects(
        archive.write(aTenant(), anEndedOffboarding()),
        (error: unknown) => error instanceof StoreError && error.message.includes('another file has the name'),
      );
      assert.equal(await readFile(file, 'latin1'), other);
      await rm(file);
      assert.deepEqual(await archive.write(aTenant(), anEndedOffboarding()), before);
    });
  }

  it('gives nothing for what is no number, though there is such a file', async () => {
    await archive.write(aTenant(), anEndedOffboarding());
    await writeFile(join(dataDir, 'secret.json'), '{}');
    for (const name of ['../secret', `../certificates/${offboardingId}`, `${offboardingId}/../${offboardingId}`])
      assert.equal(await archive.read(name, 'json'), undefined, name);
  });

  it('says so when it cannot be written or read', async () => {
    await writeFile(path(''), 'a file is in its place');
    await assert.rejects(archive.write(aTenant(), anEndedOffboarding()), StoreError);
    await rm(path(''));
    await mkdir(path(`${offboardingId}.json`), { recursive: true });
    await assert.rejects(archive.read(offboardingId, 'json'), StoreError);
  });

  it('lies beside the store, which opens with it, and does not take its loss for a first start', async () => {
    const store = await FileStore.open(dataDir, folderDeps);
    await archive.write(aTenant(), anEndedOffboarding());
    await store.close();
    await (await FileStore.open(dataDir, folderDeps)).close();
    for (const name of ['gatehouse.json', 'journal.jsonl']) await rm(join(dataDir, name));
    await assert.rejects(FileStore.open(dataDir, folderDeps), /is missing, but .* isn’t empty/);
  });
});
