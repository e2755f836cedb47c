// News that a tenant was handed to a person are theirs as long as they look after it.
import assert from 'node:assert/strict';
import { isOver } from '../../../src/bot/notifications/news-card.js';
import { alex, having, megan, tenantBy } from '../../support/builders.js';

describe('news that a tenant was handed over', () => {
  const given = having(tenantBy.approved(), { type: 'ownershipGiven', by: alex, owner: megan, isTold: true });
  const chatOf = ({ id }: typeof alex) => ({ people: [{ id, teamsId: `29:${id}` }] });

  it('are told to the person who looks after it, and to no one who has handed it on since', () => {
    assert.equal(isOver('ownershipGiven', given, chatOf(megan)), false);
    const handedOn = having(given, { type: 'ownershipGiven', by: megan, owner: alex, isTold: true });
    assert.equal(isOver('ownershipGiven', handedOn, chatOf(megan)), true);
    assert.equal(isOver('ownershipGiven', handedOn, chatOf(alex)), false);
  });

  it('are over once no one looks after it', () => {
    const released = having(given, { type: 'ownershipReleased', by: megan });
    assert.equal(isOver('ownershipGiven', released, chatOf(megan)), true);
  });
});
