// A person searches for tenants while writing in any chat, and inserts one: what is found, and what the card does in that chat.
import assert from 'node:assert/strict';
import { denial } from '../../src/bot/people/permissions.js';
import { en } from '../../src/views/words/en/index.js';
import { buttonVerbs, inputsOf, pressables, statusesOn, textOf } from '../support/card-reading.js';
import { searchIn } from '../support/search-anywhere.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const german = { ...people.megan, locale: 'de-DE' };

describe('a search while writing in any chat', () => {
  const w = aWorldForEach({ ADMINS: people.alex.aadObjectId, OPERATORS: people.megan.aadObjectId });
  const anywhere = (person = people.megan, id = '19:somewhere') => searchIn(w.world.chat(person, id, 'groupChat'));

  it('shows the most urgent before anything is typed, each as a preview and as a card to insert', async () => {
    const { rows } = await anywhere().begins();
    assert.equal(rows.length, 18);
    const [first] = rows;
    assert.match(first?.preview.text ?? '', /Issues found · since \d+ \w+ \d{4}/);
    const list = await w.chat.says('/tenants');
    const [firstInList] = statusesOn(list.card);
    assert.deepEqual(statusesOn(first?.card), [firstInList]);
  });

  it('speaks the language of /tenants, and finds the same', async () => {
    for (const query of ['contoso', 'status:approved', 'status:issues,needs approval -dap:yes', 'status:genehmigt']) {
      const { rows } = await anywhere().types(query);
      const list = await w.chat.says(`/tenants ${query}`);
      assert.ok(rows.length > 0 && rows.length <= 10, query);
      for (const { preview } of rows) assert.ok(w.chat.reads(list).includes(preview.title.slice(0, 20)), preview.title);
    }
  });

  it('takes what Copilot fills in beside the words, each as one condition', async () => {
    const { rows } = await anywhere().asks([
      { name: 'status', value: 'Needs approval, Issues found' },
      { name: 'query', value: 'o' },
    ]);
    const typed = await anywhere().types('o status:issues,needs approval');
    assert.deepEqual(
      rows.map(({ preview }) => preview.title),
      typed.rows.map(({ preview }) => preview.title),
    );
    const ending = await anywhere().asks([
      { name: 'endsAfter', value: '2026-11-01' },
      { name: 'endsBefore', value: '3000d' },
    ]);
    assert.deepEqual(ending.rows.length, (await anywhere().types('ends>=2026-11-01 ends<=3000d')).rows.length);
    assert.ok(ending.rows.length > 0);
    // Whatever stands in one of them is no other condition.
    const { text } = await anywhere().asks([{ name: 'tag', value: 'x" status:approved' }]);
    assert.ok(text);
  });

  it('gives page after page as a person scrolls, and no tenant twice', async () => {
    const search = anywhere();
    const titles: string[] = [];
    for (let skip = 0; skip < 40; skip += 5) {
      const { rows } = await search.types('', { skip, count: 5 });
      titles.push(...rows.map(({ preview }) => preview.title));
    }
    assert.equal(titles.length, 18);
    assert.equal(new Set(titles).size, 18);
    // One past the end is the end, and no question why there's nothing.
    assert.deepEqual(await search.types('', { skip: 500 }), { text: undefined, rows: [] });
  });

  it('says why it finds nothing, and what may be meant', async () => {
    assert.match((await anywhere().types('contosso')).text ?? '', /Did you mean Contoso/);
    assert.match((await anywhere().types('staus:approved')).text ?? '', /“staus:”.*status:approved/);
    assert.match((await anywhere().types('zzzz')).text ?? '', /No tenant matches/);
  });

  it('is in the language of the person, and so is the card', async () => {
    const { rows } = await anywhere(german).types('fabrikam');
    assert.match(rows[0]?.preview.text ?? '', /Genehmigt · seit \d+\. \w+ \d{4}/);
    assert.match(JSON.stringify(rows[0]?.card), /"lang":"de"/);
  });

  it('leaves nothing behind of the chat', async () => {
    const before = w.world.teams.messages.length;
    await anywhere().types('contoso');
    assert.ok(![...(await w.world.contents()).conversations.keys()].includes('19:somewhere'));
    assert.equal(w.world.teams.messages.length, before);
  });

  it('finds nothing for a person without a role, who reads where to get one, and writes it down', async () => {
    const kim = { id: '29:kim', name: 'Kim', aadObjectId: '00000000-0000-4000-8000-000000000099' };
    const { text, rows } = await anywhere(kim).types('contoso');
    const person = { id: kim.aadObjectId, name: '' };
    assert.deepEqual({ text, rows }, { text: denial(undefined, 'viewer', person, en), rows: [] });
    assert.match(await w.world.dataFolder(), /"accessDenied","by":"[0-9a-f-]+99","asked":"search"/);
  });
});

