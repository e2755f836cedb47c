// How access assignments, and operations that change roles, move by themselves.
import { type EventName, eventNames } from './happening.js';
import { secondsAfter } from './instants.js';
import type { Assignment, AssignmentStatus, Operation, Relationship } from './model.js';
import { removing } from './removals.js';
import type { World } from './world.js';

/** An assignment and its relationship. */
export interface AssignmentOf {
  readonly relationship: Relationship;
  readonly assignment: Assignment;
}

/** Puts an assignment into a status and plans what follows. */
export function enterAssignment(world: World, of: AssignmentOf, status: AssignmentStatus, at: string): void {
  const { assignment } = of;
  assignment.status = status;
  assignment.next = nextAssignmentStep(world, status, at);
  world.touch(assignment, at);
  if (status === 'active') tellOfAssignment(world, of, eventNames.assignmentActivated, at);
  if (status === 'deleted') tellOfAssignment(world, of, eventNames.assignmentDeleted, at);
}

/** Has Partner Center report what happened to an assignment. */
export function tellOfAssignment(
  world: World,
  { relationship, assignment }: AssignmentOf,
  event: EventName,
  at: string,
): void {
  const tenantId = relationship.customer?.tenantId;
  world.onHappening({ event, at, relationshipId: relationship.id, assignmentId: assignment.id, tenantId });
}

/** The next step of an assignment that has had its status since that moment. */
export function nextAssignmentStep(world: World, status: AssignmentStatus, since: string): Assignment['next'] {
  if (status === 'pending') return { at: secondsAfter(since, world.waits.assignmentSeconds), step: 'assigned' };
  if (status === 'deleting') return { at: secondsAfter(since, world.waits.deletingSeconds), step: 'deleted' };
  return null;
}

/** Takes the due step of an assignment: it's active, refused by the tenant, or gone. */
export function takeAssignmentStep(
  world: World,
  { relationship, assignment }: AssignmentOf,
  { at, step }: NonNullable<Assignment['next']>,
): void {
  if (step === 'deleted' && removing(world, relationship.customer?.tenantId, 'assignments') === 'neverShows') {
    // Counted from now, so that any length of time is one step.
    assignment.next = { at: secondsAfter(world.now(), world.waits.deletingSeconds + 1), step };
    return;
  }
  if (step === 'assigned' && isStuck(world, relationship, assignment)) {
    // Counted from now, so that any length of time is one step.
    assignment.next = { at: secondsAfter(world.now(), world.waits.assignmentSeconds + 1), step };
    return;
  }
  const fails = world
    .quirks(relationship.customer?.tenantId)
    .some((quirk) => quirk.kind === 'assignmentFails' && quirk.groupId === assignment.groupId);
  const assigned = fails ? 'error' : 'active';
  enterAssignment(world, { relationship, assignment }, step === 'deleted' ? 'deleted' : assigned, at);
}

/** Whether an access assignment stays pending for good. */
export function isStuck(world: World, { customer }: Relationship, { groupId, status }: Assignment): boolean {
  const quirks = world.quirks(customer?.tenantId);
  return status === 'pending' && quirks.some((quirk) => quirk.kind === 'assignmentStuck' && quirk.groupId === groupId);
}

/** Lets the group's next assignment be carried out like any other. */
export function endStuck(world: World, { customer }: Relationship, { groupId }: Assignment): void {
  const known = customer && world.customer(customer.tenantId);
  if (!known) return;
  known.quirks = known.quirks.filter((quirk) => quirk.kind !== 'assignmentStuck' || quirk.groupId !== groupId);
}

/** Ends the assignments of a relationship that has ended; they're listed as deleted. */
export function endAssignments(world: World, relationship: Relationship, at: string): void {
  for (const assignment of relationship.assignments) {
    if (assignment.status !== 'deleted') enterAssignment(world, { relationship, assignment }, 'deleted', at);
  }
}

/** Starts an operation; it runs half way through the wait, and changes the roles at its end. */
export function startOperation(world: World, operation: Operation, at: string): void {
  operation.next = { at: secondsAfter(at, world.waits.operationSeconds / 2), step: 'running' };
  world.touch(operation, at);
}

/** Takes the due step of an operation. */
export function takeOperationStep(
  world: World,
  { relationship, operation }: { relationship: Relationship; operation: Operation },
  { at, step }: NonNullable<Operation['next']>,
): void {
  if (step === 'running') {
    operation.status = 'running';
    operation.next = { at: secondsAfter(at, world.waits.operationSeconds / 2), step: 'finished' };
  } else {
    operation.status = applyRoles(world, { relationship, operation }, at) ? 'succeeded' : 'failed';
    operation.next = null;
  }
  world.touch(operation, at);
}

function applyRoles(
  world: World,
  { relationship, operation }: { relationship: Relationship; operation: Operation },
  at: string,
): boolean {
  const { assignmentId } = operation;
  const assignment = relationship.assignments.find(({ id }) => id === assignmentId);
  const target = assignmentId ? assignment : relationship;
  const fails = world.quirks(relationship.customer?.tenantId).some(({ kind }) => kind === 'operationFails');
  if (target?.status !== 'active' || fails) return false;
  target.roles = operation.roles;
  world.touch(target, at);
  if (assignment) tellOfAssignment(world, { relationship, assignment }, eventNames.assignmentUpdated, at);
  else withinRoles(world, relationship, at);
  return true;
}

/**
 * Takes from the assignments what their relationship has no more; one that's left without a role is deleted. No page says what
 * becomes of them, so this is inferred from an assignment's roles being roles of its relationship.
 */
function withinRoles(world: World, relationship: Relationship, at: string): void {
  for (const assignment of relationship.assignments) {
    const roles = assignment.roles.filter((role) => relationship.roles.includes(role));
    if (roles.length === assignment.roles.length || assignment.status === 'deleted') continue;
    assignment.roles = roles.length > 0 ? roles : assignment.roles;
    enterAssignment(world, { relationship, assignment }, roles.length > 0 ? assignment.status : 'deleted', at);
  }
}
