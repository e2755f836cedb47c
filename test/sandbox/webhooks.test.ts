// The simulated Partner Center's answers about webhooks, and its deliveries: what, to whom, how often.
import assert from 'node:assert/strict';
import { verify, X509Certificate } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../../src/sandbox/sandbox.js';
import { type Answer, aRelationship, Bench, ids, relationships } from './bench.js';

interface Post {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

describe('Partner Center’s webhooks at the sandbox', () => {
  let bench: Bench;
  let hook: Server;
  let url: string;
  let posts: Post[];
  let status: number;

  beforeEach(async () => {
    bench = await Bench.open({ after: () => () => undefined });
    posts = [];
    status = 200;
    hook = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        posts.push({ headers: request.headers, body });
        response.statusCode = status;
        response.end();
      });
    });
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook`;
  });
  afterEach(async () => {
    await bench.close();
    hook.closeAllConnections();
    await new Promise((resolve) => hook.close(resolve));
  });

  const registration = async <T = Record<string, unknown>>(
    method: string,
    path = '',
    body?: unknown,
  ): Promise<Answer<T>> =>
    bench.ask(method, `/webhooks/v1/registration${path}`, { body, token: await bench.token('partnerCenter') });
  const register = (webhookEvents: readonly string[], method = 'POST') =>
    registration(method, '', {
      WebhookUrl: url,
      WebhookEvents: webhookEvents,
      SignatureTokenToMsSignatureHeader: true,
    });
  const of = (tenantId: string) => bench.sandbox.controls.relationships(tenantId)[0];
  /** The names of the events so far; `about`: only those that name it. */
  const named = (about = '') =>
    posts.filter(({ body }) => body.includes(about)).map(({ body }) => JSON.parse(body).EventName);

  it('are for whoever is signed in', async () => {
    assert.equal((await bench.ask('GET', '/webhooks/v1/registration')).status, 401);
    assert.equal((await bench.ask('GET', '/auditactivity/v1/auditrecords/x')).status, 401);
  });

  it('have one registration: 404 before, 409 for a second one, PUT to change it', async () => {
    assert.equal((await registration('GET')).status, 404);
    assert.equal((await register(['test-created'], 'PUT')).status, 404);
    const made = await register(['test-created']);
    assert.equal(made.status, 200);
    assert.equal(made.body.WebhookUrl, url);
    const again = await registration<{ description: string }>('POST', '', {
      webhookUrl: url,
      webhookEvents: ['test-created'],
    });
    assert.equal(again.status, 409);
    assert.equal(again.body.description, 'Registration already exists, use the PUT method to update a registration.');
    assert.equal((await register(['subscription-updated'], 'PUT')).status, 200);
    const { body } = await registration('GET');
    assert.deepEqual(body.webhookEvents, ['subscription-updated']);
    assert.equal(body.signatureTokenToMsSignatureHeader, true);
    assert.equal((await register(['no-such-event'], 'PUT')).status, 400);
  });

  it('sign an event so that anybody can check it, back to the sandbox’s own root', async () => {
    await register(['granular-admin-relationship-approved']);
    bench.sandbox.controls.approve(of(ids.northwind)?.id ?? '');
    await bench.sandbox.controls.deliverEvents();
    const [post] = posts;
    assert.ok(post);
    const { events } = bench.sandbox;
    const address = String(post.headers['x-ms-certificate-url']);
    assert.equal(address, `${events.certificateBaseUrl}/pcnotifications-dispatch.microsoft.com.cer`);
    const fetched = async (at: string) => new X509Certificate(Buffer.from(await (await fetch(at)).arrayBuffer()));
    const signer = await fetched(address);
    const issuerAt = /URI:(\S+)/.exec(signer.infoAccess ?? '')?.[1] ?? '';
    const intermediate = await fetched(issuerAt);
    const root = new X509Certificate(events.rootCertificate);
    assert.ok(signer.verify(intermediate.publicKey) && intermediate.verify(root.publicKey));
    assert.match(signer.subject, /O=Microsoft Corporation/);
    assert.equal(post.headers['x-ms-signature-algorithm'], 'rsa-sha256');
    const signature = Buffer.from(String(post.headers['x-ms-signature']).replace('Signature ', ''), 'base64');
    assert.ok(verify('sha256', Buffer.from(post.body), signer.publicKey, signature));
  });

  it('tell of a relationship and its assignments, with an audit record that says whose it is', async () => {
    await register((await registration<string[]>('GET', '/events')).body);
    const { body: made } = await bench.graph('POST', relationships, { body: aRelationship() });
    await bench.graph('POST', `${relationships}/${made.id}/requests`, { body: { action: 'lockForApproval' } });
    bench.advance(1);
    bench.sandbox.controls.approve(made.id);
    bench.advance(5);
    await bench.sandbox.controls.deliverEvents();
    assert.deepEqual(named(made.id), ['granular-admin-relationship-approved', 'granular-admin-relationship-activated']);
    const [first] = posts.filter(({ body }) => body.includes(made.id));
    const { ResourceUri, AuditUri, ResourceName, ResourceChangeUtcDate } = JSON.parse(first?.body ?? '');
    assert.equal(ResourceUri, `https://partner.microsoft.com/granularAdminRelationships/${made.id}`);
    assert.equal(ResourceName, 'GranularAdminRelationship');
    assert.match(ResourceChangeUtcDate, /^2026-03-02T09:00:01\.0000000\+00:00$/);
    const record = await bench.ask<Record<string, string>>('GET', new URL(AuditUri).pathname, {
      token: await bench.token('partnerCenter'),
    });
    assert.equal(record.body.customerId, ids.contoso);
    assert.equal(record.body.operationType, 'granular_admin_relationship_approved');
    assert.equal(JSON.parse(record.body.resourceNewValue ?? '').Id, made.id);
  });

  it('tell of assignments, of delegated admin and of subscriptions', async () => {
    await register((await registration<string[]>('GET', '/events')).body);
    const [assignment] = of(ids.fabrikam)?.assignments ?? [];
    bench.sandbox.controls.removeAssignment(assignment?.id ?? '');
    bench.sandbox.controls.setAzurePlan(ids.contoso, 'suspended');
    bench.sandbox.controls.setDelegatedAdmin(ids.contoso, true);
    await bench.partnerCenter('PATCH', `customers/${ids.alpine}`, { body: { AllowDelegatedAccess: false } });
    await bench.sandbox.controls.deliverEvents();
    assert.deepEqual(named(), ['subscription-updated', 'dap-admin-relationship-approved']);
    bench.advance(4);
    await bench.sandbox.controls.deliverEvents();
    assert.deepEqual(named().slice(2).sort(), [
      'dap-admin-relationship-terminated',
      'granular-admin-access-assignment-deleted',
    ]);
    assert.equal(JSON.parse(posts.at(-1)?.body ?? '').ResourceUri ?? null, null);
  });

  it('send nothing that is not registered, and nothing to another machine', async () => {
    await register(['subscription-updated']);
    bench.sandbox.controls.approve(of(ids.northwind)?.id ?? '');
    await registration('PUT', '', { WebhookUrl: 'https://a.example/hook', WebhookEvents: ['subscription-updated'] });
    bench.sandbox.controls.setAzurePlan(ids.contoso, 'none');
    await bench.sandbox.controls.deliverEvents();
    assert.deepEqual(posts, []);
    const deliveries = bench.sandbox.controls.deliveries();
    assert.deepEqual(
      deliveries.map(({ attempts }) => attempts.map((each) => each.status)),
      [[0]],
    );
  });

  it('try ten times, waiting longer each time, and never again', async () => {
    await register(['subscription-updated']);
    status = 503;
    bench.sandbox.controls.setAzurePlan(ids.contoso, 'none');
    for (let n = 0; n < 15; n += 1) {
      await bench.sandbox.controls.deliverEvents();
      await bench.sandbox.controls.deliverEvents();
      bench.advance(600);
    }
    assert.equal(posts.length, 10);
    assert.equal(bench.sandbox.controls.deliveries()[0]?.state, 'lost');
  });

  it('have the results of a test kept, two tests a minute, for whoever has registered for it', async () => {
    const test = () => registration<{ correlationId: string }>('POST', '/validationEvents');
    assert.equal((await test()).status, 400);
    await register(['test-created']);
    const { body } = await test();
    const result = () => registration<Record<string, unknown>>('GET', `/validationEvents/${body.correlationId}`);
    assert.equal((await result()).body.status, 'inProgress');
    await bench.sandbox.controls.deliverEvents();
    const done = await result();
    assert.equal(done.body.status, 'completed');
    assert.equal((done.body.results as { responseCode: string }[])[0]?.responseCode, 'OK');
    await test();
    const third = await test();
    assert.equal(third.status, 429);
    bench.advance(61);
    assert.equal((await test()).status, 200);
    assert.equal((await registration('GET', '/validationEvents/unknown')).status, 404);
  });

  it('are as they were when the sandbox starts again, with the same root', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gatehouse-webhooks-'));
    const options = { file: join(folder, 'world.json'), after: () => () => undefined };
    const first = await startSandbox(options);
    first.controls.registerWebhook(url);
    first.controls.sendEvent('test-created');
    await first.close();
    const second = await startSandbox(options);
    assert.equal(second.events.rootCertificate, first.events.rootCertificate);
    await second.controls.deliverEvents();
    assert.deepEqual(named(), ['test-created']);
    await second.close();
    await rm(folder, { recursive: true });
  });

  it('deliver by themselves when time passes by itself', async () => {
    const own = await startSandbox({ waits: { approvedSeconds: 0.05, activatingSeconds: 0.05 } });
    own.controls.registerWebhook(url);
    const id = own.controls.relationships(ids.northwind)[0]?.id ?? '';
    own.controls.approve(id);
    while (named(id).length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.deepEqual(named(id), ['granular-admin-relationship-approved', 'granular-admin-relationship-activated']);
    await own.close();
  });
});
