// What a tenant is found by besides its name, so that those that have it are known without looking at all.
import { isToEnd } from '../access/coverage.js';
import type { Limitation } from '../access/limitation.js';
import { coverageIn } from './expiring-list.js';
import { isByGlobalAdministrator } from './fleet.js';
import { leftoverLevelOf } from './leftover-list.js';
import type { Tenant } from './tenant.js';

/** A tag, an owner by name and by Entra object id, a limitation, access that ends, a request that waits for the customer, Global Administrator, delegated admin (DAP) that is granted, leftover access, an earlier relationship, a snooze, or accepted limitations. */
export type Facet =
  | `tag:${string}`
  | `owner:${string}`
  | `ownerId:${string}`
  | `cause:${Limitation['code']}`
  | 'ends'
  | 'pending'
  | 'ga'
  | 'dap'
  | 'leftover'
  | 'earlier'
  | 'snoozed'
  | 'accepted';

/** Those that a tenant has, each once. */
export function facetsOf(tenant: Tenant): readonly Facet[] {
  const { tags = [], owner, onboarding, delegatedAdmin } = tenant;
  const coverage = coverageIn(tenant);
  const facets: Facet[] = tags.map((tag) => `tag:${tag}` as const);
  if (owner) facets.push(`owner:${owner.person.name}`, `ownerId:${owner.person.id}`);
  for (const { code } of onboarding?.limitations ?? []) {
    const facet = `cause:${code}` as const;
    if (!facets.includes(facet)) facets.push(facet);
  }
  if (coverage && isToEnd(coverage)) facets.push('ends');
  if (onboarding?.earlier) facets.push('earlier');
  if (tenant.status === 'needsApproval') facets.push('pending');
  if (isByGlobalAdministrator(tenant)) facets.push('ga');
  if (onboarding?.accepted) facets.push('accepted');
  if (tenant.snooze) facets.push('snoozed');
  if (delegatedAdmin.state === 'granted') facets.push('dap');
  if (leftoverLevelOf(tenant) !== undefined) facets.push('leftover');
  return facets;
}
