// Which tenant's onboarding follows a relationship, kept up as tenants change.
import type { ChangedTenant, Tenant } from './tenant.js';

/** The tenants by the relationship that their onboarding follows, of which there is one each at most. */
export class FollowedRelationships {
  readonly #tenantIds = new Map<string, string>();
  /** The other way round, for what a tenant no longer follows. */
  readonly #relationshipIds = new Map<string, string>();

  constructor(tenants: Iterable<Tenant> = []) {
    for (const tenant of tenants) this.#put(tenant);
  }

  /** The tenant that follows a relationship. */
  tenantIdOf(relationshipId: string): string | undefined {
    return this.#tenantIds.get(relationshipId);
  }

  /** Follows changed tenants, each id once. */
  update(changed: readonly ChangedTenant[]): void {
    for (const [tenantId] of changed) {
      this.#tenantIds.delete(this.#relationshipIds.get(tenantId) ?? '');
      this.#relationshipIds.delete(tenantId);
    }
    for (const [, tenant] of changed) if (tenant) this.#put(tenant);
  }

  #put({ tenantId, onboarding }: Tenant): void {
    if (!onboarding?.relationship) return;
    this.#tenantIds.set(onboarding.relationship.id, tenantId);
    this.#relationshipIds.set(tenantId, onboarding.relationship.id);
  }
}
