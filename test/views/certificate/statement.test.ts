// A certificate says whether the partner still has access, by what and why, in the language of its reader.
import assert from 'node:assert/strict';
import type { RelationshipStatus } from '../../../src/domain/access/relationship.js';
import { messageLanguages } from '../../../src/domain/message-languages.js';
import { certificateOf } from '../../../src/domain/offboarding/certify.js';
import type { OffboardingChoice } from '../../../src/domain/offboarding/plan.js';
import { statementOf } from '../../../src/views/certificate/statement.js';
import { anEndedOffboarding, certified, failedReading, fewTies, manyTies } from '../../support/an-offboarding.js';
import { aRelationship, everyRole, serviceDesk } from '../../support/builders.js';
import { goldenIn } from '../../support/golden.js';

const golden = goldenIn('certificate-statement');

describe('the certificate’s answer to whether the partner still has access', () => {
  const stated = (after: Parameters<typeof fewTies>[0], steps?: readonly OffboardingChoice[]) =>
    statementOf(certificateOf(certified(anEndedOffboarding({ after: fewTies(after), ...(steps && { steps }) }))));
  const standing = { value: { isReseller: true, delegatedAdmin: true } };

  it('says that it has none once all that gives access is gone, whatever was bought or waits', () => {
    assert.equal(stated({}), 'Northbridge IT no longer has access to Contoso Ltd.');
  });

  it('says by what it still has access, each thing by its name', () => {
    assert.equal(
      stated({ standing }, ['assignments', 'consent', 'relationships']),
      'Northbridge IT still has delegated admin access (DAP) to Contoso Ltd. The partner decided against the removal.',
    );
    assert.equal(
      stated({
        standing,
        consent: { value: 'given' },
        relationships: { value: [{ relationship: aRelationship({ id: 'relationship-9', displayName: 'By hand' }) }] },
      }),
      [
        'Northbridge IT still has access to Contoso Ltd: delegated admin (DAP), GDAP relationship “By hand”, the partner’s application (enterprise application).',
        'The last reading found it new or back again since the plan was agreed on.',
      ].join(' '),
    );
  });

  it('says what is not known, and never that there is none, when what gives access could not be read', () => {
    assert.equal(
      stated({ standing: failedReading }),
      'It isn’t known whether Northbridge IT still has access to Contoso Ltd. Couldn’t be determined with Microsoft: delegated admin (DAP) and the reseller relationship.',
    );
    assert.equal(
      stated({ relationships: failedReading, standing }),
      'Northbridge IT still has delegated admin access (DAP) to Contoso Ltd. The last reading found it new or back again since the plan was agreed on. Couldn’t be determined with Microsoft: the GDAP relationships.',
    );
    assert.equal(
      stated({ subscriptions: failedReading }),
      'Northbridge IT no longer has access to Contoso Ltd. Couldn’t be determined with Microsoft: the subscriptions, which give no access.',
    );
  });

  it('takes a relationship for access while Microsoft sets it up or ends it, and a draft or an ended one for none', () => {
    const by = (status: RelationshipStatus) =>
      stated({ relationships: { value: [{ relationship: aRelationship({ id: 'r-9', status }) }] } });
    for (const status of [
      'approved',
      'activating',
      'active',
      'expiring',
      'terminationRequested',
      'terminating',
    ] as const)
      assert.match(by(status), /still has access to Contoso Ltd: GDAP relationship/, status);
    for (const status of ['created', 'approvalPending', 'expired', 'terminated'] as const)
      assert.match(by(status), /no longer has access/, status);
    assert.match(by('unknown'), /^It isn’t known whether/);
  });

  it('says of each why it is still there, where the reasons differ', () => {
    const offboarding = anEndedOffboarding({
      refusedTaskIds: ['delegatedAdmin'],
      after: fewTies({ standing, consent: { value: 'given' } }),
    });
    assert.equal(
      statementOf(certificateOf(certified(offboarding))),
      [
        'Northbridge IT still has access to Contoso Ltd: delegated admin (DAP), the partner’s application (enterprise application).',
        'Delegated admin (DAP): Microsoft refused the removal (the partner’s account or application isn’t allowed to do that).',
        'The partner’s application (enterprise application): The last reading found it new or back again since the plan was agreed on.',
      ].join(' '),
    );
  });

  it('names the first few of many, and says how many more there are', () => {
    const relationships = {
      value: Array.from({ length: 7 }, (_, index) => ({
        relationship: aRelationship({ id: `r-${index}`, displayName: `Number ${index}` }),
      })),
    };
    assert.match(stated({ relationships }), /“Number 3”, and 3 more\. The last reading/);
  });

  for (const language of messageLanguages) {
    it(`stands in the certificate’s language: ${language}`, () => {
      const say = (after: Parameters<typeof fewTies>[0], refusedTaskIds: readonly string[] = []) =>
        statementOf(
          certificateOf(certified({ ...anEndedOffboarding({ after: fewTies(after), refusedTaskIds }), language })),
        );
      const statements = [
        say({}),
        say({ standing }, ['delegatedAdmin']),
        say({ standing, consent: { value: 'given' } }, ['delegatedAdmin']),
        say({ relationships: failedReading, consent: failedReading }),
        say({ subscriptions: failedReading }),
      ];
      golden(language, statements.join('\n'));
      for (const each of statements) {
        assert.ok(each.includes('Northbridge IT') && each.includes('Contoso Ltd'), each);
        assert.doesNotMatch(each, /[{}'"]|undefined|\[object/);
      }
    });
  }
});

describe('the groups and roles of a certificate', () => {
  const names = {
    groups: { [serviceDesk]: 'Service Desk' },
    roles: { [everyRole[0] ?? '']: 'Exchange Administrator' },
  };

  it('stand there by name where the template, Graph or the list of roles told it, else by id', () => {
    const certificate = certificateOf(
      certified(anEndedOffboarding({ before: manyTies({ names }), after: manyTies() })),
    );
    const lines = certificate.remains.lines.flatMap((line) => (line.what === 'assignment' ? [line] : []));
    assert.deepEqual(
      lines.map(({ groupName, roleNames }) => [groupName, roleNames]),
      [
        ['Service Desk', ['Exchange Administrator']],
        [undefined, ['194ae4cb-b126-40b2-bd5b-6091b380977d']],
      ],
    );
    assert.deepEqual(
      certificate.removed.flatMap((removal) => (removal.what === 'assignment' ? [removal.groupName] : [])),
      ['Service Desk', undefined],
    );
  });
});
