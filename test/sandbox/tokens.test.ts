// Which tokens the sign-in service gives, and which every service refuses.
import assert from 'node:assert/strict';
import { Bench, type GraphFault, ids, type PartnerCenterFault, relationships, scopes } from './bench.js';

interface SignInFault {
  readonly error: string;
  readonly error_description: string;
  readonly error_codes: number[];
}

describe('the token endpoint', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  const redeem = <T = Record<string, string>>(refreshToken: string, changes: Record<string, string> = {}) =>
    bench.signIn<T>({
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      scope: `${scopes.graph} openid profile offline_access`,
      ...changes,
    });
  const assertRefused = (
    answer: { status: number; body: SignInFault },
    status: number,
    error: string,
    code: number,
  ) => {
    assert.equal(answer.status, status);
    assert.equal(answer.body.error, error);
    assert.deepEqual(answer.body.error_codes, [code]);
    assert(answer.body.error_description.startsWith(`AADSTS${code}: `));
  };

  it('redeems a refresh token for an access token and the next refresh token', async () => {
    const { status, headers, body } = await redeem(bench.sandbox.credentials.refreshToken);
    assert.equal(status, 200);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(body.token_type, 'Bearer');
    assert.equal(body.expires_in, 3600);
    assert.ok(body.scope?.split(' ').includes(scopes.graph));
    assert.ok(body.scope?.includes('/DelegatedAdminRelationship.ReadWrite.All'));
    const claims = JSON.parse(Buffer.from(body.id_token?.split('.')[1] ?? '', 'base64url').toString());
    assert.equal(claims.tid, bench.sandbox.credentials.tenantId);
    assert.equal(claims.exp - claims.iat, 3600);
    const account = JSON.parse(Buffer.from(body.client_info ?? '', 'base64url').toString());
    assert.deepEqual(account, { uid: claims.oid, utid: claims.tid });
    assert.equal((await redeem(body.refresh_token ?? '')).status, 200);
  });

  it('refuses a refresh token that has been redeemed', async () => {
    const { refreshToken } = bench.sandbox.credentials;
    await redeem(refreshToken);
    assertRefused(await redeem<SignInFault>(refreshToken), 400, 'invalid_grant', 700082);
  });

  it('refuses a refresh token after 90 days, and an unknown one', async () => {
    bench.advance(90 * 86_400);
    assertRefused(await redeem<SignInFault>(bench.sandbox.credentials.refreshToken), 400, 'invalid_grant', 700082);
    assertRefused(await redeem<SignInFault>('made-up'), 400, 'invalid_grant', 9002313);
  });

  it('refuses revoked refresh tokens', async () => {
    bench.sandbox.controls.revokeRefreshTokens();
    assertRefused(await redeem<SignInFault>(bench.sandbox.credentials.refreshToken), 400, 'invalid_grant', 50173);
  });

  it('refuses another client, secret, tenant, grant or resource, without using the token up', async () => {
    const { refreshToken } = bench.sandbox.credentials;
    const refused = (changes: Record<string, string>) => redeem<SignInFault>(refreshToken, changes);
    assertRefused(await refused({ client_id: ids.contoso }), 400, 'unauthorized_client', 700016);
    assertRefused(await refused({ client_secret: 'wrong' }), 401, 'invalid_client', 7000215);
    assertRefused(await refused({ grant_type: 'password' }), 400, 'unsupported_grant_type', 70003);
    assertRefused(await refused({ scope: 'https://vault.azure.net/.default' }), 400, 'invalid_resource', 500011);
    assertRefused(await refused({ scope: `${scopes.graph} ${scopes.partnerCenter}` }), 400, 'invalid_request', 28000);
    assertRefused(await refused({ scope: 'openid' }), 400, 'invalid_scope', 70011);
    const elsewhere = await bench.signIn<SignInFault>({ grant_type: 'refresh_token' }, ids.serviceDesk);
    assertRefused(elsewhere, 400, 'invalid_request', 90002);
    assert.equal((await redeem(refreshToken)).status, 200);
  });

  it('gives the application a token of its own, without a refresh token', async () => {
    const grant = { grant_type: 'client_credentials', scope: scopes.graph };
    const { status, body } = await bench.signIn(grant);
    assert.equal(status, 200);
    assert.equal(body.refresh_token, undefined);
    const named = await bench.signIn<SignInFault>({ ...grant, scope: 'https://graph.microsoft.com/User.Read' });
    assertRefused(named, 400, 'invalid_scope', 1002012);
  });
});

describe('access tokens', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  const graph = (token: string) => bench.graph<GraphFault>('GET', relationships, { token });
  const partnerCenter = (token: string, method = 'GET', path = 'customers') =>
    bench.partnerCenter<PartnerCenterFault>(method, path, { token });

  it('open the service that they are for, and no other', async () => {
    assert.equal((await graph(await bench.token('graph'))).status, 200);
    assert.equal((await partnerCenter(await bench.token('partnerCenter'))).status, 200);
    const swapped = await graph(await bench.token('partnerCenter'));
    assert.equal(swapped.status, 401);
    assert.equal(swapped.body.error.code, 'InvalidAuthenticationToken');
    assert.equal((await partnerCenter(await bench.token('graph'))).status, 401);
    assert.equal((await graph('made-up')).status, 401);
  });

  it('open nothing after an hour', async () => {
    const token = await bench.token('graph');
    bench.advance(3599);
    assert.equal((await graph(token)).status, 200);
    bench.advance(1);
    assert.equal((await graph(token)).status, 401);
  });

  it('open nothing when the sign-in had no MFA', async () => {
    bench.sandbox.controls.setMfa(false);
    assert.equal((await graph(await bench.token('graph'))).status, 401);
    const refused = await partnerCenter(await bench.token('partnerCenter'));
    assert.equal(refused.status, 401);
    assert.equal(refused.body.code, '900421');
    bench.sandbox.controls.setMfa(true);
    bench.forgetTokens();
    assert.equal((await graph(await bench.token('graph'))).status, 200);
  });

  it('of the application open Graph once it has permissions of its own, and parts of Partner Center', async () => {
    const token = await bench.appToken('partnerCenter');
    assert.equal((await graph(await bench.appToken('graph'))).status, 403);
    bench.sandbox.controls.setApplicationPermissions({ graph: ['DelegatedAdminRelationship.Read.All'] });
    assert.equal((await graph(await bench.appToken('graph'))).status, 200);
    assert.equal((await partnerCenter(token)).status, 200);
    for (const [method, path] of [
      ['PATCH', `customers/${ids.alpine}`],
      ['GET', `customers/${ids.margie}/entitlements`],
      ['GET', 'customers/relationshiprequests'],
    ] as const) {
      const refused = await partnerCenter(token, method, path);
      assert.equal(refused.status, 403);
      assert.equal(refused.body.code, '900329');
    }
  });
});
