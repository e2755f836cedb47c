// A Microsoft for tests of the operations, behind the ports: the test says what it holds and how it fails.

import type { Reservation } from '../../src/domain/access/delegated-admin.js';
import type { OperationStatus, StartedOperation } from '../../src/domain/access/keeping.js';
import type { AzurePlan } from '../../src/domain/access/observation.js';
import type { AccessAssignment, ListedRelationship } from '../../src/domain/access/relationship.js';
import { AccessDenied, CloudUnavailable, type MicrosoftError, Throttled } from '../../src/domain/errors.js';
import type { Consent, Subscription } from '../../src/domain/offboarding/inventory.js';
import type { OpenMicrosoft } from '../../src/microsoft/microsoft.js';
import type {
  Consents,
  Customers,
  DelegatedAdminCustomer,
  Directory,
  FoundTenant,
  ListedCustomer,
  Listing,
  Microsoft,
  Pages,
  Purchases,
  Relationships,
  Tenants,
} from '../../src/operations/ports/microsoft.js';
import type {
  ConsentWrites,
  CustomerWrites,
  Done,
  RelationshipWrites,
} from '../../src/operations/ports/microsoft-writes.js';
import { aRelationship, bothAssigned } from './builders.js';

/** Microsoft can't be reached. */
export const down = new CloudUnavailable('no answer', { reason: 'unreachable' });
/** Microsoft denies access. */
export const denied = new AccessDenied('no rights', { reason: 'noRights' });
/** Too many calls, for this many seconds. */
export const throttled = (seconds: number) => new Throttled('busy', { reason: 'throttled' }, seconds);

/** A call by its port and method, such as `relationships.list`. */
export type Call = {
  [Port in keyof Microsoft]: `${Port}.${Exclude<keyof OpenMicrosoft[Port], 'approvalLink'> & string}`;
}[keyof Microsoft];

/** Everything is in place for every tenant, until the test says otherwise. */
export class FakeMicrosoft implements OpenMicrosoft {
  /** Every call and its subject. */
  readonly asked: string[] = [];
  /** The calls that fail, and how. */
  readonly failing = new Map<Call, MicrosoftError>();
  readonly groupNames = new Map<string, string>();
  /** Tenants that may be no customers, by id or domain. */
  readonly strangers = new Map<string, FoundTenant>();
  /** Runs while a call is under way. */
  readonly meanwhile = new Map<Call, () => unknown>();
  listedCustomers: Listing<ListedCustomer> = [];
  /** The relationships of every list. */
  listedRelationships: Listing<ListedRelationship> = [aRelationship()];
  delegatedAdminCustomers: Listing<DelegatedAdminCustomer> = [];
  /** Relationships that are found by id though they're in no list. */
  unlisted: readonly ListedRelationship[] = [];
  assignments: readonly AccessAssignment[] = bothAssigned;
  /** Items on a page of a list that comes in pages. */
  pageSize = 500;
  plan: AzurePlan = 'active';
  hasDelegatedAdmin = false;
  language: string | undefined = 'en';
  openReservations: readonly Reservation[] = [];
  consentThere: Consent = 'given';
  isReseller = true;
  bought: readonly Subscription[] = [];
  /** What the removal of Global Administrator is answered with. */
  started: StartedOperation = { id: 'operation-1', retryAfterSeconds: 10 };
  operationStatus: OperationStatus = 'running';

