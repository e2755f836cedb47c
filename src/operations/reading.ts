// Reads that may fail by themselves, and lists from which something may be concluded.

import type { Reading } from '../domain/access/observation.js';
import { MicrosoftError, UnexpectedAnswer } from '../domain/errors.js';
import type { Listing } from './ports/microsoft.js';

/**
 * A complete list: what isn't in it doesn't exist.
 * @throws UnexpectedAnswer when the list is partial.
 */
export async function wholeList<T>(answer: Promise<Listing<T>>): Promise<readonly T[]> {
  const listing = await answer;
  if (!listing.isPartial) return listing;
  throw new UnexpectedAnswer('a partial list', { reason: 'unexpectedAnswer', answer: 'paging leads in circles' });
}

/** What was read, or Microsoft's problem with it. Any other error is thrown. */
export async function reading<T>(answer: Promise<T>): Promise<Reading<T>> {
  try {
    return { value: await answer };
  } catch (error) {
    if (error instanceof MicrosoftError) return { failed: error.problem };
    throw error;
  }
}
