// Partner Center's answers about webhooks and audit records are understood, however they're spelt.

import assert from 'node:assert/strict';
import { CloudUnavailable, Refused, UnexpectedAnswer } from '../../../src/domain/errors.js';
import type { HttpRequest } from '../../../src/microsoft/http/http-request.js';
import { registerWebhook } from '../../../src/microsoft/partner-center/register-webhook.js';
import { Webhooks } from '../../../src/microsoft/partner-center/webhooks.js';
import { requestTestEvent } from '../../../src/operations/reconcile/webhook-heartbeat.js';
import { aClient } from '../../support/a-client.js';
import { ManualClock } from '../../support/manual-clock.js';

const nobody = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('Partner Center’s webhooks', () => {
  let asked: HttpRequest[];
  let answers: Record<string, { readonly status?: number; readonly body?: unknown }>;
  let webhooks: Webhooks;

  beforeEach(() => {
    asked = [];
    answers = {};
    const send = async (request: HttpRequest) => {
      asked.push(request);
      const { status = 200, body = {} } = answers[`${request.method} ${request.path}`] ?? { status: 404 };
      return new Response(JSON.stringify(body), { status });
    };
    const { now } = new ManualClock();
    const never = () => () => undefined;
    const clock = { now, elapsedMs: () => 0, after: never, limit: never, pause: async () => undefined };
    webhooks = new Webhooks(aClient({ name: 'partnerCenter', send, clock, log: nobody }));
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
    await assert.rejects(registerWebhook(webhooks, 'https://a.example', true), Refused);
    assert.ok(!asked.some(({ method }) => method === 'PUT'));
  });

  it('are claimed for all that Microsoft offers about customers, and for nothing else', async () => {
    // Of those that are documented; which of the others there may be is not ours to know.
    const aboutCustomers = [
      'test-created',
      ...['approved', 'activated', 'terminated', 'expired'].map((what) => `granular-admin-relationship-${what}`),
      ...['created', 'activated', 'updated', 'deleted'].map((what) => `granular-admin-access-assignment-${what}`),
      ...['approved', 'terminated', 'terminated-by-microsoft'].map((what) => `dap-admin-relationship-${what}`),
      'reseller-relationship-accepted-by-customer',
      'subscription-updated',
    ];
    answers['GET /webhooks/v1/registration/events'] = {
      body: ['invoice-ready', ...aboutCustomers, 'azure-fraud-event-detected', 'referral-created'],
    };
    answers['POST /webhooks/v1/registration'] = { status: 201 };
    const claim = await registerWebhook(webhooks, 'https://a.example');
    assert.ok('registered' in claim);
    assert.deepEqual([...claim.registered.events].sort(), [...aboutCustomers].sort());
  });

  it('are ours with a slash at the end, or a host in capitals', async () => {
    answers['GET /webhooks/v1/registration/events'] = { body: ['test-created'] };
    answers['GET /webhooks/v1/registration'] = { body: { webhookUrl: 'https://A.example/hook/', webhookEvents: [] } };
    answers['PUT /webhooks/v1/registration'] = {};
    assert.ok('registered' in (await registerWebhook(webhooks, 'https://a.example/hook')));
  });

  describe('that are asked for an event', () => {
    const ours = 'https://a.example/hook';
    const test = 'POST /webhooks/v1/registration/validationEvents';
    const asks = (ourUrl: string | undefined, areOurs = false) =>
      requestTestEvent(webhooks, { ourUrl, areOurs }, nobody);
    const calls = () => asked.map(({ method, path }) => `${method} ${path}`);

    beforeEach(() => {
      answers['GET /webhooks/v1/registration'] = { body: { webhookUrl: ours, webhookEvents: [] } };
      answers[test] = { body: { correlationId: 'an id' } };
    });

    it('are looked at before, unless it is known that they come to us', async () => {
      assert.equal(await asks(`${ours}/`), true);
      assert.deepEqual(calls(), ['GET /webhooks/v1/registration', test]);
      assert.equal(await asks(ours, true), true);
      assert.deepEqual(calls().slice(2), [test]);
    });

    it('send none to another product’s address, or to nobody’s', async () => {
      assert.equal(await asks('https://another.example/hook'), false);
      answers['GET /webhooks/v1/registration'] = { status: 404 };
      assert.equal(await asks(ours), false);
      assert.ok(!calls().includes(test));
    });

    it('are not asked at all while nobody has said where the internet reaches us', async () => {
      assert.deepEqual([await asks(undefined), await asks(undefined, true)], [false, false]);
      assert.deepEqual(asked, []);
    });
  });
});
