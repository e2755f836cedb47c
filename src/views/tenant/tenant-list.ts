// The card of `/tenants`.

import type { ListPage } from '../../domain/tenant/list.js';
import { statuses, statusWords } from '../../domain/tenant/status.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { sandboxBanner, type ViewContext } from '../render/context.js';
import { memoize } from '../render/memoize.js';
import { type ListPosition, listData, openButton } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { counted, howLong, literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import { asOfWords, failingWords, unreadWords } from '../words/freshness-words.js';
import { styleOf } from '../words/status-style.js';
import { shownSince } from '../words/status-words.js';
import { isQuestion, tenantButtons } from './buttons.js';
import { placesText } from './places.js';
import { isBeingRetried } from './progress-rows.js';

// Ten rows must fit into a message; a tenant's own card shows its full names.
const mostName = 32;

/** The answer to the last click, and the tenant whose row it was in. Without a row it's shown above the list. */
export interface ListNotice {
  readonly text: string;
  readonly tenantId?: string | undefined;
}

/** The card for a page of the list. */
export function tenantListView(page: ListPage, context: ViewContext, notice: ListNotice = { text: '' }): Card {
  return memoizedList(page, context, notice);
}

const memoizedList = memoize(drawList);

// Anything that may come, go or grow is below the rows, so that it moves none of them.
function drawList(page: ListPage, context: ViewContext, notice: ListNotice): Card {
  const { query, rows, pages } = page;
  const known = new Map(rows.map((tenant) => [tenant.tenantId, tenant]));
  const position = { status: query.status, page: query.page };
  const isInRow = query.places.some((tenantId) => tenantId === notice.tenantId);
  const data = {
    notice: isInRow ? '' : notice.text,
    filters: filtersOf(page),
    search: literal(query.search, 100),
    searchData: listData({ status: query.status }),
    rows: query.places.map((tenantId) => {
      const tenant = known.get(tenantId);
      const row = tenant ? rowOf(tenant, position, context) : goneRow;
      return tenantId === notice.tenantId && notice.text !== '' ? { ...row, note: notice.text, isSubtle: false } : row;
    }),
    places: placesText(query.places),
    empty: query.places.length === 0 ? emptyWords(page, context) : '',
    position: positionWords(page),
    asOf: asOfWords(context),
    failing: failingWords(context),
    pageButtons: pageButtonsOf(query, Math.max(pages, query.page)),
  };
  return render('tenant-list', data, { banner: sandboxBanner(context), fallbackText: fallback(page) });
}

function positionWords({ query: { places }, hasMoved, from, total }: ListPage): string {
  if (hasMoved) return 'Changed since · Refresh';
  return places.length === 0 ? '' : `${from}–${from + places.length - 1} of ${counted(total, 'tenant')}`;
}

// Its title says it all.
type Filter = Omit<Button, 'tooltip'>;

function filtersOf({ query, counts }: ListPage): readonly Filter[] {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const filter = (status: (typeof statuses)[number] | undefined, word: string, count: number): Filter => ({
    title: `${word} ${count}`,
    verb: 'tenants.list',
    data: listData({ status }),
    style: query.status === status ? 'positive' : 'default',
  });
  return [
    filter(undefined, 'All', all),
    ...statuses.map((status) => filter(status, `${styleOf(status).icon} ${statusWords[status]}`, counts[status])),
  ];
}

// A row leaves out search and places: both are inputs of the same card, whose values are sent along with every button.
function rowOf(tenant: Tenant, position: ListPosition, context: ViewContext) {
  const style = styleOf(tenant.status);
  // Open needs no version, and ten versions take space.
  const { version, ...whence } = openButton(tenant, position, 'Open').data;
  const open = { ...openButton(tenant, position, 'Open'), data: whence };
  const fitting = tenantButtons(tenant, position, context).find((button) => !isQuestion(button)) ?? open;
  return {
    name: literal(tenant.customer.displayName, mostName),
    note: literal(tenant.customer.domain, mostName),
    isSubtle: true,
    status: `${style.icon} ${style.word}${detailsOf(tenant, context.now)}`,
    colour: style.colour,
    open,
    actions: [{ ...fitting, data: { ...fitting.data, inList: true } }],
  };
}

// The row keeps its place, and its button does nothing.
const goneName = 'No longer your customer';
const goneButton: Button = {
  title: 'Open',
  tooltip: goneName,
  verb: 'tenant.open',
  data: { inList: true },
  style: 'default',
};
const goneRow = {
  name: goneName,
  note: 'Refresh takes this row away.',
  isSubtle: true,
  status: 'Not in Partner Center’s list',
  colour: 'default',
  open: goneButton,
  actions: [goneButton],
};

function detailsOf(tenant: Tenant, now: ViewContext['now']): string {
  const { status, leftoverAccess, onboarding, offboarding, delegatedAdmin } = tenant;
  if (offboarding) return ' · being offboarded';
  // Delegated admin puts it near the top of the list.
  const dap = delegatedAdmin.state === 'granted' ? ' · DAP' : '';
  if (status === 'notConfigured')
    return `${{ none: '', approvalRequest: ' · request still open', liveAccess: ' · access still live' }[leftoverAccess]}${dap}`;
  const isAccepted = status === 'issuesFound' && onboarding?.accepted !== undefined;
  return ` · ${howLong(shownSince(tenant), now)}${isAccepted ? ' · accepted' : ''}${onboarding?.revalidation ? ' · looking again' : isBeingRetried(tenant, now) ? ' · retrying' : ''}${dap}`;
}

function pageButtonsOf(query: ListPosition & { readonly page: number }, pages: number): readonly Button[] {
  const pageButton = (title: string, page: number): Button => ({
    title,
    tooltip: `${title}: page ${page} of ${pages}`,
    verb: 'tenants.list',
    data: { ...listData({ status: query.status }), page },
    style: 'default',
  });
  return [
    ...(query.page > 1 ? [pageButton('‹ Previous', query.page - 1)] : []),
    ...(query.page < pages ? [pageButton('Next ›', query.page + 1)] : []),
    { ...pageButton('Refresh', query.page), tooltip: 'Refresh this list' },
  ];
}

function emptyWords({ query, unlisted }: ListPage, { asOf, failing }: ViewContext): string {
  if (query.search !== '' && unlisted > 0) return `No customer matches this search. ${unlistedWords(unlisted)}`;
  if (asOf === undefined) return unreadWords(failing);
  if (query.search !== '')
    return 'No tenant matches this search. Clear the box and select Search to see them all. Gatehouse lists the customers that buy through you; a tenant that doesn’t is under /leftovers once you have a GDAP relationship with it.';
  return query.status === undefined ? 'Partner Center lists no customers.' : 'No tenant has this status.';
}

function unlistedWords(count: number): string {
  return count === 1
    ? 'A tenant that isn’t your customer in Partner Center does: /leftovers lists it. Gatehouse can’t enable it.'
    : `${count} tenants that aren’t your customers in Partner Center do: /leftovers lists them. Gatehouse can’t enable them.`;
}

function fallback({ counts }: ListPage): string {
  return `Tenants: ${statuses.map((status) => `${counts[status]} ${statusWords[status]}`).join(', ')}`;
}
