// Whether requests are welcome at a start.
import assert from 'node:assert/strict';
import { firstAnswersCanBeGiven, Readiness, type ReadinessDeps } from '../../src/app/readiness.js';
import { ManualClock } from '../support/manual-clock.js';

const parts = {
  saving: {},
  bot: { silence: { seconds: () => 0 } },
  background: { reconciles: { failing: undefined, secondsSinceEnded: 0 } },
  reconcileSeconds: 300,
} as unknown as ReadinessDeps;
const notReady = ['starting or stopping'];

describe('requests at a start', () => {
  const people = { admins: ['group:00000000-0000-4000-8000-000000000001'], operators: [], viewers: [] };
  const waits = (token: Promise<string>, given: { readonly people: typeof people | undefined } = { people }) => {
    const clock = new ManualClock();
    const connection = { tokens: { token: () => token }, clients: { graphScope: 'graph' } };
    const wait = firstAnswersCanBeGiven(given, connection as never, clock);
    return { clock, wait };
  };
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('are welcome at once, unless groups decide who may', async () => {
    const readiness = new Readiness(parts);
    assert.deepEqual(readiness.whyNotReady(), notReady);
    for (const lists of [undefined, { ...people, admins: ['00000000-0000-4000-8000-000000000001'] }])
      assert.equal(waits(new Promise(() => undefined), { people: lists }).wait, undefined);
    readiness.open(undefined);
    assert.deepEqual(readiness.whyNotReady(), []);
    await readiness.close();
    assert.deepEqual(readiness.whyNotReady(), notReady);
  });

  for (const [how, token] of [
    ['is there', () => Promise.resolve('token')],
    ['is refused', () => Promise.reject(new Error('no'))],
  ] as const) {
    it(`wait until the first token for Graph ${how}, by which groups are read`, async () => {
      let settle: () => void = () => undefined;
      const settled = new Promise<void>((resolve) => {
        settle = resolve;
      });
      const readiness = new Readiness(parts);
      readiness.open(waits(settled.then(token)).wait);
      await turn();
      assert.deepEqual(readiness.whyNotReady(), notReady);
      settle();
      await turn();
      assert.deepEqual(readiness.whyNotReady(), []);
    });
  }

  it('wait five seconds at most, and never outlive a stop', async () => {
    const { clock, wait } = waits(new Promise(() => undefined));
    const [open, closed] = [new Readiness(parts), new Readiness(parts)];
    open.open(wait);
    closed.open(wait);
    await closed.close();
    clock.next(clock.milliseconds + 4900);
    assert.deepEqual(open.whyNotReady(), notReady);
    clock.next(clock.milliseconds + 200);
    await turn();
    assert.deepEqual(open.whyNotReady(), []);
    assert.deepEqual(closed.whyNotReady(), notReady);
  });
});
