// Reads what a person typed into the card of `/subscribe`.
import { isEveryTenant } from '../../domain/query/query.js';
import { isZone } from '../../domain/subscription/local-time.js';
import { newsKinds } from '../../domain/subscription/news-kinds.js';
import { readTimeOfDay, readWeekHours } from '../../domain/subscription/read-week-hours.js';
import type { NewsSubscription } from '../../domain/subscription/subscription.js';
import { isAlways } from '../../domain/subscription/week-hours.js';
import type { TenantList } from '../../operations/reads/tenant-list.js';
import type { Words } from '../../views/catalogue.js';
import { notUnderstoodWords } from '../../views/explain/query-problems.js';
import { literal } from '../../views/render/text.js';
import type { hearingChoices, TypedSubscription } from '../../views/subscription/subscription-card.js';
import type { Literal } from '../../views/words/text-types.js';

/** What was typed, with the kinds that were chosen. */
export type ChosenSubscription = Omit<TypedSubscription, 'kinds'> & {
  readonly kinds: readonly (typeof hearingChoices)[number][];
};

/** What was typed, understood; or what isn't, so that nothing is to be saved. */
export type ReadSubscription =
  | { readonly subscription: NewsSubscription; readonly isReported: boolean }
  | { readonly problems: readonly Literal[] };

/** Reads it. */
export function readSubscription(
  typed: ChosenSubscription,
  tenantList: Pick<TenantList, 'queryOf'>,
  words: Words,
): ReadSubscription {
  const { subscriptions } = words;
  const { query, notUnderstood } = tenantList.queryOf(typed.about);
  const hours = readWeekHours(typed.quiet, subscriptions);
  const quiet = 'hours' in hours ? hours.hours : [];
  const at = readTimeOfDay(typed.digestAt);
  const zone = typed.zone.trim();
  const problems = [
    ...(notUnderstood ? [notUnderstoodWords(notUnderstood, words)] : []),
    ...('unknown' in hours ? [subscriptions.unknownHours({ given: literal(hours.unknown, 40) })] : []),
    ...(isAlways(quiet) ? [subscriptions.alwaysQuiet] : []),
    ...(at === undefined ? [subscriptions.unknownTime({ given: literal(typed.digestAt, 20) })] : []),
    ...(isZone(zone) ? [] : [subscriptions.unknownZone({ given: literal(zone, 60) })]),
  ];
  if (problems.length > 0) return { problems };
  const { digest } = typed;
  return {
    subscription: {
      muted: newsKinds.filter((kind) => !typed.kinds.includes(kind)),
      ...(!isEveryTenant(query) && { query }),
      ...(quiet.length > 0 && { quiet }),
      ...(digest !== 'none' && at !== undefined && { digest: digest === 'daily' ? { at } : { at, on: digest } }),
      zone,
    },
    isReported: typed.kinds.includes('report'),
  };
}
