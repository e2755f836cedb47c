// An offboarding removes everything once, in order, proves it, and survives whatever happens on the way.
import assert from 'node:assert/strict';
import type { RelationshipStatus } from '../../../src/domain/access/relationship.js';
import {
  AccessDenied,
  MicrosoftError,
  NotFound,
  Refused,
  StoreError,
  UnexpectedAnswer,
} from '../../../src/domain/errors.js';
import { stageOf } from '../../../src/domain/offboarding/offboarding.js';
import { planOf } from '../../../src/domain/offboarding/plan.js';
import type { FactData } from '../../../src/domain/tenant/facts.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { addSeconds } from '../../../src/domain/time.js';
import { readInventory } from '../../../src/operations/offboarding/read-inventory.js';
import type { Microsoft } from '../../../src/operations/ports/microsoft.js';
import type { Change } from '../../../src/operations/ports/store.js';
import { advancer } from '../../../src/operations/reconcile/advance.js';
import { syncCustomers } from '../../../src/operations/reconcile/sync-customers.js';
import { alex, aRelationship, aTenant, contoso, having, tenantBy } from '../../support/builders.js';
import { denied, down } from '../../support/fake-microsoft.js';
import { TiedMicrosoft } from '../../support/microsoft-with-inventory.js';
import { type aDecision, anOffboarding, aReservation, aSubscription } from '../../support/offboarding-builders.js';
import { testDependencies } from '../../support/test-dependencies.js';

const conversation = { id: 'chat', kind: 'personal', subscribed: false, reference: {} } as const;
const steps = ['assignments', 'consent', 'relationships', 'delegatedAdmin', 'reseller'] as const;

/** Contoso, whose exit Alex has decided by what is there. */
async function decided(changes: Parameters<typeof aDecision>[1] = {}, tenant: Tenant = tenantBy.approved()) {
  const microsoft = new TiedMicrosoft();
  const deps = { ...testDependencies(), microsoft };
  const plan = planOf(await readInventory(deps, contoso));
  const offboarding = anOffboarding({ steps: [...steps], ...changes }, plan);
  const asked: FactData = { type: 'offboardingDecided', by: alex, offboarding };
  await deps.store.commit({ tenants: [having(tenant, asked)], conversations: [conversation] });
  microsoft.asked.splice(0);
  const advance = advancer(deps);
  return {
    ...deps,
    offboarding: () => deps.store.tenant(contoso)?.offboarding,
    stage: () => {
      const now = deps.store.tenant(contoso)?.offboarding;
      return now && stageOf(now);
    },
    states: () =>
      Object.fromEntries(
        (deps.store.tenant(contoso)?.offboarding?.tasks ?? []).map((t) => [t.id.split(' ').at(-1), t.state.is]),
      ),
    looks: () => advance(contoso),
    /** Looks and lets Microsoft work, until nothing changes any more. */
    async runs() {
      for (let round = 0; round < 20 && deps.store.tenant(contoso)?.offboarding; round += 1) {
        await advance(contoso);
        microsoft.works();
        await deps.clock.passes(2);
      }
    },
  };
}

const writes = (asked: readonly string[]) =>
  asked.filter((each) => /^(remove|withdraw|terminate|delete|end)/.test(each)).map((each) => each.split(' ')[0]);

