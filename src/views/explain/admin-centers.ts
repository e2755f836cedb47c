// The customer's admin centers, as links that open them as this customer, by the roles that the partner holds there.

import { globalAdministratorId } from '../../domain/access/gdap-roles.js';
import type { Onboarding } from '../../domain/tenant/onboarding.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import type { Link } from './manual-removal.js';

type CenterName = keyof Words['tenant']['adminCenters']['names'];

interface AdminCenter {
  readonly name: CenterName;
  /** Role template ids, one of which makes it useful. Absent: any role. */
  readonly roleIds?: readonly string[];
  /** Where it's useful whatever the roles. Absent: everywhere. */
  readonly isThere?: (onboarding: Onboarding, tenant: Tenant) => boolean;
  readonly url: (of: Addressed) => string;
}

interface Addressed {
  readonly tenantId: string;
  /** As `delegatedOrg` takes it: a domain of the customer's, or, where none is known, its tenant id. */
  readonly organization: string;
  readonly relationshipId: string;
}

const globalReaderId = 'f2ef992c-3afb-46b9-b7cf-a126ee74c451';
/** These see every admin center. */
const everywhere: readonly string[] = [globalAdministratorId, globalReaderId];

const entra = [
  '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3', // Application Administrator
  '158c047a-c907-4556-b7ef-446551a6b5f7', // Cloud Application Administrator
  '7698a772-787b-4ac8-901f-60d6b08affd2', // Cloud Device Administrator
  'c4e39bd9-1100-46d3-8c65-fb160da0071f', // Authentication Administrator
  '0526716b-113d-4c15-b2c8-68e3c22b9f80', // Authentication Policy Administrator
  'b1be1c3e-b65d-4f19-8427-f6fa0d97feb9', // Conditional Access Administrator
  '88d8e3e3-8f55-4a1e-953a-9b9898b8876b', // Directory Readers
  '9360feb5-f418-4baa-8175-e2a00bac4301', // Directory Writers
  '8329153b-31d0-4727-b945-745eb3bc5f31', // Domain Name Administrator
  'be2f45a1-457d-42af-a067-6ec1fa63bc45', // External Identity Provider Administrator
  'ac434307-12b9-4fa1-a708-88bf58caabc1', // Global Secure Access Administrator
  'fdd7a751-b60b-444a-984c-02652fe8fa1c', // Groups Administrator
  '95e79109-95c0-4d8e-aee3-d01accf2d47b', // Guest Inviter
  '729827e3-9c14-49f7-bb1b-9608f156bbb8', // Helpdesk Administrator
  '8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2', // Hybrid Identity Administrator
  '45d8d3c5-c802-45c6-b32a-1d70b5e1e86e', // Identity Governance Administrator
  '59d46f88-662b-457b-bceb-5c3809e5908f', // Lifecycle Workflows Administrator
  '966707d0-3269-4727-9be2-8c3a10f19b9d', // Password Administrator
  '7be44c8a-adaf-4e2a-84d6-ab2649e08a13', // Privileged Authentication Administrator
  'e8611ab8-c189-46e8-94e1-60213ab1f814', // Privileged Role Administrator
  '4a5d8f65-41da-4de4-8968-e035b65339cf', // Reports Reader
  '194ae4cb-b126-40b2-bd5b-6091b380977d', // Security Administrator
  '5d6b6bb7-de71-4623-b4af-96380a352509', // Security Reader
  'fe930be7-5e62-47db-91af-98c3a49a38b1', // User Administrator
];

const microsoft365 = [
  'd2562ede-74db-457e-a7b6-544e236ebb61', // AI Administrator
  'b0f54661-2d74-4c50-afa3-1ec803f12efe', // Billing Administrator
  '8329153b-31d0-4727-b945-745eb3bc5f31', // Domain Name Administrator
  'fdd7a751-b60b-444a-984c-02652fe8fa1c', // Groups Administrator
  '729827e3-9c14-49f7-bb1b-9608f156bbb8', // Helpdesk Administrator
  '4d6ac14f-3453-41d0-bef9-a3e0c569773a', // License Administrator
  '790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b', // Message Center Reader
  '2b745bdf-0803-4d80-aa65-822c4493daac', // Office Apps Administrator
  '966707d0-3269-4727-9be2-8c3a10f19b9d', // Password Administrator
  '4a5d8f65-41da-4de4-8968-e035b65339cf', // Reports Reader
  'f023fd81-a637-4b56-95fd-791ac0226033', // Service Support Administrator
  'f28a1f50-f6e7-4571-818b-6a12f2af6b6c', // SharePoint Administrator
  'fe930be7-5e62-47db-91af-98c3a49a38b1', // User Administrator
];

const exchange = [
  '29232cdf-9323-42fd-ade2-1d097af3e4de', // Exchange Administrator
  '31392ffb-586c-42d1-9346-e59415a2cc4e', // Exchange Recipient Administrator
];

