// Reads what the data folder has, and refuses to start where it isn't ours, isn't whole, or is newer than this program.
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from '../../domain/errors.js';
import { besideSuffix } from '../../runtime/replace-file.js';
import { type Contents, emptyContents, newestSchema, whyUnread } from '../records/contents.js';
import { auditFileName } from './audit-file.js';
import { Journal, journalFileName, type OpenJournal } from './journal.js';
import { DamagedLines, tornMark } from './lines.js';
import { WholeFile } from './whole-file.js';

/** The store's whole file in the data folder; the journal has the changes since. */
export const stateFileName = 'gatehouse.json';

/** Whether a name in a data folder says that it's in use; a fresh volume may hold others, and our own lock is a dot file too. */
export function isSignificant(name: string): boolean {
  return !/^(\..*|lost\+found)$/.test(name);
}

/**
 * Makes the folder if it's absent.
 * @throws StoreError
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new StoreError(`${folder} can’t be used`, 'Set DATA_DIR to a folder that Gatehouse can write to.', {
      cause,
    });
  }
}

/**
 * Removes half-written files that a crash left, in the folder and in those in it. The caller holds the folder's lock.
 * @returns their names.
 */
export async function clearUp(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  const leftovers = names.filter((name) => name.endsWith(besideSuffix));
  await Promise.all(leftovers.map((name) => rm(join(folder, name), { force: true })));
  return leftovers;
}

/** Removes kept torn ends of the journal, since they may hold what is being forgotten. */
export async function forgetTorn(folder: string): Promise<void> {
  const torn = (await readdir(folder)).filter((name) => name.startsWith(journalFileName + tornMark));
  await Promise.all(torn.map((name) => rm(join(folder, name), { force: true })));
}

/** What was saved last, and the files to go on with. */
export interface OpenState extends Pick<OpenJournal, 'journal' | 'torn' | 'markUnread'> {
  readonly contents: Contents;
  /**
   * There is no whole file with a journal yet, it has an older schema, or the journal has lines older than it, which may
   * hold what was forgotten.
   */
  readonly mustWriteWhole: boolean;
  readonly file: WholeFile;
}

/**
 * Reads what was saved last. A lost file must not look like a first start, so a missing one is accepted in an empty folder
 * only.
 * @throws StoreError when a file is missing, damaged, or of another version; else what the file system throws.
 */
export async function openState(folder: string): Promise<OpenState> {
  const whole = join(folder, stateFileName);
  const path = join(folder, journalFileName);
  const file = new WholeFile(whole);
  const read = await file.read().catch((cause) => {
    throw broken(whole, cause);
  });
  if (read === null && !(await isAsGoodAsEmpty(folder))) throw missing(whole, folder);
  // Files of schema 1 have no journal beside them, all others have.
  const hasJournal = read !== null && read.sequence > 0;
  if (hasJournal && (await sizeOf(path)) === undefined) throw missing(path, folder);
  const contents = read ?? emptyContents();
  const { isAllNew, ...opened } = await Journal.open(path, contents).catch((cause) => {
    throw cause instanceof DamagedLines ? broken(path, cause) : cause;
  });
  // An older program must not be able to read a whole file and then not its journal.
  const isOlder = contents.schema < newestSchema;
  return { ...opened, contents, mustWriteWhole: !hasJournal || !isAllNew || isOlder, file };
}

async function isAsGoodAsEmpty(folder: string): Promise<boolean> {
  const names = (await readdir(folder)).filter(isSignificant);
  // A first start that ended early has begun these, and written no line.
  const begun = [journalFileName, auditFileName];
  const sizes = await Promise.all(begun.map((name) => sizeOf(join(folder, name))));
  const marks = begun.filter((_, index) => sizes[index] === 0).map((name) => `${name}.end`);
  const isBegun = (name: string) => sizes[begun.indexOf(name)] === 0 || marks.includes(name);
  return names.every(isBegun);
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

const copy = `Restore ${stateFileName}, ${journalFileName} and ${journalFileName}.end from one backup`;

function broken(path: string, cause: Error): StoreError {
  return new StoreError(
    `${path} can’t be read: ${whyUnread(cause)}`,
    `It was cut short, changed, or written by a newer version. ${copy}, or move everything out of the folder to start over: Gatehouse then reads the current state from Microsoft. For other options, see docs/4-running.md.`,
    { cause },
  );
}

function missing(path: string, folder: string): StoreError {
  return new StoreError(
    `${path} is missing, but ${folder} isn’t empty`,
    `${copy}, or empty the folder to start over. Gatehouse doesn’t start from scratch in a folder that was in use.`,
  );
}
