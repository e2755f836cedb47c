// A former customer in the rules, in the list and on its card.
import assert from 'node:assert/strict';
import { leftoverOf } from '../../../src/domain/access/leftover-access.js';
import { decide } from '../../../src/domain/tenant/decide.js';
import { listTenants } from '../../../src/domain/tenant/list.js';
import { TenantIndex } from '../../../src/domain/tenant/tenant-index.js';
import { alex, aRelationship, aTenant, contoso, enabled, having } from '../../support/builders.js';
import { anOffboarding } from '../../support/offboarding-builders.js';

const former = having(
  aTenant(),
  { type: 'leftoverAccessSeen', leftoverAccess: 'liveAccess' },
  { type: 'customerLeft' },
);

describe('a tenant that is no customer any more', () => {
  it('is not enabled', () => {
    assert.deepEqual(decide({ do: 'enable', by: alex, conversationId: 'chat' }, former), { refused: 'noCustomer' });
  });

  it('makes a click from a card that was drawn before out of date', () => {
    assert.equal(former.version, aTenant().version + 1);
  });

  it('is not in the list, its counts and its search', () => {
    const listed = { ...aTenant(), tenantId: 'another' };
    const index = new TenantIndex([former, listed]);
    for (const search of ['', 'contoso', contoso]) {
      const { rows, counts, total } = listTenants(index, { search, page: 1 });
      assert.ok(
        rows.every(({ tenantId }) => tenantId === 'another'),
        search,
      );
      assert.equal(counts.notConfigured, total);
    }
  });

  it('stays one when its offboarding is over, as long as it is remembered', () => {
    const offboarding = anOffboarding();
    const over = having(
      former,
      { type: 'offboardingDecided', by: alex, offboarding },
      { type: 'offboardingCertified', by: alex, certificate: { json: '', pdf: '' } },
    );
    assert.equal(over.formerCustomer, true);
  });

  it('can be enabled again once it is a customer again', () => {
    const customer = { displayName: 'Contoso', domain: 'contoso.example' };
    const back = having(former, { type: 'customerListed', customer });
    assert.equal(having(back, enabled).status, 'awaitingMicrosoft');
    assert.ok('facts' in decide({ do: 'enable', by: alex, conversationId: 'chat' }, back));
  });
});

describe('a tenant that nobody looked after and that is being offboarded', () => {
  it('is still tied to us until that is seen to be over', () => {
    const begun = having(
      former,
      { type: 'offboardingDecided', by: alex, offboarding: anOffboarding() },
      { type: 'offboardingBegun' },
    );
    assert.equal(begun.leftoverAccess, 'liveAccess');
  });
});

describe('what is left at Microsoft', () => {
  const pending = aRelationship({ status: 'approvalPending', createdAt: '2026-11-01T10:00:00.000Z' });

  it('lasts from the first beginning to the last end of what is as bad', () => {
    const early = aRelationship({ activatedAt: '2025-01-01T00:00:00.000Z', endsAt: '2026-12-01T00:00:00.000Z' });
    const all = [aRelationship(), early, pending, aRelationship({ status: 'expired', endsAt: '2030-01-01T00:00:00Z' })];
    for (const each of [all, all.toReversed()])
      assert.deepEqual(leftoverOf(each), {
        leftoverAccess: 'liveAccess',
        leftoverSpan: { since: '2025-01-01T00:00:00.000Z', endsAt: '2028-11-01T10:00:00.000Z' },
      });
  });

  it('lasts ninety days where it is a request', () => {
    assert.deepEqual(leftoverOf([pending]).leftoverSpan, {
      since: '2026-11-01T10:00:00.000Z',
      endsAt: '2027-01-30T10:00:00.000Z',
    });
  });

  it('is kept from Disable on, and gone with Enable', () => {
    const leftoverSpan = { since: '2026-11-02T10:00:00.000Z', endsAt: '2028-11-01T10:00:00.000Z' };
    const tenant = having(
      aTenant(enabled),
      { type: 'relationshipCreated', relationship: aRelationship() },
      { type: 'disabled', by: alex },
    );
    assert.deepEqual([tenant.leftoverAccess, tenant.leftoverSpan], ['liveAccess', leftoverSpan]);
    assert.equal(having(tenant, enabled).leftoverSpan, undefined);
  });
});
