// The card of `/tenants`.

import type { QueryPage } from '../../domain/query/query-page.js';
import { coverageIn } from '../../domain/tenant/expiring-list.js';
import type { ListPage } from '../../domain/tenant/list.js';
import { statuses } from '../../domain/tenant/status.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { daysBetween } from '../../domain/time.js';
import type { Words } from '../catalogue.js';
import { asOfWords, failingWords, positionWords } from '../explain/freshness-words.js';
import { causeWords } from '../explain/limitation-words.js';
import { searchHelpButton } from '../explain/query-problems.js';
import { styleOf } from '../explain/status-style.js';
import { shownSince } from '../explain/status-words.js';
import { endingSoonDays, frameOf, type ViewContext } from '../render/context.js';
import { memoize } from '../render/memoize.js';
import { expiringButton, type ListPosition, listButton, listData, openButton } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { joined, literal, onDayInWords, phrase, timeOfDay } from '../render/text.js';
import { type ActionData, type Button, tenantsDataset, type Verb } from '../render/verbs.js';
import type { Literal, Markdown, Text } from '../words/text-types.js';
import { isQuestion, tenantButtons } from './buttons.js';
import { emptyList } from './empty-list.js';
import { forAllButtons } from './for-all.js';
import { filterRowsOf } from './list-filters.js';
import { placesText, positionText } from './places.js';
import { isBeingRetried } from './progress-rows.js';
import { saveViewButton } from './saved-views.js';

// Ten rows must fit into a message; a tenant's own card shows its full names.
const mostName = 32;
const mostCause = 44;

/** The answer to the last click, and the tenant whose row it was in. Without a row it's shown above the list. */
export interface ListNotice {
  readonly text: Literal;
  readonly tenantId?: string | undefined;
}

/** The card for a page of the list. */
export function tenantListView(page: QueryPage, context: ViewContext, notice: ListNotice = { text: '' }): Card {
  return memoizedList(page, context, notice);
}

const memoizedList = memoize(drawList);

// Anything that may come, go or grow is below the rows, so that it moves none of them.
function drawList(page: QueryPage, context: ViewContext, notice: ListNotice): Card {
  const { query, rows, pages } = page;
  const { words } = context;
  const { tenantList, buttons } = words;
  const known = new Map(rows.map((tenant) => [tenant.tenantId, tenant]));
  const isInRow = query.places.some((tenantId) => tenantId === notice.tenantId);
  const data = {
    title: tenantList.title,
    notice: isInRow ? '' : notice.text,
    filterRows: filterRowsOf(page, words),
    search: literal(query.search, 100),
    searchData: listData({ status: query.status }),
    searchLabel: tenantList.searchLabel,
    searchHint: tenantList.searchHint,
    searchTitle: buttons.search,
    searchTooltip: tenantList.searchTooltip,
    rows: query.places.map((tenantId) => {
      const tenant = known.get(tenantId);
      const row = tenant ? rowOf(tenant, context, page.isAboutEnds) : goneRow(words);
      return tenantId === notice.tenantId && notice.text !== '' ? { ...row, domain: '', note: notice.text } : row;
    }),
    places: placesText(query.places),
    at: positionText(query),
    ...(query.places.length === 0 ? emptyList(page, context) : { empty: '', emptyButtons: [] }),
    position: positionWords(page, query.places.length, words),
    asOf: asOfWords(context),
    failing: failingWords(context),
    below: [
      ...wayBackFrom(page, words),
      ...endingSoonButtons(page, context),
      ...(notice.text === '' ? forAllButtons(page, context) : []),
      ...saveButtons(page, words),
      searchHelpButton(words),
    ],
    pick: pickOf(page, words),
    jump: jumpOf(query, Math.max(pages, query.page), words),
    pageButtons: pageButtonsOf(query, Math.max(pages, query.page), words),
  };
  return render('tenant-list', data, frameOf(context, fallback(page, words)));
}

// Counted over all tenants, so it would mislead beside some of them.
function endingSoonButtons(page: QueryPage, { endingSoon = 0, words }: ViewContext): readonly Button[] {
  if (endingSoon === 0 || !isEverything(page)) return [];
  return [expiringButton(words.expiring.soon({ count: endingSoon, days: endingSoonDays }), words)];
}

// The input's search goes along with every button, so this one says that it's about no search.
function wayBackFrom({ query }: QueryPage, words: Words): readonly Button[] {
  if (query.search === '' || query.places.length > 0) return [];
  return [{ ...listButton({}, words), data: { query: '', filter: 'any' } }];
}

// What finds nothing, mistyped perhaps, is saved by typing.
function saveButtons(page: QueryPage, words: Words): readonly Button[] {
  const isWorthwhile = !isEverything(page) && !page.notUnderstood && page.total > 0;
  return isWorthwhile ? [saveViewButton(page.query.search, words)] : [];
}

function isEverything({ query }: QueryPage): boolean {
  return query.search === '' && query.status === undefined;
}

