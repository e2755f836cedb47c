// Searches and inserted cards of people who may see no tenant, and searches that nothing of ours has made.
import assert from 'node:assert/strict';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import { Attempts } from '../../src/bot/conversation/attempts.js';
import { answerSearch, searchWithinMs } from '../../src/bot/conversation/search-answers.js';
import { TeamsBot, type TeamsBotDeps } from '../../src/bot/conversation/teams-bot.js';
import type { NotAdmitted } from '../../src/bot/people/admission.js';
import { AnswerTime } from '../../src/bot/turn/answer-time.js';
import { en } from '../../src/views/words/en/index.js';
import { tenantBy } from '../support/builders.js';
import { textOf } from '../support/card-reading.js';
import { ManualClock } from '../support/manual-clock.js';
import { foundIn, searchIn } from '../support/search-anywhere.js';
import { aTurn, rolesOf, someServices } from '../support/some-services.js';
import { noLog } from '../support/test-dependencies.js';
import { aWorldForEach, people } from '../support/world.js';

const tenant = tenantBy.needsApproval();
const { tenantId, customer } = tenant;

/** What a bot of admins answers to a person whom it doesn't let in. */
async function answer(refused: NotAdmitted, name: string, value: unknown) {
  const { services, asked } = someServices('admin', tenant);
  const clock = new ManualClock();
  const bot = new (class extends TeamsBot {
    answerTo(activity: Partial<Activity>): Promise<InvokeResponse> {
      return this.onInvokeActivity({ activity, turnState: new Map() } as unknown as TurnContext);
    }
  })({ services, admit: async () => refused, clock, log: noLog } as unknown as TeamsBotDeps);
  const { status, body } = await bot.answerTo({
    type: 'invoke',
    name,
    value,
    channelId: 'msteams',
    from: { ...people.alex, role: 'user' },
    recipient: { id: '28:gatehouse', name: 'Gatehouse' },
    conversation: { id: '19:somewhere', name: '', isGroup: true, conversationType: 'groupChat' },
  });
  assert.deepEqual(asked, []);
  assert.ok(!JSON.stringify(body).includes(customer.displayName));
  return { status, body };
}

const query = { commandId: 'tenants', parameters: [{ name: 'query', value: '' }] };

describe('a person who isn’t let in', () => {
  for (const refused of ['guest', 'tenant', 'noObjectId', 'channel'] as const)
    it(`finds nothing with a search, and reads why: ${refused}`, async () => {
      const { text } = foundIn(await answer(refused, 'composeExtension/query', query));
      assert.equal(text, en.replies.ownPeopleOnly.line);
    });

  it('is offered no tenant in an input of a card', async () => {
    for (const refused of ['guest', 'tenant', 'notChecked'] as const) {
      const { body } = await answer(refused, 'application/search', { queryText: '', dataset: 'tenants' });
      assert.deepEqual((body as { value: unknown }).value, { results: [] });
    }
  });

  it('reads what to do where only that couldn’t be checked', async () => {
    const { text } = foundIn(await answer('notChecked', 'composeExtension/query', query));
    assert.equal(text, en.searchAnywhere.memberNotChecked);
  });

  it('sees a card without the tenant once their client draws an inserted one anew', async () => {
    const refresh = {
      action: { type: 'Action.Execute', verb: 'inserted.show', data: { tenantId } },
      trigger: 'automatic',
    };
    for (const refused of ['guest', 'tenant'] as const) {
      const { body } = await answer(refused, 'adaptiveCard/action', refresh);
      const { statusCode, value } = body as { statusCode: number; value: unknown };
      assert.equal(statusCode, 200);
      assert.ok(textOf(value).includes(en.searchAnywhere.forOthers.line));
    }
  });

  it('presses its buttons in vain', async () => {
    const value = { action: { verb: 'tenant.open', data: { tenantId, isInserted: true } }, trigger: 'manual' };
    const { status, body } = await answer('guest', 'adaptiveCard/action', value);
    assert.equal(status, 200);
    assert.equal((body as { statusCode: number }).statusCode, 403);
  });
});

