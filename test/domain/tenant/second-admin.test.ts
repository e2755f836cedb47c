// What takes a second admin: which commands, whose yes counts, and for what.
import assert from 'node:assert/strict';
import { globalAdministratorId } from '../../../src/domain/access/gdap-roles.js';
import { batchTakesSecond } from '../../../src/domain/batch/second-admin.js';
import type { SecondAdminSubject } from '../../../src/domain/second-admin.js';
import type { SecondedAction } from '../../../src/domain/tenant/awaited-second.js';
import type { Command } from '../../../src/domain/tenant/commands.js';
import { decide } from '../../../src/domain/tenant/decide.js';
import { lapsedBy } from '../../../src/domain/tenant/lapsed.js';
import { basisOf, takesSecond } from '../../../src/domain/tenant/second-admin.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { addSeconds } from '../../../src/domain/time.js';
import { alex, aTemplate, having, megan, now, tenantBy } from '../../support/builders.js';

const template = aTemplate();
const roles = [{ id: globalAdministratorId, name: 'Global Administrator' }];
const privileged = { ...template, assignments: [{ groupId: 'g', groupName: 'G', roles }] };
const plain = { ...template, assignments: [{ groupId: 'g', groupName: 'G', roles: [{ id: 'r', name: 'R' }] }] };
const enable: Command = { do: 'enable', by: alex, conversationId: 'chat' };
const action: SecondedAction = { do: 'enable' };

const asking = (tenant: Tenant = tenantBy.notConfigured()) =>
  having(tenant, {
    type: 'secondAdminAsked',
    by: alex,
    asked: { id: 'asked-1', action, conversationId: 'chat', basis: basisOf(action, tenant, template) },
  });
const yes = (changes: object = {}): Command => ({
  ...({ do: 'approveSecond', by: megan, askedId: 'asked-1', template, mayAsk: true, now } as const),
  ...changes,
});
const came = (command: Command, tenant: Tenant) => {
  const decision = decide(command, tenant);
  if ('refused' in decision) return [`(${decision.refused})`];
  return decision.facts.map((fact) => ('why' in fact ? `${fact.type} ${String(fact.why)}` : fact.type));
};

describe('what a second admin must approve', () => {
  const takes = (subjects: readonly SecondAdminSubject[], command: Command, of = privileged, present?: typeof plain) =>
    takesSecond(command, { rules: { subjects }, template: of, present });

  it('is Enable with privileged roles, the removal of Global Administrator and the end of an earlier relationship', () => {
    const removal: Command = { do: 'removeGlobalAdministrator', by: alex };
    const end: Command = { do: 'endEarlier', by: alex, relationshipId: 'r' };
    assert.deepEqual(
      [takes(['enable'], enable), takes(['enable'], enable, plain), takes([], enable)],
      [true, false, false],
    );
    assert.deepEqual([takes(['global-admin'], removal), takes(['enable'], removal)], [true, false]);
    assert.deepEqual([takes(['end-earlier'], end), takes(['offboard'], end)], [true, false]);
    assert.equal(takes(['enable', 'disable'], { do: 'disable', by: alex }), false);
  });

  it('is what leads an onboarded tenant to privileged roles that it doesn’t have, by its tags or by an import', () => {
    const tag: Command = { do: 'tag', by: alex, added: ['gold'], removed: [] };
    const chosen: Command = { do: 'import', by: alex, template: 'gold' };
    for (const command of [tag, chosen, { ...chosen, do: 'importOver' } as const]) {
      assert.equal(takes(['enable'], command, privileged, plain), true, command.do);
      assert.equal(takes(['enable'], command, privileged, privileged), false);
      assert.equal(takes(['enable'], command, plain, privileged), false);
      assert.equal(takes(['enable'], command), false);
      assert.equal(takes(['disable'], command, privileged, plain), false);
    }
    const [assignment] = privileged.assignments;
    const others = { ...privileged, assignments: [{ ...assignment, groupId: 'h', groupName: 'H', roles }] };
    assert.equal(takes(['enable'], tag, others, privileged), true);
  });

  it('is a batch of more than so many, of Disable, or of what leads to privileged roles, and never one of tags for its size', () => {
    const size = { subjects: [], batchesOver: 20 };
    assert.deepEqual(
      [20, 21].map((count) => batchTakesSecond({ do: 'keepAccess' }, count, [], size)),
      [false, true],
    );
    assert.equal(batchTakesSecond({ do: 'tag', added: ['a'], removed: [] }, 500, [], size), false);
    assert.equal(batchTakesSecond({ do: 'import' }, 500, [], size), false);
    assert.equal(batchTakesSecond({ do: 'revalidate' }, 500, [], size), false);
    assert.deepEqual(
      [1, 2].map((count) => batchTakesSecond({ do: 'disable' }, count, [], { subjects: ['disable'] })),
      [false, true],
    );
    for (const action of [{ do: 'enable' }, { do: 'tag', added: ['a'], removed: [] }, { do: 'import' }] as const)
      assert.deepEqual(
        [plain, privileged].map((each) => batchTakesSecond(action, 2, [each], { subjects: ['enable'] })),
        [false, true],
      );
  });
});

