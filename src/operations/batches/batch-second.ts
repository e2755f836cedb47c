// The second admin's yes to a batch: asked for when it's begun, given, and dropped once it's too late.
import type { AccessTemplate } from '../../domain/access/access-template.js';
import { subjectAfter, templateFor } from '../../domain/access/access-templates.js';
import type { Batch, BatchAction, BatchTenant } from '../../domain/batch/batch.js';
import { commandNameOf } from '../../domain/batch/batch-command.js';
import {
  awaitsSecond,
  batchBasis,
  batchTakesSecond,
  choosesTemplate,
  templateWishOf,
} from '../../domain/batch/second-admin.js';
import type { Person } from '../../domain/person.js';
import { isAnotherPerson, type SecondAdminRules, secondYesLapsesAt } from '../../domain/second-admin.js';
import { kindOfNews } from '../../domain/subscription/news-kinds.js';
import { hearersOf } from '../../domain/subscription/who-hears.js';
import { includesRole, leastRoleFor } from '../../domain/tenant/commands.js';
import { addsPrivilegedRoles, presentTemplate } from '../../domain/tenant/second-admin.js';
import type { Instant } from '../../domain/time.js';
import { commitLatest } from '../commit.js';
import type { RoleCheck } from '../ports/role-check.js';
import type { Change, Delivery } from '../ports/rows.js';
import type { Store } from '../ports/store.js';
import type { Templates } from '../ports/templates.js';

/** What that takes. */
export interface BatchSecondDeps {
  readonly store: Store;
  readonly roles: RoleCheck;
  readonly templates: Templates;
  readonly secondAdmin: SecondAdminRules;
}

/** What came of a yes: `stale`, as the templates are others, or who asked may no longer do that; nothing is done. */
export type BatchApproval = 'approved' | 'sameAdmin' | 'noSuchRequest' | 'stale';

/** A tenant of a batch, with what an import has for it. */
export type ChangedRow = Pick<BatchTenant, 'tenantId' | 'tags' | 'template'>;

/** Whether a second admin must approve a batch first, if it were begun now. */
export function takesSecondNow(deps: BatchSecondDeps, action: BatchAction, rows: readonly ChangedRow[]): boolean {
  const { subjects, batchesOver } = deps.secondAdmin;
  if (subjects.length === 0 && batchesOver === undefined) return false;
  return batchTakesSecond(action, rows.length, templatesOf(deps, action, rows).values(), deps.secondAdmin);
}

/** A batch and its tenants with what a second admin is asked about. */
export function withSecond(
  deps: BatchSecondDeps,
  batch: Batch,
  rows: readonly BatchTenant[],
): { readonly batch: Batch; readonly rows: readonly BatchTenant[] } {
  const { action } = batch;
  const theirs = templatesOf(deps, action, rows);
  return {
    batch: { ...batch, second: { basis: batchBasis(action, theirs.values()) } },
    rows: rows.map((row) => ({ ...row, templateHash: theirs.get(row.tenantId)?.templateHash })),
  };
}

/** The messages that ask for a yes: to who hears of what a second admin must approve, and has not just asked. */
export function askingDeliveries(store: Store, { id: batchId, by, conversationId, at }: Batch): readonly Delivery[] {
  const topic = {
    kind: 'tenant',
    news: kindOfNews('secondAdminAsked'),
    mustBeHeard: true,
    isOutcome: true,
    isAbout: () => true,
    askedFrom: conversationId,
    askerId: by.id,
  } as const;
  const hearing = hearersOf(topic, store.conversations());
  const others = hearing.filter((id) => id !== conversationId);
  return (others.length > 0 ? others : hearing).map((id) => ({
    ...{ id: `batch ${batchId} second ${id}`, kind: 'batch', conversationId: id, batchId, asksSecond: true, at },
  }));
}

