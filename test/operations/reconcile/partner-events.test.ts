// Which checks an event leads to, also when events come in clusters, too early, or about no known tenant.
import assert from 'node:assert/strict';
import { NotFound } from '../../../src/domain/errors.js';
import { partial } from '../../../src/microsoft/http/pages.js';
import { alex, aRelationship, aTenant, contoso, tenantBy } from '../../support/builders.js';
import { down } from '../../support/fake-microsoft.js';
import { taking } from '../../support/partner-event-bench.js';
import { aWatchedRequest } from '../../support/watched-request-builders.js';

const { id: relationshipId } = aRelationship();
describe('an event', () => {
  it('about the relationship of a tenant looks at that tenant, and asks nobody whose it is', async () => {
    const { takes, looks, microsoft } = taking(tenantBy.approved());
    await takes({ name: 'granular-admin-relationship-terminated', relationshipId });
    assert.deepEqual([looks, microsoft.asked], [[contoso], []]);
  });

  it('about a relationship that we do not follow asks Graph whose it is', async () => {
    const { takes, microsoft, store, clock } = taking(tenantBy.notConfigured());
    microsoft.listedRelationships = [{ ...aRelationship(), customerTenantId: contoso }];
    await takes({ relationshipId });
    assert.deepEqual(microsoft.asked, [`relationships.find ${relationshipId}`]);
    assert.equal(store.tenant(contoso)?.leftoverAccess, 'liveAccess');
    assert.equal(clock.next(Number.POSITIVE_INFINITY), false, 'what has been seen is not looked after');
  });

  it('about the end of one of them asks for the others too, for it may have been the last', async () => {
    const { takes, microsoft, store } = taking({ ...tenantBy.notConfigured(), leftoverAccess: 'liveAccess' });
    microsoft.listedRelationships = [{ ...aRelationship({ status: 'terminated' }), customerTenantId: contoso }];
    await takes({ name: 'granular-admin-relationship-terminated', relationshipId });
    assert.deepEqual(microsoft.asked, [`relationships.find ${relationshipId}`, `relationships.listFor ${contoso}`]);
    assert.equal(store.tenant(contoso)?.leftoverAccess, 'none');
  });

  it('about the end of one of them takes nothing for gone while the list of the others is partial', async () => {
    const { takes, microsoft, store } = taking({ ...tenantBy.notConfigured(), leftoverAccess: 'liveAccess' });
    microsoft.listedRelationships = partial([]);
    microsoft.unlisted = [{ ...aRelationship({ status: 'terminated' }), customerTenantId: contoso }];
    await takes({ name: 'granular-admin-relationship-terminated', relationshipId });
    assert.equal(store.tenant(contoso)?.leftoverAccess, 'liveAccess');
  });

  it('about another relationship of a tenant that Gatehouse looks after looks at that tenant', async () => {
    const { takes, looks, microsoft } = taking(tenantBy.approved());
    microsoft.unlisted = [{ ...aRelationship(), id: 'another', customerTenantId: contoso }];
    await takes({ relationshipId: 'another' });
    assert.deepEqual(looks, [contoso]);
  });

  it('about a relationship that a tenant has only just begun to follow, or follows no more, is known as such', async () => {
    const { takes, looks, microsoft, store } = taking(tenantBy.approved());
    await takes({ relationshipId });
    const { onboarding, ...rest } = tenantBy.approved();
    const other = { ...aRelationship(), id: 'another' };
    await store.commit({ tenants: [{ ...rest, onboarding: onboarding && { ...onboarding, relationship: other } }] });
    await takes({ relationshipId: 'another' });
    assert.deepEqual([looks, microsoft.asked], [[contoso, contoso], []]);
    await takes({ relationshipId });
    assert.deepEqual(microsoft.asked, [`relationships.find ${relationshipId}`]);
  });

  it('about the relationship of somebody who is not in the list makes us look at everything', async () => {
    const { takes, looks, microsoft } = taking(tenantBy.notConfigured());
    microsoft.listedRelationships = [{ ...aRelationship(), customerTenantId: 'somebody-else' }];
    await takes({ relationshipId });
    assert.deepEqual(looks, ['everything']);
  });

  it('about a tenant whose delegated admin is being removed looks at it, though nobody is onboarding it', async () => {
    const removal = { type: 'delegatedAdminRemovalRequested', by: alex, requestId: 'request-1' } as const;
    const { takes, looks } = taking(aTenant({ type: 'delegatedAdminRead', granted: true }, removal));
    await takes({ name: 'subscription-updated', tenantId: contoso });
    assert.deepEqual(looks, [contoso]);
  });

  it('about a customer looks at that tenant', async () => {
    const { takes, looks } = taking(tenantBy.approved());
    await takes({ name: 'subscription-updated', tenantId: contoso });
    assert.deepEqual(looks, [contoso]);
  });

  it('about a watched request to a tenant that was offboarded looks at that, and then at everything', async () => {
    const { takes, looks, microsoft, store } = taking();
    await store.commit({ watchedRequests: [aWatchedRequest()] });
    microsoft.listedRelationships = [{ ...aRelationship(), customerTenantId: contoso }];
    await takes({ relationshipId });
    assert.deepEqual(looks, [`request ${relationshipId}`, 'everything']);
    assert.deepEqual(microsoft.asked, [], 'whose it is has been kept with the request');
  });

  it('about delegated admin reads it for the tenant that its audit record names', async () => {
    const { takes, microsoft, store } = taking(tenantBy.approved());
    microsoft.hasDelegatedAdmin = true;
    await takes({ name: 'dap-admin-relationship-approved', auditRecordId: 'of-contoso' });
    assert.equal(store.tenant(contoso)?.delegatedAdmin.state, 'granted');
    microsoft.hasDelegatedAdmin = false;
    await takes({ name: 'dap-admin-relationship-terminated-by-microsoft', auditRecordId: 'of-contoso' });
    assert.equal(store.tenant(contoso)?.delegatedAdmin.state, 'none');
  });

  it('about delegated admin of somebody who is no customer any more looks at the tenant, and at everything', async () => {
    const { takes, looks, microsoft } = taking(tenantBy.approved());
    microsoft.failing.set('customers.hasDelegatedAdmin', new NotFound('gone', { reason: 'notFound' }));
    await takes({ name: 'dap-admin-relationship-terminated', auditRecordId: 'of-contoso' });
    assert.deepEqual(looks, ['everything', contoso]);
  });

  it('about delegated admin that cannot be read now makes us look at everything', async () => {
    const { takes, looks, microsoft } = taking(tenantBy.approved());
    microsoft.failing.set('customers.hasDelegatedAdmin', down);
    await takes({ name: 'dap-admin-relationship-terminated', auditRecordId: 'of-contoso' });
    assert.deepEqual(looks, ['everything']);
  });

  it('about somebody who is not in the list, or about nobody, makes us look at everything', async () => {
    const { takes, looks } = taking(tenantBy.approved());
    await takes({ name: 'reseller-relationship-accepted-by-customer', tenantId: 'new' });
    await takes({ name: 'dap-admin-relationship-terminated', auditRecordId: 'of-a-new-one' });
    await takes({ name: 'dap-admin-relationship-terminated' });
    assert.deepEqual(looks, ['everything', 'everything', 'everything']);
  });

  it('of another partner, which somebody has handed on to us, costs one question and changes nothing', async () => {
    const { takes, looks, heard, microsoft } = taking(tenantBy.approved());
    await takes({ relationshipId: 'of-another-partner' });
    await takes({ name: 'dap-admin-relationship-terminated', auditRecordId: 'of-another-partner' });
    assert.deepEqual([looks, heard], [[], []]);
    assert.deepEqual(microsoft.asked, ['relationships.find of-another-partner']);
  });

  it('tells that events reach us only where something of ours is behind it', async () => {
    const { takes, heard } = taking(tenantBy.approved());
    await takes({ name: 'subscription-updated', tenantId: 'not-ours' });
    await takes({ name: 'dap-admin-relationship-terminated' });
    assert.deepEqual(heard, []);
    await takes({ name: 'subscription-updated', tenantId: contoso });
    await takes({ name: 'granular-admin-relationship-terminated', relationshipId });
    await takes({ name: 'dap-admin-relationship-terminated', auditRecordId: 'of-contoso' });
    assert.deepEqual(heard, ['ours', 'ours', 'ours']);
  });

  it('that cannot be followed now makes us look at everything', async () => {
    const { takes, looks, microsoft } = taking(tenantBy.notConfigured());
    microsoft.failing.set('relationships.find', down);
    await takes({ relationshipId });
    assert.deepEqual(looks, ['everything']);
  });

  it('that was only to see whether events arrive costs nothing', async () => {
    const { takes, looks, heard, microsoft } = taking(tenantBy.approved());
    await takes({ name: 'test-created', tenantId: contoso });
    assert.deepEqual([looks, microsoft.asked, heard], [[], [], ['test']]);
  });
});

