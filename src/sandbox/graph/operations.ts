// The routes of a relationship's operations.
import { Hono } from 'hono';
import type { WireEnv } from '../wire/env.js';
import type { Operation } from '../world/model.js';
import type { World } from '../world/world.js';
import { notFound } from './answers.js';
import { answerList, readListOptions, readSelect, selected } from './collection.js';
import { findRelationship } from './relationships.js';
import { operationResource } from './resources.js';

/** GET of operations, which a PATCH answered with 202 has started. */
export function operationRoutes(world: World): Hono<WireEnv> {
  const app = new Hono<WireEnv>();

  app.get('/', (c) => {
    const relationship = findRelationship(world, c);
    const toWire = (operation: Operation) => operationResource(relationship, operation);
    return answerList(c, readListOptions(c), { items: relationship.operations, toWire, fragment: 'operations' });
  });

  app.get('/:operationId', (c) => {
    const select = readSelect(c);
    const relationship = findRelationship(world, c);
    const operation = relationship.operations.find(({ id }) => id === c.req.param('operationId'));
    if (!operation) throw notFound();
    return c.json(selected(operationResource(relationship, operation), select));
  });

  return app;
}
