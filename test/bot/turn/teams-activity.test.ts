// The conversation of an activity of Teams.
import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { actorOf, conversationOf } from '../../../src/bot/turn/teams-activity.js';
import { languages, wordsIn } from '../../../src/views/catalogue.js';
import { personName } from '../../../src/views/render/text.js';

const anActivity = (changes: object) =>
  conversationOf({
    conversation: { id: '19:general@thread.tacv2', conversationType: 'channel' },
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    channelId: 'msteams',
    recipient: { id: '28:gatehouse', name: 'Gatehouse' },
    ...changes,
  } as unknown as Activity);

describe('the conversation of an activity', () => {
  it('is the channel, whatever the thread', () => {
    const conversation = { id: '19:sales@thread.tacv2;messageid=1700000000000', conversationType: 'channel' };
    assert.equal(anActivity({ conversation }).id, '19:sales@thread.tacv2');
  });

  it('is the channel that was chosen when the bot was installed in a team', () => {
    const channelData = { settings: { selectedChannel: { id: '19:chosen@thread.tacv2' } } };
    assert.equal(anActivity({ channelData }).id, '19:chosen@thread.tacv2');
  });

  it('is where it came from when the choice is not understood', () => {
    for (const settings of [undefined, null, 'x', { selectedChannel: 7 }, { selectedChannel: { id: 7 } }]) {
      assert.equal(anActivity({ channelData: { settings } }).id, '19:general@thread.tacv2');
    }
  });

  it('is a personal one unless Teams says otherwise', () => {
    assert.equal(anActivity({}).kind, 'channel');
    assert.equal(anActivity({ conversation: { id: 'a', conversationType: 'groupChat' } }).kind, 'groupChat');
    assert.equal(anActivity({ conversation: { id: 'a' } }).kind, 'personal');
    const ofTwo = { id: '19:a_b@unq.gbl.spaces', conversationType: 'personal' };
    assert.equal(anActivity({ conversation: ofTwo }).kind, 'groupChat');
    assert.equal(anActivity({ conversation: { id: 'a:1x', conversationType: 'personal' } }).kind, 'personal');
  });
});

describe('the language of an activity', () => {
  it('is that of the person’s Teams app, by the activity or by what it says of the client', () => {
    const entities = [{ type: 'mention' }, { type: 'clientInfo', locale: 'fr-CA' }];
    assert.equal(anActivity({ locale: 'de-AT', entities }).locale, 'de-AT');
    assert.equal(anActivity({ entities }).locale, 'fr-CA');
  });

  it('is not known when what Teams says is no language', () => {
    for (const locale of [undefined, '', 7, 'x'.repeat(1000), '{{DATE()}}', '__proto__'])
      assert.ok(!('locale' in anActivity({ locale })), String(locale));
    for (const entities of [null, {}, 'x', [null, 7, { type: 'clientInfo' }, { type: 'clientInfo', locale: {} }]])
      assert.ok(!('locale' in anActivity({ entities })), JSON.stringify(entities));
  });
});

describe('the sender of an activity', () => {
  it('is the same person however their Entra object id is written', () => {
    const by = (aadObjectId: string) => actorOf({ from: { id: '29:alex', name: 'Alex', aadObjectId } } as Activity);
    assert.deepEqual(by('ABCDEF00-0000-4000-8000-000000000020'), by('abcdef00-0000-4000-8000-000000000020'));
  });

  it('has no name when Teams says none, which each language words', () => {
    const { name } = actorOf({ from: { id: '29:alex', aadObjectId: 'a' } } as Activity);
    assert.equal(name, '');
    for (const language of languages) {
      const words = wordsIn(language);
      assert.equal(personName({ name }, words), words.card.nameless);
    }
    assert.equal(personName({ name: 'Alex' }, wordsIn('de')), 'Alex');
  });
});
