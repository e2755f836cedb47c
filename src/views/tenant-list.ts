// What does the list of tenants look like?
import { statuses, statusWords } from '../domain/status.js';
import type { Tenant } from '../domain/tenant.js';
import type { ListPage } from '../domain/tenant-list.js';
import { isQuestion, type ListPosition, listData, openButton, tenantButtons } from './buttons.js';
import { sandboxBanner, type ViewContext } from './context.js';
import { problemWords, signInLostWords } from './problem-words.js';
import { isBeingRetried } from './progress-rows.js';
import { remembered } from './remembered.js';
import { lookOf } from './status-look.js';
import { shownSince } from './status-words.js';
import { type Card, render } from './templates.js';
import { counted, dayAndTime, howLong, literal } from './text.js';
import type { Button } from './verbs.js';

// Ten rows have to stay small enough to be sent; a tenant's own card shows its names in full.
const mostName = 34;

/** The card for a page of the list. `notice` tells what the last click came to. */
export function tenantListView(page: ListPage, context: ViewContext, notice = ''): Card {
  return rememberedList(page, context, notice);
}

const rememberedList = remembered(drawList);

function drawList(page: ListPage, context: ViewContext, notice: string): Card {
  const { query, rows, total, pages, from } = page;
  const data = {
    notice,
    filters: filtersOf(page),
    search: literal(query.search, 100),
    searchData: listData({ status: query.status }),
    rows: rows.map((tenant) => rowOf(tenant, { status: query.status, page: query.page }, context)),
    empty: rows.length === 0 ? emptyWords(page, context) : '',
    position: rows.length === 0 ? '' : `${from}–${from + rows.length - 1} of ${counted(total, 'tenant')}`,
    asOf: context.asOf === undefined ? 'Being read from Microsoft…' : `As of ${dayAndTime(context.asOf)}`,
    failing: failingWords(context),
    turns: turnsOf(query, pages),
  };
  return render('tenant-list', data, { banner: sandboxBanner(context), fallbackText: fallback(page) });
}

// Its title says all that it means.
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
    ...statuses.map((status) => filter(status, `${lookOf(status).icon} ${statusWords[status]}`, counts[status])),
  ];
}

// A row says nothing of the search: the box is on the same card, and what stands in it goes along with every button.
function rowOf(tenant: Tenant, position: ListPosition, context: ViewContext) {
  const look = lookOf(tenant.status);
  const open = openButton(tenant, position, 'Open');
  const fitting = tenantButtons(tenant, position, context).find((button) => !isQuestion(button)) ?? open;
  return {
    name: literal(tenant.customer.displayName, mostName),
    domain: literal(tenant.customer.domain, mostName),
    status: `${look.icon} ${look.word}${detailsOf(tenant, context.now)}`,
    colour: look.colour,
    open,
    actions: [{ ...fitting, data: { ...fitting.data, inList: true } }],
  };
}

function detailsOf(tenant: Tenant, now: ViewContext['now']): string {
  const { status, residue, onboarding, exit } = tenant;
  if (exit) return ' · being offboarded';
  if (status === 'notConfigured')
    return { none: '', openRequest: ' · request still open', liveAccess: ' · access still live' }[residue];
  const isAccepted = status === 'issuesFound' && onboarding?.accepted !== undefined;
  return ` · ${howLong(shownSince(tenant), now)}${isAccepted ? ' · accepted' : ''}${onboarding?.revalidation ? ' · looking again' : isBeingRetried(tenant, now) ? ' · retrying' : ''}`;
}

function turnsOf(query: ListPosition & { readonly page: number }, pages: number): readonly Button[] {
  const turn = (title: string, page: number): Button => ({
    title,
    tooltip: `${title}: page ${page} of ${pages}`,
    verb: 'tenants.list',
    data: { ...listData({ status: query.status }), page },
    style: 'default',
  });
  return [
    ...(query.page > 1 ? [turn('‹ Previous', query.page - 1)] : []),
    ...(query.page < pages ? [turn('Next ›', query.page + 1)] : []),
    { ...turn('Refresh', query.page), tooltip: 'Draw this list anew' },
  ];
}

function emptyWords({ query }: ListPage, { asOf }: ViewContext): string {
  if (asOf === undefined) return 'Gatehouse is reading your customers from Microsoft. This card fills by itself.';
  if (query.search !== '') return 'No tenant matches this search. Empty the box and press Search to see them all.';
  return query.status === undefined ? 'Partner Center lists no customers.' : 'No tenant has this status.';
}

/** Why what is shown may be out of date; empty while it is not. For text blocks only. */
export function failingWords({ failing, signInLost }: ViewContext): string {
  if (!failing) return signInLost === undefined ? '' : signInLostWords(signInLost);
  const { cause, cure } = failing.problem ? problemWords(failing.problem, 'check') : { cause: '', cure: '' };
  return `Microsoft could not be read since ${dayAndTime(failing.since)}; this is what is known from before. ${cause} ${cure}`.trim();
}

function fallback({ counts }: ListPage): string {
  return `Tenants: ${statuses.map((status) => `${counts[status]} ${statusWords[status]}`).join(', ')}`;
}
