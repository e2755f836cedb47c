// What rows that a person hands in come to: tags for tenants, and which lines can't be taken.
import { foldText } from '../folding.js';
import type { Person } from '../person.js';
import type { GivenRow } from '../table.js';
import { type TagChange, tagsIn } from '../tag.js';
import { decide } from '../tenant/decide.js';
import type { Tenant } from '../tenant/tenant.js';

/** The columns that an import looks at. Others that `/export` writes say nothing, since they can't be changed so. */
export const importColumns = ['tenantId', 'tenant', 'domain', 'tags', 'template', 'owner'] as const;

/** One of them. */
export type ImportColumn = (typeof importColumns)[number];

/** Why a line changes nothing. */
export type RowFault =
  | {
      readonly is: 'unknownColumn' | 'unknownTenant' | 'ambiguous' | 'notTags' | 'unknownTemplate';
      readonly given: string;
    }
  | { readonly is: 'twice'; readonly first: number }
  | { readonly is: 'noTenant' | 'tooManyTags' | 'offboarding' | 'otherTemplate' | 'otherOwner' };

/** A line that can't be taken, counted as an editor counts. */
export interface BadLine {
  readonly line: number;
  readonly fault: RowFault;
}

/** What becomes of a tenant's tags. */
export interface TenantTags extends TagChange {
  readonly tenantId: string;
}

/** What an import would do. */
export interface TagImport {
  /** Each tenant once, with what changes. */
  readonly changes: readonly TenantTags[];
  /** How many lines say what is so already. */
  readonly unchanged: number;
  readonly bad: readonly BadLine[];
}

/** Tenants by what a line can call them. */
export interface TenantNames {
  readonly byId: (tenantId: string) => Tenant | undefined;
  /** By a name or domain, folded. */
  readonly named: ReadonlyMap<string, readonly Tenant[]>;
}

/** What rows are read with. */
export interface ImportDeps {
  /** Which column a heading means, folded; `other`: one of `/export` that changes nothing. */
  readonly headings: ReadonlyMap<string, ImportColumn | 'other'>;
  readonly names: TenantNames;
  /** Of the access templates that there are. */
  readonly templates: ReadonlySet<string>;
  readonly templateOf: (tenant: Tenant) => string;
  readonly by: Person;
}

type Places = ReadonlyMap<ImportColumn, number>;

/** Whether the first row names the columns that an import takes: which tenant, and anything about it. */
export function hasHeadings([first]: readonly GivenRow[], { headings }: Pick<ImportDeps, 'headings'>): boolean {
  const places = placesIn(first, headings);
  const about = ['tags', 'template', 'owner'] as const;
  return (
    (['tenantId', 'tenant', 'domain'] as const).some((each) => places.has(each)) &&
    about.some((each) => places.has(each))
  );
}

/** What the rows come to, the first of which has the headings. Nothing is done. */
export class TagImportReader {
  readonly #deps: ImportDeps;
  readonly #places: Places;
  readonly #changes: TenantTags[] = [];
  readonly #bad: BadLine[];
  readonly #lines = new Map<string, number>();
  #unchanged = 0;

  constructor(headings: GivenRow, deps: ImportDeps) {
    this.#deps = deps;
    this.#places = placesIn(headings, deps.headings);
    this.#bad = headings.cells
      .filter((cell) => cell !== '' && !deps.headings.has(foldText(cell)))
      .map((given) => ({ line: headings.line, fault: { is: 'unknownColumn', given } }));
  }

  /** Takes in a row. */
  take(row: GivenRow): void {
    const fault = this.#faultOf(row);
    if (fault) this.#bad.push({ line: row.line, fault });
  }

  /** All that was taken in. */
  get result(): TagImport {
    return { changes: this.#changes, unchanged: this.#unchanged, bad: this.#bad };
  }

  #cell({ cells }: GivenRow, column: ImportColumn): string {
    const place = this.#places.get(column);
    return place === undefined ? '' : (cells[place] ?? '');
  }

  // A line is taken whole or not at all.
  #faultOf(row: GivenRow): RowFault | undefined {
    const tenant = this.#tenantOf(row);
    if ('is' in tenant) return tenant;
    const { tenantId } = tenant;
    const first = this.#lines.get(tenantId);
    if (first !== undefined) return { is: 'twice', first };
    this.#lines.set(tenantId, row.line);
    const { added, removed, notTags } = tagsIn(this.#cell(row, 'tags'));
    if (notTags.length > 0) return { is: 'notTags', given: notTags.join(', ') };
    const fault = this.#templateFault(row, tenant) ?? this.#ownerFault(row, tenant);
    if (fault) return fault;
    const decision = decide({ do: 'tag', by: this.#deps.by, added, removed }, tenant);
    if ('facts' in decision) {
      this.#changes.push({ tenantId, added, removed });
      return undefined;
    }
    if (decision.refused === 'tooManyTags') return { is: 'tooManyTags' };
    const isSo = decision.refused === 'alreadyDone' || added.length + removed.length === 0;
    if (!isSo) return { is: 'offboarding' };
    this.#unchanged += 1;
    return undefined;
  }

  #tenantOf(row: GivenRow): Tenant | RowFault {
    const { byId, named } = this.#deps.names;
    const id = this.#cell(row, 'tenantId').toLowerCase();
    const given = id || this.#cell(row, 'domain') || this.#cell(row, 'tenant');
    if (given === '') return { is: 'noTenant' };
    const found = id === '' ? (named.get(foldText(given)) ?? []) : [byId(id) ?? []].flat();
    const [tenant, ...others] = found;
    if (!tenant) return { is: 'unknownTenant', given };
    return others.length > 0 ? { is: 'ambiguous', given } : tenant;
  }

  #templateFault(row: GivenRow, tenant: Tenant): RowFault | undefined {
    const given = this.#cell(row, 'template');
    const { templates, templateOf } = this.#deps;
    if (given === '' || given === templateOf(tenant)) return undefined;
    return templates.has(given) ? { is: 'otherTemplate' } : { is: 'unknownTemplate', given };
  }

  #ownerFault(row: GivenRow, { owner }: Tenant): RowFault | undefined {
    const given = foldText(this.#cell(row, 'owner'));
    return given === '' || given === foldText(owner?.person.name ?? '') ? undefined : { is: 'otherOwner' };
  }
}

function placesIn(row: GivenRow | undefined, headings: ImportDeps['headings']): Places {
  const places = new Map<ImportColumn, number>();
  for (const [place, cell] of (row?.cells ?? []).entries()) {
    const column = headings.get(foldText(cell));
    if (column !== undefined && column !== 'other' && !places.has(column)) places.set(column, place);
  }
  return places;
}
