// Our clients ask the sandbox’s Partner Center about customers and what they have bought, as documented.
import assert from 'node:assert/strict';
import { AccessDenied, NotFound } from '../../../src/domain/errors.js';
import { gathered } from '../../../src/microsoft/http/pages.js';
import { failureOf } from '../../support/failure-of.js';
import { MicrosoftBench } from '../../support/microsoft-bench.js';
import { tenantIds } from '../../support/world.js';

describe('Partner Center in the sandbox', () => {
  let bench: MicrosoftBench;
  let sandbox: MicrosoftBench['sandbox'];
  let microsoft: MicrosoftBench['microsoft'];

  beforeEach(async () => {
    bench = await MicrosoftBench.open();
    ({ sandbox, microsoft } = bench);
  });
  afterEach(() => bench.close());

  it('reads every page of customers, however the next page is told', async () => {
    await sandbox.close();
    await bench.starts({ customers: 1200 });
    ({ sandbox } = bench);
    for (const tokenOnLastPage of [false, true]) {
      sandbox.controls.setBehaviour({ tokenOnLastPage });
      microsoft = await bench.connect();
      assert.equal((await gathered(microsoft.customers.list())).length, 1200);
    }
    const last = sandbox.controls.requests().filter(({ path }) => path.startsWith('/v1/customers'));
    assert.deepEqual(
      last.map(({ status }) => status),
      [200, 200, 200, 200, 200, 200, 400],
    );
  });

  it('knows an active Azure plan, a suspended one, none, and a customer of somebody else', async () => {
    assert.equal(await microsoft.purchases.azurePlan(tenantIds.fabrikam), 'active');
    assert.equal(await microsoft.purchases.azurePlan(tenantIds.litware), 'notActive');
    assert.equal(await microsoft.purchases.azurePlan(tenantIds.woodgrove), 'none');
    sandbox.controls.failNext({ path: /subscriptions/, status: 403, code: '20002' });
    assert.equal(await microsoft.purchases.azurePlan(tenantIds.fabrikam), 'notReseller');
  });

  it('does not say anything about the plan when the check is refused', async () => {
    assert.ok((await failureOf(microsoft.purchases.azurePlan(tenantIds.lucerne))) instanceof AccessDenied);
  });

  it('knows reserved instances and delegated admin', async () => {
    const reservations = await microsoft.purchases.reservations(tenantIds.margie);
    assert.equal(reservations.length, 2);
    assert.equal(reservations[0]?.kind, 'virtualmachines');
    assert.deepEqual(await microsoft.purchases.reservations(tenantIds.alpine), []);
    assert.equal(await microsoft.customers.hasDelegatedAdmin(tenantIds.alpine), true);
    assert.equal(await microsoft.customers.hasDelegatedAdmin(tenantIds.contoso), false);
  });

  it('knows the language of a customer’s billing profile, which a customer may lack', async () => {
    assert.equal(await microsoft.customers.language(tenantIds.contoso), 'en');
    assert.equal(await microsoft.customers.language(tenantIds.alpine), 'de');
    sandbox.controls.failNext({ path: '/v1/customers', status: 404, code: '60003' });
    assert.ok((await failureOf(microsoft.customers.language(tenantIds.alpine))) instanceof NotFound);
  });

  it('sends the id that it was given with the removal of delegated admin, and an own one with everything else', async () => {
    await microsoft.customers.removeDelegatedAdmin(tenantIds.alpine, '9fef8b23-6e3e-45d2-8678-e9fe89c35af5');
    await microsoft.customers.hasDelegatedAdmin(tenantIds.alpine);
    const [patch, get] = sandbox.controls.requests().slice(-2);
    assert.equal(patch?.headers['ms-requestid'], '9fef8b23-6e3e-45d2-8678-e9fe89c35af5');
    assert.notEqual(get?.headers['ms-requestid'], patch?.headers['ms-requestid']);
  });
});
