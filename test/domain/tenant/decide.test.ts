// The commands of each status. The table that's printed here is the manual.
import assert from 'node:assert/strict';
import type { AttentionCommand } from '../../../src/domain/tenant/attention.js';
import type { Command, CommandName } from '../../../src/domain/tenant/commands.js';
import { decide } from '../../../src/domain/tenant/decide.js';
import type { OffboardingCommand } from '../../../src/domain/tenant/decide-offboarding.js';
import type { OwnershipCommand } from '../../../src/domain/tenant/ownership.js';
import type { SecondAdminCommand } from '../../../src/domain/tenant/second-admin.js';
import { type Status, statuses } from '../../../src/domain/tenant/status.js';
import { en } from '../../../src/views/words/en/index.js';
import {
  alex,
  anObservation,
  aRelationship,
  aTenant,
  enabled,
  having,
  megan,
  seen,
  tenantBy,
} from '../../support/builders.js';

type TenantCommand = Exclude<
  CommandName,
  OffboardingCommand['do'] | OwnershipCommand['do'] | AttentionCommand['do'] | SecondAdminCommand['do']
>;

const commands: Readonly<Record<TenantCommand, Command>> = {
  enable: { do: 'enable', by: alex, conversationId: 'chat' },
  takeApprovalLink: { do: 'takeApprovalLink', by: alex },
  takeCustomerNotice: { do: 'takeCustomerNotice', by: alex, customerNotice: 'offboarding' },
  chooseCustomerLanguage: { do: 'chooseCustomerLanguage', by: alex, language: 'de' },
  revalidate: { do: 'revalidate', by: alex },
  acceptLimitations: { do: 'acceptLimitations', by: alex },
  takeBackAcceptance: { do: 'takeBackAcceptance', by: alex },
  disable: { do: 'disable', by: alex },
  removeCustomer: { do: 'removeCustomer', by: alex },
  tag: { do: 'tag', by: alex, added: ['vip'], removed: [] },
  import: { do: 'import', by: alex, template: 'vip' },
  importOver: { do: 'importOver', by: alex, owner: megan },
  keepAccess: { do: 'keepAccess', by: alex, way: 'extend' },
  removeGlobalAdministrator: { do: 'removeGlobalAdministrator', by: alex },
  endEarlier: { do: 'endEarlier', by: alex, relationshipId: 'relationship-1' },
  removeDelegatedAdmin: { do: 'removeDelegatedAdmin', by: alex, requestId: 'request-1' },
};

const columns = [
  'enable',
  'takeApprovalLink',
  'revalidate',
  'acceptLimitations',
  'takeBackAcceptance',
  'disable',
] as const;

// What each command comes to: the fact that it makes, or in brackets why it is refused.
const table: Readonly<Record<Status, readonly string[]>> = {
  issuesFound: [
    '(doesNotApply)',
    '(doesNotApply)',
    'revalidationRequested',
    'limitationsAccepted',
    '(alreadyDone)',
    'disabled',
  ],
  needsApproval: [
    '(alreadyUnderWay)',
    'approvalLinkTaken',
    '(doesNotApply)',
    '(doesNotApply)',
    '(doesNotApply)',
    'disabled',
  ],
  awaitingMicrosoft: [
    '(alreadyUnderWay)',
    '(microsoftAtWork)',
    '(microsoftAtWork)',
    '(microsoftAtWork)',
    '(microsoftAtWork)',
    '(microsoftAtWork)',
  ],
  approved: [
    '(alreadyDone)',
    '(doesNotApply)',
    'revalidationRequested',
    '(doesNotApply)',
    '(doesNotApply)',
    'disabled',
  ],
  notConfigured: [
    'onboardingRequested',
    '(notOnboarded)',
    '(notOnboarded)',
    '(notOnboarded)',
    '(notOnboarded)',
    '(alreadyDone)',
  ],
};

const outcomeOf = (command: TenantCommand, tenant = aTenant()): string => {
  const decision = decide(commands[command], tenant);
  return 'refused' in decision ? `(${decision.refused})` : decision.facts.map(({ type }) => type).join(' ');
};

