// What of the access templates Microsoft has accepted at some customer, so that it isn't at fault at another one.

import { type AccessTemplate, missingRoles } from '../access/access-template.js';
import type { AccessTemplates } from '../access/access-templates.js';
import { numberInName } from '../access/relationship-name.js';
import type { ChangedTenant, Tenant } from '../tenant/tenant.js';

/** The parts of a template that are known to be good. */
export interface TemplateEvidence {
  /** Whether a request for all of its roles was accepted. */
  readonly isRequestTaken: boolean;
  /** Names of the groups that hold access at a customer, in the order of the template. */
  readonly groupNames: readonly string[];
}

const request = 'request';

/** The evidence in all tenants, kept up as they change: of each part one tenant is known that proves it. */
export class EvidenceIndex {
  readonly #template: AccessTemplate;
  readonly #all: () => Iterable<Tenant>;
  /** The request, and groups by id. */
  readonly #unproved = new Set<string>();
  readonly #provedBy = new Map<string, string>();
  #found: TemplateEvidence = { isRequestTaken: false, groupNames: [] };

  /** `all`: the tenants at any time, as they are after the changes that `update` is told of; those of now are told of too. */
  constructor(template: AccessTemplate, all: () => Iterable<Tenant>) {
    this.#template = template;
    this.#all = all;
    for (const part of [request, ...template.assignments.map(({ groupId }) => groupId)]) this.#unproved.add(part);
  }

  /** The evidence: the same object until there's other evidence. */
  get found(): TemplateEvidence {
    return this.#found;
  }

  /** Takes changed tenants. All are gone through only when one of them no longer proves what it did. */
  update(changed: readonly ChangedTenant[]): void {
    const before = this.#unproved.size;
    const provers = new Set(this.#provedBy.values());
    let isLost = false;
    // Of a hundred thousand tenants, all but a few prove what others have proved.
    const now = new Map(
      changed
        .filter(([tenantId]) => this.#unproved.size > 0 || provers.has(tenantId))
        .map(([tenantId, tenant]) => [tenantId, tenant && provedBy(this.#template, tenant)]),
    );
    for (const [part, tenantId] of this.#provedBy) {
      if (!now.has(tenantId) || now.get(tenantId)?.includes(part)) continue;
      this.#provedBy.delete(part);
      this.#unproved.add(part);
      isLost = true;
    }
    for (const [tenantId, parts = []] of now) this.#take(tenantId, parts);
    if (isLost) this.#search();
    else if (this.#unproved.size < before) this.#found = this.#evidence();
  }

  #search(): void {
    for (const tenant of this.#all()) {
      if (this.#unproved.size === 0) break;
      this.#take(tenant.tenantId, provedBy(this.#template, tenant));
    }
    const found = this.#evidence();
    if (JSON.stringify(found) !== JSON.stringify(this.#found)) this.#found = found;
  }

  #take(tenantId: string, parts: readonly string[]): void {
    for (const part of parts) if (this.#unproved.delete(part)) this.#provedBy.set(part, tenantId);
  }

  #evidence(): TemplateEvidence {
    const seen = this.#template.assignments.filter(({ groupId }) => this.#provedBy.has(groupId));
    return { isRequestTaken: this.#provedBy.has(request), groupNames: seen.map(({ groupName }) => groupName) };
  }
}

/** The evidence for each template, by its name. */
export type EvidenceByTemplate = ReadonlyMap<string, TemplateEvidence>;

/** The evidence for all templates. */
export class TemplatesEvidenceIndex {
  readonly #indexes: readonly (readonly [name: string, index: EvidenceIndex])[];
  #found: EvidenceByTemplate;

  /** `all`: as for one template. */
  constructor({ templates }: AccessTemplates, all: () => Iterable<Tenant>) {
    this.#indexes = [...templates].map(([name, template]) => [name, new EvidenceIndex(template, all)]);
    this.#found = this.#evidence();
  }

  /** The evidence: the same object until there's other evidence for one of them. */
  get found(): EvidenceByTemplate {
    return this.#found;
  }

  /** Takes changed tenants. */
  update(changed: readonly ChangedTenant[]): void {
    for (const [, index] of this.#indexes) index.update(changed);
    if (this.#indexes.some(([name, { found }]) => found !== this.#found.get(name))) this.#found = this.#evidence();
  }

  #evidence(): EvidenceByTemplate {
    return new Map(this.#indexes.map(([name, { found }]) => [name, found]));
  }
}

/** The parts of a template that work at a tenant: the request, and groups by id. */
function provedBy(template: AccessTemplate, { tenantId, onboarding }: Tenant): readonly string[] {
  const { relationship, assignments = [] } = onboarding ?? {};
  if (!relationship) return [];
  const isTaken =
    numberInName(tenantId, relationship.displayName) !== undefined &&
    missingRoles(template, relationship.roleIds).length === 0;
  const groups = assignments.filter(({ status }) => status === 'active').map(({ groupId }) => groupId);
  return [...(isTaken ? [request] : []), ...groups];
}
