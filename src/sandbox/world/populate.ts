// How do the seed, and the customers beyond it, become a world?
import { startingGroups } from './directory.js';
import { generatedCustomer, plainCustomer, tenantIdOf } from './generated-customers.js';
import { addRelationship } from './relationship-spec.js';
import { type SeedCustomer, seed } from './seed.js';
import type { World } from './world.js';

/** Tenant ids that the partner has onboarded before the story begins. */
export const openingScene: readonly string[] = seed.flatMap(({ isOnboarded }, index) =>
  isOnboarded ? [tenantIdOf(index + 1)] : [],
);

/** Fills an empty world with the story. */
export function populate(world: World): void {
  for (const group of startingGroups()) world.directory.addGroup(group);
  seed.forEach((customer, index) => {
    addSeedCustomer(world, customer, index + 1);
  });
}

/** Adds generated customers until there are so many in all; never takes any away. */
export function growTo(world: World, customers: number): void {
  for (let n = world.customers().length + 1; n <= customers; n += 1) world.addCustomer(generatedCustomer(n));
}

function addSeedCustomer(world: World, { name, domain, traits, relationship }: SeedCustomer, n: number): void {
  world.addCustomer({ ...plainCustomer(n, name, `${domain}.onmicrosoft.com`), ...traits });
  if (!relationship) return;
  const tenantId = tenantIdOf(n);
  addRelationship(world, {
    displayName: `Gatehouse-${tenantId}-1`,
    ...relationship,
    tenantId,
    id: `${seedId('20000000-0000', n)}-${seedId('30000000-0000', n)}`,
    assignments: (relationship.assignments ?? []).map((assignment, index) => ({
      ...assignment,
      id: seedId(`40000000-000${index + 1}`, n),
    })),
  });
}

function seedId(start: string, n: number): string {
  return `${start}-4000-8000-${String(n).padStart(12, '0')}`;
}