/** The ids of the messages that ask for a yes and are still due: once it was given, or isn't asked for any more, they're pointless. */
export function askingDue(store: Store, { id: batchId, second }: Batch): readonly string[] {
  if (!second) return [];
  const isAsking = (each: Delivery) => each.kind === 'batch' && each.batchId === batchId && each.asksSecond === true;
  return [...store.deliveries()].filter(isAsking).map(({ id }) => id);
}

/**
 * Gives the second yes. What was agreed to and isn't so any more is dropped, and told where it was asked for.
 * @throws StoreError
 */
export async function approveBatch(
  deps: BatchSecondDeps,
  { batchId, by, at }: { readonly batchId: string; readonly by: Person; readonly at: Instant },
): Promise<BatchApproval> {
  const { store, roles } = deps;
  const asked = store.batch(batchId);
  const role = asked && (await roles.checkedRoleOf(asked.by));
  let came: BatchApproval = 'noSuchRequest';
  await commitLatest(store, () => {
    came = 'noSuchRequest';
    const batch = store.batch(batchId);
    if (!batch?.second || !awaitsSecond(batch) || at >= secondYesLapsesAt(batch)) return undefined;
    came = 'sameAdmin';
    if (!isAnotherPerson(by, batch)) return undefined;
    const rows = [...store.batchTenants(batchId)];
    const theirs = templatesOf(deps, batch.action, rows);
    const { basis } = batch.second;
    // One that an earlier version asked about doesn't say which tenant's each of its templates is.
    const isSaid = basis === '' || rows.some(({ templateHash }) => templateHash !== undefined);
    const isSame = isSaid && batchBasis(batch.action, theirs.values()) === basis;
    const mayAsk = includesRole(role, leastRoleFor(commandNameOf(batch.action)));
    came = isSame && mayAsk ? 'approved' : 'stale';
    if (came === 'stale') return droppedBatch(store, batch, 'stale', at);
    const second = { ...batch.second, approved: { by, at } };
    const audit = [{ at, what: 'batchApproved', by: by.id, batchId }];
    const basedOn = [store.rowVersion('batches', batchId)];
    return { batches: [{ ...batch, second }], audit, basedOn, doneDeliveryIds: askingDue(store, batch) };
  });
  return came;
}

/** The end of a batch that no second admin has approved, with the message that says so. */
export function droppedBatch(store: Store, batch: Batch, why: 'lapsed' | 'stale', at: Instant): Change {
  const { id: batchId, conversationId, second } = batch;
  const deliveries: Delivery[] = store.conversation(conversationId)
    ? [{ id: `batch ${batchId}`, kind: 'batch', conversationId, batchId, at }]
    : [];
  return {
    batches: [{ ...batch, endedAt: at, ...(second && { second: { ...second, dropped: why } }) }],
    basedOn: [store.rowVersion('batches', batchId)],
    deliveries,
    doneDeliveryIds: askingDue(store, batch),
    audit: [{ at, what: 'batchDropped', batchId, why }],
  };
}

// By tenant id. Of tags and of an import those alone that bring privileged roles.
function templatesOf(
  { store, templates: { current }, secondAdmin }: Pick<BatchSecondDeps, 'store' | 'templates' | 'secondAdmin'>,
  action: BatchAction,
  rows: Iterable<ChangedRow>,
): ReadonlyMap<string, AccessTemplate> {
  const found = new Map<string, AccessTemplate>();
  if (choosesTemplate(action.do) && !secondAdmin.subjects.includes('enable')) return found;
  for (const row of rows) {
    const tenant = store.tenant(row.tenantId);
    const wish = templateWishOf(action, row);
    if (!tenant || !wish) continue;
    const template = templateFor(current, subjectAfter(tenant, wish));
    const present = presentTemplate(tenant, templateFor(current, tenant), template);
    const isMeant = !choosesTemplate(action.do) || (present !== undefined && addsPrivilegedRoles(present, template));
    if (isMeant) found.set(row.tenantId, template);
  }
  return found;
}
