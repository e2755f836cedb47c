// The monthly report: what `/fleet` says, on paper.

import type { Report, ReportBar, ReportPart } from '../../domain/report.js';
import { type Fleet, monthsFrom } from '../../domain/tenant/fleet.js';
import { statuses } from '../../domain/tenant/status.js';
import { addDays, type Instant } from '../../domain/time.js';
import type { Words } from '../catalogue.js';
import { dateInWords, dayInShort, joined, literal, monthInShort } from '../render/text.js';
import {
  approvalWords,
  endWords,
  type FleetPast,
  globalWords,
  statusWords,
  trendWords,
  waitingWords,
} from './fleet-words.js';

/** What is reported. */
export interface ReportedFleet {
  readonly fleet: Fleet;
  readonly past: FleetPast;
  readonly at: Instant;
  /** Foreign text. */
  readonly partnerName: string;
}

/** The report in a language. */
export function fleetReport({ fleet, past, at, partnerName }: ReportedFleet, words: Words): Report {
  const { fleet: texts, language, statuses: names } = words;
  const { report } = texts;
  const title = report.title({ day: dateInWords(at, words) });
  const trend = trendWords(past, fleet, words);
  const ends = monthsFrom(at).map((month, index) => ({
    label: monthInShort(month, words),
    value: fleet.ends[index] ?? 0,
  }));
  const waiting = texts.waiting.ages.map((label, index) => ({ label, value: fleet.waiting[index] ?? 0 }));
  const parts: readonly ReportPart[] = [
    { is: 'partner', text: partnerName },
    { is: 'title', text: title },
    { is: 'lead', text: joined(statusWords(fleet, past, words)) },
    chart(
      'bars',
      statuses.map((status) => ({ label: names[status], value: fleet.statuses[status] })),
    ),
    { is: 'text', text: recentWords(past, at, words) },
    { is: 'heading', text: texts.ends.title },
    { is: 'text', text: endWords(fleet, at, words) },
    ...some('columns', ends),
    { is: 'heading', text: texts.waiting.title },
    { is: 'text', text: waitingWords(fleet, words) },
    ...some('bars', waiting),
    { is: 'heading', text: texts.globalAdministrator.title },
    { is: 'text', text: globalWords(fleet, words) },
    { is: 'heading', text: texts.approvals.title },
    { is: 'text', text: approvalWords(fleet, words) },
    ...(trend === ''
      ? []
      : [
          { is: 'heading', text: texts.trend.title } as const,
          { is: 'text', text: trend } as const,
          linesOf(past, fleet, { says: trend, at }, words),
        ]),
  ];
  return {
    title,
    author: partnerName,
    language: language.tag,
    at,
    footer: report.footer({ partner: literal(partnerName) }),
    pageNumber: report.pageNumber,
    parts,
  };
}

function chart(is: 'bars' | 'columns', bars: readonly ReportBar[]): ReportPart {
  return { is, says: bars.map(({ label, value }) => `${label}: ${value}`).join(', '), bars };
}

function some(is: 'bars' | 'columns', bars: readonly ReportBar[]): readonly ReportPart[] {
  return bars.some(({ value }) => value > 0) ? [chart(is, bars)] : [];
}

const recentDays = 30;

function recentWords({ days }: FleetPast, at: Instant, { fleet: { report } }: Words): string {
  const from = addDays(at, -recentDays);
  const recent = days.filter(({ id }) => id > from);
  return report.recently({
    enabled: recent.reduce((sum, { enabled }) => sum + enabled, 0),
    offboarded: recent.reduce((sum, { offboarded }) => sum + offboarded, 0),
  });
}

function linesOf(
  { days }: FleetPast,
  fleet: Fleet,
  { says, at }: { readonly says: string; readonly at: Instant },
  words: Words,
): ReportPart {
  const moving = ['approved', 'issuesFound', 'needsApproval'] as const;
  return {
    is: 'lines',
    says,
    from: dayInShort(days[0]?.id ?? at, words),
    to: dayInShort(at, words),
    lines: moving.map((status) => ({
      label: words.statuses[status],
      values: [...days.map(({ statuses: counts }) => counts[status]), fleet.statuses[status]],
    })),
  };
}
