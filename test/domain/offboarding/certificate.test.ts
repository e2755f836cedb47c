// A certificate says what there was, what's gone and how that's known, and what isn't and why.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { RelationshipStatus } from '../../../src/domain/access/relationship.js';
import { certificateOf, issuedOf } from '../../../src/domain/offboarding/certify.js';
import type { Offboarding } from '../../../src/domain/offboarding/offboarding.js';
import { type OffboardingChoice, planOf } from '../../../src/domain/offboarding/plan.js';
import { planFileOf } from '../../../src/domain/offboarding/plan-file.js';
import {
  anEndedOffboarding,
  certified,
  fewTies,
  manyTies,
  offboardingId,
  partner,
  watchedRequest,
} from '../../support/an-offboarding.js';
import {
  alex,
  anAssignment,
  aRelationship,
  aTenant,
  contoso,
  everyRole,
  megan,
  now,
  serviceDesk,
} from '../../support/builders.js';

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const schema = JSON.parse(readFileSync(new URL('../../../docs/exit-certificate.schema.json', import.meta.url), 'utf8'));
const validate = ajv.compile(schema);

/** The certificate as it stands in its file. */
const written = (offboarding: Offboarding) => JSON.parse(JSON.stringify(certificateOf(certified(offboarding))));
const failed = { failed: { reason: 'noRights', service: 'graph', requestId: 'r-1' } } as const;
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
    for (const { by, askedAt, provedAt, requestIds, proof } of removed) {
      assert.deepEqual(by, alex);
      assert.ok(askedAt !== undefined && askedAt < provedAt);
      assert.equal(requestIds.length, 1);
      assert.match(proof, /On a later reading/);
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
    assert.match(certificate.remains.lines[0]?.explanation ?? '', /lapses by itself on 2027-01-30/);
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
      access: { is: 'none', by: [], notKnown: [] },
      stillThere: [
        { name: 'pending request “Asked by hand”, which the customer can still approve', givesAccess: 'no' },
        { name: 'reseller relationship', givesAccess: 'no' },
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
    const after = fewTies({ relationships: failed, consent: failed, standing: failed, subscriptions: failed });
    const { remains } = certificateOf(certified(anEndedOffboarding({ after })));
    assert.deepEqual(
      remains.lines.map(({ what, why, explanation }) => [what, why, explanation.startsWith('Not known:')]),
      Array.from({ length: 4 }, () => ['unread', 'unread', true]),
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
      statementOf({ standing: failed }),
      'It’s not known whether Northbridge IT still has access to Contoso Ltd: delegated admin (DAP) and the reseller relationship couldn’t be read.',
    );
    assert.equal(
      statementOf({ relationships: failed, standing }),
      'Northbridge IT still has access to Contoso Ltd: delegated admin (DAP). Not known, because Microsoft couldn’t be read: the GDAP relationships.',
    );
    assert.match(statementOf({ subscriptions: failed, reservations: failed }), /no longer has access/);
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

describe('the published schema', () => {
  it('of version 1 still holds for a certificate of then', () => {
    const { access: _, ...old } = written(anEndedOffboarding());
    const without = (part: unknown): unknown => {
      if (Array.isArray(part)) return part.map(without);
      if (typeof part !== 'object' || part === null) return part;
      const kept = Object.entries(part).filter(([key]) => !['groupName', 'roleNames', 'givesAccess'].includes(key));
      return Object.fromEntries(kept.map(([key, value]) => [key, without(value)]));
    };
    const first = JSON.parse(
      readFileSync(new URL('../../../docs/exit-certificate-1.schema.json', import.meta.url), 'utf8'),
    );
    const certificate = { ...(without(old) as object), schema: 'urn:gatehouse:exit-certificate:1', schemaVersion: 1 };
    const holds = ajv.compile(first);
    assert.ok(holds(certificate), JSON.stringify(holds.errors?.slice(0, 3)));
    assert.equal(validate(certificate), false);
  });

  const nothing = manyTies({
    relationships: { value: [] },
    consent: { value: 'none' },
    standing: { value: { isReseller: false, delegatedAdmin: false } },
    subscriptions: { value: [] },
  });
  const offboardings: Readonly<Record<string, Offboarding>> = {
    'all went well': anEndedOffboarding(),
    'its groups and roles have names': anEndedOffboarding({
      before: manyTies({ names: { groups: { [serviceDesk]: 'Service Desk' }, roles: {} } }),
    }),
    'all was refused': anEndedOffboarding({
      refusedTaskIds: anEndedOffboarding().tasks.map(({ id }) => id),
      after: manyTies(),
    }),
    'nothing could be read': anEndedOffboarding({
      before: manyTies({ relationships: failed, consent: failed, standing: failed, reservations: failed }),
      steps: [],
      after: manyTies({ subscriptions: failed, reservations: failed }),
    }),
    'there was nothing': anEndedOffboarding({ before: nothing, after: nothing, steps: [] }),
    'reserved instances': anEndedOffboarding({
      before: manyTies({
        reservations: { value: [{ productId: 'DZH318Z0BQ3W', kind: 'virtualmachines', quantity: 2, expiresAt: now }] },
      }),
      steps: ['assignments'],
      after: fewTies({ consent: { value: 'noWayIn' } }),
    }),
    'a request without a date': anEndedOffboarding({
      after: fewTies({ relationships: { value: [{ relationship: { ...watchedRequest, createdAt: undefined } }] } }),
    }),
  };
  for (const [what, offboarding] of Object.entries(offboardings)) {
    it(`holds for the certificate when ${what}`, () => {
      assert.ok(validate(written(offboarding)), JSON.stringify(validate.errors?.slice(0, 3)));
    });
  }

  it('does not hold for one that lacks something, or has more', () => {
    const certificate = written(anEndedOffboarding());
    const { remains: _, ...lacking } = certificate;
    assert.equal(validate(lacking), false);
    assert.equal(validate({ ...certificate, approvalLink: 'x' }), false);
    assert.equal(validate({ ...certificate, removed: [{ what: 'consent' }] }), false);
  });

  it('is explained, field by field', () => {
    const text = readFileSync(new URL('../../../docs/exit-certificate.md', import.meta.url), 'utf8');
    const names = new Set<string>();
    const collect = (part: unknown): void => {
      if (typeof part !== 'object' || part === null) return;
      const { properties } = part as { properties?: object };
      for (const name of Object.keys(properties ?? {})) names.add(name);
      for (const each of Object.values(part)) collect(each);
    };
    collect(schema);
    assert.ok(names.size > 30);
    for (const name of names) assert.ok(text.includes(`\`${name}\``), name);
  });
});

describe('an exported plan', () => {
  it('says that nothing has been done, and every line with what would become of it', () => {
    const plan = planOf(manyTies());
    const file = planFileOf({ tenant: aTenant(), plan, needsSecond: true, graceSeconds: 300 }, alex);
    assert.match(file.note, /nothing has been done/);
    assert.deepEqual([file.readAt, file.exportedBy], [now, alex]);
    assert.deepEqual(
      file.lines.map(({ what, fate }) => `${what} ${fate.is}`),
      plan.lines.map(({ kind, fate }) => `${kind} ${fate.is}`),
    );
    assert.doesNotMatch(JSON.stringify(file), /https?:|etag/);
  });
});
