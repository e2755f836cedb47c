// The columns of a file with tenants, and those with which every other file names a tenant.
import { templateFor } from '../../domain/access/access-templates.js';
import { knownCoverage } from '../../domain/access/coverage.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { type ExportColumn, momentColumn, textColumn, yesOrNoWord } from './column.js';

/** Which tenant a row is about. */
export function namingColumns<Row>(tenantOf: (row: Row) => Tenant): readonly ExportColumn<Row>[] {
  return [
    textColumn('tenantId', 38, (row) => tenantOf(row).tenantId),
    textColumn('tenant', 30, (row) => tenantOf(row).customer.displayName),
    textColumn('domain', 30, (row) => tenantOf(row).customer.domain),
  ];
}

const coverageOf = ({ onboarding }: Tenant) => onboarding && knownCoverage(onboarding);

/** Of tenants. */
export const tenantColumns: readonly ExportColumn<Tenant>[] = [
  ...namingColumns<Tenant>((tenant) => tenant),
  textColumn('status', 18, ({ status }, { context }) => context.words.statuses[status]),
  momentColumn('since', ({ since }) => since),
  // By the codes that a search knows as well.
  textColumn('causes', 24, ({ onboarding }) =>
    [...new Set((onboarding?.limitations ?? []).map(({ code }) => code))].join(', '),
  ),
  textColumn('accepted', 20, ({ onboarding }) => onboarding?.accepted?.by.name),
  textColumn('acceptedWhy', 30, ({ onboarding }) => onboarding?.accepted?.reason),
  textColumn('accountable', 20, ({ onboarding }) => onboarding?.accepted?.accountable?.name),
  momentColumn('reviewOn', ({ onboarding }) => onboarding?.accepted?.reviewOn),
  textColumn('tags', 20, ({ tags = [] }) => tags.join(', ')),
  textColumn('owner', 20, ({ owner }) => owner?.person.name),
  momentColumn('ownedSince', ({ owner }) => owner?.since),
  textColumn('ticket', 16, ({ ticket }) => ticket),
  momentColumn('snoozedUntil', ({ snooze }) => snooze?.until),
  textColumn('note', 40, ({ notes }) => notes?.at(-1)?.text),
  textColumn('template', 18, (tenant, { context }) => templateFor(context.templates, tenant).name),
  momentColumn('accessUntil', (tenant) => coverageOf(tenant)?.on),
  textColumn('outlook', 18, (tenant, { context }) => {
    const coverage = coverageOf(tenant);
    return coverage && context.words.exporting.outlooks[coverage.is];
  }),
  textColumn('delegatedAdmin', 12, ({ delegatedAdmin: { state } }, made) =>
    yesOrNoWord(state === 'unknown' ? undefined : state === 'granted', made),
  ),
  momentColumn('requestedAt', ({ onboarding }) => onboarding?.requestedAt),
  textColumn('requestedBy', 20, ({ onboarding }) => onboarding?.requestedBy.name),
  momentColumn('checkedAt', ({ onboarding }) => onboarding?.checkedAt),
];
