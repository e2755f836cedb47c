// What schemas 1 to 5 called a thing is read under today's name.
import assert from 'node:assert/strict';
import { factName, migrated } from '../../src/store/records/migrate.js';

const at = '2026-11-22T10:00:00.000Z';
const stepsToday = ['createRelationship', 'lockForApproval', 'assignAccess', 'widenAssignment', 'removeAssignment'];
const tenantOf = (row: object) => migrated({ tenants: { t: row } }).tenants?.t;

describe('a tenant of an older schema', () => {
  it('keeps what it has under today’s names', () => {
    assert.deepEqual(
      tenantOf({ tenantId: 't', residue: 'openRequest', residueSpan: { since: at }, exit: { id: 'x' } }),
      {
        tenantId: 't',
        leftoverAccess: 'approvalRequest',
        leftoverSpan: { since: at },
        offboarding: { id: 'x' },
      },
    );
    assert.deepEqual(tenantOf({ residue: 'liveAccess', exCustomer: true }), {
      leftoverAccess: 'liveAccess',
      formerCustomer: true,
    });
  });

  it('keeps its onboarding', () => {
    const elsewhere = { code: 'pendingElsewhere', relationshipName: 'n' };
    const failing = { code: 'keepsFailing', tried: { step: 'look' }, failingSince: at };
    const onboarding = {
      pendingElsewhere: 'n',
      lookFailed: { at },
      limitations: [elsewhere, failing, { code: 'noAzurePlan' }],
      accepted: { at, limitations: [elsewhere] },
      retries: ['look', 'create', 'lock', 'assign', 'widen', 'remove'].map((step) => ({
        tried: { step, groupId: 'g' },
      })),
      refusals: [
        { step: 'request', relationshipName: 'n' },
        { step: 'assign', groupId: 'g' },
      ],
      wanted: true,
    };
    const today = { code: 'requestElsewhere', relationshipName: 'n' };
    assert.deepEqual(tenantOf({ onboarding }), {
      onboarding: {
        requestElsewhere: 'n',
        checkFailed: { at },
        limitations: [today, { ...failing, tried: { step: 'read' } }, { code: 'noAzurePlan' }],
        accepted: { at, limitations: [today] },
        retries: ['read', ...stepsToday].map((step) => ({ tried: { step, groupId: 'g' } })),
        refusals: [
          { step: 'createRelationship', relationshipName: 'n' },
          { step: 'assignAccess', groupId: 'g' },
        ],
        wanted: true,
      },
    });
  });

  it('keeps that its request was created, and could not be put before the customer', () => {
    const refusals = [{ step: 'request', relationshipName: 'n' }];
    const relationship = { id: 'r' };
    assert.deepEqual(tenantOf({ onboarding: { relationship, refusals } }), {
      onboarding: { relationship, refusals: [{ step: 'lockForApproval', relationshipName: 'n' }] },
    });
  });

  it('keeps its offboarding', () => {
    const exit = {
      id: 'x',
      plan: { readAt: at, lines: [{ what: 'consent', consent: 'none', fate: { is: 'stays' } }] },
      tasks: [{ id: 'consent', target: { what: 'consent', requestId: 'r' }, state: { is: 'due' } }],
      end: { at, remains: { readAt: at, lines: [{ what: 'reseller', isReseller: true }] } },
    };
    assert.deepEqual(tenantOf({ exit }), {
      offboarding: {
        id: 'x',
        plan: { readAt: at, lines: [{ kind: 'consent', consent: 'none', fate: { is: 'stays' } }] },
        tasks: [{ id: 'consent', target: { kind: 'consent', requestId: 'r' }, state: { is: 'due' } }],
        end: { at, remains: { readAt: at, lines: [{ kind: 'reseller', isReseller: true }] } },
      },
    });
  });

  it('keeps its history', () => {
    const history = ['exitDecided', 'offboarded', 'accessApproved'].map((what) => ({ at, what }));
    assert.deepEqual(tenantOf({ history }), {
      history: ['offboardingDecided', 'disabled', 'accessApproved'].map((what) => ({ at, what })),
    });
  });

  it('stays as it is where it is none, so that the check of its shape tells', () => {
    assert.deepEqual(migrated({ tenants: { a: null, b: 'x', c: [1] } }).tenants, { a: null, b: 'x', c: [1] });
    assert.deepEqual(tenantOf({ onboarding: 'x', history: 'y', exit: 'z' }), {
      onboarding: 'x',
      history: 'y',
      offboarding: 'z',
    });
  });
});

describe('a message, an alarm and a watched request of an older schema', () => {
  it('keep what they are about', () => {
    const due = { id: 'd', conversationId: 'c', at };
    const { deliveries, alarms, watchedRequests, ...others } = migrated({
      deliveries: {
        1: { ...due, tenantId: 't', news: 'exitStopped' },
        2: { ...due, alarm: { code: 'signInBack' } },
        3: { ...due, certificateId: 'x' },
        4: { ...due, relationshipId: 'r', tenantId: 't', invitation: 'becameActive' },
        5: { ...due, tenantId: 't', news: 'approved' },
        6: null,
      },
      alarms: { signInLost: { code: 'signInLost', mark: 'm', at } },
      invitations: { r: { relationshipId: 'r' } },
      certificates: { x: { id: 'x' } },
    });
    assert.deepEqual(deliveries, {
      1: { ...due, kind: 'tenant', tenantId: 't', news: 'offboardingStopped' },
      2: { ...due, kind: 'alarm', alarm: { code: 'signInBack' } },
      3: { ...due, kind: 'certificate', certificateId: 'x' },
      4: { ...due, kind: 'watchedRequest', relationshipId: 'r', tenantId: 't', news: 'becameActive' },
      5: { ...due, kind: 'tenant', tenantId: 't', news: 'approved' },
      6: null,
    });
    assert.deepEqual(alarms, { signInLost: { code: 'signInLost', key: 'm', at } });
    assert.deepEqual(watchedRequests, { r: { relationshipId: 'r' } });
    assert.deepEqual(others, { certificates: { x: { id: 'x' } } });
  });
});

describe('an action in an older audit log', () => {
  it('has today’s name', () => {
    for (const [former, today] of [
      ['exitCertified', 'offboardingCertified'],
      ['exitPlanOpened', 'offboardingPlanOpened'],
      ['offboarded', 'disabled'],
      ['invitationBecameActive', 'watchedRequestBecameActive'],
      ['exited', 'exited'],
      ['accessApproved', 'accessApproved'],
      [undefined, undefined],
    ])
      assert.equal(factName(former), today);
  });
});