describe('what a person can ask for, by status', () => {
  for (const status of statuses) {
    for (const [column, command] of columns.entries()) {
      const expected = table[status][column];
      it(`${en.statuses[status]}: ${command} → ${expected}`, () => {
        const tenant = tenantBy[status]();
        assert.equal(tenant.status, status);
        assert.equal(outcomeOf(command, tenant), expected);
      });
    }
  }

  it('asks the customer again when access was lost', () => {
    const lost = seen(tenantBy.approved(), anObservation({ relationships: [aRelationship({ status: 'terminated' })] }));
    assert.equal(outcomeOf('enable', lost), 'onboardingRequested');
  });

  it('asks the customer again when access has expired, and not while it is only about to', () => {
    const ending = (status: 'expiring' | 'expired') =>
      seen(tenantBy.approved(), anObservation({ relationships: [aRelationship({ status })] }));
    assert.equal(outcomeOf('enable', ending('expired')), 'onboardingRequested');
    assert.equal(outcomeOf('enable', ending('expiring')), '(doesNotApply)');
  });

  it('asks the customer again when a role is missing, which nothing else can mend', () => {
    const lacking = seen(tenantBy.approved(), anObservation({ relationships: [aRelationship({ roleIds: [] })] }));
    assert.equal(outcomeOf('enable', lacking), 'onboardingRequested');
  });

  it('looks again once for everybody who asks while it is looking', () => {
    const looking = having(tenantBy.issuesFound(), { type: 'revalidationRequested', by: alex });
    assert.equal(outcomeOf('revalidate', looking), '(alreadyUnderWay)');
  });

  it('accepts limitations once', () => {
    const accepted = having(tenantBy.issuesFound(), { type: 'limitationsAccepted', by: alex });
    assert.equal(outcomeOf('acceptLimitations', accepted), '(alreadyDone)');
  });

  it('takes an acceptance back once, after which it can be given again', () => {
    const accepted = having(tenantBy.issuesFound(), { type: 'limitationsAccepted', by: alex });
    assert.equal(outcomeOf('takeBackAcceptance', accepted), 'acceptanceTakenBack');
    const open = having(accepted, { type: 'acceptanceTakenBack', by: alex });
    assert.equal(open.onboarding?.accepted, undefined);
    assert.equal(open.version, accepted.version + 1);
    assert.equal(outcomeOf('takeBackAcceptance', open), '(alreadyDone)');
    assert.equal(outcomeOf('acceptLimitations', open), 'limitationsAccepted');
  });
});

describe('removing delegated admin', () => {
  const granted = () => aTenant({ type: 'delegatedAdminRead', granted: true });

  it('is possible where it is granted, whatever the status', () => {
    assert.equal(outcomeOf('removeDelegatedAdmin', granted()), 'delegatedAdminRemovalRequested');
    const onboarding = having(granted(), enabled);
    assert.equal(outcomeOf('removeDelegatedAdmin', onboarding), 'delegatedAdminRemovalRequested');
  });

  it('is refused where it is not granted, and where nobody knows', () => {
    const none = aTenant({ type: 'delegatedAdminRead', granted: false });
    assert.equal(outcomeOf('removeDelegatedAdmin', none), '(alreadyDone)');
    assert.equal(outcomeOf('removeDelegatedAdmin', aTenant()), '(doesNotApply)');
  });

  it('stays quiet when it is asked for again', () => {
    const removing = having(granted(), { type: 'delegatedAdminRemovalRequested', by: alex, requestId: 'request-1' });
    assert.equal(outcomeOf('removeDelegatedAdmin', removing), '(alreadyUnderWay)');
  });
});

describe('removing a customer that was added', () => {
  const added = aTenant({ type: 'customerAdded', by: alex, customer: { displayName: 'Contoso', domain: '' } });

  it('is possible while nothing of ours is there', () => {
    assert.equal(outcomeOf('removeCustomer', added), 'customerRemoved');
  });

  it('is refused for one that a list has, and while there is a request, a relationship or access left', () => {
    const refused = [
      aTenant(),
      aTenant({ type: 'customerByGdap' }),
      having(added, enabled),
      having(added, { type: 'leftoverAccessSeen', leftoverAccess: 'approvalRequest' }),
      having(added, { type: 'leftoverAccessSeen', leftoverAccess: 'liveAccess' }),
    ];
    for (const tenant of refused) assert.equal(outcomeOf('removeCustomer', tenant), '(doesNotApply)');
  });
});
