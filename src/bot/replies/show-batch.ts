// A batch is asked about: the dry run of what a person typed, or the card of one that was begun.
import { randomUUID } from 'node:crypto';
import type { Batch, UniformAction } from '../../domain/batch/batch.js';
import { awaitsSecond } from '../../domain/batch/second-admin.js';
import type { Person } from '../../domain/person.js';
import type { ListQuery } from '../../domain/tenant/list.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { batchPlanHash } from '../../operations/batches/batches.js';
import { mostNamed } from '../../views/batch/batch-lines.js';
import { type AskedBatch, batchQuestionTitle, batchQuestionView } from '../../views/batch/batch-question.js';
import type { Literal } from '../../views/words/text-types.js';
import { batchCard } from '../cards/batch-card.js';
import type { Reply, Turn } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';
import type { NamedRows } from './named-rows.js';
import { showList } from './show-list.js';

/** Which tenants a batch is about. */
export type BatchQuery = Pick<ListQuery, 'status' | 'search'>;

/** The tenants that a query finds, in the order of the list. */
export function tenantsFor({ tenantList, store }: BotServices, { status, search }: BatchQuery): readonly Tenant[] {
  const found = search === '' ? [...store.tenants()].filter(isListed) : tenantList.find(search).listed;
  return status === undefined ? found : found.filter((tenant) => tenant.status === status);
}

// What leaves is looked after elsewhere, and isn't in the list.
function isListed({ formerCustomer }: Tenant): boolean {
  return !formerCustomer;
}

/** The dry run. Nothing is done; each question has the id of the batch that its yes begins. */
export function askBatch(
  services: BotServices,
  action: UniformAction,
  query: BatchQuery,
  turn: Turn,
  notice?: Literal,
): Reply {
  const asked = { batchId: randomUUID(), action, query, notice };
  return question(services, asked, tenantsFor(services, query), turn);
}

/**
 * The dry run for tenants that a person has named in rows, which are kept until they answer.
 * @throws StoreError when they can't be kept.
 */
export async function askBatchOf(
  services: BotServices,
  action: UniformAction,
  { tenants, wrong }: NamedRows,
  turn: Turn,
  notice?: Literal,
): Promise<Reply> {
  const batchId = randomUUID();
  const tenantIds = tenants.map(({ tenantId }) => tenantId);
  if (tenantIds.length > 0) await services.choices.keep(batchId, tenantIds, turn);
  const asked = { batchId, action, query: { search: '' }, notice, isChosen: true, wrong };
  return question(services, asked, tenants, turn);
}

function question(
  services: BotServices,
  asked: Omit<AskedBatch, 'plan' | 'names' | 'requestNames' | 'planHash' | 'takesSecond'>,
  tenants: readonly Tenant[],
  turn: Turn,
): Reply {
  const context = services.context();
  const { actor: by, conversationId } = turn;
  const action = withoutOthers(asked.action, tenants, by);
  const asker = { action, by, conversationId };
  const plan = services.batches.plan(asker, tenants);
  const underWay = plan.tenantIds.length === 0 ? services.batches.underWayFor(asker, tenants) : undefined;
  if (underWay) return showSame(services, underWay, turn);
  const namesOf = (tenantIds: readonly string[]) =>
    tenantIds.slice(0, mostNamed).flatMap((tenantId) => services.store.tenant(tenantId)?.customer.displayName ?? []);
  const rows = plan.tenantIds.map((tenantId) => ({ tenantId }));
  const takesSecond = services.batches.takesSecond(action, rows);
  const names = { names: namesOf(plan.tenantIds), requestNames: namesOf(plan.requestIds) };
  const whole = { ...asked, action, ...names, plan, takesSecond, planHash: batchPlanHash(plan, action) };
  return { card: batchQuestionView(whole, context), summary: batchQuestionTitle(whole, context) };
}

// An admin may release what others look after. Where there's none of it, they're asked about their own, as anyone is.
function withoutOthers(action: UniformAction, tenants: readonly Tenant[], by: Person): UniformAction {
  if (action.do !== 'releaseOther') return action;
  return tenants.some(({ owner }) => owner && owner.person.id !== by.id) ? action : { do: 'release' };
}

/** The card of the batch that has been asked for already, in place of asking for the same once more. */
export function showSame(services: BotServices, same: Batch, { actor, isPersonal }: Turn): Reply {
  const { sameWaits, sameRuns } = services.context().words.batches;
  // Others read it too.
  const reader = isPersonal ? { actor } : {};
  return showBatch(services, same.id, reader, awaitsSecond(same) ? sameWaits : sameRuns);
}

/** The card of a batch, for the person who clicked, if they alone read it; the list, where it's no longer kept. */
export function showBatch(
  services: BotServices,
  batchId: string,
  { actor }: Partial<Pick<Turn, 'actor'>>,
  notice?: Literal,
): Reply {
  const drawn = batchCard(services, batchId, services.context(), { notice, readerId: actor?.id });
  if (!drawn) return showList(services, { search: '', page: 1 });
  return { card: drawn.card, summary: drawn.headline, view: { kind: 'batch', batchId } };
}
