// Whatever is posted to the bot, the answer is never a fault of ours; and what it leaves behind.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { teamsAdapter } from '../../src/bot/conversation/adapter.js';
import { TeamsBot, type TeamsBotDeps } from '../../src/bot/conversation/teams-bot.js';
import { messagesRoute } from '../../src/http/messages-route.js';
import { refuser } from '../../src/http/refuse.js';
import { type Listening, listen } from '../../src/http/server.js';
import { boundedLog } from '../../src/runtime/bounded-log.js';
import { correlated } from '../../src/runtime/correlation.js';
import type { Log } from '../../src/runtime/log.js';
import { tenantBy } from '../support/builders.js';
import { ManualClock } from '../support/manual-clock.js';
import { someServices } from '../support/some-services.js';
import { aWorldForEach, people } from '../support/world.js';

const odd = fc.oneof(
  fc.constantFrom(undefined, null, '', 0, true, [], {}, 'x', '__proto__'),
  fc.string({ maxLength: 20 }),
  fc.jsonValue({ maxDepth: 2 }),
);
const among = (...values: readonly unknown[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: odd });
const verbs = [
  'tenants.list',
  'tenant.open',
  'inserted.show',
  'tenant.enable',
  'leftovers.list',
  'offboarding.plan',
  'tenant.nothing',
];
const tenantId = '10000000-0000-4000-8000-000000000001';

/** Activities as Teams could send them, with something odd in most of them. */
const activities = fc.record(
  {
    type: among(
      'message',
      'messageUpdate',
      'messageDelete',
      'messageReaction',
      'invoke',
      'event',
      'typing',
      'conversationUpdate',
      'installationUpdate',
      'endOfConversation',
      'handoff',
      'trace',
      'command',
      'invokeResponse',
    ),
    name: among(
      'adaptiveCard/action',
      'application/search',
      'fileConsent/invoke',
      'task/fetch',
      'task/submit',
      'composeExtension/query',
      'signin/verifyState',
      'signin/tokenExchange',
      'config/fetch',
      'message/submitAction',
    ),
    value: fc.oneof(
      odd,
      fc.record(
        {
          action: fc.record({
            type: among('Action.Execute'),
            verb: among(...verbs),
            data: fc.oneof(odd, fc.constant({ tenantId })),
          }),
          trigger: among('manual', 'automatic'),
        },
        { requiredKeys: [] },
      ),
      fc.record(
        {
          commandId: among('tenants'),
          parameters: fc.oneof(odd, fc.array(fc.record({ name: among('query', 'tag'), value: odd }), { maxLength: 3 })),
          queryOptions: fc.oneof(odd, fc.record({ skip: odd, count: odd })),
        },
        { requiredKeys: [] },
      ),
      fc.record(
        { kind: among('search', 'typeahead', 'searchAnswer'), queryText: odd, queryOptions: odd, dataset: odd },
        { requiredKeys: [] },
      ),
    ),
    channelId: among('msteams', 'webchat', 'emulator'),
    channelData: fc.oneof(
      odd,
      fc.record(
        {
          eventType: among('editMessage', 'undeleteMessage', 'softDeleteMessage', 'channelCreated'),
          tenant: odd,
          team: odd,
          settings: odd,
        },
        { requiredKeys: [] },
      ),
    ),
    conversation: among(
      { id: 'chat-of-alex', conversationType: 'personal' },
      { id: 'elsewhere', conversationType: 'channel', tenantId: 'x' },
    ),
    from: among(people.alex, { id: '29:x' }),
    recipient: among({ id: '28:gatehouse', name: 'Gatehouse' }),
    text: among('/help', '/tenants', '<at>x</at>', ''),
    action: among('add', 'remove', 'add-upgrade'),
    membersAdded: among([], [{ id: '28:gatehouse' }], [{ id: '29:x' }]),
    membersRemoved: among([], [{ id: '29:x' }]),
    reactionsAdded: odd,
    replyToId: among('message-1'),
    deliveryMode: among('normal', 'expectReplies', 'notification', 'ephemeral', 'stream'),
    serviceUrl: among('http://127.0.0.1:9', 'https://smba.trafficmanager.net/emea/', 'https://evil.example'),
    locale: odd,
    entities: odd,
    attachments: odd,
    relatesTo: odd,
    timestamp: odd,
    localTimestamp: odd,
    expiration: odd,
    id: odd,
  },
  { requiredKeys: ['type', 'conversation', 'recipient', 'serviceUrl'] },
);

