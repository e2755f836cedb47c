// Something is wrong at Microsoft with groups, permissions or Partner Center: the doctor finds that, and nothing else.

import { account, cure, DoctorBench, everything, groups, line, type Trouble } from '../support/doctor-bench.js';
import { en } from '../support/filled-by-hand.js';

const { titles, findings, byHand } = en.checkup;
const { mayNotLook } = findings;

describe('the doctor of what Gatehouse may do', () => {
  let bench: DoctorBench;

  beforeEach(async () => {
    bench = await DoctorBench.open();
  });
  afterEach(() => bench.close());

  const troubles: readonly Trouble[] = [
    {
      what: 'an account that is not in AdminAgents',
      breaks: ({ controls }) => {
        controls.setGroupMembers('b0000000-0000-4000-8000-000000000009', Object.values(groups));
        // Which is in AdminAgents as well.
        controls.setGroupMembers(groups.azure, []);
      },
      says: [line('❌', 'adminAgents', findings.notInAdminAgents.found), cure(findings.notInAdminAgents.cure)],
    },
    {
      what: 'a tenant without AdminAgents',
      breaks: ({ controls }) => controls.removeGroup('b0000000-0000-4000-8000-000000000009'),
      says: [
        line('❌', 'adminAgents', findings.noAdminAgents.found),
        cure(findings.noAdminAgents.cure),
        // Without it there is nothing that the groups could be in.
        line('✅', 'templateGroups', findings.groupsGood.found({ count: 3 })),
      ],
    },
    {
      what: 'a service principal that nobody has provisioned',
      breaks: ({ controls }) => controls.setGdapServicePrincipal(false),
      says: [
        line('⚠️', 'gdapServicePrincipal', findings.servicePrincipalMissing.found),
        cure(findings.servicePrincipalMissing.cure),
      ],
      exitCode: 0,
    },
    {
      what: 'a group that is gone',
      breaks: ({ controls }) => controls.removeGroup(groups.security),
      says: [
        line('❌', 'templateGroups', findings.groupMissing.found({ group: 'Security', id: groups.security })),
        cure(findings.groupMissing.cure),
      ],
    },
    {
      what: 'a group that is no security group',
      breaks: ({ controls }) => controls.setGroup(groups.serviceDesk, { isSecurity: false }),
      says: [
        line('❌', 'templateGroups', findings.groupNotSecurity.found({ group: 'Service Desk' })),
        cure(findings.groupNotSecurity.cure),
      ],
    },
    {
      what: 'a group of another name',
      breaks: ({ controls }) => controls.setGroup(groups.serviceDesk, { name: 'Old \u001b[31mdesk\n' }),
      // What a terminal would obey does not get there.
      says: [
        line(
          '⚠️',
          'templateGroups',
          findings.groupNamedOtherwise.found({ group: 'Service Desk', directoryName: 'Old [31mdesk' }),
        ),
        cure(findings.groupNamedOtherwise.cure),
      ],
      exitCode: 0,
    },
    {
      what: 'a group outside AdminAgents',
      breaks: ({ controls }) =>
        controls.setGroupMembers('b0000000-0000-4000-8000-000000000009', [account, groups.azure, groups.security]),
      says: [
        line('⚠️', 'templateGroups', findings.groupNotNested.found({ group: 'Service Desk' })),
        cure(findings.groupNotNested.cure),
      ],
      exitCode: 0,
    },
    {
      what: 'no group in AdminAgents',
      breaks: ({ controls }) => controls.setGroupMembers('b0000000-0000-4000-8000-000000000009', [account]),
      says: [line('❌', 'templateGroups', findings.noGroupNested.found), cure(findings.noGroupNested.cure)],
    },
    {
      what: 'an indirect reseller',
      breaks: ({ controls }) => controls.setBehaviour({ indirectReseller: true }),
      says: [
        line('⚠️', 'partnerCenter', findings.partnerCenterClosed.found),
        cure(findings.partnerCenterClosed.cure),
        line('🔎', 'webhooks', mayNotLook.found),
        cure(byHand.webhooks),
      ],
      exitCode: 0,
    },
    {
      what: 'events that go to another product',
      breaks: ({ controls }) => controls.registerWebhook('https://other.example/hook?key=secret'),
      says: [
        line('⚠️', 'webhooks', findings.webhookElsewhere.found({ host: 'other.example' })),
        cure(findings.webhookElsewhere.cure),
      ],
      exitCode: 0,
    },
    {
      what: 'no consent for Partner Center',
      breaks: ({ controls }) => controls.setConsent({ partnerCenter: [] }),
      says: [
        line('❌', 'partnerCenter', findings.partnerCenterNoConsent.found),
        cure(findings.partnerCenterNoConsent.cure),
      ],
    },
    {
      what: 'no consent for what everything takes',
      breaks: ({ controls }) => controls.setConsent({ graph: everything.slice(1) }),
      says: [
        line(
          '❌',
          'graphPermissions',
          findings.permissionsMissing.found({ permissions: 'DelegatedAdminRelationship.ReadWrite.All' }),
        ),
        cure(findings.permissionsMissing.cure),
      ],
    },
    {
      what: 'no consent for what only the doctor wishes for',
      breaks: ({ controls }) => controls.setConsent({ graph: everything.slice(0, 3) }),
      says: [
        `🔎 ${titles.gdapServicePrincipal}, ${titles.appCredential}, ${titles.botCredential}: ${mayNotLook.found}`,
        cure([byHand.gdapServicePrincipal, byHand.appCredential, byHand.botCredential].join(' ')),
      ],
      exitCode: 0,
    },
  ];

  for (const trouble of troubles) it(`finds ${trouble.what}, and nothing else`, () => bench.finds(trouble));
});
