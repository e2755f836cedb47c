// Where and how a person removes by hand what Gatehouse doesn't.

import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import type { Text } from '../words/text-types.js';

/** A page to open. */
export interface Link {
  readonly title: Text;
  readonly url: string;
}

/** Partner Center's list of customers and their relationships. */
export const partnerCenterCustomers = 'https://partner.microsoft.com/commerce/customers/list';

/** The page of one relationship in Partner Center. */
export function relationshipPage(tenantId: string, relationshipId: string): string {
  const [customer, relationship] = [tenantId, relationshipId].map(encodeURIComponent);
  return `https://partner.microsoft.com/en-us/dashboard/commerce2/customers/${customer}/adminrelationships/${relationship}`;
}

/** The customer's list of enterprise applications. */
function enterpriseApplicationsUrl(tenantId: string): string {
  return `https://entra.microsoft.com/${tenantId}/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview`;
}

/** The pages on which what Disable leaves in place is removed by hand: Partner Center's only for a customer that it lists. */
export function manualRemovalLinks(tenant: Tenant, { tenant: { manualRemoval } }: Words): readonly Link[] {
  const { tenantId, customerBy } = tenant;
  const inPartnerCenter = { title: manualRemoval.relationship, url: partnerCenterCustomers };
  return [
    { title: manualRemoval.enterpriseApplications, url: enterpriseApplicationsUrl(tenantId) },
    ...(customerBy === undefined ? [inPartnerCenter] : []),
  ];
}

/** What Disable leaves in place, and how to remove it by hand. */
export function leftByDisable({ tenant: { manualRemoval } }: Words): readonly Text[] {
  return [manualRemoval.applicationStays, manualRemoval.relationshipStays];
}

/**
 * How to remove by hand what a Not configured tenant still has.
 * @see https://learn.microsoft.com/partner-center/customers/gdap-customer-terminate (checked 2026-11-22)
 */
export function manualRemovalSentences(
  { history, formerCustomer, customerBy, leftoverAccess }: Tenant,
  words: Words,
): readonly Text[] {
  const { requestStays, byPartner, byCustomer, unlisted, applicationStays } = words.tenant.manualRemoval;
  if (formerCustomer) return leftoverAccess === 'approvalRequest' ? [requestStays] : [byPartner, byCustomer];
  if (customerBy) {
    const isDisabled = history.some(({ what }) => what === 'disabled');
    const ends = leftoverAccess === 'approvalRequest' ? requestStays : unlisted;
    return isDisabled ? [applicationStays, ends] : [ends];
  }
  if (history.some(({ what }) => what === 'disabled')) return leftByDisable(words);
  return [byPartner];
}
