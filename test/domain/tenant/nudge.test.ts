// Reminders of a request that its customer doesn't answer: each once, at its time, and after a downtime one for all.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { nudgeDue, requestExpiry, secondsToNudge } from '../../../src/domain/tenant/waiting-request.js';
import { addDays, addSeconds, daysBetween, type Instant } from '../../../src/domain/time.js';
import { aRelationship, having, now, tenantBy } from '../../support/builders.js';

const days = [30, 10, 3];
const waiting = having(tenantBy.needsApproval(), { type: 'relationshipLocked' });
const start = now;
/** Tells what is due at a moment, if anything is. */
const told = (tenant: Tenant, at: Instant, after = days) => {
  const due = nudgeDue(tenant, at, after);
  return due === undefined ? undefined : having(tenant, { type: 'requestNudged', due });
};
const daysTold = (tenant: Tenant) => daysBetween(start, tenant.onboarding?.nudgedFor ?? start);

describe('the reminders of a request', () => {
  it('come after three, ten and thirty days and a week before it lapses', () => {
    let tenant = waiting;
    const at: number[] = [];
    for (let day = 0; day < 90; day += 1) {
      const next = told(tenant, addDays(start, day));
      if (next) at.push(day);
      tenant = next ?? tenant;
    }
    assert.deepEqual(at, [3, 10, 30, 83]);
    assert.equal(requestExpiry(waiting), addDays(start, 90));
  });

  it('are planned to the second, and ever more seldom while they can’t be told', () => {
    assert.equal(secondsToNudge(waiting, start, days), 3 * 86_400);
    const late = (seconds: number) => secondsToNudge(waiting, addSeconds(addDays(start, 3), seconds), days);
    assert.deepEqual([late(0), late(3000), late(86_400)], [60, 300, 3600]);
    const reminded = told(waiting, addDays(start, 4)) ?? assert.fail();
    assert.equal(secondsToNudge(reminded, addDays(start, 4), days), 6 * 86_400);
  });

  it('count from when an older request was adopted, and none comes for what was before', () => {
    const adopted: Tenant = {
      ...waiting,
      onboarding: waiting.onboarding && { ...waiting.onboarding, lockedAt: addDays(start, -60), requestedAt: start },
    };
    assert.equal(nudgeDue(adopted, addDays(start, 2), days), undefined);
    assert.equal(nudgeDue(adopted, addDays(start, 3), days), addDays(start, 3));
    // It lapses before the thirtieth day.
    assert.equal(nudgeDue(adopted, addDays(start, 29), days), addDays(start, 23));
    assert.equal(nudgeDue(adopted, addDays(start, 31), days), addDays(start, 23));
  });

  it('aren’t there for a tenant that waits for no customer', () => {
    const others = [
      tenantBy.notConfigured(),
      tenantBy.approved(),
      tenantBy.issuesFound(),
      tenantBy.awaitingMicrosoft(),
    ];
    for (const tenant of others) {
      assert.equal(nudgeDue(tenant, addDays(start, 100), days), undefined);
      assert.equal(secondsToNudge(tenant, start, days), undefined);
    }
  });

  it('begin anew with another request', () => {
    const reminded = told(waiting, addDays(start, 40)) ?? assert.fail();
    const again = having(reminded, { type: 'relationshipCreated', relationship: aRelationship({ id: 'another' }) });
    assert.equal(again.onboarding?.nudgedFor, undefined);
  });

  it('come each once at most, one at a time and never late, however often it’s looked and however long nothing runs', () => {
    const looks = fc.array(fc.integer({ min: 1, max: 40 * 86_400 }), { minLength: 1, maxLength: 60 });
    const settings = fc.uniqueArray(fc.integer({ min: 1, max: 82 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(looks, settings, (pauses, after) => {
        let tenant = waiting;
        let at = start;
        const seen: number[] = [];
        for (const pause of pauses) {
          at = addSeconds(at, pause);
          const next = told(tenant, at, after);
          if (next) seen.push(daysTold(next));
          // Nothing that was due is left, so a second look in the same moment tells nothing.
          tenant = next ?? tenant;
          assert.equal(told(tenant, at, after), undefined);
          const passed = [...after, 83].filter((each) => addDays(start, each) <= at);
          assert.equal(daysTold(tenant), Math.max(0, ...passed));
        }
        assert.deepEqual(
          seen,
          [...new Set(seen)].sort((a, b) => a - b),
        );
      }),
      { numRuns: 300, seed: 20_261_129 },
    );
  });
});
