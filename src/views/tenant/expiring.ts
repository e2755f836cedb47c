// The card of `/expiring`: tenants whose access ends.

import type { Coverage } from '../../domain/access/coverage.js';
import type { ExpiringPage, ExpiringRow } from '../../domain/tenant/expiring-list.js';
import { daysBetween } from '../../domain/time.js';
import type { Words } from '../catalogue.js';
import { asOfWords, failingWords, positionWords, unreadWords } from '../explain/freshness-words.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { memoize } from '../render/memoize.js';
import { expiringButton, listButton, openButton } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { day, joined, literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Markdown, Text } from '../words/text-types.js';
import { keepingButtons } from './buttons.js';

// Ten rows must fit into a message; a tenant's own card shows its full name.
const mostName = 34;

/** The card for a page of `/expiring`. */
export function expiringView(page: ExpiringPage, context: ViewContext): Card {
  return memoizedExpiring(page, context, undefined);
}

const memoizedExpiring = memoize(drawExpiring);

function drawExpiring(page: ExpiringPage, context: ViewContext): Card {
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
      return row ? rowOf(row, context) : goneRow(words);
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

function rowOf({ tenant, coverage }: ExpiringRow, context: ViewContext) {
  const { words } = context;
  const { displayName, domain } = tenant.customer;
  return {
    name: literal(displayName, mostName),
    // Without an end the row only keeps its place.
    state: coverage ? stateWords(coverage, context) : words.expiring.gone,
    colour: coverage ? 'attention' : 'default',
    note: coverage?.is === 'blocked' || coverage?.is === 'successorWaits' ? words.expiring[coverage.is] : '',
    domain: literal(domain, mostName),
    actions: [
      ...(coverage ? keepingButtons(tenant, {}, context) : []),
      openButton(tenant, {}, words.buttons.open, words),
    ],
  };
}

function stateWords({ is, on }: Coverage, { now, words: { expiring } }: ViewContext): Markdown {
  if (is === 'ended') return expiring.endedOn({ day: day(on) });
  const days = Math.max(0, daysBetween(now, on));
  return joined([expiring.endsOn({ day: day(on) }), expiring.left({ days })], ' · ');
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
