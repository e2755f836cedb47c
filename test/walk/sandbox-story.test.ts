// Point 10: the sandbox is fun to try: every status and every limitation is there, and one plays the customers oneself.
import assert from 'node:assert/strict';
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

  it('shows every status at the first look', async () => {
    for (const status of ['issues found', 'needs approval', 'awaiting microsoft', 'approved', 'not configured']) {
      assert.doesNotMatch(w.chat.reads(await w.chat.says(`/tenants ${status}`)), /No tenant has this status/, status);
    }
  });

  it('has a tenant for every limitation', async () => {
    await w.world.passes(310);
    for (const [name, limitation] of [
      ['Humongous Insurance', 'Microsoft refused the request'],
      ['Wide World Importers', 'Another request is waiting for approval'],
      ['Tailspin Toys', 'Missing: Security Administrator'],
      ['Trey Research', 'Group “Azure” has no access'],
      ['Proseware Inc', 'Assigning roles to “Security” failed'],
      ['Woodgrove Bank', 'No Azure plan'],
      ['Litware Inc', 'The Azure plan is not active'],
      ['Coho Winery', 'Access has expired'],
      ['Lucerne Publishing', 'Could not check the Azure plan'],
    ] as const) {
      const list = await w.chat.says(`/tenants ${name}`);
      await w.chat.presses(list, 'Review limitations');
      assert.ok(w.chat.reads(list).includes(limitation), `${name}: ${limitation}`);
    }
  });

  it('opens the approval link as a page where one approves, and the tenant is Approved within seconds', async () => {
    const list = await w.chat.says('/tenants contoso');
    await w.chat.presses(list, 'Enable');
    await w.world.passes(5);
    await w.chat.presses(list, 'Copy approval');
    const link = new URL(w.chat.finds(list, 'Open the link').url ?? '');
    assert.equal((await fetch(link)).status, 200);
    const id = link.hash.split('/').at(-1);
    const page = await (await fetch(`${w.world.sandbox.url}/invitations/${id}`)).text();
    assert.match(page, /Northbridge IT asks for access.*Contoso Ltd.*Exchange Administrator/s);
    const action = /<form[^>]*action="([^"]+)"[^>]*>(?:(?!<\/form>).)*Approve/s.exec(page)?.[1];
    await press(action ?? '');
    await w.world.passes(20);
    assert.ok(w.chat.messages.some(({ summary }) => summary === '✅ Contoso Ltd is Approved'));
  });

  it('lists every customer on its admin page, and opens each', async () => {
    const page = await (await fetch(w.world.sandbox.url)).text();
    for (const name of ['Contoso Ltd', 'Relecloud']) assert.ok(page.includes(name));
    assert.equal((await fetch(`${w.world.sandbox.url}/customers/${tenantIds.contoso}`)).status, 200);
  });
});
