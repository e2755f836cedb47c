// The card of `/expiring`: tenants whose access ends.

import type { Coverage } from '../../domain/access/coverage.js';
import type { ExpiringPage, ExpiringRow } from '../../domain/tenant/expiring-list.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { daysBetween, isSameDay } from '../../domain/time.js';
import type { Words } from '../catalogue.js';
import { keepingSentences } from '../explain/coverage-words.js';
import { asOfWords, failingWords, positionWords, unreadWords } from '../explain/freshness-words.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { memoize } from '../render/memoize.js';
import { expiringButton, listButton, openButton } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { dateInWords, joined, literal, onDayInWords } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Literal, Text } from '../words/text-types.js';
import { keepingButtons } from './buttons.js';
import type { ListNotice } from './tenant-list.js';

// Ten rows must fit into a message; a tenant's own card shows its full name.
const mostName = 34;

/** The card for a page of `/expiring`. `notice`: the answer to a click on a row; none where its row isn't there any more. */
export function expiringView(page: ExpiringPage, context: ViewContext, notice?: ListNotice): Card {
  return memoizedExpiring(page, context, notice);
}

const memoizedExpiring = memoize(drawExpiring);

function drawExpiring(page: ExpiringPage, context: ViewContext, notice: ListNotice | undefined): Card {
  const { rows, places, total, rollingOver } = page;
  const { words } = context;
  const { expiring } = words;
  const known = new Map(rows.map((row) => [row.tenant.tenantId, row]));
  const data = {
    title: expiring.title,
    intro: expiring.intro,
    asOf: asOfWords(context),
    failing: failingWords(context),
    empty: places.length === 0 ? emptyWords(context) : '',
    rows: places.map((tenantId) => {
      const row = known.get(tenantId);
      if (!row) return goneRow(words);
      const drawn = rowOf(row, page, context);
      return notice?.tenantId === tenantId && notice.text !== '' ? { ...drawn, note: notice.text } : drawn;
    }),
    notes: rollingOver === 0 || places.length === 0 ? [] : [expiring.rollingOver({ count: rollingOver })],
    position: positionWords(page, places.length, words),
    pageButtons: pageButtonsOf(page, words),
  };
  return render('expiring', data, frameOf(context, expiring.fallback({ count: total })));
}

// The row keeps its place, and its button does nothing.
function goneRow({ expiring, tenantList: { gone } }: Words) {
  return {
    name: gone.name,
    state: expiring.gone,
    colour: 'default',
    note: '',
    domain: gone.note,
    actions: [] as readonly Button[],
  };
}

function rowOf({ tenant, coverage }: ExpiringRow, { page }: ExpiringPage, context: ViewContext) {
  const { words } = context;
  const position = { list: 'expiring', page } as const;
  const { displayName, domain } = tenant.customer;
  return {
    name: literal(displayName, mostName),
    // Without an end the row only keeps its place.
    state: coverage ? stateWords(coverage, context) : words.expiring.gone,
    colour: coverage ? 'attention' : 'default',
    note: coverage ? noteOf(tenant, coverage, context) : '',
    domain: literal(domain, mostName),
    actions: [
      ...(coverage ? keepingButtons(tenant, position, context).map(inList) : []),
      openButton(tenant, position, words.buttons.open, words),
    ],
  };
}

function inList(button: Button): Button {
  return { ...button, data: { ...button.data, inList: true } };
}

function noteOf(tenant: Tenant, { is }: Coverage, context: ViewContext): Literal {
  const { expiring } = context.words;
  if (is === 'successorWaits') return expiring.successorWaits;
  const [keeping] = keepingSentences(tenant, context);
  return keeping ?? (is === 'blocked' ? expiring.blocked : '');
}

function stateWords({ is, on }: Coverage, { now, words }: ViewContext): Text {
  const { expiring } = words;
  if (is === 'ended') return expiring.endedOn({ day: dateInWords(on, words) });
  const days = Math.max(0, daysBetween(now, on));
  const left = isSameDay(now, on) ? '' : expiring.left({ days });
  return joined([expiring.endsOn({ when: onDayInWords(on, words, now) }), left], ' · ');
}

function emptyWords({ asOf, failing, words }: ViewContext): Text {
  return asOf === undefined ? unreadWords(failing, words) : words.expiring.none;
}

function pageButtonsOf({ page, pages }: ExpiringPage, words: Words): readonly Button[] {
  const { previous, next, refresh } = words.buttons;
  return [
    ...(page > 1 ? [expiringButton(previous, words, page - 1)] : []),
    ...(page < pages ? [expiringButton(next, words, page + 1)] : []),
    expiringButton(refresh, words, page),
    listButton({}, words),
  ];
}