describe('an exit that nothing stands in the way of', () => {
  it('does nothing before its time', async () => {
    const w = await decided();
    await w.clock.passes(299);
    await w.looks();
    assert.deepEqual([w.stage(), writes(w.microsoft.asked)], ['grace', []]);
    assert.ok(w.contoso === undefined || w.store.tenant(contoso)?.onboarding);
  });

  it('removes everything in its order, each thing once, and is then forgotten', async () => {
    const w = await decided();
    await w.clock.passes(300);
    await w.runs();
    assert.deepEqual(w.microsoft.done, [
      'assignment 1',
      'consent',
      'assignment 2',
      'relationship',
      'delegatedAdmin',
      'reseller',
    ]);
    assert.equal(w.store.tenant(contoso), undefined);
    const [certificate, ...more] = w.store.certificates();
    assert.deepEqual(more, []);
    assert.deepEqual(
      [certificate?.id, certificate?.removedCount, certificate?.remainsCount, certificate?.tenantName],
      ['exit-1', 6, 0, 'Contoso Ltd'],
    );
    assert.deepEqual(certificate?.hashes, { json: 'hash-of-json', pdf: 'hash-of-pdf' });
    const [due] = w.store.deliveries();
    assert.ok(due && due.kind === 'certificate');
    assert.equal(due.certificateId, 'exit-1');
  });

  it('sends the next thing only when the one before is proved gone', async () => {
    const w = await decided();
    await w.clock.passes(300);
    await w.looks();
    await w.looks();
    assert.deepEqual(w.microsoft.done, ['assignment 1']);
    assert.equal(w.states()['assignment-of-b0000000-0000-4000-8000-000000000001'], 'sent');
    w.microsoft.works();
    await w.looks();
    assert.equal(w.states()['assignment-of-b0000000-0000-4000-8000-000000000001'], 'proved');
    assert.deepEqual(w.microsoft.done, ['assignment 1', 'consent']);
  });

  it('looks after the tenant no more from its begin on', async () => {
    const w = await decided();
    await w.clock.passes(300);
    await w.looks();
    const tenant = w.store.tenant(contoso);
    assert.deepEqual([tenant?.status, tenant?.onboarding], ['notConfigured', undefined]);
    // Whatever we would have mended, nobody assigns anything again.
    assert.ok(!w.microsoft.asked.some((each) => /^(assign|create|widen|lock)/.test(each)));
  });

  it('keeps who is still a customer, with nothing but its name', async () => {
    const w = await decided({ steps: ['assignments', 'consent', 'relationships', 'delegatedAdmin'] });
    await w.clock.passes(300);
    await w.runs();
    const tenant = w.store.tenant(contoso);
    assert.deepEqual(
      tenant?.history.map(({ what }) => what),
      ['offboardingCertified'],
    );
    assert.deepEqual([tenant?.offboarding, tenant?.onboarding, tenant?.leftoverAccess], [undefined, undefined, 'none']);
    assert.equal([...w.store.certificates()][0]?.remainsCount, 1);
  });

  it('writes every deed down, with Microsoft’s ids, put down to whoever decided', async () => {
    const w = await decided();
    await w.clock.passes(300);
    await w.runs();
    const { entries } = w.audit;
    assert.deepEqual(
      entries
        .filter(({ what }) => what === 'offboardingTaskSent')
        .map(({ by, requestId }) => [by, requestId !== undefined]),
      Array.from({ length: 6 }, () => [alex.id, true]),
    );
    assert.deepEqual(
      entries.filter(({ what }) => what === 'offboardingTaskProved').map(({ subject }) => subject?.split(' ')[0]),
      ['assignment', 'consent', 'assignment', 'relationship', 'delegatedAdmin', 'reseller'],
    );
    const last = entries.at(-1);
    assert.deepEqual(
      [last?.what, last?.certificate],
      ['offboardingCertified', { json: 'hash-of-json', pdf: 'hash-of-pdf' }],
    );
    assert.ok(!JSON.stringify(entries).includes('Contoso'));
  });

  it('takes what is gone already for gone, without a call', async () => {
    const w = await decided({ steps: ['relationships'] });
    await w.clock.passes(300);
    await w.looks();
    w.microsoft.listedRelationships = [];
    await w.runs();
    assert.deepEqual(w.microsoft.done, ['relationship']);
    assert.equal([...w.store.certificates()].length, 1);
  });
});

describe('an exit before it begins', () => {
  it('is dropped, told, and nothing done, when what was read has changed', async () => {
    const w = await decided();
    w.microsoft.listedRelationships = [
      ...w.microsoft.listedRelationships,
      { ...aRelationship({ id: 'relationship-2' }), customerTenantId: contoso },
    ];
    await w.clock.passes(300);
    await w.looks();
    assert.deepEqual([w.offboarding(), writes(w.microsoft.asked)], [undefined, []]);
    const [due] = w.store.deliveries();
    assert.ok(due && due.kind === 'tenant' && due.news === 'offboardingStale');
    assert.ok(w.store.tenant(contoso)?.onboarding);
  });

  it('waits while Microsoft cannot be read, and then begins', async () => {
    const w = await decided();
    await w.clock.passes(300);
    w.microsoft.failing.set('standing', down);
    await assert.rejects(w.looks(), MicrosoftError);
    assert.deepEqual([w.stage(), writes(w.microsoft.asked)], ['grace', []]);
    w.microsoft.failing.clear();
    await w.looks();
    assert.equal(w.stage(), 'running');
  });

  it('is dropped when it should have begun a day ago', async () => {
    const w = await decided();
    await w.clock.passes(300 + 86_400);
    await w.looks();
    assert.deepEqual([w.offboarding(), writes(w.microsoft.asked)], [undefined, []]);
    const [due] = w.store.deliveries();
    assert.ok(due && due.kind === 'tenant' && due.news === 'offboardingStale');
  });

  it('begins when it should have a moment ago', async () => {
    const w = await decided();
    await w.clock.passes(300 + 120);
    await w.looks();
    assert.equal(w.stage(), 'running');
  });

  it('is not dropped before that day is over', async () => {
    const w = await decided({ graceSeconds: 0 });
    await w.clock.passes(86_399);
    await w.looks();
    assert.equal(w.stage(), 'running');
  });

  it('can be undone for as long as ever after a time in which nothing ran', async () => {
    const w = await decided();
    await w.clock.passes(300 + 3600);
    await w.looks();
    assert.deepEqual([w.stage(), writes(w.microsoft.asked)], ['grace', []]);
    assert.equal(w.offboarding()?.beginsAt, addSeconds(w.clock.now(), 300));
    await w.clock.passes(299);
    await w.looks();
    assert.equal(w.stage(), 'grace');
    await w.clock.passes(1);
    await w.looks();
    assert.equal(w.stage(), 'running');
  });

  it('is dropped after a day without a second yes, and told', async () => {
    const w = await decided({ needsSecond: true });
    await w.clock.passes(86_399);
    await w.looks();
    assert.equal(w.stage(), 'awaitsApproval');
    await w.clock.passes(1);
    await w.looks();
    assert.equal(w.offboarding(), undefined);
    const [due] = w.store.deliveries();
    assert.ok(due && due.kind === 'tenant' && due.news === 'offboardingLapsed');
    assert.deepEqual([w.audit.entries.at(-1)?.what, w.audit.entries.at(-1)?.why], ['offboardingDropped', 'lapsed']);
  });
});

