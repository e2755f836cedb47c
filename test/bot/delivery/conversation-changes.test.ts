// What a conversation's row becomes when the bot is installed there.
import assert from 'node:assert/strict';
import { installedIn } from '../../../src/bot/delivery/conversation-changes.js';

type Known = Parameters<typeof installedIn>[0];
type Met = Parameters<typeof installedIn>[1];

const met = (locale?: string) =>
  ({ id: 'team', kind: 'channel', by: 'installation', reference: {}, ...(locale && { locale }) }) as unknown as Met;
const known = (parts: object) =>
  ({ id: 'team', kind: 'channel', subscribed: false, reference: {}, ...parts }) as unknown as Known;
const localeAfter = (before: Known, locale?: string) => installedIn(before, met(locale), true).locale;

describe('the language of a shared conversation in which the bot is installed', () => {
  it('is that of whoever installs it, also where others spoke to it before', () => {
    assert.equal(localeAfter(undefined, 'de-DE'), 'de-DE');
    assert.equal(localeAfter(known({ locale: 'fr-FR' }), 'de-DE'), 'de-DE');
    assert.equal(localeAfter(known({ locale: 'fr-FR' })), 'fr-FR', 'where the installation names none');
  });

  it('stays what it was when somebody else installs the bot anew, as after it was out of reach', () => {
    const before = {
      locale: 'de-DE',
      installed: true,
      unreachable: { why: 'gone', since: '2026-11-28T00:00:00.000Z' },
    };
    assert.equal(localeAfter(known(before), 'en-US'), 'de-DE');
    assert.equal(localeAfter(known({ ...before, locale: undefined }), 'en-US'), 'en-US', 'where none is known');
  });
});
