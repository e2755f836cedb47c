// Reads of Microsoft what one observation of a tenant needs, and no more.
import type { AccessTemplate } from '../../domain/access/access-template.js';
import type { AzurePlan, Observation, Reading } from '../../domain/access/observation.js';
import type { Relationship } from '../../domain/access/relationship.js';
import { chooseRelationship } from '../../domain/onboarding/choose-relationship.js';
import type { Onboarding } from '../../domain/tenant/onboarding.js';
import type { Listing, Microsoft, Relationships } from '../ports/microsoft.js';
import { reading } from '../reading.js';

/** The tenant to read. */
export interface ObservationRequest {
  readonly tenantId: string;
  readonly onboarding: Onboarding;
  /** The customer's relationships, if they have just been read. */
  readonly listed?: Listing<Relationship> | undefined;
  /** Whether Partner Center answers for the customer. */
  readonly isInPartnerCenter: boolean;
}

/**
 * One call for the relationships, and if one of them is active two more, for its assignments and for Azure; and one for an
 * operation that keeps access.
 * @throws MicrosoftError when the relationships can't be read; without them nothing can be said.
 */
export async function observe(
  microsoft: Microsoft,
  template: AccessTemplate,
  { tenantId, onboarding, listed, isInPartnerCenter }: ObservationRequest,
): Promise<Observation> {
  const read = listed ?? (await microsoft.relationships.listFor(tenantId));
  const relationships = await withFollowed(microsoft.relationships, read, onboarding.relationship?.id);
  const { relationship } = chooseRelationship(tenantId, onboarding, relationships, template);
  const { removal, relationshipId } = onboarding.keeping ?? {};
  const readingOperation =
    removal?.operationId !== undefined && relationshipId !== undefined
      ? reading(microsoft.relationships.operation(relationshipId, removal.operationId))
      : undefined;
  if (relationship?.status !== 'active') return { relationships, operation: await readingOperation };
  const [operation, assignments, azure] = await Promise.all([
    readingOperation,
    reading(microsoft.relationships.accessAssignments(relationship.id)),
    template.requireAzure ? azurePlanOf(microsoft, tenantId, isInPartnerCenter) : undefined,
  ]);
  return { relationships, operation, assignments, azure };
}

async function azurePlanOf(
  { purchases }: Microsoft,
  tenantId: string,
  isInPartnerCenter: boolean,
): Promise<Reading<AzurePlan>> {
  return isInPartnerCenter ? reading(purchases.azurePlan(tenantId)) : { value: 'notAsked' };
}

// A list may lag. A relationship that we follow counts as gone only once it isn't found by its id either.
async function withFollowed(
  relationships: Relationships,
  listed: readonly Relationship[],
  followedId: string | undefined,
): Promise<readonly Relationship[]> {
  if (followedId === undefined || listed.some(({ id }) => id === followedId)) return listed;
  const followed = await relationships.find(followedId);
  return followed ? [...listed, followed] : listed;
}