const removals = [
  ['consent', 'withdrawConsent'],
  ['relationships', 'terminateRelationship'],
  ['delegatedAdmin', 'removeDelegatedAdmin'],
  ['reseller', 'endReseller'],
] as const;

describe('a removal that Microsoft refuses', () => {
  it('does not stop an assignment for long, since it goes with its relationship', async () => {
    const w = await decided();
    w.microsoft.failing.set('removeAssignment', denied);
    await w.clock.passes(300);
    await w.runs();
    assert.deepEqual(w.microsoft.done, ['consent', 'relationship', 'delegatedAdmin', 'reseller']);
    assert.equal([...w.store.certificates()][0]?.removedCount, 6);
  });

  it('of an assignment alone stops until it is tried again', async () => {
    const w = await decided({ steps: ['assignments'] });
    w.microsoft.failing.set('removeAssignment', denied);
    await w.clock.passes(300);
    await w.runs();
    assert.deepEqual([w.stage(), w.microsoft.done], ['stopped', []]);
  });

  for (const [step, method] of removals) {
    it(`stops what depends on it, is told once, and is done when it is tried again (${step})`, async () => {
      const w = await decided();
      w.microsoft.failing.set(method, denied);
      await w.clock.passes(300);
      await w.runs();
      assert.equal(w.stage(), 'stopped');
      assert.ok(!w.microsoft.done.includes('reseller'), 'the last step goes only when all else has');
      const news = [...w.store.deliveries()].map((due) => (due.kind === 'tenant' ? due.news : 'certificate'));
      assert.deepEqual(news, ['offboardingStopped']);
      w.microsoft.failing.clear();
      const refused = w.offboarding()?.tasks.filter(({ state }) => state.is === 'refused') ?? [];
      const requestIds = Object.fromEntries(refused.map(({ id }) => [id, `again-${id}`]));
      const stopped = w.store.tenant(contoso);
      assert.ok(stopped);
      await w.store.commit({ tenants: [having(stopped, { type: 'offboardingRetried', by: alex, requestIds })] });
      await w.runs();
      assert.equal(w.microsoft.done.length, 6, w.microsoft.done.join());
      assert.equal([...w.store.certificates()][0]?.removedCount, 6);
    });
  }

  it('is gone without once somebody says so, and remains', async () => {
    const w = await decided({ steps: ['assignments', 'consent', 'relationships'] });
    w.microsoft.failing.set('withdrawConsent', denied);
    await w.clock.passes(300);
    await w.runs();
    assert.deepEqual(w.microsoft.done, ['assignment 1']);
    const stopped = w.store.tenant(contoso);
    assert.ok(stopped);
    await w.store.commit({ tenants: [having(stopped, { type: 'offboardingRestLeft', by: alex })] });
    await w.runs();
    assert.deepEqual(w.microsoft.done, ['assignment 1', 'assignment 2', 'relationship']);
    assert.equal([...w.store.certificates()][0]?.removedCount, 3);
  });

  it('is patient with what is not possible now, and then takes it for a refusal', async () => {
    const w = await decided({ steps: ['relationships'] });
    const notNow = new Refused('409', 'Wait.', { reason: 'notPossibleNow' });
    w.microsoft.failing.set('terminateRelationship', notNow);
    await w.clock.passes(300);
    await w.looks();
    assert.equal(w.stage(), 'running');
    await w.clock.passes(299);
    await w.looks();
    assert.equal(w.stage(), 'running');
    await w.clock.passes(1);
    await w.looks();
    assert.equal(w.stage(), 'stopped');
  });
});

describe('a tenant whose exit has stopped', () => {
  it('keeps the message about it, whatever else is seen of the tenant', async () => {
    const w = await decided({ steps: ['delegatedAdmin'] });
    w.microsoft.failing.set('removeDelegatedAdmin', denied);
    await w.clock.passes(300);
    await w.looks();
    const customer = { tenantId: contoso, displayName: 'Renamed', domain: 'x.example' };
    await syncCustomers(w, [customer]);
    assert.deepEqual(
      [...w.store.deliveries()].map((due) => due.kind === 'tenant' && due.news),
      ['offboardingStopped'],
    );
  });
});

