// Which of several each key belongs to: evenly, and the same for all who ask.
import assert from 'node:assert/strict';
import { rendezvousOwner } from '../../src/runtime/rendezvous.js';

const keys = Array.from({ length: 9000 }, (_, n) => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const ownersAmong = (members: readonly number[]) => keys.map((key) => rendezvousOwner(key, members));

describe('keys that are divided among members', () => {
  it('are nobody’s where there is none, and all of the only one', () => {
    assert.equal(rendezvousOwner('key', []), undefined);
    assert.equal(rendezvousOwner('key', [7]), 7);
  });

  it('are divided evenly, whatever the members’ numbers', () => {
    for (const members of [
      [1, 2, 3],
      [1_913_442_001, 77_002_311, 1_204_599_990],
    ]) {
      const owners = ownersAmong(members);
      for (const member of members) {
        const share = owners.filter((owner) => owner === member).length;
        assert.ok(share > 2800 && share < 3200, `${share} of 9000`);
      }
    }
  });

  it('are the same whoever is named first', () => {
    assert.deepEqual(ownersAmong([5, 900, 31]), ownersAmong([31, 5, 900]));
  });

  it('stay where they are when another member comes or goes', () => {
    const before = ownersAmong([5, 900, 31]);
    const after = ownersAmong([5, 900]);
    assert.ok(before.every((owner, at) => owner === 31 || owner === after[at]));
  });
});
