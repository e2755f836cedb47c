// Microsoft as the operations see it: Graph and Partner Center behind one port, with one sign-in.

import type { Microsoft } from '../operations/ports/microsoft.js';
import type { Clock } from '../runtime/clock.js';
import type { Log } from '../runtime/log.js';
import { GraphDirectory } from './graph/directory.js';
import { Graph } from './graph/graph.js';
import type { HttpClients } from './http-clients.js';
import { PartnerCenter } from './partner-center/partner-center.js';
import { Purchases } from './partner-center/purchases.js';

/** Builds the port; approval links are below `adminPortalUrl`. Microsoft isn't called before the first call. */
export function microsoftPort(clients: HttpClients, adminPortalUrl: string, clock: Clock, log: Log): Microsoft {
  const graph = new Graph(clients.graph, log);
  const directory = new GraphDirectory(clients.graph);
  const partnerCenter = new PartnerCenter(clients.partnerCenter, clients.clientId, log);
  const purchases = new Purchases(clients.partnerCenter, clock, log);
  return {
    customers: () => partnerCenter.customers(),
    relationships: () => graph.relationships(),
    relationshipsOf: (tenantId) => graph.relationshipsOf(tenantId),
    relationship: (id) => graph.relationship(id),
    accessAssignments: (id) => graph.accessAssignments(id),
    createRelationship: (step) => graph.createRelationship(step),
    lockForApproval: (step) => graph.lockForApproval(step),
    assignAccess: (step) => graph.assignAccess(step),
    widenAssignment: (step) => graph.widenAssignment(step),
    removeAssignment: (step) => graph.removeAssignment(step),
    azurePlan: (tenantId) => purchases.azurePlan(tenantId),
    delegatedAdmin: (tenantId) => partnerCenter.delegatedAdmin(tenantId),
    reservations: (tenantId) => purchases.reservations(tenantId),
    removeDelegatedAdmin: (tenantId, requestId) => partnerCenter.removeDelegatedAdmin(tenantId, requestId),
    terminateRelationship: (id) => graph.terminateRelationship(id),
    deleteRelationship: (id) => graph.deleteRelationship(id),
    consent: (tenantId) => clients.consentIn(tenantId),
    withdrawConsent: (tenantId, requestId) => partnerCenter.withdrawConsent(tenantId, requestId),
    standing: (tenantId) => partnerCenter.standing(tenantId),
    subscriptions: (tenantId) => purchases.subscriptions(tenantId),
    endReseller: (tenantId, requestId) => partnerCenter.endReseller(tenantId, requestId),
    groupsOf: (personId, groupIds) => directory.groupsOf('users', personId, groupIds),
    groupName: (groupId) => directory.groupName(groupId),
    // @see https://learn.microsoft.com/graph/api/resources/delegatedadminrelationships-api-overview (checked 2026-11-22)
    approvalLink: (id) =>
      `${adminPortalUrl}/AdminPortal/Home#/partners/invitation/granularAdminRelationships/${encodeURIComponent(id)}`,
  };
}
