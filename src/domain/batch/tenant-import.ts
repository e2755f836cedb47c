// What rows that a person hands in come to: which tenants they change and how, and which lines can't be taken.
import { foldText } from '../folding.js';
import type { Person } from '../person.js';
import type { GivenRow } from '../table.js';
import type { MayAsk } from '../tenant/commands.js';
import { decide } from '../tenant/decide.js';
import { changeCommand } from '../tenant/decide-change.js';
import type { Tenant } from '../tenant/tenant.js';
import type { TenantChange } from '../tenant/tenant-change.js';
import {
  type ChangeDeps,
  type ChangingColumn,
  type ColumnFault,
  changeInRow,
  changingColumns,
} from './import-columns.js';

/** The columns that an import looks at. Others that `/export` writes say nothing, since they can't be changed so. */
export const importColumns = ['tenantId', 'tenant', 'domain', ...changingColumns] as const;

/** One of them. */
export type ImportColumn = (typeof importColumns)[number];

/** Why a line changes nothing. */
export type RowFault =
  | ColumnFault
  | { readonly is: 'unknownColumn' | 'unknownTenant' | 'ambiguous'; readonly given: string }
  | { readonly is: 'ownedByOther' | 'askerNotChecked'; readonly given: string }
  | { readonly is: 'twice'; readonly first: number }
  | { readonly is: 'noTenant' | 'tooManyTags' | 'offboarding' };

/** A line that can't be taken, counted as an editor counts. */
export interface BadLine {
  readonly line: number;
  readonly fault: RowFault;
}

/** A tenant that an import changes. */
export interface ImportedTenant {
  readonly tenantId: string;
  readonly change: TenantChange;
}

/** What an import would do. */
export interface TenantImport {
  /** Each tenant once, with what changes. */
  readonly changes: readonly ImportedTenant[];
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
export interface ImportDeps extends ChangeDeps {
  /** Which column a heading means, folded; `other`: one of `/export` that changes nothing. */
  readonly headings: ReadonlyMap<string, ImportColumn | 'other'>;
  readonly names: TenantNames;
  readonly by: Person;
  /** Whether they may give to someone a tenant that someone else looks after. */
  readonly mayTakeOver: MayAsk;
}

type Places = ReadonlyMap<ImportColumn, number>;

/** Whether the first row names the columns that an import takes: which tenant, and anything about it. */
export function hasHeadings([first]: readonly GivenRow[], { headings }: Pick<ImportDeps, 'headings'>): boolean {
  const places = placesIn(first, headings);
  const isNamed = (['tenantId', 'tenant', 'domain'] as const).some((each) => places.has(each));
  return isNamed && changingColumns.some((each) => places.has(each));
}

/** What the rows come to, the first of which has the headings. Nothing is done. */
export class ImportReader {
  readonly #deps: ImportDeps;
  readonly #places: Places;
  readonly #changes: ImportedTenant[] = [];
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
  get result(): TenantImport {
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
    const read = changeInRow((column: ChangingColumn) => this.#cell(row, column), tenant, this.#deps);
    if ('is' in read) return read;
    const { by, mayTakeOver } = this.#deps;
    const command = changeCommand(by, read, tenant);
    if (command.do === 'importOver' && mayTakeOver !== 'yes')
      return {
        is: mayTakeOver === 'unknown' ? 'askerNotChecked' : 'ownedByOther',
        given: tenant.owner?.person.name ?? '',
      };
    const decision = decide(command, tenant);
    if ('facts' in decision) this.#changes.push({ tenantId, change: read });
    else if (decision.refused === 'tooManyTags') return { is: 'tooManyTags' };
    else if (decision.refused === 'alreadyDone' || Object.keys(read).length === 0) this.#unchanged += 1;
    else return { is: 'offboarding' };
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
}

function placesIn(row: GivenRow | undefined, headings: ImportDeps['headings']): Places {
  const places = new Map<ImportColumn, number>();
  for (const [place, cell] of (row?.cells ?? []).entries()) {
    const column = headings.get(foldText(cell));
    if (column !== undefined && column !== 'other' && !places.has(column)) places.set(column, place);
  }
  return places;
}
