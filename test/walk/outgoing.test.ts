// A system of the partner's own is told of a tenant: signed, in order, each until it's taken, and its ticket becomes the tenant's.
import assert from 'node:assert/strict';
import { Webhook } from 'svix';
import { onEachStore, storeFor } from '../support/each-store.js';
import { answering, aReceiver, type Received, type Receiver } from '../support/receiver.js';
import { people, tenantIds, World } from '../support/world.js';

const secret = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
const tenantId = tenantIds.contoso;

describe('a system of the partner’s own', () => {
  let world: World;
  let receiver: Receiver;

  beforeEach(async function () {
    receiver = await aReceiver();
    // Its certificate is none that Node.js knows, and a process can be given others at its start alone.
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    const settings = {
      ADMINS: people.alex.aadObjectId,
      WEBHOOKS_OUT_URL: receiver.url(),
      WEBHOOKS_OUT_SECRET: secret,
      WEBHOOKS_OUT_ALLOW: 'localhost',
    };
    world = await World.start(settings, storeFor(this));
  });
  afterEach(async () => {
    await world.end();
    await receiver.close();
    delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  });

  /** What was told of the tenant. The sandbox's other customers have stories of their own. */
  const told = () => receiver.got.filter(({ body }) => body.includes(`"id":"${tenantId}"`));
  const types = (received: readonly Received[]) =>
    received.map(({ body }) => (JSON.parse(body) as { type: string }).type);

  onEachStore('is told what becomes of a tenant, again until it has taken it, also over a restart', async () => {
    const chat = world.chat(people.alex, 'chat-of-alex');
    await chat.installs();
    receiver.answers = answering(503);
    await chat.enables(await chat.says('/tenants contoso'), { name: 'Contoso Ltd' });
    await world.passes(60);
    const [first, ...again] = told();
    assert.ok(again.length > 0);
    assert.deepEqual([...new Set(types(told()))], ['tenant.enabled']);
    assert.ok(first);
    await world.stopBot();
    receiver.got.length = 0;
    receiver.answers = answering(200, '{"ticket":"INC-4711"}');
    await world.startBot();
    const [request] = world.sandbox.controls.relationships(tenantId);
    world.sandbox.controls.approve(request?.id ?? '');
    await world.passes(900);
    assert.deepEqual(types(told()), ['tenant.enabled', 'tenant.approval_needed', 'tenant.approved']);
    assert.equal(told()[0]?.headers['webhook-id'], first.headers['webhook-id']);
    for (const { headers, body } of told()) {
      const { 'webhook-id': id = '', 'webhook-timestamp': at, 'webhook-signature': signature } = headers;
      // Signed by another library: that of the receiver takes the time from the machine, and here it's the walk's.
      const signed = new Webhook(secret).sign(`${id}`, new Date(Number(at) * 1000), body);
      assert.equal(signature, signed);
      assert.ok(!body.includes(request?.id ?? 'no request'));
    }
    assert.equal((await world.tenant(tenantId)).ticket, 'INC-4711');
    await world.passes(600);
    assert.equal(told().length, 3);
  });
});
