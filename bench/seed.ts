// What sandbox and product know before the first measurement: so many customers, in a typical mix.
import { readFileSync } from 'node:fs';
import { readAccessTemplate } from '../src/config/access-template.js';
import { GdapRoles } from '../src/config/gdap-roles.js';
import type { AccessTemplate } from '../src/domain/access/access-template.js';
import type { Observation } from '../src/domain/access/observation.js';
import { readObservation } from '../src/domain/onboarding/read-observation.js';
import { settle } from '../src/domain/onboarding/settle.js';
import { evolve } from '../src/domain/tenant/evolve.js';
import type { FactData } from '../src/domain/tenant/facts.js';
import { newTenant, type Tenant } from '../src/domain/tenant/tenant.js';
import { assignmentShape, relationshipShape } from '../src/microsoft/graph/relationship-shape.js';
import { assignmentResource, relationshipResource } from '../src/sandbox/graph/resources.js';
import { startingGroups } from '../src/sandbox/world/directory.js';
import { generatedCustomer } from '../src/sandbox/world/generated-customers.js';
import type { Customer, Relationship } from '../src/sandbox/world/model.js';
import { accessTemplate, groupIds } from '../src/sandbox/world/partner.js';
import { addRelationship } from '../src/sandbox/world/relationship-spec.js';
import type { World } from '../src/sandbox/world/world.js';
import { rolesFile } from './places.js';

/**
 * Fills a new world and gives the tenants that the product knows of it, such that a reconcile finds nothing new. Of ten
 * customers two aren't onboarded, seven are approved, and one has issues for lack of an Azure plan. None of them waits for
 * anything, and nothing happens by itself.
 */
export function seedOf(customers: number, world: World): readonly Tenant[] {
  const now = world.now();
  const roles = new GdapRoles(JSON.parse(readFileSync(rolesFile, 'utf8')));
  const template = readAccessTemplate(JSON.stringify(accessTemplate), 'of the sandbox', roles);
  for (const group of startingGroups()) world.directory.addGroup(group);
  return Array.from({ length: customers }, (_, index) => {
    const customer = generatedCustomer(index + 1);
    world.addCustomer(customer);
    const fresh = newTenant(customer.tenantId, customerOf(customer), now);
    return isOnboarded(index + 1) ? onboarded(fresh, lookAt(world, customer), template, now) : fresh;
  });
}

/** Whether the n-th customer is onboarded. */
export function isOnboarded(n: number): boolean {
  return n % 5 !== 4;
}

function customerOf({ name, domain }: Customer): Tenant['customer'] {
  return { displayName: name, domain };
}

function lookAt(world: World, { tenantId, azurePlan }: Customer): Observation {
  const relationship = addRelationship(world, {
    tenantId,
    displayName: `Gatehouse-${tenantId}-1`,
    createdDaysAgo: 100,
    sinceDaysAgo: 100,
    assignments: Object.values(groupIds).map((groupId) => ({ groupId })),
  });
  return {
    relationships: [relationshipShape.parse(asWritten(relationshipResource(relationship)))],
    assignments: { value: assignmentsOf(relationship) },
    azure: { value: azurePlan === 'active' ? 'active' : 'none' },
  };
}

function assignmentsOf({ assignments }: Relationship) {
  return assignments.map((assignment) => assignmentShape.parse(asWritten(assignmentResource(assignment))));
}

function asWritten(resource: object): unknown {
  return JSON.parse(JSON.stringify(resource));
}

function onboarded(fresh: Tenant, look: Observation, template: AccessTemplate, at: string): Tenant {
  const having = (tenant: Tenant, facts: readonly FactData[]) =>
    facts.reduce((each, factData) => evolve(each, { ...factData, at }), tenant);
  const by = { id: '00000000-0000-4000-8000-000000000020', name: 'Alex Wilber' };
  const wanted = having(fresh, [{ type: 'onboardingRequested', by, conversationId: 'chat' }]);
  if (!wanted.onboarding) throw new Error('Enable did nothing');
  const read = having(wanted, readObservation(fresh.tenantId, wanted.onboarding, look, template));
  return read.onboarding ? having(read, settle(read, read.onboarding, template, at)) : read;
}
