// A new sign-in is awaited while one is missing, and only then.
import assert from 'node:assert/strict';
import type { SignIn } from '../../../src/domain/health/sign-in.js';
import { SignInWaiter } from '../../../src/operations/health/sign-in-waiter.js';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import { now } from '../../support/builders.js';
import { ManualClock } from '../../support/manual-clock.js';
import { noLog } from '../../support/test-dependencies.js';

const waiting = (isLost: boolean) => {
  const clock = new ManualClock();
  const signInThat = (fails: boolean) =>
    ({ failing: fails ? { problem: { reason: 'signInExpired' }, since: now } : undefined }) as SignIn;
  const state = { isBroken: false, looks: 0, meanwhile: async () => {} };
  const trySignIn = async () => {
    state.looks += 1;
    await state.meanwhile();
    if (state.isBroken) throw new Error('broken');
  };
  const workers = new BackgroundWorkers(clock, noLog);
  const waiter = new SignInWaiter({ workers, signIn: signInThat(isLost), clients: { trySignIn } });
  const become = (fails: boolean) => waiter.take(signInThat(fails));
  return { clock, state, waiter, become };
};

describe('a bot whose sign-in is lost', () => {
  it('looks for a new one every ten seconds until it is there', async () => {
    const { clock, state, waiter, become } = waiting(true);
    let backs = 0;
    waiter.signInBack.on(() => {
      backs += 1;
    });
    waiter.start();
    waiter.start();
    await clock.passes(60);
    assert.equal(state.looks, 6);
    assert.equal(backs, 0);
    become(false);
    await clock.passes(3600);
    assert.equal(state.looks, 7);
    assert.deepEqual([backs, waiter.lost], [1, undefined]);
  });

  it('looks again when it is lost a second time', async () => {
    const { clock, state, waiter, become } = waiting(false);
    waiter.start();
    await clock.passes(60);
    assert.equal(state.looks, 0);
    become(true);
    await clock.passes(15);
    assert.equal(state.looks, 1);
  });

  it('looks on when a check fails', async () => {
    const { clock, state, waiter } = waiting(true);
    state.isBroken = true;
    waiter.start();
    await clock.passes(25);
    assert.equal(state.looks, 2);
  });

  it('is not hurried by hearing of it while it looks', async () => {
    const { clock, state, waiter } = waiting(true);
    state.meanwhile = async () => {
      waiter.start();
      await clock.pause(4000);
    };
    waiter.start();
    await clock.passes(23);
    assert.equal(state.looks, 1);
    await clock.passes(1);
    assert.equal(state.looks, 2);
  });
});
