// Reads all that connects the partner to a tenant.

import type { RelationshipStatus } from '../../domain/access/relationship.js';
import { NotFound } from '../../domain/errors.js';
import type { Inventory, InventoryRelationship } from '../../domain/offboarding/inventory.js';
import type { Microsoft, Relationships } from '../ports/microsoft.js';
import { reading, wholeList } from '../reading.js';
import { type NameReader, readNames } from './read-names.js';

// Before these statuses nothing is assigned; after them nothing works any more.
const havingAssignments: readonly RelationshipStatus[] = [
  'active',
  'expiring',
  'terminationRequested',
  'terminating',
  'unknown',
];

/** One live reading, its parts side by side. Never fails: a part that couldn't be read says so. */
export async function readInventory(reader: InventoryReader, tenantId: string): Promise<Inventory> {
  const { microsoft, clock } = reader;
  const [relationships, consent, standing, subscriptions, reservations] = await Promise.all([
    reading(inventoryRelationships(microsoft.relationships, tenantId)),
    reading(microsoft.consents.check(tenantId)),
    reading(microsoft.customers.relationshipToPartner(tenantId)),
    reading(microsoft.purchases.subscriptions(tenantId)),
    reading(noneWithoutCustomer(microsoft.purchases.reservations(tenantId))),
  ]);
  const names = await readNames(reader, 'value' in relationships ? relationships.value : []);
  return { at: clock.now(), relationships, consent, standing, subscriptions, reservations, names };
}

/** What reading an inventory takes. */
export interface InventoryReader extends NameReader {
  readonly microsoft: Microsoft;
}

async function inventoryRelationships(
  relationships: Relationships,
  tenantId: string,
): Promise<readonly InventoryRelationship[]> {
  const listed = await wholeList(relationships.listFor(tenantId));
  return Promise.all(
    listed.map(async (relationship) => {
      if (!havingAssignments.includes(relationship.status)) return { relationship };
      return { relationship, assignments: await reading(wholeList(relationships.accessAssignments(relationship.id))) };
    }),
  );
}

/** None for a tenant that Partner Center doesn't list as our customer: it bought nothing through the partner. */
export async function noneWithoutCustomer<T>(answer: Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof NotFound) return [];
    throw error;
  }
}
