// /status calls conversations by the names that people know.

import assert from 'node:assert/strict';
import { en } from '../../src/views/words/en/index.js';
import { assertGoodCard } from '../support/card-lint.js';
import { textOf } from '../support/card-reading.js';
import { aWorldForEach, people } from '../support/world.js';

const { conversations } = en.statusReport;
const team = '19:general@thread.tacv2';
const hostile = '**Desk** [pay](https://evil.example) {{DATE(2020-01-01T00:00:00Z)}}';

describe('the conversations in /status', () => {
  const w = aWorldForEach({});

  const lines = async () => {
    const { card } = await w.chat.says('/status');
    assertGoodCard(card);
    assert.doesNotMatch(textOf(card), /19:|chat-of|a-group/);
    return textOf(card).split('\n');
  };
  const has = async (...names: readonly string[]) => {
    const all = await lines();
    for (const name of names) assert.ok(all.includes(name), `${name} isn’t in ${all.join('\n')}`);
  };
  const channelIn = (id: string) => w.world.chat(people.megan, id, 'channel', team);

  it('are a person, a topic, and a team’s channel', async () => {
    const group = w.world.chat(people.megan, 'a-group', 'groupChat');
    group.names = { topic: 'GDAP crew' };
    await group.installs();
    const general = channelIn(team);
    general.names = { team: 'Service Desk' };
    await general.installs();
    const alarms = channelIn('19:alarms@thread.tacv2');
    await alarms.says('/help');
    await has(
      people.alex.name,
      'GDAP crew',
      `Service Desk › ${conversations.general}`,
      conversations.channelIn({ team: 'Service Desk' as never }),
    );
  });

  it('follow their new names over a restart, and cost nothing when nothing is new', async () => {
    const general = channelIn(team);
    general.names = { team: 'Service Desk' };
    await general.installs();
    const alarms = channelIn('19:alarms@thread.tacv2');
    alarms.names = { team: 'Service Desk', channel: 'Alarms' };
    await alarms.says('/help');
    const group = w.world.chat(people.megan, 'a-group', 'groupChat');
    await group.installs();
    await alarms.isNow('Alerts', 'channelRenamed');
    await general.isNow('Desk', 'teamRenamed');
    await group.isNow('GDAP crew');
    alarms.names = {};
    await alarms.says('/help');
    const before = await w.world.dataFolder();
    await alarms.says('/help');
    await general.isNow('Desk', 'teamRenamed');
    await group.isNow('GDAP crew');
    assert.equal(await w.world.dataFolder(), before);
    await w.world.stopBot();
    await w.world.startBot();
    await has('Desk › Alerts', `Desk › ${conversations.general}`, 'GDAP crew');
    await group.isNow('');
    await has(conversations.groupChat);
  });

  it('change no posted card with their names', async () => {
    const list = await w.chat.says('/tenants');
    const group = w.world.chat(people.megan, 'a-group', 'groupChat');
    await group.installs();
    await w.world.passes(720);
    const before = [list.updates, w.world.teams.calls.length];
    await group.isNow('GDAP crew');
    await w.world.passes(5);
    assert.deepEqual([list.updates, w.world.teams.calls.length], before);
  });

  it('stay as they are written, whatever people call them', async () => {
    const group = w.world.chat(people.megan, 'a-group', 'groupChat');
    group.names = { topic: hostile };
    await group.installs();
    const { card } = await w.chat.says('/status');
    assertGoodCard(card);
    const shown = textOf(card)
      .split('\n')
      .filter((line) => line.includes('evil') || line.includes('**Desk**'));
    assert.equal(shown.length, 1);
    assert.doesNotMatch(JSON.stringify(card), /\{\{DATE\(2020/);
    assert.doesNotMatch(JSON.stringify(card), /"TextBlock"[^{}]*Desk/);
  });

  it('are forgotten with their names', async () => {
    const alarms = channelIn('19:alarms@thread.tacv2');
    alarms.names = { team: 'Service Desk of Fabrikam', channel: 'Alarms at night' };
    await alarms.installs();
    const group = w.world.chat(people.megan, 'a-group', 'groupChat');
    group.names = { topic: 'GDAP crew' };
    await group.installs();
    assert.match(await w.world.dataFolder(), /Service Desk of Fabrikam.*GDAP crew/s);
    await alarms.uninstalls();
    await group.uninstalls();
    assert.doesNotMatch(await w.world.dataFolder(), /Service Desk of Fabrikam|Alarms at night|GDAP crew/);
    await alarms.isNow('Alarms by day', 'channelRenamed');
    assert.doesNotMatch(await w.world.dataFolder(), /Alarms by day/);
  });
});
