// A security group that is made through Graph, and given access like the others.
import assert from 'node:assert/strict';
import { Bench, type GraphFault, ids, pathOf, withRoles } from './bench.js';

describe('a new group', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  const wanted = { displayName: 'VIP desk', mailEnabled: false, mailNickname: 'vip-desk', securityEnabled: true };
  const make = async <T = { id: string }>(body: unknown = wanted) =>
    bench.ask<T>('POST', '/v1.0/groups', { body, token: await bench.token('graph') });
  const mayMake = () => {
    bench.sandbox.controls.setConsent({ graph: ['DelegatedAdminRelationship.ReadWrite.All', 'Group.ReadWrite.All'] });
    bench.forgetTokens();
  };

  it('takes a permission of its own', async () => {
    const { status, body } = await make<GraphFault>();
    assert.equal(status, 403);
    assert.equal(body.error.code, 'Authorization_RequestDenied');
  });

  it('is found, empty, and can be given roles of a relationship', async () => {
    mayMake();
    const { status, body } = await make();
    assert.equal(status, 201);
    const token = await bench.token('graph');
    const found = await bench.ask<{ value: unknown[] }>(
      'GET',
      `/v1.0/groups?$filter=${encodeURIComponent("displayName eq 'VIP desk'")}`,
      { token },
    );
    assert.deepEqual(found.body.value, [
      { id: body.id, displayName: 'VIP desk', securityEnabled: true, mailEnabled: false },
    ]);
    const assigned = await bench.graph('POST', `${pathOf(bench, ids.fabrikam)}/accessAssignments`, {
      body: {
        accessContainer: { accessContainerId: body.id, accessContainerType: 'securityGroup' },
        accessDetails: withRoles(ids.exchangeAdministrator),
      },
    });
    assert.equal(assigned.status, 201);
  });

  it('must be a security group with a nickname', async () => {
    mayMake();
    for (const change of [{ securityEnabled: false }, { mailNickname: 'vip desk' }, { displayName: '' }]) {
      const { status, body } = await make<GraphFault>({ ...wanted, ...change });
      assert.equal(status, 400);
      assert.equal(body.error.code, 'Request_BadRequest');
    }
  });
});