describe('what waits for a second admin', () => {
  it('is done in the asker’s name once another admin says yes', () => {
    const decision = decide(yes(), asking());
    assert.ok('facts' in decision);
    assert.deepEqual(
      decision.facts.map((fact) => [fact.type, 'by' in fact && fact.by?.name]),
      [
        ['secondAdminApproved', megan.name],
        ['onboardingRequested', alex.name],
      ],
    );
  });

  it('takes no yes of the asker, of someone without an id, to something else, or too late', () => {
    assert.deepEqual(came(yes({ by: alex }), asking()), ['(sameAdmin)']);
    assert.deepEqual(came(yes({ by: { id: '', name: 'X' } }), asking()), ['(sameAdmin)']);
    assert.deepEqual(came(yes({ askedId: 'asked-0' }), asking()), ['(noSuchRequest)']);
    assert.deepEqual(came(yes(), tenantBy.notConfigured()), ['(noSuchRequest)']);
    const { at } = asking().awaitedSecond ?? assert.fail();
    assert.deepEqual(came(yes({ now: addSeconds(at, 86_400) }), asking()), ['(noSuchRequest)']);
    assert.equal(came(yes({ now: addSeconds(at, 86_399) }), asking())[0], 'secondAdminApproved');
  });

  it('is dropped where what was agreed to has changed, or the asker may no longer ask', () => {
    const dropped = ['secondAdminDropped stale'];
    assert.deepEqual(came(yes({ template: { ...template, templateHash: 'another' } }), asking()), dropped);
    assert.deepEqual(came(yes({ mayAsk: false }), asking()), dropped);
    assert.deepEqual(came(yes(), { ...asking(), status: 'approved' }), dropped);
  });

  it('is taken back by who asked alone, and declined by any admin', () => {
    const no = (name: 'withdrawSecond' | 'declineSecond', by = megan) =>
      came({ do: name, by, askedId: 'asked-1' }, asking());
    assert.deepEqual(no('withdrawSecond'), ['(notTheAsker)']);
    assert.deepEqual(no('withdrawSecond', alex), ['secondAdminDeclined']);
    assert.deepEqual(no('declineSecond'), ['secondAdminDeclined']);
  });

  it('is dropped, and not silently, by what leaves no place for it', () => {
    const tenant = { ...asking(), status: 'issuesFound' } as const;
    assert.deepEqual(came({ do: 'disable', by: megan }, tenant), ['secondAdminDropped stale', 'disabled']);
    assert.deepEqual(came({ do: 'disable', by: megan }, { ...tenant, awaitedSecond: undefined }), ['disabled']);
  });

  it('lapses after a day, and is forgotten with the tenant', () => {
    const tenant = asking();
    const { at } = tenant.awaitedSecond ?? assert.fail();
    assert.deepEqual(lapsedBy(addSeconds(at, 86_399), tenant, 0), []);
    assert.deepEqual(lapsedBy(addSeconds(at, 86_400), tenant, 0), [{ type: 'secondAdminDropped', why: 'lapsed' }]);
    assert.equal(having(tenant, { type: 'disabled', by: alex }).awaitedSecond, undefined);
  });
});
