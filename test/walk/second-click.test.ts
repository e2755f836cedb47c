// A second press at the same place concerns the same tenant.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readClick } from '../../src/bot/actions/action-data.js';
import { listTenants } from '../../src/domain/tenant/list.js';
import { gonePlace } from '../../src/domain/tenant/pages.js';
import { type Status, statuses } from '../../src/domain/tenant/status.js';
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import { TenantIndex } from '../../src/domain/tenant/tenant-index.js';
import { phrase } from '../../src/views/render/text.js';
import { tenantListView } from '../../src/views/tenant/tenant-list.js';
import { en } from '../../src/views/words/en/index.js';
import { aTemplates, now, tenantBy } from '../support/builders.js';
import {
  inputsOf,
  type Pressable,
  parts,
  pressables,
  rangeOn,
  statusesOn,
  textOf,
  verbsOf,
} from '../support/card-reading.js';
import type { BotMessage } from '../support/fake-teams.js';
import { refusalOf } from '../support/wording.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

/** The rows of a list's card: what can be pressed in each. */
function rowsOf(card: unknown): readonly (readonly Pressable[])[] {
  const { body } = card as { body: readonly unknown[] };
  return body.filter(isRow).map((row) => pressables(row));
}

// The filters above are columns that can be pressed too.
const isRow = (part: unknown) => verbsOf(part).includes('tenant.open');

const tenantsIn = (card: unknown) =>
  rowsOf(card).map((row) => [...new Set(row.map(({ data }) => String(data?.tenantId ?? '')))].join());

