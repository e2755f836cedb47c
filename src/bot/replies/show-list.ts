// The lists as answers: the tenants, those whose access ends, and leftover access to tenants that Gatehouse doesn't manage.

import type { ListQuery } from '../../domain/tenant/list.js';
import { leftoversView } from '../../views/offboarding/leftovers.js';
import type { PlacedQuery } from '../../views/render/navigation.js';
import { expiringView } from '../../views/tenant/expiring.js';
import { type ListNotice, tenantListView } from '../../views/tenant/tenant-list.js';
import { waitingView } from '../../views/tenant/waiting.js';
import type { Literal } from '../../views/words/text-types.js';
import type { Reply } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';

const mostSearch = 200;

/**
 * The list that the query is of, as a card of its own that is kept up to date; that of all tenants where only its card has a place
 * for the notice. `tenantId`: whose row the notice belongs to, if it is in the list.
 */
export function showList(services: BotServices, query: PlacedQuery, text: Literal = '', tenantId?: string): Reply {
  if (query.list === 'expiring' && (text === '' || tenantId !== undefined))
    return showExpiring(services, query, { text, tenantId });
  if (query.list === 'waiting' && text === '') return showWaiting(services, query);
  if (query.list !== undefined) return showList(services, { search: '', page: 1 }, text, tenantId);
  // What clients ask for again by themselves has to be taken, so the card carries no more of a long sentence.
  const isLong = query.search.length > mostSearch;
  const page = services.tenantList.page(isLong ? { ...query, search: query.search.slice(0, mostSearch) } : query);
  return {
    card: tenantListView(page, services.context(), { text, tenantId }),
    summary: services.context().words.replies.summaries.tenants,
    view: { kind: 'list', query: page.query },
  };
}

/** The tenants whose access ends, as a card that is kept up to date. */
export function showExpiring(
  services: BotServices,
  { page: wanted, places }: Pick<ListQuery, 'page' | 'places'>,
  notice?: ListNotice,
): Reply {
  const page = services.tenantList.expiring(wanted, places);
  return {
    card: expiringView(page, services.context(), notice),
    summary: services.context().words.replies.summaries.expiring,
    view: { kind: 'expiring', page: page.page, places: page.places },
  };
}

/** What waits for a person, as a card that is kept up to date; the list where a query isn't understood, which says so. */
export function showWaiting(
  services: BotServices,
  { page, search, places }: Pick<ListQuery, 'page' | 'search' | 'places'>,
): Reply {
  const asked = search.slice(0, mostSearch);
  const isUnderstood = asked === '' || services.tenantList.tenantsOf(asked).problems.length === 0;
  if (!isUnderstood) return showList(services, { search: asked, page: 1 });
  const shown = services.tenantList.waiting({ page, search: asked, ...(places && { places }) });
  return {
    card: waitingView(shown, services.context()),
    summary: services.context().words.replies.summaries.waiting,
    view: { kind: 'waiting', page: shown.page, search: asked, places: shown.places },
  };
}

/** Leftover access to tenants that Gatehouse doesn't manage, as a card that is kept up to date; what isn't known yet is read. */
export async function showLeftovers(
  services: BotServices,
  { page: wanted, places }: Pick<ListQuery, 'page' | 'places'>,
  isAutomatic = false,
): Promise<Reply> {
  await services.leftovers.ready();
  const page = services.leftovers.page(wanted, places);
  // What a client asks for by itself is answered from memory, however many clients there are.
  if (!isAutomatic) services.leftovers.readMore();
  return {
    card: leftoversView(page, services.context()),
    summary: services.context().words.replies.summaries.leftovers,
    view: { kind: 'leftovers', page: page.page, places: page.places },
  };
}
