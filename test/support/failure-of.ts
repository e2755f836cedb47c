// How a test reads the error of a call that Microsoft refuses.
import assert from 'node:assert/strict';
import { MicrosoftError } from '../../src/domain/errors.js';

/** The error by which a call of Microsoft's fails. Fails itself where the call works. */
export async function failureOf(work: Promise<unknown>): Promise<MicrosoftError> {
  const error = await work.then(
    () => assert.fail('it worked'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof MicrosoftError, String(error));
  return error;
}
