// A bot with an identity, through the Bot Framework's own SDK: whose requests it accepts, and where its answers go.

import assert from 'node:assert/strict';
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { refusedWords } from '../../src/bot/replies/failure.js';
import { en } from '../../src/views/words/en/index.js';
import { type Answer, FakeInternet } from '../support/fake-internet.js';
import { people, World } from '../support/world.js';

const appId = 'b0700000-0000-4000-8000-000000000001';
const tenantId = 'aaaaaaaa-0000-4000-8000-000000000001';
const otherTenant = 'dddddddd-0000-4000-8000-000000000001';
const connector = 'smba.trafficmanager.net';
const serviceUrl = `https://${connector}/emea/`;
const microsofts = generateKeyPairSync('rsa', { modulusLength: 2048 });
const forgers = generateKeyPairSync('rsa', { modulusLength: 2048 });

const publicKey = microsofts.publicKey.export({ format: 'jwk' });
const keys = [
  { ...publicKey, kid: 'for Teams', endorsements: ['msteams'] },
  { ...publicKey, kid: 'for others', endorsements: ['webchat'] },
];

interface Token {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly key?: KeyObject;
}

function bearer({ claims = {}, header = {}, key = microsofts.privateKey }: Token = {}): string {
  const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const usual = {
    iss: 'https://api.botframework.com',
    aud: appId,
    serviceurl: serviceUrl,
    nbf: now - 60,
    exp: now + 600,
  };
  const text = `${base64({ alg: 'RS256', typ: 'JWT', kid: 'for Teams', ...header })}.${base64({ ...usual, ...claims })}`;
  return `Bearer ${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
}

describe('a bot with an identity', () => {
  let world: World;
  let internet: FakeInternet;
  let calls: string[];
  let hasKeys: boolean;
  /** What the connector answers to a message, if not at once. */
  let postTakes: Promise<unknown> | undefined;
  let member: Readonly<Record<string, unknown>> | Promise<unknown> | undefined;

  const answers: Answer = ({ method, host, path }) => {
    calls.push(`${method} ${host}${path}`);
    if (!hasKeys && host === 'login.botframework.com') return undefined;
    if (path.endsWith('/keys')) return { keys };
    if (path.includes('/.well-known/')) return { jwks_uri: `https://${host}/keys` };
    if (host === 'login.microsoftonline.com') return { token_type: 'Bearer', expires_in: 3600, access_token: 'x' };
    if (host === connector && method === 'GET') return member;
    return host === connector ? (postTakes ?? { id: 'posted' }) : undefined;
  };
  const posted = () => calls.filter((call) => call.startsWith('POST') && !call.includes('/oauth2/'));

  const send = async (authorization: string | undefined, changes: Readonly<Record<string, unknown>> = {}) => {
    const activity = {
      type: 'message',
      id: 'activity',
      text: '/tenants',
      channelId: 'msteams',
      serviceUrl,
      from: people.alex,
      recipient: { id: `28:${appId}`, name: 'Gatehouse' },
      conversation: { id: 'chat', conversationType: 'personal', tenantId },
      channelData: { tenant: { id: tenantId } },
      ...changes,
    };
    const response = await fetch(`${world.app.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
      body: JSON.stringify(activity),
    });
    return { status: response.status, text: await response.text() };
  };
  const click = { type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: 'tenants.list' } } };

  // The SDK writes why it refuses a token to the console as well.
  const { error: consoleError } = console;
  before(() => {
    console.error = () => undefined;
  });
  after(() => {
    console.error = consoleError;
  });

  beforeEach(async () => {
    calls = [];
    hasKeys = true;
    postTakes = undefined;
    member = { id: people.alex.id, tenantId, userRole: 'user' };
    internet = new FakeInternet(answers);
    await internet.start();
    world = await World.start({
      MicrosoftAppId: appId,
      MicrosoftAppPassword: 'secret',
      MicrosoftAppTenantId: tenantId,
      ADMINS: people.alex.aadObjectId,
    });
  });

  afterEach(async () => {
    await world.end();
    await internet.stop();
  });

  // The first of all: the SDK keeps keys that it has once had.
  it('says that the fault is its own when Microsoft’s keys cannot be had', async () => {
    hasKeys = false;
    const { status, text } = await send(bearer(), click);
    assert.equal(status, 500);
    assert.match(text, /^\{"code":"Refused","correlationId":"[0-9a-f-]{36}"\}$/);
    const line = world.log.find(({ event }) => event === 'requestFailed');
    assert.match(String(line?.fields.why), /openID/);
  });

  it('answers a person of its own, through Teams’ connector', async () => {
    assert.equal((await send(bearer())).status, 200);
    assert.deepEqual(posted(), [`POST ${connector}/emea/v3/conversations/chat/activities/activity`]);
    assert.match((await send(bearer(), click)).text, /Woodgrove Bank/);
  });

  it('answers each region through its own connector', async () => {
    await send(bearer());
    const amer = `https://${connector}/amer/`;
    await send(bearer({ claims: { serviceurl: amer } }), { serviceUrl: amer });
    assert.match(posted().at(-1) ?? '', /\/amer\//);
  });

  for (const [what, authorization] of [
    ['without a token', () => undefined],
    ['with a token that is none', () => 'Bearer none'],
    ['signed by somebody else', () => bearer({ key: forgers.privateKey })],
    [
      'signed by nobody',
      () =>
        `${bearer({ header: { alg: 'none' } })
          .split('.')
          .slice(0, 2)
          .join('.')}.`,
    ],
    ['with a key that is not known', () => bearer({ header: { kid: 'other' } })],
    ['with a key that is not for Teams', () => bearer({ header: { kid: 'for others' } })],
    ['for another bot', () => bearer({ claims: { aud: 'b0700000-0000-4000-8000-000000000002' } })],
    ['from another issuer', () => bearer({ claims: { iss: 'https://api.example.com' } })],
    [
      'from the issuer of the emulator',
      () =>
        bearer({
          claims: { iss: `https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/`, ver: '1.0', appid: appId },
        }),
    ],
    ['that is over', () => bearer({ claims: { nbf: 1_600_000_000, exp: 1_600_000_600 } })],
    ['for another address to answer to', () => bearer({ claims: { serviceurl: 'https://example.com/' } })],
  ] as const) {
    it(`refuses a click ${what}, and says nothing more`, async () => {
      const { status, text } = await send(authorization(), click);
      assert.equal(status, 401);
      assert.match(text, /^\{"code":"Unauthorized","correlationId":"[0-9a-f-]{36}"\}$/);
      assert.deepEqual(posted(), []);
    });
  }

  it('sends nothing to an address that is not Teams’, whatever a token says', async () => {
    const elsewhere = 'https://smba.trafficmanager.net.example.com/';
    const authorization = bearer({ claims: { serviceurl: elsewhere } });
    const { status, text } = await send(authorization, { ...click, serviceUrl: elsewhere });
    assert.equal(status, 403);
    assert.match(text, /^\{"code":"Refused","correlationId":"[0-9a-f-]{36}"\}$/);
    await send(authorization, { serviceUrl: elsewhere });
    assert.ok(calls.every((call) => !call.includes('example.com')));
  });

  for (const [what, changes, asTeamsSays] of [
    ['another channel', { channelId: 'webchat' }, {}],
    ['another tenant', { channelData: { tenant: { id: otherTenant } } }, {}],
    ['a conversation of another tenant', { conversation: { id: 'chat', tenantId: otherTenant } }, {}],
    ['somebody without an object id', { from: { id: '29:x', name: 'X' } }, {}],
    ['a guest', {}, { userRole: 'guest' }],
    ['a member from another tenant', {}, { tenantId: otherTenant }],
    ['a guest who is called a member', {}, { userRole: 'user', userPrincipalName: 'x_y.example#EXT#@partner.example' }],
    ['somebody whose role nobody knows', {}, { userRole: 'visitor' }],
  ] as const) {
    it(`shows nothing to ${what}`, async () => {
      member = { id: people.alex.id, tenantId, userRole: 'user', ...asTeamsSays };
      const { text } = await send(
        bearer({ header: { kid: what === 'another channel' ? 'for others' : 'for Teams' } }),
        {
          ...click,
          ...changes,
        },
      );
      assert.doesNotMatch(text, /Woodgrove/);
      assert.ok(world.log.some(({ event }) => event === 'strangerRefused'));
    });
  }

  /** Lets time pass from timer to timer until there is an answer; gives it, with the seconds that it took. */
  const timed = async <T>(answer: Promise<T>): Promise<{ readonly answer: T; readonly seconds: number }> => {
    const start = world.clock.elapsedMs();
    for (;;) {
      const isThere = await Promise.race([answer.then(() => true), delay(150, false)]);
      if (isThere) return { answer: await answer, seconds: (world.clock.elapsedMs() - start) / 1000 };
      world.clock.next(Number.POSITIVE_INFINITY);
    }
  };

  it('answers a click within 8 seconds while Teams’ member list takes 20, and knows the person afterwards', async () => {
    const held: { tell?: (member: unknown) => void } = {};
    member = new Promise((resolve) => {
      held.tell = resolve;
    });
    const { answer, seconds } = await timed(send(bearer(), click));
    assert.ok(seconds <= 8, `${seconds} s`);
    assert.equal(answer.status, 200);
    assert.match(answer.text, /"statusCode":500/);
    assert.ok(answer.text.includes(refusedWords('notChecked', en).line));
    await world.clock.passes(17);
    held.tell?.({ id: people.alex.id, tenantId, userRole: 'owner' });
    await delay(100);
    assert.match((await send(bearer(), click)).text, /Woodgrove/);
    assert.equal(calls.filter((call) => call.includes('/members/')).length, 1);
  });

  it('tells somebody whom Teams’ member list does not have yet to try again, and not that they are a stranger', async () => {
    member = undefined;
    const { text } = await send(bearer(), click);
    assert.ok(text.includes(refusedWords('notChecked', en).line));
    assert.ok(!text.includes(refusedWords('guest', en).line));
    member = { id: people.alex.id, tenantId };
    assert.match((await send(bearer(), click)).text, /Woodgrove/);
  });

  it('receives a message within 8 seconds while Teams does not take the answer', async () => {
    postTakes = new Promise(() => undefined);
    const { answer, seconds } = await timed(send(bearer()));
    assert.ok(seconds <= 8, `${seconds} s`);
    assert.deepEqual(answer, { status: 200, text: '' });
  });
});
