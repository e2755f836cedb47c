// An event goes to a receiver of the internet's kind: signed, checked, and never redirected.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { Webhook, WebhookVerificationError } from 'svix';
import { outgoingTargets } from '../../src/outgoing/targets.js';
import { now } from '../support/builders.js';
import { answering, aReceiver, type Receiver } from '../support/receiver.js';

const key = Buffer.alloc(32, 7).toString('base64');
const secret = `whsec_${key}`;
const message = { id: 'evt_1', at: now, body: '{"type":"tenant.disabled"}' };

describe('a receiver', () => {
  let receiver: Receiver;

  before(async () => {
    receiver = await aReceiver();
  });
  beforeEach(() => {
    receiver.got.length = 0;
    receiver.answers = answering(204);
  });
  after(() => receiver.close());

  const url = (path?: string, host?: string) => receiver.url(path, host);
  const target = (allowedInside: readonly string[] = ['LOCALHOST'], urls = [url()]) => {
    const [first] = outgoingTargets({ urls, secret, allowedInside, ca: receiver.ca });
    assert.ok(first);
    return first;
  };

  it('can check what it gets by the specification alone', async () => {
    assert.deepEqual(await target().send(message), { is: 'taken' });
    const [request] = receiver.got;
    assert.ok(request);
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = request.headers;
    const signed = createHmac('sha256', Buffer.from(key, 'base64')).update(`${id}.${at}.${request.body}`);
    assert.deepEqual([id, at, signature], ['evt_1', String(Date.parse(now) / 1000), `v1,${signed.digest('base64')}`]);
    assert.deepEqual([request.body, request.url], [message.body, '/hooks/secret-path']);
    assert.equal(request.headers['content-type'], 'application/json');
  });

  it('can check it with another library than the one that signs it, which refuses a changed body and another secret', async () => {
    // The library takes the time from the machine.
    const at = new Date().toISOString();
    assert.deepEqual(await target().send({ ...message, at }), { is: 'taken' });
    const [request] = receiver.got;
    assert.ok(request);
    const headers = { ...request.headers } as Record<string, string>;
    assert.deepEqual(new Webhook(secret).verify(request.body, headers), JSON.parse(message.body));
    assert.throws(() => new Webhook(secret).verify(`${request.body} `, headers), WebhookVerificationError);
    const other = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
    assert.throws(() => new Webhook(other).verify(request.body, headers), WebhookVerificationError);
    const late = { ...headers, 'webhook-timestamp': `${Number(headers['webhook-timestamp']) - 1}` };
    assert.throws(() => new Webhook(secret).verify(request.body, late), WebhookVerificationError);
  });

  it('has taken it with any 2xx only, may want no more, and may say when to come again', async () => {
    const answered = (status: number, headers = {}) => {
      receiver.answers = answering(status, 'x', headers);
      return target().send(message);
    };
    assert.deepEqual(await answered(202), { is: 'taken' });
    assert.deepEqual(await answered(410), { is: 'unwanted', answer: '410' });
    assert.deepEqual(await answered(503, { 'retry-after': '120' }), {
      is: 'failed',
      answer: '503',
      retryAfterSeconds: 120,
    });
    assert.deepEqual(await answered(429, { 'retry-after': 'soon' }), { is: 'failed', answer: '429' });
  });

  it('is not followed elsewhere', async () => {
    receiver.answers = answering(307, '', { location: url('/elsewhere') });
    assert.deepEqual(await target().send(message), { is: 'failed', answer: '307' });
    assert.equal(receiver.got.length, 1);
  });

  it('that is inside gets nothing unless it is allowed by name', async () => {
    for (const host of ['localhost', '127.0.0.1']) {
      const inside = target(['other.example.com'], [url('/', host)]);
      assert.deepEqual(await inside.send(message), { is: 'failed', answer: 'INSIDE_ADDRESS' });
    }
    assert.equal(receiver.got.length, 0);
  });

  it('that answers with more than can be read has taken it all the same', async () => {
    receiver.answers = answering(200, ' '.repeat(200_000));
    assert.deepEqual(await target().send(message), { is: 'taken' });
  });

  it('may name the ticket that it has opened, in a short answer of JSON', async () => {
    const saying = (body: string) => {
      receiver.answers = answering(201, body);
      return target().send(message);
    };
    assert.deepEqual(await saying('{"ticket":"INC-17"}'), { is: 'taken', ticket: 'INC-17' });
    assert.deepEqual(await saying('{"ticket":17}'), { is: 'taken', ticket: '17' });
    for (const other of ['{"ticket":{}}', '{"ticket"', '[]', 'null', `{"ticket":"${'x'.repeat(5000)}"}`])
      assert.deepEqual(await saying(other), { is: 'taken' }, other);
  });

  it('that cannot be reached, or that nobody vouches for, is an answer as well', async () => {
    const closed = await target(['localhost'], ['https://localhost:1/']).send(message);
    assert.deepEqual(closed, { is: 'failed', answer: 'ECONNREFUSED' });
    const [untrusted] = outgoingTargets({ urls: [url()], secret, allowedInside: ['localhost'] });
    const answer = await untrusted?.send(message);
    assert.equal(answer?.is, 'failed');
    assert.equal(receiver.got.length, 0);
  });

  it('is known by a hash and the name of its machine, never by its whole address', () => {
    const { id, host } = target();
    assert.match(id, /^[0-9a-f]{16}$/);
    assert.equal(host, 'localhost');
    assert.equal(outgoingTargets({ urls: [url(), url()], secret, allowedInside: [] }).length, 1);
  });
});
