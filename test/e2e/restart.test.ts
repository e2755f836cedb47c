// A second start of `npm start` is as calm as the first, though the chat has forgotten its messages.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { en } from '../../src/views/words/en/index.js';
import { freePort, Playground } from './playground.js';

describe('somebody who starts it again', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-again-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('reads no warning under the banner about cards of the chat before', async () => {
    // The same port again, as for whoever sets none: the bot knows the chat by its address.
    const settings = { DATA_DIR: join(folder, 'data'), PLAYGROUND_PORT: String(await freePort()) };
    const first = await Playground.start(settings);
    const card = await first.says('/tenants contoso');
    const pressed = await card.across(en.buttons.enable);
    await card.presses(en.buttons.enable);
    await card.reads(en.questions.enable.lasting);
    // A double click in the list meets no yes.
    assert.ok((await card.across(en.questions.enable.yes)).right < pressed.left);
    await card.presses(en.questions.enable.yes);
    await card.reads(en.statuses.awaitingMicrosoft);
    await first.end();
    const second = await Playground.start(settings, false);
    try {
      // What has changed meanwhile is drawn at the first reconcile.
      const list = await second.says('/tenants contoso');
      await list.reads(en.statuses.needsApproval);
      await second.says('/status', en.statusReport.title);
      const banner = second.printed.findIndex((line) => line.includes('Gatehouse is running'));
      const after = second.printed.slice(banner).filter((line) => /^\{/.test(line));
      assert.deepEqual(after, []);
      // What the sandbox refuses as part of its stories is told on the cards.
      assert.deepEqual(
        first.printed.filter((line) => /^\{/.test(line)),
        [],
      );
    } finally {
      await second.end();
    }
  });
});
