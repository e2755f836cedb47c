// Graph's calls for GDAP relationships and their access assignments.

import type { z } from 'zod';
import type { OperationStatus, StartedOperation } from '../../domain/access/keeping.js';
import type { AccessAssignment, ListedRelationship } from '../../domain/access/relationship.js';
import { NotFound, Refused } from '../../domain/errors.js';
import type { StepOf } from '../../domain/onboarding/steps.js';
import type { DelegatedAdminCustomer, Listing, Pages, Relationships } from '../../operations/ports/microsoft.js';
import type { Done, RelationshipWrites } from '../../operations/ports/microsoft-writes.js';
import type { Log } from '../../runtime/log.js';
import type { HttpClient } from '../http/http-client.js';
import type { HttpRequest } from '../http/http-request.js';
import { gathered, madeOf } from '../http/pages.js';
import { parseAll, parseItems } from '../http/parse-items.js';
import { delegatedAdminCustomerShape, delegatedAdminCustomers } from './delegated-admin-customers.js';
import { readOperation, removeGlobalAdministrator, setAutoExtend } from './keeping.js';
import { graphPages } from './lists.js';
import { assignmentsOf, get, pathOf, placeOf, root, unifiedRoles } from './relationship-paths.js';
import {
  assignmentShape,
  pinnedShape,
  relationshipShape,
  requestShape,
  saysItIsOver,
  versionShape,
} from './relationship-shape.js';

/**
 * Graph's GDAP calls. All are made in the partner's own tenant.
 * @see https://learn.microsoft.com/graph/api/resources/delegatedadminrelationships-api-overview (checked 2026-11-22)
 */
export class GraphRelationships implements Relationships, RelationshipWrites {
  readonly #http: HttpClient;
  readonly #adminPortalUrl: string;
  readonly #log: Log;

  /** Approval links are below `adminPortalUrl`. */
  constructor(http: HttpClient, adminPortalUrl: string, log: Log) {
    this.#http = http;
    this.#adminPortalUrl = adminPortalUrl;
    this.#log = log;
  }

  /** Every relationship of the partner. */
  list(): Pages<ListedRelationship> {
    return this.#listed(root, relationshipShape);
  }

  /** Every customer that a GDAP relationship in force gives access to. */
  listCustomers(): Pages<DelegatedAdminCustomer> {
    return this.#listed(delegatedAdminCustomers, delegatedAdminCustomerShape);
  }

  /** The relationships of one customer. If Graph refuses the filter, all are read and filtered here. */
  async listFor(tenantId: string): Promise<Listing<ListedRelationship>> {
    const isTheirs = ({ customerTenantId }: ListedRelationship) => customerTenantId === tenantId;
    try {
      const filter = encodeURIComponent(`customer/tenantId eq '${tenantId.replaceAll("'", "''")}'`);
      const request = get(`${root}?$filter=${filter}`, `${root}?$filter=customer/tenantId`);
      // Other customers' relationships are left out even if the filter did nothing.
      const all = await this.#items(request, relationshipShape);
      return madeOf(all, (items) => items.filter(isTheirs));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.#log.warn('filterRefused', { error });
      const request = get(root, root);
      const all = await this.#items(request, relationshipShape, mayBelongTo(tenantId));
      return madeOf(all, (items) => items.filter(isTheirs));
    }
  }

