// How all tenants stand, and how that moves: the card of `/fleet` and the monthly report.
import { icu } from './icu.js';

type Took = { unit: 'hours' | 'days'; count: number };
type Moved = { direction: 'more' | 'fewer' | 'same'; count: number };

type Ends = { count: number; month: string; most: number; where: 'all' | 'first' | 'most' };
type Approved = { count: number; median: string; most: string; spread: 'few' | 'fewSame' | 'many' | 'manySame' };

export const fleet = {
  title: 'All tenants',
  of: ({ query }: { query: string }) => `Tenants that match ${query}`,
  none: 'There are no tenants yet.',
  noneMatch: 'No tenant matches.',
  statuses: {
    title: 'Status',
    sentence: icu<{ approved: number; total: number; percent: number }>(
      '{total, plural, one {{approved, plural, =0 {The tenant isn’t Approved.} other {The tenant is Approved.}}} other {{approved, number} of # tenants {approved, plural, one {is} other {are}} Approved ({percent}%).}}',
    ),
    moved: ({ moves }: { moves: string }) => `Approved: ${moves}.`,
    week: icu<Moved>(
      '{direction, select, more {{count, number} more than a week ago} fewer {{count, number} fewer than a week ago} other {as many as a week ago}}',
    ),
    month: icu<Moved>(
      '{direction, select, more {{count, number} more than a month ago} fewer {{count, number} fewer than a month ago} other {as many as a month ago}}',
    ),
    notYet: 'How that moves shows here once days have been counted for a week.',
    now: 'Now',
    weekAgo: 'A week ago',
    monthAgo: 'A month ago',
  },
  ends: {
    title: 'Access that ends',
    /** `where`: whether all of them end in that month, or most do, or it's but the first of twelve. */
    sentence: icu<Ends>(
      'Access to {count, plural, one {# tenant ends in {month}} other {# tenants ends in the next 12 months, {where, select, all {{count, plural, =2 {both} other {all}} in {month}} first {the first in {month}} other {most often in {month} ({most, number})}}}}.',
    ),
    none: 'No access ends in the next 12 months.',
    soon: 'Ending in 30 days',
  },
  waiting: {
    title: 'Requests that wait for the customer',
    sentence: icu<{ count: number; old: number }>(
      '{count, plural, one {# request waits for the customer, {old, plural, =0 {for less than 30 days} other {for 30 days or longer}}.} other {# requests wait for their customers; {old, plural, =0 {none has} one {# has} other {# have}} done so for 30 days or longer.}}',
    ),
    none: 'No request waits for a customer.',
    ages: ['Under 3 days', '3 to 9 days', '10 to 29 days', '30 days and more'],
  },
  globalAdministrator: {
    title: 'Global Administrator',
    list: 'With Global Administrator',
    sentence: icu<{ count: number; active: number; percent: number }>(
      '{active, plural, one {The active relationship has} other {{count, number} of # active relationships {count, plural, one {has} other {have}}}} Global Administrator ({percent}%). Microsoft doesn’t extend {count, plural, one {it} other {them}}.',
    ),
    none: 'No active relationship has Global Administrator.',
  },
  approvals: {
    title: 'From request to approval',
    /** `spread`: whether they're too few for nine of ten to be others than all, and whether half and most took the same. */
    sentence: icu<Approved>(
      '{count, plural, one {The request approved in this month or the two before it took {median}.} other {Of # requests approved in this month and the two before it, {spread, select, few {half took {median} or less, and {count, plural, =2 {both} other {all}} {most} or less} fewSame {{count, plural, =2 {both} other {all}} took {most} or less} manySame {nine of ten took {most} or less} other {half took {median} or less, and nine of ten {most} or less}}.}}',
    ),
    took: icu<Took>(
      '{unit, select, hours {{count, plural, one {# hour} other {# hours}}} other {{count, plural, one {# day} other {# days}}}}',
    ),
    none: 'No request was approved in this month or the two before it.',
  },
  trend: {
    title: 'Last 90 days',
    sentence: icu<{ from: number; to: number; issuesFrom: number; issuesTo: number }>(
      'Approved went from {from, number} to {to, number}, Issues found from {issuesFrom, number} to {issuesTo, number}.',
    ),
  },
  report: {
    title: ({ day }: { day: string }) => `All tenants on ${day}`,
    recently: icu<{ enabled: number; offboarded: number }>(
      'In the last 30 days, {enabled, plural, =0 {no tenant was enabled} one {# tenant was enabled} other {# tenants were enabled}} and {offboarded, plural, =0 {none was offboarded completely} one {# was offboarded completely} other {# were offboarded completely}}.',
    ),
    footer: ({ partner }: { partner: string }) => `${partner} · made by Gatehouse`,
    pageNumber: ({ page, pages }: { page: number; pages: number }) => `Page ${page} of ${pages}`,
    /** The way to the file. */
    get: 'Report (PDF)',
    label: 'the report (PDF)',
    subscribe: 'Send it monthly',
    unsubscribe: 'Stop sending it',
    isSent: 'A report as a PDF will be sent here on the first working day of each month.',
    isNotSent: 'The report is no longer sent here.',
    /** What people type after the command. */
    asked: ['report', 'pdf'],
  },
};
