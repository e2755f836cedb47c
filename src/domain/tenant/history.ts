// What a tenant remembers of what happened to it, for people to read.

import type { Person } from '../person.js';
import { type Instant, secondsBetween } from '../time.js';
import type { AwaitedSecond, SecondedAction } from './awaited-second.js';
import type { CustomerNotice } from './customer-notice.js';
import type { Fact } from './facts.js';

/** One thing that happened, for people to read. */
export interface HistoryEntry {
  /** Of a run, the last one's. */
  readonly at: Instant;
  /** The fact's type. */
  readonly what: string;
  /** Absent: Microsoft, the customer or time. */
  readonly by?: Person | undefined;
  /** Name of the access template that was chosen, or that the person who pressed Enable had read about. Absent: none. */
  readonly template?: string | undefined;
  /** To whom it was given. Absent: it wasn't. */
  readonly owner?: Person | undefined;
  /** Of what a second admin was asked for: what that is. Absent: it's about something else, or this wasn't kept yet. */
  readonly action?: SecondedAction['do'] | undefined;
  /** Which notice was taken. Absent: none was, or this wasn't kept yet. */
  readonly customerNotice?: CustomerNotice | undefined;
  /** How often in a row the same person did the same, within a day of each other. Absent: once. */
  readonly times?: number | undefined;
}

/** How many events a tenant remembers. */
export const historyLength = 20;

const aDay = 86_400;

/** A history with one more event: where the same person does the same again, the one before it becomes a run of them. */
export function withEntry(history: readonly HistoryEntry[], entry: HistoryEntry): readonly HistoryEntry[] {
  const last = history.at(-1);
  if (!last || !isAgain(last, entry)) return [...history, entry].slice(-historyLength);
  return [...history.slice(0, -1), { ...entry, times: (last.times ?? 1) + 1 }];
}

function isAgain(last: HistoryEntry, entry: HistoryEntry): boolean {
  const isSame = (['what', 'template', 'action', 'customerNotice'] as const).every((key) => last[key] === entry[key]);
  const isTheirs = entry.by !== undefined && entry.by.id !== '' && last.by?.id === entry.by.id;
  return isSame && isTheirs && last.owner?.id === entry.owner?.id && secondsBetween(last.at, entry.at) < aDay;
}

/** What is remembered of a fact. `awaited`: what waited for a second admin before it. */
export function historyEntryOf(fact: Fact, awaited: AwaitedSecond | undefined): HistoryEntry {
  const by = 'by' in fact ? fact.by : undefined;
  return { at: fact.at, what: fact.type, ...(by && { by }), ...detailsOf(fact, awaited) };
}

type Details = Pick<HistoryEntry, 'template' | 'owner' | 'action' | 'customerNotice'>;

function detailsOf(fact: Fact, awaited: AwaitedSecond | undefined): Details {
  if (fact.type === 'customerNoticeTaken') return { customerNotice: fact.customerNotice };
  if (fact.type === 'ownershipGiven') return { owner: fact.owner };
  if (fact.type === 'templateChosen') return { template: fact.template };
  const { action } = (fact.type === 'secondAdminAsked' ? fact.asked : isOfSecond(fact) ? awaited : undefined) ?? {};
  if (action) return { action: action.do };
  const template = fact.type === 'onboardingRequested' ? (fact.template ?? fact.shownTemplate) : undefined;
  return template === undefined ? {} : { template };
}

function isOfSecond({ type }: Fact): boolean {
  return type === 'secondAdminApproved' || type === 'secondAdminDeclined' || type === 'secondAdminDropped';
}
