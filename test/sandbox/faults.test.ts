// Failures on demand, and the sandbox's record of requests.
import assert from 'node:assert/strict';
import { aRelationship, Bench, type GraphFault, ids, type PartnerCenterFault, relationships, scopes } from './bench.js';

describe('faults', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
    await bench.token('graph');
    await bench.token('partnerCenter');
  });
  afterEach(() => Bench.closeAll());

  const list = () => bench.graph<GraphFault>('GET', relationships);

  it('meet the next request once, unless told how often', async () => {
    bench.sandbox.controls.failNext({ status: 503 });
    assert.equal((await list()).status, 503);
    assert.equal((await list()).status, 200);
    bench.sandbox.controls.failNext({ status: 503, times: 2 });
    assert.deepEqual([(await list()).status, (await list()).status, (await list()).status], [503, 503, 200]);
  });

  it('throttle in the shape of each service', async () => {
    bench.sandbox.controls.failNext({ status: 429, retryAfterSeconds: 7, times: 2 });
    const graph = await list();
    assert.equal(graph.headers.get('retry-after'), '7');
    assert.equal(graph.body.error.code, 'TooManyRequests');
    const partnerCenter = await bench.partnerCenter('GET', 'customers');
    assert.equal(partnerCenter.headers.get('retry-after'), '7');
    assert.deepEqual(partnerCenter.body, {
      statusCode: 429,
      message: 'Rate limit is exceeded. Try again in 7 seconds.',
    });
  });

  it('carry a code and a message of choice, also at sign-in', async () => {
    bench.sandbox.controls.failNext({ status: 403, code: '900150', message: 'No rights.' });
    const { body } = await bench.partnerCenter<PartnerCenterFault>('GET', 'customers');
    assert.equal(body.code, '900150');
    assert.equal(body.description, 'No rights.');
    bench.sandbox.controls.failNext({ status: 401, code: 'invalid_client', message: 'AADSTS7000222: expired.' });
    const signIn = await bench.signIn({ grant_type: 'client_credentials', scope: scopes.graph });
    assert.equal(signIn.body.error, 'invalid_client');
    assert.deepEqual(signIn.body.error_codes, [7000222]);
  });

  it('meet only the method and path that they are meant for', async () => {
    bench.sandbox.controls.failNext({ method: 'post', path: /accessAssignments$/, status: 500 });
    bench.sandbox.controls.failNext({ path: '/v1/customers', status: 500 });
    assert.equal((await list()).status, 200);
    assert.equal((await bench.partnerCenter('GET', 'customers')).status, 500);
    assert.equal((await bench.partnerCenter('GET', 'customers')).status, 200);
  });

  it('happen no more once they are cleared', async () => {
    bench.sandbox.controls.failNext({ status: 500 });
    bench.sandbox.controls.clearFaults();
    assert.equal((await list()).status, 200);
  });

  it('cut the connection', async () => {
    bench.sandbox.controls.failNext({ kind: 'reset' });
    await assert.rejects(list(), { message: 'fetch failed' });
    assert.equal(bench.sandbox.controls.requests().at(-1)?.status, 0);
    assert.equal((await list()).status, 200);
  });

  it('leave a request without an answer until its client gives up', async () => {
    bench.sandbox.controls.failNext({ kind: 'stall' });
    const url = `${bench.sandbox.url}/v1.0/tenantRelationships/${relationships}`;
    await assert.rejects(fetch(url, { signal: AbortSignal.timeout(100) }), { name: 'TimeoutError' });
    assert.equal((await list()).status, 200);
  });

  it('let the sandbox close while a request is stalled', async () => {
    const other = await Bench.open();
    other.sandbox.controls.failNext({ kind: 'stall' });
    const stalled = assert.rejects(other.ask('GET', '/v1/customers'), { message: 'fetch failed' });
    while (other.sandbox.controls.requests().length === 0) await new Promise((resolve) => setImmediate(resolve));
    await other.close();
    await stalled;
  });

  it('break the JSON off', async () => {
    bench.sandbox.controls.failNext({ kind: 'invalidJson' });
    const { status, headers, body } = await list();
    assert.equal(status, 200);
    assert.match(headers.get('content-type') ?? '', /application\/json/);
    assert.equal(body, null);
  });

  it('lose only the answer of work that is done', async () => {
    bench.sandbox.controls.failNext({ method: 'POST', path: '/v1.0', kind: 'reset', when: 'after' });
    const create = () => bench.graph('POST', relationships, { body: aRelationship() });
    await assert.rejects(create(), { message: 'fetch failed' });
    assert.equal(bench.sandbox.controls.relationships(ids.contoso).length, 1);
    assert.equal((await create()).status, 409);
    bench.sandbox.controls.failNext({ status: 504, when: 'after' });
    assert.equal((await bench.graph('POST', relationships, { body: aRelationship({ displayName: 'B' }) })).status, 504);
    assert.equal(bench.sandbox.controls.relationships(ids.contoso).length, 2);
  });
});

describe('the record of requests', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  it('holds method, path, body, time and status, newest last', async () => {
    await bench.token('graph');
    bench.advance(5);
    await bench.graph('POST', `${relationships}?x=1`, { body: aRelationship() });
    const request = bench.sandbox.controls.requests().at(-1);
    assert.equal(request?.method, 'POST');
    assert.equal(request?.path, `/v1.0/tenantRelationships/${relationships}?x=1`);
    assert.deepEqual(request?.body, aRelationship());
    assert.equal(request?.at, '2026-03-02T09:00:05.000Z');
    assert.equal(request?.status, 201);
  });

  it('never holds a token or a secret', async () => {
    await bench.graph('GET', relationships);
    const requests = bench.sandbox.controls.requests();
    const text = JSON.stringify(requests);
    const { refreshToken, clientSecret } = bench.sandbox.credentials;
    for (const secret of [refreshToken, clientSecret, await bench.token('graph')]) assert(!text.includes(secret));
    assert.equal(requests.at(-1)?.headers.authorization, 'Bearer (app+user, graph)');
  });

  it('is empty once cleared, and does not count pages and controls', async () => {
    await bench.graph('GET', relationships);
    bench.sandbox.controls.clearRequests();
    await bench.ask('GET', '/');
    await bench.ask('GET', '/sandbox/requests');
    assert.deepEqual(bench.sandbox.controls.requests(), []);
  });
});
