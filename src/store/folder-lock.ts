// How is a second process kept off the data folder?
import { readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import lockfile from 'proper-lockfile';
import { StoreError } from '../domain/errors.js';

/** Lets go of the folder. */
export type Release = () => Promise<void>;

// A holder that is alive says so every second; one that has been silent for this long is dead, on whatever machine.
const staleMs = 5000;

/**
 * Takes the folder for this process. A holder that died on this very machine is noticed at once, one on another
 * machine or in another container after five seconds of silence.
 * @throws StoreError when another process holds it.
 */
export async function lockFolder(folder: string, onLost: (error: Error) => void): Promise<Release> {
  const lock = join(folder, '.lock');
  const note = join(folder, '.lock-holder');
  const options = { lockfilePath: lock, stale: staleMs, update: 1000, onCompromised: onLost };
  if (await holderDiedHere(note)) await rm(lock, { recursive: true, force: true });
  const deadline = Date.now() + staleMs + 1000;
  for (;;) {
    try {
      const release = await lockfile.lock(folder, options);
      await writeFile(note, JSON.stringify({ pid: process.pid, host: hostname() }), { mode: 0o600 });
      return async () => {
        await rm(note, { force: true });
        await release();
      };
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'ELOCKED')) throw cause;
      if (Date.now() > deadline || (await holderLivesHere(note))) throw inUse(folder, cause);
      await pause(250);
    }
  }
}

function inUse(folder: string, cause: Error): StoreError {
  return new StoreError(
    `${folder} is in use by another process`,
    'Only one Gatehouse may use a data folder. Stop the other one, or give this one a DATA_DIR of its own.',
    { cause },
  );
}

async function holderDiedHere(note: string): Promise<boolean> {
  const holder = await readHolder(note);
  return holder?.host === hostname() && !isAlive(holder.pid);
}

async function holderLivesHere(note: string): Promise<boolean> {
  const holder = await readHolder(note);
  return holder?.host === hostname() && isAlive(holder.pid);
}

async function readHolder(note: string): Promise<{ readonly pid: number; readonly host: string } | undefined> {
  try {
    const holder: unknown = JSON.parse(await readFile(note, 'utf8'));
    if (typeof holder !== 'object' || holder === null || !('pid' in holder) || !('host' in holder)) return undefined;
    const { pid, host } = holder;
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host } : undefined;
  } catch {
    // No note, or half of one: then the lock's own clock decides.
    return undefined;
  }
}

// A note with our own number was left by one that had it before us: in a container, every start is number 1.
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user cannot be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
