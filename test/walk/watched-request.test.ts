// Every admin hears when a request to an offboarded tenant is approved after all, and one of them can end it.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { addDays } from '../../src/domain/time.js';
import { FileStore } from '../../src/store/file-store.js';
import { offboardingId } from '../support/an-offboarding.js';
import { assertGoodCard } from '../support/card-lint.js';
import { textOf } from '../support/card-reading.js';
import type { Chat } from '../support/fake-teams.js';
import { noLog } from '../support/test-dependencies.js';
import { aCertificate } from '../support/watched-request-builders.js';
import { people, tenantIds, World } from '../support/world.js';

const [alex, megan] = [people.alex, people.megan];

describe('a request to an offboarded tenant that the customer approves after all', () => {
  let world: World;
  let chats: { alex: Chat; megan: Chat };

  beforeEach(async () => {
    world = await World.start({ ADMINS: alex.aadObjectId, OPERATORS: megan.aadObjectId });
    chats = { alex: world.chat(alex, 'of-alex'), megan: world.chat(megan, 'of-megan') };
    for (const chat of Object.values(chats)) await chat.installs();
  });

  afterEach(() => world.end());

  const request = () => world.sandbox.controls.relationships(tenantIds.northwind)[0] ?? assert.fail();

  /** Northwind has been offboarded, as far as what an exit leaves behind is concerned. */
  const isWatched = async () => {
    const message = await chats.alex.says('/tenants Northwind Traders');
    await chats.alex.presses(message, 'Open: Northwind Traders');
    await chats.alex.presses(message, 'Disable');
    await chats.alex.presses(message, 'Yes, disable');
    await world.passes(5);
    const { id, createdDateTime } = request();
    await world.stopBot();
    const store = await FileStore.open(join(world.folder, 'data'), { onLost: () => undefined, log: noLog });
    await store.commit({
      certificates: [
        aCertificate({ id: offboardingId, tenantId: tenantIds.northwind, tenantName: 'Northwind Traders' }),
      ],
      watchedRequests: [
        {
          relationshipId: id,
          tenantId: tenantIds.northwind,
          certificateId: offboardingId,
          lapsesAt: addDays(createdDateTime, 90),
        },
      ],
    });
    await store.close();
    await world.startBot();
    await world.passes(5);
    return id;
  };
  const alarms = (chat: Chat) => chat.messages.filter(({ summary }) => /Northwind/.test(summary));

  it('is told to admins at the next sweep, and terminated by a click', async () => {
    const id = await isWatched();
    assert.match(textOf((await chats.alex.says('/status')).card), /1 open request to offboarded tenants is watched/);
    world.sandbox.controls.approve(id);
    await world.passes(310);
    const [message, ...more] = alarms(chats.alex);
    assert.ok(message);
    assert.deepEqual([more, alarms(chats.megan)], [[], []]);
    assert.equal(message.summary, '⚠️ Northwind Traders was offboarded, and has now approved a request of yours');
    assertGoodCard(message.card);
    assert.match(textOf((await chats.alex.says('/status')).card), /1 of them approved after all/);

    const answer = textOf(await chats.alex.presses(message, 'Terminate it now'));
    assert.match(answer, /is being terminated\nAlex Wilber asked for it/);
    await world.passes(600);
    assert.equal(request().status, 'terminated');
    assert.equal(alarms(chats.alex).at(-1)?.summary, '✅ The access to Northwind Traders is over');
    assert.doesNotMatch(textOf((await chats.alex.says('/status')).card), /offboarded tenants/);
    assert.match(
      textOf((await chats.alex.says('/history Northwind Traders')).card),
      /Stopped watching a request: GDAP relationship.*Termination sent.*request id.*Asked to terminate.*approved after the offboarding/s,
    );
    const late = await chats.alex.clicks(message, {
      type: '',
      verb: 'watchedRequest.terminate',
      data: { relationshipId: id },
    });
    assert.match(JSON.stringify(late.body), /is over/);
  });

  it('is told at once where Partner Center’s events arrive', async () => {
    const id = await isWatched();
    world.sandbox.controls.registerWebhook(`${world.app.url}/api/partner-center`);
    world.sandbox.controls.approve(id);
    await world.passes(60);
    assert.equal(alarms(chats.alex).length, 1);
  });

  it('is not for others to end', async () => {
    const id = await isWatched();
    world.sandbox.controls.approve(id);
    await world.passes(310);
    const [message] = alarms(chats.alex);
    assert.ok(message);
    const data = { relationshipId: id, tenantId: tenantIds.northwind };
    const { body } = await chats.megan.clicks(message, { type: '', verb: 'watchedRequest.terminate', data });
    assert.match(JSON.stringify(body), /You are an operator; this takes an admin/);
    await world.passes(300);
    assert.equal(request().status, 'active');
  });

  it('is not called over once the tenant is looked after again, and an old button leaves it alone', async () => {
    const id = await isWatched();
    world.sandbox.controls.approve(id);
    await world.passes(310);
    const [alarm] = alarms(chats.alex);
    assert.ok(alarm);
    const list = await chats.alex.says('/tenants Northwind Traders');
    await chats.alex.presses(list, 'Enable: Northwind Traders');
    await chats.alex.presses(list, 'Yes, enable');
    await world.passes(400);
    assert.equal(request().status, 'active');
    const text = textOf(await chats.alex.presses(alarm, 'Terminate it now'));
    assert.match(text, /does not watch the request to Northwind Traders any more\nNothing was done/);
    assert.doesNotMatch(text, /is over|gives no access/);
    await world.passes(600);
    assert.equal(request().status, 'active');
  });

  it('leaves another relationship alone when its id comes with a made-up click', async () => {
    await isWatched();
    const ofOthers = () =>
      Object.values(tenantIds).flatMap((tenantId) => world.sandbox.controls.relationships(tenantId));
    const other = ofOthers().find(({ status }) => status === 'active') ?? assert.fail('nothing is active');
    const message = await chats.alex.says('/tenants');
    const terminate = (relationshipId: unknown) =>
      chats.alex.clicks(message, {
        type: '',
        verb: 'watchedRequest.terminate',
        data: { relationshipId, tenantId: tenantIds.northwind } as Record<string, unknown>,
      });
    assert.doesNotMatch(JSON.stringify((await terminate(other.id)).body), /is over/);
    for (const made of ['..', '.', '', 'a/b', 'x\u202Ey', '\u0000', [other.id], { id: other.id }, 7, 'a'.repeat(101)])
      assert.match(JSON.stringify((await terminate(made)).body), /"statusCode":400/, JSON.stringify(made));
    await world.passes(600);
    assert.equal(ofOthers().find(({ id }) => id === other.id)?.status, 'active');
  });

  it('is told, and ended, through crashes', async () => {
    const id = await isWatched();
    world.sandbox.controls.approve(id);
    await world.crash();
    await world.passes(310);
    const [message] = alarms(chats.alex);
    assert.ok(message);
    await chats.alex.presses(message, 'Terminate it now');
    await world.crash();
    await world.passes(600);
    assert.equal(request().status, 'terminated');
    assert.deepEqual(
      alarms(chats.alex).map(({ summary }) => summary.slice(0, 1)),
      ['⚠', '✅'],
    );
  });
});
