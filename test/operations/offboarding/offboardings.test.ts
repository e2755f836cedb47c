// All agree to the very same plan, and only people who may.
import assert from 'node:assert/strict';
import { NotFound } from '../../../src/domain/errors.js';
import { stageOf } from '../../../src/domain/offboarding/offboarding.js';
import { CommandHandler } from '../../../src/operations/commands/command-handler.js';
import { Offboardings } from '../../../src/operations/offboarding/offboardings.js';
import { alex, aRelationship, contoso, tenantBy } from '../../support/builders.js';
import { denied } from '../../support/fake-microsoft.js';
import { TiedMicrosoft } from '../../support/microsoft-with-inventory.js';
import { askedOf, testDependencies } from '../../support/test-dependencies.js';

const megan = { id: '00000000-0000-4000-8000-000000000021', name: 'Megan Bowen' };
const steps = ['assignments', 'relationships'] as const;

function someServices(needsSecond = false) {
  const microsoft = new TiedMicrosoft();
  const deps = {
    ...testDependencies(tenantBy.approved()),
    ...askedOf(microsoft),
    offboardingRules: { needsSecond, graceSeconds: 300 },
  };
  const offboardings = new Offboardings(deps, new CommandHandler(deps), {
    of: () => (theirs.isSlow ? new Promise(() => undefined) : Promise.resolve(theirs.language)),
  });
  const theirs: { language: string | undefined; isSlow: boolean } = { language: undefined, isSlow: false };
  const read = async () => {
    const plan = await offboardings.plan(contoso);
    assert.ok(plan);
    return plan;
  };
  return {
    ...deps,
    offboardings,
    theirs,
    read,
    offboarding: () => deps.store.tenant(contoso)?.offboarding,
    async decide(by = alex) {
      const { planHash, tenant } = await read();
      return offboardings.decide({
        tenantId: contoso,
        by,
        conversationId: 'chat',
        language: 'fr',
        planHash,
        steps,
        version: tenant.version,
      });
    },
    /** Something has changed at Microsoft. */
    changes() {
      microsoft.listedRelationships = [
        ...microsoft.listedRelationships,
        { ...aRelationship({ id: 'relationship-2' }), customerTenantId: contoso },
      ];
    },
  };
}

describe('the language of the certificate', () => {
  for (const [theirs, language] of [
    ['de-AT', 'de'],
    ['JA', 'ja'],
    ['pl', 'fr'],
    [undefined, 'fr'],
  ] as const) {
    it(`is ${language} where the customer’s is ${theirs ?? 'not known'} and the conversation speaks French`, async () => {
      const services = someServices();
      services.theirs.language = theirs;
      await services.decide();
      assert.equal(services.offboarding()?.language, language);
    });
  }

  it('is the conversation’s when the customer’s takes too long to read', async () => {
    const services = someServices();
    services.theirs.isSlow = true;
    const { clock } = services;
    const deciding = services.decide();
    await clock.passes(2);
    await deciding;
    assert.equal(services.offboarding()?.language, 'fr');
  });
});

describe('an offboarding that waits for a second admin', () => {
  it('is told where it was decided', async () => {
    const services = someServices(true);
    await services.store.commit({
      conversations: [{ id: 'chat', kind: 'personal', subscribed: false, reference: {} }],
    });
    await services.decide();
    const [due] = services.store.deliveries();
    assert.deepEqual(due && due.kind === 'tenant' && [due.news, due.conversationId], [
      'offboardingAwaitsApproval',
      'chat',
    ]);
  });
});

describe('reading the plan of an offboarding', () => {
  it('changes nothing, here or at Microsoft', async () => {
    const services = someServices();
    const before = services.store.tenant(contoso);
    await services.read();
    const { delegatedAdmin, ...rest } = services.store.tenant(contoso) ?? {};
    assert.deepEqual({ ...before, delegatedAdmin }, { ...rest, delegatedAdmin });
    assert.ok(
      services.microsoft.asked.every((each) => !/\.(remove|withdraw|terminate|delete|end|assign|create)/.test(each)),
    );
  });

  it('takes it for nothing that who is no customer has no reserved instances', async () => {
    const services = someServices();
    services.microsoft.failing.set('purchases.reservations', new NotFound('403', { reason: 'notFound' }));
    const { plan } = await services.read();
    assert.ok(!plan.lines.some(({ kind }) => kind === 'unread'));
  });

  for (const status of ['terminationRequested', 'terminating', 'expiring', 'unknown'] as const) {
    it(`reads what a relationship still gives that is ${status}`, async () => {
      const services = someServices();
      services.microsoft.listedRelationships = [{ ...aRelationship({ status }), customerTenantId: contoso }];
      const { plan } = await services.read();
      assert.equal(plan.lines.filter(({ kind }) => kind === 'assignment').length, 2);
    });
  }

  it('says what could not be read, and reads the rest', async () => {
    const services = someServices();
    services.microsoft.failing.set('consents.check', denied);
    const { plan } = await services.read();
    assert.deepEqual(
      plan.lines.flatMap((line) => (line.kind === 'unread' ? [line.part] : [])),
      ['consent'],
    );
    assert.ok(plan.lines.some(({ kind }) => kind === 'relationship'));
  });

  it('is of no use for a tenant that is not there', async () => {
    assert.equal(await someServices().offboardings.plan('10000000-0000-4000-8000-000000000099'), undefined);
  });
});

