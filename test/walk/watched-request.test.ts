// Every admin hears when a request to an offboarded tenant is approved after all, and one of them can end it.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { denial } from '../../src/bot/people/permissions.js';
import { addDays } from '../../src/domain/time.js';
import { FileStore } from '../../src/store/folder/file-store.js';
import { en } from '../../src/views/words/en/index.js';
import { offboardingId } from '../support/an-offboarding.js';
import { assertGoodCard } from '../support/card-lint.js';
import { rangeOn, textOf } from '../support/card-reading.js';
import type { Chat } from '../support/fake-teams.js';
import { folderDeps } from '../support/test-dependencies.js';
import { aCertificate } from '../support/watched-request-builders.js';
import { watchedRequestTitle } from '../support/wording.js';
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

  /** Northwind has been offboarded, as far as what an offboarding leaves behind is concerned. */
  const isWatched = async () => {
    const message = await chats.alex.says('/tenants Northwind Traders');
    await chats.alex.presses(message, { verb: 'tenant.open', name: 'Northwind Traders' });
    await chats.alex.presses(message, 'tenant.askDisable');
    await chats.alex.presses(message, 'tenant.disable');
    await world.passes(5);
    const { id, createdDateTime } = request();
    await world.stopBot();
    const store = await FileStore.open(join(world.folder, 'data'), folderDeps);
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
  const titleWhen = (is: Parameters<typeof watchedRequestTitle>[1]) => watchedRequestTitle('Northwind Traders', is);
  /** What /status says of watched requests: a line that is there only while there are some. */
  const statusSays = async () => {
    const lines = textOf((await chats.alex.says('/status')).card).split('\n');
    return lines.find((line) => line.startsWith('👁️'));
  };

  it('is told to admins at the next reconcile, and terminated by a click', async () => {
    const id = await isWatched();
    assert.match((await statusSays()) ?? '', / 1 /);
    assert.doesNotMatch((await statusSays()) ?? '', /⚠️/);
    world.sandbox.controls.approve(id);
    await world.passes(310);
    const [message, ...more] = alarms(chats.alex);
    assert.ok(message);
    assert.deepEqual([more, alarms(chats.megan)], [[], []]);
    assert.equal(message.summary, titleWhen('becameActive'));
    assertGoodCard(message.card);
    assert.match((await statusSays()) ?? '', /⚠️ 1 /);

    const answer = textOf(await chats.alex.presses(message, 'watchedRequest.terminate'));
    assert.ok(answer.includes(titleWhen('terminating')), answer);
    assert.match(answer, /Alex Wilber/);
    await world.passes(600);
    assert.equal(request().status, 'terminated');
    assert.equal(alarms(chats.alex).at(-1)?.summary, titleWhen('over'));
    assert.equal(await statusSays(), undefined);
    const { card } = await chats.alex.says('/history Northwind Traders');
    const audit = (await world.dataFolder()).split('\n').filter((line) => line.includes('"line":'));
    const entries = audit
      .map((line) => JSON.parse(line) as { what: string; requestId?: string })
      .filter(({ what }) => what.startsWith('watchedRequest'));
    assert.deepEqual(
      entries.map(({ what }) => what),
      [
        'watchedRequestBecameActive',
        'watchedRequestTerminationAsked',
        'watchedRequestTerminationSent',
        'watchedRequestOver',
      ],
    );
    assert.ok(textOf(card).includes(entries[2]?.requestId ?? assert.fail()));
    // Each of them has words of its own there.
    for (const { what } of entries) assert.ok(!textOf(card).includes(what), what);
    assert.ok((rangeOn(card)?.[2] ?? 0) >= entries.length);
    const late = await chats.alex.clicks(message, {
      type: '',
      verb: 'watchedRequest.terminate',
      data: { relationshipId: id },
    });
    assert.ok(JSON.stringify(late.body).includes(titleWhen('over')));
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
    const person = { id: megan.aadObjectId, name: megan.name };
    assert.ok(JSON.stringify(body).includes(denial('operator', 'admin', person, en) ?? assert.fail()));
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
    await chats.alex.enables(list, { name: 'Northwind Traders' });
    await world.passes(400);
    assert.equal(request().status, 'active');
    const text = textOf(await chats.alex.presses(alarm, 'watchedRequest.terminate'));
    assert.ok(text.includes(titleWhen('notWatched')), text);
    assert.ok(!text.includes(titleWhen('over')), text);
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
    assert.doesNotMatch(JSON.stringify((await terminate(other.id)).body), /✅/);
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
    await chats.alex.presses(message, 'watchedRequest.terminate');
    await world.crash();
    await world.passes(600);
    assert.equal(request().status, 'terminated');
    assert.deepEqual(
      alarms(chats.alex).map(({ summary }) => summary.slice(0, 1)),
      ['⚠', '✅'],
    );
  });
});
