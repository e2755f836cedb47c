// How far a batch is, and who is next: never more than may be at Microsoft at once, and none twice.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type BatchResult, type BatchTenant, newBatch } from '../../../src/domain/batch/batch.js';
import { atOnce, isForgettable, msToNextRequest, progressOf } from '../../../src/domain/batch/progress.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { addDays, addSeconds } from '../../../src/domain/time.js';
import { alex, now, tenantBy } from '../../support/builders.js';

const made = (count: number) =>
  newBatch(
    { id: 'b', action: { do: 'enable' }, by: alex, conversationId: 'chat', at: now },
    Array.from({ length: count }, (_, number) => `tenant-${number}`),
  );
const done: BatchResult = { is: 'done', at: now };
const refused: BatchResult = { is: 'refused', why: 'noCustomer', at: now };
const fine: BatchResult = { is: 'refused', why: 'alreadyDone', at: now };
const asked = tenantBy.awaitingMicrosoft();
const requested = tenantBy.needsApproval();

describe('the progress of a batch', () => {
  it('has as many go on at Microsoft as may, and the next once one is through', () => {
    const { batch, tenants } = made(20);
    const rows = (doneCount: number) =>
      tenants.map((row, index): BatchTenant => (index < doneCount ? { ...row, result: done } : row));
    const read = (doneCount: number, underWay: number) =>
      progressOf(
        {
          batch,
          tenants: rows(doneCount),
          tenant: (id) => (Number(id.slice(7)) < doneCount - underWay ? requested : asked),
          now,
        },
        60,
      );
    assert.deepEqual(
      read(0, 0).next.map(({ tenantId }) => tenantId),
      tenants.slice(0, 5).map(({ tenantId }) => tenantId),
    );
    assert.deepEqual([read(5, 5).next.length, read(5, 5).underWay], [0, 5]);
    assert.deepEqual(
      read(5, 3).next.map(({ tenantId }) => tenantId),
      ['tenant-5', 'tenant-6'],
    );
    assert.deepEqual([read(20, 1).isAtRest, read(20, 0).isAtRest], [false, true]);
  });

  it('lets what keeps failing at one tenant not hold up the others', () => {
    const { batch, tenants } = made(6);
    const { onboarding } = asked;
    assert.ok(onboarding);
    const same = { since: now, tries: 3 };
    const retry = {
      tried: { step: 'createRelationship', relationshipName: 'Gatehouse-1' },
      problem: { reason: 'unreachable' },
      tries: 3,
      since: now,
      same,
      lastAt: now,
      nextAt: now,
    } as const;
    const failing: Tenant = { ...asked, onboarding: { ...onboarding, retries: [retry] } };
    const rows = tenants.map((row, index): BatchTenant => (index < 5 ? { ...row, result: done } : row));
    const read = (tenant: Tenant) => progressOf({ batch, tenants: rows, tenant: () => tenant, now }, 60);
    assert.deepEqual([read(asked).next.length, read(failing).next.length], [0, 1]);
  });

  it('gives the place of a tenant that waits to be tried again to another, and isn’t over before it', () => {
    const { batch, tenants } = made(6);
    const { onboarding } = asked;
    assert.ok(onboarding);
    const retry = {
      tried: { step: 'createRelationship', relationshipName: 'Gatehouse-1' },
      problem: { reason: 'unreachable' },
      tries: 1,
      since: now,
      same: { since: now, tries: 1 },
      lastAt: now,
      nextAt: addSeconds(now, 2),
    } as const;
    const putOff: Tenant = { ...asked, onboarding: { ...onboarding, retries: [retry] } };
    const rows = (count: number) =>
      tenants.map((row, index): BatchTenant => (index < count ? { ...row, result: done } : row));
    const read = (count: number, seconds: number) =>
      progressOf({ batch, tenants: rows(count), tenant: () => putOff, now: addSeconds(now, seconds) }, 60);
    assert.deepEqual([read(5, 1).next.length, read(5, 1).underWay], [1, 5]);
    assert.deepEqual([read(5, 2).next.length, read(5, 2).underWay], [0, 5], 'its time has come');
    assert.deepEqual([read(6, 1).isAtRest, read(6, 2).isAtRest], [false, false]);
  });

  it('asks no tenant once it is stopped, and is at rest when the last one is through', () => {
    const { batch, tenants } = made(3);
    const [first, ...rest] = tenants;
    assert.ok(first);
    const rows = [{ ...first, result: done }, ...rest];
    const read = (tenant: Tenant) =>
      progressOf({ batch: { ...batch, stopped: { by: alex, at: now } }, tenants: rows, tenant: () => tenant, now }, 60);
    assert.deepEqual([read(asked).next, read(asked).isAtRest, read(asked).waiting], [[], false, 2]);
    assert.deepEqual([read(requested).isAtRest, read(requested).secondsLeft], [true, 0]);
  });

  it('has each tenant in one count, and none next that was asked before', () => {
    const result = fc.option(fc.constantFrom(done, refused, fine), { nil: undefined });
    const tenant = fc.constantFrom(asked, requested, tenantBy.notConfigured(), undefined);
    fc.assert(
      fc.property(fc.array(fc.tuple(result, tenant), { maxLength: 40 }), (drawn) => {
        const { batch, tenants } = made(drawn.length);
        const rows = tenants.map((row, index) => ({ ...row, result: drawn[index]?.[0] }));
        const known = new Map(tenants.map(({ tenantId }, index) => [tenantId, drawn[index]?.[1]]));
        const progress = progressOf({ batch, tenants: rows, tenant: (id) => known.get(id), now }, 60);
        const refusedCount = progress.refused.reduce((sum, { count }) => sum + count, 0);
        assert.equal(progress.done + progress.fine + refusedCount + progress.waiting, batch.count);
        assert.ok(progress.underWay <= progress.done);
        assert.ok(progress.next.every((row) => row.result === undefined));
        assert.equal(progress.next.length, Math.min(progress.waiting, Math.max(0, atOnce - progress.underWay)));
        assert.equal(progress.isAtRest, progress.waiting === 0 && progress.underWay === 0);
      }),
      { numRuns: 300, seed: 20_261_129 },
    );
  });

  it('knows the last time when a request may have been made, and that alone is waited for', () => {
    const { batch, tenants } = made(3);
    const at = (minutes: number) => addSeconds(now, minutes * 60);
    const results: readonly BatchResult[] = [
      { is: 'done', at: at(1), requests: true },
      { is: 'done', at: at(2), requests: true },
      { is: 'done', at: at(3) },
    ];
    const rows = (order: readonly number[]) =>
      order.map((each) => ({ ...(tenants[each] ?? assert.fail()), result: results[each] }));
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
    ])
      assert.equal(progressOf({ batch, tenants: rows(order), tenant: () => requested, now }, 60).lastRequestAt, at(2));
    assert.equal(progressOf({ batch, tenants: rows([2]), tenant: () => requested, now }, 60).lastRequestAt, undefined);
  });

  it('spaces requests evenly, whatever the clock does', () => {
    assert.equal(msToNextRequest(undefined, now, 60), 0);
    assert.deepEqual(
      [0, 0.4, 1, 60].map((seconds) => msToNextRequest(now, addSeconds(now, seconds), 60)),
      [1000, 600, 0, 0],
    );
    assert.equal(msToNextRequest(addSeconds(now, 3600), now, 60), 1000);
  });

  it('is kept for a while after its end', () => {
    const batch = { ...made(1).batch, endedAt: now };
    assert.deepEqual(
      [29, 30].map((days) => isForgettable(batch, addDays(now, days), 30)),
      [false, true],
    );
    assert.equal(isForgettable(made(1).batch, addDays(now, 90), 30), false);
    const asked = { ...made(1).batch, isAsked: true } as const;
    assert.deepEqual(
      [0, 1].map((days) => isForgettable(asked, addDays(now, days), 30)),
      [false, true],
    );
  });
});
