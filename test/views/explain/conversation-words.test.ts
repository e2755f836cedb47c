// What a conversation is called, in each language of the chat.
import assert from 'node:assert/strict';
import { languages, wordsIn } from '../../../src/views/catalogue.js';
import { conversationName } from '../../../src/views/explain/conversation-words.js';
import { en } from '../../../src/views/words/en/index.js';

const { conversations } = en.statusReport;
const kinds = ['personal', 'groupChat', 'channel'] as const;

describe('the name of a conversation', () => {
  it('is that of the person, the topic, or team and channel', () => {
    assert.equal(conversationName({ kind: 'personal', name: 'Megan Bowen' }, en), 'Megan Bowen');
    assert.equal(conversationName({ kind: 'groupChat', name: 'GDAP crew' }, en), 'GDAP crew');
    const channel = { kind: 'channel', name: 'Alarms', teamName: 'Service Desk' } as const;
    assert.equal(conversationName(channel, en), 'Service Desk › Alarms');
    assert.equal(conversationName({ ...channel, teamName: undefined }, en), 'Alarms');
    assert.equal(
      conversationName({ ...channel, name: undefined }, en),
      conversations.channelIn({ team: 'Service Desk' as never }),
    );
  });

  it('is Teams’ word for the channel that a team begins with, unless that has a name', () => {
    const general = { kind: 'channel', teamName: 'Service Desk', isGeneral: true } as const;
    const said = languages.map((language) => conversationName(general, wordsIn(language)));
    assert.deepEqual(
      said,
      languages.map((language) => `Service Desk › ${wordsIn(language).statusReport.conversations.general}`),
    );
    assert.ok(new Set(said).size > 2, said.join());
    assert.equal(conversationName({ ...general, name: 'Lobby' }, en), 'Service Desk › Lobby');
  });

  it('is what kind of conversation it is where nothing is known', () => {
    for (const language of languages) {
      const words = wordsIn(language);
      const said = kinds.map((kind) => conversationName({ kind, isGeneral: true }, words));
      assert.deepEqual(
        said,
        kinds.map((kind) => words.statusReport.conversations[kind]),
      );
      assert.equal(new Set(said).size, kinds.length);
    }
  });

  it('is one short line whatever people write, and never empty', () => {
    const nothing = '\u202e\u200b\n\u0007';
    for (const kind of kinds)
      assert.equal(conversationName({ kind, name: nothing, teamName: nothing }, en), conversations[kind]);
    const hostile = `{{DATE(2020-01-01T00:00:00Z)}}\n\u202e[pay](https://evil.example)${'x'.repeat(500)}`;
    for (const kind of kinds) {
      const said = conversationName({ kind, name: hostile, teamName: hostile }, en);
      assert.doesNotMatch(said, /\{\{|[\n\u202e]/u);
      assert.ok([...said].length <= 90, said);
    }
  });
});
