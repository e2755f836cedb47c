// The JSON folder keeps the contract of a store.
import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileStore } from '../../src/store/folder/file-store.js';
import { noLog } from '../support/test-dependencies.js';
import { storeContract } from './contract.js';

storeContract('the JSON folder', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'gatehouse-contract-'));
  const opened: FileStore[] = [];
  let folder = join(parent, 'data');
  const open = async () => {
    const store = await FileStore.open(folder, { onLost: assert.fail, log: noLog });
    opened.push(store);
    return store;
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
      for (const name of ['journal.jsonl.end', 'journal.jsonl', 'gatehouse.json'].filter((each) =>
        names.includes(each),
      ))
        await cp(join(folder, name), join(copy, name));
      folder = copy;
      return open();
    },
    // A folder in the place of a file: not even root can write to it.
    async whileBroken(_, work) {
      const file = join(folder, 'journal.jsonl');
      await rename(file, `${file}.aside`);
      await mkdir(file);
      await work();
      await rmdir(file);
      await rename(`${file}.aside`, file);
    },
    async end() {
      await Promise.all(opened.map((store) => store.close()));
      await rm(parent, { recursive: true, force: true });
    },
  };
});
