// Points 2 and 3: `/tenants` shows every tenant with its status, and a tenant opens from there.
import assert from 'node:assert/strict';
import { buttonsOf, textOf } from '../support/card-reading.js';
import { aWorldForEach } from '../support/world.js';

describe('point 2: /tenants', () => {
  const w = aWorldForEach();

  it('answers with one card: counts, search, a page of tenants, paging and "as of"', async () => {
    const before = w.chat.messages.length;
    const list = await w.chat.says('/tenants');
    assert.equal(w.chat.messages.length, before + 1);
    assert.match(w.chat.reads(list), /As of \{\{DATE\(2026-11-22T10:00:00Z\)}}/);
    assert.match(w.chat.reads(list), /1–10 of 17 tenants/);
    assert.deepEqual(buttonsOf(list.card).slice(0, 7), [
      'All 17',
      '⚠️ Issues found 6',
      '✉️ Needs approval 1',
      '⏳ Awaiting Microsoft 3',
      '✅ Approved 3',
      '⚪ Not configured 4',
      'Search',
    ]);
  });

  it('puts the most urgent first, then goes by name', async () => {
    const list = await w.chat.says('/tenants');
    const names = ['Humongous Insurance', 'Litware Inc', 'Woodgrove Bank', 'Northwind Traders', 'Fourth Coffee'];
    const places = names.map((name) => w.chat.reads(list).indexOf(name));
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
    assert.ok(places.every((place) => place >= 0));
  });

  for (const said of [
    'tenants',
    '/TENANTS',
    '  Tenants ',
    '<at>Gatehouse</at>&nbsp;tenants',
    '<at>Gatehouse</at> /tenants\n',
  ]) {
    it(`understands ${JSON.stringify(said)}`, async () => {
      assert.match(w.chat.reads(await w.chat.says(said)), /1–10 of 17 tenants/);
    });
  }

  it('searches by name, domain and tenant id', async () => {
    assert.match(w.chat.reads(await w.chat.says('/tenants contoso')), /1–1 of 1 tenant\n.*Contoso Ltd/s);
    assert.match(w.chat.reads(await w.chat.says('/tenants treyresearch.on')), /Trey Research/);
    assert.match(w.chat.reads(await w.chat.says('/tenants 4000-8000-000000000003')), /Adventure Works/);
    assert.match(w.chat.reads(await w.chat.says('/tenants nobody')), /No tenant matches this search/);
  });

  it('filters by status, typed or pressed', async () => {
    const typed = w.chat.reads(await w.chat.says('/tenants needs approval'));
    assert.match(typed, /1–1 of 1 tenant\n.*Northwind Traders/s);
    const list = await w.chat.says('/tenants');
    const pressed = textOf(await w.chat.presses(list, '⚪ Not configured 4'));
    assert.match(pressed, /1–4 of 4 tenants\n.*Adventure Works Cycles.*access still live/s);
  });

  it('searches in what is filtered, from the box on the card', async () => {
    const list = await w.chat.says('/tenants not configured');
    const found = textOf(await w.chat.presses(list, 'Search', { search: 'ALPINE' }));
    assert.match(found, /1–1 of 1 tenant\n.*Alpine Ski House/s);
  });

  it('turns pages, and keeps the place when one comes back from a tenant', async () => {
    const list = await w.chat.says('/tenants');
    const second = textOf(await w.chat.presses(list, 'Next ›'));
    assert.match(second, /11–17 of 17 tenants/);
    await w.chat.presses(list, 'Open: Contoso Ltd');
    assert.match(textOf(await w.chat.presses(list, 'All tenants')), /11–17 of 17 tenants/);
    assert.match(textOf(await w.chat.presses(list, '‹ Previous')), /1–10 of 17 tenants/);
  });

  it('asks Microsoft nothing', async () => {
    w.world.sandbox.controls.clearRequests();
    const list = await w.chat.says('/tenants');
    await w.chat.presses(list, 'Next ›');
    assert.deepEqual(w.world.sandbox.controls.requests(), []);
  });

  it('gives each row the button that fits, with a meaning of its own for a screen reader', async () => {
    const list = await w.chat.says('/tenants');
    await w.chat.presses(list, 'Review limitations: Litware Inc');
    await w.chat.presses(list, 'Back');
    assert.equal(w.chat.finds(list, 'Copy approval: Northwind Traders').title, 'Copy approval');
    await w.chat.presses(list, 'Next ›');
    assert.equal(w.chat.finds(list, 'Enable: Contoso Ltd').title, 'Enable');
  });
});

