// What the charts of `/fleet` are drawn from, and their bars of text where a client draws none.
import type { Fleet, FleetDay } from '../../domain/tenant/fleet.js';
import { statuses } from '../../domain/tenant/status.js';
import type { Words } from '../catalogue.js';
import { styleOf } from '../explain/status-style.js';
import { dayInShort, literal } from '../render/text.js';
import type { Literal, Text } from '../words/text-types.js';
import { type FleetPast, leastTrend } from './fleet-words.js';

/** A bar: in a chart where clients draw one, else of text. */
export interface Bar {
  readonly label: Text;
  readonly count: number;
}

const colours = {
  issuesFound: 'attention',
  needsApproval: 'categoricalBlue',
  awaitingMicrosoft: 'categoricalMarigold',
  approved: 'good',
  notConfigured: 'neutral',
} as const;

/** A bar of statuses for now, a week ago and a month ago. */
export function stacksOf(fleet: Fleet, { week, month }: FleetPast, words: Words): readonly unknown[] {
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
// Clients write a number at the beginning of an axis, at its end, and at three places between.
const axisParts = 4;

/** Where an axis ends, so that each number on it is whole; hundreds and more end with zeros. */
function axisEndFor(most: number): number {
  const part = Math.max(1, Math.ceil(most / axisParts));
  const unit = 10 ** Math.max(0, `${part}`.length - 2);
  return axisParts * Math.ceil(part / unit) * unit;
}

/**
 * A line for each status that moves, through about one day of each week. A line's axis ends where its card says.
 * @see https://learn.microsoft.com/dotnet/api/microsoft.teams.cards.linechart.withymax (checked 2026-11-30)
 */
export function linesOf(days: readonly FleetDay[], words: Words) {
  const step = Math.max(1, Math.ceil(days.length / mostPoints));
  const shown = days.filter((_, index) => (days.length - 1 - index) % step === 0);
  const moving = ['approved', 'issuesFound', 'needsApproval'] as const;
  return {
    axisEnd: axisEndFor(Math.max(...shown.flatMap(({ statuses: counts }) => moving.map((status) => counts[status])))),
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

/** A bar of text beside its number, where the longest of these fits beside its label. */
export function textBar(count: number, bars: readonly Bar[]): Literal {
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  const blocks = count === 0 ? 0 : Math.max(1, Math.round((mostBlocks * count) / most));
  return literal(`${'█'.repeat(blocks)} ${count}`);
}
