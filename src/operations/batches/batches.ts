// Batches: what people plan, begin and stop, and the work on them in the background.
import { createHash } from 'node:crypto';
import { type Batch, type BatchAction, type BatchTenant, isBatchOver, newBatch } from '../../domain/batch/batch.js';
import { agreedOf, type BatchAsker } from '../../domain/batch/batch-command.js';
import { type BatchPlan, batchPlanOf } from '../../domain/batch/plan.js';
import { type BatchProgress, progressOf } from '../../domain/batch/progress.js';
import type { ImportedTenant } from '../../domain/batch/tenant-import.js';
import type { Person } from '../../domain/person.js';
import type { AuditEntry } from '../../domain/tenant/audit-entry.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import { commitLatest } from '../commit.js';
import { doDuty } from '../duty.js';
import type { Change } from '../ports/rows.js';
import { alikeBatches, batchWithAll, sameImport } from './alike-batches.js';
import {
  approveBatch,
  askingDeliveries,
  askingDue,
  type BatchApproval,
  type BatchSecondDeps,
  type ChangedRow,
  takesSecondNow,
  withSecond,
} from './batch-second.js';
import { type BatchDeps, workOnBatches } from './batch-work.js';

/** What batches take. */
export interface TenantBatchesDeps extends BatchDeps, BatchSecondDeps {
  readonly workers: BackgroundWorkers;
}

const duty = 'batches';
// What becomes of the tenants of a batch, and what others do, comes in bursts.
const gatherMs = 200;
const backOff = { first: 2000, longest: 300_000 };

/**
 * Batches of all people. One replica works off all of them, so that they share one pace; what has been done stands in the
 * store, so that another goes on where one was killed.
 */
export class TenantBatches {
  readonly #deps: TenantBatchesDeps;
  readonly #worker: BackgroundWorker;

  constructor(deps: TenantBatchesDeps) {
    this.#deps = deps;
    this.#worker = deps.workers.open({ failed: 'batchesDelayed', backOff });
  }

  /** The dry run. What a batch that was begun, or waits for a second admin, still has to do alike is under way. */
  plan(asker: BatchAsker, tenants: Iterable<Tenant>): BatchPlan {
    const { store, requestsPerMinute } = this.#deps;
    const rows = alikeBatches(store, asker).flatMap(({ id }) => [...store.batchTenants(id)]);
    const planned = rows.filter(({ result }) => !result);
    return batchPlanOf(asker, tenants, requestsPerMinute, new Set(planned.map(({ tenantId }) => tenantId)));
  }

