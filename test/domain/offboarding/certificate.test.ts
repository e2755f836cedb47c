// An offboarding has ended, smoothly or not: its certificate says what's gone, how that's known, and what isn't and why.
import assert from 'node:assert/strict';
import { certificateOf, issuedOf } from '../../../src/domain/offboarding/certify.js';
import type { Offboarding } from '../../../src/domain/offboarding/offboarding.js';
import { roleNameIn } from '../../../src/views/customer-messages.js';
import {
  anEndedOffboarding,
  certified,
  failedReading,
  fewTies,
  manyTies,
  offboardingId,
  partner,
} from '../../support/an-offboarding.js';
import { alex, anAssignment, aRelationship, contoso, megan, now, serviceDesk } from '../../support/builders.js';

const requestOf = 'assignment relationship-1 assignment-of-';

describe('the certificate of an offboarding that went well', () => {
  const certificate = certificateOf(certified());

  it('names itself, the partner, the tenant and those who decided', () => {
    assert.equal(certificate.number, offboardingId);
    assert.deepEqual(certificate.partner, partner);
    assert.deepEqual(certificate.tenant, {
      tenantId: contoso,
      name: 'Contoso Ltd',
      domain: 'contoso.onmicrosoft.com',
    });
    assert.deepEqual([certificate.decision.by, certificate.decision.approval?.by], [alex, megan]);
    assert.equal(certificate.issuedAt, certificate.endedAt);
  });

  it('says of each thing that was removed who asked for it when, under which request id, and what proved it when', () => {
    const { removed } = certificate;
    assert.deepEqual(
      removed.map(({ what }) => what),
      ['assignment', 'assignment', 'consent', 'relationship', 'delegatedAdmin'],
    );
    for (const { by, askedAt, provedAt, requestIds } of removed) {
      assert.deepEqual(by, alex);
      assert.ok(askedAt !== undefined && askedAt < provedAt);
      assert.equal(requestIds.length, 1);
    }
  });

  it('says what was not removed: what was not chosen, a request with the day it lapses, what was bought', () => {
    assert.deepEqual(
      certificate.remains.lines.map(({ what, why }) => [what, why]),
      [
        ['invitation', 'pendingInvitation'],
        ['reseller', 'notChosen'],
        ['subscription', 'purchase'],
      ],
    );
    const [first] = certificate.remains.lines;
    assert.equal(first?.what === 'invitation' && first.lapsesAt, '2027-01-30T10:00:00.000Z');
  });

  it('is the same, to the byte, when it is made again from what was saved', () => {
    const offboarding = anEndedOffboarding();
    const saved: Offboarding = JSON.parse(JSON.stringify(offboarding));
    const text = (from: Offboarding) => JSON.stringify(certificateOf(certified(from)));
    assert.equal(text(saved), text(offboarding));
  });

  it('has nothing in it that opens anything', () => {
    const text = JSON.stringify(certificate);
    assert.doesNotMatch(text, /https?:|AdminPortal|token|conversationId|etag/i);
  });

  it('comes down to what a card shows, and counts no purchase as a tie', () => {
    const hashes = { json: 'a'.repeat(64), pdf: 'b'.repeat(64) };
    assert.deepEqual(issuedOf(certified(), hashes), {
      id: offboardingId,
      tenantId: contoso,
      tenantName: 'Contoso Ltd',
      issuedAt: certificate.issuedAt,
      by: alex,
      approvedBy: megan,
      removedCount: 5,
      remainsCount: 2,
      language: 'en',
      access: { is: 'none', by: [], notKnown: [] },
      stillThere: [
        {
          tie: { what: 'invitation', relationshipId: 'relationship-2', name: 'Asked by hand' },
          givesAccess: 'no',
          why: 'pendingInvitation',
        },
        { tie: { what: 'reseller' }, givesAccess: 'no', why: 'notChosen' },
      ],
      hashes,
    });
    const reservations = { value: [{ productId: 'DZH318Z0BQ3W', kind: 'virtualmachines', quantity: 2 }] };
    const after = fewTies({ reservations });
    assert.equal(issuedOf(certified(anEndedOffboarding({ after })), hashes).remainsCount, 2);
  });
});

