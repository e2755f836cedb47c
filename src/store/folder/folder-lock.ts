// Keeps a second process out of the data folder.
import { readFile, readlink, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import lockfile from 'proper-lockfile';
import { StoreError } from '../../domain/errors.js';

/** Releases the folder. */
export type Release = () => Promise<void>;

const renewMs = 1000;
// A live holder renews its lock every second; one that is silent for this long is dead, on any machine.
const silenceMs = 5000;
// The library compares the lock's time with this machine's clock, which may be wrong, and calls a lock lost that can't be
// renewed for a while, as on a read-only disk. Silence is measured here instead.
const neverMs = 10 * 365 * 86_400_000;

/**
 * Takes the folder for this process. A holder that died on this machine is noticed at once, one on another machine or in
 * another container after five seconds of silence. `onLost` is called when another process takes the folder or it is
 * removed; a disk that can't be written loses nothing.
 * @throws StoreError when another process holds it.
 */
export async function lockFolder(folder: string, onLost: (error: Error) => void): Promise<Release> {
  const lock = join(folder, '.lock');
  const note = join(folder, '.lock-holder');
  const options = { lockfilePath: lock, stale: neverMs, update: renewMs, onCompromised: onLost };
  const holder = new Silence(lock);
  for (;;) {
    try {
      const release = await lockfile.lock(folder, options);
      await writeFile(note, JSON.stringify({ pid: process.pid, place: await place() }), { mode: 0o600 });
      return async () => {
        // What can't be removed, as from a read-only disk, the next process takes for a dead holder's.
        await rm(note, { force: true }).catch(() => undefined);
        await release().catch(() => undefined);
      };
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'ELOCKED')) throw cause;
      const heard = await holder.listen();
      if (heard === 'renewed') throw inUse(folder, cause);
      if (heard === 'dead' || (await holderDiedHere(note))) await holder.takeAway();
      else await pause(250);
    }
  }
}

/** Tells by its renewals whether a lock's holder lives. */
class Silence {
  readonly #lock: string;
  #renewedAt: number | undefined;
  #sinceMs = 0;

  constructor(lock: string) {
    this.#lock = lock;
  }

  /** `renewed`: since the first call; `dead`: silent for too long; `silent`: neither yet. */
  async listen(): Promise<'renewed' | 'dead' | 'silent'> {
    const renewedAt = await renewalOf(this.#lock);
    // It was just released.
    if (renewedAt === undefined) return 'silent';
    if (this.#renewedAt === undefined) {
      this.#renewedAt = renewedAt;
      this.#sinceMs = performance.now();
    }
    if (renewedAt !== this.#renewedAt) return 'renewed';
    return performance.now() - this.#sinceMs > silenceMs ? 'dead' : 'silent';
  }

  /** Removes a dead holder's lock. Of two that try, one succeeds; a lock that was taken anew meanwhile is put back. */
  async takeAway(): Promise<void> {
    const aside = `${this.#lock}-${process.pid}-${Date.now()}`;
    try {
      await rename(this.#lock, aside);
    } catch (error) {
      // Another process was faster.
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
      throw error;
    }
    if ((await renewalOf(aside)) === this.#renewedAt) await rmdir(aside);
    else await rename(aside, this.#lock);
  }
}

async function renewalOf(lock: string): Promise<number | undefined> {
  return (await stat(lock).catch(() => undefined))?.mtimeMs;
}

function inUse(folder: string, cause: Error): StoreError {
  return new StoreError(
    `${folder} is in use by another process`,
    'Only one Gatehouse can use a data folder at a time. Stop the other one, or set DATA_DIR to another folder.',
    { cause },
  );
}

async function holderDiedHere(note: string): Promise<boolean> {
  const holder = await readHolder(note);
  return holder !== undefined && holder.place === (await place()) && !(await isAlive(holder.pid));
}

async function readHolder(note: string): Promise<{ readonly pid: number; readonly place: string } | undefined> {
  try {
    const holder: unknown = JSON.parse(await readFile(note, 'utf8'));
    if (typeof holder !== 'object' || holder === null || !('pid' in holder) || !('place' in holder)) return undefined;
    const { pid, place: where } = holder;
    return typeof pid === 'number' && typeof where === 'string' ? { pid, place: where } : undefined;
  } catch {
    // No note, or half of one: silence decides.
    return undefined;
  }
}

/**
 * Where process ids mean the same. Two containers may have one host name, and the same ids for other processes; what Linux
 * says of the running system and of its namespace tells them apart.
 */
async function place(): Promise<string> {
  const unknown = () => '';
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(unknown);
  const namespace = await readlink('/proc/self/ns/pid').catch(unknown);
  return [hostname(), boot.trim(), namespace].join(' ');
}

// A note with our own process id was left by an earlier process that had it.
async function isAlive(pid: number): Promise<boolean> {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return !(await isZombie(pid));
  } catch (error) {
    // Another user's process can't be signalled, but it's there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Whether a process is dead and its parent, such as a shell, hasn't collected it yet. Linux only. */
async function isZombie(pid: number): Promise<boolean> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return /^[ZX]/.test(text.slice(text.lastIndexOf(')') + 2));
}
