// Signing in to the simulated Entra goes as documented, and what it refuses.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Bench, scopes } from './bench.js';

const verifier = 'a-verifier-of-at-least-forty-three-characters-long';
const challenge = createHash('sha256').update(verifier).digest('base64url');
const redirectUri = 'http://localhost:51234/';
const service = 'dddddddd-0000-4000-8000-000000000001';
const robin = 'dddddddd-0000-4000-8000-000000000002';

interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly id_token: string;
  readonly scope: string;
  readonly error_codes: number[];
}

describe('the sign-in page', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  const request = (changes: Record<string, string> = {}) => ({
    client_id: bench.sandbox.credentials.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: `${scopes.graph} openid profile offline_access`,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: 'some state',
    nonce: 'some nonce',
    ...changes,
  });
  const path = () => `${bench.sandbox.url}/${bench.sandbox.credentials.tenantId}/oauth2/v2.0/authorize`;
  const page = async (changes: Record<string, string> = {}) => {
    const response = await fetch(`${path()}?${new URLSearchParams(request(changes))}`);
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  const answer = async (fields: Record<string, string>) => {
    const body = new URLSearchParams({
      ...request(),
      account: service,
      second_factor: 'yes',
      answer: 'accept',
      ...fields,
    });
    const response = await fetch(path(), { method: 'POST', body, redirect: 'manual' });
    assert.equal(response.status, 303);
    return new URL(response.headers.get('location') ?? '');
  };
  const redeem = (code: string, changes: Record<string, string> = {}) =>
    bench.signIn<TokenAnswer>({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      scope: `${scopes.graph} openid profile offline_access`,
      ...changes,
    });
  const codeOf = (url: URL) => url.searchParams.get('code') ?? '';
  const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

  it('offers the accounts, and goes back with a code and the state', async () => {
    const { status, text, headers } = await page();
    assert.equal(status, 200);
    assert.match(text, /Gatehouse service account[\s\S]*Robin Newcomer[\s\S]*Sam Guest/);
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/);
    const back = await answer({});
    assert.equal(back.origin + back.pathname, redirectUri);
    assert.equal(back.searchParams.get('state'), 'some state');
    assert.match(codeOf(back), /^sandbox-code-/);
  });

  it('gives a code that is good for tokens with the claims of version 1.0', async () => {
    const { status, body } = await redeem(codeOf(await answer({})));
    assert.equal(status, 200);
    const claims = claimsOf(body.access_token);
    assert.deepEqual(claims.amr, ['pwd', 'mfa']);
    assert.equal(claims.aud, 'https://graph.microsoft.com');
    assert.equal(claims.oid, service);
    assert.match(claims.scp, /DelegatedAdminRelationship\.ReadWrite\.All/);
    assert.equal(claimsOf(body.id_token).nonce, 'some nonce');
    const next = await bench.signIn<TokenAnswer>({
      grant_type: 'refresh_token',
      refresh_token: body.refresh_token,
      scope: scopes.partnerCenter,
    });
    assert.equal(claimsOf(next.body.access_token).oid, service);
    assert.equal((await bench.graph('GET', 'delegatedAdminRelationships', { token: body.access_token })).status, 200);
  });

  it('remembers who signed in, and that there was no second factor', async () => {
    const { body } = await redeem(codeOf(await answer({ account: robin, second_factor: '' })));
    const claims = claimsOf(body.access_token);
    assert.equal(claims.oid, robin);
    assert.deepEqual(claims.amr, ['pwd']);
    assert.equal((await bench.graph('GET', 'delegatedAdminRelationships', { token: body.access_token })).status, 401);
  });

  it('gives codes that are good once, for ten minutes, to whoever began', async () => {
    const refused = async (code: string, number: number, changes: Record<string, string> = {}) => {
      const { status, body } = await redeem(code, changes);
      assert.equal(status, 400);
      assert.deepEqual(body.error_codes, [number]);
    };
    const code = codeOf(await answer({}));
    assert.equal((await redeem(code)).status, 200);
    await refused(code, 54005);
    await refused('made-up', 54005);
    await refused(codeOf(await answer({})), 501481, { code_verifier: 'another' });
    await refused(codeOf(await answer({})), 500112, { redirect_uri: 'http://localhost:1/' });
    const old = codeOf(await answer({}));
    bench.advance(600);
    await refused(old, 70008);
  });

  it('says on the page, and never to a stranger, what is wrong with a request', async () => {
    for (const [changes, number] of [
      [{ redirect_uri: 'https://evil.example/' }, 50011],
      [{ client_id: service }, 700016],
      [{ code_challenge_method: 'plain' }, 50147],
      [{ code_challenge: '' }, 50147],
      [{ response_type: 'token' }, 70011],
      [{ claims: '{' }, 50148],
    ] as const) {
      const { status, text } = await page(changes);
      assert.equal(status, 400);
      assert.match(text, new RegExp(`AADSTS${number}`));
    }
  });

  it('goes back with an error when the person cancels', async () => {
    const back = await answer({ answer: 'cancel' });
    assert.equal(back.searchParams.get('error'), 'access_denied');
    assert.equal(back.searchParams.get('state'), 'some state');
    assert.equal(codeOf(back), '');
  });

  it('asks for consent where nobody has given any, and what was accepted is granted', async () => {
    bench.sandbox.controls.setConsent({ graph: [], partnerCenter: [] });
    assert.match((await page()).text, /Permissions requested[\s\S]*DelegatedAdminRelationship\.ReadWrite\.All/);
    const denied = await answer({ answer: 'cancel' });
    assert.match(denied.searchParams.get('error_description') ?? '', /AADSTS65004/);
    const { body } = await redeem(codeOf(await answer({})));
    const elsewhere = await bench.signIn<TokenAnswer>({
      grant_type: 'refresh_token',
      refresh_token: body.refresh_token,
      scope: scopes.partnerCenter,
    });
    assert.deepEqual(elsewhere.body.error_codes, [65001]);
    assert.doesNotMatch((await page()).text, /Permissions requested/);
  });

  it('leaves out of a token what nobody has consented to', async () => {
    bench.sandbox.controls.setConsent({ graph: ['User.ReadBasic.All'] });
    const { body } = await redeem(codeOf(await answer({})));
    assert.equal(claimsOf(body.access_token).scp, 'User.ReadBasic.All');
    assert.equal((await bench.graph('GET', 'delegatedAdminRelationships', { token: body.access_token })).status, 403);
    const named = await redeem(codeOf(await answer({})), { scope: 'https://graph.microsoft.com/GroupMember.Read.All' });
    assert.deepEqual(named.body.error_codes, [65001]);
  });

  it('lets an administrator grant everything', async () => {
    bench.sandbox.controls.setConsent({ graph: [], partnerCenter: [] });
    const url = `${bench.sandbox.url}/${bench.sandbox.credentials.tenantId}/adminconsent`;
    assert.match(await (await fetch(`${url}?client_id=x`)).text(), /user_impersonation/);
    const give = (fields: Record<string, string>) =>
      fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
    assert.equal((await give({ answer: 'cancel' })).status, 400);
    const back = await give({ answer: 'accept', redirect_uri: redirectUri, state: 's' });
    assert.equal(
      back.headers.get('location'),
      `${redirectUri}?admin_consent=True&tenant=${bench.sandbox.credentials.tenantId}&state=s`,
    );
    assert.equal((await redeem(codeOf(await answer({})))).status, 200);
    const stranger = await give({ answer: 'accept', redirect_uri: 'https://evil.example/' });
    assert.equal(stranger.status, 200);
  });
});

