// How many calls go out to a service of Microsoft's, whoever makes them.
import assert from 'node:assert/strict';
import { AccessDenied, Throttled } from '../../../src/domain/errors.js';
import { LocalPace } from '../../../src/runtime/local-pace.js';
import type { Pace } from '../../../src/runtime/pace.js';
import { inBackground } from '../../../src/runtime/waited-for.js';
import { aClient } from '../../support/a-client.js';
import { ManualClock } from '../../support/manual-clock.js';

const aRead = { method: 'GET', path: '/a', template: '/a', isRead: true } as const;

/** Two clients that share a pace, and when the service was asked, in seconds. */
function twoClients(name: 'graph' | 'partnerCenter', answer: (asked: number) => Response = () => Response.json({})) {
  const clock = new ManualClock();
  const start = clock.elapsedMs();
  const pace = new LocalPace(clock);
  const asked: number[] = [];
  const send = async () => {
    asked.push((clock.elapsedMs() - start) / 1000);
    return answer(asked.length);
  };
  const [a, b] = [aClient({ name, send, clock, pace }), aClient({ name, send, clock, pace })];
  return { clock, pace, asked, a, b, send };
}

describe('Partner Center', () => {
  it('is called five hundred times in any minute, and is left to later callers from then on', async () => {
    const { clock, asked, a, b } = twoClients('partnerCenter');
    for (let call = 0; call < 500; call += 1) {
      await (call % 2 === 0 ? a : b).call(aRead);
      await clock.passes(0.1);
    }
    await assert.rejects(b.call(aRead), (error) => error instanceof Throttled && error.retryAfterSeconds === 10);
    assert.equal(asked.length, 500);
    await clock.passes(6);
    const waiting = b.call(aRead);
    await clock.passes(4);
    await waiting;
    assert.equal(asked.at(-1), 60);
  });

  it('is called in the background only as often as leaves some for people', async () => {
    const { clock, asked, a, b } = twoClients('partnerCenter');
    for (let call = 0; call < 450; call += 1) await inBackground(() => a.call(aRead));
    await assert.rejects(
      inBackground(() => a.call(aRead)),
      Throttled,
    );
    for (let call = 0; call < 50; call += 1) await b.call(aRead);
    await assert.rejects(b.call(aRead), Throttled);
    assert.equal(asked.length, 500);
    await clock.passes(60);
    await inBackground(() => b.call(aRead));
  });

  it('is waited for as long as a person should wait, in one wait or in several', async () => {
    const clock = new ManualClock();
    let asked = 0;
    const pace: Pace = {
      rest: () => undefined,
      ask: async () => {
        asked += 1;
        return { waitMs: 3000, rate: 'partnerCenter' };
      },
    };
    const client = aClient({ name: 'partnerCenter', send: () => assert.fail('sent'), clock, pace });
    const rejected = assert.rejects(client.call(aRead), Throttled);
    await clock.passes(3);
    await rejected;
    assert.equal(asked, 2);
  });

  it('loses no call to one that is never made for want of a token', async () => {
    const { clock, pace, a } = twoClients('partnerCenter');
    const token = () => Promise.reject(new AccessDenied('nobody has signed in', { reason: 'signInExpired' }));
    const caller = { token, drop: () => undefined };
    const signedOut = aClient({ name: 'partnerCenter', send: () => assert.fail('sent'), caller, clock, pace });
    for (let call = 0; call < 600; call += 1) await assert.rejects(signedOut.call(aRead), AccessDenied);
    await a.call(aRead);
  });
});

describe('a service that has been asked too much by one of its clients', () => {
  const busyAtFirst = (retryAfter: string) => (asked: number) =>
    Response.json({}, asked === 1 ? { status: 429, headers: { 'retry-after': retryAfter } } : {});

  it('is left alone by the others too, for as long as it said', async () => {
    const { clock, asked, a, b } = twoClients('graph', busyAtFirst('4'));
    const first = a.call(aRead);
    await clock.passes(1);
    const second = b.call(aRead);
    await clock.passes(2.9);
    assert.deepEqual(asked, [0]);
    await clock.passes(0.1);
    await Promise.all([first, second]);
    assert.deepEqual(asked, [0, 4, 4]);
  });

  it('is not asked at all where that takes too long for a person', async () => {
    const { asked, a, b } = twoClients('graph', busyAtFirst('60'));
    await assert.rejects(a.call(aRead), Throttled);
    await assert.rejects(b.call(aRead), Throttled);
    assert.deepEqual(asked, [0]);
  });

  it('is left alone for a second where it says nothing', async () => {
    const { clock, asked, a, b } = twoClients('graph', busyAtFirst(''));
    const first = a.call(aRead);
    await clock.passes(0);
    const second = b.call(aRead);
    await clock.passes(1);
    await Promise.all([first, second]);
    assert.deepEqual(asked, [0, 1, 1]);
  });
});
