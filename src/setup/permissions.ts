// The permissions that the partner's app asks for, and nothing beyond: those that Gatehouse needs, with their IDs.
import { neededPermissions } from '../domain/health/permissions.js';

/** An API of Microsoft's, and the delegated permissions of it that are wanted. */
export interface WantedPermissions {
  readonly api: string;
  /** The application ID of the API. */
  readonly apiId: string;
  /** Names and IDs. */
  readonly scopes: readonly { readonly name: string; readonly id: string }[];
}

/** The application ID of Microsoft Graph, the same in every tenant. */
export const graphAppId = '00000003-0000-0000-c000-000000000000';

/** The application ID of Microsoft Partner Center, the same in every tenant. */
export const partnerCenterAppId = 'fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd';

/** The application ID of "Partner Customer Delegated Administration", through which Microsoft carries GDAP. */
export const gdapServiceAppId = '2832473f-ec63-45fb-976f-5d45a7d4bb91';

// Delegated permissions; an ID is the same in every tenant.
// @see https://learn.microsoft.com/graph/permissions-reference (checked 2026-11-29)
const graphScopeIds: Readonly<Record<string, string>> = {
  'DelegatedAdminRelationship.ReadWrite.All': '885f682f-a990-4bad-a642-36736a74b0c7',
  'GroupMember.Read.All': 'bc024368-1153-4739-b217-4326f2e966d0',
  'User.ReadBasic.All': 'b340eb25-3456-403f-be2f-af7a0d370277',
  'CrossTenantInformation.ReadBasic.All': '81594d25-e88e-49cf-ac8c-fecbff49f994',
  'Application.Read.All': 'c79f8feb-a9db-4090-85f9-90d820caa0eb',
};

/** What else the doctor reads with, and /add reads a tenant's name with, where they may. */
const optional = [
  'GroupMember.Read.All',
  'User.ReadBasic.All',
  'Application.Read.All',
  'CrossTenantInformation.ReadBasic.All',
];

/** The permissions to ask for. `namesGroups`: the lists of people name groups; `withOptional`: also what Gatehouse can do without. */
export function wantedPermissions(namesGroups: boolean, withOptional: boolean): readonly WantedPermissions[] {
  const needed = neededPermissions(namesGroups).map(({ name }) => name);
  const names = [...new Set([...needed, ...(withOptional ? optional : [])])];
  return [
    {
      api: 'Microsoft Graph',
      apiId: graphAppId,
      scopes: names.map((name) => ({ name, id: graphScopeIds[name] ?? '' })),
    },
    {
      api: 'Microsoft Partner Center',
      apiId: partnerCenterAppId,
      // @see https://learn.microsoft.com/partner-center/developer/partner-center-authentication (checked 2026-11-29)
      scopes: [{ name: 'user_impersonation', id: '1cebfa2a-fb4d-419e-b5f9-839b4383e05a' }],
    },
  ];
}
