// The partner of this simulated cloud: one organization, its application, its user and its groups.
import { roleId } from './roles.js';

/** The partner: the organization that runs the bot. */
export const partner = {
  tenantId: 'aaaaaaaa-0000-4000-8000-000000000001',
  name: 'Northbridge IT',
  domain: 'northbridge.onmicrosoft.com',
  partnerId: '1234567',
  clientId: 'cccccccc-0000-4000-8000-000000000001',
  clientSecret: 'sandbox-secret-that-opens-nothing',
  user: {
    objectId: 'dddddddd-0000-4000-8000-000000000001',
    name: 'Gatehouse service account',
    userPrincipalName: 'gatehouse@northbridge.onmicrosoft.com',
  },
};

/** The partner's security groups, by name. */
export const groupIds = {
  serviceDesk: 'b0000000-0000-4000-8000-000000000001',
  security: 'b0000000-0000-4000-8000-000000000002',
  azure: 'b0000000-0000-4000-8000-000000000003',
  adminAgents: 'b0000000-0000-4000-8000-000000000009',
};

/** The partner's access template: roles by group, and for how long. */
export interface AccessTemplate {
  readonly durationDays: number;
  readonly autoExtend: boolean;
  readonly requireAzure: boolean;
  readonly assignments: readonly { readonly groupId: string; readonly groupName: string; readonly roles: string[] }[];
}

/** The template of the story, with the roles by name. */
export const accessTemplate: AccessTemplate = {
  durationDays: 730,
  autoExtend: true,
  requireAzure: true,
  assignments: [
    {
      groupId: groupIds.serviceDesk,
      groupName: 'Service Desk',
      roles: [
        'Helpdesk Administrator',
        'User Administrator',
        'License Administrator',
        'Exchange Administrator',
        'Teams Administrator',
      ],
    },
    { groupId: groupIds.security, groupName: 'Security', roles: ['Security Administrator', 'Security Reader'] },
    { groupId: groupIds.azure, groupName: 'Azure', roles: ['Directory Readers', 'Cloud Application Administrator'] },
  ],
};

/** The ids of all roles of the template. */
export const templateRoles: readonly string[] = accessTemplate.assignments.flatMap(({ roles }) => roles.map(roleId));

/** The ids of a group's roles in the template; none for a group that isn't the partner's. */
export function groupRoles(groupId: string): string[] {
  return accessTemplate.assignments.find((group) => group.groupId === groupId)?.roles.map(roleId) ?? [];
}

/** The name of a group of the partner, or undefined when the partner has no such group. */
export function groupName(groupId: string): string | undefined {
  return accessTemplate.assignments.find((group) => group.groupId === groupId)?.groupName;
}
