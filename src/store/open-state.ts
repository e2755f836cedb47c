// Is what lies in the data folder ours, whole, and safe to go on from?
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from '../domain/errors.js';
import type { DurableFile } from './durable-file.js';
import { emptyState, type State, stateShape } from './state.js';

/** The store's file in the data folder. */
export const stateFileName = 'gatehouse.json';

// What a fresh volume may hold; our own lock is a dot file too.
const insignificant = /^(\..*|lost\+found)$/;

/**
 * Makes the folder if need be, and clears away what a crash in the middle of a write has left.
 * @throws StoreError
 */
export async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const leftovers = (await readdir(folder)).filter((name) => /\.(json|bin)\.\d+$/.test(name));
    await Promise.all(leftovers.map((name) => rm(join(folder, name), { force: true })));
  } catch (cause) {
    throw new StoreError(`${folder} cannot be used`, 'DATA_DIR must be a folder that Gatehouse may write to.', {
      cause,
    });
  }
}

/**
 * What was saved last, or an empty state at a first start. A lost file must not look like a first start, so a missing
 * one is only accepted in an empty folder.
 * @throws StoreError when the file is missing, broken, or of another version.
 */
export async function openState(folder: string, file: DurableFile<State>): Promise<State> {
  const path = join(folder, stateFileName);
  const broken = (cause?: unknown) =>
    new StoreError(
      `${path} cannot be read`,
      'It was cut short, changed by hand, or written by a newer version. Put back a copy of it, or move it away together with everything else in the folder to start anew: Gatehouse then finds at Microsoft what is there.',
      { cause },
    );
  let state: State | null;
  try {
    state = await file.read();
  } catch (cause) {
    throw broken(cause);
  }
  if (state === null) {
    const others = (await readdir(folder)).filter((name) => !insignificant.test(name));
    if (others.length === 0) return emptyState;
    throw new StoreError(
      `${path} is missing, but ${folder} is not empty`,
      'Put back a copy of the file, or empty the folder to start anew. Gatehouse does not start with nothing where there was something.',
    );
  }
  const checked = stateShape.safeParse(state);
  if (!checked.success) throw broken(checked.error);
  return state;
}
