// The one card that follows a batch, and the line that says it's over.
import { type Batch, type BatchAction, isBatchOver } from '../../domain/batch/batch.js';
import { commandNameOf } from '../../domain/batch/batch-command.js';
import type { BatchProgress } from '../../domain/batch/progress.js';
import { awaitsSecond } from '../../domain/batch/second-admin.js';
import { endingStandingOf, isFollowed, standingOf } from '../../domain/batch/standing.js';
import { secondYesLapsesAt } from '../../domain/second-admin.js';
import { tableFormats } from '../../domain/table.js';
import { approvalRequestOf } from '../../domain/tenant/approval-request.js';
import { includesRole, leastRoleFor } from '../../domain/tenant/commands.js';
import { hasEndableEarlier } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import { ownAskWords } from '../explain/second-admin-note.js';
import { type FileWays, linksOf, waysNotice } from '../offboarding/files.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { messageView } from '../render/message.js';
import { listButton, mayPress } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { dateAndTimeInWords, joined, personName } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Literal } from '../words/text-types.js';
import { batchTitle, durationWords, refusedLines, tagLines } from './batch-lines.js';
import { batchesButton } from './batch-list.js';
import { showBatchButton } from './batch-news.js';
import { effectLines, type FirstTenant, subjectLines } from './batch-subject.js';
import { endEarlierOfAllButton } from './end-earlier-button.js';
import { endingLines, standingLines } from './standing-lines.js';

/** What the card of a batch says beside how far it is. */
export interface BatchSays {
  readonly notice?: Literal | undefined;
  /** The tenants that are named while a second admin must approve, or where none did. */
  readonly first?: readonly FirstTenant[] | undefined;
  /** Who alone reads the card, by their Entra object id. Absent: several people do, or it isn't known. */
  readonly readerId?: string | undefined;
  /** To the file of its approval links, for the person who asked alone. */
  readonly ways?: FileWays | undefined;
}

/** The card of a batch, as far as it is. */
export function batchView(batch: Batch, progress: BatchProgress, context: ViewContext, says: BatchSays = {}): Card {
  const { notice = '', first = [], ways, readerId } = says;
  const { words } = context;
  const { batches } = words;
  const { count, action, by } = batch;
  const { done, underWay, fine, waiting } = progress;
  const title = batchTitle(batch, words);
  const second = awaitsSecond(batch);
  const isAskers = readerId === by.id;
  const lines = [
    ...secondLines(batch, progress, first, context),
    ...(second && isAskers ? [ownAskWords(context)] : []),
    ...(batch.second?.approved
      ? [batches.second.approvedBy({ person: personName(batch.second.approved.by, words) })]
      : []),
    ...(second || batch.second?.dropped ? [] : [batches.done({ done, count })]),
    ...(underWay > 0 ? [batches.underWay({ count: underWay })] : []),
    ...(waiting > 0 && !batch.stopped && !batch.second?.dropped ? [batches.waiting({ count: waiting })] : []),
    ...(fine > 0 ? [batches.wereFine({ count: fine })] : []),
    ...cameLines(action, progress, words),
    ...refusedLines(progress.refused, words),
    ...stateLines(batch, progress, words),
  ];
  const data = {
    title,
    notice,
    lines: [...(isUnapproved(batch) ? [] : tagLines(action, words)), ...lines],
    notes: [(isUnapproved(batch) ? batches.askedBy : batches.startedBy)({ person: personName(by, words) })],
    ways: ways ? joined([waysNotice(ways, words), batches.linksHint]) : '',
    links: ways ? linksOf(ways, title, words) : [],
    tickets: [],
    toType: '',
    typeNumber: '',
    numberLabel: '',
    numberError: '',
    actions: [],
    others: [
      ...(isAskers ? [] : approveButton(batch, title, words)),
      ...endingButtons(batch, progress, words),
      ...linkButtons(batch, progress, title, words),
      ...stopButton(batch, isAskers, title, words),
      ...restButton(batch, progress, title, context),
      ...(isBatchOver(batch) ? [listButton({}, words)] : []),
      batchesButton(words),
    ].filter((button) => mayPress(button, context)),
  };
  return render('batch', data, frameOf(context, title));
}

/** Whether a second admin must approve it, or should have. */
function isUnapproved({ second }: Batch): boolean {
  return second !== undefined && !second.approved;
}

/** What it's about, and by when who must approve; empty: it takes no approval, or has it. */
function secondLines(
  batch: Batch,
  progress: BatchProgress,
  first: readonly FirstTenant[],
  context: ViewContext,
): readonly Literal[] {
  const { words } = context;
  if (!isUnapproved(batch)) return [];
  const subject = subjectLines(batch, first, words);
  if (!awaitsSecond(batch)) return subject;
  const waits = words.batches.second.waits({ person: personName(batch.by, words), day: lapseDay(batch, words) });
  return [waits, ...subject, ...effectLines(batch, progress, context)];
}

