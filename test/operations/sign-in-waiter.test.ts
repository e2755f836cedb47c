// Is a new sign-in looked for while one is missing, and only then?
import assert from 'node:assert/strict';
import { SignInWaiter } from '../../src/operations/health/sign-in-waiter.js';
import { ManualClock } from '../support/manual-clock.js';

const waiting = (isLost: boolean) => {
  const clock = new ManualClock();
  const state = { isLost, looks: 0 };
  const look = async () => {
    state.looks += 1;
  };
  const waiter = new SignInWaiter({ clock, isLost: () => state.isLost, look });
  return { clock, state, waiter };
};

describe('a bot whose sign-in is lost', () => {
  it('looks for a new one every ten seconds until it is there', async () => {
    const { clock, state, waiter } = waiting(true);
    waiter.wait();
    waiter.wait();
    await clock.passes(60);
    assert.equal(state.looks, 6);
    state.isLost = false;
    await clock.passes(3600);
    assert.equal(state.looks, 7);
  });

  it('looks again when it is lost a second time', async () => {
    const { clock, state, waiter } = waiting(false);
    waiter.wait();
    await clock.passes(60);
    assert.equal(state.looks, 0);
    state.isLost = true;
    waiter.wait();
    await clock.passes(15);
    assert.equal(state.looks, 1);
  });

  it('looks no more once it is stopped', async () => {
    const { clock, state, waiter } = waiting(true);
    waiter.wait();
    await waiter.stop();
    waiter.wait();
    await clock.passes(60);
    assert.equal(state.looks, 0);
  });

  it('waits, when it is stopped, for a look that is under way, and plans no other', async () => {
    const clock = new ManualClock();
    let found = () => {};
    const look = () =>
      new Promise<void>((resolve) => {
        found = resolve;
      });
    const waiter = new SignInWaiter({ clock, isLost: () => true, look });
    waiter.wait();
    await clock.passes(15);
    let isStopped = false;
    const stopping = waiter.stop().then(() => {
      isStopped = true;
    });
    await clock.passes(1);
    assert.equal(isStopped, false);
    found();
    await stopping;
    assert.equal(clock.waiting, 0);
  });
});
