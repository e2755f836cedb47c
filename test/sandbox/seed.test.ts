// The customers of the sandbox when the story begins.
import assert from 'node:assert/strict';
import { globalAdministrator } from '../../src/sandbox/world/roles.js';
import { Bench, ids } from './bench.js';

describe('the story', () => {
  let bench: Bench;
  before(async () => {
    bench = await Bench.open();
  });
  after(() => Bench.closeAll());

  const own = (tenantId: string) => `Gatehouse-${tenantId}-1`;
  const situations: [string, string, string | undefined, string | undefined][] = [
    ['Contoso', ids.contoso, undefined, undefined],
    ['Fabrikam', ids.fabrikam, own(ids.fabrikam), 'active'],
    ['Adventure Works', ids.adventureWorks, 'AWC partner access 2025', 'active'],
    ['Northwind', ids.northwind, own(ids.northwind), 'approvalPending'],
    ['Wide World Importers', '10000000-0000-4000-8000-000000000005', 'WWI request by hand', 'approvalPending'],
    ['Tailspin', ids.tailspin, own(ids.tailspin), 'approved'],
    ['Fourth Coffee', ids.fourthCoffee, own(ids.fourthCoffee), 'activating'],
    ['Humongous', ids.humongous, undefined, undefined],
    ['Relecloud', ids.relecloud, own(ids.relecloud), 'terminated'],
  ];
  for (const [name, tenantId, displayName, status] of situations) {
    it(`begins for ${name} with ${displayName ? `"${displayName}" ${status}` : 'no relationship'}`, () => {
      const [relationship] = bench.sandbox.controls.relationships(tenantId);
      assert.equal(relationship?.displayName, displayName);
      assert.equal(relationship?.status, status);
    });
  }

  it('begins with thirteen tenants onboarded', () => {
    assert.equal(bench.sandbox.openingScene.length, 13);
    for (const outside of [ids.contoso, ids.adventureWorks, ids.alpine, ids.relecloud]) {
      assert(!bench.sandbox.openingScene.some(({ tenantId }) => tenantId === outside));
    }
  });

  it('gives every complete relationship all roles of the template and its three groups', () => {
    const wanted = bench.sandbox.accessTemplate.assignments.flatMap(({ roles }) => roles).length;
    for (const tenantId of [ids.fabrikam, ids.woodgrove, ids.litware, ids.margie, ids.coho]) {
      const [relationship] = bench.sandbox.controls.relationships(tenantId);
      assert.equal(relationship?.roles.length, wanted);
      assert.deepEqual(
        relationship?.assignments.map(({ status }) => status),
        ['active', 'active', 'active'],
      );
    }
  });

  it('has access that ends in 80 days and takes Global Administrator’s removal to be kept, beside the roles of the template', () => {
    const [relationship] = bench.sandbox.controls.relationships(ids.lucerne);
    const wanted = bench.sandbox.accessTemplate.assignments.flatMap(({ roles }) => roles).length;
    assert.deepEqual([relationship?.roles.at(-1), relationship?.roles.length], [globalAdministrator, wanted + 1]);
    assert.deepEqual(
      [relationship?.autoExtendDuration, relationship?.endDateTime],
      ['PT0S', '2026-05-21T09:00:00.000Z'],
    );
  });

  it('is the same at every start', async () => {
    const again = await Bench.open();
    assert.deepEqual(again.sandbox.controls.relationships(), bench.sandbox.controls.relationships());
  });
});
