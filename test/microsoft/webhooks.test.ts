// Are Partner Center's answers about webhooks and audit records understood, however they are spelt?
import assert from 'node:assert/strict';
import { CloudUnavailable, Refused, UnexpectedAnswer } from '../../src/domain/errors.js';
import { claimWebhook } from '../../src/microsoft/claim-webhook.js';
import { Webhooks } from '../../src/microsoft/webhooks.js';
import { Wire, type WireRequest } from '../../src/microsoft/wire.js';
import { ManualClock } from '../support/manual-clock.js';

const nobody = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('Partner Center’s webhooks', () => {
  let asked: WireRequest[];
  let answers: Record<string, { readonly status?: number; readonly body?: unknown }>;
  let webhooks: Webhooks;

  beforeEach(() => {
    asked = [];
    answers = {};
    const send = async (request: WireRequest) => {
      asked.push(request);
      const { status = 200, body = {} } = answers[`${request.method} ${request.path}`] ?? { status: 404 };
      return new Response(JSON.stringify(body), { status });
    };
    const clock = { now: () => new ManualClock().now(), after: () => () => undefined, pause: async () => undefined };
    const ignore = () => undefined;
    const caller = { token: async () => 'a token', drop: ignore, accepted: ignore, rejected: ignore };
    webhooks = new Webhooks(
      new Wire({ name: 'partnerCenter', send, person: caller, application: caller }, clock, nobody),
    );
  });

  it('read a registration in capitals and in small letters, whole and not', async () => {
    answers['GET /webhooks/v1/registration'] = {
      body: {
        WebhookUrl: 'https://a.example',
        WebhookEvents: ['x'],
        LastModifiedTimestamp: '2026-01-01T00:00:00.1234567+01:00',
      },
    };
    assert.deepEqual(await webhooks.registration(), {
      url: 'https://a.example',
      events: ['x'],
      changedAt: '2025-12-31T23:00:00.123Z',
    });
    answers['GET /webhooks/v1/registration'] = { body: { webhookUrl: 'https://a.example', webhookEvents: null } };
    assert.deepEqual(await webhooks.registration(), { url: 'https://a.example', events: [], changedAt: undefined });
  });

  it('say that there is none on 404, and nothing of the kind on a failure', async () => {
    assert.equal(await webhooks.registration(), undefined);
    answers['GET /webhooks/v1/registration'] = { status: 500 };
    await assert.rejects(webhooks.registration(), CloudUnavailable);
    answers['GET /webhooks/v1/registration'] = { body: { webhookEvents: [] } };
    await assert.rejects(webhooks.registration(), UnexpectedAnswer);
  });

  it('read whom an audit record is about, with its id in the path as it is', async () => {
    const path = '/auditactivity/v1/auditrecords/a_b%2Fc';
    answers[`GET ${path}`] = { body: { customerId: 'ABC', resourceType: 'partner_customer_dap', operationType: 'x' } };
    const record = { customerId: 'abc', resourceType: 'partner_customer_dap', operationType: 'x' };
    assert.deepEqual(await webhooks.auditRecord('a_b/c'), record);
    assert.equal(asked[0]?.template, '/auditactivity/v1/auditrecords/{id}');
    assert.equal(await webhooks.auditRecord('unknown'), undefined);
  });

  it('are not claimed when Microsoft refuses to register for another reason', async () => {
    answers['GET /webhooks/v1/registration/events'] = { body: ['test-created'] };
    answers['POST /webhooks/v1/registration'] = { status: 400 };
    await assert.rejects(claimWebhook(webhooks, 'https://a.example', true), Refused);
    assert.ok(!asked.some(({ method }) => method === 'PUT'));
  });

  it('are ours with a slash at the end, or a host in capitals', async () => {
    answers['GET /webhooks/v1/registration/events'] = { body: ['test-created'] };
    answers['GET /webhooks/v1/registration'] = { body: { webhookUrl: 'https://A.example/hook/', webhookEvents: [] } };
    answers['PUT /webhooks/v1/registration'] = {};
    assert.ok('registered' in (await claimWebhook(webhooks, 'https://a.example/hook')));
  });
});
