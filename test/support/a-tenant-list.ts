// The list of tenants as of the builders' now, understanding queries in every language.
import type { Store } from '../../src/operations/ports/store.js';
import { fixedTemplates, type Templates } from '../../src/operations/ports/templates.js';
import { TenantList } from '../../src/operations/reads/tenant-list.js';
import { queryNamesInEveryLanguage } from '../../src/views/explain/query-words.js';
import { aTemplates, now } from './builders.js';

export function aTenantList(store: Store, templates: Templates = fixedTemplates(aTemplates())): TenantList {
  return new TenantList(store, templates, { clock: { now: () => now }, names: queryNamesInEveryLanguage() });
}
