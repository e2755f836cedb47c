// Which relationships another has taken the place of, and when the end of one is over.
import assert from 'node:assert/strict';
import { type EarlierEnding, earlierIn, outcomeOfEnding } from '../../../src/domain/access/earlier-relationship.js';
import type { Relationship } from '../../../src/domain/access/relationship.js';
import { decide } from '../../../src/domain/tenant/decide.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { addSeconds } from '../../../src/domain/time.js';
import {
  alex,
  anObservation,
  aRelationship,
  aTemplate,
  aTenant,
  contoso,
  enabled,
  now,
  seen,
} from '../../support/builders.js';

const named = (number: number, changes: Partial<Relationship> = {}): Relationship =>
  aRelationship({ id: `relationship-${number}`, displayName: `Gatehouse-${contoso}-${number}`, ...changes });
const followed = named(10);
const idsIn = (others: readonly Relationship[], by: Relationship | undefined = followed) =>
  earlierIn([followed, ...others], { tenantId: contoso, followed: by, template: aTemplate() })?.map(({ id }) => id);

describe('earlier relationships', () => {
  it('are active ones of ours, the oldest first', () => {
    assert.deepEqual(
      idsIn([named(9), named(2), named(1, { status: 'terminated' }), named(3, { status: 'approvalPending' })]),
      ['relationship-2', 'relationship-9'],
    );
  });

  it('are none that Gatehouse didn’t make, whatever roles they have', () => {
    assert.equal(idsIn([aRelationship({ id: 'theirs', displayName: 'By hand' })]), undefined);
    assert.equal(idsIn([named(1, { displayName: `Gatehouse-${contoso}x-1` })]), undefined);
  });

  it('are none while the followed one lacks a role, isn’t active or isn’t there', () => {
    assert.equal(idsIn([named(1)], { ...followed, roleIds: followed.roleIds.slice(1) }), undefined);
    assert.equal(idsIn([named(1)], { ...followed, status: 'approvalPending' }), undefined);
    assert.equal(earlierIn([named(1)], { tenantId: contoso, followed: undefined, template: aTemplate() }), undefined);
  });
});

describe('the end of one', () => {
  const ending: EarlierEnding = { by: alex, at: now, relationshipId: 'relationship-1', displayName: 'Gatehouse-1' };
  const outcome = (read: readonly Relationship[], sentAt?: string, at = now) =>
    outcomeOfEnding({ ...ending, sentAt }, read, at);

  it('is over once a reading has it as ended, or no longer at all', () => {
    assert.equal(outcome([named(1, { status: 'terminated' })], now), 'ended');
    assert.equal(outcome([], now), 'ended');
    for (const status of ['terminationRequested', 'terminating', 'active'] as const)
      assert.equal(outcome([named(1, { status })], now), undefined);
  });

  it('counts as failed when Microsoft has accepted it an hour ago and shows nothing of it', () => {
    const read = [named(1)];
    assert.equal(outcome(read, now, addSeconds(now, 3599)), undefined);
    assert.deepEqual(outcome(read, now, addSeconds(now, 3600)), { why: 'unconfirmed' });
  });

  it('isn’t done later than an hour after the yes', () => {
    const read = [named(1)];
    assert.equal(outcome(read, undefined, addSeconds(now, 3599)), undefined);
    assert.deepEqual(outcome(read, undefined, addSeconds(now, 3600)), { why: 'notPossible' });
  });
});

describe('what a person can ask of one', () => {
  const replaced = seen(aTenant(enabled), anObservation({ relationships: [named(1), named(2)] }));
  const asked = (tenant: Tenant, relationshipId: string) => {
    const decision = decide({ do: 'endEarlier', by: alex, relationshipId }, tenant);
    return 'refused' in decision ? decision.refused : decision.facts.map(({ type }) => type);
  };
  const other = replaced.onboarding?.earlier?.[0]?.id ?? assert.fail('there is none');

  it('is the end of the one that was shown, once', () => {
    assert.deepEqual(asked(replaced, other), ['earlierEndAsked']);
    assert.equal(asked(replaced, replaced.onboarding?.relationship?.id ?? ''), 'outdated');
    const { onboarding } = replaced;
    assert.ok(onboarding);
    const earlierEnding = { by: alex, at: now, relationshipId: other, displayName: '' };
    assert.equal(asked({ ...replaced, onboarding: { ...onboarding, earlierEnding } }, other), 'alreadyUnderWay');
  });

  it('is nothing while something is missing, or where nothing is left', () => {
    assert.equal(asked({ ...replaced, status: 'issuesFound' }, other), 'doesNotApply');
    assert.equal(asked(seen(aTenant(enabled), anObservation()), other), 'alreadyDone');
    assert.equal(asked(aTenant(), other), 'notOnboarded');
  });
});
