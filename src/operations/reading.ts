// How is a part of a look taken that may fail without the rest being worthless?

import type { Reading } from '../domain/access/observation.js';
import { MicrosoftError, UnexpectedAnswer } from '../domain/errors.js';
import type { Listing } from './ports/microsoft.js';

/**
 * A list from which what is missing may be concluded.
 * @throws UnexpectedAnswer when it is partial
 */
export async function whole<T>(answer: Promise<Listing<T>>): Promise<readonly T[]> {
  const listing = await answer;
  if (!listing.isPartial) return listing;
  throw new UnexpectedAnswer(
    'a partial list',
    'Microsoft’s list led in circles, so something may be missing from it.',
    {
      reason: 'unexpectedAnswer',
      answer: 'paging leads in circles',
    },
  );
}

/** What was read, or why Microsoft did not say. Anything else that goes wrong is thrown. */
export async function reading<T>(answer: Promise<T>): Promise<Reading<T>> {
  try {
    return { value: await answer };
  } catch (error) {
    if (error instanceof MicrosoftError) return { failed: error.problem };
    throw error;
  }
}