describe('an inserted card', () => {
  const w = aWorldForEach({ ADMINS: people.alex.aadObjectId, VIEWERS: people.megan.aadObjectId });
  const kim = { id: '29:kim', name: 'Kim', aadObjectId: '00000000-0000-4000-8000-000000000099' };
  const alex = () => searchIn(w.world.chat(people.alex, '19:somewhere', 'groupChat'));
  const northwind = async () => (await alex().types('northwind')).rows[0]?.card;
  const looks = (person = people.megan, card: unknown = undefined) =>
    searchIn(w.world.chat(person, '19:somewhere', 'groupChat')).refreshes(card);

  it('says the name, the status and since when, and nothing else', async () => {
    const card = await northwind();
    assert.match(textOf(card), /Northwind Traders/);
    assert.match(textOf(card), /Needs approval · since 10 November 2026/);
    const said = JSON.stringify(card);
    const { customer, onboarding } = await w.world.tenant(tenantIds.northwind);
    for (const secret of [
      customer.domain,
      onboarding?.relationship?.id ?? '-',
      'http:',
      'https://admin',
      people.alex.name,
    ])
      assert.ok(!said.replace('http://adaptivecards.io', '').includes(secret), secret);
    assert.deepEqual(buttonVerbs(card), ['tenant.copyApproval', 'tenant.open']);
    assert.deepEqual(inputsOf(card), {});
    for (const { data } of pressables(card)) assert.equal(data?.isInserted, true);
  });

  it('becomes each reader’s own as they look, with what they may press', async () => {
    const card = await northwind();
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.northwind);
    w.world.sandbox.controls.approve(relationship?.id ?? '');
    await w.world.passes(600);
    const seen = await looks(people.megan, card);
    assert.deepEqual(statusesOn(seen), ['approved']);
    assert.deepEqual(buttonVerbs(seen), ['tenant.open']);
  });

  it('says nothing of the tenant to a person without a role', async () => {
    const seen = textOf(await looks(kim, await northwind()));
    assert.ok(seen.includes(en.searchAnywhere.forOthers.line));
    assert.doesNotMatch(seen, /Northwind|approval/i);
    assert.doesNotMatch(await w.world.dataFolder(), /"what":"accessDenied"/);
  });

  it('does for each what they may do, and shows it to them alone', async () => {
    const card = await northwind();
    const inChat = (person: typeof kim) => searchIn(w.world.chat(person, '19:somewhere', 'groupChat'));
    const link = await inChat(people.alex).presses(card, 'tenant.copyApproval');
    assert.match(JSON.stringify(link), /AdminPortal/);
    for (const person of [people.megan, kim]) {
      const refused = await inChat(person).presses(card, 'tenant.copyApproval');
      assert.doesNotMatch(JSON.stringify(refused), /AdminPortal/);
    }
    assert.doesNotMatch(JSON.stringify(await inChat(kim).presses(card, 'tenant.open')), /Northwind/);
    assert.deepEqual(
      w.world.teams.messages.filter(({ conversationId }) => conversationId !== 'chat-of-alex'),
      [],
    );
  });

  it('is never changed by the bot, whatever is pressed on it, and the chat is none of the bot’s', async () => {
    const card = await northwind();
    const chat = alex();
    let shown = await chat.presses(card, 'tenant.open');
    // What a press shows leads on, and stays an inserted card.
    shown = await chat.presses(shown, 'tenant.askDisable');
    shown = await chat.presses(shown, 'tenant.disable');
    assert.ok(pressables(shown).every(({ verb, data }) => verb === undefined || data?.isInserted === true));
    await w.world.passes(600);
    assert.ok(!w.world.teams.requests.includes('19:somewhere'));
    assert.ok(![...(await w.world.contents()).conversations.keys()].includes('19:somewhere'));
  });

  it('has what comes of a press said to the person who pressed, and not in that chat', async () => {
    await w.chat.says('/help');
    const before = w.world.teams.messages.length;
    const chat = alex();
    const contoso = (await chat.types('contoso ltd')).rows[0]?.card;
    const question = await chat.presses(contoso, 'tenant.askEnable');
    await chat.presses(question, 'tenant.enable');
    await w.world.passes(60);
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.contoso);
    w.world.sandbox.controls.approve(relationship?.id ?? '');
    await w.world.passes(1200);
    const told = w.world.teams.messages.slice(before);
    assert.ok(told.length > 0);
    assert.deepEqual([...new Set(told.map(({ conversationId }) => conversationId))], ['chat-of-alex']);
  });

  it('says that the tenant is no customer any more once it isn’t', async () => {
    const card = { refresh: { action: { verb: 'inserted.show', data: { tenantId: kim.aadObjectId } } } };
    assert.ok(textOf(await looks(people.megan, card)).includes(en.replies.noCustomer));
  });
});

describe('a chat to which Teams adds the bot for a card', () => {
  const w = aWorldForEach({ ADMINS: people.alex.aadObjectId });
  it('hears of no tenant by itself, and says how to change that', async () => {
    await w.chat.says('/help');
    const chat = w.world.chat(people.alex, '19:somewhere', 'groupChat');
    await searchIn(chat).types('contoso');
    await chat.installs();
    assert.ok(chat.reads(chat.last).includes(en.help.greeting.forCard));
    const kept = (await w.world.contents()).conversations.get('19:somewhere');
    assert.equal(kept?.subscribed, false);
    await chat.says('/subscribe');
    assert.equal((await w.world.contents()).conversations.get('19:somewhere')?.subscribed, true);
  });

  it('hears of them where the bot is added by a person who hasn’t searched for a day', async () => {
    await w.chat.says('/help');
    const chat = w.world.chat(people.alex, '19:somewhere', 'groupChat');
    await searchIn(chat).types('contoso');
    await w.world.skips(1);
    await w.world.passes(60);
    await chat.installs();
    assert.equal((await w.world.contents()).conversations.get('19:somewhere')?.subscribed, true);
  });
});
