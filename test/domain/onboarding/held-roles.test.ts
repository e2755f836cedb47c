// A template's file that gains privileged roles: they're held until a second admin has approved them by Enable.
import assert from 'node:assert/strict';
import type { AccessTemplate } from '../../../src/domain/access/access-template.js';
import { globalAdministratorId } from '../../../src/domain/access/gdap-roles.js';
import { needsNewRequest } from '../../../src/domain/access/limitation.js';
import { readObservation } from '../../../src/domain/onboarding/read-observation.js';
import { settle } from '../../../src/domain/onboarding/settle.js';
import { nextStep } from '../../../src/domain/onboarding/steps.js';
import { presentTemplate, takesSecond } from '../../../src/domain/tenant/second-admin.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import {
  alex,
  anAssignment,
  anObservation,
  aRelationship,
  aTemplate,
  aTenant,
  contoso,
  enabled,
  everyRole,
  having,
  now,
  securityTeam,
  serviceDesk,
} from '../../support/builders.js';

const globalAdministrator = { id: globalAdministratorId, name: 'Global Administrator' };
const roleIds = [...everyRole, globalAdministratorId];
const grown = (changes: Partial<AccessTemplate> = {}): AccessTemplate => {
  const [first, ...rest] = aTemplate().assignments;
  assert.ok(first);
  const assignments = [{ ...first, roles: [...first.roles, globalAdministrator] }, ...rest];
  return aTemplate({ templateHash: 'grown', assignments, ...changes });
};

const privilegedRoleAdministratorId = 'e8611ab8-c189-46e8-94e1-60213ab1f814';
const chosen = { type: 'templateChosen', by: alex, template: 'default' } as const;
const both = [anAssignment(serviceDesk), anAssignment(securityTeam)];

/** A reading of a relationship that carries Global Administrator too, whose groups have what the first template gives them. */
function read(tenant: Tenant, template = aTemplate(), holdsPrivileged = true, assigned = both): Tenant {
  const { onboarding } = tenant;
  assert.ok(onboarding);
  const seen = anObservation({
    relationships: [aRelationship({ roleIds })],
    assignments: { value: assigned },
  });
  const holding = { holdsPrivileged, wasInPlace: tenant.status === 'approved' };
  const known = having(tenant, ...readObservation(contoso, onboarding, seen, template, holding));
  return having(known, ...settle(known, known.onboarding ?? onboarding, template, now));
}
const step = (tenant: Tenant, template: AccessTemplate) =>
  tenant.onboarding && nextStep(tenant, tenant.onboarding, template, now)?.do;
const approved = (holdsPrivileged = true) => read(aTenant(enabled), aTemplate(), holdsPrivileged);

