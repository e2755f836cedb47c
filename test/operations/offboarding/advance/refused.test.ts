// Removals that Microsoft refuses, or that something has come into the way of since the plan was agreed to.

import assert from 'node:assert/strict';
import { Refused } from '../../../../src/domain/errors.js';
import { syncCustomers } from '../../../../src/operations/reconcile/sync-customers.js';
import { decided } from '../../../support/a-decided-offboarding.js';
import { alex, contoso, having } from '../../../support/builders.js';
import { denied } from '../../../support/fake-microsoft.js';
import { aReservation, aSubscription } from '../../../support/offboarding-builders.js';

const removals = [
  ['consent', 'consents.withdraw'],
  ['relationships', 'relationships.terminate'],
  ['delegatedAdmin', 'customers.removeDelegatedAdmin'],
  ['reseller', 'customers.endReseller'],
] as const;

describe('a removal that Microsoft refuses', () => {
  it('does not stop an assignment for long, since it goes with its relationship', async () => {
    const w = await decided();
    w.microsoft.failing.set('relationships.removeAssignment', denied);
    await w.clock.passes(300);
    await w.runs();
    assert.deepEqual(w.microsoft.done, ['consent', 'relationship', 'delegatedAdmin', 'reseller']);
    assert.equal([...w.store.certificates()][0]?.removedCount, 6);
  });

  it('of an assignment alone stops until it is tried again', async () => {
    const w = await decided({ steps: ['assignments'] });
    w.microsoft.failing.set('relationships.removeAssignment', denied);
    await w.clock.passes(300);
    await w.runs();
    assert.deepEqual([w.stage(), w.microsoft.done], ['stopped', []]);
  });

  for (const [step, call] of removals) {
    it(`stops what depends on it, is told once, and is done when it is tried again (${step})`, async () => {
      const w = await decided();
      w.microsoft.failing.set(call, denied);
      await w.clock.passes(300);
      await w.runs();
      assert.equal(w.stage(), 'stopped');
      assert.ok(!w.microsoft.done.includes('reseller'), 'the last step goes only when all else has');
      const news = [...w.store.deliveries()].map((due) => (due.kind === 'tenant' ? due.news : 'certificate'));
      assert.deepEqual(news, ['offboardingStopped']);
      w.microsoft.failing.clear();
      const refused = w.offboarding()?.tasks.filter(({ state }) => state.is === 'refused') ?? [];
      const requestIds = Object.fromEntries(refused.map(({ id }) => [id, `again-${id}`]));
      const stopped = w.store.tenant(contoso);
      assert.ok(stopped);
      await w.store.commit({ tenants: [having(stopped, { type: 'offboardingRetried', by: alex, requestIds })] });
      await w.runs();
      assert.equal(w.microsoft.done.length, 6, w.microsoft.done.join());
      assert.equal([...w.store.certificates()][0]?.removedCount, 6);
    });
  }

  it('is gone without once somebody says so, and remains', async () => {
    const w = await decided({ steps: ['assignments', 'consent', 'relationships'] });
    w.microsoft.failing.set('consents.withdraw', denied);
    await w.clock.passes(300);
    await w.runs();
    assert.deepEqual(w.microsoft.done, ['assignment 1']);
    const stopped = w.store.tenant(contoso);
    assert.ok(stopped);
    await w.store.commit({ tenants: [having(stopped, { type: 'offboardingRestLeft', by: alex })] });
    await w.runs();
    assert.deepEqual(w.microsoft.done, ['assignment 1', 'assignment 2', 'relationship']);
    assert.equal([...w.store.certificates()][0]?.removedCount, 3);
  });

  it('is patient with what is not possible now, and then takes it for a refusal', async () => {
    const w = await decided({ steps: ['relationships'] });
    const notNow = new Refused('409', { reason: 'notPossibleNow' });
    w.microsoft.failing.set('relationships.terminate', notNow);
    await w.clock.passes(300);
    await w.looks();
    assert.equal(w.stage(), 'running');
    await w.clock.passes(299);
    await w.looks();
    assert.equal(w.stage(), 'running');
    await w.clock.passes(1);
    await w.looks();
    assert.equal(w.stage(), 'stopped');
  });
});

describe('a tenant whose offboarding has stopped', () => {
  it('keeps the message about it, whatever else is seen of the tenant', async () => {
    const w = await decided({ steps: ['delegatedAdmin'] });
    w.microsoft.failing.set('customers.removeDelegatedAdmin', denied);
    await w.clock.passes(300);
    await w.looks();
    const customer = { tenantId: contoso, displayName: 'Renamed', domain: 'x.example' };
    w.microsoft.listedCustomers = [customer];
    await syncCustomers(w, w.microsoft.customers.list(), new Set());
    assert.deepEqual(
      [...w.store.deliveries()].map((due) => due.kind === 'tenant' && due.news),
      ['offboardingStopped'],
    );
  });
});

describe('what has come into the way since it was agreed', () => {
  it('stops delegated admin, and the reseller relationship, without a call', async () => {
    const w = await decided({ steps: ['delegatedAdmin', 'reseller'] });
    await w.clock.passes(300);
    w.microsoft.meanwhile.set('customers.relationshipToPartner', () => {
      // After the last look at the plan, and before the removal.
      if (w.stage() === 'running') w.microsoft.openReservations = [aReservation];
    });
    await w.runs();
    const [task] = w.offboarding()?.tasks ?? [];
    assert.deepEqual(task?.state.is === 'refused' && task.state.refusal, { why: 'inTheWay', obstacle: 'reservations' });
    assert.deepEqual(w.microsoft.done, []);
  });

  it('stops the reseller relationship for a subscription that was bought meanwhile', async () => {
    const w = await decided({ steps: ['delegatedAdmin', 'reseller'] });
    await w.clock.passes(300);
    w.microsoft.meanwhile.set('customers.removeDelegatedAdmin', () => {
      w.microsoft.bought = [aSubscription()];
    });
    await w.runs();
    assert.equal(w.states().reseller, 'refused');
    assert.deepEqual(w.microsoft.done, ['delegatedAdmin']);
  });
});