describe('the certificate of an offboarding that did not go smoothly', () => {
  it('says what somebody went on without, why, and that it is still there', () => {
    const taskId = `${requestOf}${serviceDesk}`;
    const relationships = {
      value: [{ relationship: aRelationship(), assignments: { value: [anAssignment(serviceDesk)] } }],
    };
    const { removed, leftWithout, remains } = certificateOf(
      certified(anEndedOffboarding({ refusedTaskIds: [taskId], after: fewTies({ relationships }) })),
    );
    assert.equal(removed.length, 4);
    const [left] = leftWithout;
    assert.deepEqual(
      [leftWithout.length, left?.decidedBy, left?.why, left?.problem?.reason],
      [1, megan, 'microsoft', 'noRights'],
    );
    // The relationship had been proved gone, and is there again.
    assert.deepEqual(
      remains.lines.slice(0, 2).map(({ what, why }) => [what, why]),
      [
        ['assignment', 'leftWithout'],
        ['relationship', 'foundLater'],
      ],
    );
  });

  it('says that nothing had to be asked for where it was gone already', () => {
    const offboarding = anEndedOffboarding();
    const [first, ...rest] = offboarding.tasks;
    assert.ok(first);
    const tasks = [{ ...first, state: { is: 'proved', at: now }, requestIds: [] } as const, ...rest];
    const [removal] = certificateOf(certified({ ...offboarding, tasks })).removed;
    assert.deepEqual([removal?.askedAt, removal?.requestIds], [undefined, []]);
  });

  it('says of what could not be read that it is not known, and counts that as a tie', () => {
    const after = fewTies({
      relationships: failedReading,
      consent: failedReading,
      standing: failedReading,
      subscriptions: failedReading,
    });
    const { remains } = certificateOf(certified(anEndedOffboarding({ after })));
    assert.deepEqual(
      remains.lines.map(({ what, why }) => [what, why]),
      Array.from({ length: 4 }, () => ['unread', 'unread']),
    );
    const hashes = { json: '', pdf: '' };
    assert.equal(issuedOf(certified(anEndedOffboarding({ after })), hashes).remainsCount, 4);
  });

  it('holds what was seen of the consent before our way in had gone', () => {
    const after = fewTies({ consent: { value: 'noWayIn' } });
    const consentsIn = (offboarding: Offboarding) =>
      certificateOf(certified(offboarding)).remains.lines.filter(({ what }) => what === 'consent');
    assert.deepEqual(consentsIn(anEndedOffboarding({ after })), []);
    assert.equal(issuedOf(certified(anEndedOffboarding({ after })), { json: '', pdf: '' }).remainsCount, 2);
    assert.deepEqual(consentsIn(anEndedOffboarding({ before: manyTies({ consent: { value: 'none' } }), after })), []);
    // Nobody had seen it go.
    const steps = ['assignments', 'relationships', 'delegatedAdmin'] as const;
    assert.deepEqual(consentsIn(anEndedOffboarding({ steps, after }))[0]?.why, 'noWayIn');
    assert.deepEqual(consentsIn(anEndedOffboarding({ refusedTaskIds: ['consent'], after }))[0]?.why, 'leftWithout');
  });

  it('says that nobody chose only of what could be chosen', () => {
    const whysOf = (offboarding: Offboarding) =>
      certificateOf(certified(offboarding)).remains.lines.map(({ what, why }) => [what, why]);
    const relationship = aRelationship({ id: 'relationship-9', displayName: 'Approved meanwhile' });
    const later = fewTies({ relationships: { value: [{ relationship }] } });
    assert.deepEqual(whysOf(anEndedOffboarding({ steps: ['consent'], after: later }))[0], [
      'relationship',
      'foundLater',
    ]);
    const reservations = { value: [{ productId: 'DZH318Z0BQ3W', kind: 'virtualmachines', quantity: 2 }] };
    const offboarding = anEndedOffboarding({
      before: manyTies({ reservations }),
      steps: ['consent'],
      after: manyTies(),
    });
    assert.deepEqual(
      whysOf(offboarding).find(([what]) => what === 'delegatedAdmin'),
      ['delegatedAdmin', 'reservations'],
    );
    assert.deepEqual(whysOf(offboarding)[0], ['assignment', 'notChosen']);
  });

  it('is not made before the offboarding has ended', () => {
    const { end: _, ...offboarding } = anEndedOffboarding();
    assert.throws(() => certificateOf(certified(offboarding)), /has not ended/);
  });
});

describe('the certificate of ids that are any text', () => {
  it('names nothing by what every object has', () => {
    const id = 'constructor';
    const assignments = { value: [anAssignment(id, { roleIds: [id] })] };
    const ties = { ...manyTies(), relationships: { value: [{ relationship: aRelationship(), assignments }] } };
    const offboarding = anEndedOffboarding({ before: ties, after: ties });
    const { tied, removed, remains } = certificateOf(certified(offboarding));
    const named = [...tied.lines, ...removed, ...remains.lines].filter(
      (each) => 'groupId' in each && each.groupId === id,
    );
    assert.ok(named.length > 1);
    for (const each of named) {
      assert.ok('groupName' in each && each.groupName === undefined);
      if ('roleNames' in each) assert.deepEqual(each.roleNames, [id]);
    }
    assert.equal(roleNameIn('de', { id, name: 'A role' }), 'A role');
  });
});
