// A token is used only while it lasts for the call, by any clock.
import assert from 'node:assert/strict';
import { AccessTokenCache } from '../../../src/microsoft/sign-in/access-token-cache.js';
import { ManualClock } from '../../support/manual-clock.js';

describe('an access token that is kept', () => {
  const scope = 'https://graph.microsoft.com/.default';
  let clock: ManualClock;
  let tokens: AccessTokenCache;

  beforeEach(() => {
    // Years away from the system's clock, by which MSAL says when a token ends.
    clock = new ManualClock('2031-01-01T00:00:00.000Z');
    tokens = new AccessTokenCache(clock);
  });
  const lastsFor = (seconds: number) => {
    tokens.hold(scope, { accessToken: 'a token', expiresOn: new Date(Date.now() + seconds * 1000) });
  };

  it('is handed out until five minutes before its end', async () => {
    lastsFor(3600);
    await clock.passes(3290);
    assert.equal(tokens.get(scope), 'a token');
    await clock.passes(15);
    assert.equal(tokens.get(scope), undefined);
  });

  it('is not handed out when it is as good as over, or does not say when it ends', () => {
    lastsFor(240);
    assert.equal(tokens.get(scope), undefined);
    tokens.hold(scope, { accessToken: 'a token', expiresOn: null });
    assert.equal(tokens.get(scope), undefined);
  });

  it('is for its own scope, until it is dropped or all are', () => {
    lastsFor(3600);
    assert.equal(tokens.get('another scope'), undefined);
    tokens.drop('another scope');
    assert.equal(tokens.get(scope), 'a token');
    tokens.drop(scope);
    assert.equal(tokens.get(scope), undefined);
    lastsFor(3600);
    tokens.clear();
    assert.equal(tokens.get(scope), undefined);
  });

  it('is not kept when there is none', () => {
    assert.throws(() => tokens.hold(scope, null));
    assert.throws(() => tokens.hold(scope, { accessToken: '', expiresOn: new Date() }));
    assert.equal(tokens.get(scope), undefined);
  });
});
