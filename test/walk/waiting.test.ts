// However slow Microsoft is, how long a person waits for an answer.

import assert from 'node:assert/strict';
import { en } from '../../src/views/words/en/index.js';
import { rangeOn } from '../support/card-reading.js';
import { disturb } from '../support/traffic.js';
import { aWorldForEach, people } from '../support/world.js';

const admins = 'd0000000-0000-4000-8000-000000000001';

describe('somebody whose role comes from a group, while Microsoft answers nothing,', () => {
  const w = aWorldForEach({
    ADMINS: `group:${admins}`,
    VIEWERS: people.alex.aadObjectId,
  });

  const isAdmin = async () => {
    w.world.sandbox.controls.setGroupMembers(admins, [people.alex.aadObjectId]);
    await w.world.passes(310);
  };
  // Every call hangs until whoever called gives up.
  const hangs = (what: (path: string) => boolean = () => true) =>
    disturb(({ url, go, stall }) =>
      what(url.pathname)
        ? Promise.race([stall(), w.world.clock.pause(60_000).then(() => new Response(null, { status: 504 }))])
        : go(),
    );
  afterEach(() => disturb(undefined));

  const seconds = async (work: () => Promise<unknown>): Promise<number> => {
    const start = w.world.clock.elapsedMs();
    await work();
    return (w.world.clock.elapsedMs() - start) / 1000;
  };

  for (const [what, button] of [
    ['opens a tenant', 'tenant.open'],
    ['asks what offboarding comes to', 'offboarding.plan'],
  ] as const) {
    it(`is answered within 8 seconds who ${what}`, async () => {
      await isAdmin();
      const card = await w.chat.says('/tenants woodgrove');
      if (button !== 'tenant.open') await w.chat.presses(card, { verb: 'tenant.open', name: 'Woodgrove Bank' });
      await w.world.passes(310);
      hangs();
      const took = await seconds(() => w.chat.presses(card, button));
      assert.ok(took <= 8, `${took} s`);
    });
  }

  for (const text of ['/tenants', '/status', '/leftovers', '/history woodgrove', '/subscribe', '/help']) {
    it(`is answered within 8 seconds who says ${text}`, async () => {
      await isAdmin();
      hangs();
      const before = w.chat.messages.length;
      const took = await seconds(() => w.chat.says(text));
      assert.equal(w.chat.messages.length, before + 1);
      assert.ok(took <= 8, `${took} s`);
    });
  }

  it('is told that their role could not be checked, and not that they are on no list', async () => {
    await isAdmin();
    hangs((path) => path.startsWith('/v1.0/users'));
    await w.world.clock.passes(301);
    assert.ok(w.chat.reads(await w.chat.says('/status')).includes(en.replies.roleNotChecked));
    // What they are by name they still are.
    assert.deepEqual(rangeOn((await w.chat.says('/tenants')).card), [1, 10, 18]);
  });
});