describe('deciding by a plan', () => {
  it('is taken when the plan is the one that was seen', async () => {
    const services = someServices();
    const answer = await services.decide();
    assert.ok(answer && 'facts' in answer && !answer.refused);
    const offboarding = services.offboarding();
    assert.ok(offboarding);
    assert.deepEqual([stageOf(offboarding), offboarding.steps, offboarding.by], ['grace', steps, alex]);
  });

  it('does nothing, and shows the new plan, when what was read has changed', async () => {
    const services = someServices();
    const { planHash, tenant } = await services.read();
    services.changes();
    const decision = {
      tenantId: contoso,
      by: alex,
      conversationId: 'chat',
      language: 'fr',
      planHash,
      steps,
      version: tenant.version,
    } as const;
    const answer = await services.offboardings.decide(decision);
    assert.ok(answer && 'changed' in answer);
    assert.notEqual(answer.changed.planHash, planHash);
    assert.equal(services.offboarding(), undefined);
    assert.deepEqual(services.audit.entries, []);
  });

  it('is done once however often it is pressed', async () => {
    const services = someServices();
    const { planHash, tenant } = await services.read();
    const decision = {
      tenantId: contoso,
      by: alex,
      conversationId: 'chat',
      language: 'fr',
      planHash,
      steps,
      version: tenant.version,
    } as const;
    await Promise.all([services.offboardings.decide(decision), services.offboardings.decide(decision)]);
    const id = services.offboarding()?.id;
    const again = await services.offboardings.decide(decision);
    assert.ok(again && 'facts' in again);
    assert.deepEqual([again.facts, again.refused, services.offboarding()?.id], [[], undefined, id]);
    assert.equal(services.audit.entries.filter(({ what }) => what === 'offboardingDecided').length, 1);
  });
});

describe('the second admin’s yes', () => {
  it('is taken when the plan is still the same', async () => {
    const services = someServices(true);
    await services.decide();
    const answer = await services.offboardings.approve({ tenantId: contoso, by: megan });
    assert.ok(answer && 'facts' in answer && !answer.refused);
    assert.deepEqual(services.offboarding()?.approval?.by, megan);
  });

  it('is taken once, however often Teams sends the click', async () => {
    const services = someServices(true);
    await services.decide();
    await services.offboardings.approve({ tenantId: contoso, by: megan });
    services.microsoft.asked.splice(0);
    const again = await services.offboardings.approve({ tenantId: contoso, by: megan });
    assert.deepEqual(again && 'facts' in again && [again.facts, again.refused], [[], undefined]);
    assert.deepEqual(services.microsoft.asked, []);
    assert.equal(services.audit.entries.filter(({ what }) => what === 'offboardingApproved').length, 1);
    // The log tells which exit that was.
    for (const { what, subject } of services.audit.entries) assert.equal(subject, services.offboarding()?.id, what);
  });

  it('finds the plan stale when it has changed: it is dropped, told, and shown anew', async () => {
    const services = someServices(true);
    await services.store.commit({ conversations: [{ id: 'chat', kind: 'personal', subscribed: true, reference: {} }] });
    await services.decide();
    services.changes();
    const answer = await services.offboardings.approve({ tenantId: contoso, by: megan });
    assert.ok(answer && 'changed' in answer);
    assert.equal(answer.changed.plan.lines.filter(({ kind }) => kind === 'relationship').length, 2);
    assert.deepEqual([services.offboarding(), answer.changed.tenant.offboarding], [undefined, undefined]);
    const news = [...services.store.deliveries()].map((due) => (due.kind === 'tenant' ? due.news : ''));
    assert.deepEqual(news, ['offboardingAwaitsApproval', 'offboardingStale']);
  });

  it('is not taken from whoever asked, whom it does not even let make the plan stale', async () => {
    const services = someServices(true);
    await services.decide();
    services.changes();
    services.microsoft.asked.splice(0);
    const answer = await services.offboardings.approve({ tenantId: contoso, by: alex });
    assert.ok(answer && 'refused' in answer);
    assert.equal(answer.refused, 'sameAdmin');
    assert.ok(services.offboarding());
    assert.deepEqual(services.microsoft.asked, []);
  });

  it('does not count for what was decided while the plan was read', async () => {
    const services = someServices(true);
    await services.decide();
    let isFirst = true;
    services.microsoft.meanwhile.set('relationships.listFor', async () => {
      if (!isFirst) return;
      isFirst = false;
      await new CommandHandler(services).perform({ tenantId: contoso, command: { do: 'undoOffboarding', by: alex } });
      await services.decide();
    });
    const answer = await services.offboardings.approve({ tenantId: contoso, by: megan });
    assert.ok(answer && 'refused' in answer);
    assert.equal(answer.refused, 'noSuchOffboarding');
    assert.equal(services.offboarding()?.approval, undefined);
  });
});
