// A Microsoft for tests of the operations, behind the port: the test says what it holds and how it fails.

import type { Reservation } from '../../src/domain/access/delegated-admin.js';
import type { AzurePlan } from '../../src/domain/access/observation.js';
import type { AccessAssignment, ListedRelationship } from '../../src/domain/access/relationship.js';
import type { StepOf } from '../../src/domain/access/steps.js';
import { AccessDenied, CloudUnavailable, type MicrosoftError, Throttled } from '../../src/domain/errors.js';
import type { Consent, RelationshipToPartner, Subscription } from '../../src/domain/offboarding/inventory.js';
import type { Done, ListedCustomer, Microsoft } from '../../src/operations/ports/microsoft.js';
import { aRelationship, bothAssigned } from './builders.js';

/** Microsoft can't be reached. */
export const down = new CloudUnavailable('no answer', 'Wait.', { reason: 'unreachable' });
/** Microsoft denies access. */
export const denied = new AccessDenied('no rights', 'Get some.', { reason: 'noRights' });
/** Too many calls, for this many seconds. */
export const throttled = (seconds: number) => new Throttled('busy', 'Wait.', { reason: 'throttled' }, seconds);

type Method = keyof Microsoft;

/** Everything is in place for every tenant, until the test says otherwise. */
export class FakeMicrosoft implements Microsoft {
  /** Every call: the method and its subject. */
  readonly asked: string[] = [];
  /** The methods that fail, and how. */
  readonly failing = new Map<Method, MicrosoftError>();
  readonly groupNames = new Map<string, string>();
  /** Runs while a call is under way. */
  readonly meanwhile = new Map<Method, () => unknown>();
  listedCustomers: readonly ListedCustomer[] = [];
  /** The relationships of every list. */
  listedRelationships: readonly ListedRelationship[] = [aRelationship()];
  /** Relationships that are found by id though they're in no list. */
  unlisted: readonly ListedRelationship[] = [];
  assignments: readonly AccessAssignment[] = bothAssigned;
  plan: AzurePlan = 'active';
  hasDelegatedAdmin = false;
  openReservations: readonly Reservation[] = [];
  consentThere: Consent = 'given';
  isReseller = true;
  bought: readonly Subscription[] = [];

  customers() {
    return this.#answer('customers', '', () => this.listedCustomers);
  }

  relationships() {
    return this.#answer('relationships', '', () => this.listedRelationships);
  }

  relationshipsOf(tenantId: string) {
    return this.#answer('relationshipsOf', tenantId, () => this.listedRelationships);
  }

  relationship(relationshipId: string) {
    return this.#answer('relationship', relationshipId, () =>
      [...this.listedRelationships, ...this.unlisted].find(({ id }) => id === relationshipId),
    );
  }

  accessAssignments(relationshipId: string) {
    return this.#answer('accessAssignments', relationshipId, () => this.assignments);
  }

  createRelationship({ displayName }: StepOf<'createRelationship'>) {
    return this.#done('createRelationship', displayName, () => aRelationship({ displayName, status: 'created' }));
  }

  lockForApproval({ relationshipId }: StepOf<'lockForApproval'>) {
    return this.#done('lockForApproval', relationshipId, () => undefined);
  }

  assignAccess({ groupId, roleIds }: StepOf<'assignAccess'>) {
    return this.#done('assignAccess', groupId, () => {
      const assignment: AccessAssignment = { id: `new-${groupId}`, groupId, roleIds, status: 'pending', etag: '1' };
      return assignment;
    });
  }

  widenAssignment({ assignmentId }: StepOf<'widenAssignment'>) {
    return this.#done('widenAssignment', assignmentId, () => undefined);
  }

  removeAssignment({ assignmentId }: StepOf<'removeAssignment'>) {
    return this.#done('removeAssignment', assignmentId, () => undefined);
  }

  azurePlan(tenantId: string) {
    return this.#answer('azurePlan', tenantId, () => this.plan);
  }

  delegatedAdmin(tenantId: string) {
    return this.#answer('delegatedAdmin', tenantId, () => this.hasDelegatedAdmin);
  }

  reservations(tenantId: string) {
    return this.#answer('reservations', tenantId, () => this.openReservations);
  }

  removeDelegatedAdmin(_: string, requestId: string) {
    return this.#done('removeDelegatedAdmin', requestId, () => undefined);
  }

  terminateRelationship(relationshipId: string) {
    return this.#done('terminateRelationship', relationshipId, () => undefined);
  }

  deleteRelationship(relationshipId: string) {
    return this.#done('deleteRelationship', relationshipId, () => undefined);
  }

  consent(tenantId: string) {
    return this.#answer('consent', tenantId, () => this.consentThere);
  }

  withdrawConsent(_: string, requestId: string) {
    return this.#done('withdrawConsent', requestId, () => undefined);
  }

  standing(tenantId: string) {
    return this.#answer('standing', tenantId, (): RelationshipToPartner => {
      return { isReseller: this.isReseller, delegatedAdmin: this.hasDelegatedAdmin };
    });
  }

  subscriptions(tenantId: string) {
    return this.#answer('subscriptions', tenantId, () => this.bought);
  }

  endReseller(_: string, requestId: string) {
    return this.#done('endReseller', requestId, () => undefined);
  }

  async groupsOf(_personId: string, _groupIds: readonly string[]): Promise<readonly string[]> {
    return [];
  }

  groupName(groupId: string) {
    return this.#answer('groupName', groupId, () => this.groupNames.get(groupId));
  }

  approvalLink(relationshipId: string) {
    return `https://admin.example/${relationshipId}`;
  }

  async #done<T>(method: Method, what: string, answer: () => T): Promise<Done<T>> {
    return { value: await this.#answer(method, what, answer), requestId: `request-${this.asked.length}` };
  }

  async #answer<T>(method: Method, what: string, answer: () => T): Promise<T> {
    this.asked.push(`${method} ${what}`.trimEnd());
    await this.meanwhile.get(method)?.();
    const failure = this.failing.get(method);
    if (failure) throw failure;
    return answer();
  }
}
