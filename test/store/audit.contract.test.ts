// Both audit logs, the folder's and the tests' own, keep the contract.
import { cp, mkdir, mkdtemp, rename, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditFile, auditFileName } from '../../src/store/folder/audit-file.js';
import { ManualClock } from '../support/manual-clock.js';
import { MemoryAudit } from '../support/memory-audit.js';
import { noLog } from '../support/test-dependencies.js';
import { auditContract } from './audit-contract.js';

auditContract('the audit log of a data folder', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'gatehouse-audit-contract-'));
  const folder = join(parent, 'data');
  await mkdir(folder);
  const open = (path: string) =>
    AuditFile.open(path, { origin: () => undefined, clock: new ManualClock(), log: noLog });
  return {
    audit: await open(folder),
    async crashed() {
      await cp(folder, join(parent, 'left'), { recursive: true });
      return open(join(parent, 'left'));
    },
    // A folder in the place of the file: not even root can write to it.
    async whileBroken(work) {
      const file = join(folder, auditFileName);
      await rename(file, `${file}.aside`);
      await mkdir(file);
      await work();
      await rmdir(file);
      await rename(`${file}.aside`, file);
    },
    end: () => rm(parent, { recursive: true, force: true }),
  };
});

auditContract('the audit log of the tests', async () => {
  const audit = new MemoryAudit();
  return {
    audit,
    crashed: async () => audit,
    async whileBroken(work) {
      audit.isBroken = true;
      await work();
      audit.isBroken = false;
    },
    end: async () => undefined,
  };
});
