// How many files wait at most, so that they don't fill memory or database.

/** No person clicks this often within ten minutes; if one does, their oldest links end early. */
export const mostLinks = 500;

/** Bytes behind all links. A certificate with hundreds of items has megabytes, and every link holds its own. */
export const mostLinkedBytes = 64 * 1024 * 1024;

/** Offers that were neither accepted nor declined. */
export const mostOffers = 200;
