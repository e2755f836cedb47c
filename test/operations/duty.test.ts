// Work that begins by itself: done where its key is, alone, and by no one who has it no more.
import assert from 'node:assert/strict';
import { doDuty } from '../../src/operations/duty.js';
import { type KeyedLock, keyedLock } from '../../src/runtime/keyed-lock.js';
import { ScriptedDuties } from '../support/scripted-duties.js';

const key = 'alarms';

describe('work that begins by itself', () => {
  const twoReplicas = () => {
    const all = new ScriptedDuties();
    const asked: string[] = [];
    const locks = keyedLock();
    const dutyLocks: KeyedLock = {
      ...locks,
      run: (lockKey, work) => {
        asked.push(lockKey);
        return locks.run(lockKey, work);
      },
    };
    const replica = (name: string) => ({ duties: all.of(name), dutyLocks });
    return { all, asked, a: replica('a'), b: replica('b') };
  };

  it('is done where its key is, under the lock of that, and asks for no lock elsewhere', async () => {
    const { all, asked, a, b } = twoReplicas();
    all.give(key, 'a');
    const done: string[] = [];
    await doDuty(b, key, async () => void done.push('b'));
    assert.deepEqual(asked, []);
    await doDuty(a, key, async (lock) => void done.push(`a ${lock.isHeld}`));
    assert.deepEqual([done, asked], [['a true'], [key]]);
  });

  it('is left to the replica that has its key once the lock is had', async () => {
    const { all, a, b } = twoReplicas();
    all.give(key, 'a', 'b');
    let ends: () => void = () => undefined;
    const done: string[] = [];
    const first = doDuty(a, key, async () => {
      done.push('a');
      await new Promise<void>((resolve) => {
        ends = resolve;
      });
    });
    const second = doDuty(b, key, async () => void done.push('b'));
    all.give(key, 'a');
    ends();
    await Promise.all([first, second]);
    assert.deepEqual(done, ['a']);
  });
});
