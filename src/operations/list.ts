// What does the list of tenants answer, from memory?
import { indexTenants, type ListPage, type ListQuery, listTenants, type TenantIndex } from '../domain/tenant-list.js';
import type { Store } from './ports.js';

/** Answers a query with a page of tenants. Asks neither Microsoft nor the disk. */
export type List = (query: ListQuery) => ListPage;

/** The index is made anew only after a tenant has changed, not for every page. */
export function lister(store: Store): List {
  let index: TenantIndex | undefined;
  let revision: number | undefined;
  return (query) => {
    if (index === undefined || revision !== store.revision) {
      index = indexTenants(store.tenants());
      revision = store.revision;
    }
    return listTenants(index, query);
  };
}
