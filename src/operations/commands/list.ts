// What does the list of tenants answer, from memory?
import { LRUCache } from 'lru-cache';
import type { AccessTemplate } from '../../domain/access/access-template.js';
import { evidenceFor, type TemplateEvidence } from '../../domain/access/template-evidence.js';
import {
  indexTenants,
  type ListPage,
  type ListQuery,
  listTenants,
  type TenantIndex,
} from '../../domain/tenant/list.js';
import type { Store } from '../ports/store.js';

/** Answers a query with a page of tenants. Asks neither Microsoft nor the disk. */
export type List = (query: ListQuery) => ListPage;

/** What of the template works at some customer: the very same object until that changes. */
export function evidenceReader(store: Store, template: AccessTemplate): () => TemplateEvidence {
  let known: { readonly revision: number; readonly evidence: TemplateEvidence } | undefined;
  return () => {
    if (known?.revision === store.revision) return known.evidence;
    const evidence = evidenceFor(template, store.tenants());
    const before = known?.evidence;
    const isSame = before !== undefined && JSON.stringify(before) === JSON.stringify(evidence);
    known = { revision: store.revision, evidence: isSame ? before : evidence };
    return known.evidence;
  };
}

const mostPages = 200;

/**
 * The index is made anew only after a tenant has changed, not for every page. Until then the same query gets the very
 * same page.
 */
export function lister(store: Store): List {
  const pages = new LRUCache<string, ListPage>({ max: mostPages });
  let index: TenantIndex | undefined;
  let revision: number | undefined;
  return (query) => {
    if (index === undefined || revision !== store.revision) {
      index = indexTenants(store.tenants());
      revision = store.revision;
      pages.clear();
    }
    const key = JSON.stringify(query);
    const known = pages.get(key);
    if (known) return known;
    const page = listTenants(index, query);
    pages.set(key, page);
    return page;
  };
}
