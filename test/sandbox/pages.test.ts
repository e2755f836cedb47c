// What people see and do at the pages.
import assert from 'node:assert/strict';
import { Bench, ids } from './bench.js';

describe('the pages', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  const page = async (path: string) => {
    const response = await fetch(bench.sandbox.url + path);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const submit = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    bench.ask('POST', path, {
      body: new URLSearchParams(fields).toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    });
  const idOf = (tenantId: string) => bench.sandbox.controls.relationships(tenantId)[0]?.id ?? '';

  it('list the customers and say that this is the sandbox', async () => {
    const { status, text } = await page('/');
    assert.equal(status, 200);
    assert.match(text, /<title>Customers · Gatehouse sandbox<\/title>/);
    assert.match(text, /No real tenant is touched/);
    assert.match(text, /17 customers, page 1 of 1/);
    assert.match(text, /Waiting for approval/);
  });

  it('find customers by name, domain and tenant id', async () => {
    for (const search of ['FABRIKAM', 'fabrikam.on', ids.fabrikam]) {
      const { text } = await page(`/?q=${search}`);
      assert.match(text, /1 customer,/);
      assert.match(text, /Fabrikam Inc/);
    }
    assert.match((await page('/?q=nobody')).text, /No customer matches/);
  });

  it('work from the network of nobody', async () => {
    const { headers, text } = await page('/');
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/);
    assert(!/(src|href)="https?:/.test(text));
    assert.match((await page('/style.css')).headers.get('content-type') ?? '', /text\/css/);
    assert.match((await page('/portal.js')).text, /granularAdminRelationships/);
  });

  it('escape what others wrote', async () => {
    const displayName = '<script>alert("Contoso")</script>';
    bench.sandbox.controls.addRelationship({ tenantId: ids.contoso, displayName, status: 'approvalPending' });
    const { text } = await page(`/customers/${ids.contoso}`);
    assert(!text.includes('<script>alert'));
    assert(text.includes('&lt;script&gt;'));
    assert(!(await page('/?q=%22%3E%3Cscript%3E')).text.includes('<script>'));
  });

  describe('of an invitation', () => {
    it('say who asks for which roles and for how long', async () => {
      const { text } = await page(`/invitations/${idOf(ids.northwind)}`);
      assert.match(text, /Northbridge IT asks for access/);
      assert.match(text, /Exchange Administrator/);
      assert.match(text, /730 days \(2 years\)/);
    });

    it('approve, and come back to say so', async () => {
      const id = idOf(ids.northwind);
      const back = `/invitations/${id}`;
      const { status, headers } = await submit(`/sandbox/relationships/${id}/approve`, { back });
      assert.equal(status, 303);
      assert.equal(headers.get('location'), `${back}?done=approve`);
      assert.equal(bench.sandbox.controls.relationships(ids.northwind)[0]?.status, 'approved');
      assert.match((await page(`${back}?done=approve`)).text, /You approved the request/);
    });

    it('reject, and say so', async () => {
      const id = idOf(ids.northwind);
      await submit(`/sandbox/relationships/${id}/reject`, { back: `/invitations/${id}` });
      assert.match((await page(`/invitations/${id}`)).text, /Rejected/);
    });

    it('are friendly when there is nothing to answer any more', async () => {
      const id = idOf(ids.fabrikam);
      const back = `/invitations/${id}`;
      const { headers } = await submit(`/sandbox/relationships/${id}/approve`, { back });
      assert.equal(headers.get('location'), `${back}?refused=wrongStatus`);
      assert.match((await page(`${back}?refused=wrongStatus`)).text, /no longer possible/);
      assert.match((await page(back)).text, /Approved and active/);
      const unknown = await page('/invitations/nothing');
      assert.equal(unknown.status, 404);
      assert.match(unknown.text, /doesn’t work/);
    });
  });

  it('follow an approval link from the portal, where its id is behind the #', async () => {
    const { text } = await page('/AdminPortal/Home');
    assert.match(text, /src="\/portal\.js"/);
    const { status, headers } = await bench.ask('GET', `/invitations?id=${idOf(ids.northwind)}`);
    assert.equal(status, 302);
    assert.equal(headers.get('location'), `/invitations/${idOf(ids.northwind)}`);
  });

  it('of a customer buy and suspend an Azure plan', async () => {
    const back = `/customers/${ids.woodgrove}`;
    assert.match((await page(back)).text, /Buy an Azure plan/);
    await submit(`/sandbox${back}/azure-plan`, { state: 'active', back });
    assert.match((await page(back)).text, /Suspend/);
  });

  it('show themselves again while something moves, and only then', async () => {
    assert.match((await page(`/customers/${ids.tailspin}`)).text, /http-equiv="refresh"/);
    assert(!(await page(`/customers/${ids.fabrikam}`)).text.includes('http-equiv="refresh"'));
  });

  it('answer 404 as a page', async () => {
    for (const path of ['/nothing', '/customers/nobody', '/%E0%A4%A']) {
      const { status, text } = await page(path);
      assert.equal(status, 404, path);
      assert.match(text, /Page not found/);
    }
  });

  it('never lead away to another site', async () => {
    for (const back of ['https://example.com/', '//example.com/', '/\\example.com']) {
      const { headers } = await submit(`/sandbox/customers/${ids.contoso}/reservations`, { count: '1', back });
      assert.equal(headers.get('location'), '/');
    }
  });

  it('take no change from another site, and no foreign host name', async () => {
    const path = `/sandbox/customers/${ids.contoso}/reservations`;
    const foreign = { Origin: 'https://example.com' };
    assert.equal((await submit(path, { count: '1', back: '/' }, foreign)).status, 403);
    const own = { Origin: bench.sandbox.url };
    assert.equal((await submit(path, { count: '1', back: '/' }, own)).status, 303);
  });
});
