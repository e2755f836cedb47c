// What a person asks for of the tenants: text to be found, and conditions.
import type { Limitation } from '../access/limitation.js';
import { type Status, statuses } from '../tenant/status.js';

/** What a condition can be about. */
export const queryKeys = [
  'status',
  'cause',
  'tag',
  'template',
  'owner',
  'ends',
  'pending',
  'ga',
  'dap',
  'leftover',
  'drift',
  'earlier',
  'snoozed',
  'accepted',
] as const;

/** One of them. */
export type QueryKey = (typeof queryKeys)[number];

/** What keeps a tenant from Approved, by its code. */
export type CauseCode = Limitation['code'];

/**
 * When access ends: by itself never, since it rolls over; or before, on or after a day (`YYYY-MM-DD`, in UTC), or within or
 * beyond so many days from now.
 */
export type WantedEnd =
  | { readonly is: 'never' }
  | { readonly is: 'before' | 'after'; readonly days: number }
  | { readonly is: 'before' | 'on' | 'after'; readonly day: string };

/**
 * How long a request has waited for the customer, in days of the calendar (UTC): so many or more, or fewer. As `/fleet` counts
 * them.
 */
export interface WantedAge {
  readonly is: 'over' | 'under';
  readonly days: number;
}

/** Who looks after a tenant: no one, the person who asks, everyone of a name as it's shown, or one person by their Entra object id. */
export type WantedOwner =
  | { readonly is: 'none' }
  | { readonly is: 'me' }
  | { readonly is: 'named'; readonly name: string }
  | { readonly is: 'person'; readonly id: string };

/** What a tenant has to be like: of several values, one of them. */
export type Condition =
  | { readonly key: 'status'; readonly anyOf: readonly Status[] }
  | { readonly key: 'cause'; readonly anyOf: readonly CauseCode[] }
  | { readonly key: 'tag'; readonly anyOf: readonly string[] }
  /** Names of access templates, as the templates have them. */
  | { readonly key: 'template'; readonly anyOf: readonly string[] }
  | { readonly key: 'owner'; readonly anyOf: readonly WantedOwner[] }
  | { readonly key: 'ends'; readonly end: WantedEnd }
  | { readonly key: 'pending'; readonly age: WantedAge }
  /** Whether the active relationship that Gatehouse follows has Global Administrator; a tenant without one is neither. */
  | { readonly key: 'ga'; readonly is: boolean }
  | { readonly key: 'dap'; readonly is: boolean }
  | { readonly key: 'leftover'; readonly is: boolean }
  /** An earlier relationship is still active beside the one that took its place. */
  | { readonly key: 'earlier'; readonly is: boolean }
  | { readonly key: 'snoozed'; readonly is: boolean }
  /** A person has accepted its limitations. */
  | { readonly key: 'accepted'; readonly is: boolean }
  /** Auto-extend is off against the access template. */
  | { readonly key: 'drift'; readonly is: boolean };

/** A condition that holds, or that doesn't. */
export interface Term {
  readonly isNot: boolean;
  readonly condition: Condition;
}

/** A tenant has to match all of it; an empty one matches every tenant. */
export interface Query {
  /** Part of a name, a domain or a tenant id, or a sign-in name, however it is spelled; empty: any. */
  readonly text: string;
  /** Texts of the same kind that a tenant must not match. */
  readonly notTexts: readonly string[];
  /** In the order in which they were typed; of `status` and of `template` there's at most one that holds, and one that doesn't. */
  readonly terms: readonly Term[];
}

/** Matches every tenant. */
export const everyTenant: Query = { text: '', notTexts: [], terms: [] };

/** Whether a query leaves out no tenant. */
export function isEveryTenant({ text, notTexts, terms }: Query): boolean {
  return text === '' && notTexts.length === 0 && terms.length === 0;
}

/** The same query whatever the status. */
export function withoutStatus(query: Query): Query {
  return { ...query, terms: query.terms.filter(({ condition }) => condition.key !== 'status') };
}

/** The statuses that a query leaves, the most urgent first; `undefined`: every one, since it doesn't speak of statuses. */
export function statusesIn({ terms }: Query): readonly Status[] | undefined {
  const about = terms.flatMap(({ isNot, condition }) => (condition.key === 'status' ? [{ isNot, ...condition }] : []));
  if (about.length === 0) return undefined;
  return statuses.filter((status) => about.every(({ isNot, anyOf }) => anyOf.includes(status) !== isNot));
}

/** The same query for one status; `undefined`: for all of them. */
export function withStatus(query: Query, status: Status | undefined): Query {
  const { terms, ...rest } = withoutStatus(query);
  const term: Term[] = status === undefined ? [] : [{ isNot: false, condition: { key: 'status', anyOf: [status] } }];
  return { ...rest, terms: [...term, ...terms] };
}