describe('a fault of Microsoft’s', () => {
  it('is waited for, and told after an hour', async () => {
    const w = await decided({ steps: ['consent', 'delegatedAdmin'] });
    w.microsoft.failing.set('withdrawConsent', down);
    await w.clock.passes(300);
    await assert.rejects(w.looks(), down);
    await w.clock.passes(3599);
    await assert.rejects(w.looks(), down);
    assert.equal(w.stage(), 'running');
    await w.clock.passes(1);
    await w.looks();
    assert.equal(w.stage(), 'stopped');
    assert.deepEqual(
      [...w.store.deliveries()].map((due) => due.kind === 'tenant' && due.news),
      ['offboardingStopped'],
    );
  });

  it('leaves the whole patience for what is not possible right after it', async () => {
    const w = await decided({ steps: ['relationships'] });
    w.microsoft.failing.set('terminateRelationship', down);
    await w.clock.passes(300);
    await assert.rejects(w.looks(), down);
    await w.clock.passes(600);
    w.microsoft.failing.set('terminateRelationship', new Refused('409', 'Wait.', { reason: 'notPossibleNow' }));
    await w.looks();
    await w.clock.passes(299);
    await w.looks();
    assert.equal(w.stage(), 'running');
  });

  /** Everything is removed, and this part cannot be read. */
  const unreadAtEnd = async (method: 'subscriptions' | 'relationshipsOf', problem: MicrosoftError) => {
    const w = await decided({ steps: ['delegatedAdmin'] });
    await w.clock.passes(300);
    await w.looks();
    w.microsoft.works();
    w.microsoft.failing.set(method, problem);
    return w;
  };
  /** Looks every five minutes for so many hours. */
  const looksFor = async (w: Awaited<ReturnType<typeof decided>>, hours: number) => {
    for (let each = 0; each < hours * 12 && w.offboarding(); each += 1) {
      await w.looks().catch(() => undefined);
      await w.clock.passes(300);
    }
  };
  const odd = new UnexpectedAnswer('odd', 'Wait.', { reason: 'unexpectedAnswer' });

  it('at the end is waited for a day, and then certified as not known', async () => {
    const w = await unreadAtEnd('subscriptions', odd);
    await looksFor(w, 23.9);
    assert.equal([...w.store.certificates()].length, 0);
    await looksFor(w, 0.5);
    const [certificate] = w.store.certificates();
    // The relationship, its two assignments, the consent, the reseller relationship, and what is not known.
    assert.equal(certificate?.remainsCount, 6);
  });

  it('at the end is waited for even where it is a refusal, if it hides the relationships', async () => {
    const w = await unreadAtEnd('relationshipsOf', denied);
    await looksFor(w, 1);
    assert.equal(w.stage(), 'running');
  });

  it('does not hold up what can be removed beside it', async () => {
    const w = await decided({ steps: ['assignments'] });
    await w.clock.passes(300);
    w.microsoft.meanwhile.set('removeAssignment', () => {
      // The first one only.
      const isFirst = writes(w.microsoft.asked).length === 1;
      if (isFirst) throw down;
    });
    // Without a consent to withdraw afterwards, both have their turn at once.
    const offboarding = w.offboarding();
    assert.ok(offboarding);
    const tasks = offboarding.tasks.map((task) =>
      task.target.what === 'assignment' ? { ...task, target: { ...task.target, isKey: false } } : task,
    );
    await w.store.commit({
      tenants: [
        having(tenantBy.approved(), { type: 'offboardingDecided', by: alex, offboarding: { ...offboarding, tasks } }),
      ],
    });
    await assert.rejects(w.looks(), down);
    assert.deepEqual(w.microsoft.done, ['assignment 2']);
  });

  it('at the end does not last while the process is down', async () => {
    const w = await unreadAtEnd('subscriptions', odd);
    await looksFor(w, 1);
    await w.clock.passes(2 * 86_400);
    await looksFor(w, 1);
    assert.equal(w.stage(), 'running');
  });

  it('at the end is not what somebody has to sign in for', async () => {
    const w = await unreadAtEnd('subscriptions', new AccessDenied('x', 'Sign in.', { reason: 'signInExpired' }));
    await looksFor(w, 30);
    assert.equal(w.stage(), 'running');
  });
});

