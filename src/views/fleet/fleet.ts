// The card of `/fleet`: how all tenants stand, and how that moves.
import { printTerm } from '../../domain/query/print-query.js';
import type { Condition } from '../../domain/query/query.js';
import { type Fleet, type FleetDay, monthsFrom, sizeOf, waitingAges } from '../../domain/tenant/fleet.js';
import { statuses } from '../../domain/tenant/status.js';
import type { Words } from '../catalogue.js';
import { asOfWords, failingWords } from '../explain/freshness-words.js';
import { queryNames } from '../explain/query-words.js';
import { countedStatus, styleOf } from '../explain/status-style.js';
import { type FileWays, linksOf, waysNotice } from '../offboarding/files.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { expiringButton, type ListPosition, listButton } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { dayInShort, joined, literal, monthInShort } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Literal, Text } from '../words/text-types.js';
import {
  approvalWords,
  endWords,
  type FleetPast,
  globalWords,
  leastTrend,
  statusWords,
  trendWords,
  waitingWords,
} from './fleet-words.js';

/** What the card shows. */
export interface ShownFleet {
  readonly fleet: Fleet;
  readonly past: FleetPast;
  /** Which tenants, as it was typed; empty: all of them. */
  readonly query: string;
  /** Whether the conversation gets the monthly report. */
  readonly isReported: boolean;
  /** What has just been done. Absent: nothing. */
  readonly notice?: Text | undefined;
  /** To the report, for the person who asked. Absent: it wasn't asked for. */
  readonly ways?: FileWays | undefined;
}

/** A bar: in a chart where clients draw one, else of text. */
interface Bar {
  readonly label: Text;
  readonly count: number;
}

interface Part {
  readonly title: Text;
  readonly text: Text;
  readonly chart: 'stacked' | 'vertical' | 'horizontal' | 'line' | 'none';
  readonly bars: readonly Bar[];
  /** Of a stacked chart its bars, of lines the lines. */
  readonly series: readonly unknown[];
  readonly actions: readonly Button[];
}

/** The card. */
export function fleetView(shown: ShownFleet, context: ViewContext): Card {
  const { fleet, query } = shown;
  const { words } = context;
  const isEmpty = sizeOf(fleet) === 0;
  const parts = isEmpty ? [] : partsOf(shown, context);
  const data = {
    title: words.fleet.title,
    query: query === '' ? '' : words.fleet.of({ query: literal(query) }),
    empty: isEmpty ? words.fleet[query === '' ? 'none' : 'noneMatch'] : '',
    notice: shown.ways ? waysNotice(shown.ways, words) : (shown.notice ?? ''),
    links: shown.ways ? linksOf(shown.ways, words.fleet.title, words) : [],
    asOf: asOfWords(context),
    failing: failingWords(context),
    parts: parts.map(({ bars, ...part }) => ({
      ...part,
      points: bars.map(({ label, count }) => ({ x: label, y: count })),
      rows: bars.map(({ label, count }) => ({ title: label, value: textBar(count, bars) })),
      hasActions: part.actions.length > 0,
    })),
    actions: [
      {
        ...listButton({}, words, words.buttons.refresh),
        verb: 'fleet.show',
        data: query === '' ? {} : { search: query },
      },
      listButton({ search: query }, words),
      ...(query === '' ? reportButtons(shown, words) : []),
    ].map((button) => ({
      ...button,
      tooltip: words.buttons.about({ title: button.title, subject: words.fleet.title }),
    })),
  };
  const fallback = isEmpty ? words.fleet.title : joined(statusWords(fleet, shown.past, words));
  return render('fleet', data, frameOf(context, fallback));
}

/** The file, and whether it comes by itself. */
function reportButtons({ isReported }: ShownFleet, words: Words): readonly Button[] {
  const { get, subscribe, unsubscribe } = words.fleet.report;
  return [
    reportButton(get, words),
    {
      ...reportButton(isReported ? unsubscribe : subscribe, words),
      verb: 'fleet.sendReport',
      data: { isWanted: !isReported },
    },
  ];
}

/** The button that gets the report as a file. */
export function reportButton(title: Text, words: Words): Button {
  const tooltip = words.buttons.about({ title, subject: words.fleet.title });
  return { title, tooltip, verb: 'fleet.report', data: {}, style: 'default' };
}

