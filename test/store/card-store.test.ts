// Posted cards are kept in a file of their own, without the tenants being written each time.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { FileCardStore } from '../../src/store/folder/card-store.js';
import { withHash } from '../../src/store/folder/hashed-json.js';
import { ManualClock } from '../support/manual-clock.js';
import { noLog } from '../support/test-dependencies.js';
import { cardContract } from './card-contract.js';

const card = { conversationId: 'chat', activityId: '1', view: 'a view', drawn: 'stamp' };
const open = (folder: string, clock = new ManualClock()) =>
  FileCardStore.open(folder, { clock, log: noLog, viewFrom: String });

cardContract('the file of posted cards', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-cards-'));
  let cardStore = await open(folder);
  return {
    cardStore,
    async reopened() {
      await cardStore.close();
      cardStore = await open(folder);
      return cardStore;
    },
    end: () => rm(folder, { recursive: true, force: true }),
  };
});

describe('the file of posted cards', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-cards-'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is written once for all that is kept within a second', async () => {
    const clock = new ManualClock();
    const cardStore = await open(folder, clock);
    cardStore.put({ ...card, activityId: '2' });
    cardStore.put(card);
    cardStore.remove({ conversationId: 'chat', activityId: '2' });
    await assert.rejects(readFile(join(folder, 'cards.json')), { code: 'ENOENT' });
    clock.next(clock.milliseconds + 1000);
    await cardStore.close();
    assert.deepEqual(JSON.parse(await readFile(join(folder, 'cards.json'), 'utf8')).cards, [card]);
  });

  it('is read by a version that knows nothing of clicks, and reads what that one wrote', async () => {
    const cardStore = await open(folder);
    const clicked = { ...card, clickedAt: '2026-11-29T10:00:00.000Z' };
    cardStore.put(clicked);
    await cardStore.close();
    const { cards, hash, ...rest } = JSON.parse(await readFile(join(folder, 'cards.json'), 'utf8'));
    assert.deepEqual(rest, {});
    // What that version asks of a card, and the hash it checks.
    const asked = z.array(
      z.looseObject({ conversationId: z.string(), activityId: z.string(), view: z.string(), drawn: z.string() }),
    );
    assert.deepEqual(asked.parse(cards), [clicked]);
    await writeFile(join(folder, 'cards.json'), withHash(JSON.stringify({ cards: [card] })).text);
    assert.deepEqual((await open(folder)).cards(), [card]);
  });

  it('is begun anew when it cannot be read, since nothing depends on it', async () => {
    await writeFile(join(folder, 'cards.json'), '[{"conv');
    assert.deepEqual((await open(folder)).cards(), []);
  });
});
