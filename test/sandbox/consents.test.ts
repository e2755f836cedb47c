// Who gives and withdraws a consent at a customer, and what a sign-in to that tenant finds.
import assert from 'node:assert/strict';
import { Bench, ids, type PartnerCenterFault, scopes } from './bench.js';

interface SignInAnswer {
  readonly error: string;
  readonly suberror?: string;
  readonly error_codes: readonly number[];
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly id_token: string;
}

const serviceAccount = 'dddddddd-0000-4000-8000-000000000001';

describe('the tenant of a customer', () => {
  let bench: Bench;
  /** The last one; every sign-in that works brings another. */
  let refreshToken: string;
  /** Partner Center's. */
  let token: string;
  beforeEach(async () => {
    bench = await Bench.open();
    ({ refreshToken } = bench.sandbox.credentials);
    ({ access_token: token } = (await enter(undefined, { scope: scopes.partnerCenter })).body);
  });
  afterEach(() => bench.close());

  const enter = async (tenantId: string | undefined, changes: Record<string, string> = {}) => {
    const fields = { grant_type: 'refresh_token', refresh_token: refreshToken, scope: `${scopes.graph} openid` };
    const answer = await bench.signIn<SignInAnswer>({ ...fields, ...changes }, tenantId);
    refreshToken = answer.body.refresh_token ?? refreshToken;
    return answer;
  };
  const assertRefused = async (work: ReturnType<typeof enter>, error: string, number: number) => {
    const { status, body } = await work;
    assert.equal(status, 400);
    assert.equal(body.error, error);
    assert.deepEqual(body.error_codes, [number]);
    return body;
  };
  const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

  it('lets the application in where there is a consent and a way in, and rotates the refresh token', async () => {
    const before = refreshToken;
    const { status, body } = await enter(ids.fabrikam);
    assert.equal(status, 200);
    assert.equal(claimsOf(body.access_token).tid, ids.fabrikam);
    assert.equal(claimsOf(body.id_token).tid, ids.fabrikam);
    await assertRefused(enter(ids.fabrikam, { refresh_token: before }), 'invalid_grant', 700082);
    assert.equal((await enter(ids.fabrikam)).status, 200);
  });

  it('gives a token that opens nothing in the partner’s own tenant', async () => {
    const { access_token: theirs } = (await enter(ids.fabrikam)).body;
    assert.equal((await bench.graph('GET', 'delegatedAdminRelationships', { token: theirs })).status, 401);
    assert.equal((await bench.partnerCenter('GET', 'customers', { token: theirs })).status, 401);
  });

  it('refuses for want of a way in before it looks for a consent, and uses nothing up', async () => {
    // The service account is in the group for Azure; Adventure Works has given access to the service desk only.
    await assertRefused(enter(ids.adventureWorks), 'invalid_grant', 50020);
    await assertRefused(enter(ids.contoso), 'invalid_grant', 50020);
    assert.equal((await enter(ids.fabrikam)).status, 200);
  });

  it('refuses for want of a consent as Entra does', async () => {
    const body = await assertRefused(enter(ids.litware), 'invalid_grant', 65001);
    assert.equal(body.suberror, 'consent_required');
  });

  it('is reached by delegated admin, too, while that is there', async () => {
    bench.sandbox.controls.setConsentAt(ids.alpine, true);
    assert.equal((await enter(ids.alpine)).status, 200);
    bench.sandbox.controls.setDelegatedAdmin(ids.alpine, false);
    await assertRefused(enter(ids.alpine), 'invalid_grant', 50020);
  });

  it('is not reached by an assignment that is going, or of a relationship that is', async () => {
    const [relationship] = bench.sandbox.controls.relationships(ids.fabrikam);
    const azure = relationship?.assignments.find(({ groupId }) => groupId === ids.azure);
    bench.sandbox.controls.removeAssignment(azure?.id ?? '');
    await assertRefused(enter(ids.fabrikam), 'invalid_grant', 50020);
    bench.sandbox.controls.end(bench.sandbox.controls.relationships(ids.woodgrove)[0]?.id ?? '');
    await assertRefused(enter(ids.woodgrove), 'invalid_grant', 50020);
  });

  it('is not there where nobody knows of it', async () => {
    await assertRefused(enter('10000000-0000-4000-8000-000000000099'), 'invalid_request', 90002);
  });

  it('takes no expired refresh token, no other grant and no other resource', async () => {
    await assertRefused(enter(ids.fabrikam, { grant_type: 'client_credentials' }), 'unauthorized_client', 700016);
    await assertRefused(enter(ids.fabrikam, { scope: scopes.partnerCenter }), 'invalid_grant', 65001);
    bench.sandbox.controls.revokeRefreshTokens();
    await assertRefused(enter(ids.fabrikam), 'invalid_grant', 50173);
  });

  describe('whose consent is withdrawn through Partner Center', () => {
    const clientId = 'cccccccc-0000-4000-8000-000000000001';
    const place = (tenantId: string, id = clientId) => `customers/${tenantId}/applicationconsents/${id}`;
    const withdraw = (tenantId: string, id?: string, headers: Record<string, string> = {}) =>
      bench.partnerCenter<PartnerCenterFault>('DELETE', place(tenantId, id), { token, headers });

    it('lets the application in a while longer, and then no more', async () => {
      assert.equal((await withdraw(ids.fabrikam)).status, 200);
      assert.equal((await enter(ids.fabrikam)).status, 200);
      bench.advance(3);
      await assertRefused(enter(ids.fabrikam), 'invalid_grant', 65001);
    });

    it('knows no consent a second time, nor where there never was one', async () => {
      assert.equal((await withdraw(ids.fabrikam)).status, 200);
      for (const tenantId of [ids.fabrikam, ids.litware]) {
        const { status, body } = await withdraw(tenantId);
        assert.equal(status, 404);
        assert.equal(body.code, '1000');
      }
    });

    it('answers one MS-RequestId the same again', async () => {
      const headers = { 'MS-RequestId': 'cccccccc-3333-4000-8000-000000000002' };
      for (const _ of [1, 2]) assert.equal((await withdraw(ids.fabrikam, clientId, headers)).status, 200);
    });

    it('takes a person with a role for it, and not the application alone', async () => {
      const application = { token: await bench.appToken('partnerCenter') };
      const alone = await bench.partnerCenter<PartnerCenterFault>('DELETE', place(ids.fabrikam), application);
      assert.equal(alone.body.code, '900329');
      bench.sandbox.controls.setGroupMembers(ids.azure, []);
      bench.sandbox.controls.setGroupMembers(ids.serviceDesk, [serviceAccount]);
      const { status, body } = await withdraw(ids.fabrikam);
      assert.equal(status, 403);
      assert.equal(body.code, '2032');
    });

    it('takes delegated admin for a role', async () => {
      bench.sandbox.controls.setGroupMembers(ids.azure, []);
      assert.equal((await withdraw(ids.margie)).status, 200);
      bench.sandbox.controls.setDelegatedAdmin(ids.margie, false);
      bench.sandbox.controls.setConsentAt(ids.margie, true);
      assert.equal((await withdraw(ids.margie)).status, 403);
    });

    it('takes nobody for another application', async () => {
      assert.equal((await withdraw(ids.fabrikam, ids.contoso)).status, 403);
    });

    it('is given again by POST, once', async () => {
      await withdraw(ids.fabrikam);
      const applicationGrants = [
        { enterpriseApplicationId: '00000003-0000-0000-c000-000000000000', scope: 'Directory.Read.All' },
      ];
      const give = (body: object) =>
        bench.partnerCenter('POST', `customers/${ids.fabrikam}/applicationconsents`, { token, body });
      assert.equal((await give({ applicationId: clientId })).status, 400);
      assert.equal((await give({ applicationId: ids.contoso, applicationGrants })).status, 403);
      assert.equal((await give({ applicationId: clientId, applicationGrants })).status, 201);
      assert.equal((await give({ applicationId: clientId, applicationGrants })).status, 409);
      bench.advance(3);
      assert.equal((await enter(ids.fabrikam)).status, 200);
    });

    it('stays where Microsoft refuses, or never gets round to it', async () => {
      const { controls } = bench.sandbox;
      controls.setRemoving(ids.fabrikam, 'consent', 'refused');
      assert.equal((await withdraw(ids.fabrikam)).status, 403);
      controls.setRemoving(ids.fabrikam, 'consent', 'neverShows');
      assert.equal((await withdraw(ids.fabrikam)).status, 200);
      bench.advance(3000);
      assert.equal((await enter(ids.fabrikam)).status, 200);
      controls.setRemoving(ids.fabrikam, 'consent', 'works');
      bench.advance(3);
      await assertRefused(enter(ids.fabrikam), 'invalid_grant', 65001);
    });
  });
});
