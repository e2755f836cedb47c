// Graph's list of customers with a GDAP relationship in force.
import { z } from 'zod';
import type { DelegatedAdminCustomer } from '../../operations/ports/microsoft.js';

/** The path below Graph's version. */
export const delegatedAdminCustomers = '/tenantRelationships/delegatedAdminCustomers';

/**
 * A `delegatedAdminCustomer`.
 * @see https://learn.microsoft.com/graph/api/resources/delegatedadmincustomer (checked 2026-11-29)
 */
export const delegatedAdminCustomerShape = z
  .object({ tenantId: z.string().min(1), displayName: z.string().nullish().catch(undefined) })
  .transform(
    ({ tenantId, displayName }): DelegatedAdminCustomer => ({
      tenantId: tenantId.toLowerCase(),
      displayName: displayName || undefined,
    }),
  );
