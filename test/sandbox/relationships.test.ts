// How relationships are created, changed and deleted.
import assert from 'node:assert/strict';
import { aRelationship, Bench, type GraphFault, ids, pathOf, relationships, withRoles } from './bench.js';

describe('GDAP relationships', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  const create = (changes?: Record<string, unknown>) =>
    bench.graph('POST', relationships, { body: aRelationship(changes) });
  const refusal = (method: string, path: string, extras?: Parameters<Bench['graph']>[2]) =>
    bench.graph<GraphFault>(method, path, extras);

  describe('when one is created', () => {
    it('answers 201 with the address, the etag and the status created', async () => {
      const { status, headers, body } = await create();
      assert.equal(status, 201);
      assert.equal(
        headers.get('location'),
        `${bench.sandbox.url}/v1.0/tenantRelationships/${relationships}/${body.id}`,
      );
      assert.match(body.id, /^[0-9a-f-]{36}-[0-9a-f-]{36}$/);
      assert.match(body['@odata.etag'], /^W\/"[A-Za-z0-9+/=]+"$/);
      assert.equal(body.status, 'created');
      assert.equal(body.createdDateTime, '2026-03-02T09:00:00.0000000Z');
      assert.equal(body.activatedDateTime, null);
      assert.deepEqual(body.customer, { tenantId: ids.contoso, displayName: 'Contoso Ltd' });
    });

    it('accepts one for any customer', async () => {
      const { customer: _, ...body } = aRelationship();
      const answer = await bench.graph('POST', relationships, { body });
      assert.equal(answer.status, 201);
      assert.equal(answer.body.customer, null);
    });

    it('accepts a tenant that is no customer, and the two-year duration in years', async () => {
      const tenantId = '99999999-0000-4000-8000-000000000001';
      const { status, body } = await create({ customer: { tenantId }, duration: 'P2Y' });
      assert.equal(status, 201);
      assert.equal(body.duration, 'P730D');
    });

    it('has no automatic extension unless asked', async () => {
      const { autoExtendDuration: _, ...body } = aRelationship();
      assert.equal((await bench.graph('POST', relationships, { body })).body.autoExtendDuration, 'PT0S');
    });

    it('refuses a name that another relationship has, an ended one included', async () => {
      await create();
      const again = await create();
      assert.equal(again.status, 409);
      const ended = await refusal('POST', relationships, {
        body: aRelationship({ displayName: `Gatehouse-${ids.relecloud}-1` }),
      });
      assert.equal(ended.status, 409);
      assert.equal(ended.body.error.code, 'conflict');
    });

    const wrong: Record<string, Record<string, unknown>> = {
      'a name of 51 characters': { displayName: 'x'.repeat(51) },
      'an empty name': { displayName: '' },
      'a name with other characters': { displayName: 'Contoso & Sons' },
      'a duration of 731 days': { duration: 'P731D' },
      'a duration of none': { duration: 'P0D' },
      'a duration in words': { duration: 'two years' },
      'an unknown extension': { autoExtendDuration: 'P90D' },
      'no roles': { accessDetails: withRoles() },
      'a role outside the list': { accessDetails: withRoles('00000000-0000-4000-8000-000000000000') },
      'Global Administrator with extension': { accessDetails: withRoles(ids.globalAdministrator) },
      'a tenant id that is no GUID': { customer: { tenantId: 'contoso' } },
      'a property of its own': { colour: 'blue' },
    };
    for (const [what, changes] of Object.entries(wrong)) {
      it(`refuses ${what} with 400`, async () => {
        const { status, body } = await refusal('POST', relationships, { body: aRelationship(changes) });
        assert.equal(status, 400);
        assert.equal(body.error.code, 'badRequest');
      });
    }

    it('refuses a customer whose tenant cannot have one with 403', async () => {
      const { status, body } = await refusal('POST', relationships, {
        body: aRelationship({ customer: { tenantId: ids.humongous } }),
      });
      assert.equal(status, 403);
      assert.equal(body.error.code, 'accessDenied');
    });

    it('refuses a body that is no JSON with 400', async () => {
      const { status, body } = await refusal('POST', relationships, { body: '{"displayName":' });
      assert.equal(status, 400);
      assert.equal(body.error.message, 'The request body is not valid JSON.');
    });
  });

  describe('when one is changed while created', () => {
    it('takes every property and gives a new etag', async () => {
      const { body } = await create();
      const headers = { 'If-Match': body['@odata.etag'] };
      const changes = { displayName: 'Another name', duration: 'P30D', accessDetails: withRoles(ids.directoryReaders) };
      const changed = await bench.graph('PATCH', `${relationships}/${body.id}`, { body: changes, headers });
      assert.equal(changed.status, 200);
      assert.equal(changed.body.displayName, 'Another name');
      assert.equal(changed.body.duration, 'P30D');
      assert.notEqual(changed.body['@odata.etag'], body['@odata.etag']);
      const freed = await create();
      assert.equal(freed.status, 201);
    });

    it('moves to another customer', async () => {
      const { body } = await create();
      const headers = { 'If-Match': body['@odata.etag'] };
      const changes = { customer: { tenantId: ids.relecloud } };
      await bench.graph('PATCH', `${relationships}/${body.id}`, { body: changes, headers });
      assert.equal(bench.sandbox.controls.relationships(ids.contoso).length, 0);
      assert.equal(bench.sandbox.controls.relationships(ids.relecloud).length, 2);
    });

    it('refuses without If-Match with 400, and with an old one with 412', async () => {
      const { body } = await create();
      const path = `${relationships}/${body.id}`;
      const changes = { body: { duration: 'P30D' } };
      assert.equal((await refusal('PATCH', path, changes)).status, 400);
      const headers = { 'If-Match': body['@odata.etag'] };
      assert.equal((await refusal('PATCH', path, { ...changes, headers })).status, 200);
      const stale = await refusal('PATCH', path, { ...changes, headers });
      assert.equal(stale.status, 412);
      assert.equal(stale.body.error.code, 'preconditionFailed');
    });
  });

  describe('when one is deleted', () => {
    it('is gone while it was only created, and its name is free', async () => {
      const { body } = await create();
      const path = `${relationships}/${body.id}`;
      const headers = { 'If-Match': body['@odata.etag'] };
      assert.equal((await refusal('DELETE', path)).status, 400);
      assert.equal((await bench.graph('DELETE', path, { headers })).status, 204);
      assert.equal((await bench.graph('GET', path)).status, 404);
      assert.equal((await bench.graph('DELETE', path, { headers })).status, 404);
      assert.equal((await create()).status, 201);
    });

    it('refuses in any other status with 409', async () => {
      const path = pathOf(bench, ids.fabrikam);
      const { body } = await bench.graph('GET', path);
      assert.equal((await refusal('DELETE', path, { headers: { 'If-Match': body['@odata.etag'] } })).status, 409);
    });
  });

  it('answers with the ids that the client gave, in headers and errors', async () => {
    const clientRequestId = 'cccccccc-1111-4000-8000-000000000001';
    const headers = { 'client-request-id': clientRequestId };
    const { status, body, headers: answered } = await refusal('GET', `${relationships}/nobody`, { headers });
    assert.equal(status, 404);
    assert.equal(answered.get('client-request-id'), clientRequestId);
    assert.equal(body.error.innerError['client-request-id'], clientRequestId);
    assert.equal(body.error.innerError['request-id'], answered.get('request-id'));
  });

  it('answers only the selected properties of one', async () => {
    const { body } = await bench.graph('GET', `${pathOf(bench, ids.fabrikam)}?$select=id,status`);
    assert.deepEqual(
      Object.keys(body)
        .filter((name) => !name.startsWith('@'))
        .sort(),
      ['id', 'status'],
    );
  });

  it('answers unknown paths with an error of Graph', async () => {
    const { status, body } = await bench.ask<GraphFault>('GET', '/v1.0/me', { token: await bench.token('graph') });
    assert.equal(status, 404);
    assert.equal(body.error.code, 'itemNotFound');
  });
});
