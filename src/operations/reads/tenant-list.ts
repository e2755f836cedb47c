// The list of tenants and what they prove of the access templates, from memory, without Microsoft or the disk.
import { foldText } from '../../domain/folding.js';
import { findCertificates } from '../../domain/offboarding/find-certificates.js';
import { type EvidenceByTemplate, TemplatesEvidenceIndex } from '../../domain/onboarding/template-evidence.js';
import { searchFor } from '../../domain/search.js';
import { ExpiringIndex, type ExpiringPage, expiringPage } from '../../domain/tenant/expiring-list.js';
import { type ElsewhereFound, type ListPage, type ListQuery, listTenants } from '../../domain/tenant/list.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { TenantIndex } from '../../domain/tenant/tenant-index.js';
import type { Instant } from '../../domain/time.js';
import type { Store } from '../ports/store.js';
import type { Templates } from '../ports/templates.js';
import { IndexedTenants } from './indexed-tenants.js';
import { nearTenants } from './near-tenants.js';

/** What was found by name, in the order of the list. */
export interface FoundTenants {
  readonly listed: readonly Tenant[];
  /** Former customers, which aren't in the list. */
  readonly former: readonly Tenant[];
}

/** The same question gets the same object until a tenant that it's about has changed. */
export class TenantList {
  readonly #store: Store;
  readonly #tenants: IndexedTenants<TenantIndex, ListPage>;
  readonly #evidence: IndexedTenants<TemplatesEvidenceIndex, EvidenceByTemplate>;
  readonly #expiring: IndexedTenants<ExpiringIndex, ExpiringPage>;

  constructor(store: Store, templates: Templates) {
    this.#store = store;
    this.#tenants = new IndexedTenants(store, () => new TenantIndex());
    this.#expiring = new IndexedTenants(store, () => new ExpiringIndex());
    this.#evidence = new IndexedTenants(
      store,
      () => new TemplatesEvidenceIndex(templates.current, () => store.tenants()),
    );
    templates.changed.on(() => this.#evidence.renew());
  }

  /** Resolves once it's made, after which answering holds up nothing. */
  async ready(): Promise<void> {
    // One after the other, so that a turn of the event loop has a slice of one of them.
    for (const each of [this.#tenants, this.#evidence, this.#expiring]) await each.ready();
  }

  /** The page of tenants that a query asks for. */
  page(query: ListQuery): ListPage {
    return this.#tenants.answer(JSON.stringify(query), (index) => {
      const page = listTenants(index, query);
      const isFound = Object.values(page.counts).some((count) => count > 0);
      return isFound || foldText(query.search) === '' ? page : { ...page, elsewhere: this.#elsewhere(query, index) };
    });
  }

  // A certificate is kept together with a change of its tenant, after which answers are made anew.
  #elsewhere({ search }: ListQuery, index: TenantIndex): ElsewhereFound {
    const customerOf = (tenantId: string) => index.tenant(tenantId)?.customer;
    const certificates = findCertificates(this.#store.certificates(), customerOf, search);
    return { near: nearTenants(search, index.listed()), certificates };
  }

  /** The tenants that a search matches. Nothing typed finds none. */
  find(typed: string): FoundTenants {
    const search = searchFor(typed);
    const { listed, former } = search ? this.#tenants.index().matches(search) : { listed: [], former: [] };
    return { listed: listed.map(({ tenant }) => tenant), former: former.map(({ tenant }) => tenant) };
  }

  /** A page of the tenants whose access ends; `places`: with these tenants where they are. */
  expiring(wanted: number, places?: readonly string[]): ExpiringPage {
    const tenantOf = (tenantId: string) => this.#store.tenant(tenantId);
    return this.#expiring.answer(JSON.stringify([wanted, places]), (index) =>
      expiringPage(index, tenantOf, wanted, places),
    );
  }

  /** How many tenants have access that ends before that moment. */
  endingBefore(until: Instant): number {
    return this.#expiring.index().endingBefore(until);
  }

  /** What of each access template works at some customer, by its name. */
  evidence(): EvidenceByTemplate {
    return this.#evidence.index().found;
  }
}
