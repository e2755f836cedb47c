// Whom a tenant knows by name.
import assert from 'node:assert/strict';
import { peopleAt } from '../../../src/domain/tenant/people.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { alex, now, tenantBy } from '../../support/builders.js';

const person = (name: string) => ({ id: `id of ${name}`, name });
const [owner, accepter, answers, asker, writer, doer, given] = [
  ...['Owner', 'Accepter', 'Answers', 'Asker', 'Writer', 'Doer', 'Given'].map(person),
];

describe('the people at a tenant', () => {
  it('are everyone whom its record names, each once, who looks after it first', () => {
    assert.ok(owner && accepter && answers && asker && writer && doer && given);
    const plain = tenantBy.issuesFound();
    assert.ok(plain.onboarding);
    const accepted = { by: accepter, at: now, accountable: answers, limitations: [] };
    const action = { do: 'removeGlobalAdministrator' } as const;
    const tenant: Tenant = {
      ...plain,
      owner: { person: owner, since: now, actedAt: now },
      onboarding: { ...plain.onboarding, requestedBy: alex, accepted },
      awaitedSecond: { id: 'request', action, by: asker, at: now, conversationId: 'chat', basis: '' },
      notes: [{ by: writer, at: now, text: 'a note' }],
      history: [
        { at: now, what: 'onboardingRequested', by: alex },
        { at: now, what: 'revalidationRequested', by: doer },
        { at: now, what: 'ownershipGiven', by: doer, owner: given },
      ],
    };
    assert.deepEqual(peopleAt(tenant), [owner, answers, accepter, alex, asker, writer, doer, given]);
  });

  it('are known by name where any entry has it, and no one without an id is one of them', () => {
    const nameless = { id: alex.id, name: '' };
    const tenant: Tenant = {
      ...tenantBy.notConfigured(),
      owner: { person: nameless, since: now, actedAt: now },
      history: [
        { at: now, what: 'tagged', by: alex },
        { at: now, what: 'tagged', by: { id: '', name: 'Nobody' } },
      ],
    };
    assert.deepEqual(peopleAt(tenant), [alex]);
  });
});
