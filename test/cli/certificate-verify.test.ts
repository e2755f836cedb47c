// A certificate's file is found genuine or not, with the reason.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { FiledCertificates } from '../../src/certificate/archive.js';
import { hashOf } from '../../src/certificate/json.js';
import { printCertificate } from '../../src/certificate/print.js';
import { checkCertificate } from '../../src/cli/certificate-check.js';
import { ExpectedError } from '../../src/domain/errors.js';
import { type MessageLanguage, messageLanguages } from '../../src/domain/message-languages.js';
import { auditEntry } from '../../src/operations/recording/audit-entries.js';
import { AuditFile, auditFileName } from '../../src/store/folder/audit-file.js';
import { auditInFolder } from '../../src/store/folder/audit-to-check.js';
import { CertificateFolder, certificatesFolderName } from '../../src/store/folder/certificate-folder.js';
import { anEndedOffboarding, offboardingId, partner } from '../support/an-offboarding.js';
import { alex, aTenant, contoso, now } from '../support/builders.js';
import { ManualClock } from '../support/manual-clock.js';
import { builtProgram } from '../support/programs.js';
import { noLog } from '../support/test-dependencies.js';

/** What a certificate is checked against by a log, with the folder of certificates beside it. */
const issuedBy = (log: string) => ({
  audit: auditInFolder(log),
  certificateStore: new CertificateFolder(dirname(log)),
});

