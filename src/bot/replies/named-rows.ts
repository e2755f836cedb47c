// The tenants that rows name, one a row: by id, domain or whole name, so that no part of a word chooses any.
import { namedBy } from '../../domain/folding.js';
import type { GivenRow } from '../../domain/table.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { type Language, languages, wordsIn } from '../../views/catalogue.js';
import type { BotServices } from './bot-services.js';

/** A row that names no tenant, or several. */
export interface WrongRow {
  /** Absent: all rows stood in one line. */
  readonly line?: number | undefined;
  /** What stands in it; foreign text. */
  readonly text: string;
  readonly why: 'none' | 'several';
}

/** The tenants of rows, each once, and the rows that name none. */
export interface NamedRows {
  readonly tenants: readonly Tenant[];
  readonly wrong: readonly WrongRow[];
}

// So many at a time; then everything else has its turn.
const atATime = 50;

/** Finds them. A first row that names none and looks like headings is no wrong one. */
export async function tenantsInRows(services: BotServices, rows: readonly GivenRow[]): Promise<NamedRows> {
  const tenants = new Map<string, Tenant>();
  const wrong: WrongRow[] = [];
  for (const [index, { line, cells }] of rows.entries()) {
    if (index % atATime === atATime - 1) await new Promise((resolve) => setImmediate(resolve));
    const [first = ''] = cells;
    const whole = cells.filter((cell) => cell !== '').join(', ');
    const found = namedIn(services, whole);
    const named = found.length === 0 && whole !== first ? namedIn(services, first) : found;
    const [tenant] = named;
    if (tenant && named.length === 1) tenants.set(tenant.tenantId, tenant);
    else if (index > 0 || tenant || !isHeading(first))
      wrong.push({ line, text: first === '' ? whole : first, why: tenant ? 'several' : 'none' });
  }
  return { tenants: [...tenants.values()], wrong };
}

function namedIn({ store, tenantList }: BotServices, text: string): readonly Tenant[] {
  const byId = store.tenant(text.toLowerCase());
  if (byId) return byId.formerCustomer ? [] : [byId];
  // In quotation marks nothing is a condition, and a minus sign leaves no one out.
  const { listed } = tenantList.find(`"${text.replaceAll(/["“”„]/g, ' ').trim()}"`);
  const byDomain = listed.filter(({ customer }) => customer.domain.toLowerCase() === text.toLowerCase());
  return byDomain.length > 0 ? byDomain : namedBy(text, listed, ({ customer }) => customer.displayName);
}

const plainHeadings = ['id', 'tenantid', 'name', 'domain', 'tenant', 'customer', 'customer name', 'company'];

function isHeading(text: string): boolean {
  const known = languages.flatMap((language: Language) => {
    const { tenantId, tenant, domain } = wordsIn(language).exporting.columns;
    return [tenantId, tenant, domain];
  });
  return [...plainHeadings, ...known].some((heading) => heading.toLowerCase() === text.toLowerCase());
}