describe('the ways to fail of the partner’s application', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());
  const numbers = async (fields: Record<string, string>) => {
    const { body } = await bench.signIn<TokenAnswer>({
      grant_type: 'client_credentials',
      scope: 'https://api.partnercenter.microsoft.com/.default',
      ...fields,
    });
    return body.error_codes;
  };

  it('are a secret that has expired, and refresh tokens that nobody has used for 90 days', async () => {
    bench.sandbox.controls.setSecretExpired(true);
    assert.deepEqual(await numbers({}), [7000222]);
    bench.sandbox.controls.setSecretExpired(false);
    assert.equal(await numbers({}), undefined);
    bench.sandbox.controls.expireRefreshTokens();
    const refresh = { grant_type: 'refresh_token', refresh_token: bench.sandbox.credentials.refreshToken };
    assert.deepEqual(await numbers(refresh), [700082]);
  });

  it('are an assertion that is none, and one that nobody has registered', async () => {
    const client_assertion_type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
    assert.deepEqual(await numbers({ client_assertion: 'x' }), [50027]);
    assert.deepEqual(await numbers({ client_assertion: 'x', client_assertion_type }), [50027]);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const forged = (header: object) => `${part(header)}.${part({})}.AAAA`;
    assert.deepEqual(
      await numbers({ client_assertion: forged({ alg: 'PS256', 'x5t#S256': 'x' }), client_assertion_type }),
      [700027],
    );
    assert.deepEqual(
      await numbers({ client_assertion: forged({ alg: 'RS256', kid: 'x' }), client_assertion_type }),
      [70021],
    );
  });

  it('are a managed identity that is not there, asked wrongly, or is another one', async () => {
    const ask = async (query: string, header = 'sandbox-identity-header') => {
      const url = `${bench.sandbox.url}/msi/token?resource=api%3A%2F%2FAzureADTokenExchange&${query}`;
      return (await fetch(url, { headers: { 'x-identity-header': header } })).status;
    };
    assert.equal(await ask('api-version=2019-08-01'), 200);
    assert.equal(await ask('api-version=2019-08-01', 'another'), 401);
    assert.equal(await ask('api-version=2017-09-01'), 400);
    assert.equal(await ask('api-version=2019-08-01&client_id=another'), 400);
    bench.sandbox.controls.setManagedIdentity(false);
    assert.equal(await ask('api-version=2019-08-01'), 400);
  });
});

describe('AdminAgents', () => {
  it('is found by its name, and holds the service account only', async () => {
    const bench = await Bench.open();
    const token = await bench.token('graph');
    const filter = encodeURIComponent("displayName eq 'AdminAgents'");
    const { body } = await bench.ask<{ value: { id: string }[] }>('GET', `/v1.0/groups?$filter=${filter}&$select=id`, {
      token,
    });
    assert.equal(body.value.length, 1);
    const id = body.value[0]?.id ?? '';
    const groups = async (userId: string) => {
      const path = `/v1.0/users/${userId}/checkMemberGroups`;
      return (await bench.ask<{ value: string[] }>('POST', path, { token, body: { groupIds: [id] } })).body.value;
    };
    assert.deepEqual(await groups(service), [id]);
    assert.deepEqual(await groups(robin), []);
    await bench.close();
  });
});
