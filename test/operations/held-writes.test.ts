// A replica that has lost its lock begins nothing more at Microsoft.
import assert from 'node:assert/strict';
import { LockLost } from '../../src/domain/errors.js';
import { heldWrites } from '../../src/operations/held-writes.js';
import type { MicrosoftWrites } from '../../src/operations/ports/microsoft-writes.js';
import { advance } from '../../src/operations/reconcile/advance.js';
import type { KeyedLock } from '../../src/runtime/keyed-lock.js';
import { aTenant, contoso, enabled } from '../support/builders.js';
import { FakeMicrosoft } from '../support/fake-microsoft.js';
import { testDependencies } from '../support/test-dependencies.js';

/** Locks that are all lost when the test says so. */
function losableLocks() {
  const lock = { isHeld: true };
  const run: KeyedLock['run'] = (_, work) => work(lock);
  return { lock, locks: { run, tryRun: run } satisfies KeyedLock };
}

describe('a call that changes something at Microsoft', () => {
  // None needs its arguments here: what counts is whether it's made.
  type AnyCall = (...asked: readonly unknown[]) => Promise<unknown>;
  const callsOf = (writes: MicrosoftWrites) =>
    Object.values(writes).flatMap((port) => Object.values<AnyCall>(port).map((call) => () => call({}, 'request-1')));

  it('is made while the lock is held', async () => {
    const microsoft = new FakeMicrosoft();
    const calls = callsOf(heldWrites(microsoft)({ isHeld: true }));
    for (const call of calls) await call();
    assert.equal(new Set(microsoft.asked.map((each) => each.split(' ')[0])).size, 12);
  });

  it('is not begun once the lock is lost', async () => {
    const microsoft = new FakeMicrosoft();
    for (const call of callsOf(heldWrites(microsoft)({ isHeld: false }))) await assert.rejects(call(), LockLost);
    assert.deepEqual(microsoft.asked, []);
  });
});

describe('a check that loses the tenant’s lock between two steps', () => {
  it('saves what the first has done, and leaves the second to whoever holds the lock by then', async () => {
    const { lock, locks } = losableLocks();
    const deps = { ...testDependencies(aTenant(enabled)), locks };
    deps.microsoft.listedRelationships = [];
    deps.microsoft.meanwhile.set('relationships.create', () => {
      lock.isHeld = false;
    });
    await assert.rejects(advance(deps, contoso), LockLost);
    assert.equal(deps.contoso().onboarding?.relationship?.status, 'created');
    const lockings = () => deps.microsoft.asked.filter((call) => call.startsWith('relationships.lockForApproval'));
    assert.equal(lockings().length, 0);

    lock.isHeld = true;
    const made = deps.contoso().onboarding?.relationship;
    deps.microsoft.listedRelationships = made ? [made] : [];
    await advance(deps, contoso);
    assert.equal(lockings().length, 1);
    assert.equal(deps.microsoft.asked.filter((call) => call.startsWith('relationships.create')).length, 1);
  });
});
