// The sandbox tells the same story at every start, on a machine of any speed.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { FileStore } from '../../src/store/folder/file-store.js';
import { folderDeps } from '../support/test-dependencies.js';
import { disturb } from '../support/traffic.js';
import { World } from '../support/world.js';

/** What everybody reads of every tenant in the end, however many seconds each of the bot's calls takes. */
const storyWith = async (secondsPerCall: (call: number) => number): Promise<readonly string[]> => {
  const world = await World.make({ RECONCILE_SECONDS: '20' });
  let calls = 0;
  disturb(async ({ go }) => {
    const seconds = secondsPerCall(calls++);
    if (seconds > 0) await world.clock.passes(seconds);
    return go();
  });
  try {
    await world.startBot();
    await world.passes(60);
    disturb(undefined);
    await world.passes(900);
    await world.stopBot();
    const store = await FileStore.open(join(world.folder, 'data'), folderDeps);
    const tenants = [...store.tenants()];
    await store.close();
    const lines = tenants.map(({ customer, status, onboarding }) =>
      [customer.displayName, status, ...(onboarding?.limitations ?? []).map(({ code }) => code)].join(' '),
    );
    return lines.sort();
  } finally {
    disturb(undefined);
    await world.end();
  }
};

describe('the sandbox’s story', function () {
  this.timeout(120_000);

  it('is the same however slowly it starts', async () => {
    const usual = await storyWith(() => 0);
    assert.ok(usual.includes('Tailspin Toys issuesFound roleMissing'), usual.join('\n'));
    // Calls side by side add up. Beyond a few seconds each, one for a token passes its time limit, and the sandbox, which
    // takes each refresh token once, then has to be signed in to anew: another story.
    for (const seconds of [0.1, 0.3, 0.5, 1, 1.5, 2]) {
      assert.deepEqual(await storyWith(() => seconds), usual, `${seconds} s a call`);
    }
  });
});
