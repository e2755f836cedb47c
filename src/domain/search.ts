// Which tenants a text means by their names.

import type { KnownCustomer } from './customer.js';
import { foldText } from './folding.js';

/** What a search looks at, folded. */
export interface SearchWords {
  /** Name, first part of the domain, tenant id; a line each, so that nothing is found across two of them. */
  readonly words: string;
  readonly domain: string;
}

/** The words of a tenant. */
export function searchWords({ customer, tenantId }: KnownCustomer): SearchWords {
  const domain = lowerCase(customer.domain);
  const words = [customer.displayName, domain.split('.')[0] ?? '', tenantId].map(foldText).join('\n');
  return { words, domain };
}

/** Words run together, in which it makes no difference what people leave out or add between them. */
export function runTogether(words: string): string {
  return words.replaceAll(' ', '');
}

// Shorter words would be found everywhere.
const fewestJoined = 4;

/** What was typed, as it's looked for. */
export interface Search {
  /** Whether a tenant's words match. */
  readonly isMatch: (words: SearchWords) => boolean;
  /** A tenant that matches has one of these in its words, run together, or in its domain. Empty: any may match. */
  readonly parts: readonly string[];
}

/** The search for what was typed; `undefined`: everything matches, since nothing was typed. */
export function searchFor(typed: string): Search | undefined {
  const wanted = foldText(typed);
  if (wanted === '') return undefined;
  const joined = runTogether(wanted);
  const domain = domainIn(typed);
  return {
    parts: [joined, ...(domain ? [domain.name] : [])],
    isMatch: (tenant) =>
      tenant.words.includes(wanted) ||
      (joined.length >= fewestJoined && runTogether(tenant.words).includes(joined)) ||
      (domain !== undefined &&
        (domain.isStart ? tenant.domain.startsWith(domain.name) : tenant.domain.includes(domain.name))),
  };
}

// "co" means Contoso, not every tenant whose domain ends in .com. Text with a dot means the domain; a sign-in name or a mail
// address means the domain after the @.
function domainIn(typed: string): { readonly name: string; readonly isStart: boolean } | undefined {
  const [, at, name = ''] = /(@?)([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)[^\p{L}\p{N}\s]*$/u.exec(lowerCase(typed)) ?? [];
  if (at === '@') return { name, isStart: true };
  const isWhole = name !== '' && !/[\p{L}\p{N}]\s/u.test(typed.trim());
  return isWhole ? { name, isStart: false } : undefined;
}

function lowerCase(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