describe('an exit while nobody is signed in', () => {
  const lost = new AccessDenied('expired', 'Sign in.', { reason: 'signInExpired' });

  it('waits, and goes on by itself', async () => {
    const w = await decided();
    await w.clock.passes(300);
    w.microsoft.failing.set('terminateRelationship', lost);
    await assert.rejects(w.runs(), lost);
    assert.equal(w.stage(), 'running');
    w.microsoft.failing.clear();
    await w.runs();
    assert.equal([...w.store.certificates()].length, 1);
  });

  for (const method of ['relationshipsOf', 'standing'] as const) {
    it(`does not end before it has been read what is left (${method})`, async () => {
      const w = await decided({ steps: ['relationships'] });
      await w.clock.passes(300);
      await w.looks();
      w.microsoft.works();
      w.microsoft.failing.set(method, lost);
      await assert.rejects(w.looks(), MicrosoftError);
      assert.equal([...w.store.certificates()].length, 0);
      w.microsoft.failing.clear();
      await w.looks();
      assert.equal([...w.store.certificates()].length, 1);
    });
  }
});

describe('what we may never read', () => {
  it('does not keep an exit from its end, which says that it is unknown', async () => {
    const w = await decided({ steps: ['relationships'] });
    await w.clock.passes(300);
    await w.looks();
    w.microsoft.works();
    w.microsoft.failing.set('standing', denied);
    await w.looks();
    assert.equal([...w.store.certificates()][0]?.remainsCount, 2);
  });
});

describe('a removal that does not show', () => {
  it('is asked for once, looked at for an hour, and then told as not confirmed', async () => {
    const w = await decided({ steps: ['delegatedAdmin'] });
    await w.clock.passes(300);
    await w.looks();
    await w.clock.passes(3599);
    await w.looks();
    assert.deepEqual([w.stage(), w.microsoft.done], ['running', ['delegatedAdmin']]);
    await w.clock.passes(1);
    await w.looks();
    const [task] = w.offboarding()?.tasks ?? [];
    assert.deepEqual(task?.state.is === 'refused' && task.state.refusal, { why: 'unconfirmed' });
    assert.deepEqual(w.microsoft.done, ['delegatedAdmin']);
  });

  it('is not proved by a look that fails', async () => {
    const w = await decided({ steps: ['delegatedAdmin'] });
    await w.clock.passes(300);
    await w.looks();
    w.microsoft.failing.set('standing', denied);
    await assert.rejects(w.looks(), denied);
    assert.equal(w.states().delegatedAdmin, 'sent');
  });

  it('waits for somebody to sign in, however long that takes', async () => {
    const w = await decided({ steps: ['delegatedAdmin'] });
    await w.clock.passes(300);
    await w.looks();
    const lost = new AccessDenied('expired', 'Sign in.', { reason: 'signInExpired' });
    w.microsoft.failing.set('standing', lost);
    await w.clock.passes(86_400);
    await assert.rejects(w.looks(), lost);
    assert.equal(w.stage(), 'running');
    w.microsoft.works();
    w.microsoft.failing.clear();
    await w.looks();
    assert.equal([...w.store.certificates()].length, 1);
  });

  it('is told as not confirmed after an hour even if Microsoft does not let us see', async () => {
    const w = await decided({ steps: ['delegatedAdmin'] });
    await w.clock.passes(300);
    await w.looks();
    w.microsoft.failing.set('standing', denied);
    await w.clock.passes(3600);
    await w.looks();
    assert.equal(w.stage(), 'stopped');
  });

  it('of a consent is not proved by our having no way in any more', async () => {
    const w = await decided({ steps: ['consent'] });
    await w.clock.passes(300);
    await w.looks();
    w.microsoft.consentThere = 'noWayIn';
    await w.looks();
    assert.equal(w.states().consent, 'sent');
  });
});

describe('what has come into the way since it was agreed', () => {
  it('stops delegated admin, and the reseller relationship, without a call', async () => {
    const w = await decided({ steps: ['delegatedAdmin', 'reseller'] });
    await w.clock.passes(300);
    w.microsoft.meanwhile.set('standing', () => {
      // After the last look at the plan, and before the removal.
      if (w.stage() === 'running') w.microsoft.openReservations = [aReservation];
    });
    await w.runs();
    const [task] = w.offboarding()?.tasks ?? [];
    assert.deepEqual(task?.state.is === 'refused' && task.state.refusal, { why: 'inTheWay', obstacle: 'reservations' });
    assert.deepEqual(w.microsoft.done, []);
  });

  it('stops the reseller relationship for a subscription that was bought meanwhile', async () => {
    const w = await decided({ steps: ['delegatedAdmin', 'reseller'] });
    await w.clock.passes(300);
    w.microsoft.meanwhile.set('removeDelegatedAdmin', () => {
      w.microsoft.bought = [aSubscription()];
    });
    await w.runs();
    assert.equal(w.states().reseller, 'refused');
    assert.deepEqual(w.microsoft.done, ['delegatedAdmin']);
  });
});

