// Opens the two places of a move.
import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import { openFolderSource } from '../folder/folder-source.js';
import { openFolderTarget } from '../folder/folder-target.js';
import type { MoveSource, MoveTarget } from '../records/moving.js';
import { type Moved, moveData } from './move-data.js';

/** A move. */
export interface Move {
  readonly to: 'postgres' | 'folder';
  readonly dataDir: string;
  /** The database as its owner. */
  readonly owner: { readonly setting: string; readonly url: string };
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Moves everything out of the data folder into the database, or back. Both are held meanwhile.
 * @throws ConfigError where a bot uses the source, or something is in the target; StoreError.
 */
export async function moveBetween(move: Move): Promise<Moved> {
  const target = await openTarget(move);
  try {
    const source = await openSource(move, target.place);
    try {
      return await moveData(source, target);
    } finally {
      await source.close();
    }
  } finally {
    await target.close();
  }
}

async function openTarget({ to, dataDir, owner }: Move): Promise<MoveTarget> {
  if (to === 'folder') return openFolderTarget(dataDir);
  const { openDatabaseTarget } = await import('../postgres/database-target.js');
  return openDatabaseTarget(owner);
}

async function openSource({ to, dataDir, owner, ...deps }: Move, target: string): Promise<MoveSource> {
  if (to === 'postgres') return openFolderSource(dataDir, target, deps);
  const { openDatabaseSource } = await import('../postgres/database-source.js');
  return openDatabaseSource(owner, target);
}
