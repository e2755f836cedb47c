// How a relationship moves through its statuses, by request, by the customer, and by itself.
import assert from 'node:assert/strict';
import { aRelationship, Bench, ids, pathOf, relationships } from './bench.js';

describe('the life of a relationship', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  const statusOf = async (path: string) => (await bench.graph('GET', path)).body.status;
  const request = (path: string, action: string) => bench.graph('POST', `${path}/requests`, { body: { action } });
  const create = async (changes?: Record<string, unknown>) => {
    const { body } = await bench.graph('POST', relationships, { body: aRelationship(changes) });
    return { id: body.id, path: `${relationships}/${body.id}`, etag: body['@odata.etag'] };
  };
  const createPending = async (changes?: Record<string, unknown>) => {
    const created = await create(changes);
    await request(created.path, 'lockForApproval');
    bench.advance(1);
    return created;
  };

  describe('when it is locked', () => {
    it('waits for approval a moment later, and the request has succeeded', async () => {
      const { path, etag } = await create();
      const { status, headers, body } = await request(path, 'lockForApproval');
      assert.equal(status, 201);
      assert.equal(body.status, 'created');
      assert.equal(
        headers.get('location'),
        `${bench.sandbox.url}/v1.0/tenantRelationships/${path}/requests/${body.id}`,
      );
      assert.equal(await statusOf(path), 'created');
      assert.equal(await statusOf(`${path}/requests/${body.id}`), 'pending');
      bench.advance(1);
      const after = await bench.graph('GET', path);
      assert.equal(after.body.status, 'approvalPending');
      assert.notEqual(after.body['@odata.etag'], etag);
      assert.equal(await statusOf(`${path}/requests/${body.id}`), 'succeeded');
    });

    it('refuses a second lock with 405, at once and later', async () => {
      const { path } = await create();
      await request(path, 'lockForApproval');
      assert.equal((await request(path, 'lockForApproval')).status, 405);
      bench.advance(1);
      assert.equal((await request(path, 'lockForApproval')).status, 405);
    });

    it('refuses a change or a deletion under way with 409', async () => {
      const { path, etag } = await create();
      await request(path, 'lockForApproval');
      const headers = { 'If-Match': etag };
      assert.equal((await bench.graph('PATCH', path, { body: { duration: 'P1D' }, headers })).status, 409);
      assert.equal((await bench.graph('DELETE', path, { headers })).status, 409);
    });

    it('is refused with 405 while it is too early, when told to', async () => {
      bench.sandbox.controls.setBehaviour({ lockTooEarlyMs: 5000 });
      const { path } = await create();
      bench.advance(4.9);
      assert.equal((await request(path, 'lockForApproval')).status, 405);
      bench.advance(0.1);
      assert.equal((await request(path, 'lockForApproval')).status, 201);
    });
  });

  describe('when the customer approves', () => {
    it('is approved, activating and active, with its dates', async () => {
      const { id, path } = await createPending();
      bench.sandbox.controls.approve(id);
      assert.equal(await statusOf(path), 'approved');
      bench.advance(2);
      assert.equal(await statusOf(path), 'activating');
      bench.advance(3);
      const { body } = await bench.graph('GET', path);
      assert.equal(body.status, 'active');
      assert.equal(body.activatedDateTime, '2026-03-02T09:00:06.0000000Z');
      assert.equal(body.endDateTime, '2028-03-01T09:00:06.0000000Z');
    });

    it('takes every step at its own moment when nobody looks for a while', async () => {
      const { id, path } = await createPending();
      bench.sandbox.controls.approve(id);
      bench.advance(600);
      assert.equal((await bench.graph('GET', path)).body.activatedDateTime, '2026-03-02T09:00:06.0000000Z');
    });

    it('cannot approve twice, nor reject afterwards', async () => {
      const { id } = await createPending();
      bench.sandbox.controls.approve(id);
      assert.throws(() => bench.sandbox.controls.approve(id), /is approved, not approvalPending/);
      assert.throws(() => bench.sandbox.controls.reject(id), /is approved, not approvalPending/);
    });

    it('fills in the customer of an invitation for anybody', async () => {
      const { id, path } = await createPending({ customer: null });
      assert.throws(() => bench.sandbox.controls.approve(id), { code: 'noCustomer' });
      bench.sandbox.controls.approve(id, ids.contoso);
      const { body } = await bench.graph('GET', path);
      assert.deepEqual(body.customer, { tenantId: ids.contoso, displayName: 'Contoso Ltd' });
    });
  });

  it('is terminated, never having been active, when the customer rejects', async () => {
    const { id, path } = await createPending();
    bench.sandbox.controls.reject(id);
    const { body } = await bench.graph('GET', path);
    assert.equal(body.status, 'terminated');
    assert.equal(body.activatedDateTime, null);
  });

  it('is gone when nobody has answered for 90 days', async () => {
    const { path } = await createPending();
    await bench.advanceDays(89);
    assert.equal(await statusOf(path), 'approvalPending');
    await bench.advanceDays(1);
    assert.equal((await bench.graph('GET', path)).status, 404);
  });

  describe('when it ends', () => {
    it('goes through both steps of termination, and its assignments are deleted', async () => {
      const path = pathOf(bench, ids.fabrikam);
      const { status, body } = await request(path, 'terminate');
      assert.equal(status, 201);
      assert.equal(await statusOf(path), 'terminationRequested');
      bench.advance(2);
      assert.equal(await statusOf(path), 'terminating');
      bench.advance(2);
      assert.equal(await statusOf(path), 'terminated');
      assert.equal(await statusOf(`${path}/requests/${body.id}`), 'succeeded');
      const assignments = await bench.graph<{ value: { status: string }[] }>('GET', `${path}/accessAssignments`);
      assert.deepEqual(
        assignments.body.value.map((one) => one.status),
        ['deleted', 'deleted', 'deleted'],
      );
    });

    it('refuses to terminate what is not active with 405', async () => {
      for (const tenantId of [ids.northwind, ids.relecloud]) {
        assert.equal((await request(pathOf(bench, tenantId), 'terminate')).status, 405);
      }
      await request(pathOf(bench, ids.fabrikam), 'terminate');
      assert.equal((await request(pathOf(bench, ids.fabrikam), 'terminate')).status, 405);
    });

    it('ends the same way when the customer wants it, without a request of the partner', async () => {
      const [fabrikam] = bench.sandbox.controls.relationships(ids.fabrikam);
      bench.sandbox.controls.end(fabrikam?.id ?? '');
      assert.throws(() => bench.sandbox.controls.end(fabrikam?.id ?? ''), /is terminationRequested, not active/);
      bench.advance(4);
      const path = pathOf(bench, ids.fabrikam);
      assert.equal(await statusOf(path), 'terminated');
      assert.deepEqual((await bench.graph<{ value: unknown[] }>('GET', `${path}/requests`)).body.value, []);
    });

    it('expires at its end date without extension', async () => {
      const path = pathOf(bench, ids.coho);
      // Its story begins when the partner looks for the first time.
      bench.advance(1000);
      assert.equal(await statusOf(path), 'active');
      bench.advance(44);
      assert.equal(await statusOf(path), 'active');
      bench.advance(1);
      assert.equal(await statusOf(path), 'expiring');
      bench.advance(3);
      assert.equal(await statusOf(path), 'expired');
    });

    it('goes on for 180 days at its end date with extension, again and again', async () => {
      const path = pathOf(bench, ids.fabrikam);
      const { body: before } = await bench.graph('GET', path);
      assert.equal(before.endDateTime, '2027-11-02T09:00:00.0000000Z');
      await bench.advanceDays(610);
      const { body: after } = await bench.graph('GET', path);
      assert.equal(after.status, 'active');
      assert.equal(after.endDateTime, '2028-04-30T09:00:00.0000000Z');
      await bench.advanceDays(180);
      assert.equal((await bench.graph('GET', path)).body.endDateTime, '2028-10-27T09:00:00.0000000Z');
    });

    it('has no event when it goes on, and a new etag', async () => {
      bench.sandbox.controls.registerWebhook('http://127.0.0.1:1/events');
      const path = pathOf(bench, ids.fabrikam);
      const { body: before } = await bench.graph('GET', path);
      await bench.advanceDays(611);
      const { body: after } = await bench.graph('GET', path);
      assert.notEqual(after['@odata.etag'], before['@odata.etag']);
      const aboutIt = bench.sandbox.controls.deliveries().filter(({ body }) => body.includes(String(before.id)));
      assert.deepEqual(aboutIt, []);
    });

    for (const autoExtendDuration of ['PT0S', 'P0D', null, 'absent'] as const)
      it(`ends where the extension is ${autoExtendDuration}, and so do its assignments`, async () => {
        const id = bench.sandbox.controls.addRelationship({
          tenantId: ids.contoso,
          displayName: 'Not extended',
          autoExtendDuration,
          endsInSeconds: 10,
          assignments: [{ groupId: ids.azure }],
        });
        const path = `${relationships}/${id}`;
        const { body } = await bench.graph('GET', path);
        assert.equal(body.autoExtendDuration, autoExtendDuration === 'absent' ? undefined : autoExtendDuration);
        assert.equal('autoExtendDuration' in body, autoExtendDuration !== 'absent');
        bench.advance(10);
        assert.equal(await statusOf(path), 'expiring');
        bench.advance(3);
        assert.equal(await statusOf(path), 'expired');
        const left = await bench.graph<{ value: { status: string }[] }>('GET', `${path}/accessAssignments`);
        assert.deepEqual(
          left.body.value.map(({ status }) => status),
          ['deleted'],
        );
      });

    it('is listed for a year, and then no more', async () => {
      const path = pathOf(bench, ids.relecloud);
      await bench.advanceDays(64);
      assert.equal(await statusOf(path), 'terminated');
      await bench.advanceDays(1);
      assert.equal((await bench.graph('GET', path)).status, 404);
    });
  });

  it('refuses what only an indirect reseller may ask, and what nobody may', async () => {
    const path = pathOf(bench, ids.northwind);
    assert.equal((await request(path, 'approve')).status, 403);
    assert.equal((await request(path, 'reject')).status, 403);
    assert.equal((await request(path, 'sing')).status, 400);
  });

  it('loses a role on activation in a tenant that drops it', async () => {
    const path = pathOf(bench, ids.tailspin);
    assert(JSON.stringify((await bench.graph('GET', path)).body.accessDetails).includes(ids.securityAdministrator));
    bench.advance(5);
    const { body } = await bench.graph('GET', path);
    assert.equal(body.status, 'active');
    assert(!JSON.stringify(body.accessDetails).includes(ids.securityAdministrator));
  });

  it('takes ten minutes to activate in a slow tenant', async () => {
    const path = pathOf(bench, ids.fourthCoffee);
    bench.advance(1000);
    assert.equal(await statusOf(path), 'activating');
    bench.advance(599);
    assert.equal(await statusOf(path), 'activating');
    bench.advance(1);
    assert.equal(await statusOf(path), 'active');
  });
});
