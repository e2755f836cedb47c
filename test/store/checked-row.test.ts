// A row is checked, and stays as it was read.
import assert from 'node:assert/strict';
import { checkedRow } from '../../src/store/records/contents.js';
import { contoso, tenantBy } from '../support/builders.js';

describe('a row that was read', () => {
  const row = (): Record<string, unknown> => JSON.parse(JSON.stringify(tenantBy.approved()));

  it('keeps what a newer version added to it, on every level', () => {
    const { customer, onboarding } = row();
    const added = {
      ...row(),
      added: 1,
      customer: { ...(customer as object), added: 2 },
      onboarding: {
        ...(onboarding as object),
        coverage: { is: 'rollsOver', on: '2028-11-01T10:00:00.000Z', added: 3 },
      },
    };
    const coverage = { ...added.onboarding.coverage, relationshipId: 'relationship-1' };
    const value = { ...added, onboarding: { ...added.onboarding, coverage } };
    assert.deepEqual(checkedRow('tenants', contoso, structuredClone(value)), value);
  });

  it('is refused with the place of what isn’t of its shape, and of another’s id', () => {
    const { onboarding } = row();
    const broken = { ...row(), onboarding: { ...(onboarding as object), checkedAt: 'yesterday' } };
    assert.throws(() => checkedRow('tenants', contoso, broken), /tenants, .*: onboarding\.checkedAt: isn’t a date/);
    assert.throws(() => checkedRow('tenants', 'another', row()), /belongs to another entry/);
  });
});
