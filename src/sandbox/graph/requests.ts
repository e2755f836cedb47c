// The routes of a relationship's requests: lockForApproval and terminate are the partner's two.
import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { readJson } from '../wire/body.js';
import type { WireEnv } from '../wire/env.js';
import { Refusal } from '../wire/refusal.js';
import { secondsAfter } from '../world/instants.js';
import type { Relationship, RelationshipRequest } from '../world/model.js';
import { enter } from '../world/relationship-lifecycle.js';
import { removing } from '../world/removals.js';
import type { World } from '../world/world.js';
import { addressOf, badRequest, contextOf, notFound } from './answers.js';
import { answerList, readListOptions, readSelect, selected } from './collection.js';
import { findRelationship } from './relationships.js';
import { requestResource } from './resources.js';

const requestCreate = z.object({ action: z.enum(['lockForApproval', 'terminate', 'approve', 'reject']) });

/** GET and POST of requests. */
export function requestRoutes(world: World): Hono<WireEnv> {
  const app = new Hono<WireEnv>();

  app.get('/', (c) => {
    const { requests } = findRelationship(world, c);
    return answerList(c, readListOptions(c), { items: requests, toWire: requestResource, fragment: 'requests' });
  });

  app.get('/:requestId', (c) => {
    const select = readSelect(c);
    const request = findRelationship(world, c).requests.find(({ id }) => id === c.req.param('requestId'));
    if (!request) throw notFound();
    return c.json(selected(requestResource(request), select));
  });

  app.post('/', async (c) => {
    const relationship = findRelationship(world, c);
    const { action } = await readJson(c, requestCreate, badRequest);
    const request = start(world, relationship, action);
    c.header('Location', addressOf(c, `delegatedAdminRelationships/${relationship.id}/requests/${request.id}`));
    return c.json({ '@odata.context': contextOf(c, 'requests'), ...requestResource(request), status: 'created' }, 201);
  });

  return app;
}

function start(
  world: World,
  relationship: Relationship,
  action: z.infer<typeof requestCreate>['action'],
): RelationshipRequest {
  switch (action) {
    case 'lockForApproval':
      return startLock(world, relationship);
    case 'terminate':
      return startTermination(world, relationship);
    case 'approve':
    case 'reject':
      throw new Refusal(403, 'accessDenied', `Only an indirect reseller may ${action} a relationship.`);
    default:
      return action satisfies never;
  }
}

function startTermination(world: World, relationship: Relationship): RelationshipRequest {
  if (relationship.status !== 'active')
    throw notAllowed(`terminate needs the status active, not ${relationship.status}.`);
  if (removing(world, relationship.customer?.tenantId, 'relationship') === 'refused')
    throw notAllowed('the relationship cannot be terminated.');
  const request = addRequest(relationship, 'terminate', world.now());
  enter(world, relationship, 'terminationRequested', world.now());
  return request;
}

function startLock(world: World, relationship: Relationship): RelationshipRequest {
  if (relationship.status !== 'created' || relationship.next) {
    throw notAllowed(
      `lockForApproval needs the status created, not ${relationship.next ? 'a lock under way' : relationship.status}.`,
    );
  }
  const now = world.now();
  if (Date.parse(now) - Date.parse(relationship.createdDateTime) < world.behaviour.lockTooEarlyMs) {
    throw notAllowed('The relationship is not ready yet.');
  }
  const request = addRequest(relationship, 'lockForApproval', now);
  relationship.next = { at: secondsAfter(now, world.waits.lockSeconds), step: 'locked' };
  world.await(relationship.next);
  world.changed();
  return request;
}

function addRequest(
  relationship: Relationship,
  action: RelationshipRequest['action'],
  at: string,
): RelationshipRequest {
  const request: RelationshipRequest = {
    id: randomUUID(),
    action,
    status: 'pending',
    createdDateTime: at,
    lastModifiedDateTime: at,
  };
  relationship.requests.push(request);
  return request;
}

function notAllowed(message: string): Refusal {
  return new Refusal(405, 'notAllowed', `The action is not allowed by the system: ${message}`);
}
