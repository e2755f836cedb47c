// What a posted card shows, and the check of one that was stored.
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { isNews } from '../../domain/subscription/news-kinds.js';
import type { ListQuery } from '../../domain/tenant/list.js';
import type { News } from '../../domain/tenant/news.js';
import { statuses } from '../../domain/tenant/status.js';
import type { EarlierNews } from '../../views/explain/notices.js';
import { type ListPosition, otherLists } from '../../views/render/navigation.js';

/** What a card shows, so that it can be redrawn when that changes. */
export type PostedView =
  | { readonly kind: 'list'; readonly query: ListQuery }
  | { readonly kind: 'waiting'; readonly page: number; readonly search: string; readonly places?: readonly string[] }
  | { readonly kind: 'expiring'; readonly page: number; readonly places?: readonly string[] }
  | { readonly kind: 'leftovers'; readonly page: number; readonly places?: readonly string[] }
  | ({ readonly kind: 'tenant'; readonly tenantId: string; readonly position: ListPosition } & WithNews)
  | ({ readonly kind: 'offboarding'; readonly tenantId: string; readonly offboardingId: string } & WithNews)
  | { readonly kind: 'batch'; readonly batchId: string }
  | { readonly kind: 'language' };

interface WithNews {
  /** What the card was posted with. Absent: it answered a person. */
  readonly told?: EarlierNews | undefined;
}

/** The news that a tenant's card was posted with; `undefined`: none, or it shows something else by now. */
export function newsOn(view: PostedView | undefined, tenantId: string | undefined): EarlierNews | undefined {
  return view && hasNews(view) && view.tenantId === tenantId ? view.told : undefined;
}

/** A view with the news that its card was posted with, as long as it's about the same tenant. */
export function withNewsOf(before: PostedView | undefined, view: PostedView): PostedView {
  if (!hasNews(view)) return view;
  const told = newsOn(before, view.tenantId);
  return told ? { ...view, told } : view;
}

/** Whether there are news of what a view shows. */
export function hasNews(view: PostedView): view is Extract<PostedView, WithNews> {
  return view.kind === 'tenant' || view.kind === 'offboarding';
}

/** Whether two views are of the same tenant, or of the same offboarding. */
export function isSameSubject(a: PostedView, b: PostedView): boolean {
  if (a.kind === 'tenant') return b.kind === 'tenant' && a.tenantId === b.tenantId;
  return a.kind === 'offboarding' && b.kind === 'offboarding' && a.offboardingId === b.offboardingId;
}

/** Whether a list has other rows than the message shows to those who haven't clicked. */
export function isOtherList(before: PostedView | undefined, after: PostedView): boolean {
  const places = placesOf(after);
  return places !== undefined && !isDeepStrictEqual(before && placesOf(before), places);
}

function placesOf(view: PostedView): readonly string[] | undefined {
  if (view.kind === 'list') return view.query.places ?? [];
  const isList = view.kind === 'leftovers' || view.kind === 'expiring' || view.kind === 'waiting';
  return isList ? (view.places ?? []) : undefined;
}

const status = z.enum(statuses).optional();
const search = z.string();
const page = z.int().min(1);
const places = z.array(z.string()).exactOptional();
const list = z.enum(otherLists).optional().catch(undefined);
// Of news that only a newer version knows, the card stays without.
const news = z.custom<News>((value) => typeof value === 'string' && isNews(value));
const told = z.looseObject({ news, at: z.iso.datetime() }).optional().catch(undefined);

// What a newer version adds is kept.
const shape: z.ZodType<PostedView> = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('list'), query: z.looseObject({ status, search, page, places }) }),
  z.looseObject({ kind: z.literal('waiting'), page, search, places }),
  z.looseObject({ kind: z.literal('expiring'), page, places }),
  z.looseObject({ kind: z.literal('leftovers'), page, places }),
  z.looseObject({
    kind: z.literal('tenant'),
    tenantId: z.string(),
    position: z.looseObject({ status, search: search.exactOptional(), page: page.exactOptional(), list }),
    told,
  }),
  z.looseObject({ kind: z.literal('offboarding'), tenantId: z.string(), offboardingId: z.string(), told }),
  z.looseObject({ kind: z.literal('batch'), batchId: z.string() }),
  z.looseObject({ kind: z.literal('language') }),
]);

/**
 * The stored view.
 * @throws when it isn't one.
 */
export function postedViewFrom(json: unknown): PostedView {
  return shape.parse(withCurrentNames(json));
}

const formerShape = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('residue') }).transform((view) => ({ ...view, kind: 'leftovers' })),
  z
    .object({ kind: z.literal('exit'), tenantId: z.unknown(), exitId: z.unknown() })
    .transform(({ tenantId, exitId }) => ({ kind: 'offboarding', tenantId, offboardingId: exitId })),
]);

// For a file written by a version before schema 6 of the store.
function withCurrentNames(json: unknown): unknown {
  const former = formerShape.safeParse(json);
  return former.success ? former.data : json;
}
