// Messages reach people, whatever Teams answers in between, and however many there are.

import assert from 'node:assert/strict';
import { onEachStore } from '../support/each-store.js';
import { accessLostNews, deliveryOn, isDrawnFrom } from '../support/wording.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const lost = accessLostNews("Margie's Travel", 'terminated');

describe('news for a conversation that Teams refuses', () => {
  const w = aWorldForEach({
    RECONCILE_SECONDS: '20',
    ADMINS: `${people.alex.aadObjectId}`,
    VIEWERS: people.megan.aadObjectId,
  });

  const megans = async () => {
    const megan = w.world.chat(people.megan, 'chat-of-megan');
    await megan.installs();
    return megan;
  };
  const losesAccess = () =>
    w.world.sandbox.controls.end(w.world.sandbox.controls.relationships(tenantIds.margie)[0]?.id ?? '');
  /** What /status says of Megan's conversation. */
  const told = async () => deliveryOn((await w.chat.says('/status')).card, people.megan.name);

  for (const refusal of [
    { status: 404, code: 'ConversationNotFound' },
    { status: 403, code: 'ServiceError' },
    { status: 403, code: 'BotNotInConversationRoster' },
  ]) {
    it(`once, with ${refusal.status} ${refusal.code}, arrive seconds later`, async () => {
      const megan = await megans();
      w.world.teams.refusing.set('chat-of-megan', refusal);
      losesAccess();
      await w.world.passes(25);
      assert.equal(megan.messages.filter(({ summary }) => summary === lost).length, 0);
      w.world.teams.refusing.clear();
      await w.world.passes(60);
      assert.equal(megan.messages.filter(({ summary }) => summary === lost).length, 1);
      assert.equal((await told()).is, 'reached');
    });
  }

  onEachStore('for an hour without a lasting reason arrive after it, and /status says so meanwhile', async () => {
    const megan = await megans();
    w.world.teams.refusing.set('chat-of-megan', { status: 403, code: 'ServiceError' });
    losesAccess();
    await w.world.skips(1 / 24, { stepDays: 1 / 240, restSeconds: 60 });
    const { is, text } = await told();
    assert.equal(is, 'failing');
    assert.match(text, /403 ServiceError/);
    w.world.teams.refusing.clear();
    const isThere = () => megan.messages.some(({ summary }) => summary === lost);
    await w.world.until(isThere);
    assert.ok(isThere());
  });

  for (const code of ['BotNotInConversationRoster', 'MessageWritesBlocked'] as const) {
    it(`for good with ${code}, wait until somebody writes there, over a restart, and are hardly tried meanwhile`, async () => {
      const megan = await megans();
      w.world.teams.refusing.set('chat-of-megan', { status: 403, code });
      losesAccess();
      await w.world.passes(600);
      const { is, text } = await told();
      assert.equal(is, 'unreachable');
      assert.ok(text.includes(`403 ${code}`), text);
      const calls = w.world.teams.calls.filter((call) => call.status === 403).length;
      assert.ok(calls <= 5, `${calls} tries in ten minutes`);
      await w.world.stopBot();
      await w.world.startBot();
      w.world.sandbox.controls.end(w.world.sandbox.controls.relationships(tenantIds.fabrikam)[0]?.id ?? '');
      await w.world.passes(3600);
      assert.equal(w.world.teams.calls.filter((call) => call.status === 403).length, calls + 3);
      w.world.teams.refusing.clear();
      await megan.says('/help');
      await w.world.passes(30);
      const summaries = megan.messages.map(({ summary }) => summary);
      assert.ok(summaries.includes(lost), summaries.join(', '));
      assert.ok(summaries.includes(accessLostNews('Fabrikam Inc', 'terminated')), summaries.join(', '));
      assert.equal((await told()).is, 'reached');
    });
  }

  it('for days arrive by themselves within a day, one try at a time and ever more rarely', async () => {
    const megan = await megans();
    w.world.teams.refusing.set('chat-of-megan', { status: 403, code: 'BotNotInConversationRoster' });
    losesAccess();
    await w.world.passes(600);
    const refused = () => w.world.teams.calls.filter((call) => call.status === 403).length;
    const calls = refused();
    await w.world.skips(4, { restSeconds: 120 });
    assert.ok(refused() > calls && refused() <= calls + 10, `${refused() - calls} tries in four days`);
    assert.equal((await told()).is, 'unreachable');
    w.world.teams.refusing.clear();
    await w.world.skips(1, { restSeconds: 120 });
    assert.equal(megan.messages.filter(({ summary }) => summary === lost).length, 1);
    assert.equal((await told()).is, 'reached');
  });

  it('are not said to arrive when somebody writes there and Teams still refuses', async () => {
    const megan = await megans();
    w.world.teams.refusing.set('chat-of-megan', { status: 403, code: 'ConversationBlockedByUser' });
    losesAccess();
    await w.world.passes(600);
    await megan.says('/help');
    await w.world.passes(120);
    const { is, waiting } = await told();
    assert.deepEqual([is, waiting > 0], ['unreachable', true]);
  });
});

describe('a card whose message somebody has deleted', () => {
  const w = aWorldForEach({ RECONCILE_SECONDS: '20' });

  it('is not tried again, and the conversation stays as it is', async () => {
    const list = await w.chat.says('/tenants contoso');
    w.world.teams.deleted.add(list.id);
    const other = await w.chat.says('/tenants contoso');
    await w.chat.enables(other);
    await w.world.passes(600);
    assert.equal(w.world.teams.calls.filter(({ status }) => status === 404).length, 1);
    assert.equal(deliveryOn((await w.chat.says('/status')).card, people.alex.name).is, 'reached');
  });
});

describe('a conversation with more to tell than Teams takes', () => {
  const w = aWorldForEach({ RECONCILE_SECONDS: '20' });

  it('answers every question within seconds, is never throttled, and tells everything in the end', async () => {
    // Many posted cards that all change again and again, and news beside them.
    for (let count = 0; count < 20; count += 1) await w.chat.says('/tenants contoso');
    await w.world.passes(60);
    const by = { id: people.megan.aadObjectId, name: people.megan.name };
    const waits: number[] = [];
    for (let count = 0; count < 30; count += 1) {
      const command =
        count % 2 === 0
          ? ({ do: 'enable', by, conversationId: 'chat-of-alex' } as const)
          : ({ do: 'disable', by } as const);
      await w.world.app.commands.perform({ tenantId: tenantIds.contoso, command });
      await w.world.passes(1);
      const before = w.world.clock.elapsedMs();
      const answer = await w.chat.says('/help');
      waits.push(w.world.clock.elapsedMs() - before);
      assert.ok(isDrawnFrom(answer.card, 'help'));
    }
    assert.ok(Math.max(...waits) <= 5000, `${Math.max(...waits)} ms`);
    assert.equal(w.world.teams.throttled, 0);
    assert.ok(!w.world.log.some(({ event }) => event === 'answerNotSent'));
  });
});
