// How a relationship moves from one status to the next, and when it does by itself.
import { endAssignments } from './assignment-lifecycle.js';
import { type EventName, eventNames } from './happening.js';
import { daysAfter, secondsAfter } from './instants.js';
import type { Relationship, RelationshipRequest, RelationshipStatus, RelationshipStep } from './model.js';
import { removing } from './removals.js';
import type { World } from './world.js';

const approvalDays = 90;
const extensionDays = 180;
const keptAfterEndDays = 365;

/** Puts a relationship into a status, with all that follows: dates, ended assignments, the next step. */
export function enter(world: World, relationship: Relationship, status: RelationshipStatus, at: string): void {
  relationship.status = status;
  relationship.held = undefined;
  const event = eventOf(relationship);
  if (status === 'active' && !relationship.activatedDateTime) activate(world, relationship, at);
  if (status === 'expired' || status === 'terminated') endAssignments(world, relationship, at);
  relationship.next = nextStep(world, relationship, at);
  world.touch(relationship, at);
  if (event)
    world.onHappening({ event, at, relationshipId: relationship.id, tenantId: relationship.customer?.tenantId });
}

// A new relationship and an extension have no event.
function eventOf({ status, activatedDateTime }: Relationship): EventName | undefined {
  if (status === 'approved') return eventNames.relationshipApproved;
  if (status === 'active' && !activatedDateTime) return eventNames.relationshipActivated;
  if (status === 'terminated') return eventNames.relationshipTerminated;
  return status === 'expired' ? eventNames.relationshipExpired : undefined;
}

/** The next step of a relationship that has had its status since that moment. */
export function nextStep(world: World, relationship: Relationship, since: string): Relationship['next'] {
  const after = (seconds: number, step: RelationshipStep) => ({ at: secondsAfter(since, seconds), step });
  const { waits } = world;
  switch (relationship.status) {
    case 'created':
      return null;
    case 'approvalPending':
      return { at: daysAfter(since, approvalDays), step: 'gone' };
    case 'approved':
      return after(waits.approvedSeconds, 'activating');
    case 'activating':
      return after(activatingSeconds(world, relationship), 'active');
    case 'active':
      return relationship.endDateTime ? { at: relationship.endDateTime, step: 'endReached' } : null;
    case 'expiring':
      return after(waits.expiringSeconds, 'expired');
    case 'terminationRequested':
      return after(waits.terminatingSeconds, 'terminating');
    case 'terminating':
      return after(waits.terminatingSeconds, 'terminated');
    case 'expired':
    case 'terminated':
      return { at: daysAfter(since, keptAfterEndDays), step: 'gone' };
    default:
      return relationship.status satisfies never;
  }
}

/** Takes the due step. */
export function takeStep(world: World, relationship: Relationship, step: RelationshipStep, at: string): void {
  if (step === 'gone') {
    world.removeRelationship(relationship);
  } else if (step === 'endReached') {
    reachEnd(world, relationship, at);
  } else if (step === 'locked') {
    succeed(relationship, 'lockForApproval', at);
    enter(world, relationship, 'approvalPending', at);
  } else if (
    step === 'terminated' &&
    removing(world, relationship.customer?.tenantId, 'relationship') === 'neverShows'
  ) {
    // Counted from now, so that any length of time is one step.
    relationship.next = { at: secondsAfter(world.now(), world.waits.terminatingSeconds + 1), step };
  } else {
    if (step === 'terminated') succeed(relationship, 'terminate', at);
    enter(world, relationship, step, at);
  }
}

function reachEnd(world: World, relationship: Relationship, at: string): void {
  const isExtended = relationship.autoExtendDuration === 'P180D';
  if (isExtended) relationship.endDateTime = daysAfter(at, extensionDays);
  enter(world, relationship, isExtended ? 'active' : 'expiring', at);
}

function activate(world: World, relationship: Relationship, at: string): void {
  relationship.activatedDateTime = at;
  relationship.endDateTime = daysAfter(at, relationship.durationDays);
  for (const quirk of world.quirks(relationship.customer?.tenantId)) {
    if (quirk.kind !== 'dropsRole') continue;
    relationship.roles = relationship.roles.filter((role) => role !== quirk.roleDefinitionId);
  }
}

function activatingSeconds(world: World, relationship: Relationship): number {
  const slow = world.quirks(relationship.customer?.tenantId).find((quirk) => quirk.kind === 'slowActivation');
  return slow?.seconds ?? world.waits.activatingSeconds;
}

function succeed(relationship: Relationship, action: RelationshipRequest['action'], at: string): void {
  for (const request of relationship.requests) {
    if (request.action !== action || request.status !== 'pending') continue;
    request.status = 'succeeded';
    request.lastModifiedDateTime = at;
  }
}
