// How many files wait at most, so that they don't fill memory or database.

/** How many links there are at most, and how many bytes behind them. */
export interface LinkBounds {
  readonly most: number;
  readonly mostBytes: number;
}

/**
 * No person makes so many links within ten minutes; if one does, their oldest links end early. A certificate with hundreds of
 * items has megabytes, and every link holds its own.
 */
export const linkBounds: LinkBounds = { most: 500, mostBytes: 64 * 1024 * 1024 };

/** Offers that were neither accepted nor declined. */
export const mostOffers = 200;
