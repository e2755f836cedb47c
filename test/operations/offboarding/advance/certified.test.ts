// What an offboarding leaves behind: its certificate, and the requests that stay watched.

import assert from 'node:assert/strict';
import { StoreError } from '../../../../src/domain/errors.js';
import { planOf } from '../../../../src/domain/offboarding/plan.js';
import type { Dependencies } from '../../../../src/operations/dependencies.js';
import { readInventory } from '../../../../src/operations/offboarding/read-inventory.js';
import { advance as advanceTenant } from '../../../../src/operations/reconcile/advance.js';
import { decided } from '../../../support/a-decided-offboarding.js';
import { alex, aRelationship, aTenant, contoso, having } from '../../../support/builders.js';
import { denied, down } from '../../../support/fake-microsoft.js';
import { anOffboarding } from '../../../support/offboarding-builders.js';

describe('a certificate', () => {
  it('that could not be written says the same when it is written later', async () => {
    const w = await decided({ steps: ['delegatedAdmin'] });
    await w.clock.passes(300);
    await w.looks();
    w.microsoft.works();
    const written: unknown[] = [];
    const { archive } = w;
    const changed: Dependencies = {
      ...w,
      archive: {
        ...archive,
        async write(tenant, offboarding) {
          written.push(offboarding.end);
          if (written.length === 1) throw new StoreError('full', 'Make room.');
          return archive.write(tenant, offboarding);
        },
      },
    };
    const advance = (tenantId: string) => advanceTenant(changed, tenantId);
    await assert.rejects(advance(contoso), StoreError);
    await w.clock.passes(60);
    await advance(contoso);
    assert.equal(written.length, 2);
    assert.deepEqual(written[1], written[0]);
  });

  it('makes it pointless to tell that the offboarding had stopped', async () => {
    const w = await decided({ steps: ['delegatedAdmin'] });
    w.microsoft.failing.set('customers.removeDelegatedAdmin', denied);
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
    w.microsoft.failing.set('relationships.listFor', down);
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
    w.microsoft.meanwhile.set('relationships.terminate', () => {
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
    w.microsoft.relationships.terminate = async () => {
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
