// Partner Center's audit records.
import type { EventName, Happening } from '../world/happening.js';
import { partner } from '../world/partner.js';
import type { AuditRecord } from './model.js';

const resourceTypes: readonly (readonly [string, string])[] = [
  ['granular-admin-relationship-', 'granular_admin_relationship'],
  ['granular-admin-access-assignment-', 'granular_admin_access_assignment'],
  ['dap-admin-', 'partner_customer_dap'],
  ['subscription-', 'subscription'],
];

const ticksAt1970 = 621_355_968_000_000_000n;

/** The record of a happening. `n` tells apart those of one millisecond. */
export function auditRecordOf(happening: Happening, customerName: string, n: number): AuditRecord {
  const { event, at, tenantId = '', relationshipId, assignmentId, subscriptionId } = happening;
  const operationType = operationOf(event);
  const ticks = ticksAt1970 + BigInt(Date.parse(at)) * 10_000n + BigInt(n % 10_000);
  const newValue = {
    Id: assignmentId ?? relationshipId ?? subscriptionId ?? tenantId,
    customer: { tenantId, organizationDisplayName: customerName },
  };
  return {
    id: `${partner.tenantId}_${tenantId}_${operationType.replaceAll('_', '')}_${ticks}`,
    customerId: tenantId,
    customerName,
    resourceType: resourceTypes.find(([start]) => event.startsWith(start))?.[1] ?? '',
    resourceNewValue: JSON.stringify(newValue),
    operationType,
    operationDate: at,
  };
}

function operationOf(event: EventName): string {
  return event === 'subscription-updated' ? 'update_subscription' : event.replaceAll('-', '_');
}

/** A record as Partner Center writes it. */
export function auditRecordResource({ operationDate, ...record }: AuditRecord) {
  return {
    ...record,
    partnerId: partner.tenantId,
    participants: [partner.tenantId],
    userPrincipalName: partner.user.userPrincipalName,
    applicationId: 'sandbox',
    operationDate: operationDate.replace('Z', '0000Z'),
    operationStatus: 'succeeded',
    customizedData: [],
    attributes: { objectType: 'AuditRecord' },
  };
}