// A row leaves out search, places and where the list is: they're inputs of the same card, whose values are sent along with
// every button.
function rowOf(tenant: Tenant, context: ViewContext, saysEnd = false) {
  const { words } = context;
  const style = styleOf(tenant.status, words);
  const opening = openButton(tenant, {}, words.buttons.open, words);
  // Open needs no version, and ten versions take space.
  const { version, ...whence } = opening.data;
  const open = { ...opening, data: whence };
  const fitting = tenantButtons(tenant, {}, context).find((button) => !isQuestion(button)) ?? open;
  const title = shortTitles(words)[fitting.verb] ?? fitting.title;
  const cause =
    tenant.status === 'issuesFound' && !tenant.offboarding ? causeWords(tenant, words, mostCause) : undefined;
  return {
    name: literal(tenant.customer.displayName, mostName),
    // What keeps it from Approved says more than its domain, which its card shows.
    domain: cause === undefined ? beneathName(tenant) : '',
    note: cause ?? '',
    status: phrase`${style.icon} ${style.word}${saysEnd ? endOf(tenant, context) : detailsOf(tenant, context)}`,
    colour: style.colour,
    open,
    actions: [{ ...fitting, title, data: { ...fitting.data, inList: true } }],
  };
}

// Tags are the partner's own words, so they come first; the rest stands on the tenant's card.
function beneathName({ customer, tags = [] }: Tenant): Literal {
  return tags.length === 0
    ? literal(customer.domain, mostName)
    : literal([...tags, customer.domain].join(' · '), mostCause);
}

// Room for the row's text on a phone; a screen reader says the whole title.
function shortTitles({ tenantList: { rowButtons } }: Words): Readonly<Partial<Record<Verb, string>>> {
  return { 'tenant.reviewLimitations': rowButtons.reviewLimitations, 'tenant.copyApproval': rowButtons.copyApproval };
}

// The row keeps its place, and its button does nothing.
function goneRow({ tenantList: { gone }, buttons }: Words) {
  const button: Button = {
    title: buttons.open,
    tooltip: gone.name,
    verb: 'tenant.open',
    data: { inList: true },
    style: 'default',
  };
  const { note: domain, ...words } = gone;
  return { ...words, domain, note: '', colour: 'default', open: button, actions: [button] };
}

function endOf(tenant: Tenant, { now, words }: ViewContext): Markdown {
  const coverage = coverageIn(tenant);
  return coverage ? afterStatus([words.expiring.endsOn({ when: onDayInWords(coverage.on, words, now) })]) : '';
}

function detailsOf(tenant: Tenant, { now, words }: ViewContext): Markdown {
  const { status, leftoverAccess, onboarding, offboarding, delegatedAdmin } = tenant;
  const { row } = words.tenantList;
  if (offboarding) return afterStatus([row.offboarding]);
  // Delegated admin puts it near the top of the list.
  const dap = delegatedAdmin.state === 'granted' ? row.delegatedAdmin : '';
  if (status === 'notConfigured') return afterStatus([leftoverAccess === 'none' ? '' : row[leftoverAccess], dap]);
  const since = shownSince(tenant);
  const days = daysBetween(since, now);
  return afterStatus([
    // Less than a day: the time, which stays true on a card that isn't redrawn every minute.
    days >= 1 ? row.days({ days }) : row.since({ time: timeOfDay(since) }),
    status === 'issuesFound' && onboarding?.accepted !== undefined ? row.accepted : '',
    onboarding?.revalidation ? row.checking : isBeingRetried(tenant, now) ? row.retrying : '',
    dap,
  ]);
}

function afterStatus(details: readonly Markdown[]): Markdown {
  const all = joined(details, ' · ');
  return all === '' ? '' : phrase` · ${all}`;
}

function pageButtonsOf(
  query: ListPosition & { readonly page: number },
  pages: number,
  { buttons, tenantList }: Words,
): readonly Button[] {
  const pageButton = (title: Text, page: number): Button => ({
    title,
    tooltip: buttons.ofPages({ title, page, pages }),
    verb: 'tenants.list',
    data: { ...listData({ status: query.status }), page },
    style: 'default',
  });
  return [
    ...(query.page > 1 ? [pageButton(buttons.previous, query.page - 1)] : []),
    ...(query.page < pages ? [pageButton(buttons.next, query.page + 1)] : []),
    { ...pageButton(buttons.refresh, query.page), tooltip: tenantList.refreshTooltip },
  ];
}

/**
 * The input that completes a tenant's name, beyond one page of the whole list; none: there's no need, or a search has found some.
 * A client that can't ask for what it offers has the search above.
 */
function pickOf({ pages, query }: ListPage, { tenantList: { pick } }: Words) {
  if (pages === 1 || query.search !== '') return [];
  return [{ label: pick.label, title: pick.title, query: { type: 'Data.Query', dataset: tenantsDataset } }];
}

// One page further needs no number.
const fewestToJump = 3;

/** The input for the number of a page, below the rows; none: the buttons lead everywhere. */
function jumpOf({ status }: ListPosition, pages: number, { tenantList: { goTo } }: Words) {
  if (pages < fewestToJump) return [];
  const data: ActionData = { ...listData({ status }), isJump: true };
  return [{ label: goTo.label({ pages }), title: goTo.title, tooltip: goTo.tooltip, data }];
}

function fallback({ counts }: ListPage, words: Words): Text {
  const each = statuses.map((status) => phrase`${counts[status]} ${words.statuses[status]}`);
  return words.tenantList.fallback({ counts: joined(each, ', ') });
}
