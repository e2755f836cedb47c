// Does everybody agree to the very same plan, and only they who may?
import assert from 'node:assert/strict';
import { NotFound } from '../../../src/domain/errors.js';
import { stageOf } from '../../../src/domain/offboarding/exit.js';
import { performer } from '../../../src/operations/commands/perform.js';
import { openExits } from '../../../src/operations/offboarding/open-exits.js';
import { alex, aRelationship, contoso, tenantBy } from '../../support/builders.js';
import { denied } from '../../support/fake-microsoft.js';
import { testMeans } from '../../support/test-means.js';
import { TiedMicrosoft } from '../../support/tied-microsoft.js';

const megan = { id: '00000000-0000-4000-8000-000000000021', name: 'Megan Bowen' };
const steps = ['assignments', 'relationships'] as const;

function aDesk(needsSecond = false) {
  const microsoft = new TiedMicrosoft();
  const means = { ...testMeans(tenantBy.approved()), microsoft, exitRules: { needsSecond, graceSeconds: 300 } };
  const exits = openExits(
    means,
    performer(means, () => undefined),
  );
  const read = async () => {
    const plan = await exits.plan(contoso);
    assert.ok(plan);
    return plan;
  };
  return {
    ...means,
    exits,
    read,
    exit: () => means.store.tenant(contoso)?.exit,
    async decide(by = alex) {
      const { mark, tenant } = await read();
      return exits.decide({ tenantId: contoso, by, conversationId: 'chat', mark, steps, version: tenant.version });
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

describe('an exit that waits for a second admin', () => {
  it('is told where it was decided', async () => {
    const desk = aDesk(true);
    await desk.store.commit({
      conversations: [{ id: 'chat', kind: 'personal', subscribed: false, reference: {} }],
    });
    await desk.decide();
    const [due] = desk.store.deliveries();
    assert.deepEqual(due && 'news' in due && [due.news, due.conversationId], ['exitAwaitsApproval', 'chat']);
  });
});

describe('reading the plan of an exit', () => {
  it('changes nothing, here or at Microsoft', async () => {
    const desk = aDesk();
    const before = desk.store.tenant(contoso);
    await desk.read();
    const { delegatedAdmin, ...rest } = desk.store.tenant(contoso) ?? {};
    assert.deepEqual({ ...before, delegatedAdmin }, { ...rest, delegatedAdmin });
    assert.ok(
      desk.microsoft.asked.every((each) => !/^(remove|withdraw|terminate|delete|end|assign|create)/.test(each)),
    );
  });

  it('takes it for nothing that who is no customer has no reserved instances', async () => {
    const desk = aDesk();
    desk.microsoft.failing.set('reservations', new NotFound('403', '', { reason: 'notFound' }));
    const { plan } = await desk.read();
    assert.ok(!plan.lines.some(({ what }) => what === 'unread'));
  });

  for (const status of ['terminationRequested', 'terminating', 'expiring', 'unknown'] as const) {
    it(`reads what a relationship still gives that is ${status}`, async () => {
      const desk = aDesk();
      desk.microsoft.listedRelationships = [{ ...aRelationship({ status }), customerTenantId: contoso }];
      const { plan } = await desk.read();
      assert.equal(plan.lines.filter(({ what }) => what === 'assignment').length, 2);
    });
  }

  it('says what could not be read, and reads the rest', async () => {
    const desk = aDesk();
    desk.microsoft.failing.set('consent', denied);
    const { plan } = await desk.read();
    assert.deepEqual(
      plan.lines.flatMap((line) => (line.what === 'unread' ? [line.part] : [])),
      ['consent'],
    );
    assert.ok(plan.lines.some(({ what }) => what === 'relationship'));
  });

  it('is of no use for a tenant that is not there', async () => {
    assert.equal(await aDesk().exits.plan('10000000-0000-4000-8000-000000000099'), undefined);
  });
});

describe('deciding by a plan', () => {
  it('is taken when the plan is the one that was seen', async () => {
    const desk = aDesk();
    const answer = await desk.decide();
    assert.ok(answer && 'facts' in answer && !answer.refused);
    const exit = desk.exit();
    assert.ok(exit);
    assert.deepEqual([stageOf(exit), exit.steps, exit.by], ['grace', steps, alex]);
  });

  it('does nothing, and shows the new plan, when what was read has changed', async () => {
    const desk = aDesk();
    const { mark, tenant } = await desk.read();
    desk.changes();
    const decision = { tenantId: contoso, by: alex, conversationId: 'chat', mark, steps, version: tenant.version };
    const answer = await desk.exits.decide(decision);
    assert.ok(answer && 'changed' in answer);
    assert.notEqual(answer.changed.mark, mark);
    assert.equal(desk.exit(), undefined);
    assert.deepEqual(desk.audit.entries, []);
  });

  it('is done once however often it is pressed', async () => {
    const desk = aDesk();
    const { mark, tenant } = await desk.read();
    const decision = { tenantId: contoso, by: alex, conversationId: 'chat', mark, steps, version: tenant.version };
    await Promise.all([desk.exits.decide(decision), desk.exits.decide(decision)]);
    const id = desk.exit()?.id;
    const again = await desk.exits.decide(decision);
    assert.ok(again && 'facts' in again);
    assert.deepEqual([again.facts, again.refused, desk.exit()?.id], [[], undefined, id]);
    assert.equal(desk.audit.entries.filter(({ what }) => what === 'exitDecided').length, 1);
  });
});

describe('the second admin’s yes', () => {
  it('is taken when the plan is still the same', async () => {
    const desk = aDesk(true);
    await desk.decide();
    const answer = await desk.exits.approve({ tenantId: contoso, by: megan });
    assert.ok(answer && 'facts' in answer && !answer.refused);
    assert.deepEqual(desk.exit()?.approval?.by, megan);
  });

  it('is taken once, however often Teams sends the click', async () => {
    const desk = aDesk(true);
    await desk.decide();
    await desk.exits.approve({ tenantId: contoso, by: megan });
    desk.microsoft.asked.splice(0);
    const again = await desk.exits.approve({ tenantId: contoso, by: megan });
    assert.deepEqual(again && 'facts' in again && [again.facts, again.refused], [[], undefined]);
    assert.deepEqual(desk.microsoft.asked, []);
    assert.equal(desk.audit.entries.filter(({ what }) => what === 'exitApproved').length, 1);
    // The log tells which exit that was.
    for (const { what, subject } of desk.audit.entries) assert.equal(subject, desk.exit()?.id, what);
  });

  it('finds the plan stale when it has changed: it is dropped, told, and shown anew', async () => {
    const desk = aDesk(true);
    await desk.store.commit({ conversations: [{ id: 'chat', kind: 'personal', subscribed: true, reference: {} }] });
    await desk.decide();
    desk.changes();
    const answer = await desk.exits.approve({ tenantId: contoso, by: megan });
    assert.ok(answer && 'changed' in answer);
    assert.equal(answer.changed.plan.lines.filter(({ what }) => what === 'relationship').length, 2);
    assert.deepEqual([desk.exit(), answer.changed.tenant.exit], [undefined, undefined]);
    const news = [...desk.store.deliveries()].map((due) => ('news' in due ? due.news : ''));
    assert.deepEqual(news, ['exitAwaitsApproval', 'exitStale']);
  });

  it('is not taken from whoever asked, whom it does not even let make the plan stale', async () => {
    const desk = aDesk(true);
    await desk.decide();
    desk.changes();
    desk.microsoft.asked.splice(0);
    const answer = await desk.exits.approve({ tenantId: contoso, by: alex });
    assert.ok(answer && 'refused' in answer);
    assert.equal(answer.refused, 'sameAdmin');
    assert.ok(desk.exit());
    assert.deepEqual(desk.microsoft.asked, []);
  });

  it('does not count for what was decided while the plan was read', async () => {
    const desk = aDesk(true);
    await desk.decide();
    let isFirst = true;
    desk.microsoft.meanwhile.set('relationshipsOf', async () => {
      if (!isFirst) return;
      isFirst = false;
      const perform = performer(desk, () => undefined);
      await perform({ tenantId: contoso, command: { do: 'undoExit', by: alex } });
      await desk.decide();
    });
    const answer = await desk.exits.approve({ tenantId: contoso, by: megan });
    assert.ok(answer && 'refused' in answer);
    assert.equal(answer.refused, 'noSuchExit');
    assert.equal(desk.exit()?.approval, undefined);
  });
});
