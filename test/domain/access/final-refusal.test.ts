// When a refusal of Microsoft's is final.
import assert from 'node:assert/strict';
import { afterFailure, isDue, isFinal, type Retry } from '../../../src/domain/access/retry.js';
import { addSeconds } from '../../../src/domain/time.js';
import { now } from '../../support/builders.js';

describe('a request that Microsoft does not accept', () => {
  const problem = { reason: 'notAccepted' } as const;

  it('is refused for good at once when it is the first one to a customer, which nothing new is in', () => {
    assert.equal(
      isFinal({ step: 'createRelationship', relationshipName: 'Gatehouse-1' }, problem, undefined, now),
      true,
    );
    assert.equal(isFinal({ step: 'lockForApproval', relationshipName: 'Gatehouse-1' }, problem, undefined, now), false);
  });

  it('is tried at once where the clock was set back behind the last try', () => {
    const tried = { step: 'assignAccess', groupId: 'group' } as const;
    const retry = afterFailure(undefined, { tried, problem, retryAfterSeconds: 60 }, now);
    const at = (seconds: number) => isDue(retry, addSeconds(now, seconds));
    assert.deepEqual([at(-1), at(0), at(59), at(60)], [true, false, false, true]);
  });

  it('is refused for good only after four tries and five minutes when it names what was just made', () => {
    const tried = { step: 'assignAccess', groupId: 'group' } as const;
    const failing = (times: number): Retry => {
      const before = times > 1 ? failing(times - 1) : undefined;
      return afterFailure(before, { tried, problem, retryAfterSeconds: 0 }, now);
    };
    const isSaid = (times: number, seconds: number) =>
      isFinal(tried, problem, failing(times), addSeconds(now, seconds));
    assert.deepEqual([isSaid(2, 600), isSaid(3, 299), isSaid(3, 300)], [false, false, true]);
  });
});