describe('a search that nothing of ours has made', () => {
  const w = aWorldForEach({ ADMINS: people.alex.aadObjectId });
  const asks = async (value: unknown) =>
    foundIn(await w.world.chat(people.alex, '19:somewhere', 'groupChat').invokes('composeExtension/query', value));

  for (const [what, value] of [
    ['no command', { parameters: [] }],
    ['another command', { ...query, commandId: 'nothing' }],
    ['a value that is no text', { ...query, parameters: [{ name: 'query', value: { $gt: '' } }] }],
    ['parameters that are none', { ...query, parameters: { query: 'x' } }],
    ['a place before the first', { ...query, queryOptions: { skip: -1, count: 25 } }],
    ['a place that is no number', { ...query, queryOptions: { skip: '0', count: 25 } }],
    ['nothing', undefined],
    ['a text', 'tenants'],
  ] as const)
    it(`is not understood, and no fault: ${what}`, async () => {
      assert.deepEqual(await asks(value), { text: en.searchAnywhere.notUnderstood, rows: [] });
    });

  it('gets no more rows than Teams shows, however many it asks for, and no page of nothing', async () => {
    assert.equal((await asks({ ...query, queryOptions: { skip: 0, count: 1e9 } })).rows.length, 18);
    assert.equal((await asks({ ...query, queryOptions: { skip: 0, count: 0 } })).rows.length, 1);
  });

  it('is cut where it is far too long, and said to find nothing in a few lines', async () => {
    for (const long of ['x'.repeat(10_000), 'contoso '.repeat(1250), '"'.repeat(10_000), 'status:'.repeat(1500)]) {
      const { text = '', rows } = await asks({ ...query, parameters: [{ name: 'query', value: long }] });
      assert.ok(text.length <= 400, String(text.length));
      assert.ok(rows.length === 0 || text === '');
    }
  });

  it('knows a parameter that isn’t its own as none', async () => {
    const { rows } = await asks({
      ...query,
      parameters: [
        { name: '__proto__', value: 'x' },
        { name: 'page', value: '2' },
      ],
    });
    assert.equal(rows.length, 18);
  });
});

describe('a person whose role is taken away', () => {
  const group = 'd0000000-0000-4000-8000-000000000001';
  const w = aWorldForEach({ ADMINS: people.megan.aadObjectId, VIEWERS: `group:${group}` });

  it('finds nothing any more, and sees no more of an inserted card', async () => {
    w.world.sandbox.controls.setGroupMembers(group, [people.alex.aadObjectId]);
    await w.world.passes(300);
    const search = searchIn(w.world.chat(people.alex, '19:somewhere', 'groupChat'));
    const { rows } = await search.types('northwind');
    assert.equal(rows.length, 1);
    w.world.sandbox.controls.setGroupMembers(group, []);
    await w.world.passes(300);
    assert.deepEqual((await search.types('northwind')).rows, []);
    assert.doesNotMatch(textOf(await search.refreshes(rows[0]?.card)), /Northwind/);
  });

  it('finds nothing while Entra doesn’t say whether they have it', async () => {
    w.world.sandbox.controls.setGroupMembers(group, [people.alex.aadObjectId]);
    w.world.sandbox.controls.failNext({ path: '/v1.0/users', status: 500, times: 10 });
    await w.world.passes(300);
    const { text = '', rows } = await searchIn(w.world.chat(people.alex, '19:somewhere', 'groupChat')).types(
      'northwind',
    );
    assert.deepEqual(rows, []);
    assert.ok(text.includes(en.replies.roleNotChecked));
  });
});

describe('a search for which a role takes long to be read', () => {
  it('is answered within the five seconds of Teams', async () => {
    const { services } = someServices('admin', tenant);
    const clock = new ManualClock();
    const roles = rolesOf('admin', { roleOf: () => new Promise<never>(() => undefined) });
    const turn = aTurn({ time: new AnswerTime(clock, clock.elapsedMs(), searchWithinMs) }, clock);
    const slow = { services: { ...services, roles }, clock, log: noLog };
    const activity = { value: query } as Activity;
    const answered = answerSearch(slow, new Attempts(slow.services, noLog), activity, turn);
    await clock.passes(4);
    assert.equal(foundIn((await answered) as { status: number; body: unknown }).text, en.searchAnywhere.slow);
  });
});
