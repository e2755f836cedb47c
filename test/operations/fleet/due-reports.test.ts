// The monthly report comes once, on the first working day, also after a time in which nothing ran.
import assert from 'node:assert/strict';
import { dueReport } from '../../../src/domain/subscription/report-day.js';
import { dueReports } from '../../../src/operations/fleet/due-reports.js';
import type { Conversation } from '../../../src/operations/ports/rows.js';
import { MemoryStore } from '../../support/memory-store.js';

const chat: Conversation = { id: 'chat', kind: 'personal', subscribed: true, reportedFor: '2026-07', reference: {} };

async function due(now: string, ...conversations: readonly Conversation[]) {
  const store = new MemoryStore({ conversations });
  const look = async (at = now) => {
    await dueReports({ store, clock: { now: () => at } as never });
    return [...store.deliveries()].map(({ id, kind }) => [id, kind]);
  };
  return { store, look, first: await look() };
}

describe('the monthly report', () => {
  it('is due on the first day of the month that is no Saturday or Sunday, at seven', () => {
    assert.equal(dueReport(chat, '2026-08-01T12:00:00.000Z'), undefined);
    assert.equal(dueReport(chat, '2026-08-02T12:00:00.000Z'), undefined);
    assert.equal(dueReport(chat, '2026-08-03T06:59:00.000Z'), undefined);
    assert.equal(dueReport(chat, '2026-08-03T07:00:00.000Z'), '2026-08');
    assert.equal(dueReport(chat, '2026-08-31T23:00:00.000Z'), '2026-08');
  });

  it('follows the clocks of the conversation', () => {
    const inTokyo = { ...chat, subscription: { muted: [], zone: 'Asia/Tokyo' } };
    assert.equal(dueReport(inTokyo, '2026-08-02T22:00:00.000Z'), '2026-08');
    assert.equal(dueReport(inTokyo, '2026-07-31T22:00:00.000Z'), undefined);
  });

  it('is not due where nobody wants it', async () => {
    const { reportedFor: _, ...others } = chat;
    assert.deepEqual((await due('2026-08-03T08:00:00.000Z', others)).first, []);
  });

  it('comes once, also when it is looked for again or after downtime', async () => {
    const { store, look, first } = await due('2026-08-19T08:00:00.000Z', chat);
    assert.deepEqual(first, [['report 2026-08 chat', 'fleetReport']]);
    await store.commit({ doneDeliveryIds: ['report 2026-08 chat'] });
    assert.deepEqual(await look(), []);
    assert.deepEqual(await look('2026-09-01T07:00:00.000Z'), [['report 2026-09 chat', 'fleetReport']]);
  });
});
