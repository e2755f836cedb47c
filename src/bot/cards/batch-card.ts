// The card of a batch in a conversation, and when it's drawn again.
import type { Batch, BatchActionName } from '../../domain/batch/batch.js';
import type { BatchProgress } from '../../domain/batch/progress.js';
import { endingStandingOf, isFollowed, standingOf } from '../../domain/batch/standing.js';
import { hasEndableEarlier } from '../../domain/tenant/tenant.js';
import type { TenantBatches } from '../../operations/batches/batches.js';
import type { Store } from '../../operations/ports/store.js';
import { type BatchSays, batchHeadline, batchView } from '../../views/batch/batch-card.js';
import { mostNamed } from '../../views/batch/batch-lines.js';
import type { FirstTenant } from '../../views/batch/batch-subject.js';
import type { ViewContext } from '../../views/render/context.js';
import type { Card } from '../../views/render/templates.js';
import type { Literal } from '../../views/words/text-types.js';

/** What a batch's card is drawn from. */
export interface BatchSource {
  readonly store: Pick<Store, 'batch' | 'batchTenants' | 'tenant'>;
  readonly batches: Pick<TenantBatches, 'progress'>;
}

/** The card of a batch, with what it says in one line; `undefined`: it's no longer kept. */
export function batchCard(
  { store, batches }: BatchSource,
  batchId: string,
  context: ViewContext,
  says?: BatchSays,
): { readonly card: Card; readonly headline: Literal } | undefined {
  const batch = store.batch(batchId);
  if (!batch) return undefined;
  const progress = batches.progress(batch);
  return {
    card: batchView(batch, progress, context, { first: firstTenantsOf(batch, store), ...says }),
    headline: batchHeadline(batch, progress, context.words),
  };
}

/** The first tenants of a batch that a second admin must approve, or should have; none: it's no such batch. */
export function firstTenantsOf(
  { id, second }: Batch,
  store: Pick<Store, 'batchTenants' | 'tenant'>,
): readonly FirstTenant[] {
  if (!second || second.approved) return [];
  const first: FirstTenant[] = [];
  for (const { tenantId, tags, template, owner } of store.batchTenants(id)) {
    if (first.length >= mostNamed) break;
    first.push({ name: store.tenant(tenantId)?.customer.displayName ?? tenantId, change: { tags, template, owner } });
  }
  return first;
}

// A card that was drawn for each of five thousand tenants would fill a conversation's share of Teams.
const mostDrawings = 50;

/** Another outline, another card: in fifty steps at most while it's worked off, and for whatever else changes. */
export function batchOutline({ store, batches }: BatchSource, batchId: string): unknown {
  const batch = store.batch(batchId);
  if (!batch) return undefined;
  const progress = batches.progress(batch);
  const { stopped, endedAt, count, second } = batch;
  const { refused } = progress;
  const step = Math.max(1, Math.ceil(count / mostDrawings));
  const tried = count - progress.waiting;
  const came = endedAt ? outcome(progress) : Math.floor(tried / step);
  const standing = standingOutline(batch.action.do, progress, endedAt ? 1 : step);
  return [stopped, endedAt, second, came, refused.map(({ why }) => why), standing, progress.secondsLeft > 0];
}

function outcome({ done, fine, underWay, waiting, refused }: BatchProgress): unknown {
  return [done, fine, underWay, waiting, refused];
}

function standingOutline(action: BatchActionName, { doneTo }: BatchProgress, step: number): unknown {
  if (action === 'endEarlier') {
    const { ended, underWay, failed, unfollowed } = endingStandingOf(doneTo);
    return [ended, underWay, failed, unfollowed].map((count) => Math.ceil(count / step));
  }
  if (!isFollowed(action)) return undefined;
  const { approved, awaitsApproval, issues } = standingOf(doneTo);
  const groups = issues.map(({ first, tenants }) => [first.code, Math.ceil(tenants.length / step)]);
  const endable = Math.ceil(doneTo.filter(hasEndableEarlier).length / step);
  return [Math.floor(approved / step), Math.floor(awaitsApproval / step), groups, endable];
}
