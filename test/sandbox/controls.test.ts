// What can be done to the cloud from outside, by method and over HTTP.
import assert from 'node:assert/strict';
import { Bench, ids, type Page, relationships } from './bench.js';

describe('controls', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  const of = (tenantId: string) => {
    const [relationship] = bench.sandbox.controls.relationships(tenantId);
    assert(relationship);
    return relationship;
  };

  it('expire a relationship in spite of its extension', () => {
    const { id } = of(ids.fabrikam);
    bench.sandbox.controls.expire(id);
    assert.equal(of(ids.fabrikam).status, 'expiring');
    assert.throws(() => bench.sandbox.controls.expire(id), { name: 'Refusal', code: 'wrongStatus' });
    bench.advance(3);
    assert.equal(of(ids.fabrikam).status, 'expired');
  });

  it('drop a role, by id or name, from the relationship and its assignments, and stay quiet when repeated', () => {
    const { id } = of(ids.fabrikam);
    bench.sandbox.controls.dropRole(id, 'Exchange Administrator');
    const after = of(ids.fabrikam);
    assert(!JSON.stringify(after).includes(ids.exchangeAdministrator));
    bench.sandbox.controls.dropRole(id, ids.exchangeAdministrator);
    assert.deepEqual(of(ids.fabrikam), after);
    assert.throws(() => bench.sandbox.controls.dropRole(id, 'Emperor'), { code: 'badRequest' });
  });

  it('switch automatic extension elsewhere, which has no event, and not with Global Administrator', async () => {
    const { id } = of(ids.fabrikam);
    bench.sandbox.controls.registerWebhook('http://127.0.0.1:1/events');
    const { body: before } = await bench.graph('GET', `${relationships}/${id}`);
    bench.sandbox.controls.setAutoExtend(id, 'absent');
    const { body: after } = await bench.graph('GET', `${relationships}/${id}`);
    assert(!('autoExtendDuration' in after));
    assert.notEqual(after['@odata.etag'], before['@odata.etag']);
    assert.deepEqual(bench.sandbox.controls.deliveries(), []);
    const roles = ['Global Administrator'];
    const global = bench.sandbox.controls.addRelationship({ displayName: 'G', autoExtendDuration: 'PT0S', roles });
    assert.throws(() => bench.sandbox.controls.setAutoExtend(global, 'P180D'), { code: 'globalAdministrator' });
    assert.throws(() => bench.sandbox.controls.setAutoExtend(of(ids.relecloud).id, 'P180D'), { code: 'wrongStatus' });
  });

  it('take a role of a group away, but not its last one', () => {
    const assignment = () => of(ids.fabrikam).assignments[1];
    const { id = '', revision } = assignment() ?? {};
    bench.sandbox.controls.registerWebhook('http://127.0.0.1:1/events');
    bench.sandbox.controls.dropAssignmentRole(id, 'Security Reader');
    assert.deepEqual(assignment()?.roles, [ids.securityAdministrator]);
    assert.notEqual(assignment()?.revision, revision);
    assert.deepEqual(
      bench.sandbox.controls.deliveries().map(({ event }) => event),
      ['granular-admin-access-assignment-updated'],
    );
    assert.throws(() => bench.sandbox.controls.dropAssignmentRole(id, 'Security Reader'), { code: 'notFound' });
    assert.throws(() => bench.sandbox.controls.dropAssignmentRole(id, ids.securityAdministrator), { code: 'lastRole' });
  });

  it('clean a relationship up, which frees its name', async () => {
    const { id, displayName } = of(ids.relecloud);
    bench.sandbox.controls.cleanUp(id);
    assert.equal((await bench.graph('GET', `${relationships}/${id}`)).status, 404);
    assert.throws(() => bench.sandbox.controls.cleanUp(id), { code: 'notFound' });
    assert(bench.sandbox.controls.addRelationship({ displayName }));
    assert.throws(() => bench.sandbox.controls.addRelationship({ displayName }), { code: 'nameTaken' });
  });

  it('leave out the roles of a relationship, as Graph does for some that have ended', async () => {
    const { id } = of(ids.fabrikam);
    bench.sandbox.controls.loseRoles(id);
    const { body } = await bench.graph('GET', `${relationships}/${id}`);
    assert.deepEqual(body.accessDetails, { unifiedRoles: null });
  });

  it('hide a relationship that was just made from everybody who asks', async () => {
    bench.sandbox.controls.setBehaviour({ lagMs: 5000 });
    const id = bench.sandbox.controls.addRelationship({ tenantId: ids.contoso, displayName: 'New', status: 'created' });
    const list = `${relationships}?$filter=customer/tenantId eq '${ids.contoso}'`;
    const lock = () => bench.graph('POST', `${relationships}/${id}/requests`, { body: { action: 'lockForApproval' } });
    assert.equal((await bench.graph('GET', `${relationships}/${id}`)).status, 404);
    assert.equal((await lock()).status, 404);
    assert.deepEqual((await bench.graph<Page>('GET', list)).body.value, []);
    bench.advance(5);
    assert.equal((await bench.graph<Page>('GET', list)).body.value.length, 1);
    assert.equal((await lock()).status, 201);
  });

  it('fail and remove an access assignment', () => {
    const [first] = of(ids.fabrikam).assignments;
    assert(first);
    bench.sandbox.controls.failAssignment(first.id);
    assert.equal(of(ids.fabrikam).assignments[0]?.status, 'error');
    assert.throws(() => bench.sandbox.controls.failAssignment(first.id), { code: 'wrongStatus' });
    bench.sandbox.controls.removeAssignment(first.id);
    bench.advance(2);
    assert.equal(of(ids.fabrikam).assignments[0]?.status, 'deleted');
    assert.throws(() => bench.sandbox.controls.removeAssignment(first.id), { code: 'wrongStatus' });
  });

  it('hand out copies, which change nothing', () => {
    of(ids.fabrikam).roles.length = 0;
    assert.notEqual(of(ids.fabrikam).roles.length, 0);
  });

  it('add a relationship in any status, from days ago', () => {
    bench.sandbox.controls.addRelationship({
      tenantId: ids.alpine,
      displayName: 'By hand',
      status: 'active',
      roles: ['Directory Readers'],
      assignments: [{ groupId: ids.azure, roles: [ids.directoryReaders] }],
      autoExtendDuration: 'PT0S',
      createdDaysAgo: 100,
      endsInSeconds: 60,
    });
    const { createdDateTime, endDateTime, roles, assignments } = of(ids.alpine);
    assert.equal(createdDateTime, '2025-11-22T09:00:00.000Z');
    assert.equal(endDateTime, '2026-03-02T09:01:00.000Z');
    assert.deepEqual(roles, [ids.directoryReaders]);
    assert.equal(assignments[0]?.status, 'active');
    bench.advance(60);
    assert.equal(of(ids.alpine).status, 'expiring');
  });

  it('change what a tenant does unlike the others', async () => {
    bench.sandbox.controls.setQuirks(ids.lucerne, []);
    assert.equal((await bench.partnerCenter('GET', `customers/${ids.lucerne}/subscriptions`)).status, 200);
    assert.throws(() => bench.sandbox.controls.setQuirks('nobody', []), { code: 'notFound' });
  });

  describe('over HTTP', () => {
    const post = <T = unknown>(path: string, body?: unknown) => bench.ask<T>('POST', `/sandbox/${path}`, { body });

    it('do the same to relationships', async () => {
      const pending = of(ids.northwind);
      assert.equal((await post(`relationships/${pending.id}/approve`)).status, 200);
      assert.equal(of(ids.northwind).status, 'approved');
      assert.equal((await post(`relationships/${pending.id}/reject`)).status, 409);
      const active = of(ids.fabrikam);
      assert.equal(
        (await post(`relationships/${active.id}/drop-role`, { role: ids.exchangeAdministrator })).status,
        200,
      );
      assert.equal((await post(`assignments/${active.assignments[0]?.id}/fail`)).status, 200);
      assert.equal((await post(`assignments/${active.assignments[0]?.id}/remove`)).status, 200);
      assert.equal((await post(`relationships/${active.id}/expire`)).status, 200);
      assert.equal((await post(`relationships/${active.id}/clean-up`)).status, 200);
      assert.equal((await post(`relationships/${active.id}/end`)).status, 404);
    });

    it('make relationships and list them', async () => {
      const made = await post<{ id: string }>('relationships', { tenantId: ids.contoso, displayName: 'By hand' });
      assert.equal(made.status, 201);
      const listed = await bench.ask<{ id: string }[]>('GET', `/sandbox/relationships?tenantId=${ids.contoso}`);
      assert.deepEqual(
        listed.body.map(({ id }) => id),
        [made.body.id],
      );
      assert.equal((await post('relationships', { displayName: 7 })).status, 400);
    });

    it('do the same to customers', async () => {
      assert.equal((await post(`customers/${ids.contoso}/azure-plan`, { state: 'suspended' })).status, 200);
      assert.equal((await post(`customers/${ids.contoso}/azure-plan`, { state: 'free' })).status, 400);
      assert.equal((await post(`customers/${ids.contoso}/reservations`, { count: 4 })).status, 200);
      assert.equal((await post(`customers/${ids.contoso}/delegated-admin`, { isOn: true })).status, 200);
      assert.equal(
        (await post(`customers/${ids.contoso}/quirks`, { quirks: [{ kind: 'createRefused' }] })).status,
        200,
      );
      assert.equal((await post('customers/nobody/reservations', { count: 4 })).status, 404);
      const { body } = await bench.partnerCenter<{ allowDelegatedAccess: boolean }>('GET', `customers/${ids.contoso}`);
      assert.equal(body.allowDelegatedAccess, true);
    });

    it('do the same to groups and users', async () => {
      const group = 'd0000000-0000-4000-8000-000000000001';
      const person = '00000000-0000-4000-8000-000000000020';
      const check = async () =>
        bench.ask<{ value: string[] }>('POST', `/v1.0/users/${person}/checkMemberGroups`, {
          body: { groupIds: [group] },
          token: await bench.token('graph'),
        });
      assert.equal((await post(`groups/${group}/members`, { memberIds: [person] })).status, 200);
      assert.deepEqual((await check()).body.value, [group]);
      assert.equal((await post(`groups/${group}/members`, { memberIds: ['Alex'] })).status, 400);
      assert.equal((await post('groups/nobodys/members', { memberIds: [] })).status, 404);
      assert.equal((await post(`users/${person}/remove`)).status, 200);
      assert.equal((await check()).status, 404);
    });

    it('ask for faults, clear them, and read the record', async () => {
      assert.equal((await post('faults', { pattern: 'customers$', status: 502, times: 2 })).status, 200);
      assert.equal((await bench.partnerCenter('GET', 'customers')).status, 502);
      await bench.ask('DELETE', '/sandbox/faults');
      assert.equal((await bench.partnerCenter('GET', 'customers')).status, 200);
      assert.equal((await post('faults', { pattern: '(' })).status, 400);
      const record = await bench.ask<unknown[]>('GET', '/sandbox/requests');
      assert.equal(record.body.length, 3);
      await bench.ask('DELETE', '/sandbox/requests');
      assert.deepEqual((await bench.ask('GET', '/sandbox/requests')).body, []);
    });

    it('change sign-in and behaviour', async () => {
      assert.equal((await post('mfa', { isOn: false })).status, 200);
      assert.equal((await bench.partnerCenter('GET', 'customers')).status, 401);
      assert.equal((await post('refresh-tokens/revoke')).status, 200);
      assert.equal((await post('behaviour', { ignoresTop: true })).status, 200);
      assert.equal((await post('behaviour', { ignoresTop: 'perhaps' })).status, 400);
    });

    it('answer 404 for what is no control, and 400 for what is no JSON', async () => {
      assert.equal((await post('nothing')).status, 404);
      assert.equal((await post('mfa', '{')).status, 400);
    });
  });
});
