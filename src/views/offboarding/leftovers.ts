// The card of `/leftovers`: tenants with leftover access.
import type { LeftoverLevel, LeftoverPage, LeftoverRow } from '../../domain/tenant/leftover-list.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { sandboxBanner, type ViewContext } from '../render/context.js';
import { memoize } from '../render/memoize.js';
import {
  dataFor,
  leftoversButton,
  listButton,
  mayPress,
  mostName as mostNameInTooltip,
  openButton,
} from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { counted, day, literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import { asOfWords, failingWords, unreadWords } from '../words/freshness-words.js';

// Ten rows must fit into a message; a tenant's own card shows its full name.
const mostName = 34;

/** The card for a page of `/leftovers`. */
export function leftoversView(page: LeftoverPage, context: ViewContext): Card {
  return memoizedLeftovers(page, context, undefined);
}

const memoizedLeftovers = memoize(drawLeftovers);

function drawLeftovers(page: LeftoverPage, context: ViewContext): Card {
  const { rows, places, total } = page;
  const known = new Map(rows.map((row) => [row.tenant.tenantId, row]));
  const data = {
    asOf: asOfWords(context),
    failing: failingWords(context),
    empty: places.length === 0 ? emptyWords(page, context) : '',
    rows: places.map((tenantId) => {
      const row = known.get(tenantId);
      return row ? rowOf(row, context) : goneRow;
    }),
    notes: notesOf(page),
    position: positionWords(page),
    pageButtons: pageButtonsOf(page),
  };
  const fallbackText =
    total === 0 ? 'Nothing found that is still tied to you' : `Still tied: ${counted(total, 'tenant')}`;
  return render('leftovers', data, { banner: sandboxBanner(context), fallbackText });
}

function positionWords({ places, hasMoved, from, total }: LeftoverPage): string {
  if (hasMoved) return 'Changed since · Refresh';
  return places.length === 0 ? '' : `${from}–${from + places.length - 1} of ${counted(total, 'tenant')}`;
}

const styles: Readonly<
  Record<LeftoverLevel, { readonly icon: string; readonly words: string; readonly colour: string }>
> = {
  liveAccessAndDelegatedAdmin: {
    icon: '⛔',
    words: 'Live access (GDAP) and delegated admin (DAP)',
    colour: 'attention',
  },
  liveAccess: { icon: '⚠️', words: 'Live access (GDAP)', colour: 'attention' },
  delegatedAdmin: { icon: '⚠️', words: 'Delegated admin (DAP)', colour: 'attention' },
  approvalRequest: { icon: '✉️', words: 'Open request', colour: 'accent' },
};

// The row only keeps its place: the tenant is managed by now, or there's no leftover access any more.
const untied = { icon: '✅', words: 'No longer in this list', colour: 'default' };

// The row keeps its place, and its button does nothing.
const goneName = 'No longer your customer';
const goneRow = {
  name: goneName,
  inventory: `${untied.icon} ${untied.words}`,
  colour: untied.colour,
  when: '',
  who: 'Refresh takes this row away.',
  actions: [] as readonly Button[],
};

function rowOf({ tenant, level }: LeftoverRow, context: ViewContext) {
  const { icon, words, colour } = level ? styles[level] : untied;
  return {
    name: literal(tenant.customer.displayName, mostName),
    inventory: `${icon} ${words}${moreItems(tenant, level)}`,
    colour,
    when: whenWords(tenant),
    who: whoWords(tenant),
    actions: [
      ...(level ? planButtons(tenant) : []).filter((button) => mayPress(button, context)),
      openButton(tenant, {}, 'Open'),
    ],
  };
}

function planButtons(tenant: Tenant): readonly Button[] {
  if (tenant.offboarding) return [];
  const name = literal(tenant.customer.displayName, mostNameInTooltip);
  const tooltip = `Plan the offboarding of ${name}`;
  return [{ title: 'Plan', tooltip, verb: 'offboarding.plan', data: dataFor(tenant, {}), style: 'default' }];
}

function moreItems(
  { leftoverAccess, delegatedAdmin, formerCustomer, offboarding }: Tenant,
  level: LeftoverLevel | undefined,
): string {
  if (level === undefined) return '';
  const request = level === 'delegatedAdmin' && leftoverAccess === 'approvalRequest' ? ', and an open request' : '';
  const unread =
    delegatedAdmin.state === 'unknown' && !formerCustomer && !offboarding ? ' · delegated admin not read yet' : '';
  return `${request}${offboarding ? ' · being offboarded' : unread}`;
}

function whenWords({ leftoverAccess, leftoverSpan: { since, endsAt } = {} }: Tenant): string {
  const from = since === undefined ? [] : [`since ${day(since)}`];
  const ends = leftoverAccess === 'approvalRequest' ? 'can be approved until' : 'ends on';
  const until = endsAt === undefined ? [] : [`${ends} ${day(endsAt)}`];
  return [...from, ...until].join(', ');
}

function whoWords({ tenantId, customer, formerCustomer }: Tenant): string {
  const known = customer.domain === '' ? tenantId : literal(customer.domain, mostName);
  return `${formerCustomer ? 'Not a customer in Partner Center' : 'Customer'} · ${known}`;
}

function emptyWords({ unreadCount }: LeftoverPage, { asOf, failing }: ViewContext): string {
  if (asOf === undefined) return unreadWords(failing);
  if (unreadCount > 0) return 'Nothing found so far. Gatehouse goes on reading, and this card fills by itself.';
  return '✅ All clean: nothing of yours leads to a tenant that nobody looks after.';
}

function notesOf({ customersOnly, unreadCount }: LeftoverPage): readonly string[] {
  const only = customersOnly === 1 ? 'customer is' : 'customers are';
  const read = unreadCount === 1 ? 'tenant' : 'tenants';
  return [
    ...(customersOnly === 0
      ? []
      : [
          `${customersOnly} more ${only} Not configured and, as far as is known, tied to you by the reseller relationship alone.`,
        ]),
    ...(unreadCount === 0
      ? []
      : [
          `Whether there is delegated admin (DAP) has still to be read for ${unreadCount} ${read}. Gatehouse reads up to two hundred whenever somebody asks, and this card grows by itself; Refresh goes on.`,
        ]),
  ];
}

function pageButtonsOf({ page, pages }: LeftoverPage): readonly Button[] {
  return [
    ...(page > 1 ? [leftoversButton('‹ Previous', page - 1)] : []),
    ...(page < pages ? [leftoversButton('Next ›', page + 1)] : []),
    leftoversButton('Refresh', page),
    listButton({}),
  ];
}
