// Which language a conversation follows, as its person's Teams apps say theirs.
import assert from 'node:assert/strict';
import { languageHeard, languageIn, localeHeard } from '../../../src/bot/turn/spoken-language.js';

type Known = Parameters<typeof localeHeard>[0];
type Met = Parameters<typeof localeHeard>[1];

const known = (parts: object) => ({ id: 'chat', kind: 'personal', ...parts }) as unknown as Known;
const met = (parts: object) => ({ id: 'chat', kind: 'personal', by: 'other', ...parts }) as unknown as Met;

describe('the language of a conversation', () => {
  it('follows a person from one language to another', () => {
    assert.equal(localeHeard(known({ locale: 'en-US' }), met({ locale: 'de-DE' })), 'de-DE');
    assert.equal(languageHeard(known({ locale: 'en-US' }), met({ locale: 'de-AT' })), 'de');
  });

  it('stays as it is when only the region is another, so that nothing is saved', () => {
    assert.equal(localeHeard(known({ locale: 'en-US' }), met({ locale: 'en-GB' })), 'en-US');
  });

  it('stays as it is when nothing is said of it', () => {
    assert.equal(localeHeard(known({ locale: 'fr-FR' }), met({})), 'fr-FR');
  });

  it('is the chosen one whatever the app says', () => {
    assert.equal(languageHeard(known({ locale: 'en-US', language: 'fr' }), met({ locale: 'de-DE' })), 'fr');
  });

  it('stays that of a shared conversation, whoever speaks', () => {
    const shared = known({ kind: 'channel', locale: 'es-ES' });
    assert.equal(localeHeard(shared, met({ kind: 'channel', locale: 'de-DE' })), 'es-ES');
  });

  it('doesn’t turn with a click in an app of another language', () => {
    assert.equal(languageHeard(known({ locale: 'de-DE' }), met({ locale: 'en-US', by: 'click' })), 'de');
    assert.equal(languageHeard(known({ locale: 'de-DE' }), met({ locale: 'en-US' })), 'en');
    assert.equal(languageHeard(known({}), met({ locale: 'en-US', by: 'click' })), 'en', 'where none is known yet');
  });

  it('is for a shared conversation from before that of whoever updates or installs the bot', () => {
    const shared = known({ kind: 'channel' });
    assert.equal(localeHeard(shared, met({ kind: 'channel', locale: 'de-DE' })), undefined);
    assert.equal(localeHeard(shared, met({ kind: 'channel', locale: 'de-DE', by: 'installation' })), 'de-DE');
  });

  it('is English where nothing is known', () => assert.equal(languageIn(undefined), 'en'));
});
