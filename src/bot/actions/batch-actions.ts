// The buttons of a batch: the yes to its question, Stop, and its card.
import { type BatchAction, isBatchOver, takesTypedNumber, type UniformAction } from '../../domain/batch/batch.js';
import { commandNameOf } from '../../domain/batch/batch-command.js';
import { tagsIn } from '../../domain/tag.js';
import { ticketIn } from '../../domain/tenant/attention.js';
import { leastRoleFor } from '../../domain/tenant/commands.js';
import { takesTicket } from '../../domain/tenant/required-ticket.js';
import type { BatchApproval } from '../../operations/batches/batch-second.js';
import { batchPlanHash } from '../../operations/batches/batches.js';
import { messageView } from '../../views/render/message.js';
import { personName } from '../../views/render/text.js';
import type { Verb } from '../../views/render/verbs.js';
import type { Literal } from '../../views/words/text-types.js';
import { batchCard } from '../cards/batch-card.js';
import { denial } from '../people/permissions.js';
import { RoleNotChecked } from '../people/role-directory.js';
import { refusal } from '../replies/failure.js';
import { askRestOfImport } from '../replies/rest-of-import.js';
import { askBatch, askBatchOf, showBatch, tenantsFor } from '../replies/show-batch.js';
import { showBatches } from '../replies/show-batches.js';
import { beginImport } from '../replies/show-import.js';
import type { Reply } from '../turn/turn.js';
import type { Action, AnyClick } from './action.js';
import { keepingTicket, ticketProblem } from './ticket-check.js';

/** What each verb of a batch does. */
export const batchActions = {
  'batches.list': { target: 'none', run: ({ services, click }) => showBatches(services, click.query.page) },
  'batch.ask': { target: 'none', run: ask },
  'batch.begin': { target: 'none', run: begin },
  'import.begin': {
    target: 'none',
    run: ({ services, turn, data }) => beginImport(services, data.batchId ?? '', turn),
  },
  'batch.approve': { target: 'none', run: approve },
  'batch.stop': { target: 'none', run: stop },
  'batch.rest': { target: 'none', run: rest },
  'batch.show': { target: 'none', run: ({ services, turn, data }) => showBatch(services, data.batchId ?? '', turn) },
  'batch.links': { target: 'none', run: links },
} satisfies Partial<Record<Verb, Action>>;

/** The dry run of what a message offers for all that it's about. */
async function ask(on: AnyClick<'batchAction' | 'tags'>): Promise<Reply> {
  const { services, turn, click, data } = on;
  const action = actionIn(data);
  if (!action) return showBatch(services, '', turn);
  return (await refusedFor(on, action)) ?? askBatch(services, action, click.query, turn);
}

/** The answer to a person who lacks the role that the action takes at one tenant; `undefined`: they have it. */
async function refusedFor(
  { services, turn }: Pick<AnyClick<never>, 'services' | 'turn'>,
  action: BatchAction,
): Promise<Reply | undefined> {
  const { words } = services.context();
  const least = leastRoleFor(commandNameOf(action));
  const role = await services.roles.roleOf(turn.actor);
  const isNotChecked = services.roles.isNotChecked(turn.actor);
  const denied = denial(role, least, turn.actor, words, isNotChecked);
  if (denied === undefined) return undefined;
  if (!isNotChecked) await services.denials.record({ by: turn.actor.id, asked: action.do });
  return refusal(services, denied);
}

type BeginClick = AnyClick<'batchId' | 'isChosen' | 'batchAction' | 'tags' | 'planHash' | 'name' | 'ticket'>;

