// Points 2 and 3: `/tenants` shows every tenant with its status, and a tenant opens from there.

import assert from 'node:assert/strict';
import { statuses } from '../../src/domain/tenant/status.js';
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import { styleOf } from '../../src/views/explain/status-style.js';
import { dateInWords } from '../../src/views/render/text.js';
import { notUnderstoodView } from '../../src/views/tenant/help.js';
import { tenantView } from '../../src/views/tenant/tenant.js';
import { en } from '../../src/views/words/en/index.js';
import { buttonFor, buttonsOf, buttonVerbs, rangeOn, statusesOn, textOf } from '../support/card-reading.js';
import { anyContext, assertReadsLike, isDrawnFrom } from '../support/wording.js';
import { aWorldForEach, tenantIds } from '../support/world.js';

describe('point 2: /tenants', () => {
  const w = aWorldForEach();

  it('answers with one card: counts, search, a page of tenants, paging and "as of"', async () => {
    const before = w.chat.messages.length;
    const list = await w.chat.says('/tenants');
    assert.equal(w.chat.messages.length, before + 1);
    assert.match(w.chat.reads(list), /\{\{DATE\(2026-11-22T10:00:00Z\)}}/);
    assert.deepEqual(rangeOn(list.card), [1, 10, 18]);
    const counts = { issuesFound: 6, needsApproval: 1, awaitingMicrosoft: 3, approved: 3, notConfigured: 5 };
    const [all = '', ...filters] = buttonsOf(list.card).slice(0, 6);
    assert.match(all, / 18$/);
    assert.deepEqual(
      filters,
      statuses.map((status) => `${styleOf(status, en).icon}\u00A0${counts[status]} ${styleOf(status, en).word}`),
    );
    assert.ok(buttonFor(list.card, { verb: 'tenants.list', input: 'search' }));
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
      assert.deepEqual(rangeOn((await w.chat.says(said)).card), [1, 10, 18]);
    });
  }

  it('offers of a search only the filters that have something, and the chosen one', async () => {
    const filtersOf = (card: unknown) => buttonsOf(card).filter((title) => /\u00A0\d+ | \d+$/.test(title));
    const found = await w.chat.says('/tenants contoso');
    const { icon, word } = styleOf('notConfigured', en);
    assert.deepEqual(filtersOf(found.card), [`${en.tenantList.all} 1`, `${icon}\u00A01 ${word}`]);
    assert.deepEqual(filtersOf((await w.chat.says('/tenants no such name')).card), []);
  });

  it('opens a tenant by a button’s label and its name, and where several match, asks about all', async () => {
    const several = await w.chat.says('enable o');
    const [, count] = /(\d+) tenants\?/.exec(w.chat.reads(several)) ?? [];
    assert.ok(w.chat.reads(several).includes(en.batches.ask.enable({ count: Number(count) })));
    assert.ok(buttonVerbs(several.card).includes('batch.begin'));
    const one = await w.chat.says('Enable contoso');
    assert.ok(w.chat.reads(one).includes(en.replies.selectButton({ button: en.buttons.enable })));
    assert.deepEqual(w.chat.statuses(one), ['notConfigured']);
    await w.chat.enables(one);
    assert.deepEqual(w.chat.statuses(one), ['awaitingMicrosoft']);
    await w.chat.says('thanks');
    assert.ok(w.chat.reads(w.chat.last).includes(en.help.smallTalk.thanksTitle));
  });

  it('searches by name, domain and tenant id', async () => {
    const list = await w.chat.says('/tenants contoso');
    assert.deepEqual(rangeOn(list.card), [1, 1, 1]);
    assert.match(w.chat.reads(list), /Contoso Ltd/);
    assert.match(w.chat.reads(await w.chat.says('/tenants treyresearch.on')), /Trey Research/);
    assert.match(w.chat.reads(await w.chat.says('/tenants 4000-8000-000000000003')), /Adventure Works/);
    const none = await w.chat.says('/tenants nobody');
    assert.ok(!buttonFor(none.card, 'tenant.open'));
    // What stands in the search box goes along.
    const back = { verb: 'tenants.list', data: { query: '' } } as const;
    assert.deepEqual(rangeOn(await w.chat.presses(none, back, { search: 'nobody' })), [1, 10, 18]);
  });

  it('filters by status, typed or pressed', async () => {
    const typed = await w.chat.says(`/tenants ${en.statuses.needsApproval}`);
    assert.deepEqual([rangeOn(typed.card), w.chat.statuses(typed)], [[1, 1, 1], ['needsApproval']]);
    assert.match(w.chat.reads(typed), /Northwind Traders/);
    const list = await w.chat.says('/tenants');
    const pressed = await w.chat.presses(list, { verb: 'tenants.list', data: { filter: 'notConfigured' } });
    assert.deepEqual(rangeOn(pressed), [1, 5, 5]);
    assert.deepEqual([...new Set(statusesOn(pressed))], ['notConfigured']);
    assert.match(textOf(pressed), /Adventure Works Cycles/);
  });

  it('searches in what is filtered, from the box on the card', async () => {
    const list = await w.chat.says(`/tenants ${en.statuses.notConfigured}`);
    const found = await w.chat.presses(list, { verb: 'tenants.list', input: 'search' }, { search: 'ALPINE' });
    assert.deepEqual(rangeOn(found), [1, 1, 1]);
    assert.match(textOf(found), /Alpine Ski House/);
  });

  it('turns pages, and keeps the place when one comes back from a tenant', async () => {
    const list = await w.chat.says('/tenants');
    const second = await w.chat.presses(list, { verb: 'tenants.list', data: { page: 2 } });
    assert.deepEqual(rangeOn(second), [11, 18, 18]);
    await w.chat.presses(list, { verb: 'tenant.open', name: 'Contoso Ltd' });
    assert.deepEqual(rangeOn(await w.chat.presses(list, 'tenants.list')), [11, 18, 18]);
    const first = await w.chat.presses(list, { verb: 'tenants.list', data: { page: 1 } });
    assert.deepEqual(rangeOn(first), [1, 10, 18]);
  });

  it('asks Microsoft nothing', async () => {
    w.world.sandbox.controls.clearRequests();
    const list = await w.chat.says('/tenants');
    await w.chat.presses(list, { verb: 'tenants.list', data: { page: 2 } });
    assert.deepEqual(w.world.sandbox.controls.requests(), []);
  });

  it('gives each row the button that fits, with a meaning of its own for a screen reader', async () => {
    const list = await w.chat.says('/tenants');
    await w.chat.presses(list, { verb: 'tenant.reviewLimitations', name: 'Litware Inc' });
    await w.chat.presses(list, 'tenants.list');
    assert.ok(w.chat.finds(list, { verb: 'tenant.copyApproval', name: 'Northwind Traders' }));
    await w.chat.presses(list, { verb: 'tenants.list', data: { page: 2 } });
    assert.ok(w.chat.finds(list, { verb: 'tenant.askEnable', name: 'Contoso Ltd' }));
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

  it('gives way to the nearest command where something is not understood', async () => {
    for (const [said, nearest] of [
      ['/tennants', '/tenants'],
      ['unsubscrbe', '/unsubscribe'],
      ['what is the weather', undefined],
    ] as const)
      assertReadsLike((await w.chat.says(said)).card, notUnderstoodView(said, nearest, anyContext));
  });

  it('leads to the list', async () => {
    const help = await w.chat.says('what?');
    assert.deepEqual(rangeOn(await w.chat.presses(help, 'tenants.list')), [1, 10, 18]);
  });

  it('greets once when the bot is installed, however often Teams says so', async () => {
    await w.chat.installs();
    await w.chat.installs();
    assert.equal(w.chat.messages.length, 1);
    assert.ok(isDrawnFrom(w.chat.last.card, 'greeting'));
  });
});

describe('point 3: opening a tenant', () => {
  const w = aWorldForEach();

  const opened = async (name: string) => {
    const list = await w.chat.says(`/tenants ${name}`);
    const card = await w.chat.presses(list, { verb: 'tenant.open', name });
    return { text: textOf(card), buttons: buttonVerbs(card) };
  };

  it('turns the card into that tenant, with the buttons of its status', async () => {
    const always = ['tenant.take', 'tenant.askAttend', 'offboarding.plan', 'tenants.list'];
    assert.deepEqual((await opened('Contoso Ltd')).buttons, ['tenant.askEnable', ...always]);
    assert.deepEqual((await opened('Northwind Traders')).buttons, [
      'tenant.copyApproval',
      'tenant.askDisable',
      ...always,
    ]);
    assert.deepEqual((await opened('Fourth Coffee')).buttons, always);
    assert.deepEqual((await opened('Fabrikam Inc')).buttons, ['tenant.revalidate', 'tenant.askDisable', ...always]);
    assert.deepEqual((await opened('Litware Inc')).buttons, [
      'tenant.reviewLimitations',
      'tenant.askDisable',
      ...always,
    ]);
  });

  it('shows relationship, end, groups with their roles, Azure, delegated admin and what happened lately', async () => {
    const { text } = await opened('Fabrikam Inc');
    assert.match(text, /Gatehouse-10000000-0000-4000-8000-000000000002-1/);
    const tenant = await w.world.tenant(tenantIds.fabrikam);
    assert.match(text, /✅ Service Desk.*Exchange Administrator/s);
    assert.ok(text.includes(`${en.history.facts.onboardingRequested} · Sandbox`));
    // The rows for the end, Azure and delegated admin: each says something else once that is something else.
    const { onboarding } = tenant;
    assert.ok(onboarding?.relationship?.endsAt);
    assert.ok(text.includes(dateInWords(onboarding.relationship.endsAt, en)));
    const context = { ...anyContext, templates: w.world.accessTemplates };
    const lines = (each: Tenant) =>
      textOf(tenantView(each, context))
        .split('\n')
        .filter((line) => !line.includes('🧪'));
    for (const line of lines(tenant)) assert.ok(text.split('\n').includes(line), line);
    for (const other of [
      { ...tenant, onboarding: { ...onboarding, azure: 'none' as const } },
      { ...tenant, delegatedAdmin: { state: 'granted' as const } },
    ])
      assert.ok(lines(other).some((line) => !text.split('\n').includes(line)));
  });

  it('asks Partner Center one thing, that only it can tell for one customer, and not again soon', async () => {
    w.world.sandbox.controls.clearRequests();
    await opened('Contoso Ltd');
    await opened('Contoso Ltd');
    const asked = w.world.sandbox.controls.requests().map(({ method, path }) => `${method} ${path}`);
    assert.deepEqual(asked, ['GET /v1/customers/10000000-0000-4000-8000-000000000001']);
  });
});
