// A share of a processor for each of some processes, where the machine lets one set it: Linux's control groups, as root.
import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Child } from '../child.js';

const periodUs = 100_000;
// Both versions of control groups: where a group is made, and what says how much of a processor it has.
const versions = [
  { root: '/sys/fs/cgroup/cpu', file: 'cpu.cfs_quota_us', text: (us: number) => `${us}` },
  { root: '/sys/fs/cgroup', file: 'cpu.max', text: (us: number) => `${us} ${periodUs}` },
] as const;

/** A group with one process in it. */
export class ProcessorShare {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Whether this machine lets us set one. */
  static canBeSet(): boolean {
    return versions.some((version) => madeGroup(version, 'try', 1) !== undefined && removed(folderOf(version, 'try')));
  }

  /** Has a process use at most so much of one processor from now on. @throws Error where it can't be set */
  static of({ pid }: Child, share: number): ProcessorShare {
    for (const version of versions) {
      const folder = madeGroup(version, `${pid}`, share);
      if (folder === undefined) continue;
      writeFileSync(join(folder, 'cgroup.procs'), `${pid}`);
      return new ProcessorShare(folder);
    }
    throw new Error('this machine has no control groups');
  }

  /** Removes the group, once its process has ended. */
  async end(): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      if (removed(this.#folder)) return;
      await pause(20);
    }
    process.stderr.write(`  ${this.#folder} is left behind\n`);
  }
}

type Version = (typeof versions)[number];

function folderOf({ root }: Version, name: string): string {
  return join(root, `gatehouse-bench-${name}`);
}

/** The folder of a new group. `undefined`: it can't be made, or can't be limited. */
function madeGroup(version: Version, name: string, share: number): string | undefined {
  const folder = folderOf(version, name);
  try {
    mkdirSync(folder);
    if (!existsSync(join(folder, version.file))) throw new Error(`${folder} has no ${version.file}`);
    writeFileSync(join(folder, version.file), version.text(Math.round(share * periodUs)));
    return folder;
  } catch {
    removed(folder);
    return undefined;
  }
}

function removed(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
