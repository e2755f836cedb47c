// Who is told the same in several places gets two cards of it, and lines for the rest.
import assert from 'node:assert/strict';
import { heardInShort } from '../../../src/domain/subscription/full-cards.js';

const place = (id: string, kind: string, ...people: readonly string[]) => ({
  ...{ id, kind },
  people: people.map((each) => ({ id: each })),
});

describe('news that come to several conversations', () => {
  it('are a line where a person has two cards of them, first in channels', () => {
    const short = heardInShort([
      place('own', 'personal', 'alex'),
      place('group', 'groupChat', 'alex', 'megan'),
      place('one', 'channel', 'alex'),
      place('two', 'channel', 'alex'),
    ]);
    assert.deepEqual([...short], ['group', 'own']);
  });

  it('are a card each for different people, and for those who have two', () => {
    const short = heardInShort([
      place('alex', 'personal', 'alex'),
      place('megan', 'personal', 'megan'),
      place('one', 'channel', 'alex', 'megan'),
      place('strangers', 'channel'),
    ]);
    assert.deepEqual([...short], []);
  });
});
