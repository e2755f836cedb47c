// Which access template each tenant has, kept up as tenants change.
import { type AccessTemplates, templateFor } from '../access/access-templates.js';
import type { ChangedTenant, Tenant } from '../tenant/tenant.js';

/** Of the tenants it remembers those that don't have the default template, which are few or none. */
export class TemplateIndex {
  readonly #templates: AccessTemplates;
  readonly #others = new Map<string, string>();

  constructor(templates: AccessTemplates) {
    this.#templates = templates;
  }

  /** The name of a tenant's template. */
  templateOf({ tenantId }: Pick<Tenant, 'tenantId'>): string {
    return this.#others.get(tenantId) ?? this.#templates.default;
  }

  /** Follows changed tenants, each id once. */
  update(changed: readonly ChangedTenant[]): void {
    const { default: usual, templates } = this.#templates;
    if (templates.size === 1) return;
    for (const [tenantId, tenant] of changed) {
      const name = tenant ? templateFor(this.#templates, tenant).name : usual;
      if (name === usual) this.#others.delete(tenantId);
      else this.#others.set(tenantId, name);
    }
  }
}
