// The tenants whose names are close to what was typed.
import { foldText } from '../../domain/folding.js';
import type { SearchWords } from '../../domain/search.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { IndexedTenant } from '../../domain/tenant/tenant-index.js';
import { slipsBetween } from '../../runtime/nearest.js';

const mostNear = 2;

// Further off than this, it is another name; of a short one, each letter counts more.
const mostSlips = 3;
const lettersPerSlip = 3;

/**
 * The one or two tenants with the fewest slips between what was typed and their name, as many words of it as were typed, or
 * their domain; of those the shortest name first, then in the order of the list.
 */
export function nearTenants(typed: string, tenants: readonly IndexedTenant[]): readonly Tenant[] {
  const wanted = foldText(domainName(typed) ?? typed);
  const most = Math.min(mostSlips, Math.floor(wanted.length / lettersPerSlip));
  if (most === 0) return [];
  const count = wanted.split(' ').length;
  const letters = lettersIn(wanted);
  return tenants
    .flatMap((each) => {
      // One slip brings one letter, so most names lack too many of them for a closer look.
      if (countOf(letters & ~lettersIn(each.words)) > most) return [];
      const slips = fewest(namesIn(each, count).map((name) => slipsBetween(wanted, name, most)));
      return slips === undefined ? [] : [{ tenant: each.tenant, slips }];
    })
    .sort((a, b) => a.slips - b.slips || lengthOf(a.tenant) - lengthOf(b.tenant))
    .slice(0, mostNear)
    .map(({ tenant }) => tenant);
}

// Of a domain or a sign-in name, what stands before the first dot of the domain names the tenant.
function domainName(typed: string): string | undefined {
  return /^(?:\S+@)?([\p{L}\p{N}-]+)\.\S+$/u.exec(typed.trim())?.[1];
}

/** A tenant's whole name, the first part of its domain, and each run of so many words in its name. */
function namesIn({ words }: SearchWords, count: number): readonly string[] {
  const [name = '', domain = ''] = words.split('\n');
  const single = name.split(' ');
  const runs = single.slice(count - 1).map((_, first) => single.slice(first, first + count).join(' '));
  return [name, domain, ...runs];
}

/** The characters of a text, a bit for each; some share one. */
function lettersIn(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

function countOf(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

function fewest(all: readonly (number | undefined)[]): number | undefined {
  const known = all.filter((each) => each !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

function lengthOf({ customer }: Tenant): number {
  return customer.displayName.length;
}