function partsOf({ fleet, past, query }: ShownFleet, { words, now }: ViewContext): readonly Part[] {
  const { fleet: texts, statuses: names } = words;
  const toList = (title: Text, about: Text, position: ListPosition): Button => ({
    ...listButton(position, words, title),
    tooltip: words.buttons.about({ title, subject: about }),
  });
  const ofStatus = (status: 'issuesFound' | 'needsApproval', about: Text) =>
    fleet.statuses[status] === 0 ? [] : [toList(names[status], about, { status, search: query })];
  const toTerm = (title: Text, about: Text, condition: Condition) => {
    const term = printTerm({ isNot: false, condition }, queryNames(words));
    return toList(title, about, { search: query === '' ? term : `${query} ${term}` });
  };
  const plain = { series: [], bars: [], actions: [], chart: 'none' } as const;
  const hasPast = past.week !== undefined || past.month !== undefined;
  const notYet = hasPast || query !== '' ? '' : texts.statuses.notYet;
  const ends = monthsFrom(now).map((month, index) => ({
    label: monthInShort(month, words),
    count: fleet.ends[index] ?? 0,
  }));
  const trend = trendWords(past, fleet, words);
  return [
    {
      title: texts.statuses.title,
      text: joined([...statusWords(fleet, past, words), notYet, countsWords(fleet, words)]),
      chart: 'stacked',
      bars: statuses.map((status) => ({ label: names[status], count: fleet.statuses[status] })),
      series: stacksOf(fleet, past, words),
      actions: ofStatus('issuesFound', texts.statuses.title),
    },
    {
      ...plain,
      title: texts.ends.title,
      text: endWords(fleet, now, words),
      ...(fleet.ends.some((count) => count > 0) && {
        chart: 'vertical',
        bars: ends,
        actions: [
          toTerm(texts.ends.soon, texts.ends.title, { key: 'ends', end: { is: 'before', days: 30 } }),
          ...(query === '' ? [expiringButton(words.expiring.title, words)] : []),
        ],
      }),
    },
    {
      ...plain,
      title: texts.waiting.title,
      text: waitingWords(fleet, words),
      ...(fleet.waiting.some((count) => count > 0) && {
        chart: 'horizontal',
        bars: texts.waiting.ages.map((label, index) => ({ label, count: fleet.waiting[index] ?? 0 })),
        actions: [
          ...ofStatus('needsApproval', texts.waiting.title),
          ...(fleet.waiting.at(-1) === 0 ? [] : [toTerm(texts.waiting.old, texts.waiting.title, oldRequests)]),
        ],
      }),
    },
    {
      ...plain,
      title: texts.globalAdministrator.title,
      text: globalWords(fleet, words),
      ...(fleet.globalAdministrator > 0 && {
        actions: [toTerm(texts.globalAdministrator.list, texts.globalAdministrator.title, { key: 'ga', is: true })],
      }),
    },
    { ...plain, title: texts.approvals.title, text: approvalWords(fleet, words) },
    ...(trend === ''
      ? []
      : [{ ...plain, title: texts.trend.title, text: trend, chart: 'line' as const, ...linesOf(past.days, words) }]),
  ];
}

// The last of the ages that are counted.
const oldRequests: Condition = { key: 'pending', age: { is: 'over', days: waitingAges[waitingAges.length - 1] ?? 0 } };

const colours = {
  issuesFound: 'attention',
  needsApproval: 'categoricalBlue',
  awaitingMicrosoft: 'categoricalMarigold',
  approved: 'good',
  notConfigured: 'neutral',
} as const;

// What the bars say by their colours alone where a client draws no legend.
function countsWords({ statuses: counts }: Fleet, words: Words): Text {
  const shown = statuses.filter((status) => counts[status] > 0);
  return joined(
    shown.map((status) => countedStatus(status, counts[status], words)),
    ' · ',
  );
}

/** A bar of statuses for now, a week ago and a month ago. */
function stacksOf(fleet: Fleet, { week, month }: FleetPast, words: Words): readonly unknown[] {
  const { now, weekAgo, monthAgo } = words.fleet.statuses;
  const stack = (title: Text, counts: Fleet['statuses']) => ({
    title,
    data: statuses.map((status) => ({
      legend: styleOf(status, words).word,
      value: counts[status],
      color: colours[status],
    })),
  });
  return [
    stack(now, fleet.statuses),
    ...(week ? [stack(weekAgo, week.statuses)] : []),
    ...(month ? [stack(monthAgo, month.statuses)] : []),
  ];
}

const mostPoints = 13;

/** A line for each status that moves, through about one day of each week. */
function linesOf(days: readonly FleetDay[], words: Words) {
  const step = Math.max(1, Math.ceil(days.length / mostPoints));
  const shown = days.filter((_, index) => (days.length - 1 - index) % step === 0);
  const moving = ['approved', 'issuesFound', 'needsApproval'] as const;
  return {
    series: moving.map((status) => ({
      legend: words.statuses[status],
      color: colours[status],
      values: shown.map(({ id, statuses: counts }) => ({ x: id, y: counts[status] })),
    })),
    bars: shown.slice(-leastTrend).map(({ id, statuses: counts }) => ({
      label: dayInShort(id, words),
      count: counts.approved,
    })),
  };
}

// Fits beside its label on a phone.
const mostBlocks = 10;

function textBar(count: number, bars: readonly Bar[]): Literal {
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  const blocks = count === 0 ? 0 : Math.max(1, Math.round((mostBlocks * count) / most));
  return literal(`${'█'.repeat(blocks)} ${count}`);
}
