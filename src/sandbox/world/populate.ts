// Fills a world with the story, and with customers beyond it.
import { type Believable, believableCustomer } from './believable-customers.js';
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
import type { OpeningTenant } from './opening-tenant.js';
import { addRelationship } from './relationship-spec.js';
import { formerCustomers, type SeedCustomer, seed, strangers } from './seed.js';
import { buy } from './subscriptions.js';
import type { World } from './world.js';

// Used in the ids of what belongs to former customers.
const formerNumbers = 900;

/** The tenants of the story that are onboarded before the story begins. */
export const openingScene: readonly OpeningTenant[] = seed.flatMap(({ isOnboarded }, index) =>
  isOnboarded ? [{ tenantId: tenantIdOf(index + 1), tags: [], isSettled: false }] : [],
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

/**
 * Customers beyond the story. `numbered`: as many alike as wanted, for tests. `withAccess`: the same, and one in five has an
 * active relationship. `believable`: as a partner of that size has them.
 */
export type Growth = 'numbered' | 'withAccess' | 'believable';

/** Adds customers up to this number; never removes any. Returns those of them that are onboarded, also if they were there. */
export function growTo(world: World, customers: number, growth: Growth): readonly OpeningTenant[] {
  const onboarded: OpeningTenant[] = [];
  for (let n = seed.length + 1; n <= customers; n += 1) {
    const tenantId = tenantIdOf(n);
    const added: Believable =
      growth === 'believable'
        ? believableCustomer(n)
        : {
            customer: generatedCustomer(n),
            subscriptions: [],
            relationship: growth === 'withAccess' ? generatedRelationship(n) : undefined,
          };
    if (added.onboarded) onboarded.push({ tenantId, ...added.onboarded });
    if (world.customer(tenantId)) continue;
    world.addCustomer(added.customer);
    for (const spec of added.subscriptions) buy(world, added.customer, spec);
    if (added.relationship) addRelationship(world, added.relationship);
  }
  return onboarded;
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
