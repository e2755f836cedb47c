// The columns of an import that change something: what a cell means for its tenant.
import { foldText } from '../folding.js';
import type { Person } from '../person.js';
import { tagsIn } from '../tag.js';
import type { MayAsk } from '../tenant/commands.js';
import type { Tenant } from '../tenant/tenant.js';
import type { TenantChange } from '../tenant/tenant-change.js';

/** Why a cell can't be taken. */
export interface ColumnFault {
  readonly is: 'notTags' | 'unknownTemplate' | 'unknownOwner' | 'ambiguousOwner' | 'mayNotOwn' | 'ownerNotChecked';
  readonly given: string;
}

/** A person whom a cell may name. */
export interface CandidateOwner extends Person {
  /** Whether their role lets them look after tenants. */
  readonly mayOwn: MayAsk;
}

/** What cells are read with. */
export interface ChangeDeps {
  /** Names of the access templates that there are. */
  readonly templates: ReadonlySet<string>;
  readonly templateOf: (tenant: Tenant) => string;
  /** By their name, folded, and by their Entra object id. */
  readonly people: ReadonlyMap<string, readonly CandidateOwner[]>;
}

type ReadCell = (given: string, tenant: Tenant, deps: ChangeDeps) => TenantChange | ColumnFault;

// An empty cell says nothing, and one with what is so already changes nothing.
const columns = {
  tags: (given) => {
    const { added, removed, notTags } = tagsIn(given);
    return notTags.length > 0 ? { is: 'notTags', given: notTags.join(', ') } : { tags: { added, removed } };
  },
  template: (given, tenant, { templates, templateOf }) => {
    if (given === templateOf(tenant)) return {};
    return templates.has(given) ? { template: given } : { is: 'unknownTemplate', given };
  },
  owner: (given, { owner }, { people }) => {
    const name = foldText(given);
    if (owner && name === foldText(owner.person.name)) return {};
    const [person, ...others] = people.get(name) ?? [];
    if (!person) return { is: 'unknownOwner', given };
    if (others.length > 0) return { is: 'ambiguousOwner', given };
    if (person.mayOwn === 'yes') return { owner: { id: person.id, name: person.name } };
    return { is: person.mayOwn === 'unknown' ? 'ownerNotChecked' : 'mayNotOwn', given };
  },
} satisfies Readonly<Record<string, ReadCell>>;

/** One of these columns. */
export type ChangingColumn = keyof typeof columns;

/** All of them. */
export const changingColumns: readonly ChangingColumn[] = ['tags', 'template', 'owner'];

/** What the cells of a row come to, or why the first that can't be taken can't. */
export function changeInRow(
  cell: (column: ChangingColumn) => string,
  tenant: Tenant,
  deps: ChangeDeps,
): TenantChange | ColumnFault {
  let change: TenantChange = {};
  for (const column of changingColumns) {
    const given = cell(column);
    if (given === '') continue;
    const read: ReturnType<ReadCell> = columns[column](given, tenant, deps);
    if ('is' in read) return read;
    change = { ...change, ...read };
  }
  return change;
}
