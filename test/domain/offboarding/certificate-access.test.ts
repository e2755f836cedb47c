// A certificate says whether the partner still has access, by what, and of which groups and roles.
import assert from 'node:assert/strict';
import type { RelationshipStatus } from '../../../src/domain/access/relationship.js';
import { certificateOf } from '../../../src/domain/offboarding/certify.js';
import type { OffboardingChoice } from '../../../src/domain/offboarding/plan.js';
import { anEndedOffboarding, certified, failedReading, fewTies, manyTies } from '../../support/an-offboarding.js';
import { aRelationship, everyRole, serviceDesk } from '../../support/builders.js';

describe('the certificate’s answer to whether the partner still has access', () => {
  const statementOf = (after: Parameters<typeof fewTies>[0], steps?: readonly OffboardingChoice[]) =>
    certificateOf(certified(anEndedOffboarding({ after: fewTies(after), ...(steps && { steps }) }))).access.statement;
  const standing = { value: { isReseller: true, delegatedAdmin: true } };

  it('says that it has none once all that gives access is gone, whatever was bought or waits', () => {
    assert.equal(statementOf({}), 'Northbridge IT no longer has access to Contoso Ltd.');
  });

  it('says by what it still has access, each thing by its name', () => {
    assert.equal(statementOf({ standing }), 'Northbridge IT still has access to Contoso Ltd: delegated admin (DAP).');
    assert.equal(
      statementOf({
        standing,
        consent: { value: 'given' },
        relationships: { value: [{ relationship: aRelationship({ id: 'relationship-9', displayName: 'By hand' }) }] },
      }),
      'Northbridge IT still has access to Contoso Ltd: delegated admin (DAP), GDAP relationship “By hand”, the partner’s application (enterprise application).',
    );
  });

  it('says what is not known, and never that there is none, when what gives access could not be read', () => {
    assert.equal(
      statementOf({ standing: failedReading }),
      'It’s not known whether Northbridge IT still has access to Contoso Ltd: delegated admin (DAP) and the reseller relationship couldn’t be read.',
    );
    assert.equal(
      statementOf({ relationships: failedReading, standing }),
      'Northbridge IT still has access to Contoso Ltd: delegated admin (DAP). Not known, because Microsoft couldn’t be read: the GDAP relationships.',
    );
    assert.match(statementOf({ subscriptions: failedReading, reservations: failedReading }), /no longer has access/);
  });

  it('takes a relationship for access while Microsoft sets it up or ends it, and a draft or an ended one for none', () => {
    const by = (status: RelationshipStatus) =>
      statementOf({ relationships: { value: [{ relationship: aRelationship({ id: 'r-9', status }) }] } });
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
    assert.match(by('unknown'), /not known whether/);
  });
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
