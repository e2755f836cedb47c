// The buttons that take no tenant: the lists, histories, certificates and watched requests.
import { watchedRequestView, watchedRequestWords } from '../../views/offboarding/watched-request.js';
import type { Verb } from '../../views/render/verbs.js';
import { addCustomer } from '../replies/add-customer.js';
import { makeExport } from '../replies/show-export.js';
import { giveReport, sendReports, showFleet } from '../replies/show-fleet.js';
import { showHistoryOf } from '../replies/show-history.js';
import { showInserted } from '../replies/show-inserted.js';
import { changeLanguage } from '../replies/show-language.js';
import { showExpiring, showLeftovers, showList, showWaiting } from '../replies/show-list.js';
import { showSearchHelp } from '../replies/show-search-help.js';
import { saveSubscription, showHearing, showSubscription, unsubscribe } from '../replies/show-subscription.js';
import { showTemplates } from '../replies/show-templates.js';
import type { Reply } from '../turn/turn.js';
import type { Action, AnyClick } from './action.js';
import { tenantActions } from './tenant-actions.js';

/** What each verb does that takes no tenant. */
export const standaloneActions = {
  'tenants.list': { target: 'none', run: (on) => showList(on.services, freshQuery(on)) },
  'inserted.show': {
    target: 'none',
    run: ({ services, click }) => showInserted(services, click.tenantId ?? ''),
  },
  'tenants.pick': { target: 'none', run: pickTenant },
  'customer.add': {
    target: 'none',
    run: ({ services, click, turn }) =>
      addCustomer(services, { tenantId: click.tenantId, typed: click.query.search }, turn),
  },
  'search.help': { target: 'none', run: ({ services }) => showSearchHelp(services) },
  'waiting.list': { target: 'none', run: (on) => showWaiting(on.services, freshQuery(on)) },
  'expiring.list': { target: 'none', run: (on) => showExpiring(on.services, freshQuery(on)) },
  'leftovers.list': {
    target: 'none',
    run: (on) => showLeftovers(on.services, freshQuery(on), on.turn.isAutomatic),
  },
  'fleet.show': { target: 'none', run: ({ services, click, turn }) => showFleet(services, click.query.search, turn) },
  'fleet.report': {
    target: 'none',
    run: ({ services, turn }) => giveReport(services, turn),
  },
  'fleet.sendReport': {
    target: 'none',
    run: ({ services, turn, data }) => sendReports(services, turn, data.isWanted === true),
  },
  // The log knows tenants that are none any more.
  'history.show': {
    target: 'none',
    run: ({ services, click }) => showHistoryOf(services, click.tenantId ?? '', click.query.page),
  },
  'templates.show': { target: 'none', run: ({ services, click }) => showTemplates(services, click.query.page) },
  'language.set': {
    target: 'none',
    run: ({ services, turn, data }) => changeLanguage(services, turn, data.chatLanguage ?? 'automatic'),
  },
  'subscription.show': { target: 'none', run: ({ services, turn }) => showSubscription(services, turn) },
  'subscription.hear': { target: 'none', run: ({ services, turn }) => showHearing(services, turn) },
  'subscription.save': { target: 'none', run: ({ services, turn, data }) => saveSubscription(services, turn, data) },
  'subscription.end': { target: 'none', run: ({ services, turn }) => unsubscribe(services, turn) },
  'certificate.get': {
    target: 'none',
    run: ({ services, turn, data }) => services.files.certificate(data, { turn, context: services.context }),
  },
  'export.make': {
    target: 'none',
    run: ({ services, turn, click, data: { exported: kind = 'tenants', format = 'xlsx' } }) =>
      makeExport(services, { kind, format, search: click.query.search.trim() }, turn),
  },
  'watchedRequest.terminate': { target: 'none', run: terminateWatchedRequest },
} satisfies Partial<Record<Verb, Action>>;

// A tenant that was chosen while typing.
async function pickTenant(on: AnyClick<'pick'>): Promise<Reply> {
  const { services, data } = on;
  const tenant = data.pick === undefined ? undefined : services.store.tenant(data.pick);
  if (tenant) return tenantActions['tenant.open'].run({ ...on, tenant });
  const { pick } = services.context().words.tenantList;
  return showList(
    services,
    freshQuery(on),
    data.pick === undefined ? pick.none : services.context().words.replies.noCustomer,
  );
}

// What a person presses there draws the list anew; what their client asks for leaves the rows where they are, and so does the way
// back from a question.
function freshQuery({ click, turn }: AnyClick) {
  const { query } = click;
  return { ...query, places: turn.isAutomatic || click.inList ? query.places : undefined };
}

// "Terminate it now", and "Try again". Its tenant may have been forgotten.
async function terminateWatchedRequest(on: AnyClick<'relationshipId'>): Promise<Reply> {
  const { services, turn, click } = on;
  // A click that was made up speaks of nothing that is watched.
  const asked = { relationshipId: on.data.relationshipId ?? '', tenantId: click.tenantId ?? '' };
  const { refused, watched } = await services.watchedRequests.terminate(asked.relationshipId, turn.actor);
  const story = await services.watchedRequestStories.read({ ...asked, tenantId: watched?.tenantId ?? asked.tenantId });
  const context = services.context();
  const notice = refused === 'busy' ? context.words.watchedRequests.busy : undefined;
  return { card: watchedRequestView(story, context, notice), summary: watchedRequestWords(story, context.words).title };
}
