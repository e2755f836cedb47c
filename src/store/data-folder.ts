// The data folder as a place to write: made where it is not there, and named where it cannot be used.
import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ExpectedError, StoreError } from '../domain/errors.js';

/**
 * Makes the folder if it is not there, and has `open` open what is in it.
 * @throws StoreError that names the folder and DATA_DIR when the system does not let us, whatever `open` throws otherwise.
 */
export async function inDataFolder<T>(folder: string, open: () => Promise<T>): Promise<T> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return await open();
  } catch (error) {
    if (error instanceof ExpectedError || !isOfSystem(error)) throw error;
    const path = error.path ?? resolve(folder);
    const why = causes[error.code] ?? error.code;
    throw new StoreError(
      `the data folder ${resolve(folder)} cannot be used: ${path}: ${why} (${error.code})`,
      'Give the user that Gatehouse runs as the right to read and write all of it, or set DATA_DIR to another folder.',
      { cause: error },
    );
  }
}

const causes: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'it is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
};

function isOfSystem(error: unknown): error is NodeJS.ErrnoException & { readonly code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}