describe('a list, after a click in it,', () => {
  const context = { words: en, isSandbox: false, templates: aTemplates(), now, asOf: now };
  const idOf = (number: number) => `20000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const aTenantThat = (number: number, status: Status): Tenant => ({
    ...tenantBy[status](),
    tenantId: idOf(number),
    customer: { displayName: `Tenant ${number}`, domain: `t${number}.example` },
  });
  const anything = fc.record({
    statuses: fc.array(fc.constantFrom(...statuses), { minLength: 1, maxLength: 25 }),
    filter: fc.option(fc.constantFrom(...statuses), { nil: undefined }),
    page: fc.integer({ min: 1, max: 3 }),
    // What happens before the second press: tenants change their status, come and go.
    changes: fc.array(
      fc.record({
        number: fc.nat({ max: 30 }),
        to: fc.option(fc.constantFrom(...statuses), { nil: undefined }),
      }),
      { maxLength: 12 },
    ),
  });

  it('has the same tenants in the same places, or none, whatever has happened to any of them', () => {
    fc.assert(
      fc.property(anything, ({ statuses: all, filter, page, changes }) => {
        const tenants = new Map(all.map((status, number) => [idOf(number), aTenantThat(number, status)]));
        const first = listTenants(new TenantIndex(tenants.values()), { status: filter, search: '', page });
        let card: unknown = tenantListView(first, context);
        const before = tenantsIn(card);
        for (const { number, to } of changes) {
          if (to) tenants.set(idOf(number), aTenantThat(number, to));
          else tenants.delete(idOf(number));
          // As the client sends it: whatever is pressed brings the card's inputs along.
          const click = readClick('tenant.open', { ...inputsOf(card), ...(filter && { filter }), page, inList: true });
          assert.ok(click);
          card = tenantListView(listTenants(new TenantIndex(tenants.values()), click.query), context, {
            text: before[0] === undefined ? '' : phrase`What came of it.`,
            tenantId: before[0],
          });
          const after = tenantsIn(card);
          for (const [place, tenantId] of before.entries())
            assert.ok(after[place] === tenantId || after[place] === '', `place ${place}: ${after[place]}`);
          assert.ok(!JSON.stringify(card).includes(gonePlace));
          assertNothingMovedAbove(card);
        }
      }),
      { numRuns: 400, seed: 20_261_128 },
    );
  });

  // Everything above the rows is there always, and of one line, unless a notice concerns no row at all.
  function assertNothingMovedAbove(card: unknown): void {
    const { body } = card as { body: readonly unknown[] };
    const firstRow = body.findIndex(isRow);
    const above = firstRow < 0 ? body : body.slice(0, firstRow);
    assert.ok(![...parts(above)].some(({ style }) => style === 'emphasis') || tenantsIn(card)[0] === '');
  }
});

describe('somebody who presses the same place of a list twice', () => {
  const w = aWorldForEach();

  const place = (message: BotMessage, row: number) => rowsOf(w.chat.sees(message))[row]?.at(-1) ?? assert.fail();
  const columnsOf = (card: unknown) => {
    const { body } = card as { body: readonly { columns?: readonly unknown[] }[] };
    return (body.at(-1)?.columns ?? []).map((column) => verbsOf(column));
  };
  const press = async (message: BotMessage, button: Pressable) => {
    const { body } = await w.chat.clicks(message, button);
    const { value } = body as { value: unknown };
    message.seenBy.set(people.alex.id, value);
    return value;
  };

  for (const seconds of [0, 1.5, 30]) {
    it(`is asked about one tenant, and enables it and not its neighbour, ${seconds} seconds later`, async () => {
      const message = await w.chat.says(`/tenants ${en.statuses.notConfigured}`);
      const before = tenantsIn(w.chat.sees(message));
      const first = place(message, 0);
      assert.equal(first.verb, 'tenant.askEnable');
      // A row has its button at the right, where the question has its no.
      assert.deepEqual(columnsOf(await press(message, first)), [['tenant.enable'], ['tenants.list']]);
      await w.world.passes(seconds);
      const no = w.chat.finds(message, 'tenants.list');
      assert.deepEqual(tenantsIn(await press(message, no)), before);
      assert.deepEqual(statusesOn(rowText(w.chat.sees(message), 0)), ['notConfigured']);
      await press(message, place(message, 0));
      const answered = await press(message, w.chat.finds(message, 'tenant.enable'));
      assert.deepEqual(tenantsIn(answered), before);
      assert.deepEqual(statusesOn(rowText(answered, 0)), ['awaitingMicrosoft']);
      await w.world.passes(seconds);
      assert.deepEqual(tenantsIn(w.chat.sees(message)), before);
      const second = place(message, 0);
      assert.equal(second.data?.tenantId, first.data?.tenantId);
      await press(message, second);
      await w.world.passes(60);
      const left = tenantsIn((await w.chat.says(`/tenants ${en.statuses.notConfigured}`)).card);
      assert.deepEqual(left, before.slice(1));
    });
  }

  it('reads what came of it in the row, and the list is as it is once they refresh it', async () => {
    const message = await w.chat.says(`/tenants ${en.statuses.notConfigured}`);
    const before = tenantsIn(w.chat.sees(message));
    await press(message, place(message, 1));
    await press(message, w.chat.finds(message, 'tenant.enable'));
    await w.world.passes(60);
    assert.deepEqual(statusesOn(rowText(w.chat.sees(message), 1)), ['needsApproval']);
    // Which rows of how many it shows is not said any more.
    assert.equal(rangeOn(w.chat.sees(message)), undefined);
    const fresh = await w.chat.presses(message, { verb: 'tenants.list', data: { page: 1 } });
    assert.ok(rangeOn(fresh));
    assert.deepEqual(
      tenantsIn(fresh),
      before.filter((_, index) => index !== 1),
    );
  });

  it('is told in the row why nothing was done', async () => {
    const message = await w.chat.says(`/tenants ${en.statuses.notConfigured}`);
    await press(message, place(message, 0));
    const button = w.chat.finds(message, 'tenant.enable');
    const stale = { ...button, data: { ...button.data, version: 999 } };
    const card = await press(message, stale);
    const { displayName } = (await w.world.tenant(String(button.data?.tenantId))).customer;
    const [first, second] = [0, 1].map((row) => textOf(rowText(card, row)));
    assert.ok(first?.includes(refusalOf(displayName, 'outdated')), first);
    assert.ok(!second?.includes(refusalOf(displayName, 'outdated')), second);
  });

  it('finds the rows where they were when others change, come and go', async () => {
    const message = await w.chat.says('/tenants');
    const before = tenantsIn(message.card);
    await w.world.app.commands.perform({
      tenantId: tenantIds.contoso,
      command: { do: 'enable', by: { id: 'megan', name: 'Megan' }, conversationId: 'elsewhere' },
    });
    const [northwind] = w.world.sandbox.controls.relationships(tenantIds.northwind);
    w.world.sandbox.controls.approve(northwind?.id ?? '');
    await w.world.passes(400);
    assert.ok(message.updates > 0);
    assert.deepEqual(tenantsIn(message.card), before);
    // Over a restart too.
    await w.world.passes(2);
    await w.world.stopBot();
    await w.world.startBot();
    const [approved] = w.world.sandbox.controls.relationships(tenantIds.contoso);
    w.world.sandbox.controls.approve(approved?.id ?? '');
    await w.world.passes(400);
    assert.deepEqual(tenantsIn(message.card), before);
  });

  it('in a channel finds the rows where they were, and so does everybody who has other rows before them', async () => {
    const [alex, megan] = [people.alex, people.megan].map((person) => w.world.chat(person, 'channel-1', 'channel'));
    assert.ok(alex && megan);
    const message = await alex.says('/tenants');
    const alexs = tenantsIn(alex.sees(message));
    await megan.presses(message, { verb: 'tenants.list', data: { filter: 'notConfigured' } });
    const megans = tenantsIn(megan.sees(message));
    await megan.enables(message);
    await w.world.passes(60);
    assert.deepEqual(tenantsIn(alex.sees(message)), alexs);
    assert.deepEqual(tenantsIn(megan.sees(message)), megans);
  });

  function rowText(card: unknown, row: number): unknown {
    const { body } = card as { body: readonly unknown[] };
    return body.filter(isRow)[row];
  }
});
