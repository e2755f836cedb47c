// The dry run: what would become of how many tenants, and the yes that names their number.
import { type BatchAction, takesTypedNumber, type UniformAction } from '../../domain/batch/batch.js';
import { commandNameOf } from '../../domain/batch/batch-command.js';
import type { BatchPlan } from '../../domain/batch/plan.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { type ListPosition, listButton, listData } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { literal } from '../render/text.js';
import { ticketFields } from '../render/ticket-field.js';
import type { Button } from '../render/verbs.js';
import type { Literal } from '../words/text-types.js';
import {
  batchAsk,
  durationWords,
  lossLines,
  mostNamed,
  namesLine,
  refusedLines,
  tagLines,
  tagsText,
} from './batch-lines.js';

/** A row that names no tenant, or several; `text` is foreign. */
export interface WrongLine {
  /** Absent: all rows stood in one line. */
  readonly line?: number | undefined;
  readonly text: string;
  readonly why: 'none' | 'several';
}

// The rest is counted: more wrong rows than this are looked up in the file.
const mostWrong = 10;

function wrongLines(wrong: readonly WrongLine[], { batches }: ViewContext['words']): readonly Literal[] {
  const more = wrong.length - mostWrong;
  return [
    ...wrong.slice(0, mostWrong).map(({ line, text, why }) => {
      const { inLine, alone } = batches.wrongRow;
      const named = { text: literal(text, 60) };
      return batches.wrongRow[why]({ row: line === undefined ? alone(named) : inLine({ line, ...named }) });
    }),
    ...(more > 0 ? [batches.wrongRow.more({ count: more })] : []),
  ];
}

/** What a question about a batch is about. */
export interface AskedBatch {
  /** Of the batch that the yes begins: the same question never begins two. */
  readonly batchId: string;
  readonly action: UniformAction;
  readonly plan: BatchPlan;
  /** The names of the first tenants that something is done to, as many as are named; foreign. */
  readonly names: readonly string[];
  /** Those of the first that a request may be sent to; foreign. */
  readonly requestNames: readonly string[];
  /** What the yes has agreed to. */
  readonly planHash: string;
  /** Which tenants were asked for. */
  readonly query: Pick<ListPosition, 'status' | 'search'>;
  /** Whether they were named in rows, which are kept, and not found by the query. */
  readonly isChosen?: boolean | undefined;
  /** The rows that name no tenant, or several. */
  readonly wrong?: readonly WrongLine[] | undefined;
  /** Whether its yes is to ask a second admin first. */
  readonly takesSecond: boolean;
  /** Why it's asked again. */
  readonly notice?: Literal | undefined;
}

/** The question in one line. */
export function batchQuestionTitle(
  { action, plan }: Pick<AskedBatch, 'action' | 'plan'>,
  { words }: ViewContext,
): Literal {
  const count = plan.tenantIds.length;
  return count > 0 ? batchAsk({ action, count }, words) : words.batches.nothingToDo;
}

/** The question's card. Disable takes a typed number. */
export function batchQuestionView(asked: AskedBatch, context: ViewContext): Card {
  const { action, plan, names, query, wrong = [], notice = '' } = asked;
  const { words } = context;
  const { batches } = words;
  const count = plan.tenantIds.length;
  const hasWork = count > 0;
  const title = batchQuestionTitle(asked, context);
  const number = literal(`${count}`);
  const areUnowned = action.do === 'release' || action.do === 'releaseOther';
  const fine = plan.fine > 0 ? [batches[areUnowned ? 'unowned' : 'fine']({ count: plan.fine })] : [];
  const lines = hasWork
    ? [
        namesLine(names, count, words),
        ...tagLines(action, words),
        ...requestLines(asked, words),
        ...(plan.beside ? [batches.presentStays] : []),
        ...lossLines(action, words),
        ...(action.do === 'keepAccess' ? [batches.noticesFirst] : []),
        ...(plan.seconds > 0 ? [batches.takes({ duration: durationWords(plan.seconds, words) })] : []),
        ...(asked.takesSecond ? [words.secondAdmin.willBeAsked] : []),
      ]
    : [batches.noneNeeds];
  const data = {
    title,
    notice,
    lines: [...lines, ...fine, ...refusedLines(plan.refused, words), ...wrongLines(wrong, words)],
    notes: hasWork ? [batches.asByButton] : [],
    ways: '',
    links: [],
    tickets: hasWork ? ticketFields(commandNameOf(action), context) : [],
    ...typedNumber(action, hasWork ? number : '', words.batches),
    actions: hasWork ? [yes(asked, title, context)] : [],
    others: [listButton(query, words, hasWork ? words.buttons.cancel : words.buttons.allTenants)],
  };
  return render('batch', data, frameOf(context, title));
}

// Whose they are goes without saying where each tenant may get one, and fits where they are few.
function requestLines({ plan, requestNames }: AskedBatch, words: ViewContext['words']): readonly Literal[] {
  const { batches } = words;
  const count = plan.requestIds.length;
  if (count === 0) return [];
  const areFew = count < plan.tenantIds.length && count <= mostNamed;
  return [
    batches.requests({ count }),
    ...(areFew ? [batches.requestsFor({ names: namesLine(requestNames, count, words) })] : []),
  ];
}

function typedNumber({ do: name }: BatchAction, number: Literal, batches: ViewContext['words']['batches']) {
  return {
    toType: takesTypedNumber(name) ? number : '',
    typeNumber: batches.typeNumber,
    numberLabel: batches.number,
    numberError: batches.numberExpected({ number }),
  };
}

function yes(
  { batchId, action, planHash, query, isChosen, takesSecond }: AskedBatch,
  subject: Literal,
  { words }: ViewContext,
): Button {
  const title = takesSecond ? words.secondAdmin.ask : words.batches.yes[action.do];
  return {
    title,
    tooltip: words.buttons.about({ title, subject }),
    verb: 'batch.begin',
    data: {
      ...listData(query),
      // Whole: a part of a query finds others.
      ...(query.search && { search: query.search }),
      ...(isChosen && { isChosen }),
      batchId,
      batchAction: action.do,
      ...(action.do === 'tag' && { tags: tagsText(action) }),
      planHash,
    },
    style: takesTypedNumber(action.do) ? 'destructive' : 'positive',
  };
}
