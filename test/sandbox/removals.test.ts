// How Microsoft removes things: slowly, not at all, or never to be seen.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bench, type GraphFault, ids, type PartnerCenterFault, pathOf } from './bench.js';

const leaving = { relationshipToPartner: 'none', attributes: { objectType: 'Customer' } };
const wingtip = '10000000-0000-4000-9000-000000000001';
const cityPower = '10000000-0000-4000-9000-000000000002';

describe('what is taken away from a customer', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  const customer = (tenantId: string) =>
    bench.partnerCenter<{ allowDelegatedAccess: boolean } & PartnerCenterFault>('GET', `customers/${tenantId}`);
  const patch = (tenantId: string, body: object) =>
    bench.partnerCenter<PartnerCenterFault>('PATCH', `customers/${tenantId}`, { body });
  const listed = async () =>
    (await bench.partnerCenter<{ totalCount: number }>('GET', 'customers?size=500')).body.totalCount;
  const terminate = (tenantId: string) =>
    bench.graph<GraphFault>('POST', `${pathOf(bench, tenantId)}/requests`, { body: { action: 'terminate' } });
  const statusOf = (tenantId: string) => bench.sandbox.controls.relationships(tenantId)[0]?.status;
  const removeAssignment = async (tenantId: string) => {
    const path = `${pathOf(bench, tenantId)}/accessAssignments`;
    const [first] = (await bench.graph<{ value: { id: string; '@odata.etag': string }[] }>('GET', path)).body.value;
    const headers = { 'If-Match': first?.['@odata.etag'] ?? '' };
    return bench.graph<GraphFault>('DELETE', `${path}/${first?.id}`, { headers });
  };
  const assignmentStatus = () => bench.sandbox.controls.relationships(ids.fabrikam)[0]?.assignments[0]?.status;

  it('as a reseller shows after a while, in the list and by its id, and delegated admin goes with it', async () => {
    bench.sandbox.controls.endSubscriptions(ids.alpine, 'suspended');
    for (const _ of [1, 2]) {
      assert.equal((await patch(ids.alpine, leaving)).status, 200);
      assert.equal((await customer(ids.alpine)).body.allowDelegatedAccess, true);
      assert.equal(await listed(), 17);
      bench.advance(2);
    }
    assert.equal((await customer(ids.alpine)).body.code, '20002');
    assert.equal((await patch(ids.alpine, leaving)).body.code, '20002');
    assert.equal((await bench.partnerCenter('GET', `customers/${ids.alpine}/subscriptions`)).status, 403);
    assert.equal(await listed(), 16);
  });

  describe('where Microsoft refuses', () => {
    it('stays, whatever it is, and says so as itself', async () => {
      const { controls } = bench.sandbox;
      for (const of of ['assignments', 'relationship', 'delegatedAdmin', 'reseller'] as const)
        controls.setRemoving(ids.fabrikam, of, 'refused');
      controls.endSubscriptions(ids.fabrikam, 'suspended');
      controls.setDelegatedAdmin(ids.fabrikam, true);
      assert.equal((await removeAssignment(ids.fabrikam)).status, 409);
      assert.equal((await terminate(ids.fabrikam)).status, 405);
      assert.equal((await patch(ids.fabrikam, { AllowDelegatedAccess: false })).status, 403);
      assert.equal((await patch(ids.fabrikam, leaving)).body.code, '3000');
      bench.advance(60);
      assert.equal(assignmentStatus(), 'active');
      assert.equal(statusOf(ids.fabrikam), 'active');
      assert.equal((await customer(ids.fabrikam)).body.allowDelegatedAccess, true);
    });

    it('goes once Microsoft does it again, and keeps whatever else the tenant does unlike the others', async () => {
      const { controls } = bench.sandbox;
      for (const how of ['refused', 'works'] as const) controls.setRemoving(ids.lucerne, 'relationship', how);
      assert.equal((await terminate(ids.lucerne)).status, 201);
      assert.equal((await bench.partnerCenter('GET', `customers/${ids.lucerne}/subscriptions`)).status, 403);
    });
  });

  describe('where it never shows', () => {
    it('is on its way for ever, and arrives once it works again', async () => {
      const { controls } = bench.sandbox;
      const all = ['assignments', 'relationship', 'delegatedAdmin', 'reseller'] as const;
      for (const of of all) controls.setRemoving(ids.fabrikam, of, 'neverShows');
      controls.endSubscriptions(ids.fabrikam, 'suspended');
      controls.setDelegatedAdmin(ids.fabrikam, true);
      assert.equal((await removeAssignment(ids.fabrikam)).status, 204);
      assert.equal((await terminate(ids.fabrikam)).status, 201);
      assert.equal((await patch(ids.fabrikam, { AllowDelegatedAccess: false })).status, 200);
      assert.equal((await patch(ids.fabrikam, leaving)).status, 200);
      await bench.advanceDays(200);
      assert.equal((await customer(ids.fabrikam)).body.allowDelegatedAccess, true);
      assert.equal(assignmentStatus(), 'deleting');
      assert.equal(statusOf(ids.fabrikam), 'terminating');
      for (const of of all) controls.setRemoving(ids.fabrikam, of, 'works');
      bench.advance(10);
      assert.equal((await customer(ids.fabrikam)).body.code, '20002');
      assert.equal(assignmentStatus(), 'deleted');
      assert.equal(statusOf(ids.fabrikam), 'terminated');
    });
  });
});

describe('customers of before', () => {
  after(() => Bench.closeAll());

  it('are in no list and by their id no customers, though access leads to one and may to the other', async () => {
    const bench = await Bench.open({ hasFormerCustomers: true, customers: 20 });
    const { body } = await bench.partnerCenter<{ totalCount: number; items: { id: string }[] }>('GET', 'customers');
    assert.equal(body.totalCount, 20);
    assert(!body.items.some(({ id }) => id === wingtip || id === cityPower));
    for (const tenantId of [wingtip, cityPower]) {
      const alone = await bench.partnerCenter<PartnerCenterFault>('GET', `customers/${tenantId}`);
      assert.equal(alone.status, 403);
      assert.equal(alone.body.code, '20002');
    }
    const [active] = bench.sandbox.controls.relationships(wingtip);
    assert.equal(active?.status, 'active');
    assert.doesNotMatch(active.displayName, /^Gatehouse/);
    assert.deepEqual(
      active.assignments.map(({ status }) => status),
      ['active'],
    );
    assert.equal(bench.sandbox.controls.relationships(cityPower)[0]?.status, 'approvalPending');
  });

  it('are not there where nobody wants them', async () => {
    const bench = await Bench.open();
    assert.equal(bench.sandbox.controls.relationships(wingtip).length, 0);
  });
});

describe('a world that was kept before anybody could leave', () => {
  it('is read back, with nobody leaving and no consent', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gatehouse-old-world-'));
    const file = join(folder, 'world.json');
    try {
      await (await Bench.open({ file })).close();
      const world = JSON.parse(await readFile(file, 'utf8'));
      for (const one of world.customers)
        for (const name of ['resellerEndsAt', 'consent', 'consentEndsAt', 'subscriptions']) delete one[name];
      await writeFile(file, JSON.stringify(world));
      const bench = await Bench.open({ file });
      assert.equal(bench.sandbox.isNew, false);
      const { status, body } = await bench.partnerCenter<{ items: unknown[] }>(
        'GET',
        `customers/${ids.fabrikam}/subscriptions`,
      );
      assert.equal(status, 200);
      assert.equal(body.items.length, 2);
      await bench.close();
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
