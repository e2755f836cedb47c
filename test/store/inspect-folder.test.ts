// What's told of a data folder from outside.
import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { FileStore } from '../../src/store/folder/file-store.js';
import { inspectFolder } from '../../src/store/folder/inspect-folder.js';
import { folderDeps } from '../support/test-dependencies.js';

describe('a look at the data folder', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-folder-'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('finds a folder of our own good, and leaves nothing in it', async () => {
    const { access, isOpenToOthers, isHeld, freeBytes = 0 } = await inspectFolder(folder);
    assert.deepEqual({ access, isOpenToOthers, isHeld }, { access: 'writable', isOpenToOthers: false, isHeld: false });
    assert.ok(freeBytes > 0);
    assert.deepEqual(await readdir(folder), []);
  });

  it('does not make a folder that is not there', async () => {
    const { access } = await inspectFolder(join(folder, 'not', 'yet'));
    assert.equal(access, 'absent');
    assert.deepEqual(await readdir(folder), []);
  });

  it('sees that a file is in the way', async () => {
    await writeFile(join(folder, 'file'), '');
    assert.equal((await inspectFolder(join(folder, 'file'))).access, 'none');
    assert.equal((await inspectFolder(join(folder, 'file', 'data'))).access, 'none');
  });

  it('sees that others may write', async () => {
    await chmod(folder, 0o777);
    assert.equal((await inspectFolder(folder)).isOpenToOthers, true);
    await chmod(folder, 0o755);
    assert.equal((await inspectFolder(folder)).isOpenToOthers, false);
  });

  it('sees that nobody may write, but who may do everything', async () => {
    await chmod(folder, 0o500);
    assert.equal((await inspectFolder(folder)).access, userInfo().uid === 0 ? 'writable' : 'none');
  });

  it('sees that Gatehouse is running on it, and does not disturb it', async () => {
    const data = join(folder, 'data');
    await mkdir(data, { mode: 0o700 });
    const lost: Error[] = [];
    const store = await FileStore.open(data, { ...folderDeps, onLost: (error) => lost.push(error) });
    assert.equal((await inspectFolder(data)).isHeld, true);
    assert.deepEqual(lost, []);
    await store.close();
    assert.equal((await inspectFolder(data)).isHeld, false);
  });

  it('knows memory from a disk', async function () {
    if (!(await stat('/dev/shm').catch(() => undefined))) return this.skip();
    assert.equal((await inspectFolder('/dev/shm')).isFleeting, true);
  });
});
