// Replaces a file all or nothing, also when a crash or a full disk comes in between.
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The name's end of what is being written beside a file. A crash may leave one behind. */
export const besideSuffix = '.new';

/** How far a write came that failed: whether the file may have been replaced all the same. */
export class NotReplaced extends Error {
  readonly isUncertain: boolean;

  constructor(path: string, isUncertain: boolean, cause: unknown) {
    super(`${path} could not be replaced`, { cause });
    this.isUncertain = isUncertain;
  }
}

/** What a file gets: its bytes, or what writes them into the empty file. */
export type NewContents = string | Uint8Array | ((file: FileHandle) => Promise<void>);

const writing = new Map<string, Promise<void>>();

/**
 * Replaces a file, readable for this user only unless `mode` says otherwise, and has it on the disk before it resolves. Writes
 * to one file go one after the other. `write-file-atomic` would not do: it takes a write that came short on a disk that is nearly full for a whole
 * one.
 * @throws NotReplaced
 */
export async function replaceFile(path: string, contents: NewContents, mode = 0o600): Promise<void> {
  const before = writing.get(path) ?? Promise.resolve();
  const now = before.catch(() => undefined).then(() => replace(path, contents, mode));
  writing.set(path, now);
  try {
    await now;
  } finally {
    if (writing.get(path) === now) writing.delete(path);
  }
}

async function replace(path: string, contents: NewContents, mode: number): Promise<void> {
  const beside = `${path}${besideSuffix}`;
  let isUncertain = false;
  // Opened first, so that running out of handles does not come between the new name and its being on the disk.
  let folder: FileHandle | undefined;
  try {
    folder = await open(dirname(path), 'r');
    // What lies there keeps its mode, and a link leads elsewhere.
    await rm(beside, { force: true });
    await writeFlushed(beside, contents, mode);
    isUncertain = true;
    await rename(beside, path);
    await folder.sync();
  } catch (cause) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw new NotReplaced(path, isUncertain, cause);
  } finally {
    await folder?.close().catch(() => undefined);
  }
}

async function writeFlushed(path: string, contents: NewContents, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await (typeof contents === 'function' ? contents(file) : file.writeFile(contents));
    await file.sync();
  } finally {
    await file.close();
  }
}
