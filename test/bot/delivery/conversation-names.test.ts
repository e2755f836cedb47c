// The names of a conversation, as activities and events bring them.
import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { afterRename, heardFrom } from '../../../src/bot/delivery/conversation-changes.js';
import { conversationOf, renameIn } from '../../../src/bot/turn/teams-activity.js';
import type { Conversation } from '../../../src/operations/ports/rows.js';

const bot = { id: '28:gatehouse', name: 'Gatehouse' };
const team = '19:general@thread.tacv2';
const alarms = '19:alarms@thread.tacv2';

const activity = (conversation: object, changes: object = {}) =>
  ({
    conversation,
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    channelId: 'msteams',
    recipient: bot,
    from: { id: '29:megan', name: 'Megan Bowen' },
    ...changes,
  }) as unknown as Activity;
const inChannel = (channelData: object, id = alarms) => activity({ id, conversationType: 'channel' }, { channelData });
const namesOf = ({ name, teamName }: Pick<Conversation, 'name' | 'teamName'>) => [name, teamName];
const known: Conversation = { id: alarms, kind: 'channel', subscribed: true, teamId: team, reference: {} };

describe('the names that an activity brings', () => {
  it('are those of the channel and its team', () => {
    const channelData = { channel: { id: alarms, name: 'Alarms' }, team: { id: team, name: 'Service Desk' } };
    assert.deepEqual(namesOf(conversationOf(inChannel(channelData))), ['Alarms', 'Service Desk']);
    const selectedChannel = { id: alarms, name: 'Alarms' };
    assert.deepEqual(namesOf(conversationOf(inChannel({ settings: { selectedChannel } }, team))), [
      'Alarms',
      undefined,
    ]);
  });

  it('are not those of another channel, which a team’s event is about', () => {
    const channelData = { channel: { id: alarms, name: 'Alarms' }, team: { id: team } };
    assert.deepEqual(namesOf(conversationOf(inChannel(channelData, team))), [undefined, undefined]);
  });

  it('are the topic of a group chat, not who speaks', () => {
    const chat = { id: 'group', conversationType: 'groupChat' };
    assert.deepEqual(namesOf(conversationOf(activity({ ...chat, name: 'GDAP crew' }))), ['GDAP crew', undefined]);
    assert.deepEqual(namesOf(conversationOf(activity(chat))), [undefined, undefined]);
  });

  it('are the person’s in a personal chat, never the bot’s', () => {
    const chat = { id: 'a:1', conversationType: 'personal' };
    assert.equal(conversationOf(activity(chat)).name, 'Megan Bowen');
    assert.equal(conversationOf(activity(chat, { from: bot })).name, undefined);
  });

  it('are none where Teams says something else, and never long', () => {
    for (const name of [undefined, null, '', ' \n', 7, {}, ['x']]) {
      assert.ok(
        !('name' in conversationOf(activity({ id: 'group', conversationType: 'groupChat', name }))),
        String(name),
      );
      const channelData = { channel: { id: alarms, name }, team: { id: team, name } };
      assert.deepEqual(namesOf(conversationOf(inChannel(channelData))), [undefined, undefined]);
    }
    const { name = '' } = conversationOf(activity({ id: 'g', conversationType: 'groupChat', name: '😀'.repeat(1000) }));
    assert.equal([...name].length, 256);
  });
});

describe('a known conversation', () => {
  it('keeps its names when an activity brings none, and is then the same', () => {
    const named = { ...known, name: 'Alarms', teamName: 'Service Desk' };
    const quiet = conversationOf(inChannel({ team: { id: team } }));
    const after = heardFrom(named, quiet);
    assert.deepEqual(namesOf(after), ['Alarms', 'Service Desk']);
    assert.deepEqual(heardFrom(after, quiet), after);
  });

  it('takes the newest', () => {
    const channelData = { channel: { id: alarms, name: 'Alerts' }, team: { id: team, name: 'Desk' } };
    const named = { ...known, name: 'Alarms', teamName: 'Service Desk' };
    assert.deepEqual(namesOf(heardFrom(named, conversationOf(inChannel(channelData)))), ['Alerts', 'Desk']);
  });
});

describe('another name', () => {
  const renamed = (row: Conversation, event: Activity) => {
    const rename = renameIn(event) ?? assert.fail('no new name');
    return afterRename(row, rename);
  };
  const channelRenamed = (name: unknown, id: string = alarms) =>
    inChannel({ eventType: 'channelRenamed', channel: { id, name }, team: { id: team } }, team);
  const teamRenamed = (name: unknown, id: string = team) =>
    inChannel({ eventType: 'teamRenamed', team: { id, name } }, team);

  it('of a channel is that of no other', () => {
    assert.equal(renamed(known, channelRenamed('Alerts'))?.name, 'Alerts');
    assert.equal(renamed(known, channelRenamed('Alerts', team)), undefined);
    assert.equal(renamed({ ...known, name: 'Alerts' }, channelRenamed('Alerts')), undefined, 'known already');
  });

  it('of a team is that of all its channels, also of its first from before its team was kept', () => {
    assert.equal(renamed(known, teamRenamed('Desk'))?.teamName, 'Desk');
    const { teamId: _, ...general } = { ...known, id: team };
    assert.deepEqual(renamed(general, teamRenamed('Desk')), { ...general, teamId: team, teamName: 'Desk' });
    assert.equal(renamed(known, teamRenamed('Desk', '19:another@thread.tacv2')), undefined);
    assert.equal(renamed({ ...known, teamName: 'Desk' }, teamRenamed('Desk')), undefined, 'known already');
  });

  it('of a group chat is its topic, which can be taken away', () => {
    const chat = { id: 'group', conversationType: 'groupChat' };
    const row: Conversation = { id: 'group', kind: 'groupChat', subscribed: false, reference: {} };
    assert.equal(renamed(row, activity(chat, { topicName: 'GDAP' }))?.name, 'GDAP');
    assert.deepEqual(renamed({ ...row, name: 'GDAP' }, activity(chat, { topicName: '' })), row);
  });

  it('is none where Teams says none', () => {
    for (const name of [undefined, '', 7, null])
      for (const event of [channelRenamed(name), teamRenamed(name)]) assert.equal(renameIn(event), undefined);
    const odd = [{}, { eventType: 'channelRenamed' }, { eventType: 'channelRenamed', channel: { name: 'x' } }, null];
    for (const channelData of odd) assert.equal(renameIn(inChannel(channelData as object)), undefined);
    assert.equal(renameIn(activity({ id: 'a', conversationType: 'personal' }, { topicName: 'x' })), undefined);
  });
});
