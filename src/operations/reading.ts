// How is a part of a look taken that may fail without the rest being worthless?
import { MicrosoftError } from '../domain/errors.js';
import type { Reading } from '../domain/observation.js';

/** What was read, or why Microsoft did not say. Anything else that goes wrong is thrown. */
export async function reading<T>(answer: Promise<T>): Promise<Reading<T>> {
  try {
    return { value: await answer };
  } catch (error) {
    if (error instanceof MicrosoftError) return { failed: error.problem };
    throw error;
  }
}
