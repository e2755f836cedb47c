// How each kind of thing is removed at Microsoft, and how its removal shows.

import { type AccessAssignment, isEnded, type ListedRelationship } from '../../domain/access/relationship.js';
import { NotFound } from '../../domain/errors.js';
import { type ReasonNot, whyNotDelegatedAdmin, whyNotReseller } from '../../domain/offboarding/obstacles.js';
import type { Target } from '../../domain/offboarding/task.js';
import type { LockedDependencies } from '../dependencies.js';
import type { Microsoft } from '../ports/microsoft.js';
import type { Done, MicrosoftWrites } from '../ports/microsoft-writes.js';
import { wholeList } from '../reading.js';
import { noneWithoutCustomer } from './read-inventory.js';

/**
 * What a reading shows of something to remove.
 * - `gone`: it isn't there any more; this is the proof.
 * - `there`: it is, and can be removed.
 * - `going`: Microsoft is already removing it.
 * - `notYet`: it must reach another status first, which Microsoft does by itself.
 * - `unseen`: Microsoft doesn't let us read it.
 */
export type Sight = 'gone' | 'there' | 'going' | 'notYet' | 'unseen';

/** The removal of one thing. Every method throws a MicrosoftError when nothing is known. */
export interface RemovalCalls {
  state(): Promise<Sight>;
  /** What must go first; `undefined`: nothing. */
  obstacle(): Promise<ReasonNot | undefined>;
  /** Only after a reading that shows something to remove. */
  remove(): Promise<Done>;
}

const nothingInTheWay = async () => undefined;

/** The removals of one pass over a tenant; what several of them read is read once. */
export class Removals {
  readonly #microsoft: Microsoft;
  readonly #writes: MicrosoftWrites;
  readonly #tenantId: string;
  readonly #relationships = new Map<string, Promise<ListedRelationship | undefined>>();
  readonly #assignments = new Map<string, Promise<readonly AccessAssignment[]>>();

  constructor({ microsoft, writes }: Pick<LockedDependencies, 'microsoft' | 'writes'>, tenantId: string) {
    this.#microsoft = microsoft;
    this.#writes = writes;
    this.#tenantId = tenantId;
  }

  /** The removal of a target. */
  of(target: Target): RemovalCalls {
    switch (target.kind) {
      case 'assignment':
        return this.#assignment(target);
      case 'consent':
        return this.#consent(target.requestId);
      case 'relationship':
        return this.#relationship(target.relationshipId);
      case 'delegatedAdmin':
        return this.#delegatedAdmin(target.requestId);
      case 'reseller':
        return this.#reseller(target.requestId);
      default:
        return target satisfies never;
    }
  }

  #assignment({ relationshipId, assignmentId, groupId }: Extract<Target, { kind: 'assignment' }>): RemovalCalls {
    const find = async () => (await this.#assignmentsOf(relationshipId)).find(({ id }) => id === assignmentId);
    return {
      state: async () => {
        const assignment = await find();
        if (!assignment || assignment.status === 'deleted') return 'gone';
        if (assignment.status === 'deleting') return 'going';
        const relationship = await this.#read(relationshipId);
        if (!relationship || isEnded(relationship.status)) return 'gone';
        if (relationship.status === 'terminationRequested' || relationship.status === 'terminating') return 'going';
        return assignment.status === 'pending' ? 'notYet' : 'there';
      },
      obstacle: nothingInTheWay,
      remove: async () => {
        // With the etag of the reading: Microsoft refuses one that has changed since, and it's read again.
        const etag = (await find())?.etag ?? '';
        return this.#writes.relationships.removeAssignment({
          do: 'removeAssignment',
          relationshipId,
          assignmentId,
          etag,
          groupId,
        });
      },
    };
  }

  #consent(requestId: string): RemovalCalls {
    return {
      state: async () => {
        const consent = await this.#microsoft.consents.check(this.#tenantId);
        if (consent === 'none') return 'gone';
        return consent === 'given' ? 'there' : 'unseen';
      },
      obstacle: nothingInTheWay,
      remove: () => this.#writes.consents.withdraw(this.#tenantId, requestId),
    };
  }

  #relationship(relationshipId: string): RemovalCalls {
    return {
      state: async () => {
        const status = (await this.#read(relationshipId))?.status;
        if (status === undefined || isEnded(status)) return 'gone';
        switch (status) {
          case 'terminationRequested':
          case 'terminating':
          case 'expiring':
            return 'going';
          case 'approved':
          case 'activating':
            return 'notYet';
          default:
            return 'there';
        }
      },
      obstacle: async () =>
        (await this.#read(relationshipId))?.status === 'approvalPending' ? 'pendingInvitation' : undefined,
      remove: async () => {
        const isUnasked = (await this.#read(relationshipId))?.status === 'created';
        return isUnasked
          ? this.#writes.relationships.delete(relationshipId)
          : this.#writes.relationships.terminate(relationshipId);
      },
    };
  }

  #delegatedAdmin(requestId: string): RemovalCalls {
    return {
      state: async () =>
        (await this.#microsoft.customers.relationshipToPartner(this.#tenantId)).delegatedAdmin ? 'there' : 'gone',
      obstacle: async () => whyNotDelegatedAdmin({ reservations: { value: await this.#reservations() } }),
      remove: () => this.#writes.customers.removeDelegatedAdmin(this.#tenantId, requestId),
    };
  }

  #reseller(requestId: string): RemovalCalls {
    return {
      state: async () =>
        (await this.#microsoft.customers.relationshipToPartner(this.#tenantId)).isReseller ? 'there' : 'gone',
      obstacle: async () => {
        const [reservations, subscriptions] = await Promise.all([
          this.#reservations(),
          this.#microsoft.purchases.subscriptions(this.#tenantId),
        ]);
        return whyNotReseller({ reservations: { value: reservations }, subscriptions: { value: subscriptions } });
      },
      remove: () => this.#writes.customers.endReseller(this.#tenantId, requestId),
    };
  }

  #reservations() {
    return noneWithoutCustomer(this.#microsoft.purchases.reservations(this.#tenantId));
  }

  #read(relationshipId: string): Promise<ListedRelationship | undefined> {
    return once(this.#relationships, relationshipId, () => this.#microsoft.relationships.find(relationshipId));
  }

  #assignmentsOf(relationshipId: string): Promise<readonly AccessAssignment[]> {
    return once(this.#assignments, relationshipId, async () => {
      try {
        return await wholeList(this.#microsoft.relationships.accessAssignments(relationshipId));
      } catch (error) {
        // Everything that the relationship gave is gone with it.
        if (error instanceof NotFound) return [];
        throw error;
      }
    });
  }
}

function once<T>(known: Map<string, Promise<T>>, id: string, read: () => Promise<T>): Promise<T> {
  const first = known.get(id) ?? read();
  known.set(id, first);
  return first;
}
