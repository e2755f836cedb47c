// Fills a world with the story, and with customers beyond it.
import { startingGroups } from './directory.js';
import {
  formerTenantIdOf,
  generatedCustomer,
  generatedRelationship,
  plainCustomer,
  strangerTenantIdOf,
  tenantIdOf,
} from './generated-customers.js';
import { hold } from './held.js';
import type { Customer } from './model.js';
import { addRelationship } from './relationship-spec.js';
import { formerCustomers, type SeedCustomer, seed, strangers } from './seed.js';
import { buy } from './subscriptions.js';
import type { World } from './world.js';

// Used in the ids of what belongs to former customers.
const formerNumbers = 900;

/** Ids of the tenants that are onboarded before the story begins. */
export const openingScene: readonly string[] = seed.flatMap(({ isOnboarded }, index) =>
  isOnboarded ? [tenantIdOf(index + 1)] : [],
);

/** Fills an empty world with the story, and where wanted with former customers and with strangers. */
export function populate(world: World, hasFormerCustomers: boolean): void {
  for (const group of startingGroups()) world.directory.addGroup(group);
  seed.forEach((customer, index) => {
    const n = index + 1;
    addSeedCustomer(world, customer, plainCustomer(n, customer.name, domainOf(customer)), n);
  });
  if (!hasFormerCustomers) return;
  formerCustomers.forEach((customer, index) => {
    const n = index + 1;
    const plain = plainCustomer(n, customer.name, domainOf(customer));
    const left = { tenantId: formerTenantIdOf(n), relationshipToPartner: 'none', licence: 'deleted' } as const;
    addSeedCustomer(world, customer, { ...plain, ...left }, formerNumbers + n);
  });
  strangers.forEach((stranger, index) => {
    const plain = plainCustomer(index + 1, stranger.name, domainOf(stranger));
    const bare = { relationshipToPartner: 'none', licence: 'deleted', azurePlan: 'none' } as const;
    world.addCustomer({ ...plain, ...bare, tenantId: strangerTenantIdOf(index + 1) });
  });
}

/** Adds generated customers up to this number, and the relationships of some where wanted; never removes any. */
export function growTo(world: World, customers: number, isAccessGenerated: boolean): void {
  for (let n = seed.length + 1; n <= customers; n += 1) {
    if (world.customer(tenantIdOf(n))) continue;
    world.addCustomer(generatedCustomer(n));
    const relationship = isAccessGenerated ? generatedRelationship(n) : undefined;
    if (relationship) addRelationship(world, relationship);
  }
}

function addSeedCustomer(world: World, seeded: SeedCustomer, plain: Customer, n: number): void {
  const { traits, subscriptions = [], relationship, waitsForLook } = seeded;
  const customer = { ...plain, ...traits };
  world.addCustomer(customer);
  for (const spec of subscriptions) buy(world, customer, spec);
  if (!relationship) return;
  const { tenantId } = customer;
  const added = addRelationship(world, {
    displayName: `Gatehouse-${tenantId}-1`,
    ...relationship,
    tenantId,
    id: `${seedId('20000000-0000', n)}-${seedId('30000000-0000', n)}`,
    assignments: (relationship.assignments ?? []).map((assignment, index) => ({
      ...assignment,
      id: seedId(`40000000-000${index + 1}`, n),
    })),
  });
  if (waitsForLook) hold(world, added);
}

function domainOf({ domain }: Pick<SeedCustomer, 'domain'>): string {
  return `${domain}.onmicrosoft.com`;
}

function seedId(start: string, n: number): string {
  return `${start}-4000-8000-${String(n).padStart(12, '0')}`;
}
