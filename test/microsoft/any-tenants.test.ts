// Who a tenant is that may be no customer: in which cloud, whether it's our own, and what doesn't have its documented shape.
import assert from 'node:assert/strict';
import { CloudUnavailable, Throttled, UnexpectedAnswer } from '../../src/domain/errors.js';
import { ScriptedBench } from '../support/scripted-bench.js';

const theirs = '20000000-0000-4000-8000-00000000000A';
const ours = 'ours';
const ourId = 'aaaaaaaa-0000-4000-8000-000000000001';
const metadata = (id: string, more: object = {}) => ({
  issuer: `https://login.microsoftonline.com/${id}/v2.0`,
  tenant_region_scope: 'EU',
  cloud_instance_name: 'microsoftonline.com',
  ...more,
});

describe('a tenant found at Entra', () => {
  let bench: ScriptedBench;
  beforeEach(async () => {
    bench = await ScriptedBench.open();
    bench.server.answers(`/${ours}/v2.0/`, { body: metadata(ourId) });
  });
  afterEach(() => bench.close());

  const discovered = (body: unknown, more: object = {}) =>
    bench.server.answers('/contoso.com/v2.0/', { body, ...more });
  const found = () => bench.microsoft.tenants.find('contoso.com');

  it('is named by Graph, its id in lower case', async () => {
    discovered(metadata(theirs, { tenant_region_scope: 'NA' }));
    bench.server.answers('findTenantInformation', { body: { displayName: 'Contoso', defaultDomainName: null } });
    assert.deepEqual(await found(), {
      tenantId: theirs.toLowerCase(),
      is: 'another',
      names: { displayName: 'Contoso', domain: '' },
    });
    assert.ok(
      bench.server.asked.some((each) => each.endsWith(`ByTenantId(tenantId='${theirs.toLowerCase()}')`)),
      `${bench.server.asked}`,
    );
  });

  it('has no name where Graph may not tell, or knows none', async () => {
    for (const [status, body] of [
      [403, { error: { code: 'Authorization_RequestDenied' } }],
      [404, { error: { code: 'Request_ResourceNotFound' } }],
      [400, { error: { code: 'BadRequest' } }],
      [200, { displayName: '' }],
    ] as const) {
      discovered(metadata(theirs));
      bench.server.answers('findTenantInformation', { status, body });
      const one = await found();
      assert.deepEqual([one?.is, one?.is === 'another' && one.names], ['another', undefined], `${status}`);
    }
  });

  it('is in another cloud by its issuer, its cloud’s name, or the region of the United States’ government', async () => {
    for (const more of [
      { issuer: `https://login.microsoftonline.us/${theirs}/v2.0` },
      { issuer: `https://login.partner.microsoftonline.cn/${theirs}/v2.0` },
      { cloud_instance_name: 'microsoftonline.us' },
      { tenant_region_scope: 'USGov' },
    ]) {
      discovered(metadata(theirs, more));
      assert.equal((await found())?.is, 'inAnotherCloud', JSON.stringify(more));
    }
    assert.ok(!bench.server.asked.some((each) => each.includes('findTenantInformation')));
  });

  it('is our own, also by another of our domains', async () => {
    discovered(metadata(ourId));
    assert.equal((await found())?.is, 'ourselves');
  });

  it('is none where Entra says so, and fails for anything else', async () => {
    for (const body of [
      { error: 'invalid_tenant', error_description: 'AADSTS90002: Tenant not found.' },
      { error: 'invalid_request', error_description: 'AADSTS900023: no DNS name.' },
    ]) {
      discovered(body, { status: 400 });
      assert.equal(await found(), undefined);
    }
    const failures = [
      [{ status: 429, headers: { 'retry-after': '7' } }, Throttled],
      [{ status: 503 }, CloudUnavailable],
      [{ body: { issuer: 'https://login.microsoftonline.com/common/v2.0' } }, UnexpectedAnswer],
      [{ body: 'no JSON' }, UnexpectedAnswer],
    ] as const;
    for (const [answer, kind] of failures) {
      bench.server.answers('/contoso.com/v2.0/', answer);
      await assert.rejects(found(), kind, JSON.stringify(answer));
    }
  });
});