describe('a certificate that was issued', () => {
  let folder: string;
  let log: string;
  const fileOf = (kind: 'json' | 'pdf') => join(folder, certificatesFolderName, `${offboardingId}.${kind}`);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-verify-'));
    log = join(folder, auditFileName);
    const offboarding = anEndedOffboarding();
    const tenant = { ...aTenant(), offboarding };
    const certificate = await new FiledCertificates(new CertificateFolder(folder), partner).write(tenant, offboarding);
    const audit = await AuditFile.open(folder, { origin: () => undefined, clock: new ManualClock(), log: noLog });
    const certified = auditEntry(tenant, { type: 'offboardingCertified', by: alex, certificate, at: now });
    assert.ok(certified);
    await audit.append([{ at: now, what: 'offboardingDecided', by: alex.id, tenantId: contoso }, certified]);
    await audit.append([{ at: now, what: 'onboardingRequested', by: alex.id, tenantId: contoso }]);
    await audit.close();
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** A copy of a file, changed. */
  const copy = async (kind: 'json' | 'pdf', change: (bytes: Buffer) => Buffer | string) => {
    const path = join(folder, `copy.${kind}`);
    await writeFile(path, change(await readFile(fileOf(kind))));
    return path;
  };
  const refused = async (file: string, as: RegExp, inLog = log) =>
    assert.rejects(checkCertificate(file, issuedBy(inLog)), (error: unknown) => {
      assert.ok(error instanceof ExpectedError);
      assert.match(error.message, as);
      return true;
    });

  for (const kind of ['json', 'pdf'] as const) {
    it(`is genuine as ${kind}, wherever the file lies: who, when, which tenant, which line`, async () => {
      const said = (await checkCertificate(await copy(kind, (bytes) => bytes), issuedBy(log))).join('\n');
      assert.match(said, new RegExp(`is genuine: the ${kind.toUpperCase()}`));
      for (const part of [offboardingId, contoso, now, alex.id, 'line 2']) assert.ok(said.includes(part), part);
    });

    it(`is told to be changed when one byte of the ${kind} is`, async () => {
      const changed = await copy(kind, (bytes) => {
        const at = bytes.length - 40;
        return Buffer.concat([bytes.subarray(0, at), Buffer.from([bytes.readUInt8(at) ^ 1]), bytes.subarray(at + 1)]);
      });
      await refused(
        changed,
        new RegExp(`was changed after it was issued: the audit log has its number ${offboardingId} \\(line 2`),
      );
    });
  }

  describe('as a translation', () => {
    const translated = async (language: MessageLanguage) => {
      const path = join(folder, `translation-${language}.pdf`);
      await writeFile(path, (await printCertificate(await readFile(fileOf('json')), language)) ?? '');
      return path;
    };

    it('is genuine in every language, by the JSON that was issued', async () => {
      for (const language of messageLanguages) {
        const said = (await checkCertificate(await translated(language), issuedBy(log))).join('\n');
        assert.match(said, language === 'en' ? /genuine: the PDF/ : /genuine: a translation of the PDF/);
        assert.ok(said.includes('line 2'));
      }
    });

    it('is told to be changed when one byte of it is, or what it’s drawn from', async () => {
      const path = await translated('de');
      const bytes = await readFile(path);
      await writeFile(path, bytes.toString('latin1').replace('/Lang (de)', '/Lang (fr)'), 'latin1');
      await refused(path, /was changed after it was issued/);
      const forged = Buffer.from((await readFile(fileOf('json'), 'utf8')).replace('Contoso Ltd', 'Contosa Ltd'));
      await writeFile(path, (await printCertificate(forged, 'de')) ?? '');
      await refused(path, /was changed after it was issued/);
      // Nor does it help to put the forged file in the place of the issued one.
      const issued = await readFile(fileOf('json'));
      await writeFile(fileOf('json'), forged);
      await refused(path, /was changed after it was issued/);
      await writeFile(fileOf('json'), issued);
    });
  });

  it('is genuine in every language as it was written last, where an earlier version wrote it again after a crash', async () => {
    const own = await mkdtemp(join(tmpdir(), 'gatehouse-verify-again-'));
    try {
      const offboarding = anEndedOffboarding();
      const tenant = { ...aTenant(), offboarding };
      const audit = await AuditFile.open(own, { origin: () => undefined, clock: new ManualClock(), log: noLog });
      for (const name of [partner.name, 'Fabrikam under its new name']) {
        await rm(join(own, certificatesFolderName), { recursive: true, force: true });
        const archive = new FiledCertificates(new CertificateFolder(own), { ...partner, name });
        const certificate = await archive.write(tenant, offboarding);
        const entry = auditEntry(tenant, { type: 'offboardingCertified', by: alex, certificate, at: now });
        await audit.append(entry ? [entry] : []);
      }
      await audit.close();
      const path = join(own, 'translation.pdf');
      const json = await readFile(join(own, certificatesFolderName, `${offboardingId}.json`));
      await writeFile(path, (await printCertificate(json, 'fr')) ?? '');
      const said = await checkCertificate(path, issuedBy(join(own, auditFileName)));
      assert.match(said.join('\n'), /genuine: a translation of the PDF.*line 2/s);
    } finally {
      await rm(own, { recursive: true, force: true });
    }
  });

  for (const version of [1, 2]) {
    for (const kind of ['json', 'pdf'] as const) {
      it(`is genuine as ${kind} of version ${version}, which Gatehouse doesn’t write anymore`, async () => {
        const kept = (of: string) =>
          readFile(new URL(`../certificate/kept/version-${version}.${of}.kept`, import.meta.url));
        const certificate = { json: hashOf(await kept('json')), pdf: hashOf(await kept('pdf')) };
        const own = await mkdtemp(join(tmpdir(), 'gatehouse-verify-old-'));
        const audit = await AuditFile.open(own, { origin: () => undefined, clock: new ManualClock(), log: noLog });
        const issued = auditEntry(
          { ...aTenant(), offboarding: anEndedOffboarding() },
          { type: 'offboardingCertified', by: alex, certificate, at: now },
        );
        assert.ok(issued);
        await audit.append([issued]);
        await audit.close();
        const path = join(own, `old.${kind}`);
        await writeFile(path, await kept(kind));
        assert.match(
          (await checkCertificate(path, issuedBy(join(own, auditFileName)))).join(),
          new RegExp(`genuine: the ${kind.toUpperCase()}`),
        );
        await rm(own, { recursive: true });
      });
    }
  }

  it('is told to be changed when what remains is taken out of it', async () => {
    const forged = await copy('json', (bytes) => {
      const { remains, ...rest } = JSON.parse(bytes.toString());
      return `${JSON.stringify({ ...rest, remains: { ...remains, lines: [] } }, null, 2)}\n`;
    });
    await refused(forged, /was changed after it was issued/);
  });

  it('is told to be formatted anew when only that was done', async () => {
    const compact = await copy('json', (bytes) => JSON.stringify(JSON.parse(bytes.toString())));
    await refused(compact, /was reformatted\. Its content is the same/);
  });

  it('is told to be changed when something else stands in it before what was issued', async () => {
    for (const [from, to] of [
      ['"removed"', '"removed": [], "removed"'],
      ['"name": "Contoso', '"name": "Fabrikam", "name": "Contoso'],
    ] as const) {
      const forged = await copy('json', (bytes) => bytes.toString().replace(from, to));
      await refused(forged, /was changed after it was issued/);
    }
  });

  it('is not taken for another one’s: a forgery under a number of its own is unknown', async () => {
    const other = offboardingId.replace('5', '6');
    await refused(
      await copy('json', (bytes) => bytes.toString().replaceAll(offboardingId, other)),
      /isn’t a certificate that/,
    );
    await refused(await copy('json', () => 'rubbish'), /isn’t a certificate that/);
    await refused(await copy('pdf', () => ''), /isn’t a certificate that/);
  });

  it('cannot be verified by a log that was changed, though the line about it is as it was', async () => {
    const changed = join(folder, 'changed.jsonl');
    const text = await readFile(log, 'utf8');
    for (const [from, to, line] of [
      ['offboardingDecided', 'offboardingUndone', 2],
      ['"line":3', '"line":4', 3],
    ] as const) {
      await writeFile(changed, text.replace(from, to));
      await refused(fileOf('json'), new RegExp(`isn’t intact.*line ${line}`), changed);
    }
  });

  it('cannot be forged by a line put into the log', async () => {
    const forged = await copy('json', (bytes) => bytes.toString().replace('Contoso', 'Contosa'));
    const hash = createHash('sha256')
      .update(await readFile(forged))
      .digest('hex');
    const changed = join(folder, 'changed.jsonl');
    const line = JSON.stringify({
      line: 4,
      at: now,
      what: 'offboardingCertified',
      certificate: { json: hash, pdf: hash },
    });
    await writeFile(changed, `${await readFile(log, 'utf8')}${line}\n`);
    await refused(forged, /isn’t intact.*line 4/, changed);
  });

  it('cannot be verified without a log, nor a file that cannot be read', async () => {
    await refused(fileOf('json'), /There’s no audit log/, join(folder, 'nowhere.jsonl'));
    await refused(join(folder, 'nowhere.json'), /can’t be read/);
    await refused(folder, /can’t be read/);
  });

  it('ends the command with 0 if genuine, else with 1', async () => {
    const call = (...args: readonly string[]) =>
      promisify(execFile)(process.execPath, [builtProgram('cli/certificate-verify.ts'), ...args], {
        env: { ...process.env, DATA_DIR: folder },
      });
    assert.match((await call(fileOf('pdf'))).stdout, /is genuine/);
    const changed = await copy('json', (bytes) => bytes.toString().replace('Contoso', 'Contosa'));
    for (const args of [[changed], []]) {
      await assert.rejects(call(...args), (error: Error & { code?: number; stderr?: string }) => {
        assert.equal(error.code, 1);
        assert.match(error.stderr ?? '', /was changed after it was issued|Which file/);
        return true;
      });
    }
  });
});