describe('point 2: help', () => {
  const w = aWorldForEach();

  it('shows every command', async () => {
    const text = w.chat.reads(await w.chat.says('/help'));
    for (const command of [
      '/tenants',
      '/tenants contoso',
      '/tenants needs approval',
      '/subscribe',
      '/unsubscribe',
      '/help',
    ]) {
      assert.ok(text.split('\n').includes(command), command);
    }
  });

  it('comes with the nearest command when something is not understood', async () => {
    assert.match(
      w.chat.reads(await w.chat.says('/tennants')),
      /“\/tennants” is not something.*Did you mean \/tenants\?/s,
    );
    assert.match(w.chat.reads(await w.chat.says('unsubscrbe')), /Did you mean \/unsubscribe\?/);
    assert.doesNotMatch(w.chat.reads(await w.chat.says('good morning')), /Did you mean/);
  });

  it('leads to the list', async () => {
    const help = await w.chat.says('what?');
    assert.match(textOf(await w.chat.presses(help, 'Show tenants')), /1–10 of 17 tenants/);
  });

  it('greets once when the bot is installed, however often Teams says so', async () => {
    await w.chat.installs();
    await w.chat.installs();
    assert.equal(w.chat.messages.length, 1);
    assert.match(w.chat.reads(w.chat.last), /Gatehouse is here/);
  });
});

describe('point 3: opening a tenant', () => {
  const w = aWorldForEach();

  const opened = async (name: string) => {
    const list = await w.chat.says(`/tenants ${name}`);
    const card = await w.chat.presses(list, `Open: ${name}`);
    return { text: textOf(card), buttons: buttonsOf(card) };
  };

  it('turns the card into that tenant, with the buttons of its status', async () => {
    assert.deepEqual((await opened('Contoso Ltd')).buttons, ['Enable', 'Offboard completely', 'All tenants']);
    assert.deepEqual((await opened('Northwind Traders')).buttons, [
      'Copy approval',
      'Disable',
      'Offboard completely',
      'All tenants',
    ]);
    assert.deepEqual((await opened('Fourth Coffee')).buttons, ['Offboard completely', 'All tenants']);
    assert.deepEqual((await opened('Fabrikam Inc')).buttons, [
      'Revalidate',
      'Disable',
      'Offboard completely',
      'All tenants',
    ]);
    assert.deepEqual((await opened('Litware Inc')).buttons, [
      'Review limitations',
      'Disable',
      'Offboard completely',
      'All tenants',
    ]);
  });

  it('shows relationship, end, groups with their roles, Azure, delegated admin and what happened lately', async () => {
    const { text } = await opened('Fabrikam Inc');
    assert.match(text, /Gatehouse-10000000-0000-4000-8000-000000000002-1/);
    assert.match(text, /Ends.*then renews itself/s);
    assert.match(text, /✅ Service Desk.*Exchange Administrator/s);
    assert.match(text, /Azure\nPlan active/);
    assert.match(text, /Delegated admin \(DAP\)\nNo/);
    assert.match(text, /Enabled · the sandbox/);
  });

  it('asks Partner Center one thing, that only it can tell for one customer, and not again soon', async () => {
    w.world.sandbox.controls.clearRequests();
    await opened('Contoso Ltd');
    await opened('Contoso Ltd');
    const asked = w.world.sandbox.controls.requests().map(({ method, path }) => `${method} ${path}`);
    assert.deepEqual(asked, ['GET /v1/customers/10000000-0000-4000-8000-000000000001']);
  });
});
