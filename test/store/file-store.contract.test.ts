// The JSON folder keeps the contract of a store.
import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { currentOrigin } from '../../src/runtime/correlation.js';
import { FileStore } from '../../src/store/folder/file-store.js';
import { folderDeps } from '../support/test-dependencies.js';
import { storeContract } from './contract.js';

storeContract('the JSON folder', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'gatehouse-contract-'));
  const opened: FileStore[] = [];
  let folder = join(parent, 'data');
  const open = async () => {
    const store = await FileStore.open(folder, { ...folderDeps, origin: currentOrigin });
    opened.push(store);
    return store;
  };
  // A folder in the place of a file: not even root can write to it.
  const without = async (name: string, work: () => Promise<void>) => {
    const file = join(folder, name);
    await rename(file, `${file}.aside`);
    await mkdir(file);
    await work();
    await rmdir(file);
    await rename(`${file}.aside`, file);
  };
  return {
    open,
    async reopened() {
      await opened.at(-1)?.close();
      return open();
    },
    // In the order in which no file is read that is ahead of one read after it.
    async crashed() {
      const copy = join(parent, 'left');
      await mkdir(copy);
      const names = (await readdir(folder)).filter((name) => !name.startsWith('.lock'));
      const files = ['journal.jsonl', 'gatehouse.json', 'audit.jsonl'].flatMap((name) => [`${name}.end`, name]);
      for (const name of files.filter((each) => names.includes(each))) await cp(join(folder, name), join(copy, name));
      folder = copy;
      return open();
    },
    whileBroken: (_, work) => without('journal.jsonl', work),
    whileAuditBroken: (_, work) => without('audit.jsonl', work),
    auditOf: () => opened.at(-1)?.audit ?? assert.fail('nothing is open'),
    async end() {
      await Promise.all(opened.map((store) => store.close()));
      await rm(parent, { recursive: true, force: true });
    },
  };
});
