// A channel has a tenant's card as the beginning of a thread, and what happens to it as lines under it; what must not be missed alerts.
import assert from 'node:assert/strict';
import { headline } from '../../src/views/explain/notices.js';
import { en } from '../../src/views/words/en/index.js';
import { textOf } from '../support/card-reading.js';
import { onEachStore } from '../support/each-store.js';
import type { BotMessage, Chat } from '../support/fake-teams.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const channelId = '19:customers@thread.tacv2';
const group = { ADMINS: people.alex.aadObjectId, OPERATORS: people.megan.aadObjectId, RECONCILE_SECONDS: '300' };

describe('news in a channel', () => {
  const w = aWorldForEach(group);
  const channelOf = (person = people.megan) => w.world.chat(person, channelId, 'channel');
  /** Alex asks for access to Contoso in the channel, and the customer approves; gives the card that tells it. */
  const rootIn = async (channel: Chat): Promise<BotMessage> => {
    await channel.installs();
    const thread = w.world.chat(people.alex, `${channelId};messageid=1`, 'channel');
    await thread.enables(await thread.says('/tenants contoso'));
    await w.world.passes(60);
    w.world.sandbox.controls.approve(w.world.sandbox.controls.relationships(tenantIds.contoso)[0]?.id ?? '');
    await w.world.passes(330);
    const approved = headline('approved', await contoso(), en);
    const root = channel.messages.find(({ summary }) => summary === approved);
    return root ?? assert.fail('the approval is not told');
  };
  const lastOf = (chat: Chat, name = 'Contoso'): BotMessage =>
    chat.messages.findLast(({ summary }) => summary.includes(name)) ?? assert.fail(`nothing is told of ${name}`);
  const contoso = () => w.world.tenant(tenantIds.contoso);
  const loses = async () => {
    const { controls } = w.world.sandbox;
    for (const { id, status } of controls.relationships(tenantIds.contoso)) if (status === 'active') controls.end(id);
    await w.world.passes(330);
  };
  const mentionsOn = ({ card }: BotMessage) => {
    const { msteams } = card as {
      readonly msteams?: { readonly entities?: readonly { readonly mentioned: object }[] };
    };
    return (msteams?.entities ?? []).map(({ mentioned }) => mentioned);
  };
  const alex = { id: people.alex.id, name: people.alex.name };

  onEachStore('are a line each under the tenant’s card, which shows how things are', async () => {
    const channel = channelOf();
    const root = await rootIn(channel);
    assert.equal(root.conversationId, channelId);
    assert.ok(!root.alerts);
    await w.world.stopBot();
    await w.world.startBot();
    await loses();
    const line = lastOf(channel);
    assert.equal(line.conversationId, `${channelId};messageid=${root.id}`);
    assert.equal(line.summary, headline('accessLost', await contoso(), en));
    assert.ok(!textOf(line.card).includes(en.buttons.revalidate));
    assert.deepEqual(channel.statuses(root), ['issuesFound']);
  });

  onEachStore(
    'alert and name whoever asked for access where it must not be missed, and whoever looks after the tenant before them',
    async () => {
      const channel = channelOf();
      await rootIn(channel);
      await loses();
      assert.ok(lastOf(channel).alerts);
      assert.deepEqual(mentionsOn(lastOf(channel)), [alex]);
      assert.match(textOf(lastOf(channel).card), /For <at>Alex Wilber<\/at>/);
      const own = w.chat.messages.findLast(({ summary }) => summary === lastOf(channel).summary);
      assert.ok(own?.alerts);
      assert.deepEqual(mentionsOn(own), []);
    },
  );

  it('name who looks after the tenant only where they are known to be', async () => {
    const channel = channelOf();
    await rootIn(channel);
    await w.world.chat(people.megan, 'chat-of-megan').says(`/take ${tenantIds.contoso}`);
    await loses();
    assert.deepEqual(mentionsOn(lastOf(channel)), [{ id: people.megan.id, name: people.megan.name }]);
    await w.chat.says(`/release ${tenantIds.contoso}`);
    const others = w.world.chat(people.alex, '19:others@thread.tacv2', 'channel');
    await others.installs();
    await w.world.chat(people.megan, 'chat-of-megan').says(`/take ${tenantIds.fabrikam}`);
    w.world.sandbox.controls.end(w.world.sandbox.controls.relationships(tenantIds.fabrikam)[0]?.id ?? '');
    await w.world.passes(330);
    assert.match(lastOf(others, 'Fabrikam').summary, /Fabrikam/);
    assert.ok(lastOf(others, 'Fabrikam').alerts);
    assert.deepEqual(mentionsOn(lastOf(others, 'Fabrikam')), []);
  });

  it('begin a new card where the one before was deleted', async () => {
    const channel = channelOf();
    const root = await rootIn(channel);
    w.world.teams.deleted.add(root.id);
    await loses();
    assert.equal(lastOf(channel).conversationId, channelId);
    assert.deepEqual(channel.statuses(lastOf(channel)), ['issuesFound']);
    assert.ok(lastOf(channel).alerts);
  });

  it('begin a new card where Teams takes nothing under the one before', async () => {
    const channel = channelOf();
    const root = await rootIn(channel);
    w.world.teams.refusing.set(`${channelId};messageid=${root.id}`, { status: 400, code: 'BadArgument' });
    await loses();
    assert.equal(lastOf(channel).conversationId, channelId);
    assert.deepEqual(channel.statuses(lastOf(channel)), ['issuesFound']);
  });

  it('begin a new card after thirty days', async () => {
    const channel = channelOf();
    const root = await rootIn(channel);
    const { conversationId } = root;
    await w.world.skips(31, { stepDays: 31 });
    await loses();
    assert.equal(lastOf(channel).conversationId, conversationId);
    assert.notEqual(lastOf(channel).id, root.id);
    assert.deepEqual(channel.statuses(lastOf(channel)), ['issuesFound']);
  });

  onEachStore('are no third card for whoever reads two already', async () => {
    const [channel, other] = [channelOf(people.alex), w.world.chat(people.alex, '19:others@thread.tacv2', 'channel')];
    await channel.installs();
    await other.installs();
    w.world.sandbox.controls.end(w.world.sandbox.controls.relationships(tenantIds.fabrikam)[0]?.id ?? '');
    await w.world.passes(330);
    const told = [channel, other, w.chat].map(({ messages }) =>
      messages.findLast(({ summary }) => /Fabrikam/.test(summary)),
    );
    assert.deepEqual(
      told.map((message) => message && w.chat.statuses(message).length),
      [1, 1, 0],
    );
    assert.ok(told.every((message) => message?.alerts));
    assert.equal(
      w.chat.statuses({ ...(told[2] as BotMessage), card: await w.chat.presses(told[2] as BotMessage, 'tenant.open') })
        .length,
      1,
    );
  });
});
