// When a streak of failures makes a conversation unreachable.
import assert from 'node:assert/strict';
import { type FailureStreak, isLost, withFailure } from '../../../src/bot/delivery/failure-streak.js';
import { DeliveryError, type DeliveryFailure } from '../../../src/bot/delivery/messenger.js';
import { now } from '../../support/builders.js';

describe('a conversation that is hardly ever written to', () => {
  const lost = (...failures: readonly (readonly [minute: number, kind: DeliveryFailure])[]) => {
    let streak: FailureStreak | undefined;
    let atMs = 0;
    for (const [minute, kind] of failures) {
      atMs = minute * 60_000;
      streak = withFailure(streak, new DeliveryError(kind, 'Teams answered 403'), now, atMs);
    }
    return streak !== undefined && isLost(streak, atMs);
  };

  it('is lost by three refusals that are documented as lasting, and not by two that are hours apart', () => {
    assert.equal(lost([0, 'blocked'], [600, 'blocked']), false);
    assert.equal(lost([0, 'blocked'], [300, 'gone'], [600, 'blocked']), true);
  });

  it('is not lost while another answer has come in between', () => {
    assert.equal(lost([0, 'blocked'], [3, 'blocked'], [6, 'denied'], [9, 'blocked']), false);
  });
});
