// What a conversation that subscribes wants to hear, and when.

import type { Query } from '../query/query.js';
import type { DigestTime } from './digest-time.js';
import type { NewsKind } from './news-kinds.js';
import type { WeekHours } from './week-hours.js';

/** What is wanted. Absent parts leave nothing out. */
export interface NewsSubscription {
  /** Kinds that it doesn't hear, so that one that is added later is heard. */
  readonly muted: readonly NewsKind[];
  /** Of which tenants it hears. Absent: of all of them. */
  readonly query?: Query | undefined;
  /** Hours in which nothing comes but what can't wait. Absent: none. */
  readonly quiet?: readonly WeekHours[] | undefined;
  /** When a digest of what is open comes. Absent: never. */
  readonly digest?: DigestTime | undefined;
  /** IANA name of the time zone of its hours, as its person's Teams app said or as was chosen. Absent: UTC. */
  readonly zone?: string | undefined;
}

/** Every kind of news of every tenant, at once: a conversation that has chosen nothing. */
export const everythingAtOnce: NewsSubscription = { muted: [] };

/** Whether news of a kind are wanted. `isAbout`: whether their tenant is one that a query asks for. */
export function isWanted(
  { muted, query }: NewsSubscription,
  kind: NewsKind,
  isAbout: (query: Query) => boolean = () => true,
): boolean {
  return !muted.includes(kind) && (query === undefined || isAbout(query));
}