const intune = [
  '3a2c62db-5318-420d-8d74-23affee5d9d5', // Intune Administrator
  '11451d60-acb2-45eb-a7d6-43d0f0125c13', // Windows 365 Administrator
];

const teams = [
  '69091246-20e8-4a56-aa4d-066075b2a7a8', // Teams Administrator
  'baf37b3a-610e-45da-9e62-d9d1e5e8914b', // Teams Communications Administrator
  'f70938a0-fc10-4177-9e90-2178f8765737', // Teams Communications Support Engineer
  'fcf91098-03e3-41a9-b5ba-6f0ec8188a12', // Teams Communications Support Specialist
  '3d762c5a-1b6c-493f-843e-55a3b42923d4', // Teams Devices Administrator
  'aa38014f-0993-46e9-9b45-30501a20909d', // Teams Telephony Administrator
];

const defender = [
  '892c5842-a9a6-463a-8041-72aa08ca3cf6', // Cloud App Security Administrator
  '194ae4cb-b126-40b2-bd5b-6091b380977d', // Security Administrator
  '5f2222b1-57c3-48ba-8ad5-d4759f1fde6f', // Security Operator
  '5d6b6bb7-de71-4623-b4af-96380a352509', // Security Reader
];

/**
 * Which role makes which center useful follows Microsoft's tables of tasks.
 * @see https://learn.microsoft.com/partner-center/customers/gdap-least-privileged-roles-by-task (checked 2026-11-29)
 *
 * Their addresses, checked 2026-11-29: Teams is Graph's own example of a managed service
 * (learn.microsoft.com/graph/api/delegatedadmincustomer-list-servicemanagementdetails), Defender that of Microsoft's page for
 * service providers (learn.microsoft.com/defender-endpoint/access-mssp-portal). The others are those of KelvinTegelaar/CIPP:
 * src/data/portals.json, and for the relationship src/components/CippComponents/CippGdapActions.jsx.
 */
const centers: readonly AdminCenter[] = [
  { name: 'entra', roleIds: entra, url: ({ tenantId }) => `https://entra.microsoft.com/${tenantId}` },
  {
    name: 'microsoft365',
    roleIds: microsoft365,
    url: ({ organization }) => `https://admin.cloud.microsoft/?delegatedOrg=${organization}`,
  },
  {
    name: 'exchange',
    roleIds: exchange,
    url: ({ organization }) =>
      `https://admin.cloud.microsoft/exchange?landingpage=homepage&form=mac_sidebar&delegatedOrg=${organization}#`,
  },
  { name: 'intune', roleIds: intune, url: ({ tenantId }) => `https://intune.microsoft.com/${tenantId}` },
  {
    name: 'teams',
    roleIds: teams,
    url: ({ organization }) => `https://admin.teams.microsoft.com/?delegatedOrg=${organization}`,
  },
  { name: 'defender', roleIds: defender, url: ({ tenantId }) => `https://security.microsoft.com/?tid=${tenantId}` },
  // No role of GDAP's opens Azure; a plan and AdminAgents do.
  {
    name: 'azure',
    isThere: ({ azure }) => azure === 'active',
    url: ({ tenantId }) => `https://portal.azure.com/${tenantId}`,
  },
  {
    name: 'partnerCenter',
    isThere: (_, { customerBy }) => customerBy === undefined,
    url: ({ tenantId, relationshipId }) =>
      `https://partner.microsoft.com/en-us/dashboard/commerce2/customers/${tenantId}/adminrelationships/${relationshipId}`,
  },
];

/** The admin centers of a tenant that's Approved, in which the partner can do something; none of any other. */
export function adminCenterLinks(tenant: Tenant, { tenant: { adminCenters } }: Words): readonly Link[] {
  const { tenantId, customer, status, onboarding, offboarding } = tenant;
  const { relationship } = onboarding ?? {};
  if (!onboarding || status !== 'approved' || offboarding || relationship?.status !== 'active') return [];
  const held = rolesHeld(onboarding);
  const organization = encodeURIComponent(customer.domain === '' ? tenantId : customer.domain);
  const of = { tenantId, organization, relationshipId: encodeURIComponent(relationship.id) };
  return centers
    .filter(({ roleIds, isThere }) => isUseful(roleIds, held) && (isThere?.(onboarding, tenant) ?? true))
    .map(({ name, url }) => ({ title: adminCenters.names[name], url: url(of) }));
}

/** The roles that one of the partner's groups has there: of the relationship's, those that an active assignment gives. */
function rolesHeld({ relationship, assignments = [] }: Onboarding): ReadonlySet<string> {
  const assigned = assignments.filter(({ status }) => status === 'active').flatMap(({ roleIds }) => roleIds);
  return new Set(assigned.filter((id) => relationship?.roleIds.includes(id)));
}

function isUseful(roleIds: readonly string[] | undefined, held: ReadonlySet<string>): boolean {
  return roleIds === undefined || [...roleIds, ...everywhere].some((id) => held.has(id));
}