const numRuns = Number(process.env.FAST_CHECK_RUNS ?? 1000);
const seed = 20_261_128;

async function statusOf(url: string, activity: unknown): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(activity) });
  await response.arrayBuffer();
  return response.status;
}

describe('a bot that nobody who writes to it belongs to', () => {
  const lines: { readonly level: string; readonly event: string }[] = [];
  const log: Log = {
    info: (event) => void lines.push({ level: 'info', event }),
    warn: (event) => void lines.push({ level: 'warn', event }),
    error: (event, fields) => void lines.push({ level: 'error', event: `${event} ${JSON.stringify(fields)}` }),
  };
  const asked: string[] = [];
  let server: Listening;

  before(async () => {
    const clock = new ManualClock();
    const bounded = boundedLog(log, clock);
    const { services, asked: ofDesk } = someServices('admin', tenantBy.approved());
    asked.splice(0);
    const bot = new TeamsBot({
      adapter: teamsAdapter(undefined, { clock, log: bounded }),
      services,
      admit: async () => 'tenant',
      clock,
      log: bounded,
      messenger: { answer: async () => '', update: async () => undefined },
    } as unknown as TeamsBotDeps);
    const refuse = refuser(bounded, correlated);
    server = await listen({
      host: '127.0.0.1',
      port: 0,
      isAnonymous: true,
      refuse,
      readiness: { whyNotReady: () => [], troubles: () => [] },
      routes: [messagesRoute({ bot, refuse, clock, isAnonymous: true })],
    });
    asked.push(...ofDesk);
  });
  after(() => server.close());

  it('answers no activity with a fault, logs none as one, and fills no log', async function () {
    this.timeout(0);
    await fc.assert(
      fc.asyncProperty(activities, async (activity) => {
        const status = await statusOf(server.url, activity);
        assert.ok(status < 500, `${status}`);
        const fault = lines.find(({ level }) => level === 'error');
        assert.equal(fault, undefined);
      }),
      { numRuns, seed },
    );
    assert.deepEqual(asked, []);
    // No time has passed: one window of each event.
    for (const event of new Set(lines.map((line) => line.event)))
      assert.ok(lines.filter((line) => line.event === event).length <= 120, event);
  });
});

describe('a bot that somebody of its own writes odd things to', () => {
  const w = aWorldForEach();

  it('answers none of them with a fault', async function () {
    this.timeout(0);
    await fc.assert(
      fc.asyncProperty(activities, async (activity) => {
        const { status } = await w.world.teams.send({ ...activity, serviceUrl: activity.serviceUrl });
        assert.ok(status < 500, `${status}`);
        assert.ok(!w.world.log.some(({ event }) => event === 'turnBroke' || event === 'requestFailed'));
      }),
      { numRuns: Math.ceil(numRuns / 10), seed },
    );
  });
});

describe('an edited message', () => {
  const w = aWorldForEach();
  const updates = (eventType: string, text: string) =>
    w.world.teams.send({
      type: 'messageUpdate',
      id: 'theirs',
      text,
      from: people.alex,
      conversation: { id: 'chat-of-alex', conversationType: 'personal' },
      channelData: { eventType, tenant: { id: 'aaaaaaaa-0000-4000-8000-000000000001' } },
    });

  it('gets the answer to what it says now', async () => {
    await w.chat.says('/tennants');
    await updates('editMessage', '/tenants contoso');
    assert.match(w.chat.reads(w.chat.last), /Contoso Ltd/);
  });

  it('gets none when it was only deleted, or came back', async () => {
    const before = w.chat.messages.length;
    for (const eventType of ['undeleteMessage', 'softDeleteMessage']) await updates(eventType, '/tenants');
    assert.equal(w.chat.messages.length, before);
  });
});
