// The list of tenants and what they prove of the access template, from memory, without Microsoft or the disk.
import { LRUCache } from 'lru-cache';
import type { AccessTemplate } from '../../domain/access/access-template.js';
import { evidenceFor, type TemplateEvidence } from '../../domain/onboarding/template-evidence.js';
import {
  indexTenants,
  type ListPage,
  type ListQuery,
  listTenants,
  type TenantIndex,
} from '../../domain/tenant/list.js';
import type { Store } from '../ports/store.js';

const mostPages = 200;

/** Answers are rebuilt only after a tenant has changed; until then the same question gets the same object. */
export class TenantList {
  readonly #store: Store;
  readonly #template: AccessTemplate;
  readonly #pages = new LRUCache<string, ListPage>({ max: mostPages });
  #index: { readonly revision: number; readonly tenants: TenantIndex } | undefined;
  #evidence: { readonly revision: number; readonly found: TemplateEvidence } | undefined;

  constructor(store: Store, template: AccessTemplate) {
    this.#store = store;
    this.#template = template;
  }

  /** The page of tenants that a query asks for. */
  page(query: ListQuery): ListPage {
    const { revision } = this.#store;
    if (this.#index?.revision !== revision) {
      this.#index = { revision, tenants: indexTenants(this.#store.tenants()) };
      this.#pages.clear();
    }
    const key = JSON.stringify(query);
    const known = this.#pages.get(key);
    if (known) return known;
    const page = listTenants(this.#index.tenants, query);
    this.#pages.set(key, page);
    return page;
  }

  /** What of the access template works at some customer. */
  evidence(): TemplateEvidence {
    const { revision } = this.#store;
    const before = this.#evidence;
    if (before?.revision === revision) return before.found;
    const found = evidenceFor(this.#template, this.#store.tenants());
    const isSame = before !== undefined && JSON.stringify(before.found) === JSON.stringify(found);
    this.#evidence = { revision, found: isSame ? before.found : found };
    return this.#evidence.found;
  }
}
