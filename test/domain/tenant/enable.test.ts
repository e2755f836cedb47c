// Enable with an access template that was chosen, and with tags: what is decided, kept and remembered.
import assert from 'node:assert/strict';
import { mostTags } from '../../../src/domain/tag.js';
import type { Command } from '../../../src/domain/tenant/commands.js';
import { decide } from '../../../src/domain/tenant/decide.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { auditEntry } from '../../../src/operations/recording/audit-entries.js';
import { alex, aTenant, having, now, tenantBy } from '../../support/builders.js';

type Enable = Omit<Extract<Command, { do: 'enable' }>, 'do' | 'by' | 'conversationId'>;

const enable = (choice: Enable = {}): Command => ({ do: 'enable', by: alex, conversationId: 'chat', ...choice });
const factsOf = (tenant: Tenant, choice?: Enable) => {
  const decision = decide(enable(choice), tenant);
  return 'facts' in decision ? decision.facts : assert.fail(decision.refused);
};
const requested = (tenant: Tenant, choice?: Enable) => having(tenant, ...factsOf(tenant, choice));
const lost = (tenant: Tenant) =>
  having(tenant, {
    type: 'accessLost',
    limitations: [{ code: 'relationshipLost', ending: 'lapsed', relationshipName: 'Ours' }],
  });

describe('an access template that is chosen at Enable', () => {
  const chosen = requested(aTenant(), { template: 'vip', shownTemplate: 'vip' });

  it('is kept with the tenant, through Revalidate and Request again', () => {
    assert.equal(chosen.onboarding?.template, 'vip');
    const found = lost(chosen);
    const revalidated = having(found, { type: 'revalidationRequested', by: alex });
    assert.equal(revalidated.onboarding?.template, 'vip');
    assert.equal(requested(found).onboarding?.template, 'vip');
  });

  it('is another one where Request again chooses another, and none where it leaves that to the rules', () => {
    assert.equal(requested(lost(chosen), { template: 'gold' }).onboarding?.template, 'gold');
    assert.equal(requested(lost(chosen), { byRule: true }).onboarding?.template, undefined);
  });

  it('is forgotten by Disable, so that Enable asks afresh', () => {
    const disabled = having(lost(chosen), { type: 'disabled', by: alex });
    assert.equal(requested(disabled).onboarding?.template, undefined);
  });

  it('is named by the history and the audit log, and so is the one that the rules gave', () => {
    assert.equal(chosen.history.at(-1)?.template, 'vip');
    const byRule = requested(aTenant(), { byRule: true, shownTemplate: 'standard plus' });
    assert.deepEqual([byRule.onboarding?.template, byRule.history.at(-1)?.template], [undefined, 'standard plus']);
    const subjectOf = (choice: Enable) =>
      factsOf(aTenant(), choice).map((fact) => auditEntry(aTenant(), { ...fact, at: now })?.subject);
    assert.deepEqual(subjectOf({ template: 'vip' }), ['template vip']);
    assert.deepEqual(subjectOf({ byRule: true, shownTemplate: 'standard plus' }), ['template standard plus']);
    assert.deepEqual(subjectOf({}), [undefined]);
    assert.ok(!('template' in (requested(aTenant()).history.at(-1) ?? {})));
  });
});

describe('tags that go along with Enable', () => {
  const tagged = having(aTenant(), { type: 'tagged', by: alex, added: ['old', 'vip'], removed: [] });

  it('are put on and taken off with it, and only what changes is a fact', () => {
    const facts = factsOf(tagged, { tags: { added: ['vip', 'gold'], removed: ['old', 'none'] } });
    assert.deepEqual(
      facts.map(({ type }) => type),
      ['tagged', 'onboardingRequested'],
    );
    assert.deepEqual(facts[0], { type: 'tagged', by: alex, added: ['gold'], removed: ['old'] });
    const { tags, status } = having(tagged, ...facts);
    assert.deepEqual([tags, status], [['vip', 'gold'], 'awaitingMicrosoft']);
  });

  it('are no fact where the tenant has them already', () => {
    const facts = factsOf(tagged, { tags: { added: ['vip'], removed: [] } });
    assert.deepEqual(
      facts.map(({ type }) => type),
      ['onboardingRequested'],
    );
  });

  it('have it refused as a whole where they are too many, or it is', () => {
    const many = Array.from({ length: mostTags - 1 }, (_, number) => `t${number}`);
    assert.deepEqual(decide(enable({ tags: { added: many, removed: [] } }), tagged), { refused: 'tooManyTags' });
    const tags = { added: ['gold'], removed: [] };
    assert.deepEqual(decide(enable({ tags }), tenantBy.approved()), { refused: 'alreadyDone' });
  });
});
