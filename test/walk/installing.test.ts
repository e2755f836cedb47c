// A conversation that the bot is put into, taken out of, or that is deleted under it.

import assert from 'node:assert/strict';
import { greetingView } from '../../src/views/tenant/help.js';
import { en } from '../../src/views/words/en/index.js';
import { accessLostNews, anyContext, deliveryOn } from '../support/wording.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const { conversations } = en.statusReport;
const team = '19:general@thread.tacv2';
/** The line of the greeting on a lock screen. */
const lost = accessLostNews("Margie's Travel", 'terminated');
const greeting = String(greetingView(anyContext, true).fallbackText);

describe('a conversation in which the bot is installed', () => {
  const w = aWorldForEach({
    RECONCILE_SECONDS: '20',
    ADMINS: people.alex.aadObjectId,
    VIEWERS: people.megan.aadObjectId,
  });
  const ends = (tenantId: string) =>
    w.world.sandbox.controls.end(w.world.sandbox.controls.relationships(tenantId)[0]?.id ?? '');
  const told = async (id: string) => deliveryOn((await w.chat.says('/status')).card, id);

  it('is greeted and subscribed though the bot was spoken to there before, once, however often Teams says so', async () => {
    const chat = w.world.chat(people.megan, 'group', 'groupChat');
    await chat.says('/help');
    await chat.installs();
    await chat.installs();
    assert.equal(chat.messages.filter(({ summary }) => summary === greeting).length, 1);
    assert.match(chat.reads(chat.last), /\/unsubscribe/);
    assert.equal((await told(conversations.groupChat)).is, 'reached');
  });

  it('stays as people have set it when the app is updated', async () => {
    const chat = w.world.chat(people.megan, 'group', 'groupChat');
    await chat.installs();
    await chat.says('/unsubscribe');
    const before = chat.messages.length;
    await chat.updatesApp();
    assert.equal(chat.messages.length, before);
    assert.equal((await told(conversations.groupChat)).is, 'notSubscribed');
  });

  it('is greeted again, and hears what was kept, when the bot was gone from there without a word', async () => {
    const chat = w.world.chat(people.megan, 'chat-of-megan');
    await chat.installs();
    w.world.teams.refusing.set('chat-of-megan', { status: 403, code: 'BotNotInConversationRoster' });
    ends(tenantIds.margie);
    await w.world.passes(600);
    w.world.teams.refusing.clear();
    await chat.installs();
    await w.world.passes(30);
    const summaries = chat.messages.map(({ summary }) => summary);
    assert.equal(summaries.filter((each) => each === greeting).length, 2, summaries.join(', '));
    assert.ok(summaries.includes(lost));
  });

  it('has to do with all of a team’s channels: taken out of the team, the bot writes to none of them', async () => {
    const general = w.world.chat(people.megan, team, 'channel', team);
    const other = w.world.chat(people.megan, '19:other@thread.tacv2', 'channel', team);
    await general.installs();
    await other.says('/subscribe');
    await general.uninstalls();
    const before = w.world.teams.calls.length;
    ends(tenantIds.margie);
    await w.world.passes(60);
    assert.equal(other.messages.length + general.messages.length, 2);
    assert.ok(!w.chat.reads(await w.chat.says('/status')).includes(conversations.channel));
    assert.ok(w.world.teams.calls.length > before);
  });
});

describe('a channel that is deleted', () => {
  const w = aWorldForEach({ RECONCILE_SECONDS: '20' });
  const channelIn = (id: string) => w.world.chat(people.megan, id, 'channel', team);
  const ends = (tenantId: string) =>
    w.world.sandbox.controls.end(w.world.sandbox.controls.relationships(tenantId)[0]?.id ?? '');
  /** A team with two channels that hear of tenants, and a list in each. */
  const twoChannels = async () => {
    const channels = { general: channelIn(team), other: channelIn('19:other@thread.tacv2') };
    await channels.general.installs();
    await channels.other.says('/subscribe');
    for (const channel of Object.values(channels)) await channel.says('/tenants');
    return channels;
  };
  const requestsTo = (id: string) => w.world.teams.requests.filter((each) => each === id).length;

  it('is written to no more, has nothing due and is in no status; its team’s other channels go on', async () => {
    const { general, other } = await twoChannels();
    w.world.teams.refusing.set('19:other@thread.tacv2', { status: 404, code: 'ConversationNotFound' });
    ends(tenantIds.fabrikam);
    await w.world.passes(25);
    await other.is('channelDeleted');
    const before = requestsTo('19:other@thread.tacv2');
    ends(tenantIds.margie);
    await w.world.passes(3600);
    assert.equal(requestsTo('19:other@thread.tacv2'), before);
    assert.ok(general.messages.some(({ summary }) => summary === lost));
    const text = w.chat.reads(await w.chat.says('/status'));
    assert.deepEqual(
      text.split('\n').filter((line) => line.includes(conversations.channel)),
      [conversations.channel],
    );
    assert.equal((await w.world.contents()).deliveries.size, 0);
  });

  it('is as before once it is restored', async () => {
    const { other } = await twoChannels();
    await other.is('channelDeleted');
    await w.world.stopBot();
    await w.world.startBot();
    await other.is('channelRestored');
    ends(tenantIds.margie);
    await w.world.passes(60);
    assert.ok(other.messages.some(({ summary }) => summary === lost));
  });

  it('with its whole team, is written to no more, nor is any other channel of that, until the team is restored', async () => {
    const { general, other } = await twoChannels();
    await general.is('teamDeleted');
    const before = requestsTo(team) + requestsTo('19:other@thread.tacv2');
    ends(tenantIds.fabrikam);
    await w.world.passes(600);
    assert.equal(requestsTo(team) + requestsTo('19:other@thread.tacv2'), before);
    await general.is('teamRestored');
    ends(tenantIds.margie);
    await w.world.passes(60);
    for (const channel of [general, other]) assert.ok(channel.messages.some(({ summary }) => summary === lost));
  });

  it('is forgotten with a team that is gone for good', async () => {
    const { general, other } = await twoChannels();
    await general.is('teamDeleted');
    await general.is('teamHardDeleted');
    assert.doesNotMatch(await w.world.dataFolder(), /19:(other|general)/);
    // Nobody is left to write from there; a new team is another conversation.
    await other.is('teamRestored');
    assert.ok(!w.chat.reads(await w.chat.says('/status')).includes(conversations.channel));
  });
});
