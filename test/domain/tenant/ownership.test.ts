// Who looks after a tenant: who may say so, and how it ends.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Command, leastRoleFor } from '../../../src/domain/tenant/commands.js';
import { decide } from '../../../src/domain/tenant/decide.js';
import { evolve } from '../../../src/domain/tenant/evolve.js';
import type { FactData } from '../../../src/domain/tenant/facts.js';
import { newsIn } from '../../../src/domain/tenant/news.js';
import { lapsedOwnership, secondsToLapse } from '../../../src/domain/tenant/ownership.js';
import { statuses } from '../../../src/domain/tenant/status.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { addDays, addSeconds } from '../../../src/domain/time.js';
import { alex, aTenant, having, megan, now, tenantBy } from '../../support/builders.js';
import { leaving, offboardingBy } from '../../support/offboarding-scenes.js';

const owned = (tenant = aTenant()) => having(tenant, { type: 'ownershipTaken', by: alex });
const outcome = (name: 'take' | 'release' | 'releaseOther', tenant: Tenant, by = alex) => {
  const decision = decide({ do: name, by }, tenant);
  return 'refused' in decision ? `(${decision.refused})` : decision.facts.map(({ type }) => type).join(' ');
};

describe('a tenant that someone takes on', () => {
  for (const status of statuses) {
    it(`is theirs, in the status ${status}, which stays`, () => {
      const tenant = tenantBy[status]();
      assert.equal(outcome('take', tenant), 'ownershipTaken');
      const next = owned(tenant);
      assert.deepEqual(next.owner, { person: alex, since: now, actedAt: now });
      assert.deepEqual([next.status, next.version, next.since], [tenant.status, tenant.version, tenant.since]);
      assert.deepEqual([next.history.at(-1)?.what, next.history.at(-1)?.by], ['ownershipTaken', alex]);
    });
  }

  it('stays theirs when they or others take it again', () => {
    assert.equal(outcome('take', owned()), '(alreadyDone)');
    assert.equal(outcome('take', owned(), megan), '(ownedByOther)');
  });

  it('is released by them, and by an admin, and by no one else', () => {
    assert.equal(outcome('release', owned()), 'ownershipReleased');
    assert.equal(outcome('release', owned(), megan), '(ownedByOther)');
    assert.equal(outcome('releaseOther', owned(), megan), 'ownershipReleased');
    assert.deepEqual([leastRoleFor('release'), leastRoleFor('releaseOther')], ['operator', 'admin']);
    const released = having(owned(), { type: 'ownershipReleased', by: megan });
    assert.equal(released.owner, undefined);
    for (const name of ['release', 'releaseOther'] as const) assert.equal(outcome(name, released), '(alreadyDone)');
    assert.equal(outcome('take', released, megan), 'ownershipTaken');
  });

  it('is handed to another by them, by an admin, and by anyone who can take it while no one has it', () => {
    const given = (name: 'assign' | 'assignOther', tenant: Tenant, by = alex, to = megan) => {
      const decision = decide({ do: name, by, to }, tenant);
      return 'refused' in decision ? `(${decision.refused})` : decision.facts.map(({ type }) => type).join(' ');
    };
    assert.deepEqual([given('assign', aTenant()), given('assign', owned())], ['ownershipGiven', 'ownershipGiven']);
    assert.equal(given('assign', owned(), megan), '(ownedByOther)');
    assert.equal(given('assignOther', owned(), megan), 'ownershipGiven');
    assert.equal(given('assignOther', owned(), megan, alex), '(alreadyDone)');
    assert.deepEqual([leastRoleFor('assign'), leastRoleFor('assignOther')], ['operator', 'admin']);
    const theirs = having(owned(), { type: 'ownershipGiven', by: alex, owner: megan, isTold: true });
    assert.deepEqual(theirs.owner, { person: megan, since: now, actedAt: now });
  });

  it('is told to whom it was handed, but not of many, nor to who handed it to themselves', () => {
    const news = (fact: FactData) => newsIn(aTenant(), { ...fact, at: now });
    assert.equal(news({ type: 'ownershipGiven', by: alex, owner: megan, isTold: true }), 'ownershipGiven');
    assert.equal(news({ type: 'ownershipGiven', by: alex, owner: megan }), undefined);
    assert.equal(news({ type: 'ownershipGiven', by: alex, owner: alex, isTold: true }), undefined);
  });

  it('can be taken and released while it is offboarded', () => {
    const tenant = leaving(offboardingBy.grace());
    assert.equal(outcome('take', tenant), 'ownershipTaken');
    assert.equal(outcome('release', owned(tenant)), 'ownershipReleased');
  });

  it('is no one’s after Disable', () => {
    assert.equal(having(owned(tenantBy.approved()), { type: 'disabled', by: megan }).owner, undefined);
  });
});

describe('a tenant that its owner leaves alone', () => {
  const lapses = (tenant: Tenant, at: string, days = 14) => lapsedOwnership(tenant, at, days).length;

  it('is released after the days that are set, by no one', () => {
    assert.equal(lapses(owned(), addSeconds(addDays(now, 14), -1)), 0);
    assert.deepEqual(lapsedOwnership(owned(), addDays(now, 14), 14), [{ type: 'ownershipReleased' }]);
    assert.equal(secondsToLapse(owned(), addDays(now, 13), 14), 86_400);
    assert.equal(having(owned(), { type: 'ownershipReleased' }).history.at(-1)?.by, undefined);
  });

  it('stays theirs where no days are set, and there is nothing to release without one', () => {
    assert.equal(lapses(owned(), addDays(now, 4000), 0), 0);
    assert.equal(lapses(aTenant(), addDays(now, 4000)), 0);
    assert.equal(secondsToLapse(aTenant(), now, 14), undefined);
  });

  it('stays theirs for as long again whenever they do something to it, and not when others do', () => {
    const later = addDays(now, 10);
    const tag = (by: typeof alex): FactData => ({ type: 'tagged', by, added: ['vip'], removed: [] });
    const acted = evolve(owned(), { ...tag(alex), at: later });
    assert.deepEqual(acted.owner, { person: alex, since: now, actedAt: later });
    assert.equal(lapses(acted, addDays(now, 20)), 0);
    assert.equal(lapses(evolve(owned(), { ...tag(megan), at: later }), addDays(now, 20)), 1);
  });
});

describe('whatever people do with a tenant', () => {
  const aCommand = fc.record({
    do: fc.constantFrom('take', 'release', 'releaseOther', 'disable', 'revalidate', 'acceptLimitations'),
    by: fc.constantFrom(alex, megan),
  });

  it('it has one owner at most, whom no one but an admin or themselves removes', () => {
    fc.assert(
      fc.property(fc.array(aCommand, { maxLength: 30 }), fc.constantFrom(...statuses), (asked, status) => {
        let tenant = tenantBy[status]();
        for (const command of asked) {
          const before = tenant.owner?.person;
          const decision = decide(command as Command, tenant);
          if ('refused' in decision) continue;
          tenant = having(tenant, ...decision.facts);
          const after = tenant.owner?.person;
          if (after) assert.ok(before === undefined ? command.do === 'take' : before === after);
          const isFreed = before !== undefined && after === undefined;
          if (isFreed) assert.ok(before === command.by || ['releaseOther', 'disable'].includes(command.do));
          if (['take', 'release', 'releaseOther'].includes(command.do)) assert.notEqual(before, after);
        }
      }),
    );
  });
});
