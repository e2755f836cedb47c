// One round of the work on all batches: as many tenants as may be, until only waiting is left.
import {
  type Batch,
  type BatchRefusal,
  type BatchResult,
  type BatchTenant,
  keptDays,
} from '../../domain/batch/batch.js';
import { commandFor, commandNameOf, isAgreedGone, mayRequest } from '../../domain/batch/batch-command.js';
import { type BatchProgress, isForgettable, isYesTooOld, msToNextRequest } from '../../domain/batch/progress.js';
import { becauseOf } from '../../domain/batch/refused.js';
import { awaitsSecond, lacksSecond } from '../../domain/batch/second-admin.js';
import { Outdated } from '../../domain/errors.js';
import { secondYesLapsesAt } from '../../domain/second-admin.js';
import { includesRole, leastRoleFor } from '../../domain/tenant/commands.js';
import type { RefusalReason } from '../../domain/tenant/decide.js';
import { addSeconds, type Instant, secondsBetween } from '../../domain/time.js';
import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import type { AskingBatch, CommandHandler } from '../commands/command-handler.js';
import type { DutyDeps } from '../duty.js';
import type { RoleCheck } from '../ports/role-check.js';
import type { Change, Delivery } from '../ports/rows.js';
import type { Store } from '../ports/store.js';
import { droppedBatch } from './batch-second.js';

/** What working off batches takes. */
export interface BatchDeps extends DutyDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly commands: Pick<CommandHandler, 'perform'>;
  readonly roles: RoleCheck;
  /** How many tenants a minute may be asked that take a request at Microsoft. */
  readonly requestsPerMinute: number;
}

/** What a round takes. */
export interface BatchWorkDeps extends BatchDeps {
  readonly progress: (batch: Batch) => BatchProgress;
}

// What a tenant's lock keeps, or what changed under a command, is asked for again.
const againMs = 2000;
// How soon what goes on at Microsoft is looked at, where no change tells of it.
const lookMs = 5000;
const dayMs = 86_400_000;

/**
 * Works on all batches. `goesOn`: whether it still may. Resolves to when it's to be looked at again, in milliseconds;
 * `undefined`: there's nothing to look at.
 * @throws StoreError, or that a role can't be found out.
 */
export async function workOnBatches(deps: BatchWorkDeps, goesOn: () => boolean): Promise<number | undefined> {
  const { store } = deps;
  for (;;) {
    const waits: number[] = [];
    let hasDone = false;
    for (const batch of [...store.batches()]) {
      if (!goesOn()) return undefined;
      const came = await goOn(deps, batch);
      if (came === 'done') hasDone = true;
      else if (came !== undefined) waits.push(came);
    }
    if (!hasDone) return waits.length === 0 ? undefined : Math.min(...waits);
  }
}

/** Whether something was done, or in how many milliseconds there may be. */
type Came = 'done' | number;

function goOn(deps: BatchWorkDeps, batch: Batch): Promise<Came> {
  if (batch.endedAt !== undefined || batch.isAsked) return forget(deps, batch);
  return awaitsSecond(batch) ? waitForSecond(deps, batch) : workOn(deps, batch);
}

async function waitForSecond({ store, clock, log }: BatchWorkDeps, batch: Batch): Promise<Came> {
  const now = clock.now();
  const leftMs = secondsBetween(now, secondYesLapsesAt(batch)) * 1000;
  if (leftMs > 0) return leftMs;
  const committed = await store.commit(droppedBatch(store, batch, 'lapsed', now));
  if ('refused' in committed) return againMs;
  log.info('batchDropped', { batchId: batch.id, why: 'lapsed' });
  return 'done';
}

async function workOn(deps: BatchWorkDeps, batch: Batch): Promise<Came> {
  const { store, clock, requestsPerMinute } = deps;
  const progress = deps.progress(batch);
  if (progress.isAtRest) return end(deps, batch, progress);
  if (progress.next.length === 0) return lookMs;
  // Only what takes a request has to wait for the one before, for which all batches are looked at.
  let waitMs: number | undefined;
  const chosen: BatchTenant[] = [];
  for (const row of progress.next) {
    const tenant = store.tenant(row.tenantId);
    const takesRequest = tenant !== undefined && mayRequest(batch.action, tenant);
    if (takesRequest) {
      waitMs ??= msToNextRequest(lastRequestAt(deps), clock.now(), requestsPerMinute);
      if (waitMs > 0) continue;
      waitMs = 60_000 / requestsPerMinute;
    }
    chosen.push(row);
  }
  if (chosen.length === 0) return waitMs ?? lookMs;
  const came = await Promise.all(chosen.map((row) => ask(deps, batch, row)));
  return came.includes(true) ? 'done' : againMs;
}

