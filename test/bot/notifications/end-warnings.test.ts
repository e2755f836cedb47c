// Warnings of ends of access, and messages that auto-extend is off: each by itself, or many that come at once as one message.
import assert from 'node:assert/strict';
import type { Coverage } from '../../../src/domain/access/coverage.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { addDays, addSeconds } from '../../../src/domain/time.js';
import { headline } from '../../../src/views/explain/notices.js';
import { en } from '../../../src/views/words/en/index.js';
import { alex, now, tenantBy } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { buttonFor, textOf } from '../../support/card-reading.js';
import { aNotifier } from '../../support/notifier-bench.js';
import { testDependencies } from '../../support/test-dependencies.js';

const idOf = (number: number) => `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const ending = (number: number, is: Coverage['is'] = 'ends', keep?: Coverage['keep']): Tenant => {
  const { onboarding, ...tenant } = tenantBy.approved();
  assert.ok(onboarding);
  const coverage = { is, on: addDays(now, 20 - number / 10), relationshipId: 'relationship-1', keep };
  const customer = { displayName: `Tenant ${number}`, domain: '' };
  return { ...tenant, tenantId: idOf(number), customer, onboarding: { ...onboarding, coverage } };
};

/** A conversation to which warnings about these tenants are due, each so many seconds after the one before. */
async function warned(
  tenants: readonly Tenant[],
  apartSeconds = 0,
  news: 'accessEnding' | 'autoExtendOff' = 'accessEnding',
) {
  const bench = aNotifier(testDependencies(...tenants));
  const { store, notifier, clock, roles } = bench;
  roles.mayLook = true;
  await store.commit({ conversations: [{ id: 'chat', kind: 'personal', subscribed: true, reference: {} }] });
  for (const { tenantId } of tenants) {
    const at = clock.now();
    const about = { conversationId: 'chat', kind: 'tenant', tenantId, news, at } as const;
    await store.commit({ deliveries: [{ id: tenantId, ...about }] });
    notifier.send();
    await clock.passes(apartSeconds);
  }
  return bench;
}

const summariesOf = ({ messenger }: Awaited<ReturnType<typeof warned>>) =>
  messenger.arrived.map(({ summary }) => summary);

describe('warnings of ends of access', () => {
  it('go out a minute after the last of them, and are held back until then', async () => {
    const bench = await warned([ending(1)]);
    const [due] = bench.store.deliveries();
    assert.ok(due && bench.notifier.isHeldBack(due));
    await bench.clock.passes(59);
    assert.deepEqual(summariesOf(bench), []);
    await bench.clock.passes(2);
    assert.deepEqual(summariesOf(bench), [headline('accessEnding', ending(1), en)]);
    assert.deepEqual([...bench.store.deliveries()], []);
  });

  it('are each a message while they are few', async () => {
    const tenants = [1, 2, 3, 4, 5].map((number) => ending(number));
    const bench = await warned(tenants);
    await bench.clock.passes(61);
    assert.deepEqual(
      summariesOf(bench),
      tenants.map((tenant) => headline('accessEnding', tenant, en)),
    );
  });

  it('are one message with a list where they are more, the earliest end first', async () => {
    const bench = await warned(
      Array.from({ length: 30 }, (_, number) => ending(number)),
      5,
    );
    await bench.clock.passes(61);
    assert.deepEqual(summariesOf(bench), [en.expiring.warnings.title({ count: 30 })]);
    const [message] = bench.messenger.arrived;
    assertGoodCard(message?.card);
    const lines = textOf(message?.card).match(/Tenant \d+: .*/g) ?? [];
    assert.equal(lines.length, 20);
    assert.match(lines[0] ?? '', /^Tenant 29: ends on 9 December 2026/);
    assert.ok(buttonFor(message?.card, 'expiring.list'));
    assert.deepEqual([...bench.store.deliveries()], []);
  });

  it('wait ten minutes for others at most', async () => {
    const bench = await warned(
      Array.from({ length: 20 }, (_, number) => ending(number)),
      50,
    );
    const [first] = summariesOf(bench);
    assert.match(first ?? '', /1\d tenants/);
  });

  it('do not hold up other news', async () => {
    const bench = await warned([ending(1)]);
    const other = { id: 'other', conversationId: 'chat', kind: 'tenant', tenantId: idOf(1), news: 'approved' } as const;
    await bench.store.commit({ deliveries: [{ ...other, at: bench.clock.now() }] });
    bench.notifier.send();
    await bench.clock.passes(1);
    assert.deepEqual(summariesOf(bench), [headline('approved', ending(1), en)]);
  });

  it('are dropped where the access rolls over by now', async () => {
    const bench = await warned([ending(1)]);
    await bench.store.commit({ tenants: [ending(1, 'rollsOver')] });
    await bench.clock.passes(61);
    assert.deepEqual([summariesOf(bench), [...bench.store.deliveries()]], [[], []]);
  });

  it('are one message of a tenant that was due several while nothing could be sent, by itself and in a list', async () => {
    const bench = await warned([1, 2, 3, 4, 5].map((number) => ending(number)));
    const again = { conversationId: 'chat', kind: 'tenant', tenantId: idOf(1), news: 'accessEnding' } as const;
    await bench.store.commit({ deliveries: [{ id: 'again', ...again, at: bench.clock.now() }] });
    bench.notifier.send();
    await bench.clock.passes(61);
    assert.equal(summariesOf(bench).length, 5);
    const list = await warned([1, 2, 3, 4, 5, 6].map((number) => ending(number)));
    await list.store.commit({ deliveries: [{ id: 'again', ...again, at: list.clock.now() }] });
    list.notifier.send();
    await list.clock.passes(61);
    assert.deepEqual(summariesOf(list), [en.expiring.warnings.title({ count: 6 })]);
    assert.deepEqual([...bench.store.deliveries(), ...list.store.deliveries()], []);
  });

  it('go out at once where the clock was set back', async () => {
    const bench = aNotifier(testDependencies(ending(1)));
    bench.roles.mayLook = true;
    const about = { conversationId: 'chat', kind: 'tenant', tenantId: idOf(1), news: 'accessEnding' } as const;
    await bench.store.commit({
      conversations: [{ id: 'chat', kind: 'personal', subscribed: true, reference: {} }],
      deliveries: [{ id: '1', ...about, at: addSeconds(bench.clock.now(), 86_400) }],
    });
    bench.notifier.send();
    await bench.clock.passes(1);
    assert.equal(summariesOf(bench).length, 1);
  });
});

describe('messages that auto-extend is off', () => {
  const drifting = (count: number) => Array.from({ length: count }, (_, number) => ending(number, 'ends', 'extend'));

  it('are one message however long it takes until all have been checked, within an hour', async () => {
    const bench = await warned(drifting(40), 50, 'autoExtendOff');
    assert.deepEqual(summariesOf(bench), []);
    await bench.clock.passes(61);
    assert.deepEqual(summariesOf(bench), [en.keeping.drift.title({ count: 40 })]);
    const [message] = bench.messenger.arrived;
    assertGoodCard(message?.card);
    assert.ok(textOf(message?.card).includes(en.keeping.drift.hint));
    assert.equal(buttonFor(message?.card, 'batch.ask')?.data?.search, 'drift:yes');
    assert.ok(buttonFor(message?.card, 'tenants.list'));
    assert.deepEqual([...bench.store.deliveries()], []);
  });

  it('are each a message while they are few, and none for whom it is being switched on, or was', async () => {
    const bench = await warned(drifting(3), 0, 'autoExtendOff');
    const [first, second, third] = drifting(3);
    assert.ok(first?.onboarding && second && third);
    const keeping = { by: alex, at: now, way: 'extend', relationshipId: 'relationship-1', on: now } as const;
    await bench.store.commit({
      tenants: [{ ...first, onboarding: { ...first.onboarding, keeping } }, ending(1, 'rollsOver')],
    });
    await bench.clock.passes(61);
    assert.deepEqual(summariesOf(bench), [headline('autoExtendOff', third, en)]);
  });

  it('and warnings of ends are gathered apart', async () => {
    const bench = await warned(drifting(6), 0, 'autoExtendOff');
    const about = { conversationId: 'chat', kind: 'tenant', tenantId: idOf(1), news: 'accessEnding' } as const;
    await bench.store.commit({ deliveries: [{ id: 'end', ...about, at: bench.clock.now() }] });
    bench.notifier.send();
    await bench.clock.passes(61);
    const end = headline('accessEnding', ending(1), en);
    assert.deepEqual(summariesOf(bench).toSorted(), [en.keeping.drift.title({ count: 6 }), end].toSorted());
  });
});
