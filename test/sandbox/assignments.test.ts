// How the partner's groups get roles in a customer's tenant.
import assert from 'node:assert/strict';
import { Bench, type GraphFault, ids, type Page, pathOf, relationships, withRoles } from './bench.js';

describe('access assignments', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  const assignmentsOf = (tenantId: string) => `${pathOf(bench, tenantId)}/accessAssignments`;
  const post = (path: string, groupId: string, ...roles: string[]) =>
    bench.graph('POST', path, {
      body: {
        accessContainer: { accessContainerId: groupId, accessContainerType: 'securityGroup' },
        accessDetails: withRoles(...roles),
      },
    });
  const firstOf = async (path: string) => {
    const [first] = (await bench.graph<Page>('GET', path)).body.value;
    assert(first);
    return { path: `${path}/${first.id}`, etag: first['@odata.etag'], accessDetails: first.accessDetails };
  };
  const statusOf = async (path: string) => (await bench.graph('GET', path)).body.status;

  describe('when one is created', () => {
    it('is pending, and active a moment later', async () => {
      const path = assignmentsOf(ids.adventureWorks);
      const { status, headers, body } = await post(path, ids.security, ids.securityAdministrator);
      assert.equal(status, 201);
      assert.equal(headers.get('location'), `${bench.sandbox.url}/v1.0/tenantRelationships/${path}/${body.id}`);
      assert.equal(body.status, 'pending');
      bench.advance(4);
      const after = await bench.graph('GET', `${path}/${body.id}`);
      assert.equal(after.body.status, 'active');
      assert.notEqual(after.body['@odata.etag'], body['@odata.etag']);
      assert.deepEqual(after.body.accessDetails, withRoles(ids.securityAdministrator));
    });

    it('refuses a second one of the group with 409', async () => {
      const path = assignmentsOf(ids.adventureWorks);
      assert.equal((await post(path, ids.security, ids.securityAdministrator)).status, 201);
      assert.equal((await post(path, ids.security, ids.securityAdministrator)).status, 409);
      assert.equal((await post(path, ids.serviceDesk, ids.userAdministrator)).status, 409);
    });

    it('refuses a role that the relationship lacks, and an unknown group, with 400', async () => {
      const path = assignmentsOf(ids.adventureWorks);
      assert.equal((await post(path, ids.security, ids.globalAdministrator)).status, 400);
      assert.equal((await post(path, 'b0000000-0000-4000-8000-000000000099', ids.userAdministrator)).status, 400);
      assert.equal((await post(path, ids.security)).status, 400);
    });

    it('refuses a relationship that is not active with 400', async () => {
      assert.equal((await post(assignmentsOf(ids.northwind), ids.security, ids.securityAdministrator)).status, 400);
    });

    it('is refused for ever with 409 or 500 where that was asked for, and the other groups are not', async () => {
      const path = assignmentsOf(ids.adventureWorks);
      for (const status of [409, 500] as const) {
        bench.sandbox.controls.setQuirks(ids.adventureWorks, [
          { kind: 'assignmentRefused', groupId: ids.security, status },
        ]);
        const { status: answer, body } = await post(path, ids.security, ids.securityAdministrator);
        assert.equal(answer, status);
        assert.equal((body as unknown as GraphFault).error.code, status === 409 ? 'conflict' : 'unexpectedError');
      }
      bench.sandbox.controls.setQuirks(ids.adventureWorks, []);
      assert.equal((await post(path, ids.security, ids.securityAdministrator)).status, 201);
    });

    it('stays pending where that was asked for, until it is deleted; the next one is carried out', async () => {
      const path = assignmentsOf(ids.adventureWorks);
      bench.sandbox.controls.setQuirks(ids.adventureWorks, [{ kind: 'assignmentStuck', groupId: ids.security }]);
      const { body: first } = await post(path, ids.security, ids.securityAdministrator);
      bench.advance(7200);
      const stuck = await bench.graph('GET', `${path}/${first.id}`);
      assert.equal(stuck.body.status, 'pending');
      const headers = { 'If-Match': String(stuck.body['@odata.etag']) };
      assert.equal((await bench.graph('DELETE', `${path}/${first.id}`, { headers })).status, 204);
      bench.advance(10);
      const { body: second } = await post(path, ids.security, ids.securityAdministrator);
      bench.advance(10);
      assert.equal(await statusOf(`${path}/${second.id}`), 'active');
    });

    it('is refused with 400 for a relationship that has just become active, while Microsoft lags behind itself', async () => {
      bench.sandbox.controls.setBehaviour({ lagMs: 20_000 });
      const id = bench.sandbox.controls.relationships(ids.northwind)[0]?.id ?? '';
      bench.sandbox.controls.approve(id);
      while (bench.sandbox.controls.relationships(ids.northwind)[0]?.status !== 'active') bench.advance(1);
      const assign = () => post(`${relationships}/${id}/accessAssignments`, ids.security, ids.securityAdministrator);
      assert.equal((await assign()).status, 400);
      bench.advance(20);
      assert.equal((await assign()).status, 201);
    });

    it('ends in error in a tenant where it fails, and may be tried again', async () => {
      const path = assignmentsOf(ids.proseware);
      const failing = await post(path, ids.security, ids.securityAdministrator);
      assert.equal(failing.status, 201);
      bench.advance(4);
      assert.equal(await statusOf(`${path}/${failing.body.id}`), 'error');
      assert.equal((await post(path, ids.security, ids.securityAdministrator)).status, 201);
    });

    it('is refused with 400 in a tenant that has not activated the role', async () => {
      const answer = await post(assignmentsOf(ids.treyResearch), ids.azure, ids.directoryReaders);
      assert.equal(answer.status, 400);
    });
  });

  describe('when its roles are changed', () => {
    const patch = (path: string, etag: string | undefined, ...roles: string[]) =>
      bench.graph('PATCH', path, {
        body: { accessDetails: withRoles(...roles) },
        headers: etag ? { 'If-Match': etag } : {},
      });

    it('answers 202 with an operation that runs and succeeds', async () => {
      const { path, etag } = await firstOf(assignmentsOf(ids.fabrikam));
      const { status, headers, body } = await patch(path, etag, ids.userAdministrator);
      assert.equal(status, 202);
      assert.deepEqual(body, {});
      assert.equal(headers.get('retry-after'), '2');
      const location = headers.get('location')?.replace(/^.*tenantRelationships\//, '') ?? '';
      assert.equal(await statusOf(location), 'notStarted');
      bench.advance(1);
      assert.equal(await statusOf(location), 'running');
      assert.notDeepEqual((await bench.graph('GET', path)).body.accessDetails, withRoles(ids.userAdministrator));
      bench.advance(1);
      const operation = (await bench.graph('GET', location)).body;
      assert.equal(operation.status, 'succeeded');
      assert.equal(operation.operationType, 'delegatedAdminAccessAssignmentUpdate');
      assert.deepEqual(JSON.parse(String(operation.data)).accessDetails, withRoles(ids.userAdministrator));
      assert.deepEqual((await bench.graph('GET', path)).body.accessDetails, withRoles(ids.userAdministrator));
    });

    it('answers 200 when nothing changes, without an operation', async () => {
      const { path, etag, accessDetails } = await firstOf(assignmentsOf(ids.fabrikam));
      const answer = await bench.graph('PATCH', path, {
        body: { accessDetails },
        headers: { 'If-Match': etag },
      });
      assert.equal(answer.status, 200);
      const operations = await bench.graph<Page>('GET', `${pathOf(bench, ids.fabrikam)}/operations`);
      assert.deepEqual(operations.body.value, []);
    });

    it('refuses without If-Match, with an old one, with other roles and with other properties', async () => {
      const { path, etag } = await firstOf(assignmentsOf(ids.fabrikam));
      assert.equal((await patch(path, undefined, ids.userAdministrator)).status, 400);
      assert.equal((await patch(path, 'W/"old"', ids.userAdministrator)).status, 412);
      assert.equal((await patch(path, etag, ids.globalAdministrator)).status, 400);
      const body = { status: 'active', accessDetails: withRoles(ids.userAdministrator) };
      assert.equal((await bench.graph('PATCH', path, { body, headers: { 'If-Match': etag } })).status, 400);
    });
  });

  describe('when one is deleted', () => {
    it('is deleting, then deleted, still listed, and the group may have another', async () => {
      const list = assignmentsOf(ids.fabrikam);
      const { path, etag } = await firstOf(list);
      assert.equal((await bench.graph('DELETE', path)).status, 400);
      assert.equal((await bench.graph('DELETE', path, { headers: { 'If-Match': etag } })).status, 204);
      assert.equal(await statusOf(path), 'deleting');
      assert.equal((await post(list, ids.serviceDesk, ids.userAdministrator)).status, 409);
      bench.advance(2);
      assert.equal(await statusOf(path), 'deleted');
      assert.equal((await bench.graph<Page>('GET', list)).body.value.length, 3);
      assert.equal((await post(list, ids.serviceDesk, ids.userAdministrator)).status, 201);
    });

    it('refuses with an old etag with 412, and a deleted or pending one with 409', async () => {
      const { path, etag } = await firstOf(assignmentsOf(ids.fabrikam));
      const remove = (at: string, ifMatch: string) =>
        bench.graph<GraphFault>('DELETE', at, { headers: { 'If-Match': ifMatch } });
      await remove(path, etag);
      assert.equal((await remove(path, etag)).status, 412);
      bench.advance(2);
      const { body: deleted } = await bench.graph('GET', path);
      assert.equal((await remove(path, deleted['@odata.etag'])).status, 409);
      const list = assignmentsOf(ids.adventureWorks);
      const { body: pending } = await post(list, ids.security, ids.securityAdministrator);
      assert.equal((await remove(`${list}/${pending.id}`, pending['@odata.etag'])).status, 409);
    });
  });

  it('are listed by status on demand', async () => {
    const path = assignmentsOf(ids.proseware);
    const query = `$filter=${encodeURIComponent("status eq 'error'")}`;
    assert.equal((await bench.graph<Page>('GET', `${path}?${query}`)).body.value.length, 1);
  });

  it('answer 404 for one that is not there', async () => {
    assert.equal((await bench.graph('GET', `${assignmentsOf(ids.fabrikam)}/nobody`)).status, 404);
    assert.equal((await bench.graph('GET', `${pathOf(bench, ids.fabrikam)}/operations/nobody`)).status, 404);
    assert.equal((await bench.graph('GET', `${pathOf(bench, ids.fabrikam)}/requests/nobody`)).status, 404);
  });
});

describe('delegatedAdminCustomers', () => {
  let bench: Bench;
  before(async () => {
    bench = await Bench.open();
  });
  after(() => bench.close());

  it('are the customers with a relationship in force, not all customers', async () => {
    const { body } = await bench.graph<Page>('GET', 'delegatedAdminCustomers');
    const tenants = body.value.map(({ tenantId }) => tenantId);
    assert(tenants.includes(ids.fabrikam));
    assert(!tenants.includes(ids.contoso) && !tenants.includes(ids.northwind) && !tenants.includes(ids.relecloud));
  });

  it('are found alone, with their services', async () => {
    const path = `delegatedAdminCustomers/${ids.fabrikam}`;
    assert.equal((await bench.graph('GET', path)).body.displayName, 'Fabrikam Inc');
    const details = await bench.graph<Page>('GET', `${path}/serviceManagementDetails`);
    assert(details.body.value.some(({ serviceName }) => serviceName === 'Teams'));
    assert.equal((await bench.graph('GET', `${path}/serviceManagementDetails?$top=1`)).status, 400);
    assert.equal((await bench.graph('GET', `delegatedAdminCustomers/${ids.contoso}`)).status, 404);
  });
});
