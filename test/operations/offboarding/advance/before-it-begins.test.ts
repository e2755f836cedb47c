// An offboarding that has been decided: when it begins, when it is dropped, and what is told of that.

import assert from 'node:assert/strict';
import { MicrosoftError } from '../../../../src/domain/errors.js';
import { addSeconds } from '../../../../src/domain/time.js';
import { decided, writes } from '../../../support/a-decided-offboarding.js';
import { alex, aRelationship, contoso, having } from '../../../support/builders.js';
import { down } from '../../../support/fake-microsoft.js';
import type { MemoryStore } from '../../../support/memory-store.js';

/** The news of tenants that wait to be sent. */
function newsDue(store: MemoryStore): readonly string[] {
  return [...store.deliveries()].flatMap((due) => (due.kind === 'tenant' ? [due.news] : []));
}

describe('an offboarding before it begins', () => {
  it('is dropped, told, and nothing done, when what was read has changed', async () => {
    const w = await decided();
    w.microsoft.listedRelationships = [
      ...w.microsoft.listedRelationships,
      { ...aRelationship({ id: 'relationship-2' }), customerTenantId: contoso },
    ];
    await w.clock.passes(300);
    await w.looks();
    assert.deepEqual([w.offboarding(), writes(w.microsoft.asked)], [undefined, []]);
    assert.ok(newsDue(w.store).includes('offboardingStale'));
    assert.ok(w.store.tenant(contoso)?.onboarding);
  });

  it('waits while Microsoft cannot be read, and then begins', async () => {
    const w = await decided();
    await w.clock.passes(300);
    w.microsoft.failing.set('customers.relationshipToPartner', down);
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
    assert.ok(newsDue(w.store).includes('offboardingStale'));
  });

  it('begins when it should have a moment ago', async () => {
    const w = await decided();
    await w.clock.passes(300 + 120);
    await w.looks();
    assert.equal(w.stage(), 'running');
  });

  it('drops what waits for a second admin once it begins, and who asked is told', async () => {
    const w = await decided();
    const tenant = w.store.tenant(contoso) ?? assert.fail();
    const asked = { id: 'a', action: { do: 'removeGlobalAdministrator' }, conversationId: 'chat', basis: '' } as const;
    await w.store.commit({ tenants: [having(tenant, { type: 'secondAdminAsked', by: alex, asked })] });
    await w.clock.passes(300);
    await w.looks();
    assert.deepEqual([w.stage(), w.store.tenant(contoso)?.awaitedSecond], ['running', undefined]);
    assert.ok(newsDue(w.store).includes('secondAdminStale'));
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
    assert.ok(newsDue(w.store).includes('offboardingLapsed'));
    assert.deepEqual([w.audit.entries.at(-1)?.what, w.audit.entries.at(-1)?.why], ['offboardingDropped', 'lapsed']);
  });
});