  relationships: Relationships & RelationshipWrites = {
    list: () => this.#pages('relationships.list', () => this.listedRelationships),
    listCustomers: () => this.#pages('relationships.listCustomers', () => this.delegatedAdminCustomers),
    listFor: (tenantId) => this.#answer('relationships.listFor', tenantId, () => this.listedRelationships),
    find: (relationshipId) =>
      this.#answer('relationships.find', relationshipId, () =>
        [...this.listedRelationships, ...this.unlisted].find(({ id }) => id === relationshipId),
      ),
    create: ({ displayName }) =>
      this.#done('relationships.create', displayName, () => aRelationship({ displayName, status: 'created' })),
    lockForApproval: ({ relationshipId }) => this.#done('relationships.lockForApproval', relationshipId, nothing),
    approvalLink: (relationshipId) => `https://admin.example/${relationshipId}`,
    accessAssignments: (relationshipId) =>
      this.#answer('relationships.accessAssignments', relationshipId, () => this.assignments),
    assignAccess: ({ groupId, roleIds }) =>
      this.#done('relationships.assignAccess', groupId, () => {
        return { id: `new-${groupId}`, groupId, roleIds, status: 'pending', etag: '1' };
      }),
    widenAssignment: ({ assignmentId }) => this.#done('relationships.widenAssignment', assignmentId, nothing),
    removeAssignment: ({ assignmentId }) => this.#done('relationships.removeAssignment', assignmentId, nothing),
    setAutoExtend: ({ relationshipId }) => this.#done('relationships.setAutoExtend', relationshipId, nothing),
    removeGlobalAdministrator: ({ relationshipId }) =>
      this.#done('relationships.removeGlobalAdministrator', relationshipId, () => this.started),
    operation: (relationshipId, operationId) =>
      this.#answer('relationships.operation', `${relationshipId} ${operationId}`, () => this.operationStatus),
    terminate: (relationshipId) => this.#done('relationships.terminate', relationshipId, nothing),
    delete: (relationshipId) => this.#done('relationships.delete', relationshipId, nothing),
  };

  customers: Customers & CustomerWrites = {
    list: () => this.#pages('customers.list', () => this.listedCustomers),
    relationshipToPartner: (tenantId) =>
      this.#answer('customers.relationshipToPartner', tenantId, () => {
        return { isReseller: this.isReseller, delegatedAdmin: this.hasDelegatedAdmin };
      }),
    hasDelegatedAdmin: (tenantId) =>
      this.#answer('customers.hasDelegatedAdmin', tenantId, () => this.hasDelegatedAdmin),
    language: (tenantId) => this.#answer('customers.language', tenantId, () => this.language),
    removeDelegatedAdmin: (_, requestId) => this.#done('customers.removeDelegatedAdmin', requestId, nothing),
    endReseller: (_, requestId) => this.#done('customers.endReseller', requestId, nothing),
  };

  purchases: Purchases = {
    azurePlan: (tenantId) => this.#answer('purchases.azurePlan', tenantId, () => this.plan),
    reservations: (tenantId) => this.#answer('purchases.reservations', tenantId, () => this.openReservations),
    subscriptions: (tenantId) => this.#answer('purchases.subscriptions', tenantId, () => this.bought),
  };

  directory: Directory = {
    groupsOf: async () => [],
    groupName: (groupId) => this.#answer('directory.groupName', groupId, () => this.groupNames.get(groupId)),
  };

  consents: Consents & ConsentWrites = {
    check: (tenantId) => this.#answer('consents.check', tenantId, () => this.consentThere),
    withdraw: (_, requestId) => this.#done('consents.withdraw', requestId, nothing),
  };

  tenants: Tenants = {
    find: (idOrDomain) => this.#answer('tenants.find', idOrDomain, () => this.strangers.get(idOrDomain)),
  };

  async #done<T>(call: Call, what: string, answer: () => T): Promise<Done<T>> {
    return { value: await this.#answer(call, what, answer), requestId: `request-${this.asked.length}` };
  }

  async *#pages<T>(call: Call, list: () => Listing<T>): Pages<T> {
    const all = await this.#answer(call, '', list);
    const { pageSize } = this;
    for (let start = 0; start === 0 || start < all.length; start += pageSize) {
      const page = all.slice(start, start + pageSize);
      const isLast = start + pageSize >= all.length;
      yield isLast && all.isPartial ? Object.assign(page, { isPartial: true } as const) : page;
    }
  }

  async #answer<T>(call: Call, what: string, answer: () => T): Promise<T> {
    this.asked.push(`${call} ${what}`.trimEnd());
    await this.meanwhile.get(call)?.();
    const failure = this.failing.get(call);
    if (failure) throw failure;
    return answer();
  }
}

const nothing = () => undefined;