describe('relationships that are not active', () => {
  const inStatus = async (status: 'created' | 'activating') => {
    const microsoft = new TiedMicrosoft();
    microsoft.listedRelationships = [{ ...aRelationship({ status }), customerTenantId: contoso }];
    const w = await decided({ steps: ['relationships'] });
    w.microsoft.listedRelationships = microsoft.listedRelationships;
    await w.store.commit({
      tenants: [
        having(aTenant(), {
          type: 'offboardingDecided',
          by: alex,
          offboarding: anOffboarding({ steps: ['relationships'] }, planOf(await readInventory(w, contoso))),
        }),
      ],
    });
    w.microsoft.asked.splice(0);
    await w.clock.passes(300);
    return w;
  };

  it('are deleted if the customer was never asked', async () => {
    const w = await inStatus('created');
    await w.looks();
    assert.deepEqual(writes(w.microsoft.asked), ['deleteRelationship']);
  });

  it('are waited for while Microsoft sets them up, and then terminated', async () => {
    const w = await inStatus('activating');
    await w.looks();
    assert.deepEqual(writes(w.microsoft.asked), []);
    w.microsoft.listedRelationships = [{ ...aRelationship(), customerTenantId: contoso }];
    await w.clock.passes(60);
    await w.looks();
    assert.deepEqual(w.microsoft.done, ['relationship']);
  });
});

describe('an assignment', () => {
  const meets = async (assignment: 'pending' | 'active', relationship: RelationshipStatus) => {
    const w = await decided({ steps: ['assignments'] });
    await w.clock.passes(300);
    w.microsoft.meanwhile.set('relationship', () => {
      w.microsoft.meanwhile.clear();
      w.microsoft.listedRelationships = [{ ...aRelationship({ status: relationship }), customerTenantId: contoso }];
    });
    w.microsoft.assignments = w.microsoft.assignments.map((each) => ({ ...each, status: assignment }));
    await w.looks();
    return w;
  };

  it('that Microsoft still sets up is waited for', async () => {
    const w = await meets('pending', 'active');
    assert.deepEqual(writes(w.microsoft.asked), []);
    assert.equal(w.stage(), 'running');
  });

  it('whose relationship Microsoft does not know any more is gone', async () => {
    const w = await decided({ steps: ['assignments'] });
    await w.clock.passes(300);
    w.microsoft.meanwhile.set('accessAssignments', () => {
      if (w.stage() === 'running') throw new NotFound('gone', '', { reason: 'notFound' });
    });
    await w.looks();
    assert.equal([...w.store.certificates()][0]?.removedCount, 2);
  });

  it('that goes with its relationship is not asked for, and gone once that is over', async () => {
    const w = await meets('active', 'terminating');
    assert.deepEqual(writes(w.microsoft.asked), []);
    w.microsoft.listedRelationships = [{ ...aRelationship({ status: 'terminated' }), customerTenantId: contoso }];
    await w.looks();
    assert.equal([...w.store.certificates()][0]?.removedCount, 2);
  });
});

describe('a certificate', () => {
  it('that could not be written says the same when it is written later', async () => {
    const w = await decided({ steps: ['delegatedAdmin'] });
    await w.clock.passes(300);
    await w.looks();
    w.microsoft.works();
    const written: unknown[] = [];
    const { archive } = w;
    const advance = advancer({
      ...w,
      archive: {
        ...archive,
        async write(tenant, offboarding) {
          written.push(offboarding.end);
          if (written.length === 1) throw new StoreError('full', 'Make room.');
          return archive.write(tenant, offboarding);
        },
      },
    });
    await assert.rejects(advance(contoso), StoreError);
    await w.clock.passes(60);
    await advance(contoso);
    assert.equal(written.length, 2);
    assert.deepEqual(written[1], written[0]);
  });

  it('makes it pointless to tell that the exit had stopped', async () => {
    const w = await decided({ steps: ['delegatedAdmin'] });
    w.microsoft.failing.set('removeDelegatedAdmin', denied);
    await w.clock.passes(300);
    await w.looks();
    assert.equal([...w.store.deliveries()].length, 1);
    const stopped = w.store.tenant(contoso);
    assert.ok(stopped);
    await w.store.commit({ tenants: [having(stopped, { type: 'offboardingRestLeft', by: alex })] });
    await w.looks();
    assert.deepEqual(
      [...w.store.deliveries()].map((due) => due.kind === 'certificate'),
      [true],
    );
  });
});

