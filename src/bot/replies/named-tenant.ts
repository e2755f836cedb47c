// The tenant that a typed search names.

import { namedBy } from '../../domain/folding.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { BotServices } from './bot-services.js';

/** The one customer of exactly that name, or else the only one that matches; `total`: how many match. */
export function namedTenant(
  { tenantList }: Pick<BotServices, 'tenantList'>,
  search: string,
): { readonly tenant: Tenant | undefined; readonly total: number } {
  const { listed } = tenantList.find(search);
  const named = namedBy(search, listed, ({ customer }) => customer.displayName);
  const [only] = named.length === 1 ? named : listed;
  return { tenant: named.length === 1 || listed.length === 1 ? only : undefined, total: listed.length };
}

// More words than any name that people type in whole.
const mostNameWords = 8;

/** What names a tenant, and what follows it: the name is as many words as find some tenant; quotes around it say where it ends. */
export function tenantAndRest(
  { tenantList }: Pick<BotServices, 'tenantList'>,
  argument: string,
): { readonly search: string; readonly rest: string } {
  const [, quoted, after = ''] = /^["“„«‹](.+?)["”“»›]\s*(.*)$/su.exec(argument.trim()) ?? [];
  if (quoted !== undefined) return { search: quoted.trim(), rest: after };
  const words = argument.split(/\s+/u).filter((word) => word !== '');
  // A search would take a minus sign for its own.
  const signed = words.findIndex((word) => /^[-–—]\d*$/.test(word));
  const most = Math.min(signed === -1 ? words.length : signed, mostNameWords);
  for (let count = most; count > 0; count -= 1) {
    const search = words.slice(0, count).join(' ');
    if (tenantList.find(search).listed.length > 0) return { search, rest: words.slice(count).join(' ') };
  }
  return { search: words[0] ?? '', rest: words.slice(1).join(' ') };
}
