// Is what lies in the data folder ours, whole, and safe to go on from?
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from '../domain/errors.js';
import { besideSuffix } from '../replace-file.js';
import { type Contents, contentsFrom, emptyContents, newestSchema, textOf } from './contents.js';
import { DurableFile } from './durable-file.js';
import { Journal, journalFileName } from './journal.js';

/** The store's whole file in the data folder; the journal has what has changed since it was written. */
export const stateFileName = 'gatehouse.json';

// What a fresh volume may hold; our own lock is a dot file too.
const insignificant = /^(\..*|lost\+found)$/;

/**
 * Makes the folder if need be.
 * @throws StoreError
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new StoreError(`${folder} cannot be used`, 'DATA_DIR must be a folder that Gatehouse may write to.', {
      cause,
    });
  }
}

/** Clears away what a crash in the middle of a write has left. Only for whoever holds the folder. */
export async function clearUp(folder: string): Promise<void> {
  const leftovers = (await readdir(folder)).filter((name) => name.endsWith(besideSuffix));
  await Promise.all(leftovers.map((name) => rm(join(folder, name), { force: true })));
}

/** What was saved last, and where to go on. */
export interface OpenState {
  readonly contents: Contents;
  /** There is no whole file with a journal yet, or the journal has what is older than it and may have been forgotten. */
  readonly mustWriteWhole: boolean;
  readonly file: DurableFile<Contents>;
  readonly journal: Journal;
}

/**
 * Reads what was saved last. A lost file must not look like a first start, so a missing one is only accepted in an empty folder.
 * @throws StoreError when a file is missing, broken, or of another version; otherwise what the file system throws.
 */
export async function openState(folder: string): Promise<OpenState> {
  const whole = join(folder, stateFileName);
  const path = join(folder, journalFileName);
  const file = new DurableFile(whole, textOf, contentsFrom);
  const contents = await file.read().catch((cause) => {
    throw broken(whole, cause);
  });
  if (contents === null && !(await isAsGoodAsEmpty(folder))) throw missing(whole, folder);
  // Files of the first schema have no journal beside them, all others have.
  const hasJournal = contents !== null && contents.sequence > 0;
  if (hasJournal && (await sizeOf(path)) === undefined) throw missing(path, folder);
  const journal = await Journal.open(path);
  if (!hasJournal) return { contents: contents ?? emptyContents(), mustWriteWhole: true, file, journal };
  const isAllNew = await journal.replay(contents).catch((cause) => {
    throw broken(path, cause);
  });
  // An older program must not be able to read a whole file and then not its journal.
  const isOlder = contents.schema < newestSchema;
  return { contents, mustWriteWhole: !isAllNew || isOlder, file, journal };
}

async function isAsGoodAsEmpty(folder: string): Promise<boolean> {
  const names = (await readdir(folder)).filter((name) => !insignificant.test(name));
  // A first start that did not get far.
  const hasBegunJournal = (await sizeOf(join(folder, journalFileName))) === 0;
  return names.every((name) => name === journalFileName && hasBegunJournal);
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function broken(path: string, cause: unknown): StoreError {
  return new StoreError(
    `${path} cannot be read`,
    `It was cut short, changed by hand, or written by a newer version. Put back a copy of ${stateFileName} and ${journalFileName}, taken at the same time, or move everything in the folder away to start anew: Gatehouse then finds at Microsoft what is there.`,
    { cause },
  );
}

function missing(path: string, folder: string): StoreError {
  return new StoreError(
    `${path} is missing, but ${folder} is not empty`,
    `Put back a copy of ${stateFileName} and ${journalFileName}, taken at the same time, or empty the folder to start anew. Gatehouse does not start with nothing where there was something.`,
  );
}
