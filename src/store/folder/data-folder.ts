// The data folder as a place to write: made if absent, and named in the error if it can't be used.
import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ExpectedError, StoreError } from '../../domain/errors.js';
import { isOfSystem, whyOf } from './system-error.js';

/**
 * Makes the folder if it's absent and opens what is in it.
 * @throws StoreError that names the folder and DATA_DIR when the system refuses, else what `open` throws.
 */
export async function inDataFolder<T>(folder: string, open: () => Promise<T>): Promise<T> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return await open();
  } catch (error) {
    if (error instanceof ExpectedError || !isOfSystem(error)) throw error;
    const path = error.path ?? resolve(folder);
    throw new StoreError(
      `the data folder ${resolve(folder)} can’t be used: ${path}: ${whyOf(error)}`,
      'Give the user that Gatehouse runs as read and write access to everything in it, or set DATA_DIR to another folder.',
      { cause: error },
    );
  }
}