/** The last request of any batch, of those that aren't over and of those that were a moment ago. */
function lastRequestAt({ store, progress, clock }: BatchWorkDeps): Instant | undefined {
  const aMinuteAgo = addSeconds(clock.now(), -60);
  return [...store.batches()]
    .filter(({ endedAt }) => endedAt === undefined || endedAt > aMinuteAgo)
    .flatMap((batch) => progress(batch).lastRequestAt ?? [])
    .sort()
    .at(-1);
}

/** Asks one tenant. Resolves to whether something came of it. */
async function ask(deps: BatchWorkDeps, batch: Batch, row: BatchTenant): Promise<boolean> {
  const { store, commands, roles, clock } = deps;
  // Based on both as they are before anything is decided: what was stopped, or done by another, isn't done again.
  const basedOn = [store.rowVersion('batches', batch.id), store.rowVersion('batchTenants', row.id)];
  const came = (result: BatchResult): Change => ({ batchTenants: [{ ...row, result }], basedOn });
  const { tenantId } = row;
  const refused = (why: BatchRefusal): Change => {
    const tenant = store.tenant(tenantId);
    const because = tenant && becauseOf(why, batch.action, tenant);
    return came({ is: 'refused', why, ...(because && { because }), at: clock.now() });
  };
  const refuse = async (why: BatchRefusal) => !('refused' in (await store.commit(refused(why))));
  if (isYesTooOld(batch, clock.now())) return refuse('tooLate');
  const role = await roles.checkedRoleOf(batch.by);
  const tenant = store.tenant(tenantId);
  const command = tenant && commandFor(batch, tenant, row);
  const least = leastRoleFor(command?.do ?? commandNameOf(batch.action));
  if (!includesRole(role, least)) return refuse('roleLost');
  if (!tenant) return refuse('noSuchTenant');
  if (!command) return refuse('doesNotApply');
  if (isAgreedGone(row, tenant)) return refuse('alreadyDone');
  const requests = mayRequest(batch.action, tenant) ? ({ requests: true } as const) : {};
  let hasCome = false;
  const saved = (outcome: 'done' | RefusalReason): Change | undefined => {
    // The tenant changed, or was worked on, while it was asked.
    if (outcome === 'busy' || outcome === 'outdated') return undefined;
    hasCome = true;
    return outcome === 'done' ? came({ is: 'done', at: clock.now(), ...requests }) : refused(outcome);
  };
  try {
    const asking: AskingBatch = { id: batch.id, saved, lacksSecond: (at) => lacksSecond(batch, row, at) };
    const outcome = await commands.perform({ tenantId, command, batch: asking, ticket: batch.ticket });
    return outcome === undefined ? refuse('noSuchTenant') : hasCome;
  } catch (error) {
    // Stopped meanwhile, or changed by another replica: it's looked at again as it is then.
    if (error instanceof Outdated) return false;
    throw error;
  }
}

async function end({ store, clock, log }: BatchWorkDeps, batch: Batch, progress: BatchProgress): Promise<Came> {
  const { id: batchId, conversationId, by } = batch;
  const at = clock.now();
  const deliveries: Delivery[] = store.conversation(conversationId)
    ? [{ id: `batch ${batchId}`, kind: 'batch', conversationId, batchId, at }]
    : [];
  // What has come of it by now, the message about its end says; what comes later is told as it comes.
  const doneDeliveryIds = deliveries.length > 0 ? newsOf(batchId, store.deliveriesOf(conversationId)) : [];
  const refused = progress.refused.reduce((sum, { count }) => sum + count, 0);
  const subject = `${progress.done} done, ${progress.fine} fine, ${refused} refused, ${progress.waiting} left`;
  const committed = await store.commit({
    batches: [{ ...batch, endedAt: at }],
    basedOn: [store.rowVersion('batches', batchId)],
    deliveries,
    doneDeliveryIds,
    audit: [{ at, what: 'batchEnded', by: by.id, batchId, subject }],
  });
  if ('refused' in committed) return againMs;
  log.info('batchEnded', { batchId, done: progress.done, refused, left: progress.waiting });
  return 'done';
}

function newsOf(batchId: string, deliveries: Iterable<Delivery>): readonly string[] {
  return [...deliveries].flatMap((each) => (each.kind === 'tenant' && each.batchId === batchId ? [each.id] : []));
}

async function forget({ store, clock }: BatchWorkDeps, batch: Batch): Promise<Came> {
  if (!isForgettable(batch, clock.now(), keptDays)) return dayMs;
  const forgottenBatchTenantIds = [...store.batchTenants(batch.id)].map(({ id }) => id);
  // A yes may come at this moment.
  const basedOn = [store.rowVersion('batches', batch.id)];
  await store.commit({ basedOn, forgottenBatchIds: [batch.id], forgottenBatchTenantIds });
  return 'done';
}
