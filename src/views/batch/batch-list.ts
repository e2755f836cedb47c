// The card of `/batches`: which batches there are, how far each is, and the way to its card.
import { type Batch, keptDays } from '../../domain/batch/batch.js';
import type { BatchesPage } from '../../domain/batch/batch-list.js';
import { awaitsSecond } from '../../domain/batch/second-admin.js';
import type { Words } from '../catalogue.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { listButton } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { dateAndTimeInWords, joined, personName } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Literal } from '../words/text-types.js';
import { batchTitle } from './batch-lines.js';

/** A batch, and how far it is. */
export interface ListedBatch {
  readonly batch: Batch;
  /** To how many tenants it was done, with those that had what is asked for. */
  readonly done: number;
}

/** A page of the list as it's shown. */
export interface ShownBatches extends Pick<BatchesPage, 'page' | 'pages'> {
  readonly rows: readonly ListedBatch[];
}

/** The card with a page of batches. */
export function batchListView({ rows, page, pages }: ShownBatches, context: ViewContext): Card {
  const { words } = context;
  const { list } = words.batches;
  const data = {
    title: list.title,
    what: (rows.length === 0 ? list.none : list.what)({ days: keptDays }),
    rows: rows.map((row) => rowOf(row, words)),
    actions: [
      ...pageButtons(page, pages, words),
      batchesButton(words, words.buttons.refresh, page),
      listButton({}, words),
    ],
  };
  return render('batches', data, frameOf(context, list.title));
}

function rowOf({ batch, done }: ListedBatch, words: Words) {
  const { askedBy, startedBy } = words.batches;
  const person = personName(batch.by, words);
  const isBegun = batch.second === undefined || batch.second.approved !== undefined;
  const name = batchTitle(batch, words);
  const begun = joined([(isBegun ? startedBy : askedBy)({ person }), dateAndTimeInWords(batch.at, words)], ' · ');
  return {
    name,
    state: stateWords(batch, done, words),
    begun,
    open: {
      // Several may do the same.
      tooltip: words.buttons.about({ title: words.buttons.open, subject: joined([name, begun], ' · ') }),
      verb: 'batch.show',
      data: { batchId: batch.id },
    } satisfies Partial<Button>,
  };
}

function stateWords(batch: Batch, done: number, { batches: { list } }: Words): Literal {
  if (awaitsSecond(batch)) return list.awaitsSecond;
  if (batch.second?.dropped) return list.notApproved;
  const counts = { done, count: batch.count };
  if (batch.stopped) return list.stopped(counts);
  return batch.endedAt ? list.finished(counts) : list.inProgress(counts);
}

function pageButtons(page: number, pages: number, words: Words): readonly Button[] {
  const { buttons } = words;
  const to = (title: Literal, wanted: number): Button => ({
    ...batchesButton(words, title, wanted),
    tooltip: buttons.ofPages({ title, page: wanted, pages }),
  });
  return [...(page > 1 ? [to(buttons.previous, page - 1)] : []), ...(page < pages ? [to(buttons.next, page + 1)] : [])];
}

/** To the list of batches. `title`: absent, what it's called. */
export function batchesButton({ batches: { list } }: Words, title: Literal = list.title, page = 1): Button {
  const data = page === 1 ? {} : { page };
  return { title, tooltip: list.toList, verb: 'batches.list', data, style: 'default' };
}
