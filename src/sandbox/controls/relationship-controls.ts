// Controls of relationships: what no API offers.
import type { Cloud } from '../cloud.js';
import { Refusal } from '../wire/refusal.js';
import { enterAssignment, tellOfAssignment } from '../world/assignment-lifecycle.js';
import { eventNames } from '../world/happening.js';
import type { AssignmentStatus, Extension, Relationship, RelationshipStatus } from '../world/model.js';
import { enter } from '../world/relationship-lifecycle.js';
import { addRelationship, type RelationshipSpec } from '../world/relationship-spec.js';
import { findRole, globalAdministrator } from '../world/roles.js';
import { settle } from '../world/settle.js';

/** The customer's and Microsoft's side of a relationship. @throws Refusal when it can't be done */
export interface RelationshipControls {
  /** The customer's administrator approves; one that isn't pinned to a tenant needs the tenant. */
  approve(relationshipId: string, tenantId?: string): void;
  /** The customer's administrator declines: the relationship is `terminated` at once, without having been active. */
  reject(relationshipId: string): void;
  /** Customer or partner ends an active relationship in the admin centre. */
  end(relationshipId: string): void;
  /** Moves the end of an active relationship to now, regardless of its automatic extension. */
  expire(relationshipId: string): void;
  /** Customer or partner changes what an active relationship does at its end, elsewhere. Microsoft has no event for it. */
  setAutoExtend(relationshipId: string, autoExtendDuration: Extension): void;
  /** A role (template id or name) disappears from the relationship and its assignments. */
  dropRole(relationshipId: string, role: string): void;
  /** Microsoft removes the relationship: GET 404, no longer listed, its name free. */
  cleanUp(relationshipId: string): void;
  /** Graph writes null for the roles of the relationship from now on, as it does for some that have ended. */
  loseRoles(relationshipId: string): void;
  /** A partner's admin takes a role (template id or name) of an active access assignment away, in Partner Center. */
  dropAssignmentRole(assignmentId: string, role: string): void;
  /** Puts an access assignment into `error`. */
  failAssignment(assignmentId: string): void;
  /** Removes an access assignment, as Partner Center does. */
  removeAssignment(assignmentId: string): void;
  /** Creates a relationship, as Partner Center does; roles are template ids or names. Returns its id. */
  addRelationship(spec: RelationshipSpec): string;
  /** Copies of the relationships of a tenant, or of all, oldest first. */
  relationships(tenantId?: string): Relationship[];
}

/** The controls of one cloud's relationships. */
export function relationshipControls({ world }: Cloud): RelationshipControls {
  const find = (id: string, status?: RelationshipStatus) => {
    settle(world);
    const relationship = world.relationship(id);
    if (!relationship) throw new Refusal(404, 'notFound', `There is no relationship ${id}.`);
    if (status && relationship.status !== status) {
      throw new Refusal(409, 'wrongStatus', `The relationship is ${relationship.status}, not ${status}.`);
    }
    return relationship;
  };
  const findAssignment = (id: string, statuses: readonly AssignmentStatus[]) => {
    settle(world);
    const relationship = world.relationships().find(({ assignments }) => assignments.some((one) => one.id === id));
    const assignment = relationship?.assignments.find((one) => one.id === id);
    if (!relationship || !assignment) throw new Refusal(404, 'notFound', `There is no access assignment ${id}.`);
    if (!statuses.includes(assignment.status)) {
      throw new Refusal(409, 'wrongStatus', `The access assignment is ${assignment.status}.`);
    }
    return { relationship, assignment };
  };

  return {
    approve(relationshipId, tenantId) {
      const relationship = find(relationshipId, 'approvalPending');
      if (!relationship.customer) {
        const customer = world.customer(tenantId ?? '');
        if (!customer)
          throw new Refusal(400, 'noCustomer', 'This request isn’t for one customer: name the tenant that approves.');
        world.setCustomer(relationship, { tenantId: customer.tenantId, displayName: customer.name });
      }
      enter(world, relationship, 'approved', world.now());
    },
    reject(relationshipId) {
      enter(world, find(relationshipId, 'approvalPending'), 'terminated', world.now());
    },
    end(relationshipId) {
      enter(world, find(relationshipId, 'active'), 'terminationRequested', world.now());
    },
    expire(relationshipId) {
      const relationship = find(relationshipId, 'active');
      relationship.endDateTime = world.now();
      enter(world, relationship, 'expiring', world.now());
    },
    setAutoExtend(relationshipId, autoExtendDuration) {
      const relationship = find(relationshipId, 'active');
      if (autoExtendDuration === 'P180D' && relationship.roles.includes(globalAdministrator))
        throw new Refusal(400, 'globalAdministrator', 'Global Administrator rules out automatic extension.');
      relationship.autoExtendDuration = autoExtendDuration;
      world.touch(relationship, world.now());
    },
    dropRole(relationshipId, role) {
      const dropped = toRoleId(role);
      const relationship = find(relationshipId);
      for (const holder of [relationship, ...relationship.assignments]) {
        if (!holder.roles.includes(dropped)) continue;
        holder.roles = holder.roles.filter((id) => id !== dropped);
        world.touch(holder, world.now());
      }
    },
    cleanUp(relationshipId) {
      world.removeRelationship(find(relationshipId));
    },
    loseRoles(relationshipId) {
      find(relationshipId).lacksRoles = true;
      world.changed();
    },
    dropAssignmentRole(assignmentId, role) {
      const dropped = toRoleId(role);
      const { relationship, assignment } = findAssignment(assignmentId, ['active']);
      if (!assignment.roles.includes(dropped)) throw new Refusal(404, 'notFound', `It doesn’t have the role ${role}.`);
      if (assignment.roles.length === 1) throw new Refusal(409, 'lastRole', 'An access assignment keeps one role.');
      assignment.roles = assignment.roles.filter((id) => id !== dropped);
      world.touch(assignment, world.now());
      tellOfAssignment(world, { relationship, assignment }, eventNames.assignmentUpdated, world.now());
    },
    failAssignment(assignmentId) {
      enterAssignment(world, findAssignment(assignmentId, ['pending', 'active']), 'error', world.now());
    },
    removeAssignment(assignmentId) {
      enterAssignment(world, findAssignment(assignmentId, ['pending', 'active', 'error']), 'deleting', world.now());
    },
    addRelationship(spec) {
      settle(world);
      if (world.isNameTaken(spec.displayName)) throw new Refusal(409, 'nameTaken', 'The name is taken.');
      return addRelationship(world, withRoleIds(spec)).id;
    },
    relationships(tenantId) {
      settle(world);
      return structuredClone([...(tenantId === undefined ? world.relationships() : world.relationshipsOf(tenantId))]);
    },
  };
}

function withRoleIds(spec: RelationshipSpec): RelationshipSpec {
  if (!spec.roles) return spec;
  return { ...spec, roles: spec.roles.map(toRoleId) };
}

function toRoleId(role: string): string {
  const id = findRole(role);
  if (!id) throw new Refusal(400, 'badRequest', `There is no GDAP role ${role}.`);
  return id;
}
