// Which of a customer's relationships counts, where several could.
import assert from 'node:assert/strict';
import type { Keeping } from '../../../src/domain/access/keeping.js';
import { chooseRelationship } from '../../../src/domain/onboarding/choose-relationship.js';
import { alex, aRelationship, aTemplate, contoso, everyRole, now } from '../../support/builders.js';

const followed = aRelationship();
const successor = aRelationship({ id: 'next', displayName: `Gatehouse-${contoso}-2` });
const keeping: Keeping = { by: alex, at: now, way: 'request', relationshipId: followed.id, on: now, successor };
const chosen = (onboarding: Parameters<typeof chooseRelationship>[1], ...all: readonly (typeof followed)[]) =>
  chooseRelationship(contoso, onboarding, all, aTemplate()).relationship?.id;

describe('the relationship that counts', () => {
  it('is the approved successor of one that ends, although that still has every role', () => {
    assert.equal(chosen({ relationship: followed, wanted: false, keeping }, followed, successor), 'next');
    const waits = { ...successor, status: 'approvalPending' } as const;
    assert.equal(chosen({ relationship: followed, wanted: false, keeping }, followed, waits), followed.id);
  });

  it('is an active one that lacks a role only until another is wanted', () => {
    const lacking = { ...followed, roleIds: everyRole.slice(0, 1) };
    assert.equal(chosen({ relationship: lacking, wanted: false }, lacking), lacking.id);
    assert.equal(chosen({ relationship: lacking, wanted: true }, lacking), undefined);
  });
});
