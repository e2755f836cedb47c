// Microsoft's own library redeems and rotates tokens against the sandbox.
import assert from 'node:assert/strict';
import { ConfidentialClientApplication, type INetworkModule, type NetworkRequestOptions } from '@azure/msal-node';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.js';
import { scopes } from './bench.js';

/** Sends what is meant for Microsoft's sign-in service to the sandbox. */
function networkTo(url: string): INetworkModule {
  const send = async <T>(method: string, address: string, options?: NetworkRequestOptions) => {
    const { pathname, search } = new URL(address);
    const response = await fetch(url + pathname + search, {
      method,
      headers: options?.headers ?? {},
      ...(options?.body !== undefined && { body: options.body }),
    });
    const body = (await response.json()) as T;
    return { headers: Object.fromEntries(response.headers), body, status: response.status };
  };
  return {
    sendGetRequestAsync: (address, options) => send('GET', address, options),
    sendPostRequestAsync: (address, options) => send('POST', address, options),
  };
}

describe('MSAL', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => sandbox.close());

  const client = () => {
    const { tenantId, clientId, clientSecret } = sandbox.credentials;
    const authority = `https://login.microsoftonline.com/${tenantId}`;
    return new ConfidentialClientApplication({
      auth: { clientId, clientSecret, authority },
      system: { networkClient: networkTo(sandbox.url) },
    });
  };
  const redeem = (msal: ConfidentialClientApplication) =>
    msal.acquireTokenByRefreshToken({
      refreshToken: sandbox.credentials.refreshToken,
      scopes: [scopes.graph],
      forceCache: true,
    });

  it('redeems the refresh token, and rotates it in its cache for both services', async () => {
    const msal = client();
    const first = await redeem(msal);
    assert(first?.account);
    assert.equal(first.account.username, 'gatehouse@northbridge.onmicrosoft.com');
    for (const scope of [scopes.partnerCenter, scopes.graph]) {
      const next = await msal.acquireTokenSilent({ account: first.account, scopes: [scope], forceRefresh: true });
      assert(next?.accessToken);
      assert.notEqual(next.accessToken, first.accessToken);
    }
    const path = '/v1.0/tenantRelationships/delegatedAdminRelationships';
    const answer = await fetch(sandbox.url + path, { headers: { Authorization: `Bearer ${first.accessToken}` } });
    assert.equal(answer.status, 200);
  });

  it('answers from its cache while the token is fresh', async () => {
    const msal = client();
    const first = await redeem(msal);
    assert(first?.account);
    const again = await msal.acquireTokenSilent({ account: first.account, scopes: [scopes.graph] });
    assert.equal(again?.accessToken, first.accessToken);
    assert.equal(sandbox.controls.requests().length, 1);
  });

  it('names the number of the refusal when the token has been used up', async () => {
    await redeem(client());
    await assert.rejects(redeem(client()), { errorCode: 'invalid_grant', errorNo: 700082 });
  });
});
