// An event is kept before it is confirmed, and once, however often and wherever it comes.
import assert from 'node:assert/strict';
import { EventReceiver } from '../../../src/microsoft/events/event-receiver.js';
import { PartnerEventInbox } from '../../../src/operations/reconcile/partner-event-inbox.js';
import { aBody, approved, EventBench } from '../../support/event-bench.js';

describe('an event of Partner Center’s, to be kept', () => {
  let bench: EventBench;
  beforeEach(async () => {
    bench = await EventBench.start();
  });
  afterEach(() => bench.host.stop());

  it('that comes again is a repetition, once the first has been kept', async () => {
    bench.store.isBroken = true;
    assert.equal(await bench.becomes(), '503 the disk is full');
    bench.store.isBroken = false;
    assert.equal(await bench.becomes(), approved);
    assert.equal(await bench.becomes(), 'repeat');
    assert.equal(await bench.becomes(aBody({ AuditUri: 'https://a.example/auditrecords/1' })), approved);
    assert.equal(await bench.becomes(aBody({ ResourceUri: 'https://a.example/customers/1' })), approved);
  });

  it('is kept once where it comes twice at the same moment, be it to two processes', async () => {
    const body = aBody();
    const [first, second] = await Promise.all([bench.headers(body), bench.headers(body)]);
    const trust = { certificateBaseUrl: bench.base, roots: bench.root.pem };
    const other = new EventReceiver(trust, bench.clock, new PartnerEventInbox(bench.store));
    assert.deepEqual(await Promise.all([bench.receiver.receive(first, body), other.receive(second, body)]), [
      undefined,
      undefined,
    ]);
    assert.deepEqual([bench.events.length, bench.store.partnerEventCount], [1, 1]);
    await bench.store.commit({ followedEventIds: [...bench.store.partnerEvents()].map(({ id }) => id) });
    assert.equal(await other.receive(second, body), undefined);
    assert.deepEqual([bench.events.length, bench.store.partnerEventCount], [1, 0]);
  });

  it('is confirmed only once it is kept', async () => {
    const body = aBody();
    let keep = (_isKept: boolean) => {};
    let ask = () => {};
    const asked = new Promise<void>((resolve) => (ask = resolve));
    const take = () => {
      ask();
      return new Promise<boolean>((resolve) => (keep = resolve));
    };
    const trust = { certificateBaseUrl: bench.base, roots: bench.root.pem };
    const receiver = new EventReceiver(trust, bench.clock, { take });
    let answer: unknown = 'none';
    const answering = receiver.receive(await bench.headers(body), body).then((refusal) => {
      answer = refusal ?? 'confirmed';
    });
    await asked;
    await new Promise(setImmediate);
    assert.equal(answer, 'none');
    keep(true);
    await answering;
    assert.equal(answer, 'confirmed');
  });

  it('is to be sent again where ten thousand wait, and is taken once one of them has been followed', async () => {
    const waiting = Array.from({ length: 10_000 }, (_, number) => ({
      id: `${number}`,
      name: 'subscription-updated',
      at: '2026-11-22T09:59:39.548Z',
    }));
    await bench.store.commit({ partnerEvents: waiting });
    assert.equal(await bench.becomes(), '503 too many events wait');
    await bench.store.commit({ followedEventIds: ['0'] });
    assert.equal(await bench.becomes(), approved);
  });

  it('that comes again after many others is a repetition still', async () => {
    await bench.becomes();
    for (let n = 0; n < 200; n += 1) await bench.becomes(aBody({ EventName: `event-${n}` }));
    assert.equal(await bench.becomes(), 'repeat');
  });
});
