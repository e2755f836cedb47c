// What comes of a batch after its end is one message for what came together, in each conversation and across a crash.
import assert from 'node:assert/strict';
import { aWorldForEach, people } from '../support/world.js';

describe('what comes of a batch after its end', () => {
  const w = aWorldForEach({
    ADMINS: people.alex.aadObjectId,
    OPERATORS: people.megan.aadObjectId,
    SANDBOX_CUSTOMERS: '40',
  });

  it('is told in one message for what came together, and stands on its card', async () => {
    const megan = w.world.chat(people.megan, 'chat-of-megan');
    await megan.installs();
    await megan.says('/subscribe');
    const { controls } = w.world.sandbox;
    const before = new Set(controls.relationships().map(({ id }) => id));
    const message = await w.chat.says('/enable not configured');
    await w.chat.presses(message, 'batch.begin');
    await w.world.passes(60);
    const waiting = controls
      .relationships()
      .filter(({ id, status }) => !before.has(id) && status === 'approvalPending')
      .slice(0, 8);
    for (const { id } of waiting) controls.approve(id);
    await w.world.passes(300);
    await w.world.crash();
    await w.world.passes(600);
    assert.match(w.chat.reads(message), /Approved: 1\d/);
    for (const chat of [w.chat, megan]) {
      const approvals = chat.messages.map(({ summary }) => summary).filter((summary) => summary.includes('✅'));
      assert.ok(approvals.length <= 3, approvals.join());
      assert.ok(
        approvals.some((summary) => /✅ \d+ tenants are Approved/.test(summary)),
        approvals.join(),
      );
    }
  }).timeout(300_000);
});
