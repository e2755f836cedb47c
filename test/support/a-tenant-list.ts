// The list of tenants, as of the builders' now where there's no clock, understanding queries in every language.
import type { Store } from '../../src/operations/ports/store.js';
import { fixedTemplates, type Templates } from '../../src/operations/ports/templates.js';
import { TenantList } from '../../src/operations/reads/tenant-list.js';
import type { Clock } from '../../src/runtime/clock.js';
import { queryNamesInEveryLanguage } from '../../src/views/explain/query-words.js';
import { aTemplates, now } from './builders.js';

export function aTenantList(
  store: Store,
  templates: Templates = fixedTemplates(aTemplates()),
  clock: Pick<Clock, 'now'> = { now: () => now },
): TenantList {
  return new TenantList(store, templates, { clock, names: queryNamesInEveryLanguage() });
}
