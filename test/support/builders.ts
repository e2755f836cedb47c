// Tenants, relationships and templates for tests, whole and plausible; a test says only what matters to it.
import type { AccessTemplate } from '../../src/domain/access/access-template.js';
import { type AccessTemplates, onlyTemplate } from '../../src/domain/access/access-templates.js';
import type { Observation } from '../../src/domain/access/observation.js';
import type { AccessAssignment, Relationship } from '../../src/domain/access/relationship.js';
import { readObservation } from '../../src/domain/onboarding/read-observation.js';
import { settle } from '../../src/domain/onboarding/settle.js';
import { evolve } from '../../src/domain/tenant/evolve.js';
import type { FactData } from '../../src/domain/tenant/facts.js';
import { newTenant, type Tenant } from '../../src/domain/tenant/tenant.js';

export const now = '2026-11-22T10:00:00.000Z';
export const contoso = '10000000-0000-4000-8000-000000000001';
export const alex = { id: '00000000-0000-4000-8000-000000000020', name: 'Alex Wilber' };
/** Another admin. */
export const megan = { id: '00000000-0000-4000-8000-000000000021', name: 'Megan Bowen' };

const exchange = { id: '29232cdf-9323-42fd-ade2-1d097af3e4de', name: 'Exchange Administrator' };
const security = { id: '194ae4cb-b126-40b2-bd5b-6091b380977d', name: 'Security Administrator' };
export const globalReader = { id: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451', name: 'Global Reader' };
export const serviceDesk = 'b0000000-0000-4000-8000-000000000001';
export const securityTeam = 'b0000000-0000-4000-8000-000000000002';
export const everyRole = [exchange.id, security.id];

/** Two groups with a role each, and Azure required. */
export function aTemplate(changes: Partial<AccessTemplate> = {}): AccessTemplate {
  return {
    name: 'default',
    templateHash: 'template-1',
    durationDays: 730,
    autoExtend: true,
    requireAzure: true,
    repair: false,
    assignments: [
      { groupId: serviceDesk, groupName: 'Service Desk', roles: [exchange] },
      { groupId: securityTeam, groupName: 'Security', roles: [security] },
    ],
    ...changes,
  };
}

/** That template, which every tenant has. */
export function aTemplates(changes: Partial<AccessTemplate> = {}): AccessTemplates {
  return onlyTemplate(aTemplate(changes));
}

/** Our own relationship with Contoso, active and with every role. */
export function aRelationship(changes: Partial<Relationship> = {}): Relationship {
  return {
    id: 'relationship-1',
    displayName: `Gatehouse-${contoso}-1`,
    status: 'active',
    roleIds: everyRole,
    autoExtends: true,
    createdAt: '2026-11-01T10:00:00.000Z',
    activatedAt: '2026-11-02T10:00:00.000Z',
    endsAt: '2028-11-01T10:00:00.000Z',
    ...changes,
  };
}

/** An active assignment of every role that the template gives to the group. */
export function anAssignment(groupId: string, changes: Partial<AccessAssignment> = {}): AccessAssignment {
  const roleIds = groupId === serviceDesk ? [exchange.id] : [security.id];
  return { id: `assignment-of-${groupId}`, groupId, status: 'active', roleIds, etag: 'W/"1"', ...changes };
}

/** Both groups assigned. */
export const bothAssigned = [anAssignment(serviceDesk), anAssignment(securityTeam)];

/** An observation with everything in place. */
export function anObservation(changes: Partial<Observation> = {}): Observation {
  return {
    relationships: [aRelationship()],
    assignments: { value: bothAssigned },
    azure: { value: 'active' },
    ...changes,
  };
}

/** Contoso after these facts. */
export function aTenant(...facts: readonly FactData[]): Tenant {
  const fresh = newTenant(contoso, { displayName: 'Contoso Ltd', domain: 'contoso.onmicrosoft.com' }, now);
  return having(fresh, ...facts);
}

/** A tenant after more facts. */
export function having(tenant: Tenant, ...facts: readonly FactData[]): Tenant {
  return facts.reduce((each, factData) => evolve(each, { ...factData, at: now }), tenant);
}

/** Alex has pressed Enable. */
export const enabled: FactData = { type: 'onboardingRequested', by: alex, conversationId: 'chat' };

/** The tenant after an observation, with the status that follows from it. */
export function seen(tenant: Tenant, look: Observation, template = aTemplate(), at = now): Tenant {
  const { onboarding } = tenant;
  if (!onboarding) throw new Error('nobody looks at a tenant that is not being onboarded');
  const read = having(tenant, ...readObservation(contoso, onboarding, look, template));
  return read.onboarding ? having(read, ...settle(read, read.onboarding, template, at)) : read;
}

/** Finds one of a few tenants by its id. */
export function among(tenants: readonly Tenant[]): (tenantId: string) => Tenant | undefined {
  return (id) => tenants.find(({ tenantId }) => tenantId === id);
}

/** One tenant for each status. */
export const tenantBy = {
  notConfigured: () => aTenant(),
  needsApproval: () =>
    seen(aTenant(enabled), anObservation({ relationships: [aRelationship({ status: 'approvalPending' })] })),
  awaitingMicrosoft: () => aTenant(enabled),
  approved: () => seen(aTenant(enabled), anObservation()),
  issuesFound: () => seen(aTenant(enabled), anObservation({ azure: { value: 'none' } })),
};