describe('a relationship that changes while its exit runs', () => {
  const meets = async (status: RelationshipStatus) => {
    const w = await decided({ steps: ['relationships'] });
    await w.clock.passes(300);
    w.microsoft.meanwhile.set('relationship', () => {
      w.microsoft.meanwhile.clear();
      w.microsoft.listedRelationships = [{ ...aRelationship({ status }), customerTenantId: contoso }];
    });
    await w.looks();
    return w;
  };

  it('into a request stops at once, for there is nothing to ask Microsoft for', async () => {
    const w = await meets('approvalPending');
    const [task] = w.offboarding()?.tasks ?? [];
    assert.deepEqual(task?.state.is === 'refused' && task.state.refusal, {
      why: 'inTheWay',
      obstacle: 'pendingInvitation',
    });
    assert.deepEqual(writes(w.microsoft.asked), []);
  });

  it('and is not set up for an hour is asked for all the same, so that Microsoft says why not', async () => {
    const w = await meets('activating');
    w.microsoft.failing.set('terminateRelationship', new Refused('400', 'No.', { reason: 'notAccepted' }));
    await w.clock.passes(3599);
    await w.looks();
    assert.equal(w.stage(), 'running');
    await w.clock.passes(1);
    await w.looks();
    const [task] = w.offboarding()?.tasks ?? [];
    assert.equal(task?.state.is === 'refused' && task.state.refusal.why, 'microsoft');
  });

  it('to its end by somebody else’s doing was not asked for by us', async () => {
    const w = await meets('terminating');
    w.microsoft.listedRelationships = [{ ...aRelationship({ status: 'terminated' }), customerTenantId: contoso }];
    w.microsoft.failing.set('relationshipsOf', down);
    await assert.rejects(w.looks(), MicrosoftError);
    const [task] = w.offboarding()?.tasks ?? [];
    assert.deepEqual(task?.state, { is: 'proved', at: w.clock.now() });
  });
});

describe('what is watched afterwards', () => {
  it('is a request that was approved meanwhile, and not a relationship that was left as it was', async () => {
    const w = await decided({ steps: ['delegatedAdmin'] });
    const invited = { ...aRelationship({ id: 'open', status: 'approvalPending' as const }), customerTenantId: contoso };
    w.microsoft.listedRelationships = [...w.microsoft.listedRelationships, invited];
    const offboarding = anOffboarding({ steps: ['delegatedAdmin'] }, planOf(await readInventory(w, contoso)));
    await w.store.commit({ tenants: [having(aTenant(), { type: 'offboardingDecided', by: alex, offboarding })] });
    await w.clock.passes(300);
    await w.looks();
    w.microsoft.listedRelationships = w.microsoft.listedRelationships.map((each) => ({ ...each, status: 'active' }));
    await w.runs();
    assert.deepEqual(
      [...w.store.watchedRequests()].map(({ relationshipId }) => relationshipId),
      ['open'],
    );
  });

  it('is what was open before, where what is left could not be read', async () => {
    const w = await decided({ steps: ['delegatedAdmin'] });
    const plan = planOf(await readInventory(w, contoso));
    const invited = { ...aRelationship({ id: 'open', status: 'approvalPending' as const }), customerTenantId: contoso };
    w.microsoft.listedRelationships = [invited];
    const before = planOf(await readInventory(w, contoso));
    w.microsoft.failing.set('relationshipsOf', down);
    const remains = planOf(await readInventory(w, contoso));
    const tenant = having(
      aTenant(),
      {
        type: 'offboardingDecided',
        by: alex,
        offboarding: { ...anOffboarding({ steps: ['delegatedAdmin'] }, plan), plan: before, tasks: [] },
      },
      { type: 'offboardingBegun' },
      { type: 'offboardingEnded', remains },
    );
    await w.store.commit({ tenants: [tenant] });
    await w.looks();
    assert.deepEqual(
      [...w.store.watchedRequests()].map(({ relationshipId }) => relationshipId),
      ['open'],
    );
  });

  it('is a draft that somebody has put before the customer meanwhile', async () => {
    const w = await decided({ steps: ['delegatedAdmin'] });
    const draft = { ...aRelationship({ id: 'draft', status: 'created' as const }), customerTenantId: contoso };
    w.microsoft.listedRelationships = [draft];
    const plan = planOf(await readInventory(w, contoso));
    const offboarding = anOffboarding({ steps: ['delegatedAdmin'] }, plan);
    await w.store.commit({ tenants: [having(aTenant(), { type: 'offboardingDecided', by: alex, offboarding })] });
    await w.clock.passes(300);
    await w.looks();
    w.microsoft.listedRelationships = [{ ...draft, status: 'approvalPending' }];
    await w.runs();
    assert.deepEqual(
      [...w.store.watchedRequests()].map(({ relationshipId }) => relationshipId),
      ['draft'],
    );
  });

  const open = { ...aRelationship({ id: 'open', status: 'approvalPending' as const }), customerTenantId: contoso };

  it('is every request that the customer can still approve, until it lapses', async () => {
    const w = await decided({ steps: ['relationships'] });
    w.microsoft.meanwhile.set('terminateRelationship', () => {
      w.microsoft.unlisted = [];
    });
    const inventory = await readInventory(w, contoso);
    assert.ok('value' in inventory.relationships);
    const plan = planOf({
      ...inventory,
      relationships: { value: [...inventory.relationships.value, { relationship: open }] },
    });
    w.microsoft.listedRelationships = [...w.microsoft.listedRelationships, open as never];
    await w.store.commit({
      tenants: [
        having(aTenant(), {
          type: 'offboardingDecided',
          by: alex,
          offboarding: anOffboarding({ steps: ['relationships'] }, plan),
        }),
      ],
    });
    w.microsoft.terminateRelationship = async () => {
      w.microsoft.listedRelationships = w.microsoft.listedRelationships.map((each) =>
        each.id === 'open' ? each : { ...each, status: 'terminated' as const },
      );
      return { value: undefined, requestId: 'id' };
    };
    await w.clock.passes(300);
    await w.runs();
    assert.deepEqual(
      [...w.store.watchedRequests()],
      [{ relationshipId: 'open', tenantId: contoso, certificateId: 'exit-1', lapsesAt: '2027-01-30T10:00:00.000Z' }],
    );
  });
});

