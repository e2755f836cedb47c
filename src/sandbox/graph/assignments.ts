// The routes of a relationship's access assignments.
import { type Context, Hono } from 'hono';
import { readJson } from '../wire/body.js';
import type { WireEnv } from '../wire/env.js';
import { endStuck, enterAssignment, isStuck, tellOfAssignment } from '../world/assignment-lifecycle.js';
import { eventNames } from '../world/happening.js';
import { type Assignment, assignmentStatus } from '../world/model.js';
import { removing } from '../world/removals.js';
import type { World } from '../world/world.js';
import { addressOf, badRequest, checkIfMatch, conflict, contextOf, notFound } from './answers.js';
import { assignmentCreate, assignmentUpdate, checkSubset, createAssignment } from './assignment-rules.js';
import { answerList, readListOptions, readSelect, selected } from './collection.js';
import { isSameSet } from './relationship-bodies.js';
import { findRelationship } from './relationships.js';
import { assignmentResource } from './resources.js';
import { addOperation, announceOperation } from './start-operation.js';

/** GET, POST, PATCH and DELETE of access assignments. Deleted ones stay listed. */
export function assignmentRoutes(world: World): Hono<WireEnv> {
  const app = new Hono<WireEnv>();

  app.get('/', (c) => {
    const options = readListOptions(c, {
      filterable: ['status'],
      ignoresTop: world.behaviour.ignoresTop,
      loops: world.behaviour.pagingLoops,
    });
    const wanted = options.conditions.map(({ value }) => statusOf(value));
    const items = findRelationship(world, c).assignments.filter(({ status }) => wanted.every((one) => one === status));
    return answerList(c, options, { items, toWire: assignmentResource, fragment: 'accessAssignments' });
  });

  app.post('/', async (c) => {
    const relationship = findRelationship(world, c);
    const assignment = createAssignment(world, relationship, await readJson(c, assignmentCreate, badRequest));
    tellOfAssignment(world, { relationship, assignment }, eventNames.assignmentCreated, world.now());
    c.header(
      'Location',
      addressOf(c, `delegatedAdminRelationships/${relationship.id}/accessAssignments/${assignment.id}`),
    );
    return c.json(entity(c, assignment), 201);
  });

  app.get('/:assignmentId', (c) => {
    const select = readSelect(c);
    return c.json(selected(entity(c, findAssignment(world, c)), select));
  });

  app.patch('/:assignmentId', async (c) => {
    const relationship = findRelationship(world, c);
    const assignment = findAssignment(world, c);
    checkIfMatch(c, assignment);
    const { accessDetails: roles } = await readJson(c, assignmentUpdate, badRequest);
    checkSubset(relationship, roles);
    if (isSameSet(roles, assignment.roles)) return c.json(entity(c, assignment));
    if (assignment.status !== 'active' || relationship.status !== 'active') {
      throw conflict(`The access assignment cannot be changed in the status ${assignment.status}.`);
    }
    const operation = addOperation(world, relationship, { assignmentId: assignment.id, roles });
    announceOperation(world, c, { relationship, operation });
    return c.json({}, 202);
  });

  app.delete('/:assignmentId', (c) => {
    const assignment = findAssignment(world, c);
    checkIfMatch(c, assignment);
    const relationship = findRelationship(world, c);
    // That a stuck one can be deleted, and that it helps, is reported; Graph's answer in that case is inferred.
    // @see https://github.com/microsoft/PartnerCenter-GDAPTransition/issues/19 (checked 2026-11-28)
    const wasStuck = isStuck(world, relationship, assignment);
    if (assignment.status !== 'active' && assignment.status !== 'error' && !wasStuck) {
      throw conflict(`The access assignment cannot be deleted in the status ${assignment.status}.`);
    }
    if (removing(world, relationship.customer?.tenantId, 'assignments') === 'refused') {
      throw conflict('The access assignment cannot be deleted.');
    }
    if (wasStuck) endStuck(world, relationship, assignment);
    enterAssignment(world, { relationship, assignment }, 'deleting', world.now());
    return c.body(null, 204);
  });

  return app;
}

function findAssignment(world: World, c: Context<WireEnv>): Assignment {
  const assignment = findRelationship(world, c).assignments.find(({ id }) => id === c.req.param('assignmentId'));
  if (!assignment) throw notFound();
  return assignment;
}

function entity(c: Context, assignment: Assignment): object {
  return { '@odata.context': contextOf(c, 'accessAssignments/$entity'), ...assignmentResource(assignment) };
}

function statusOf(value: string): Assignment['status'] {
  const status = assignmentStatus.safeParse(value);
  if (!status.success) throw badRequest(`Invalid filter clause: '${value}' is not a status.`);
  return status.data;
}