/** What has become by now of the tenants that it was done to. */
function cameLines({ do: name }: BatchAction, { doneTo }: BatchProgress, words: Words): readonly Literal[] {
  if (name === 'endEarlier') return endingLines(endingStandingOf(doneTo), words);
  if (!isFollowed(name)) return [];
  const count = name === 'enable' ? doneTo.filter(hasEndableEarlier).length : 0;
  return [
    ...standingLines(standingOf(doneTo), words),
    ...(count > 0 ? [words.batches.standing.earlierLeft({ count })] : []),
  ];
}

// The last step of new requests: what they have taken the place of.
function endingButtons({ action }: Batch, { doneTo }: BatchProgress, words: Words): readonly Button[] {
  return action.do === 'enable' && doneTo.some(hasEndableEarlier) ? [endEarlierOfAllButton(words)] : [];
}

function lapseDay(batch: Batch, words: Words): Literal {
  return dateAndTimeInWords(secondYesLapsesAt(batch), words);
}

function stateLines({ stopped, endedAt, ...batch }: Batch, { waiting, secondsLeft }: BatchProgress, words: Words) {
  const { batches } = words;
  if (batch.second?.dropped) return [batches.second[batch.second.dropped]];
  if (!stopped && batch.second && !batch.second.approved) return [];
  if (stopped) return [batches.stoppedBy({ person: personName(stopped.by, words), count: waiting })];
  if (endedAt) return [batches.ended];
  return secondsLeft > 0 ? [batches.left({ duration: durationWords(secondsLeft, words) })] : [];
}

// Once a customer has something to approve.
function linkButtons(batch: Batch, { doneTo }: BatchProgress, title: Literal, words: Words): readonly Button[] {
  if (!isFollowed(batch.action.do) || !doneTo.some(approvalRequestOf)) return [];
  return tableFormats.map((format) => {
    const said = words.batches.links({ format: words.exporting.formats[format] });
    const tooltip = words.buttons.about({ title: said, subject: title });
    return { title: said, tooltip, verb: 'batch.links', data: { batchId: batch.id, format }, style: 'default' };
  });
}

function approveButton(batch: Batch, title: Literal, words: Words): readonly Button[] {
  if (!awaitsSecond(batch)) return [];
  const { yes } = words.secondAdmin;
  const tooltip = words.buttons.about({ title: yes, subject: title });
  return [{ title: yes, tooltip, verb: 'batch.approve', data: { batchId: batch.id }, style: 'positive' }];
}

// What waits for a second admin hasn't begun: there's nothing to stop.
function stopButton(batch: Batch, isAskers: boolean, subject: Literal, words: Words): readonly Button[] {
  const { id: batchId, stopped, endedAt } = batch;
  if (stopped || endedAt) return [];
  const { stop, stopTooltip } = words.batches;
  const { withdraw, no } = words.secondAdmin;
  const undone = isAskers ? withdraw : no;
  const [title, said] = awaitsSecond(batch) ? [undone, undone] : [stop, stopTooltip];
  const tooltip = words.buttons.about({ title: said, subject });
  return [{ title, tooltip, verb: 'batch.stop', data: { batchId }, style: 'destructive' }];
}

// What was stopped, or no second admin has approved, may be asked for anew.
function restButton(
  batch: Batch,
  { waiting: count }: BatchProgress,
  subject: Literal,
  { words, role }: ViewContext,
): readonly Button[] {
  const mayAsk = role === undefined || includesRole(role, leastRoleFor(commandNameOf(batch.action)));
  if (!isBatchOver(batch) || count === 0 || !mayAsk) return [];
  const title = words.batches.rest({ count });
  const tooltip = words.buttons.about({ title, subject });
  return [{ title, tooltip, verb: 'batch.rest', data: { batchId: batch.id }, style: 'default' }];
}

/**
 * The message that it's over, with what it left out, where the others stand, and the way to its card; or that a second admin
 * must approve, or none did, with what it's about. `first`: see `BatchSays`.
 */
export function batchOverView(
  batch: Batch,
  progress: BatchProgress,
  context: ViewContext,
  first: readonly FirstTenant[] = [],
) {
  const { words } = context;
  const summary = batchHeadline(batch, progress, words);
  const toCard = showBatchButton(batch, words, awaitsSecond(batch) ? words.secondAdmin.review : undefined);
  const { action, by } = batch;
  const { batches } = words;
  const lines = [
    ...secondLines(batch, progress, first, context),
    ...(batch.second?.dropped
      ? [batches.askedBy({ person: personName(by, words) }), batches.second[batch.second.dropped]]
      : []),
    ...cameLines(action, progress, words),
    ...refusedLines(progress.refused, words),
  ];
  return { card: messageView({ title: summary, lines, actions: [toCard] }, context), summary };
}

/** One line that says what came of a batch that's over. */
export function batchHeadline(batch: Batch, { done, fine }: BatchProgress, words: Words): Literal {
  const { headline, stoppedHeadline, second } = words.batches;
  const title = batchTitle(batch, words);
  if (awaitsSecond(batch)) return second.asked({ title });
  if (batch.second?.dropped) return second.notApproved({ title });
  const came = { title, done: done + fine, count: batch.count };
  return batch.stopped ? stoppedHeadline(came) : headline(came);
}
