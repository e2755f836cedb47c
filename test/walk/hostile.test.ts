// Whatever comes in, the answer is calm, nothing reaches Microsoft and nothing breaks.

import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { denial } from '../../src/bot/people/permissions.js';
import { en } from '../../src/views/words/en/index.js';
import { buttonFor, buttonVerbs, rangeOn, statusesOn, textOf } from '../support/card-reading.js';
import { isDrawnFrom, refusalOf } from '../support/wording.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

describe('a click that nobody could have made', () => {
  // Before the world is made, so that this is checked before the world ends.
  afterEach(async () => {
    await w.world.passes(1);
    const writes = w.world.sandbox.controls
      .requests()
      .filter(({ method, path }) => method !== 'GET' && !path.includes('oauth2'))
      // The group that the sandbox refuses at Trey Research is tried again for five minutes.
      .filter(({ path }) => !path.includes(tenantIds.trey.replace(/^1/, '2')));
    assert.deepEqual(writes, []);
    assert.ok(!w.world.log.some(({ event }) => event === 'turnBroke'));
  });

  const w = aWorldForEach();

  const click = async (verb: unknown, data: unknown) => {
    const { status, body } = await w.world.teams.send({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb, data } },
      from: people.alex,
      conversation: { id: 'chat-of-alex', conversationType: 'personal' },
      replyToId: 'message-of-nobody',
    });
    return { status, body: body as { statusCode: number; type: string; value: unknown } };
  };

  beforeEach(() => w.world.sandbox.controls.clearRequests());

  for (const [what, verb, data] of [
    ['an unknown verb', 'tenant.destroy', { tenantId: tenantIds.contoso }],
    ['no data at all', 'tenant.enable', null],
    ['data of the wrong type', 'tenant.enable', 'everything'],
    ['a tenant id that leads out of the path', 'tenant.enable', { tenantId: '../../customers', version: 1 }],
    ['an object for a tenant id', 'tenant.enable', { tenantId: { toString: 'x' }, version: 1 }],
    ['a search of 200,000 characters', 'tenants.list', { search: 'x'.repeat(200_000) }],
  ] as const) {
    it(`is refused with HTTP 200 and a code: ${what}`, async () => {
      const { status, body } = await click(verb, data);
      assert.equal(status, 200);
      assert.ok(body.statusCode === 400 ? body.type === 'application/vnd.microsoft.error' : body.statusCode === 200);
    });
  }

  it('about a tenant that is none of ours leads to the list', async () => {
    const { body } = await click('tenant.disable', { tenantId: '99999999-0000-4000-8000-000000000001', version: 1 });
    assert.ok(buttonVerbs(body.value).includes('tenants.list'));
    assert.deepEqual(rangeOn(body.value), [1, 10, 18]);
  });

  it('that does something without saying what it was drawn from does nothing', async () => {
    const { body } = await click('tenant.enable', { tenantId: tenantIds.contoso });
    assert.ok(textOf(body.value).includes(refusalOf('Contoso Ltd', 'outdated')));
  });

  it('that agrees to another template than the question showed, or to none, is asked again', async () => {
    const question = await click('tenant.askEnable', { tenantId: tenantIds.contoso, version: 1 });
    const { data } = buttonFor(question.body.value, 'tenant.enable') ?? assert.fail();
    for (const templateHash of ['another', undefined]) {
      const { body } = await click('tenant.enable', { ...data, templateHash });
      assert.deepEqual(buttonVerbs(body.value), buttonVerbs(question.body.value));
      const isTold = textOf(body.value).includes(en.questions.enable.templateChanged);
      assert.equal(isTold, templateHash !== undefined);
    }
  });

  it('with a version from the future or the past does nothing', async () => {
    const question = await click('tenant.askEnable', { tenantId: tenantIds.contoso, version: 1 });
    const { data } = buttonFor(question.body.value, 'tenant.enable') ?? assert.fail();
    for (const version of [999, 0, -1]) {
      const { body } = await click('tenant.enable', { ...data, version });
      assert.ok(textOf(body.value).includes(refusalOf('Contoso Ltd', 'outdated')));
    }
  });

  it('with prototype tricks is an ordinary click', async () => {
    const data = JSON.parse(
      `{"tenantId":"${tenantIds.contoso}","__proto__":{"version":1},"constructor":{"prototype":{}}}`,
    );
    const { body } = await click('tenant.open', data);
    assert.match(textOf(body.value), /Contoso Ltd/);
  });
});

