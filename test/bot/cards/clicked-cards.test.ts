// What a person has opened on a card stays under their eyes, though the others have yet to see a change.

import assert from 'node:assert/strict';
import { enabled, tenantBy } from '../../support/builders.js';
import { cardUpdater, ofContoso } from '../../support/card-bench.js';
import { testDependencies } from '../../support/test-dependencies.js';

const message = { conversationId: 'chat', activityId: 'message' };

/** A change, and at once a click that opens something of what has changed. */
async function opened(kind: 'personal' | 'groupChat', deps = testDependencies(tenantBy.notConfigured())) {
  const bench = cardUpdater(deps);
  const { store, updater, happens, post } = bench;
  const opens = () => updater.showsNow(message, ofContoso, { othersMustSee: false, wasDue: updater.isDue(message) });
  await store.commit({ conversations: [{ id: 'chat', kind, subscribed: true, reference: {} }] });
  post('message');
  await happens(enabled);
  opens();
  return { ...bench, opens };
}

describe('a card on which somebody opens something before a change is drawn', () => {
  for (const { kind, seconds } of [
    { kind: 'groupChat', seconds: 60 },
    { kind: 'personal', seconds: 600 },
  ] as const) {
    it(`is drawn for the others once that is read, and then no more: ${kind}`, async () => {
      const { clock, drawn } = await opened(kind);
      await clock.passes(seconds - 1);
      assert.deepEqual(drawn(), []);
      await clock.passes(2);
      assert.deepEqual(drawn(), ['message']);
      await clock.passes(1200);
      assert.deepEqual(drawn(), ['message']);
    });
  }

  it('is read for a minute from the last thing that is opened', async () => {
    const { clock, drawn, opens } = await opened('groupChat');
    await clock.passes(50);
    opens();
    await clock.passes(50);
    assert.deepEqual(drawn(), []);
    await clock.passes(11);
    assert.deepEqual(drawn(), ['message']);
  });

  it('is drawn for the others after five minutes, whatever is opened there', async () => {
    const { clock, drawn, opens } = await opened('groupChat');
    for (let seconds = 0; seconds < 290; seconds += 10) {
      await clock.passes(10);
      opens();
    }
    assert.deepEqual(drawn(), []);
    await clock.passes(11);
    assert.deepEqual(drawn(), ['message']);
  });

  it('is drawn at once when it changes again', async () => {
    const { clock, happens, drawn } = await opened('groupChat');
    await clock.passes(5);
    await happens({ type: 'approvalAwaited' });
    await clock.passes(2);
    assert.deepEqual(drawn(), ['message']);
    await clock.passes(120);
    assert.deepEqual(drawn(), ['message']);
  });

  it('is drawn soon when who reads it changes something themselves', async () => {
    const { clock, updater, drawn } = await opened('groupChat');
    await clock.passes(5);
    updater.showsNow(message, ofContoso, { othersMustSee: true, wasDue: true });
    await clock.passes(2);
    assert.deepEqual(drawn(), ['message']);
    await clock.passes(120);
    assert.deepEqual(drawn(), ['message']);
  });

  it('is drawn by the next process, where this one ends before that is read', async () => {
    const deps = testDependencies(tenantBy.notConfigured());
    const { cardStore } = await opened('groupChat', deps);
    const next = cardUpdater(deps, cardStore);
    next.updater.refresh();
    await next.clock.passes(2);
    assert.deepEqual(next.drawn(), ['message']);
  });

  it('is drawn soon where it was turned to something else, since what is on the way may come after the answer', async () => {
    const { clock, updater, happens, post, drawn } = cardUpdater();
    post('message');
    await happens(enabled);
    const theList = { kind: 'list', query: { search: '', page: 2 } } as const;
    updater.showsNow(message, theList, { othersMustSee: false, wasDue: updater.isDue(message) });
    await clock.passes(2);
    assert.deepEqual(drawn(), ['message']);
    await clock.passes(1200);
    assert.deepEqual(drawn(), ['message']);
  });

  it('isn’t drawn again where only the click itself has changed something', async () => {
    const { clock, updater, happens, post, drawn } = cardUpdater();
    post('message');
    const wasDue = updater.isDue(message);
    await happens(enabled);
    updater.showsNow(message, ofContoso, { othersMustSee: false, wasDue });
    await clock.passes(1200);
    assert.deepEqual(drawn(), []);
  });
});
