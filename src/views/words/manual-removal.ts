// Where and how a person removes by hand what Gatehouse doesn't.
import type { Tenant } from '../../domain/tenant/tenant.js';

/** A page to open. */
export interface Link {
  readonly title: string;
  readonly url: string;
}

/** Partner Center's list of customers and their relationships. */
export const partnerCenterCustomers = 'https://partner.microsoft.com/commerce/customers/list';

/** The customer's list of enterprise applications. */
function enterpriseApplicationsUrl(tenantId: string): string {
  return `https://entra.microsoft.com/${tenantId}/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview`;
}

/** The two pages on which what Disable leaves in place is removed by hand. */
export function manualRemovalLinks(tenantId: string): readonly Link[] {
  return [
    { title: 'Enterprise applications (Entra)', url: enterpriseApplicationsUrl(tenantId) },
    { title: 'GDAP relationship (Partner Center)', url: partnerCenterCustomers },
  ];
}

/** What Disable leaves in place, and how to remove it by hand. */
export const leftByDisable: readonly string[] = [
  'The enterprise application stays in the customer’s tenant. To remove it, open Enterprise applications in the customer’s Entra admin center and delete it there.',
  'The GDAP relationship stays at Microsoft. To end it, open the customer in Partner Center, then Admin relationships, and choose Terminate relationship.',
];

const byPartner =
  'To end it by hand, open the customer in Partner Center, then Admin relationships, and choose Terminate relationship.';
/** @see https://learn.microsoft.com/partner-center/customers/gdap-customer-terminate (checked 2026-11-22) */
const byCustomer =
  'Where Partner Center does not show it any more, an administrator of the tenant can end it: in the Microsoft 365 admin center, Partner relationships, then Remove roles.';
const requestStays = 'Microsoft has no way to withdraw a request; it lapses by itself.';

/** How to remove by hand what a Not configured tenant still has. */
export function manualRemovalSentences({ history, formerCustomer, leftoverAccess }: Tenant): readonly string[] {
  if (formerCustomer) return leftoverAccess === 'approvalRequest' ? [requestStays] : [byPartner, byCustomer];
  if (history.some(({ what }) => what === 'disabled')) return leftByDisable;
  return [byPartner];
}
