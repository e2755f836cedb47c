// The body of an event, with as little in it as Microsoft's: never whose tenant it is.
import type { Happening } from '../world/happening.js';

const portal = 'https://partner.microsoft.com/granularAdminRelationships';
const api = 'https://api.partnercenter.microsoft.com';

/** The fields of an event besides its name and date. */
export function bodyOf(happening: Happening, auditRecordId: string) {
  return { ...resourceOf(happening), AuditUri: `${api}/auditactivity/v1/auditrecords/${auditRecordId}` };
}

function resourceOf({ tenantId, relationshipId, assignmentId, subscriptionId }: Happening) {
  if (assignmentId !== undefined) {
    const ResourceUri = `${portal}/${relationshipId}/accessAssignments/${assignmentId}`;
    return { ResourceUri, ResourceName: 'GranularAdminAccessAssignment' };
  }
  if (relationshipId !== undefined) {
    return { ResourceUri: `${portal}/${relationshipId}`, ResourceName: 'GranularAdminRelationship' };
  }
  if (subscriptionId !== undefined) {
    const ResourceUri = `${api}/webhooks/v1/customers/${tenantId}/subscriptions/${subscriptionId}`;
    return { ResourceUri, ResourceName: 'subscription' };
  }
  return { ResourceUri: null, ResourceName: 'PartnerCustomerDap' };
}
