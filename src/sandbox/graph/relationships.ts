// The routes of delegatedAdminRelationships.
import { type Context, Hono } from 'hono';
import { readJson } from '../wire/body.js';
import type { WireEnv } from '../wire/env.js';
import { Refusal } from '../wire/refusal.js';
import { release } from '../world/held.js';
import { isYounger } from '../world/lag.js';
import { type Relationship, relationshipStatus } from '../world/model.js';
import { addRelationship } from '../world/relationship-spec.js';
import type { World } from '../world/world.js';
import { addressOf, badRequest, checkIfMatch, conflict, notFound } from './answers.js';
import { answerList, readListOptions, readSelect, selected } from './collection.js';
import type { Condition } from './filter.js';
import { checkName, checkRoles, participant, relationshipCreate } from './relationship-bodies.js';
import { patchRelationship } from './relationship-patch.js';
import { relationshipEntity, relationshipResource } from './resources.js';

const filterable = ['status', 'customer/tenantId'];

/** GET, POST, PATCH and DELETE of relationships. */
export function relationshipRoutes(world: World): Hono<WireEnv> {
  const app = new Hono<WireEnv>();

  app.get('/', (c) => {
    const options = readListOptions(c, {
      filterable,
      ignoresTop: world.behaviour.ignoresTop,
      loops: world.behaviour.pagingLoops,
    });
    const items = matching(world, options.conditions);
    if (options.conditions.some(({ property }) => property === 'customer/tenantId')) release(world, items);
    return answerList(c, options, { items, toWire: relationshipResource, fragment: 'delegatedAdminRelationships' });
  });

  app.post('/', async (c) => {
    const relationship = await create(world, c);
    c.header('Location', addressOf(c, `delegatedAdminRelationships/${relationship.id}`));
    return c.json(relationshipEntity(c, relationship), 201);
  });

  app.get('/:relationshipId', (c) => {
    const select = readSelect(c);
    const relationship = findRelationship(world, c);
    release(world, [relationship]);
    return c.json(selected(relationshipEntity(c, relationship), select));
  });

  app.patch('/:relationshipId', (c) => patchRelationship(world, c, findRelationship(world, c)));

  app.delete('/:relationshipId', (c) => {
    const relationship = findRelationship(world, c);
    checkIfMatch(c, relationship);
    if (relationship.status !== 'created' || relationship.next) {
      throw conflict('Only a relationship in the status created can be deleted.');
    }
    world.removeRelationship(relationship);
    return c.body(null, 204);
  });

  return app;
}

/** The relationship of the path. @throws Refusal 404 when it isn't there (any more) */
export function findRelationship(world: World, c: Context<WireEnv>): Relationship {
  const relationship = world.relationship(c.req.param('relationshipId') ?? '');
  if (!relationship || isYounger(world, relationship.createdDateTime)) throw notFound();
  return relationship;
}

async function create(world: World, c: Context): Promise<Relationship> {
  const body = await readJson(c, relationshipCreate, badRequest);
  const autoExtendDuration = body.autoExtendDuration ?? 'PT0S';
  checkRoles(body.accessDetails, autoExtendDuration);
  checkName(world, body.displayName);
  const customer = participant(world, body.customer);
  if (world.quirks(customer?.tenantId).some(({ kind }) => kind === 'createRefused')) {
    throw new Refusal(
      403,
      'accessDenied',
      'The user (principal) does not have the required permissions to perform the specified action on the resource.',
    );
  }
  const relationship = addRelationship(world, {
    displayName: body.displayName,
    status: 'created',
    roles: body.accessDetails,
    autoExtendDuration,
    durationDays: body.duration,
  });
  world.setCustomer(relationship, customer);
  return relationship;
}

function matching(world: World, conditions: readonly Condition[]): readonly Relationship[] {
  const tenantId = conditions.find(({ property }) => property === 'customer/tenantId')?.value;
  const candidates: readonly Relationship[] =
    tenantId === undefined ? world.relationships() : world.relationshipsOf(tenantId);
  // Each page of a long list comes by here: nothing is looked at that everything passes.
  const known =
    world.behaviour.lagMs > 0
      ? candidates.filter(({ createdDateTime }) => !isYounger(world, createdDateTime))
      : candidates;
  return conditions.length > 0
    ? known.filter((relationship) => conditions.every((condition) => holds(relationship, condition)))
    : known;
}

function holds(relationship: Relationship, { property, value }: Condition): boolean {
  if (property !== 'status') return relationship.customer?.tenantId === value.toLowerCase();
  const status = relationshipStatus.safeParse(value);
  if (!status.success) throw badRequest(`Invalid filter clause: '${value}' is not a status.`);
  return relationship.status === status.data;
}