/** Breaks off at the n-th thing that goes out to Microsoft or to the disk: before it, or after it has happened. */
function breakingAt(n: number, when: 'before' | 'after') {
  let count = 0;
  let isArmed = true;
  return {
    disarm: () => {
      isArmed = false;
    },
    get count() {
      return count;
    },
    async wrap<T>(work: () => Promise<T>): Promise<T> {
      if (!isArmed) return work();
      count += 1;
      if (count === n && when === 'before') throw new Crash();
      const result = await work();
      if (count === n && when === 'after') throw new Crash();
      if (count > n) throw new Crash();
      return result;
    },
  };
}

class Crash extends Error {}

describe('a process that ends in the middle of an exit', () => {
  const things = [
    'removeAssignment',
    'withdrawConsent',
    'terminateRelationship',
    'removeDelegatedAdmin',
    'endReseller',
  ] as const;

  /** Runs an exit with an end at the n-th deed or write, starts again, and runs it to its end. `undefined`: there is no n-th. */
  async function killedAt(n: number, when: 'before' | 'after') {
    const w = await decided();
    await w.clock.passes(300);
    const breaking = breakingAt(n, when);
    const { microsoft, store, audit } = w;
    const wrapped = new Proxy(microsoft, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        const call = value.bind(target) as (...parts: unknown[]) => Promise<unknown>;
        if (!things.some((each) => each === name)) return call;
        return (...parts: unknown[]) => breaking.wrap(() => call(...parts));
      },
    }) as Microsoft;
    const breakingStore = new Proxy(store, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        if (name === 'commit') return (change: Change) => breaking.wrap(() => target.commit(change));
        return value.bind(target);
      },
    });
    const advance = advancer({
      ...w,
      microsoft: wrapped,
      store: breakingStore,
      audit: { ...audit, of: audit.of, append: (entries) => breaking.wrap(() => audit.append(entries)) },
      archive: {
        ...w.archive,
        write: (tenant, offboarding) => breaking.wrap(() => w.archive.write(tenant, offboarding)),
      },
    });
    let hasCrashed = false;
    try {
      for (let round = 0; round < 20 && store.tenant(contoso)?.offboarding; round += 1) {
        await advance(contoso);
        microsoft.works();
        await w.clock.passes(2);
      }
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      hasCrashed = true;
    }
    breaking.disarm();
    await w.runs();
    return { ...w, hasCrashed };
  }

  for (const when of ['before', 'after'] as const) {
    it(`does everything once and writes one certificate, whichever line it ended ${when}`, async () => {
      let kills = 0;
      for (let n = 1; ; n += 1) {
        const w = await killedAt(n, when);
        assert.equal(w.store.tenant(contoso), undefined, `${when} ${n}`);
        assert.equal([...w.store.certificates()].length, 1, `${when} ${n}`);
        assert.equal([...w.store.deliveries()].length, 1, `${when} ${n}`);
        assert.deepEqual(
          [...new Set(w.microsoft.done)],
          ['assignment 1', 'consent', 'assignment 2', 'relationship', 'delegatedAdmin', 'reseller'],
          `${when} ${n}`,
        );
        // Under the same id Partner Center does it once; Graph shows that it is at it.
        for (const method of ['withdrawConsent', 'removeDelegatedAdmin', 'endReseller']) {
          const asked = w.microsoft.asked.filter((each) => each.startsWith(method));
          assert.equal(new Set(asked).size, 1, `${when} ${n}: ${asked.join()}`);
        }
        for (const method of ['removeAssignment', 'terminateRelationship'])
          assert.equal(
            w.microsoft.asked.filter((each) => each.startsWith(method)).length,
            method === 'removeAssignment' ? 2 : 1,
            `${when} ${n}`,
          );
        if (!w.hasCrashed) break;
        kills += 1;
      }
      assert.ok(kills > 30, `only ${kills} kills`);
    });
  }

  it('goes on when the disk is full and there is room again', async () => {
    const w = await decided();
    await w.clock.passes(300);
    w.store.isBroken = true;
    await assert.rejects(w.looks(), StoreError);
    assert.deepEqual(w.microsoft.done, []);
    w.store.isBroken = false;
    await w.runs();
    assert.equal([...w.store.certificates()].length, 1);
  });
});
