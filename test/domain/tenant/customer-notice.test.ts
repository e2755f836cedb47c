// What a customer is told beforehand: only what can be done and hasn't begun, and in a language that stays chosen.
import assert from 'node:assert/strict';
import type { Coverage } from '../../../src/domain/access/coverage.js';
import type { Command } from '../../../src/domain/tenant/commands.js';
import { customerNotices } from '../../../src/domain/tenant/customer-notice.js';
import { decide } from '../../../src/domain/tenant/decide.js';
import { hasTakenCustomerNotice, isAhead } from '../../../src/domain/tenant/decide-customer-notice.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { alex, aTenant, having, megan, now, tenantBy } from '../../support/builders.js';
import { anOffboarding } from '../../support/offboarding-builders.js';

const endingBy = (keep: Coverage['keep']): Tenant => {
  const tenant = tenantBy.approved();
  const { onboarding } = tenant;
  assert.ok(onboarding?.relationship);
  const coverage = {
    is: 'ends',
    on: '2026-12-24T10:00:00.000Z',
    relationshipId: onboarding.relationship.id,
    keep,
  } as const;
  return { ...tenant, onboarding: { ...onboarding, coverage } };
};
const came = (command: Command, tenant: Tenant) => {
  const decision = decide(command, tenant);
  return 'refused' in decision ? decision.refused : decision.facts.map(({ type }) => type).join();
};

describe('a notice to the customer', () => {
  for (const keep of ['extend', 'removeGlobalAdministrator', 'request'] as const)
    it(`tells of the way in which access can be kept, and of no other: ${keep}`, () => {
      const tenant = endingBy(keep);
      assert.deepEqual(
        customerNotices.filter((each) => isAhead(each, tenant)),
        [keep, 'offboarding'],
      );
      for (const customerNotice of customerNotices)
        assert.equal(
          came({ do: 'takeCustomerNotice', by: alex, customerNotice }, tenant),
          customerNotice === keep || customerNotice === 'offboarding' ? 'customerNoticeTaken' : 'doesNotApply',
        );
    });

  it('tells of nothing that has begun, or that there is nothing to keep', () => {
    const keeping = having(endingBy('extend'), {
      type: 'coverageKeepAsked',
      by: alex,
      way: 'extend',
      relationshipId: 'r',
      on: now,
    });
    for (const tenant of [keeping, endingBy(undefined), aTenant()])
      assert.deepEqual(
        customerNotices.filter((each) => isAhead(each, tenant)),
        ['offboarding'],
      );
  });

  it('tells of nothing while the tenant is being offboarded', () => {
    const tenant = { ...endingBy('extend'), offboarding: anOffboarding() };
    assert.deepEqual(
      customerNotices.filter((each) => isAhead(each, tenant)),
      [],
    );
  });

  it('knows who took it last', () => {
    const took = (by: typeof alex) => ({ type: 'customerNoticeTaken', by, customerNotice: 'offboarding' }) as const;
    const once = having(aTenant(), took(alex));
    assert.deepEqual(
      [once, having(once, took(megan)), aTenant()].map((each) => hasTakenCustomerNotice(each, alex, 'offboarding')),
      [true, false, false],
    );
    assert.equal(hasTakenCustomerNotice(once, alex, 'extend'), false);
  });
});

describe('the language of a customer', () => {
  it('stays as it was chosen, is no second choice when chosen again, and goes with Disable', () => {
    const choose = { do: 'chooseCustomerLanguage', by: alex, language: 'it' } as const;
    assert.equal(came(choose, aTenant()), 'customerLanguageChosen');
    const chosen = having(tenantBy.approved(), { type: 'customerLanguageChosen', by: alex, language: 'it' });
    assert.deepEqual(
      [chosen.customerLanguage, came(choose, chosen), chosen.version],
      ['it', 'alreadyDone', tenantBy.approved().version],
    );
    assert.equal(having(chosen, { type: 'disabled', by: alex }).customerLanguage, undefined);
    assert.ok(chosen.history.every(({ at }) => at <= now));
  });
});
