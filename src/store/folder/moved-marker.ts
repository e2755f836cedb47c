// The file that says of a data folder that everything in it is somewhere else by now.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { StoreError } from '../../domain/errors.js';
import type { Instant } from '../../domain/time.js';
import { replaceFile } from '../../runtime/replace-file.js';

/** The marker in the data folder. */
export const movedFileName = 'moved.json';

const shape = z.object({ to: z.string(), at: z.string() });

/** Where everything was moved to. Absent: nowhere. @throws when the marker can't be read. */
export async function movedTo(folder: string): Promise<{ readonly to: string; readonly at: Instant } | undefined> {
  const text = await readFile(join(folder, movedFileName), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : shape.parse(JSON.parse(text));
}

/** Writes the marker. */
export async function markFolderMoved(folder: string, to: string, at: Instant): Promise<void> {
  await replaceFile(join(folder, movedFileName), `${JSON.stringify({ to, at })}\n`);
}

/** @throws StoreError when everything in the folder is somewhere else. */
export async function mustNotBeMoved(folder: string): Promise<void> {
  const moved = await movedTo(folder);
  if (!moved) return;
  throw new StoreError(
    `everything in ${folder} was moved to ${moved.to} on ${moved.at}`,
    `Start Gatehouse there: set DATABASE_URL for a database, or DATA_DIR for a folder. To go on with this folder as it was then, delete ${movedFileName} in it: what was saved since isn’t here.`,
  );
}