  /** The batch that has all of it to do already, or waits with it for a second admin; `undefined`: there's none. */
  underWayFor(asker: BatchAsker, tenants: Iterable<Tenant>): Batch | undefined {
    if (alikeBatches(this.#deps.store, asker).length === 0) return undefined;
    const { tenantIds } = batchPlanOf(asker, tenants, this.#deps.requestsPerMinute);
    return tenantIds.length > 0 ? batchWithAll(this.#deps.store, asker, tenantIds) : undefined;
  }

  /** The same for an import: the one with these very changes that waits for a second admin. */
  waitingImport(changes: readonly ImportedTenant[]): Batch | undefined {
    return sameImport(this.#deps.store, changes);
  }

  /** Whether a second admin must approve it first, if it were begun now. */
  takesSecond(action: BatchAction, rows: readonly ChangedRow[]): boolean {
    return takesSecondNow(this.#deps, action, rows);
  }

  /** How far a batch is. */
  progress(batch: Batch): BatchProgress {
    const { store, clock, requestsPerMinute } = this.#deps;
    const tenants = store.batchTenants(batch.id);
    const reading = { batch, tenants, tenant: (id: string) => store.tenant(id), now: clock.now() };
    return progressOf(reading, requestsPerMinute);
  }

  /**
   * Begins a batch, once: a second time it's the one that was begun. `batchId`: from the question that was answered.
   * @throws StoreError
   */
  async begin(batchId: string, asker: BatchAsker, tenantIds: readonly string[]): Promise<Batch> {
    const { store, clock } = this.#deps;
    const at = clock.now();
    const { batch: asked, tenants } = newBatch({ ...asker, id: batchId, at }, tenantIds);
    const agreed = tenants.map((row) => ({ ...row, ...agreedOf(asked.action, store.tenant(row.tenantId)) }));
    const { batch, change } = this.#beginning(asked, agreed);
    const known = store.batch(batchId);
    if (known || 'refused' in (await store.commit({ batchTenants: agreed, ...change })))
      return known ?? store.batch(batchId) ?? batch;
    this.#hasBegun(batch);
    return batch;
  }

  // What is saved of one from its beginning, with who is asked for a second yes.
  #beginning(asked: Batch, rows: readonly BatchTenant[]): { readonly batch: Batch; readonly change: Change } {
    const { store } = this.#deps;
    const { id: batchId, action, at, by, count, ticket } = asked;
    const takesSecond = this.takesSecond(action, rows);
    const { batch, rows: changed } = takesSecond
      ? withSecond(this.#deps, asked, rows)
      : { batch: asked, rows: undefined };
    const subject = subjectOf(action, count);
    const ticketed = ticket === undefined ? {} : { ticket };
    const audit = [{ at, what: beginningOf(batch), by: by.id, batchId, subject, ...ticketed }];
    const deliveries = takesSecond ? askingDeliveries(store, batch) : [];
    const basedOn = [store.rowVersion('batches', batchId)];
    return {
      batch,
      change: { batches: [batch], ...(changed && { batchTenants: changed }), audit, deliveries, basedOn },
    };
  }

  #hasBegun(batch: Batch): void {
    const { id: batchId, action, by, count } = batch;
    this.#deps.log.info(beginningOf(batch), { batchId, do: action.do, by: by.id, count });
    this.takeUp();
  }

  /**
   * Keeps what a person is asked about: what becomes of each tenant of an import. Nothing is done until `beginPrepared`.
   * `owner`: to whom all of them are given, where that's all.
   * @throws StoreError
   */
  async prepare(
    { batchId, by, conversationId }: Pick<Batch, 'by' | 'conversationId'> & { readonly batchId: string },
    changes: readonly ImportedTenant[],
    owner?: Person,
  ): Promise<void> {
    const { store, clock } = this.#deps;
    const action = { do: 'import', ...(owner && { owner }) } as const;
    const ids = changes.map(({ tenantId }) => tenantId);
    const { batch, tenants } = newBatch({ id: batchId, action, by, conversationId, at: clock.now() }, ids);
    const changeOf = new Map(changes.map((each) => [each.tenantId, each.change]));
    const batchTenants = tenants.map((row) => ({ ...row, ...changeOf.get(row.tenantId) }));
    await store.commit({ batches: [{ ...batch, isAsked: true }], batchTenants });
    this.takeUp();
  }

  /** Begins what was prepared; a second time nothing comes of it. @throws StoreError */
  async beginPrepared(batchId: string): Promise<void> {
    const { store, clock } = this.#deps;
    const hasBegun = await commitLatest(store, () => {
      const { isAsked, ...prepared } = store.batch(batchId) ?? {};
      if (!isAsked || !('id' in prepared)) return undefined;
      return this.#beginning({ ...prepared, at: clock.now() }, [...store.batchTenants(batchId)]).change;
    });
    const batch = store.batch(batchId);
    if (hasBegun && batch) this.#hasBegun(batch);
  }

  /**
   * A second admin's yes, after which its tenants are asked.
   * @throws StoreError
   */
  async approve(batchId: string, by: Person): Promise<BatchApproval> {
    const { clock, log } = this.#deps;
    const came = await approveBatch(this.#deps, { batchId, by, at: clock.now() });
    if (came === 'approved') log.info('batchApproved', { batchId, by: by.id });
    if (came === 'stale') log.info('batchDropped', { batchId, why: came });
    this.takeUp();
    return came;
  }

  /**
   * Stops a batch: no tenant is asked from now on. Resolves to whether there was anything to stop.
   * @throws StoreError
   */
  async stop(batchId: string, by: Person): Promise<boolean> {
    const { store, clock, log } = this.#deps;
    const hasStopped = await commitLatest(store, () => {
      const batch = store.batch(batchId);
      if (!batch || isBatchOver(batch)) return undefined;
      const at = clock.now();
      const audit: AuditEntry[] = [{ at, what: 'batchStopped', by: by.id, batchId }];
      return {
        batches: [{ ...batch, stopped: { by, at } }],
        audit,
        doneDeliveryIds: askingDue(store, batch),
        basedOn: [store.rowVersion('batches', batchId)],
      };
    });
    if (hasStopped) log.info('batchStopped', { batchId, by: by.id });
    return hasStopped;
  }

  /** Goes on with what there is, if it's ours: at the start, and when replicas have come or gone. */
  takeUp(): void {
    this.#soon(0, this.#deps.store.batches());
  }

  /** A batch or a tenant was changed, so that a batch may go on. */
  carryOn(): void {
    const underWay = [...this.#deps.store.batches()].filter(({ endedAt }) => endedAt === undefined);
    this.#soon(gatherMs, underWay);
  }

  #soon(inMs: number, batches: Iterable<Batch>): void {
    if ([...batches].length > 0 && this.#deps.duties.isMine(duty))
      this.#worker.schedule(duty, inMs, () => this.#work());
  }

  #work(): Promise<void> {
    return doDuty(this.#deps, duty, async (lock) => {
      const parts = { ...this.#deps, progress: (batch: Batch) => this.progress(batch) };
      const againMs = await workOnBatches(parts, () => lock.isHeld && !this.#worker.isStopped);
      if (againMs !== undefined) this.#worker.schedule(duty, againMs, () => this.#work());
    });
  }
}

/**
 * A hash of which tenants a plan would change: what a person has agreed to. To look again is nothing that takes a yes to each: any
 * that can be looked at by then are.
 */
export function batchPlanHash({ tenantIds }: BatchPlan, { do: name }: BatchAction): string {
  if (name === 'revalidate') return name;
  return createHash('sha256')
    .update([...tenantIds].sort().join())
    .digest('base64url')
    .slice(0, 22);
}

function beginningOf({ second }: Batch): 'batchAsked' | 'batchBegun' {
  return second ? 'batchAsked' : 'batchBegun';
}

function subjectOf(action: BatchAction, count: number): string {
  const tags =
    action.do === 'tag' ? [...action.added.map((tag) => `+${tag}`), ...action.removed.map((tag) => `-${tag}`)] : [];
  return [action.do, ...tags, `${count}`].join(' ');
}
