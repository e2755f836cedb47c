// The accounts of the simulated Entra.
import { partner } from './partner.js';

/** A person, or a service account. */
export interface Account {
  readonly objectId: string;
  readonly name: string;
  readonly userPrincipalName: string;
  /** The tenant of the account; for a guest another one than the partner's. */
  readonly homeTenantId: string;
  /** Shown where an account is chosen. */
  readonly about: string;
}

/** The accounts, the service account first. */
export const accounts: readonly Account[] = [
  { ...partner.user, homeTenantId: partner.tenantId, about: 'In AdminAgents' },
  {
    objectId: 'dddddddd-0000-4000-8000-000000000002',
    name: 'Robin Newcomer',
    userPrincipalName: 'robin@northbridge.onmicrosoft.com',
    homeTenantId: partner.tenantId,
    about: 'Not in AdminAgents',
  },
  {
    objectId: 'dddddddd-0000-4000-8000-000000000003',
    name: 'Sam Guest',
    userPrincipalName: 'sam_fabrikam.com#EXT#@northbridge.onmicrosoft.com',
    homeTenantId: '10000000-0000-4000-8000-000000000002',
    about: 'A guest from Fabrikam',
  },
];

/** An account by its object id. */
export function account(objectId: string): Account | undefined {
  return accounts.find((one) => one.objectId === objectId);
}
