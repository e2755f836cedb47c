// The card of `/leftovers`: tenants with leftover access.

import type { LeftoverLevel, LeftoverPage, LeftoverRow } from '../../domain/tenant/leftover-list.js';
import { isInPartnerCenter, type Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import { asOfWords, failingWords, positionWords, unreadWords } from '../explain/freshness-words.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { memoize } from '../render/memoize.js';
import {
  leftoversButton,
  listButton,
  mayPress,
  mostName as mostNameInTooltip,
  openButton,
} from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { dateInWords, joined, literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Literal, Text } from '../words/text-types.js';
import { planButton } from './buttons.js';

// Ten rows must fit into a message; a tenant's own card shows its full name.
const mostName = 34;

/** The card for a page of `/leftovers`. */
export function leftoversView(page: LeftoverPage, context: ViewContext): Card {
  return memoizedLeftovers(page, context, undefined);
}

const memoizedLeftovers = memoize(drawLeftovers);

function drawLeftovers(page: LeftoverPage, context: ViewContext): Card {
  const { rows, places, total } = page;
  const { words } = context;
  const { leftovers } = words;
  const known = new Map(rows.map((row) => [row.tenant.tenantId, row]));
  const data = {
    title: leftovers.title,
    intro: leftovers.intro,
    asOf: asOfWords(context),
    failing: failingWords(context),
    empty: places.length === 0 ? emptyWords(page, context) : '',
    rows: places.map((tenantId) => {
      const row = known.get(tenantId);
      return row ? rowOf(row, context) : goneRow(words);
    }),
    notes: notesOf(page, words),
    position: positionWords(page, places.length, words),
    pageButtons: pageButtonsOf(page, words),
  };
  const fallbackText = leftovers.fallback({ count: total });
  return render('leftovers', data, frameOf(context, fallbackText));
}

const colours: Readonly<Record<LeftoverLevel, string>> = {
  liveAccessAndDelegatedAdmin: 'attention',
  liveAccess: 'attention',
  delegatedAdmin: 'attention',
  approvalRequest: 'accent',
};

// The row keeps its place, and its button does nothing.
function goneRow({ leftovers, tenantList: { gone } }: Words) {
  return {
    name: gone.name,
    inventory: leftovers.gone,
    colour: 'default',
    when: '',
    who: gone.note,
    actions: [] as readonly Button[],
  };
}

function rowOf({ tenant, level }: LeftoverRow, context: ViewContext) {
  const { words } = context;
  return {
    name: literal(tenant.customer.displayName, mostName),
    // Without a level the row only keeps its place: the tenant is managed by now, or there's no leftover access any more.
    inventory: level === undefined ? words.leftovers.gone : inventoryWords(tenant, level, words),
    colour: level === undefined ? 'default' : colours[level],
    when: whenWords(tenant, words),
    who: whoWords(tenant, words),
    actions: [
      ...(level ? planButtons(tenant, words) : []).filter((button) => mayPress(button, context)),
      openButton(tenant, {}, words.buttons.open, words),
    ],
  };
}

function planButtons(tenant: Tenant, words: Words): readonly Button[] {
  if (tenant.offboarding) return [];
  const tooltip = words.leftovers.planTooltip({ tenant: literal(tenant.customer.displayName, mostNameInTooltip) });
  return [{ ...planButton(tenant, {}, words.buttons.plan, words), tooltip }];
}

function inventoryWords(tenant: Tenant, level: LeftoverLevel, { leftovers, tenantList }: Words): Text {
  const { leftoverAccess, delegatedAdmin, offboarding } = tenant;
  const named = leftovers.levels[level];
  const hasRequest = level === 'delegatedAdmin' && leftoverAccess === 'approvalRequest';
  const isUnread = delegatedAdmin.state === 'unknown' && isInPartnerCenter(tenant);
  const beside = offboarding ? tenantList.row.offboarding : isUnread ? leftovers.notReadYet : '';
  return joined([hasRequest ? leftovers.andRequest({ level: named }) : named, beside], ' · ');
}

function whenWords({ leftoverAccess, leftoverSpan: { since, endsAt } = {} }: Tenant, words: Words): Text {
  const { leftovers } = words;
  const ends = leftoverAccess === 'approvalRequest' ? leftovers.approvableUntil : leftovers.endsOn;
  return joined(
    [
      ...(since === undefined ? [] : [leftovers.since({ day: dateInWords(since, words) })]),
      ...(endsAt === undefined ? [] : [ends({ day: dateInWords(endsAt, words) })]),
    ],
    ', ',
  );
}

function whoWords(tenant: Tenant, { leftovers }: Words): Literal {
  const { tenantId, customer } = tenant;
  const known = customer.domain === '' ? literal(tenantId) : literal(customer.domain, mostName);
  return (isInPartnerCenter(tenant) ? leftovers.customer : leftovers.formerCustomer)({ known });
}

function emptyWords({ unreadCount }: LeftoverPage, { asOf, failing, words }: ViewContext): Text {
  if (asOf === undefined) return unreadWords(failing, words);
  return unreadCount > 0 ? words.leftovers.noneYet : words.leftovers.none;
}

function notesOf({ customersOnly, unreadCount }: LeftoverPage, { leftovers }: Words): readonly Text[] {
  return [
    ...(customersOnly === 0 ? [] : [leftovers.customersOnly({ count: customersOnly })]),
    ...(unreadCount === 0 ? [] : [leftovers.unread({ count: unreadCount })]),
  ];
}

function pageButtonsOf({ page, pages }: LeftoverPage, words: Words): readonly Button[] {
  const { previous, next, refresh } = words.buttons;
  return [
    ...(page > 1 ? [leftoversButton(previous, words, page - 1)] : []),
    ...(page < pages ? [leftoversButton(next, words, page + 1)] : []),
    leftoversButton(refresh, words, page),
    listButton({}, words),
  ];
}
