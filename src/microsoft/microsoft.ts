// Which class stands behind which port of Microsoft's.

import type { Microsoft } from '../operations/ports/microsoft.js';
import type { MicrosoftWrites } from '../operations/ports/microsoft-writes.js';
import type { Clock } from '../runtime/clock.js';
import type { Log } from '../runtime/log.js';
import { AnyTenants } from './any-tenants.js';
import { GraphDirectory } from './graph/directory.js';
import { GraphRelationships } from './graph/relationships.js';
import type { HttpClients } from './http-clients.js';
import { PartnerCenterConsents } from './partner-center/consents.js';
import { PartnerCenterCustomers } from './partner-center/customers.js';
import { PartnerCenterPurchases } from './partner-center/purchases.js';

/** The ports to read and to write by. */
export type OpenMicrosoft = Microsoft & MicrosoftWrites;

/** Where the partner and its pages are. */
export interface Whereabouts {
  /** Approval links are below it. */
  readonly adminPortalUrl: string;
  readonly loginUrl: string;
  /** The partner's own tenant. */
  readonly tenantId: string;
}

/** Builds the ports. Microsoft isn't called before the first call. */
export function openMicrosoft(clients: HttpClients, where: Whereabouts, clock: Clock, log: Log): OpenMicrosoft {
  const { graph, partnerCenter, tokens, graphScope } = clients;
  return {
    relationships: new GraphRelationships(graph, where.adminPortalUrl, log),
    customers: new PartnerCenterCustomers(partnerCenter, log),
    purchases: new PartnerCenterPurchases(partnerCenter, clock, log),
    directory: new GraphDirectory(graph),
    consents: new PartnerCenterConsents(partnerCenter, tokens, graphScope),
    tenants: new AnyTenants(graph, clock, where),
  };
}
