// What has happened by itself since the last request. There are no timers: the world catches up when it's asked.
import { takeAssignmentStep, takeOperationStep } from './assignment-lifecycle.js';
import { endOfTime } from './instants.js';
import type { Relationship } from './model.js';
import { takeStep } from './relationship-lifecycle.js';
import type { World } from './world.js';

/** Takes every due step at the moment when it was due. Costs nothing while none is. */
export function settle(world: World): void {
  const now = world.now();
  if (now < world.nextDue) return;
  const relationships = world.relationships();
  world.nextDue = endOfTime;
  for (const relationship of relationships) {
    settleRelationship(world, relationship, now);
    if (world.relationship(relationship.id)) awaitAll(world, relationship);
  }
}

function settleRelationship(world: World, relationship: Relationship, now: string): void {
  for (const assignment of relationship.assignments) {
    while (assignment.next && assignment.next.at <= now) {
      takeAssignmentStep(world, { relationship, assignment }, assignment.next);
    }
  }
  for (const operation of relationship.operations) {
    while (operation.next && operation.next.at <= now) {
      takeOperationStep(world, { relationship, operation }, operation.next);
    }
  }
  let next = relationship.next;
  while (next && next.at <= now) {
    takeStep(world, relationship, next.step, next.at);
    next = next.step === 'gone' ? null : relationship.next;
  }
}

function awaitAll(world: World, relationship: Relationship): void {
  for (const { next } of [relationship, ...relationship.assignments, ...relationship.operations]) world.await(next);
}
