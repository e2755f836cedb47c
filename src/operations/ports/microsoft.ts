// What the operations read of Microsoft Graph and Partner Center, a port for each subject.
import type { Reservation } from '../../domain/access/delegated-admin.js';
import type { OperationStatus } from '../../domain/access/keeping.js';
import type { AzurePlan } from '../../domain/access/observation.js';
import type { AccessAssignment, ListedRelationship } from '../../domain/access/relationship.js';
import type { Customer } from '../../domain/customer.js';
import type { DirectoryGroup } from '../../domain/health/checkup-directory.js';
import type { ListedCredential } from '../../domain/health/credential-expiry.js';
import type { Consent, RelationshipToPartner, Subscription } from '../../domain/offboarding/inventory.js';

/** A customer in Partner Center's list. */
export interface ListedCustomer extends Customer {
  /** In lower case. */
  readonly tenantId: string;
}

/** A customer in Graph's list of those that GDAP gives access to. */
export interface DelegatedAdminCustomer {
  /** In lower case. */
  readonly tenantId: string;
  /** Foreign text. Absent: Graph doesn't say. */
  readonly displayName?: string | undefined;
}

/**
 * A list of Microsoft's, or a page of one. A partial one, whose pages led in circles or on without an end, may have left
 * something out: what is in it counts, what isn't in it proves nothing gone.
 */
export type Listing<T> = readonly T[] & { readonly isPartial?: true };

/**
 * A list that is too long to be held, in parts: a page of Microsoft's is one or several of them. The first page is asked for when
 * it's wanted, each other one while the one before is gone through. After a partial part, which makes the list partial, there is no other.
 */
export type Pages<T> = AsyncIterable<Listing<T>>;

/**
 * Microsoft Graph and Partner Center, as far as they are read: a port for each subject. What changes something there is
 * `MicrosoftWrites`. Every call throws a `MicrosoftError` when it fails: `NotFound`, `AccessDenied`, `Refused`, `Throttled`,
 * `CloudUnavailable` or `UnexpectedAnswer`.
 */
export interface Microsoft {
  readonly relationships: Relationships;
  readonly customers: Customers;
  readonly purchases: Purchases;
  readonly directory: Directory;
  readonly consents: Consents;
  readonly tenants: Tenants;
}

/** GDAP relationships and their access assignments, in Microsoft Graph. */
export interface Relationships {
  /** Every GDAP relationship of the partner, page by page. */
  list(): Pages<ListedRelationship>;
  /** Every customer that a GDAP relationship in force gives access to, page by page. */
  listCustomers(): Pages<DelegatedAdminCustomer>;
  /** The GDAP relationships that are pinned to one customer. */
  listFor(tenantId: string): Promise<Listing<ListedRelationship>>;
  /** One relationship; `undefined`: Microsoft doesn't know it any more. */
  find(relationshipId: string): Promise<ListedRelationship | undefined>;
  /** The page on which the customer's administrator approves. It works for everyone who has the link: never log it. */
  approvalLink(relationshipId: string): string;
  /** How a long-running operation on a relationship is. */
  operation(relationshipId: string, operationId: string): Promise<OperationStatus>;
  /** Every access assignment of a relationship, deleted ones included. */
  accessAssignments(relationshipId: string): Promise<Listing<AccessAssignment>>;
}

/** The partner's customers and what they are to us, in Partner Center. */
export interface Customers {
  /** Every customer of the partner, page by page. */
  list(): Pages<ListedCustomer>;
  /** What Partner Center says of the customer now. */
  relationshipToPartner(tenantId: string): Promise<RelationshipToPartner>;
  /** Whether the partner has delegated admin (DAP) in the tenant. */
  hasDelegatedAdmin(tenantId: string): Promise<boolean>;
  /**
   * The language of the customer's billing profile, as Partner Center spells it, such as `de` or `pt-BR`. `undefined`: the
   * profile doesn't say.
   * @see https://learn.microsoft.com/partner-center/developer/customer-resources (checked 2026-11-29)
   */
  language(tenantId: string): Promise<string | undefined>;
}

/** What a customer has bought through us, in Partner Center. */
export interface Purchases {
  /** Whether the customer has a usable Azure plan with us. */
  azurePlan(tenantId: string): Promise<AzurePlan>;
  /** The tenant's Azure reserved instances that aren't cancelled or over. */
  reservations(tenantId: string): Promise<readonly Reservation[]>;
  /** All that the customer has bought through us; nothing where there is no reseller relationship. */
  subscriptions(tenantId: string): Promise<readonly Subscription[]>;
}

/** The partner's own directory, in Microsoft Graph. */
export interface Directory {
  /**
   * The groups of these that the person is in, directly or through groups in groups; ids in lower case. A person whom the
   * partner's directory doesn't know is in none. Asks Microsoft every time, unless there are no groups; `AccessDenied`:
   * the permission for it is missing.
   * @see https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups (checked 2026-11-22)
   */
  groupsOf(personId: string, groupIds: readonly string[]): Promise<readonly string[]>;
  /**
   * The name of a group of the partner's; `undefined`: there is no group of this id.
   * @see https://learn.microsoft.com/graph/api/group-get (checked 2026-11-28)
   */
  groupName(groupId: string): Promise<string | undefined>;
}

/** Consents for our application in customers' tenants. */
export interface Consents {
  /** Whether there is a consent, found out by a sign-in to the tenant at every call. */
  check(tenantId: string): Promise<Consent>;
}

/** A tenant that may be no customer, by its id or one of its domains. */
export type FoundTenant = { /** In lower case. */ readonly tenantId: string } & (
  | {
      readonly is: 'another';
      /** Absent: Graph doesn't say. */
      readonly names: Customer | undefined;
    }
  /** It's the partner's own. */
  | { readonly is: 'ourselves' }
  /** GDAP doesn't cross from one cloud of Microsoft's to another. */
  | { readonly is: 'inAnotherCloud' }
);

/** Every tenant that there is, in Entra and Microsoft Graph. */
export interface Tenants {
  /** The tenant with this id or domain; `undefined`: there's none. */
  find(idOrDomain: string): Promise<FoundTenant | undefined>;
}

/**
 * What only a checkup asks of Microsoft. Every call may throw a MicrosoftError, which then is what the check has found.
 * `adminAgents` and Partner Center are asked as the signed-in person, never as the application alone.
 */
export interface CheckupCalls {
  /** Ids of the partner's groups called AdminAgents, in lower case. */
  adminAgents(): Promise<readonly string[]>;
  /** A group of the partner's; `undefined`: there is none. */
  group(groupId: string): Promise<DirectoryGroup | undefined>;
  /** Whether a group of the partner's has a member of any kind; `false` also if there is no such group. */
  hasMembers(groupId: string): Promise<boolean>;
  /** Whether a person or a group is in one of these groups, directly or through groups in groups. */
  isIn(kind: 'users' | 'groups', id: string, groupIds: readonly string[]): Promise<boolean>;
  /** Whether an application of this id has a service principal in the partner's tenant. */
  hasServicePrincipal(appId: string): Promise<boolean>;
  /** The secrets of an application; `undefined`: it isn't registered in the partner's tenant. */
  credentialsOf(appId: string): Promise<readonly ListedCredential[] | undefined>;
  /** Resolves once Partner Center's API has accepted a call. */
  reachPartnerCenter(): Promise<void>;
  /** Seconds by which our clock was ahead of Microsoft's at the last answer. `undefined`: no answer told. */
  skewSeconds(): number | undefined;
}
