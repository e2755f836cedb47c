// Begins a change of roles that Microsoft carries out later.
import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { startOperation } from '../world/assignment-lifecycle.js';
import type { Operation, Relationship } from '../world/model.js';
import type { World } from '../world/world.js';
import { addressOf } from './answers.js';

/** Plans a change of roles, of an assignment or (without one) of the relationship. */
export function addOperation(
  world: World,
  relationship: Relationship,
  { assignmentId = null, roles }: { assignmentId?: string | null; roles: string[] },
): Operation {
  const at = world.now();
  const operation: Operation = {
    id: randomUUID(),
    assignmentId,
    roles,
    status: 'notStarted',
    next: null,
    createdDateTime: at,
    lastModifiedDateTime: at,
    revision: 0,
  };
  relationship.operations.push(operation);
  startOperation(world, operation, at);
  return operation;
}

/** Tells the client where to follow an operation. Microsoft says 10 seconds; here it's the sandbox's own pace. */
export function announceOperation(
  world: World,
  c: Context,
  { relationship, operation }: { relationship: Relationship; operation: Operation },
): void {
  c.header('Location', addressOf(c, `delegatedAdminRelationships/${relationship.id}/operations/${operation.id}`));
  c.header('Retry-After', String(Math.max(1, Math.ceil(world.waits.operationSeconds))));
}
