// What each button leads to: one entry a verb, who may press it first.
import { watchedRequestView, watchedRequestWords } from '../../views/offboarding/watched-request.js';
import { isRefresh, type Verb, verbTraits } from '../../views/render/verbs.js';
import { denial } from '../people/permissions.js';
import type { BotServices } from '../replies/bot-services.js';
import { refusal } from '../replies/failure.js';
import { showHistoryOf } from '../replies/show-history.js';
import { showLeftovers, showList } from '../replies/show-list.js';
import type { Reply, Turn } from '../turn/turn.js';
import { type Action, type AnyClick, current, onNoTenant, tenantOf } from './action.js';
import type { Click } from './action-data.js';
import { offboardingActions } from './offboarding-actions.js';
import { tenantActions } from './tenant-actions.js';

const actions: Readonly<Record<Verb, Action>> = {
  ...tenantActions,
  ...offboardingActions,
  'tenants.list': onNoTenant([], (on) => showList(on.services, freshQuery(on))),
  'leftovers.list': onNoTenant([], (on) => showLeftovers(on.services, freshQuery(on), on.turn.isAutomatic)),
  // The log knows tenants that are none any more.
  'history.show': onNoTenant([], ({ services, click }) =>
    showHistoryOf(services, click.tenantId ?? '', click.query.page),
  ),
  'certificate.get': onNoTenant(['certificateId', 'file'], ({ services, turn, data }) =>
    services.files.certificate(data, { turn, context: services.context }),
  ),
  'watchedRequest.terminate': onNoTenant(['relationshipId'], terminateWatchedRequest),
};

/**
 * Answers a click.
 * @throws ExpectedError when the store or Microsoft fails.
 */
export async function answerClick(forAll: BotServices, click: Click, turn: Turn): Promise<Reply> {
  const { actor } = turn;
  const { verb, tenantId, data } = click;
  const role = await forAll.roles.roleOf(actor);
  // What is answered to a click, only the person who clicked sees.
  const services = { ...forAll, context: () => forAll.context(role) };
  const isNotChecked = services.roles.isNotChecked(actor);
  const denied = denial(role, verbTraits[verb].leastRole, actor, isNotChecked);
  const isClientsOwn = turn.isAutomatic && isRefresh(verb);
  // While it isn't known whether a person may, nothing was denied them.
  if (denied !== undefined && !isClientsOwn && !isNotChecked)
    await services.denials.record({ by: actor.id, asked: verb, tenantId });
  if (role === undefined) return refusal(services, denied ?? '');
  const on = { services, click, turn, data };
  // Only what a person has pressed is done: a click that says that a client asked by itself gets a drawing and nothing else.
  return turn.isAutomatic && !isClientsOwn ? drawOnly(on, denied) : actions[verb](on, denied);
}

// What a person presses there draws the list anew; what their client asks for leaves the rows where they are.
function freshQuery({ click: { query }, turn }: AnyClick) {
  return { ...query, places: turn.isAutomatic ? query.places : undefined };
}

// "Terminate it now", and "Try again". Its tenant may have been forgotten.
async function terminateWatchedRequest(on: AnyClick<'relationshipId'>): Promise<Reply> {
  const { services, turn, click } = on;
  // A click that was made up speaks of nothing that is watched.
  const asked = { relationshipId: on.data.relationshipId ?? '', tenantId: click.tenantId ?? '' };
  const { refused, watched } = await services.watchedRequests.terminate(asked.relationshipId, turn.actor);
  const story = await services.watchedRequestStories.read({ ...asked, tenantId: watched?.tenantId ?? asked.tenantId });
  const notice = refused === 'busy' ? 'Gatehouse is busy with it right now. Nothing was done; try again.' : undefined;
  return { card: watchedRequestView(story, services.context(), notice), summary: watchedRequestWords(story).title };
}

function drawOnly(on: AnyClick, notice: string | undefined): Reply {
  const { services, click } = on;
  const tenant = tenantOf(services, click);
  return tenant
    ? current({ ...on, tenant }, tenant, notice)
    : showList(services, click.query, click.inList ? '' : notice);
}