  /** One relationship; `undefined` when Graph doesn't know it any more. */
  async find(id: string): Promise<ListedRelationship | undefined> {
    try {
      return await this.#http.read(get(pathOf(id), `${root}/{id}`), relationshipShape);
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }

  /** Creates a relationship that only this customer can approve. */
  async create(step: StepOf<'createRelationship'>): Promise<Done<ListedRelationship>> {
    const body = {
      displayName: step.displayName,
      duration: `P${step.durationDays}D`,
      autoExtendDuration: step.autoExtend ? 'P180D' : 'PT0S',
      customer: { tenantId: step.tenantId, displayName: step.customerName },
      accessDetails: unifiedRoles(step.roleIds),
    };
    const request = { method: 'POST', path: root, template: root, body, conflict: 'nameTaken' } as const;
    return this.#http.write(request, relationshipShape);
  }

  /** Locks a relationship for the customer's approval. Graph works on it for a while. */
  async lockForApproval({ relationshipId }: StepOf<'lockForApproval'>): Promise<Done> {
    return this.#request(relationshipId, 'lockForApproval');
  }

  /**
   * The page on which the customer's administrator approves.
   * @see https://learn.microsoft.com/graph/api/resources/delegatedadminrelationships-api-overview (checked 2026-11-22)
   */
  approvalLink(relationshipId: string): string {
    const page = `${this.#adminPortalUrl}/AdminPortal/Home#/partners/invitation/granularAdminRelationships`;
    return `${page}/${encodeURIComponent(relationshipId)}`;
  }

  /**
   * Requests the end of an active relationship. Graph works on it for minutes. Its answer for one that isn't active isn't
   * documented; it's a refusal.
   * @see https://learn.microsoft.com/graph/api/delegatedadminrelationship-post-requests (checked 2026-11-22)
   */
  async terminate(relationshipId: string): Promise<Done> {
    return this.#request(relationshipId, 'terminate');
  }

  /**
   * Deletes a relationship, which Graph does in the status `created` only. One that isn't there any more is no error.
   * @see https://learn.microsoft.com/graph/api/delegatedadminrelationship-delete (checked 2026-11-22)
   */
  async delete(relationshipId: string): Promise<Done> {
    const path = pathOf(relationshipId);
    const template = `${root}/{id}`;
    return fineWhenGone(async () => {
      const etag = await this.#http.read(get(path, template), versionShape);
      return this.#change({ path, template, etag, method: 'DELETE' });
    });
  }

  /** Switches auto-extend on. */
  setAutoExtend({ relationshipId }: StepOf<'setAutoExtend'>): Promise<Done> {
    return setAutoExtend(this.#http, relationshipId);
  }

  /** Takes Global Administrator out of an active relationship. Graph works on it for a while. */
  removeGlobalAdministrator(step: StepOf<'removeGlobalAdministrator'>): Promise<Done<StartedOperation>> {
    return removeGlobalAdministrator(this.#http, step.relationshipId);
  }

  /** How an operation on a relationship is. */
  operation(relationshipId: string, operationId: string): Promise<OperationStatus> {
    return readOperation(this.#http, relationshipId, operationId);
  }

  /** Every access assignment of a relationship; deleted ones stay listed. */
  async accessAssignments(relationshipId: string): Promise<Listing<AccessAssignment>> {
    const request = get(assignmentsOf(relationshipId), `${root}/{id}/accessAssignments`);
    return this.#items(request, assignmentShape);
  }

  /** Gives roles of a relationship to a group. Graph works on it for a while. */
  async assignAccess({ relationshipId, groupId, roleIds }: StepOf<'assignAccess'>): Promise<Done<AccessAssignment>> {
    const body = {
      accessContainer: { accessContainerId: groupId, accessContainerType: 'securityGroup' },
      accessDetails: unifiedRoles(roleIds),
    };
    const path = assignmentsOf(relationshipId);
    const request = { method: 'POST', path, template: `${root}/{id}/accessAssignments`, body } as const;
    return this.#http.write(request, assignmentShape);
  }

  /** Gives a group more roles than it has. Graph works on it for a while. */
  async widenAssignment(step: StepOf<'widenAssignment'>): Promise<Done> {
    const body = { accessDetails: unifiedRoles(step.roleIds) };
    return this.#change({ ...placeOf(step), etag: step.etag, method: 'PATCH', body });
  }

  /** Removes a group's assignment. One that isn't there any more is no error. */
  async removeAssignment(step: StepOf<'removeAssignment'>): Promise<Done> {
    return fineWhenGone(() => this.#change({ ...placeOf(step), etag: step.etag, method: 'DELETE' }));
  }

  #listed<T extends z.ZodType>(path: string, shape: T): Pages<z.infer<T>> {
    const request = get(path, path);
    return graphPages(this.#http, request, (items) => parseItems(items, shape, request, this.#log), this.#log);
  }

  /** All of a list in which each item counts. */
  #items<T extends z.ZodType>(
    request: HttpRequest,
    shape: T,
    isMeant?: (item: unknown) => boolean,
  ): Promise<Listing<z.infer<T>>> {
    const parse = (items: readonly unknown[]) =>
      parseAll(isMeant ? items.filter(isMeant) : items, shape, { request, isOver: saysItIsOver, log: this.#log });
    return gathered(graphPages(this.#http, request, parse, this.#log));
  }

  async #request(relationshipId: string, action: 'lockForApproval' | 'terminate'): Promise<Done> {
    const path = `${pathOf(relationshipId)}/requests`;
    const request = { method: 'POST', path, template: `${root}/{id}/requests`, body: { action } } as const;
    const { requestId } = await this.#http.write(request, requestShape);
    return { value: undefined, requestId };
  }

  async #change({ path, template, method, body, etag }: Change): Promise<Done> {
    try {
      const { requestId } = await this.#http.call({ method, path, template, body, headers: { 'If-Match': etag } });
      return { value: undefined, requestId };
    } catch (error) {
      // A stale etag gets 412 by the documentation, and 400 as seen in practice.
      if (!(error instanceof Refused) || error.problem.reason !== 'notAccepted') throw error;
      const current = await this.#http.read(get(path, template), versionShape);
      if (current === etag) throw error;
      throw new Refused(error.message, { ...error.problem, reason: 'notPossibleNow' }, { cause: error });
    }
  }
}

/** A change of something with an etag that must still match. */
interface Change {
  readonly path: string;
  readonly template: string;
  readonly etag: string;
  readonly method: 'PATCH' | 'DELETE';
  readonly body?: unknown;
}

async function fineWhenGone(work: () => Promise<Done>): Promise<Done> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    return { value: undefined, requestId: error.problem.requestId };
  }
}

/** Whether a listed item is the customer's, or may be: one that can't be read may be theirs. */
function mayBelongTo(tenantId: string): (item: unknown) => boolean {
  return (item) => {
    const { success, data } = pinnedShape.safeParse(item);
    return !success || data.customer?.tenantId.toLowerCase() === tenantId;
  };
}
