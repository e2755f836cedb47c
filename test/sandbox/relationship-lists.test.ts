// Lists of relationships: filters, pages, order, count.
import assert from 'node:assert/strict';
import { Bench, type GraphFault, ids, type Page, relationships } from './bench.js';

describe('the list of relationships', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  const list = async (query: string) => (await bench.graph<Page>('GET', `${relationships}?${query}`)).body;
  const filtered = async (filter: string) => (await list(`$filter=${encodeURIComponent(filter)}`)).value;
  const addMany = (count: number) => {
    for (let n = 1; n <= count; n += 1) {
      bench.sandbox.controls.addRelationship({ displayName: `Bulk ${n}`, tenantId: ids.contoso });
    }
  };

  it('holds every relationship of the story, each with its etag', async () => {
    const { value, ...rest } = await list('');
    assert.equal(value.length, 14);
    assert(value.every((one) => one['@odata.etag']));
    assert(!('@odata.nextLink' in rest));
  });

  it('keeps those with a status', async () => {
    const pending = await filtered("status eq 'approvalPending'");
    assert.deepEqual(
      pending.map(({ status }) => status),
      ['approvalPending', 'approvalPending'],
    );
  });

  it('keeps those of a tenant, with and without a status, in any case and in parentheses', async () => {
    const tenant = `customer/tenantId eq '${ids.fabrikam.toUpperCase()}'`;
    for (const filter of [
      tenant,
      `status eq 'active' and ${tenant}`,
      `(status eq 'active') AND (${tenant})`,
      `((status eq 'active') and ((${tenant})))`,
    ]) {
      assert.equal((await filtered(filter)).length, 1, filter);
    }
    assert.equal((await filtered(`${tenant} and status eq 'expired'`)).length, 0);
  });

  for (const filter of [
    "status ne 'active'",
    "status eq 'active' or status eq 'expired'",
    "status eq 'sleeping'",
    "displayName eq 'x'",
    'status eq active',
    "(status eq 'active'",
    "status eq 'active')",
    "status eq 'active' and",
    "startswith(displayName,'G')",
    "status eq 'act",
    '',
  ]) {
    it(`refuses the filter [${filter}] with 400`, async () => {
      const answer = await bench.graph<GraphFault>('GET', `${relationships}?$filter=${encodeURIComponent(filter)}`);
      assert.equal(answer.status, 400);
      assert.equal(answer.body.error.code, 'badRequest');
    });
  }

  it('comes in pages of 300 unless asked for fewer', async () => {
    addMany(400);
    const first = await list('');
    assert.equal(first.value.length, 300);
    const next = first['@odata.nextLink'] ?? '';
    assert(next.startsWith(`${bench.sandbox.url}/v1.0/tenantRelationships/${relationships}?`));
    const second = await bench.ask<Page>('GET', next, { token: await bench.token('graph') });
    assert.equal(second.body.value.length, 114);
    assert.equal(second.body['@odata.nextLink'], undefined);
    const all = new Set([...first.value, ...second.body.value].map(({ id }) => id));
    assert.equal(all.size, 414);
  });

  it('keeps filter and page size on the way to the next page', async () => {
    addMany(5);
    const query = `$top=2&$filter=${encodeURIComponent(`customer/tenantId eq '${ids.contoso}'`)}`;
    let page = await list(query);
    const names = page.value.map(({ displayName }) => displayName);
    while (page['@odata.nextLink']) {
      page = (await bench.ask<Page>('GET', page['@odata.nextLink'], { token: await bench.token('graph') })).body;
      names.push(...page.value.map(({ displayName }) => displayName));
    }
    assert.deepEqual(names, ['Bulk 1', 'Bulk 2', 'Bulk 3', 'Bulk 4', 'Bulk 5']);
  });

  it('ignores $top when it is told to, as some clients report', async () => {
    bench.sandbox.controls.setBehaviour({ ignoresTop: true });
    assert.equal((await list('$top=2')).value.length, 14);
  });

  for (const query of [
    '$top=0',
    '$top=301',
    '$top=many',
    '$skip=3',
    '$skipToken=abc',
    '$expand=requests',
    '$orderby=,',
  ]) {
    it(`refuses ${query} with 400`, async () => {
      assert.equal((await bench.graph('GET', `${relationships}?${query}`)).status, 400);
    });
  }

  it('is ordered by a property on demand', async () => {
    const { value } = await list('$orderby=status desc');
    const statuses = value.map(({ status }) => status);
    assert.deepEqual(statuses, [...statuses].sort().reverse());
  });

  it('counts and selects on demand', async () => {
    const page = await list('$count=true&$select=displayName&$top=1');
    assert.equal(page['@odata.count'], 14);
    assert.deepEqual(Object.keys(page.value[0] ?? {}).sort(), ['@odata.etag', '@odata.type', 'displayName']);
  });

  it('is refused without a token', async () => {
    const { status, body } = await bench.ask<GraphFault>('GET', `/v1.0/tenantRelationships/${relationships}`);
    assert.equal(status, 401);
    assert.equal(body.error.code, 'InvalidAuthenticationToken');
  });
});
