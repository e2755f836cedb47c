// What a customer's page shows of the partner's access, and what can be done to it.
import assert from 'node:assert/strict';
import { Bench, ids } from './bench.js';

describe('the page of a customer', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open({ hasFormerCustomers: true });
  });
  afterEach(() => bench.close());

  const path = `/customers/${ids.margie}`;
  const page = async (of = path) => (await fetch(bench.sandbox.url + of)).text();
  /** Presses a button, as the page has it; comes back to the page. */
  const press = async (control: string, fields: Record<string, string> = {}) => {
    const { status, headers } = await bench.ask('POST', `/sandbox${path}/${control}`, {
      body: new URLSearchParams({ ...fields, back: path }).toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    assert.equal(status, 303);
    return page(headers.get('location') ?? '');
  };

  it('shows subscriptions, reserved instances and the consent', async () => {
    const text = await page();
    assert.match(text, /Microsoft 365 Business Premium/);
    assert.match(text, /Power BI Pro.*?Suspended/s);
    assert.match(text, /Azure reserved instances: <strong>2<\/strong>/);
    assert.match(text, /Withdraw the consent/);
  });

  it('has a button for each of them', async () => {
    assert.match(await press('cancel-reservation'), /Azure reserved instances: <strong>1<\/strong>/);
    const added = await press('add-subscription', { offerName: 'Microsoft 365 E5', quantity: '7' });
    assert.match(added, /Microsoft 365 E5<small>7 paid/);
    const ended = await press('end-subscriptions', { status: 'deleted' });
    assert.match(ended, /All subscriptions have ended/);
    assert.match(ended, /Microsoft 365 E5.*?Canceled/s);
    const withdrawn = await press('consent', { isOn: 'false' });
    assert.match(withdrawn, /Give the consent/);
    assert.match(withdrawn, /http-equiv="refresh"/);
  });

  it('has a switch for each way of taking something away', async () => {
    assert.equal((await page()).match(/<option value="refused" >/g)?.length, 5);
    const text = await press('removing', { of: 'reseller', how: 'neverShows' });
    assert.match(text, /Removals now work this way/);
    assert.match(text, /To end the reseller relationship.*?<option value="neverShows" selected>/s);
    assert.match(await press('removing', { of: 'everything', how: 'refused' }), /couldn’t do that/);
  });

  it('has a switch for what the relationship does at its end, one for each group’s roles, and one for operations', async () => {
    const [relationship] = bench.sandbox.controls.relationships(ids.margie);
    const pressed = async (control: string, fields: Record<string, string>) => {
      const { headers } = await bench.ask('POST', `/sandbox/${control}`, {
        body: new URLSearchParams({ ...fields, back: path }).toString(),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      });
      return page(headers.get('location') ?? '');
    };
    const off = await pressed(`relationships/${relationship?.id}/auto-extend`, { duration: 'PT0S' });
    assert.match(off, /Automatic extension has changed/);
    assert.match(off, /Switch automatic extension of [^"]* on"/);
    const roles = (text: string) => text.match(/Take a role of Security away/g)?.length ?? 0;
    assert.equal(roles(off), 1);
    const security = relationship?.assignments[1];
    const one = await pressed(`assignments/${security?.id}/drop-role`, { role: 'Security Reader' });
    assert.match(one, /The role was removed/);
    assert.equal(roles(one), 0);
    const failing = await press('operations-fail', { isOn: 'true' });
    assert.match(failing, /other changes of roles: <strong>fail<\/strong>/);
  });

  it('says who is no customer any more', async () => {
    assert.match(await page(), /Customer of Northbridge IT<\/span>\s*<span class="badge good">/);
    const wingtip = await page('/customers/10000000-0000-4000-9000-000000000001');
    assert.match(wingtip, /Customer of Northbridge IT<\/span>\s*<span class="badge quiet">/);
    assert.match(await page('/'), /Wingtip Toys/);
  });
});
