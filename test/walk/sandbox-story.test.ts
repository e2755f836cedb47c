// Point 10: the sandbox is fun to try: every status and every limitation is there, and one plays the customers oneself.

import assert from 'node:assert/strict';
import { statuses } from '../../src/domain/tenant/status.js';
import { en } from '../../src/views/words/en/index.js';
import { linksOf } from '../support/card-reading.js';
import { limitationsOn, newsOf } from '../support/wording.js';
import { aWorldForEach, tenantIds } from '../support/world.js';

describe('point 10: the sandbox', () => {
  const w = aWorldForEach({ RECONCILE_SECONDS: '20' });

  /** Does what a button on a page of the sandbox does. */
  const press = async (path: string, form: Readonly<Record<string, string>> = {}) => {
    const url = `${w.world.sandbox.url}${path}`;
    const response = await fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'follow' });
    assert.equal(response.status, 200, path);
    return response.text();
  };

  it('shows every status at first sight', async () => {
    for (const status of statuses) {
      const list = await w.chat.says(`/tenants ${en.statuses[status]}`);
      assert.deepEqual([...new Set(w.chat.statuses(list))], [status]);
    }
  });

  it('has a tenant for every limitation', async () => {
    await w.world.passes(310);
    for (const [name, limitation] of [
      ['humongous', 'requestRefused'],
      ['wideWorld', 'requestElsewhere'],
      ['tailspin', 'roleMissing'],
      ['trey', 'groupNotAssigned'],
      ['proseware', 'assignmentFailed'],
      ['woodgrove', 'noAzurePlan'],
      ['litware', 'azurePlanNotActive'],
      ['coho', 'relationshipLost'],
      ['lucerne', 'couldNotCheck'],
    ] as const) {
      const list = await w.chat.says(`/tenants ${tenantIds[name]}`);
      await w.chat.presses(list, 'tenant.reviewLimitations');
      const tenant = await w.world.tenant(tenantIds[name]);
      assert.deepEqual(limitationsOn(w.chat.sees(list), tenant), [limitation], name);
    }
  });

  it('opens the approval link as a page where one approves, and the tenant is Approved within seconds', async () => {
    const list = await w.chat.says('/tenants contoso');
    await w.chat.enables(list);
    await w.world.passes(5);
    await w.chat.presses(list, 'tenant.copyApproval');
    const link = new URL(linksOf(w.chat.sees(list))[0] ?? '');
    assert.equal((await fetch(link)).status, 200);
    const id = link.hash.split('/').at(-1);
    const page = await (await fetch(`${w.world.sandbox.url}/invitations/${id}`)).text();
    assert.match(page, /Northbridge IT asks for access.*Contoso Ltd.*Exchange Administrator/s);
    const action = /<form[^>]*action="([^"]+)"[^>]*>(?:(?!<\/form>).)*Approve/s.exec(page)?.[1];
    await press(action ?? '');
    await w.world.passes(20);
    assert.ok(w.chat.messages.some(({ summary }) => summary === newsOf('Contoso Ltd', 'approved')));
  });

  it('lists every customer on its admin page, and opens each', async () => {
    const page = await (await fetch(w.world.sandbox.url)).text();
    for (const name of ['Contoso Ltd', 'Relecloud']) assert.ok(page.includes(name));
    assert.equal((await fetch(`${w.world.sandbox.url}/customers/${tenantIds.contoso}`)).status, 200);
  });
});
