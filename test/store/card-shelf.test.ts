// Are living cards kept, without the tenants being written each time?
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileCardShelf } from '../../src/store/card-shelf.js';
import { ManualClock } from '../support/manual-clock.js';
import { noLog } from '../support/test-means.js';

const card = { conversationId: 'chat', activityId: '1', view: 'a view', drawn: 'stamp' };

describe('the shelf of living cards', () => {
  let folder: string;
  let clock: ManualClock;
  const open = () => FileCardShelf.open(folder, { clock, log: noLog, viewFrom: String });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-cards-'));
    clock = new ManualClock();
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('has kept the cards when it is opened again', async () => {
    const shelf = await open();
    assert.deepEqual(shelf.cards(), []);
    shelf.keep([card]);
    await shelf.close();
    assert.deepEqual((await open()).cards(), [card]);
  });

  it('writes once for all that is kept within a second', async () => {
    const shelf = await open();
    shelf.keep([]);
    shelf.keep([card]);
    await assert.rejects(readFile(join(folder, 'cards.json')), { code: 'ENOENT' });
    clock.next(clock.milliseconds + 1000);
    await shelf.close();
    assert.deepEqual(JSON.parse(await readFile(join(folder, 'cards.json'), 'utf8')).cards, [card]);
  });

  it('begins anew when it cannot be read, since nothing depends on it', async () => {
    await writeFile(join(folder, 'cards.json'), '[{"conv');
    assert.deepEqual((await open()).cards(), []);
  });
});
