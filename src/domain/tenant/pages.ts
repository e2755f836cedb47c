// Pages of a list whose rows keep their places while a reader looks at them.
import type { Tenant } from './tenant.js';

/** A page of a list by its places. */
export interface Places {
  /** The tenants, by id, in the places of the page. */
  readonly places: readonly string[];
  /** Whether a page made now would have other rows, or the same ones in other places. */
  readonly hasMoved: boolean;
  readonly page: number;
  /** At least 1. */
  readonly pages: number;
  readonly total: number;
  /** Position of the first row, counted from 1; 0 when there are none. */
  readonly from: number;
}

/** Which page of which rows. */
export interface PageWanted {
  /** Counted from 1; one past the end means the last page. */
  readonly wanted: number;
  /** The tenants on the reader's card, which stay where they are. Absent: a new page. */
  readonly held?: readonly string[] | undefined;
  readonly size: number;
  readonly isKnown: (tenantId: string) => boolean;
}

/** The places of a page of rows. */
export function placesOf(
  rows: readonly { readonly tenant: Tenant }[],
  { wanted, held, size, isKnown }: PageWanted,
): Places {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(Math.max(1, wanted), pages);
  const first = (page - 1) * size;
  const fresh = rows.slice(first, first + size).map(({ tenant: { tenantId } }) => tenantId);
  const below = page === wanted ? fresh : [];
  const places = held === undefined ? fresh : kept(held, { below, isKnown, most: size });
  return {
    places,
    hasMoved: places.length !== fresh.length || places.some((tenantId, place) => tenantId !== fresh[place]),
    page: held === undefined ? page : wanted,
    pages: held === undefined ? pages : Math.max(pages, wanted),
    total: rows.length,
    from: rows.length === 0 ? 0 : first + 1,
  };
}

/** In place of a tenant that isn't known any more, whose id is forgotten too. */
export const gonePlace = '00000000-0000-0000-0000-000000000000';

/** Places that are kept, with new tenants below them while there's room: nothing moves under a reader's finger. */
export function kept(
  places: readonly string[],
  {
    below,
    isKnown,
    most,
  }: { readonly below: readonly string[]; readonly isKnown: (tenantId: string) => boolean; readonly most: number },
): readonly string[] {
  const known = places.map((tenantId) => (isKnown(tenantId) ? tenantId : gonePlace));
  return [...known, ...below.filter((tenantId) => !places.includes(tenantId))].slice(0, most);
}
