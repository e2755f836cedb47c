// An access token is read as far as it can be, and nothing is made of what it doesn't say.
import assert from 'node:assert/strict';
import { accessClaims } from '../../../src/microsoft/sign-in/access-claims.js';

const aToken = (payload: unknown) => `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.signature`;

describe('an access token', () => {
  it('tells whether it was made with a second factor, by either of Microsoft’s words for that', () => {
    assert.equal(accessClaims(aToken({ amr: ['pwd', 'mfa'] })).hasMfa, true);
    assert.equal(accessClaims(aToken({ amr: ['ngcmfa'] })).hasMfa, true);
    assert.equal(accessClaims(aToken({ amr: ['pwd', 'rsa'] })).hasMfa, false);
  });

  it('that says nothing of how it was made is not taken for one without a second factor', () => {
    for (const payload of [{}, { amr: 'mfa' }, { amr: [1] }])
      assert.deepEqual(accessClaims(aToken({ ...payload, scp: 'a' })), { scopes: ['a'] });
  });

  it('tells what it may do, whatever letters it takes to write that', () => {
    assert.deepEqual(accessClaims(aToken({ scp: 'User.Read  Directory.Read.All ' })).scopes, [
      'User.Read',
      'Directory.Read.All',
    ]);
    const scp = 'ÿ>?ÿ';
    assert.match(aToken({ scp }), /[-_]/);
    assert.deepEqual(accessClaims(aToken({ scp })).scopes, [scp]);
  });

  for (const token of ['', 'opaque', 'a.b.c', 'e30.!!.x', aToken(null), aToken([]), aToken('text')]) {
    it(`that cannot be read is none the worse for that: “${token}”`, () => {
      assert.deepEqual(accessClaims(token), { scopes: [] });
    });
  }
});