describe('events that come in a cluster', () => {
  it('make for one more look together, after the one under way', async () => {
    const { comes, workers, looks, whileLooking } = taking(tenantBy.approved());
    let end = () => undefined as unknown;
    whileLooking(() => new Promise((resolve) => (end = () => resolve(undefined))));
    for (const name of ['created', 'created', 'activated', 'activated', 'activated']) {
      void comes({ name: `granular-admin-access-assignment-${name}`, relationshipId });
    }
    await new Promise(setImmediate);
    assert.deepEqual(looks, [contoso]);
    whileLooking(async () => undefined);
    end();
    await workers.idle();
    assert.deepEqual(looks, [contoso, contoso]);
  });

  it('are each followed by a check that began after them, also when the one before breaks', async () => {
    const { comes, workers, looks, whileLooking } = taking(tenantBy.approved());
    const take = () => void comes({ name: 'subscription-updated', tenantId: contoso });
    let ends: (() => void)[] = [];
    whileLooking(
      () =>
        new Promise((_, reject) => {
          ends = [...ends, () => reject(new Error('broken'))];
        }),
    );
    const soon = () => new Promise(setImmediate);
    for (let turn = 0; turn < 3; turn += 1) {
      take();
      await soon();
      ends[turn - 1]?.();
      await soon();
    }
    assert.deepEqual(
      looks.filter((each) => each === contoso),
      [contoso, contoso, contoso],
    );
    ends[2]?.();
    await workers.idle();
  });
});

