// How an active relationship is changed: its automatic extension, and the end of Global Administrator.
import assert from 'node:assert/strict';
import { Bench, ids, pathOf, type Resource, relationships, withRoles } from './bench.js';

interface OperationResource {
  readonly operationType: string;
  readonly status: string;
  readonly data: string;
}

describe('an active relationship', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  const patch = async (path: string, body: unknown) => {
    const { body: before } = await bench.graph('GET', path);
    return bench.graph('PATCH', path, { body, headers: { 'If-Match': before['@odata.etag'] } });
  };
  /** One with Global Administrator, given to one group beside another role, and to a second one alone. */
  const withGlobal = () =>
    `${relationships}/${bench.sandbox.controls.addRelationship({
      tenantId: ids.contoso,
      displayName: 'With global',
      autoExtendDuration: 'PT0S',
      roles: ['Global Administrator', 'Directory Readers', 'Exchange Administrator'],
      assignments: [
        { groupId: ids.security, roles: [ids.globalAdministrator, ids.directoryReaders] },
        { groupId: ids.azure, roles: [ids.globalAdministrator] },
      ],
    })}`;
  const withoutGlobal = { accessDetails: withRoles(ids.directoryReaders, ids.exchangeAdministrator) };
  const operationAt = async (location: string | null) => {
    const token = await bench.token('graph');
    return (await bench.ask<OperationResource>('GET', location ?? '', { token })).body;
  };

  describe('whose automatic extension is switched', () => {
    it('answers with the object, its new etag and the time of the change', async () => {
      const path = pathOf(bench, ids.fabrikam);
      const { body: before } = await bench.graph('GET', path);
      bench.advance(60);
      const { status, body } = await patch(path, { autoExtendDuration: 'PT0S' });
      assert.equal(status, 200);
      assert.equal(body.autoExtendDuration, 'PT0S');
      assert.notEqual(body['@odata.etag'], before['@odata.etag']);
      assert.equal(body.lastModifiedDateTime, '2026-03-02T09:01:00.0000000Z');
      assert.equal(body.endDateTime, before.endDateTime);
      const again = await patch(path, { autoExtendDuration: 'P180D' });
      assert.equal(again.body.autoExtendDuration, 'P180D');
    });

    it('takes null for off', async () => {
      const { status, body } = await patch(pathOf(bench, ids.fabrikam), { autoExtendDuration: null });
      assert.equal(status, 200);
      assert.equal(body.autoExtendDuration, null);
    });

    it('refuses it with 400 while it has Global Administrator, and takes every spelling of off', async () => {
      const path = withGlobal();
      assert.equal((await patch(path, { autoExtendDuration: 'P180D' })).status, 400);
      assert.equal((await patch(path, { autoExtendDuration: 'P0D' })).status, 200);
      assert.equal((await bench.graph('GET', path)).body.autoExtendDuration, 'P0D');
    });

    it('refuses without If-Match with 400, and with an old one with 412', async () => {
      const path = pathOf(bench, ids.fabrikam);
      const { body: before } = await bench.graph('GET', path);
      const body = { autoExtendDuration: 'PT0S' };
      assert.equal((await bench.graph('PATCH', path, { body })).status, 400);
      const headers = { 'If-Match': before['@odata.etag'] };
      assert.equal((await bench.graph('PATCH', path, { body, headers })).status, 200);
      assert.equal((await bench.graph('PATCH', path, { body, headers })).status, 412);
    });
  });

  describe('that loses Global Administrator', () => {
    it('does so through an operation, which says where it can be followed', async () => {
      const path = withGlobal();
      const { body: before } = await bench.graph('GET', path);
      const { status, headers } = await patch(path, withoutGlobal);
      assert.equal(status, 202);
      assert.equal(headers.get('retry-after'), '2');
      const location = headers.get('location');
      const started = await operationAt(location);
      assert.equal(started.operationType, 'delegatedAdminRelationshipUpdate');
      assert.equal(started.status, 'notStarted');
      bench.advance(1);
      assert.equal((await operationAt(location)).status, 'running');
      assert.deepEqual((await bench.graph('GET', path)).body.accessDetails, before.accessDetails);
      bench.advance(1);
      assert.equal((await operationAt(location)).status, 'succeeded');
      const { body: after } = await bench.graph('GET', path);
      assert.deepEqual(after.accessDetails, withoutGlobal.accessDetails);
      assert.notEqual(after['@odata.etag'], before['@odata.etag']);
      assert.equal(after.lastModifiedDateTime, '2026-03-02T09:00:02.0000000Z');
      assert.equal((await patch(path, { autoExtendDuration: 'P180D' })).status, 200);
    });

    it('takes it from the groups, and deletes the access of one that had nothing else', async () => {
      const path = withGlobal();
      await patch(path, withoutGlobal);
      bench.advance(2);
      const { body } = await bench.graph<{ value: Resource[] }>('GET', `${path}/accessAssignments`);
      assert.deepEqual(
        body.value.map(({ status }) => status),
        ['active', 'deleted'],
      );
      assert.deepEqual(body.value[0]?.accessDetails, withRoles(ids.directoryReaders));
    });

    it('keeps it where the operation fails', async () => {
      const path = withGlobal();
      bench.sandbox.controls.setOperationsFail(ids.contoso, true);
      const { headers } = await patch(path, withoutGlobal);
      bench.advance(2);
      assert.equal((await operationAt(headers.get('location'))).status, 'failed');
      assert.match(JSON.stringify((await bench.graph('GET', path)).body), new RegExp(ids.globalAdministrator));
      bench.sandbox.controls.setOperationsFail(ids.contoso, false);
      const second = await patch(path, withoutGlobal);
      bench.advance(2);
      assert.equal((await operationAt(second.headers.get('location'))).status, 'succeeded');
    });

    it('refuses a second time with 409 while the first is under way', async () => {
      const path = withGlobal();
      await patch(path, withoutGlobal);
      assert.equal((await patch(path, withoutGlobal)).status, 409);
    });

    it('refuses with 400 to lose another role with it, or to be extended with it', async () => {
      const path = withGlobal();
      assert.equal((await patch(path, { accessDetails: withRoles(ids.directoryReaders) })).status, 400);
      assert.equal((await patch(path, { ...withoutGlobal, autoExtendDuration: 'P180D' })).status, 400);
      assert.equal((await patch(path, { ...withoutGlobal, autoExtendDuration: 'PT0S' })).status, 400);
    });
  });

  it('answers with the unchanged object where other roles are sent', async () => {
    const path = pathOf(bench, ids.fabrikam);
    const { body } = await bench.graph('GET', path);
    const others = [body.accessDetails, withRoles(ids.exchangeAdministrator), withRoles(ids.directoryReaders)];
    for (const accessDetails of others) {
      const { status, body: after } = await patch(path, { accessDetails });
      assert.equal(status, 200);
      assert.deepEqual(after, body);
    }
  });

  it('refuses Global Administrator, roles that GDAP doesn’t know and other properties with 400', async () => {
    const path = `${relationships}/${bench.sandbox.controls.addRelationship({
      displayName: 'Not extended',
      autoExtendDuration: 'PT0S',
      roles: ['Directory Readers'],
    })}`;
    const all = withRoles(ids.directoryReaders, ids.globalAdministrator);
    assert.equal((await patch(path, { accessDetails: all })).status, 400);
    assert.equal((await patch(path, { accessDetails: withRoles(ids.contoso) })).status, 400);
    assert.equal((await patch(path, { displayName: 'Another name' })).status, 400);
  });
});

describe('a relationship that isn’t active', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  it('refuses any change with 409 while it waits for approval, and after its end', async () => {
    for (const tenantId of [ids.northwind, ids.relecloud]) {
      const path = pathOf(bench, tenantId);
      const { body: before } = await bench.graph('GET', path);
      const headers = { 'If-Match': before['@odata.etag'] };
      for (const body of [{ autoExtendDuration: 'PT0S' }, { accessDetails: withRoles(ids.directoryReaders) }])
        assert.equal((await bench.graph('PATCH', path, { body, headers })).status, 409);
      assert.deepEqual((await bench.graph('GET', path)).body, before);
    }
  });
});
