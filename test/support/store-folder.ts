// A data folder for tests of the store, and the stores that are open on it.
import { chmod, mkdir, mkdtemp, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newTenant } from '../../src/domain/tenant/tenant.js';
import { FileStore } from '../../src/store/folder/file-store.js';
import { now } from './builders.js';
import { folderDeps } from './test-dependencies.js';

/** A new tenant without any onboarding. */
export const tenant = (number: number) =>
  newTenant(`tenant-${number}`, { displayName: `Tenant ${number}`, domain: 'x.example' }, now);

/** A folder that isn't there yet, for one test. */
export class StoreFolder {
  readonly path: string;
  readonly #parent: string;
  #open: readonly FileStore[] = [];

  private constructor(parent: string) {
    this.#parent = parent;
    this.path = join(parent, 'data');
  }

  static async make(): Promise<StoreFolder> {
    return new StoreFolder(await mkdtemp(join(tmpdir(), 'gatehouse-store-')));
  }

  file(name: string): string {
    return join(this.path, name);
  }

  async opened(): Promise<FileStore> {
    const store = await FileStore.open(this.path, folderDeps);
    this.#open = [...this.#open, store];
    return store;
  }

  async reopened(store: FileStore): Promise<FileStore> {
    await store.close();
    return this.opened();
  }

  /** The whole file and the journal. */
  texts(): Promise<readonly string[]> {
    return Promise.all(['gatehouse.json', 'journal.jsonl'].map((name) => readFile(this.file(name), 'utf8')));
  }

  /** Puts a folder in place of a file, which not even root can write to. The returned function puts the file back. */
  async inTheWayOf(name: string): Promise<() => Promise<void>> {
    const file = this.file(name);
    await rename(file, `${file}.aside`);
    await mkdir(file);
    return async () => {
      await rmdir(file);
      await rename(`${file}.aside`, file);
    };
  }

  async end(): Promise<void> {
    await Promise.all(this.#open.map((store) => store.close()));
    await chmod(this.#parent, 0o700);
    await rm(this.#parent, { recursive: true, force: true });
  }
}
