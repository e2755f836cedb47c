// The card of `/fleet`: how all tenants stand, and how that moves.
import { printTerm } from '../../domain/query/print-query.js';
import type { Condition } from '../../domain/query/query.js';
import { type Fleet, monthsFrom, sizeOf, waitingAges } from '../../domain/tenant/fleet.js';
import { statuses } from '../../domain/tenant/status.js';
import type { Words } from '../catalogue.js';
import { asOfWords, failingWords } from '../explain/freshness-words.js';
import { queryNames } from '../explain/query-words.js';
import { countedStatus } from '../explain/status-style.js';
import { type FileWays, linksOf, waysNotice } from '../offboarding/files.js';
import { endingSoonDays, frameOf, type ViewContext } from '../render/context.js';
import { expiringButton, type ListPosition, listButton } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { joined, literal, monthInShort } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Text } from '../words/text-types.js';
import { type Bar, linesOf, stacksOf, textBar } from './fleet-charts.js';
import {
  approvalWords,
  endWords,
  type FleetPast,
  globalWords,
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

interface Part {
  readonly title: Text;
  readonly text: Text;
  readonly chart: 'stacked' | 'bars' | 'line' | 'none';
  readonly bars: readonly Bar[];
  /** Of a stacked chart its bars, of lines the lines. */
  readonly series: readonly unknown[];
  /** Where the axis of a line's counts ends. */
  readonly axisEnd: number;
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

function partsOf({ fleet, past, query }: ShownFleet, { words, now, endingSoon }: ViewContext): readonly Part[] {
  const { fleet: texts, statuses: names } = words;
  const toList = (title: Text, about: Text, position: ListPosition): Button => ({
    ...listButton(position, words, title),
    tooltip: words.buttons.about({ title, subject: about }),
  });
  const ofStatus = (status: 'issuesFound' | 'needsApproval', about: Text) =>
    fleet.statuses[status] === 0 ? [] : [toList(names[status], about, { status, search: query })];
  const toTerms = (title: Text, about: Text, conditions: readonly Condition[]) => {
    const terms = conditions.map((condition) => printTerm({ isNot: false, condition }, queryNames(words)));
    return toList(title, about, { search: [...(query === '' ? [] : [query]), ...terms].join(' ') });
  };
  const plain = { series: [], axisEnd: 0, bars: [], actions: [], chart: 'none' } as const;
  const hasPast = past.week !== undefined || past.month !== undefined;
  const notYet = hasPast || query !== '' ? '' : texts.statuses.notYet;
  const ends = monthsFrom(now).map((month, index) => ({
    label: monthInShort(month, words),
    count: fleet.ends[index] ?? 0,
  }));
  const trend = trendWords(past, fleet, words);
  return [
    {
      ...plain,
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
        chart: 'bars',
        bars: ends,
        actions: [
          ...(query === '' && endingSoon === 0
            ? []
            : [
                toTerms(texts.ends.soon, texts.ends.title, [
                  { key: 'ends', end: { is: 'before', days: endingSoonDays } },
                ]),
              ]),
          ...(query === '' ? [expiringButton(words.expiring.title, words)] : []),
        ],
      }),
    },
    {
      ...plain,
      title: texts.waiting.title,
      text: waitingWords(fleet, words),
      ...(fleet.waiting.some((count) => count > 0) && {
        chart: 'bars',
        bars: texts.waiting.ages.map((label, index) => ({ label, count: fleet.waiting[index] ?? 0 })),
        actions: [
          ...ofStatus('needsApproval', texts.waiting.title),
          ...ageTerms.flatMap((ages, index) => {
            const label = texts.waiting.ages[index] ?? '';
            return fleet.waiting[index] ? [toTerms(label, texts.waiting.title, ages)] : [];
          }),
        ],
      }),
    },
    {
      ...plain,
      title: texts.globalAdministrator.title,
      text: globalWords(fleet, words),
      ...(fleet.globalAdministrator > 0 && {
        actions: [toTerms(texts.globalAdministrator.list, texts.globalAdministrator.title, [{ key: 'ga', is: true }])],
      }),
    },
    { ...plain, title: texts.approvals.title, text: approvalWords(fleet, words) },
    ...(trend === ''
      ? []
      : [{ ...plain, title: texts.trend.title, text: trend, chart: 'line' as const, ...linesOf(past.days, words) }]),
  ];
}

// What each of the ages that are counted is as conditions: from its first day on, up to the next one's.
const ageTerms = waitingAges.map((from, index): readonly Condition[] => {
  const next = waitingAges[index + 1];
  return [
    ...(from === 0 ? [] : [{ key: 'pending', age: { is: 'over', days: from } } as const]),
    ...(next === undefined ? [] : [{ key: 'pending', age: { is: 'under', days: next } } as const]),
  ];
});

// What the bars say by their colours alone where a client draws no legend.
function countsWords({ statuses: counts }: Fleet, words: Words): Text {
  const shown = statuses.filter((status) => counts[status] > 0);
  return joined(
    shown.map((status) => countedStatus(status, counts[status], words)),
    ' · ',
  );
}
