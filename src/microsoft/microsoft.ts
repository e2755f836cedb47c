// Microsoft as the operations see it: Graph and Partner Center behind one port, with one sign-in.
import type { Clock, Log, Microsoft } from '../operations/ports.js';
import { Graph } from './graph.js';
import { GraphDirectory } from './graph-directory.js';
import { graphTransport } from './graph-transport.js';
import { PartnerCenter } from './partner-center.js';
import { partnerCenterTransport } from './partner-center-transport.js';
import type { Tokens } from './tokens.js';
import { Wire } from './wire.js';

/** Where Microsoft is. */
export interface Addresses {
  readonly graphUrl: string;
  readonly partnerCenterUrl: string;
  readonly adminPortalUrl: string;
}

const graphResource = 'https://graph.microsoft.com';
const partnerCenterResource = 'https://api.partnercenter.microsoft.com';

/** Builds the port. Nothing is asked of Microsoft before the first call. */
export function microsoftPort(addresses: Addresses, tokens: Tokens, clock: Clock, log: Log): Microsoft {
  const { graphUrl, partnerCenterUrl, adminPortalUrl } = addresses;
  const graphScope = `${resource(graphUrl, graphResource)}/.default`;
  const partnerCenterScope = `${resource(partnerCenterUrl, partnerCenterResource)}/.default`;
  const graphSend = graphTransport(graphUrl, () => tokens.token(graphScope));
  const partnerCenterSend = partnerCenterTransport(partnerCenterUrl, () => tokens.token(partnerCenterScope));
  const graphService = { name: 'graph', send: graphSend, dropToken: () => tokens.drop(graphScope) } as const;
  const graphWire = new Wire(graphService, clock, log);
  const graph = new Graph(graphWire, log);
  const directory = new GraphDirectory(graphWire);
  const partnerCenter = new PartnerCenter(
    new Wire(
      { name: 'partnerCenter', send: partnerCenterSend, dropToken: () => tokens.drop(partnerCenterScope) },
      clock,
      log,
    ),
    clock,
    log,
  );
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
    azurePlan: (tenantId) => partnerCenter.azurePlan(tenantId),
    delegatedAdmin: (tenantId) => partnerCenter.delegatedAdmin(tenantId),
    reservations: (tenantId) => partnerCenter.reservations(tenantId),
    removeDelegatedAdmin: (tenantId, requestId) => partnerCenter.removeDelegatedAdmin(tenantId, requestId),
    groupsOf: (personId, groupIds) => directory.groupsOf(personId, groupIds),
    // @see https://learn.microsoft.com/graph/api/resources/delegatedadminrelationships-api-overview (checked 2026-11-22)
    approvalLink: (id) =>
      `${adminPortalUrl}/AdminPortal/Home#/partners/invitation/granularAdminRelationships/${encodeURIComponent(id)}`,
  };
}

// A service on loopback stands in for Microsoft's, whose name the token is for.
function resource(url: string, microsofts: string): string {
  return url.startsWith('https:') ? url : microsofts;
}
