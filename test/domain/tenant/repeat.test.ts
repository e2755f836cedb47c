// Which click from an older card is the second half of a double click.
import assert from 'node:assert/strict';
import type { Command } from '../../../src/domain/tenant/commands.js';
import { hasTakenLink, isRepeated } from '../../../src/domain/tenant/repeat.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { alex, aTenant, enabled, having, now, tenantBy } from '../../support/builders.js';

const megan = { id: '00000000-0000-4000-8000-000000000021', name: 'Megan Bowen' };
const later = (seconds: number) => new Date(Date.parse(now) + seconds * 1000).toISOString();
const enable: Command = { do: 'enable', by: alex, conversationId: 'chat' };
const disable: Command = { do: 'disable', by: alex };

describe('a click from a card that is older than the tenant', () => {
  it('is repeated when the same person did the same last, within a minute', () => {
    assert.equal(isRepeated(enable, aTenant(enabled), later(59)), true);
  });

  it('is repeated whatever Microsoft has done since', () => {
    const approved = tenantBy.approved();
    assert.notEqual(approved.history.at(-1)?.what, 'onboardingRequested');
    assert.equal(isRepeated(enable, approved, later(59)), true);
  });

  it('is meant anew after a minute', () => {
    assert.equal(isRepeated(enable, aTenant(enabled), later(60)), false);
  });

  it('is meant anew by another person', () => {
    assert.equal(isRepeated({ ...enable, by: megan }, aTenant(enabled), later(1)), false);
  });

  it('is meant anew when something else was done since', () => {
    const disabled = having(tenantBy.approved(), { type: 'disabled', by: alex });
    assert.equal(isRepeated(enable, disabled, later(1)), false);
    assert.equal(isRepeated(disable, disabled, later(1)), true);
    const asked = having(tenantBy.issuesFound(), { type: 'limitationsAccepted', by: megan });
    assert.equal(isRepeated(enable, asked, later(1)), false);
  });

  it('is meant anew when nobody has done anything yet', () => {
    assert.equal(isRepeated(enable, aTenant(), now), false);
  });

  const removal = { requestId: 'request-1', by: alex };
  const commands: readonly (readonly [Command, Parameters<typeof having>[1]])[] = [
    [enable, enabled],
    [
      { do: 'revalidate', by: alex },
      { type: 'revalidationRequested', by: alex },
    ],
    [
      { do: 'acceptLimitations', by: alex },
      { type: 'limitationsAccepted', by: alex },
    ],
    [
      { do: 'takeBackAcceptance', by: alex },
      { type: 'acceptanceTakenBack', by: alex },
    ],
    [disable, { type: 'disabled', by: alex }],
    [
      { do: 'removeDelegatedAdmin', ...removal },
      { type: 'delegatedAdminRemovalRequested', ...removal },
    ],
  ];
  for (const [command, factData] of commands) {
    it(`is known by what it left in the history: ${command.do}`, () => {
      assert.equal(isRepeated(command, having(tenantBy.issuesFound(), factData), later(1)), true);
    });
  }
});

describe('a link that was taken before', () => {
  const taken = having(tenantBy.needsApproval(), { type: 'approvalLinkTaken', by: alex });

  it('was taken by this person, and by no other', () => {
    assert.equal(hasTakenLink(taken, alex), true);
    assert.equal(hasTakenLink(taken, megan), false);
    assert.equal(hasTakenLink(tenantBy.needsApproval(), alex), false);
  });

  it('was of another request when a new one has gone out since', () => {
    const again: Tenant = { ...taken, onboarding: taken.onboarding && { ...taken.onboarding, lockedAt: later(60) } };
    assert.equal(hasTakenLink(again, alex), false);
  });
});