describe('an activity that nobody could have sent', () => {
  const w = aWorldForEach();

  it('naming a server on the net as the one to answer to is not answered', async () => {
    const before = w.chat.messages.length;
    await w.world.teams.send({
      type: 'message',
      text: '/tenants',
      serviceUrl: 'https://evil.example',
      from: people.alex,
      conversation: { id: 'chat-of-alex' },
    });
    assert.equal(w.chat.messages.length, before);
    assert.ok(w.world.log.some(({ event, fields }) => event === 'activityRefused' && fields.host === 'evil.example'));
  });

  it('larger than a quarter of a megabyte is refused before it is looked at', async () => {
    const { status } = await w.world.teams.send({ type: 'message', text: 'x'.repeat(300_000) });
    assert.equal(status, 413);
  });

  const post = async (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) => {
    const response = await fetch(`${w.world.app.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    return { status: response.status, text: await response.text() };
  };

  for (const [what, body, headers, status] of [
    ['empty', '', {}, 400],
    ['no JSON', '{"type":', {}, 400],
    ['a list', '[]', {}, 400],
    ['no activity', '{}', {}, 400],
    ['not said to be JSON', '{"type":"message"}', { 'content-type': 'application/octet-stream' }, 400],
    ['said to be gzip', 'but is not', { 'content-encoding': 'gzip' }, 415],
    ['a small body that grows', gzipSync(new Uint8Array(50_000_000)), { 'content-encoding': 'gzip' }, 415],
  ] as const) {
    it(`whose body is wrong gets a code and no details: ${what}`, async () => {
      const answer = await post(body, headers);
      assert.equal(answer.status, status);
      assert.match(answer.text, /^\{"code":"[A-Za-z]+","correlationId":"[0-9a-f-]{36}"\}$/);
      assert.ok(w.world.log.some(({ event, fields }) => event === 'requestRefused' && fields.status === status));
    });
  }

  for (const [what, changes] of [
    ['a type that is an object', { type: {} }],
    ['no conversation', { conversation: null }],
    ['a list of conversations', { conversation: [{ id: 'chat-of-alex' }] }],
    ['a conversation without a name', { conversation: { id: '' } }],
    ['nobody to whom it was sent', { recipient: undefined }],
    ['a number for who sent it', { from: 7 }],
    ['an object for what was said', { text: { toString: 'x' } }],
    ['members that are no list', { type: 'conversationUpdate', membersAdded: { id: '28:gatehouse' } }],
    ['an address that is an object', { serviceUrl: { href: 'http://127.0.0.1' } }],
    ['an invoke in a conversation of a wrong type', { type: 'invoke', name: 'adaptiveCard/action', conversation: 1 }],
  ] as const) {
    it(`is refused before anybody looks at it: ${what}`, async () => {
      const { status, body } = await w.world.teams.send({
        type: 'message',
        text: '/help',
        from: people.alex,
        conversation: { id: 'chat-of-alex' },
        ...changes,
      });
      assert.equal(status, 400);
      assert.deepEqual(Object.keys(body as object), ['code', 'correlationId']);
      assert.ok(!w.world.log.some(({ level }) => level === 'error'));
    });
  }

  it('of a kind that the bot does not know does not disturb it', async () => {
    for (const type of ['typing', 'messageReaction', 'event', 'endOfConversation', 'somethingNew']) {
      await w.world.teams.send({ type, from: people.alex, conversation: { id: 'chat-of-alex' } });
    }
    assert.ok(isDrawnFrom((await w.chat.says('/help')).card, 'help'));
  });
});

describe('the health of the bot', () => {
  const w = aWorldForEach();

  it('is told to whoever asks', async () => {
    const response = await fetch(`${w.world.app.url}/healthz`);
    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), { status: 'ok' });
  });
});

describe('somebody who may not', () => {
  const megan = { id: people.megan.aadObjectId, name: people.megan.name };
  const w = aWorldForEach({
    ADMINS: people.alex.aadObjectId,
    OPERATORS: '',
    VIEWERS: people.megan.aadObjectId,
  });

  it('is told why, and whom to ask, on the card as it is', async () => {
    const list = await w.chat.says('/tenants contoso');
    const { body } = await w.world
      .chat(people.megan, 'chat-of-alex')
      .clicks(list, w.chat.finds(list, 'tenant.askEnable'));
    assert.ok(textOf(body).includes(denial('viewer', 'operator', megan, en) ?? assert.fail()));
    assert.deepEqual(statusesOn(body), ['notConfigured']);
    assert.equal(w.world.sandbox.controls.relationships(tenantIds.contoso).length, 0);
  });

  it('sees nothing at all when they are on no list', async () => {
    const nobody = w.world.chat(
      { id: '29:x', name: 'Eve', aadObjectId: '00000000-0000-4000-8000-0000000000ee' },
      'chat-of-eve',
    );
    const answer = await nobody.says('/tenants');
    const eve = { id: '00000000-0000-4000-8000-0000000000ee', name: 'Eve' };
    assert.ok(nobody.reads(answer).includes(denial(undefined, 'viewer', eve, en) ?? assert.fail()));
    for (const part of [eve.id, 'VIEWERS']) assert.ok(nobody.reads(answer).includes(part), part);
    assert.doesNotMatch(nobody.reads(answer), /Contoso/);
  });

  it('is greeted when they install the bot, but hears of no tenant', async () => {
    const eve = { id: '29:x', name: 'Eve', aadObjectId: '00000000-0000-4000-8000-0000000000ee' };
    const nobody = w.world.chat(eve, 'chat-of-eve');
    await nobody.installs();
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.northwind);
    w.world.sandbox.controls.approve(relationship?.id ?? '');
    await w.world.passes(60);
    assert.ok(w.chat.messages.some(({ summary }) => /Northwind Traders/.test(summary)));
    assert.equal(nobody.messages.length, 1);
  });

  it('cannot press a button that was drawn for somebody else', async () => {
    const list = await w.chat.says('/tenants fabrikam');
    await w.chat.presses(list, { verb: 'tenant.open', name: 'Fabrikam Inc' });
    await w.chat.presses(list, 'tenant.askDisable');
    const yes = w.chat.finds(list, 'tenant.disable');
    const { body } = await w.world.chat(people.megan, 'chat-of-alex').clicks(list, yes);
    assert.ok(textOf(body).includes(denial('viewer', 'admin', megan, en) ?? assert.fail()));
    assert.deepEqual(statusesOn(body), ['approved']);
  });
});