// The tenants are found again: what a card says is a claim, and what it said may be out of date.
async function begin(on: BeginClick): Promise<Reply> {
  const { services, turn, click, data } = on;
  const { words } = services.context();
  const action = actionIn(data);
  const { batchId } = data;
  if (!action || batchId === undefined) return showBatch(services, '', turn);
  const refused = await refusedFor(on, action);
  if (refused) return refused;
  // The second half of a double click shows what the first has begun.
  if (services.store.batch(batchId)) return { ...showBatch(services, batchId, turn), othersMustSee: true };
  const { actor: by, conversationId } = turn;
  const command = commandNameOf(action);
  const typed = takesTicket(command, services.context().ticketSubjects) ? data.ticket : undefined;
  const asker = { action, by, conversationId, ticket: ticketIn(typed ?? '') };
  const chosen = data.isChosen ? await services.choices.take(batchId, turn) : undefined;
  if (data.isChosen && !chosen) {
    const title = words.batches.rowsGone;
    return { card: messageView({ title, lines: [] }, services.context()), summary: title };
  }
  const tenants = chosen?.flatMap((id) => services.store.tenant(id) ?? []) ?? tenantsFor(services, click.query);
  const lacking = ticketProblem(services, command, typed);
  const kept = keepingTicket(services, typed, lacking);
  const askAgain = (notice: Literal) =>
    chosen
      ? askBatchOf(kept, action, { tenants, wrong: [] }, turn, notice)
      : askBatch(kept, action, click.query, turn, notice);
  const plan = services.batches.plan(asker, tenants);
  if (plan.tenantIds.length === 0 || batchPlanHash(plan, action) !== data.planHash)
    return askAgain(words.batches.changed);
  if (takesTypedNumber(action.do) && data.name?.trim() !== `${plan.tenantIds.length}`)
    return askAgain(words.batches.numberWrong);
  if (lacking !== undefined) return askAgain('');
  await services.batches.begin(batchId, asker, plan.tenantIds);
  return { ...showBatch(services, batchId, turn), othersMustSee: true };
}

function actionIn({
  batchAction,
  tags = '',
}: Pick<BeginClick['data'], 'batchAction' | 'tags'>): UniformAction | undefined {
  if (batchAction === undefined) return undefined;
  if (batchAction !== 'tag') return { do: batchAction };
  const { added, removed } = tagsIn(tags);
  return added.length + removed.length === 0 ? undefined : { do: 'tag', added, removed };
}

// For a second admin, after which the tenants are asked; another no is Stop.
async function approve({ services, turn, data }: AnyClick<'batchId'>): Promise<Reply> {
  const { batchId = '' } = data;
  const { words } = services.context();
  const by = services.store.batch(batchId)?.by;
  let came: BatchApproval;
  try {
    came = await services.batches.approve(batchId, turn.actor);
  } catch (error) {
    // It's the asker's role that couldn't be read, not this person's.
    if (!(error instanceof RoleNotChecked) || !by) throw error;
    return showBatch(services, batchId, turn, words.secondAdmin.notChecked({ person: personName(by, words) }));
  }
  const { sameAdmin, nothingWaits, stale } = words.batches.second;
  const notice = { approved: undefined, sameAdmin, noSuchRequest: nothingWaits, stale }[came];
  return { ...showBatch(services, batchId, turn, notice), othersMustSee: came !== 'sameAdmin' };
}

async function stop({ services, turn, data }: AnyClick<'batchId'>): Promise<Reply> {
  const { batchId = '' } = data;
  await services.batches.stop(batchId, turn.actor);
  return { ...showBatch(services, batchId, turn), othersMustSee: true };
}

/** The dry run for what a batch that's over has left undone. */
async function rest(on: AnyClick<'batchId'>): Promise<Reply> {
  const { services, turn, data } = on;
  const { store } = services;
  const batch = store.batch(data.batchId ?? '');
  const left = batch && isBatchOver(batch) ? [...store.batchTenants(batch.id)].filter(({ result }) => !result) : [];
  const rows = left.filter(({ tenantId }) => store.tenant(tenantId));
  if (!batch || rows.length === 0) {
    const { noCustomer } = services.context().words.replies;
    return showBatch(services, data.batchId ?? '', turn, left.length > 0 ? noCustomer : undefined);
  }
  const { action } = batch;
  const refused = await refusedFor(on, action);
  if (refused) return refused;
  if (action.do === 'import') return askRestOfImport(services, action, rows, turn);
  const tenants = rows.flatMap(({ tenantId }) => store.tenant(tenantId) ?? []);
  return askBatchOf(services, action, { tenants, wrong: [] }, turn);
}

// Each link opens what its customer can approve, so the answer is the person's own and follows nothing.
async function links({ services, turn, data: { batchId = '', format = 'xlsx' } }: AnyClick<'batchId' | 'format'>) {
  const { words } = services.context();
  const ways = await services.approvalLinks.make(batchId, format, { turn, context: services.context });
  if (!ways) return showBatch(services, batchId, turn, words.batches.noLinks);
  const drawn = batchCard(services, batchId, services.context(), { ways, readerId: turn.actor.id });
  return drawn ? { card: drawn.card, summary: drawn.headline } : showBatch(services, batchId, turn);
}
