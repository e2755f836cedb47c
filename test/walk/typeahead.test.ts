// A tenant that a person opens from the list by typing part of its name, where their Teams app completes it.
import assert from 'node:assert/strict';
import { en } from '../../src/views/words/en/index.js';
import { inputsOf, parts, statusesOn, textOf } from '../support/card-reading.js';
import type { Chat } from '../support/fake-teams.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

interface Choice {
  readonly title: string;
  readonly value: string;
}

/** What Teams offers while a person types. Anything but this shape it shows as no choice. */
async function types(chat: Chat, queryText: unknown, more: Readonly<Record<string, unknown>> = {}) {
  const value = { queryText, queryOptions: { skip: 0, top: 15 }, dataset: 'tenants', ...more };
  const { status, body } = await chat.invokes('application/search', value, 'card');
  assert.equal(status, 200);
  const {
    statusCode,
    type,
    value: answer,
  } = body as { statusCode: number; type: string; value: { results: Choice[] } };
  assert.deepEqual([statusCode, type], [200, 'application/vnd.microsoft.search.searchResponse']);
  return answer.results;
}

describe('the box of the list that completes a name', () => {
  const w = aWorldForEach({ ADMINS: people.alex.aadObjectId, VIEWERS: people.megan.aadObjectId });
  const kim = { id: '29:kim', name: 'Kim', aadObjectId: '00000000-0000-4000-8000-000000000099' };

  it('asks the bot for what it offers, where the list has more than a page', async () => {
    const { card } = await w.chat.says('/tenants');
    const [box] = [...parts(card)].filter(({ id }) => id === 'pick');
    assert.ok(box);
    assert.deepEqual(box.choices, []);
    assert.deepEqual(box['choices.data'], { type: 'Data.Query', dataset: 'tenants' });
    // Where one page has all, its rows are there to be opened.
    assert.ok(![...parts((await w.chat.says('/tenants contoso')).card)].some(({ id }) => id === 'pick'));
  });

  it('finds tenants by the words of a query, the most urgent first, fifteen at most', async () => {
    const all = await types(w.chat, '');
    assert.equal(all.length, 15);
    assert.equal((await types(w.chat, '', { queryOptions: { skip: 0, top: 1000 } })).length, 15);
    assert.equal((await types(w.chat, '', { queryOptions: { skip: 15, top: 15 } })).length, 3);
    assert.deepEqual(await types(w.chat, 'northw'), [
      { title: 'Northwind Traders · northwind.onmicrosoft.com', value: tenantIds.northwind },
    ]);
    assert.equal((await types(w.chat, 'status:approved')).length, 3);
  });

  it('opens the tenant that is chosen, also beyond the page, and says what to do where none is', async () => {
    const list = await w.chat.says('/tenants');
    const [{ value } = { value: '' }] = await types(w.chat, 'relecloud');
    const card = await w.chat.presses(list, 'tenants.pick', { pick: value });
    assert.match(textOf(card), /Relecloud/);
    assert.equal(inputsOf(card).pick, undefined);
    const again = await w.chat.says('/tenants');
    for (const pick of ['', 'Relecloud']) {
      const shown = await w.chat.presses(again, 'tenants.pick', { pick });
      assert.ok(textOf(shown).includes(en.tenantList.pick.none));
      assert.equal(statusesOn(shown).length, 10);
    }
    assert.ok(
      textOf(await w.chat.presses(again, 'tenants.pick', { pick: kim.aadObjectId })).includes(en.replies.noCustomer),
    );
  });

  it('is in the way of no other button, whatever is chosen there', async () => {
    const list = await w.chat.says('/tenants');
    const second = await w.chat.presses(list, { verb: 'tenants.list', data: { page: 2 } }, { pick: tenantIds.contoso });
    assert.equal(statusesOn(second).length, 8);
  });

  it('offers nothing to a person without a role, and nothing to what no card of ours asks', async () => {
    assert.equal((await types(w.world.chat(people.megan, 'chat-of-megan'), 'contoso')).length, 1);
    assert.deepEqual(await types(w.world.chat(kim, 'chat-of-kim'), 'contoso'), []);
    for (const [text, more] of [
      ['contoso', { dataset: 'graph.microsoft.com/users' }],
      ['contoso', { queryOptions: { skip: -1, top: 15 } }],
      [{ $gt: '' }, {}],
      [undefined, {}],
      ['staus:approved', {}],
      ['x'.repeat(10_000), {}],
    ] as const)
      assert.deepEqual(await types(w.chat, text, more), []);
    assert.ok(!w.world.log.some(({ event }) => event === 'turnBroke'));
  });
});