describe('an event that is ahead of what Graph tells', () => {
  it('makes us look again after a moment, and after another, and then no more', async () => {
    const { takes, workers, looks, clock } = taking(tenantBy.needsApproval());
    await takes({ relationshipId });
    const goesOn = async () => {
      clock.next(Number.POSITIVE_INFINITY);
      await workers.idle();
    };
    const start = clock.milliseconds;
    assert.deepEqual(looks, [contoso]);
    await goesOn();
    assert.deepEqual([clock.milliseconds - start, looks.length], [10_000, 2]);
    await goesOn();
    assert.deepEqual([clock.milliseconds - start, looks.length], [70_000, 3]);
    assert.equal(clock.next(Number.POSITIVE_INFINITY), false);
  });

  it('is followed by looks of its own, whatever another one is followed by', async () => {
    const { takes, looks, clock } = taking(tenantBy.needsApproval());
    await takes({ relationshipId });
    await clock.passes(5);
    await takes({ relationshipId });
    await clock.passes(5);
    assert.equal(looks.length, 3);
    await clock.passes(5);
    assert.equal(looks.length, 4);
  });

  for (const what of ['approved', 'terminated', 'expired']) {
    it(`is one of a relationship that was ${what}`, async () => {
      const { takes, clock } = taking(tenantBy.needsApproval());
      await takes({ name: `granular-admin-relationship-${what}`, relationshipId });
      assert.equal(clock.next(Number.POSITIVE_INFINITY), true);
    });
  }

  it('is none of those that others look after', async () => {
    const { takes, clock } = taking(tenantBy.needsApproval());
    await takes({ name: 'granular-admin-relationship-activated', relationshipId });
    await takes({ name: 'subscription-updated', tenantId: contoso });
    assert.equal(clock.next(Number.POSITIVE_INFINITY), false);
  });

  it('is none where a check has seen already what it tells, such as after the event of an ended assignment', async () => {
    const { onboarding, ...rest } = tenantBy.approved();
    const relationship = aRelationship({ status: 'terminated' });
    const lost = { ...rest, onboarding: onboarding && { ...onboarding, relationship } };
    const { takes, looks, clock } = taking(lost);
    await takes({ name: 'granular-admin-relationship-terminated', relationshipId });
    assert.deepEqual([looks, clock.next(Number.POSITIVE_INFINITY)], [[contoso], false]);
    await takes({ name: 'granular-admin-relationship-approved', relationshipId });
    assert.equal(clock.next(Number.POSITIVE_INFINITY), false);
  });

  it('is one where what a check has seen is of another relationship', async () => {
    const { onboarding, ...rest } = tenantBy.approved();
    const relationship = { ...aRelationship({ status: 'terminated' }), id: 'another' };
    const lost = { ...rest, onboarding: onboarding && { ...onboarding, relationship } };
    const { takes, microsoft, clock } = taking(lost);
    microsoft.listedRelationships = [{ ...aRelationship(), customerTenantId: contoso }];
    await takes({ name: 'granular-admin-relationship-terminated', relationshipId });
    assert.equal(clock.next(Number.POSITIVE_INFINITY), true);
  });

  it('is looked after also when Microsoft does not answer meanwhile', async () => {
    const { takes, workers, microsoft, clock } = taking({ ...tenantBy.notConfigured(), leftoverAccess: 'liveAccess' });
    microsoft.listedRelationships = [{ ...aRelationship(), id: 'another', customerTenantId: contoso }];
    microsoft.unlisted = [{ ...aRelationship(), customerTenantId: contoso }];
    await takes({ relationshipId });
    microsoft.failing.set('relationships.listFor', down);
    for (const _ of ['after a moment', 'after another']) {
      clock.next(Number.POSITIVE_INFINITY);
      await workers.idle();
    }
    assert.equal(microsoft.asked.filter((call) => call.startsWith('relationships.listFor')).length, 3);
  });

  it('is looked after no more once the tenant has moved', async () => {
    const { takes, looks, clock, workers, store } = taking(tenantBy.needsApproval());
    await takes({ relationshipId });
    await store.commit({ tenants: [tenantBy.approved()] });
    clock.next(Number.POSITIVE_INFINITY);
    await workers.idle();
    assert.deepEqual(looks, [contoso]);
  });
});