describe('privileged roles that a template gains in its file', () => {
  it('are held at a tenant where all was in place, and told with the way to a second admin', () => {
    assert.equal(approved().status, 'approved');
    const held = read(approved(), grown());
    assert.equal(step(held, grown()), undefined);
    assert.equal(held.status, 'issuesFound');
    const { limitations = [] } = held.onboarding ?? {};
    assert.deepEqual(limitations, [
      {
        code: 'templateChanged',
        roles: [globalAdministrator],
        relationshipName: aRelationship().displayName,
        isHeld: true,
      },
    ]);
    assert.ok(limitations.every(needsNewRequest));
    const moment = { rules: { subjects: ['enable'] }, template: grown(), present: grown() } as const;
    assert.ok(takesSecond({ do: 'enable' }, moment));
  });

  it('stay held at every later check, also of a template that has changed again', () => {
    const held = read(read(read(approved(), grown()), grown()), grown({ templateHash: 'other' }));
    assert.equal(step(held, grown({ templateHash: 'other' })), undefined);
    assert.equal(held.onboarding?.held?.length, 1);
  });

  it('are given once access was asked for again, and once the template wants them no more nothing is held', () => {
    const held = read(approved(), grown());
    const asked = read(having(held, { type: 'onboardingRequested', by: alex, conversationId: 'chat' }), grown());
    assert.deepEqual([asked.onboarding?.held, step(asked, grown())], [undefined, 'widenAssignment']);
    const back = read(held, aTemplate({ templateHash: 'back' }));
    assert.deepEqual([back.onboarding?.held, back.status], [undefined, 'approved']);
  });

  it('are given without asking where no second admin is asked about privileged roles, and once none is any longer', () => {
    const given = read(approved(false), grown(), false);
    assert.deepEqual([given.onboarding?.held, step(given, grown())], [undefined, 'widenAssignment']);
    const released = read(read(approved(), grown()), grown(), false);
    assert.deepEqual([released.onboarding?.held, step(released, grown())], [undefined, 'widenAssignment']);
  });

  it('aren’t held where tags or an import lead to another template, which was approved by itself', () => {
    const gold = grown({ name: 'gold' });
    for (const led of [
      { type: 'tagged', by: alex, added: ['gold'], removed: [], agreedTo: gold.templateHash },
      { type: 'templateChosen', by: alex, template: 'gold', agreedTo: gold.templateHash },
    ] as const) {
      const other = read(having(approved(), led), gold);
      assert.deepEqual([other.onboarding?.held, step(other, gold)], [undefined, 'widenAssignment']);
      assert.equal(other.onboarding?.agreedTo, undefined);
    }
  });

  it('are held where the file’s rules, or another name, lead to another template that no person has chosen', () => {
    const gold = grown({ name: 'gold' });
    const other = read(approved(), gold);
    assert.deepEqual([other.onboarding?.held?.length, step(other, gold)], [1, undefined]);
    const renamed = read(read(approved(), grown()), gold);
    assert.deepEqual([renamed.onboarding?.held?.length, step(renamed, gold)], [1, undefined]);
  });

  it('are held where the file gains them between what a person chose and the next check', () => {
    const gold = aTemplate({ name: 'gold', templateHash: 'gold' });
    const tagged = { type: 'tagged', by: alex, added: ['gold'], removed: [], agreedTo: 'gold' } as const;
    const after = grown({ name: 'gold', templateHash: 'gold, grown' });
    const held = read(having(approved(), tagged), after);
    assert.deepEqual([held.onboarding?.held?.length, step(held, after)], [1, undefined]);
    assert.equal(read(having(approved(), tagged), gold).onboarding?.held, undefined);
  });

  it('are held too where the file gains a second one while the first is held', () => {
    const held = read(approved(), grown());
    const [first, ...rest] = grown().assignments;
    assert.ok(first);
    const privileged = { id: privilegedRoleAdministratorId, name: 'Privileged Role Administrator' };
    const assignments = [{ ...first, roles: [...first.roles, privileged] }, ...rest];
    const more = read(held, aTemplate({ templateHash: 'more', assignments }));
    assert.deepEqual(more.onboarding?.held?.[0]?.roleIds, [globalAdministratorId, privilegedRoleAdministratorId]);
  });

  it('are those alone that this reading doesn’t show, where the one before couldn’t say what groups have', () => {
    const known = approved();
    assert.ok(known.onboarding);
    const unread = { ...known, onboarding: { ...known.onboarding, assignments: undefined } };
    const has = [
      anAssignment(serviceDesk, { roleIds: [...everyRole, globalAdministratorId] }),
      anAssignment(securityTeam),
    ];
    assert.equal(read(unread, grown(), true, has).onboarding?.held, undefined);
    assert.deepEqual(read(unread, grown()).onboarding?.held?.[0]?.roleIds, [globalAdministratorId]);
  });

  it('aren’t what a tag has a tenant work by, when another template is chosen before the next check', () => {
    const gold = grown({ name: 'gold' });
    const present = presentTemplate(approved(), grown(), gold);
    const rules = { subjects: ['enable'] } as const;
    assert.ok(takesSecond({ do: 'tag' }, { rules, template: gold, present }));
    const given = presentTemplate(having(approved(), { ...chosen, agreedTo: 'grown' }), grown(), gold);
    assert.ok(!takesSecond({ do: 'tag' }, { rules, template: gold, present: given }));
  });

  it('aren’t held where groups were still waiting for theirs, since it can’t be told which are new', () => {
    const waiting = read(aTenant(enabled), aTemplate(), true, both.slice(1));
    assert.equal(waiting.status, 'awaitingMicrosoft');
    assert.equal(read(waiting, grown(), true, both.slice(1)).onboarding?.held, undefined);
  });

  it('leave other roles that it gains alone', () => {
    const [first, ...rest] = aTemplate().assignments;
    assert.ok(first);
    const plain = { id: everyRole[0] ?? '', name: 'Plain' };
    const more = { ...first, groupId: 'another', groupName: 'Another', roles: [plain] };
    const template = aTemplate({ templateHash: 'more', assignments: [first, ...rest, more] });
    const found = read(approved(), template);
    assert.deepEqual([found.onboarding?.held, step(found, template)], [undefined, 'assignAccess']);
  });
});
