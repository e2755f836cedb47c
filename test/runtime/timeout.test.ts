// How long an answer is waited for, and what becomes of one that is late.
import assert from 'node:assert/strict';
import { abortAfter, withTimeout, withTimeoutOr } from '../../src/runtime/timeout.js';
import { ManualClock } from '../support/manual-clock.js';

describe('waiting for an answer', () => {
  let clock: ManualClock;
  beforeEach(() => {
    clock = new ManualClock();
  });
  const never = new Promise<string>(() => undefined);
  const failed = async () => {
    throw new Error('failed');
  };

  it('ends with it, or its failure, and leaves no timer behind', async () => {
    assert.equal(await withTimeout(clock, 1000, Promise.resolve('answer')), 'answer');
    await assert.rejects(withTimeout(clock, 1000, failed()), { message: 'failed' });
    await new Promise(setImmediate);
    assert.equal(clock.waiting, 0);
  });

  it('ends when the time is over, and not before', async () => {
    let given: string | undefined = 'nothing yet';
    void withTimeout(clock, 1000, never).then((answer) => {
      given = answer;
    });
    await clock.passes(0.999);
    assert.equal(given, 'nothing yet');
    await clock.passes(0.001);
    assert.equal(given, undefined);
  });

  it('ends with what is said instead, or with its failure', async () => {
    const said = withTimeoutOr(clock, 1000, never, async () => 'too late');
    const thrown = assert.rejects(withTimeoutOr(clock, 1000, never, failed), { message: 'failed' });
    await clock.passes(1);
    assert.equal(await said, 'too late');
    await thrown;
  });

  it('leaves a late failure to itself', async () => {
    let fail = () => {};
    const late = new Promise((_, reject) => {
      fail = () => reject(new Error('late'));
    });
    const waiting = withTimeout(clock, 1000, late);
    await clock.passes(1);
    fail();
    assert.equal(await waiting, undefined);
    await new Promise(setImmediate);
  });
});

describe('work with a time limit', () => {
  it('is aborted when the time is over, and not before', async () => {
    const clock = new ManualClock();
    let signal: AbortSignal | undefined;
    const work = abortAfter(clock, 10_000, (given) => {
      signal = given;
      return new Promise((_, reject) => given.addEventListener('abort', () => reject(given.reason)));
    });
    const failed = assert.rejects(work, { name: 'TimeoutError' });
    await clock.passes(9.9);
    assert.equal(signal?.aborted, false);
    await clock.passes(0.2);
    await failed;
  });

  it('is waited for after that, whatever it makes of it', async () => {
    const clock = new ManualClock();
    let end = (_: string) => {};
    let outcome: string | undefined;
    void abortAfter(clock, 10_000, () => new Promise<string>((resolve) => (end = resolve))).then((answer) => {
      outcome = answer;
    });
    await clock.passes(20);
    assert.equal(outcome, undefined);
    end('after all');
    await new Promise(setImmediate);
    assert.equal(outcome, 'after all');
  });

  it('leaves no timer behind, however the work ends', async () => {
    const clock = new ManualClock();
    await abortAfter(clock, 10_000, async () => 1);
    await assert.rejects(abortAfter(clock, 10_000, async () => Promise.reject(new Error('x'))));
    await new Promise(setImmediate);
    assert.equal(clock.next(Number.POSITIVE_INFINITY), false);
  });
});
