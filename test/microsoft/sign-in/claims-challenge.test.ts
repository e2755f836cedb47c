// The claims of a challenge, and what's requested when they make no sense.
import assert from 'node:assert/strict';
import { claimsChallenge } from '../../../src/microsoft/http/claims-challenge.js';

describe('the claims of a challenge', () => {
  const read = (json: string, error = 'insufficient_claims') =>
    claimsChallenge(
      new Headers({
        'www-authenticate': `Bearer realm="", error="${error}", claims="${Buffer.from(json).toString('base64')}"`,
      }),
    );

  it('are its JSON object', () => {
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}';
    assert.equal(read(claims), claims);
  });

  it('are none where it is no challenge, or they are no JSON object, so that a token without them is tried', () => {
    assert.equal(read('{"access_token":{}}', 'invalid_token'), undefined);
    for (const odd of ['no JSON', 'null', '[]', '1', '"{}"', `{"a":"${'x'.repeat(10_000)}"}`]) {
      assert.equal(read(odd), undefined, odd.slice(0, 20));
    }
  });
});
