// The columns of a file with leftover access to tenants that Gatehouse doesn't manage.
import { leftoverLevelOf } from '../../domain/tenant/leftover-list.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { type ExportColumn, momentColumn, textColumn, yesOrNoWord } from './column.js';
import { namingColumns } from './tenant-columns.js';

/** A tenant, if it has leftover access. */
export function leftoverRows(tenant: Tenant): readonly Tenant[] {
  return leftoverLevelOf(tenant) === undefined ? [] : [tenant];
}

/** Of tenants with leftover access. */
export const leftoverColumns: readonly ExportColumn<Tenant>[] = [
  ...namingColumns<Tenant>((tenant) => tenant),
  textColumn('leftover', 40, (tenant, { context }) => {
    const level = leftoverLevelOf(tenant);
    // Without the sign before it.
    return level && context.words.leftovers.levels[level].replace(/^[^\p{L}]+/u, '');
  }),
  momentColumn('leftSince', ({ leftoverSpan }) => leftoverSpan?.since),
  momentColumn('leftUntil', ({ leftoverSpan }) => leftoverSpan?.endsAt),
  textColumn('customer', 12, ({ formerCustomer }, made) => yesOrNoWord(formerCustomer !== true, made)),
];
