// Which language a conversation follows, as its person's Teams apps say theirs.
import assert from 'node:assert/strict';
import { languageHeard, languageIn, localeHeard } from '../../../src/bot/turn/spoken-language.js';

type Known = Parameters<typeof localeHeard>[0];
type Met = Parameters<typeof localeHeard>[1];

const known = (parts: object) => ({ id: 'chat', kind: 'personal', ...parts }) as unknown as Known;
const met = (parts: object) => ({ id: 'chat', kind: 'personal', ...parts }) as unknown as Met;

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

  it('is English where nothing is known', () => assert.equal(languageIn(undefined), 'en'));
});
