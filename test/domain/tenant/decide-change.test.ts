// What an import has for a tenant: all of it or nothing, and never twice.
import assert from 'node:assert/strict';
import { mostTags } from '../../../src/domain/tag.js';
import { leastRoleFor } from '../../../src/domain/tenant/commands.js';
import { decide } from '../../../src/domain/tenant/decide.js';
import { changeCommand } from '../../../src/domain/tenant/decide-change.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import type { TenantChange } from '../../../src/domain/tenant/tenant-change.js';
import { alex, aTenant, having, megan, now } from '../../support/builders.js';

const debra = { id: '00000000-0000-4000-8000-000000000099', name: 'Debra Berger' };
const owned = (by: typeof alex) => having(aTenant(), { type: 'ownershipTaken', by });
const change: TenantChange = { tags: { added: ['vip'], removed: ['old'] }, template: 'gold', owner: megan };

function changed(tenant: Tenant, wanted: TenantChange) {
  const decision = decide(changeCommand(alex, wanted, tenant), tenant);
  return 'facts' in decision ? having(tenant, ...decision.facts) : decision.refused;
}

describe('a change of what the partner says of a tenant', () => {
  it('puts tags on it, chooses its template and gives it to a person, and does nothing when repeated', () => {
    const tenant = changed(having(aTenant(), { type: 'tagged', by: alex, added: ['old'], removed: [] }), change);
    assert.ok(typeof tenant === 'object');
    const { tags, template, owner, status } = tenant;
    assert.deepEqual([tags, template, status], [['vip'], 'gold', 'notConfigured']);
    assert.deepEqual(owner, { person: megan, since: now, actedAt: now });
    assert.deepEqual(
      tenant.history.slice(-2).map(({ at: _, ...entry }) => entry),
      [
        { what: 'templateChosen', by: alex, template: 'gold' },
        { what: 'ownershipGiven', by: alex, owner: megan },
      ],
    );
    assert.equal(changed(tenant, change), 'alreadyDone');
  });

  it('is refused whole where a part of it can’t be', () => {
    const added = Array.from({ length: mostTags + 1 }, (_, number) => `t${number}`);
    assert.equal(changed(aTenant(), { template: 'gold', tags: { added, removed: [] } }), 'tooManyTags');
    assert.equal(changed(aTenant(), {}), 'alreadyDone');
  });

  it('takes an admin where someone else looks after it, and none where no one does or the person themself', () => {
    const names = [aTenant(), owned(alex), owned(megan), owned(debra)].map(
      (tenant) => changeCommand(alex, { owner: megan }, tenant).do,
    );
    assert.deepEqual(names, ['import', 'import', 'import', 'importOver']);
    assert.deepEqual([leastRoleFor('import'), leastRoleFor('importOver')], ['operator', 'admin']);
    assert.equal(changeCommand(alex, { template: 'gold' }, owned(debra)).do, 'import');
    // Taken meanwhile.
    assert.deepEqual(decide({ do: 'import', by: alex, owner: megan }, owned(debra)), { refused: 'ownedByOther' });
    const given = changed(owned(debra), { owner: megan });
    assert.ok(typeof given === 'object');
    assert.equal(given.owner?.person, megan);
  });
});

describe('a template that is chosen', () => {
  const chosen = { type: 'templateChosen', by: alex, template: 'gold' } as const;
  const enabled = { type: 'onboardingRequested', by: alex, conversationId: 'chat' } as const;
  const choiceOf = ({ template, onboarding }: Tenant) => [template, onboarding?.template];

  it('stays chosen at Enable, unless another is chosen there or the rules are to say', () => {
    const before = having(aTenant(), chosen);
    assert.deepEqual(choiceOf(before), ['gold', undefined]);
    assert.deepEqual(choiceOf(having(before, enabled)), [undefined, 'gold']);
    assert.deepEqual(choiceOf(having(before, { ...enabled, template: 'vip' })), [undefined, 'vip']);
    assert.deepEqual(choiceOf(having(before, { ...enabled, byRule: true })), [undefined, undefined]);
  });

  it('takes the place of the one before, and is forgotten with Disable', () => {
    const after = having(aTenant(), { ...enabled, template: 'vip' }, chosen);
    assert.deepEqual(choiceOf(after), [undefined, 'gold']);
    assert.deepEqual(choiceOf(having(after, enabled)), [undefined, 'gold']);
    assert.deepEqual(choiceOf(having(after, { type: 'disabled', by: alex })), [undefined, undefined]);
    assert.deepEqual(choiceOf(having(aTenant(), chosen, { type: 'disabled', by: alex })), [undefined, undefined]);
  });
});
