// The card of `/open`: everything that waits for a person.

import type { AllWaiting } from '../../domain/batch/all-waiting.js';
import type { Batch } from '../../domain/batch/batch.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Matter, Waiting, WaitingRow } from '../../domain/tenant/waiting-list.js';
import { daysBetween } from '../../domain/time.js';
import { batchTitle } from '../batch/batch-lines.js';
import type { Words } from '../catalogue.js';
import { asOfWords, failingWords, positionWords, unreadWords } from '../explain/freshness-words.js';
import { causeWords } from '../explain/limitation-words.js';
import type { Colour } from '../explain/status-style.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { memoize } from '../render/memoize.js';
import { type ListPosition, leftoversButton, listButton, openButton, tooltipFor } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { dateInWords, joined, literal, onDayInWords, personName } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Literal, Markdown } from '../words/text-types.js';

// Ten rows must fit into a message; a tenant's own card shows its full name.
const mostName = 34;
const mostCause = 60;
// As many as Teams shows in a row; the others follow once these are decided.
const mostBatches = 6;

/** The card for a page of `/open`. */
export function waitingView(page: AllWaiting, context: ViewContext): Card {
  return memoizedWaiting(page, context, undefined);
}

const memoizedWaiting = memoize(drawWaiting);

function drawWaiting(page: AllWaiting, context: ViewContext): Card {
  const { rows, places, total, search, approvedRequests, awaitedBatches } = page;
  const { words } = context;
  const { waiting } = words;
  const known = new Map(rows.map((row) => [row.tenant.tenantId, row]));
  const data = {
    title: waiting.title,
    intro: waiting.intro,
    search: search === '' ? '' : waiting.searched({ search: literal(search, 100) }),
    approved: approvedRequests === 0 ? '' : waiting.approvedRequests({ count: approvedRequests }),
    batches: batchesWords(awaitedBatches.length, words),
    batchButtons: awaitedBatches.slice(0, mostBatches).map((batch) => batchButton(batch, words)),
    asOf: asOfWords(context),
    failing: failingWords(context),
    empty: places.length + awaitedBatches.length + approvedRequests === 0 ? emptyWords(page, context) : '',
    rows: places.map((tenantId) => {
      const row = known.get(tenantId);
      return row ? rowOf(row, page, context) : goneRow(words);
    }),
    position: positionWords(page, places.length, words),
    pageButtons: [
      ...pageButtonsOf(page, words),
      ...(approvedRequests === 0 ? [] : [leftoversButton(words.buttons.leftovers, words)]),
      listButton({}, words),
    ],
  };
  return render('waiting', data, frameOf(context, waiting.fallback({ count: total })));
}

function batchesWords(count: number, { waiting }: Words): Literal {
  if (count === 0) return '';
  const more = count - mostBatches;
  return joined([waiting.awaitedBatches({ count }), more > 0 ? waiting.moreBatches({ count: more }) : '']);
}

/** To the card of a batch, called by what it does; several may do the same, so the rest tells who asked for it and when. */
function batchButton(batch: Batch, words: Words): Button {
  const title = batchTitle(batch, words);
  const { askedBy } = words.batches;
  const subject = joined([askedBy({ person: personName(batch.by, words) }), dateInWords(batch.at, words)], ' · ');
  const tooltip = words.buttons.about({ title, subject });
  return { title, tooltip, verb: 'batch.show', data: { batchId: batch.id }, style: 'default' };
}

// The row keeps its place, and its button does nothing.
function goneRow({ waiting, tenantList: { gone } }: Words) {
  return {
    ...{ name: gone.name, state: waiting.over, colour: 'default', cause: '', owner: gone.note },
    actions: [] as readonly Button[],
  };
}

const colours: Readonly<Record<Matter, Colour>> = {
  accessLost: 'attention',
  offboardingStopped: 'attention',
  secondAdmin: 'attention',
  ends: 'attention',
  issues: 'attention',
  unanswered: 'accent',
  drift: 'accent',
  leftover: 'default',
};

function rowOf({ tenant, waiting }: WaitingRow, { search, page }: AllWaiting, context: ViewContext) {
  const { words } = context;
  const position = { list: 'waiting', search, page } as const;
  return {
    name: literal(tenant.customer.displayName, mostName),
    state: waiting ? stateWords(waiting, context) : words.waiting.over,
    colour: waiting ? colours[waiting.matter] : 'default',
    cause: waiting ? causeOf(waiting, tenant, words) : '',
    owner: tenant.owner
      ? words.waiting.owner({ person: personName(tenant.owner.person, words) })
      : waiting
        ? words.waiting.noOwner
        : '',
    actions: [buttonFor(waiting, tenant, position, words)],
  };
}

function stateWords({ matter, since }: Waiting, { now, words }: ViewContext): Markdown {
  const { waiting, tenantList, expiring, card } = words;
  const what = waiting.matters[matter];
  if (matter === 'ends') return joined([what, expiring.endsOn({ when: onDayInWords(since, words, now) })], ' · ');
  const days = daysBetween(since, now);
  return joined([what, days < 1 ? card.today : tenantList.row.days({ days })], ' · ');
}

function causeOf({ matter }: Waiting, tenant: Tenant, words: Words): Literal {
  if (matter === 'secondAdmin') {
    const { subjects, offboarding } = words.secondAdmin;
    return tenant.offboarding || !tenant.awaitedSecond ? offboarding : subjects[tenant.awaitedSecond.action.do];
  }
  return (matter === 'issues' || matter === 'accessLost' ? causeWords(tenant, words, mostCause) : undefined) ?? '';
}

/** To where the matter is dealt with: the review, the offboarding, or the tenant's card. */
function buttonFor(waiting: Waiting | undefined, tenant: Tenant, position: ListPosition, words: Words): Button {
  const title = words.buttons.open;
  const open = openButton(tenant, position, title, words);
  const tooltip = tooltipFor(title, tenant, words);
  switch (waiting?.matter) {
    case 'issues':
    case 'accessLost':
      return { ...open, tooltip, verb: 'tenant.reviewLimitations' };
    case 'secondAdmin':
    case 'offboardingStopped': {
      const offboardingId = tenant.offboarding?.id;
      if (offboardingId === undefined) return tenant.awaitedSecond ? { ...open, tooltip, verb: 'second.review' } : open;
      return { ...open, tooltip, verb: 'offboarding.show', data: { tenantId: tenant.tenantId, offboardingId } };
    }
    default:
      return open;
  }
}

function emptyWords({ search }: AllWaiting, { asOf, failing, words }: ViewContext): Literal {
  if (asOf === undefined) return unreadWords(failing, words);
  return search === '' ? words.waiting.none : words.waiting.noneFound;
}

function pageButtonsOf({ page, pages, search }: AllWaiting, words: Words): readonly Button[] {
  const { previous, next, refresh } = words.buttons;
  const to = (title: typeof previous, wanted: number): Button => ({
    title,
    tooltip: words.buttons.ofPages({ title, page: wanted, pages: Math.max(pages, wanted) }),
    verb: 'waiting.list',
    data: { ...(search !== '' && { search: search.slice(0, 200) }), ...(wanted !== 1 && { page: wanted }) },
    style: 'default',
  });
  return [
    ...(page > 1 ? [to(previous, page - 1)] : []),
    ...(page < pages ? [to(next, page + 1)] : []),
    to(refresh, page),
  ];
}
