// What does the data folder look like from outside? Looks without taking its lock, so that a running bot is not disturbed.
import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { platform } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import lockfile from 'proper-lockfile';
import type { DataFolder } from '../domain/health/checkup-machine.js';

// File systems of Linux that end with the machine or with the container, by the numbers of statfs(2).
const fleeting = new Set([0x01021994 /* tmpfs */, 0x858458f6 /* ramfs */, 0x794c7630 /* overlayfs */]);
// What is in it can be read by nobody else as it is; whoever may write there can put other files in their place.
const othersMayWrite = 0o022;

/** What can be told of a data folder, there or not. */
export async function inspectFolder(folder: string): Promise<DataFolder> {
  const path = resolve(folder);
  const stats = await stat(path).catch(() => undefined);
  const place = stats ? path : await nearestFolder(path);
  const mayWrite = await access(place, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  const isUsable = mayWrite && (stats?.isDirectory() ?? true);
  const disk = await statfs(place).catch(() => undefined);
  return {
    access: isUsable ? (stats ? 'writable' : 'absent') : 'none',
    // Windows has no such bits; Node makes some up.
    isOpenToOthers: stats !== undefined && platform() !== 'win32' && (stats.mode & othersMayWrite) !== 0,
    isFleeting: disk !== undefined && fleeting.has(Number(disk.type)),
    freeBytes: disk && disk.bavail * disk.bsize,
    isHeld: stats !== undefined && (await isHeld(path)),
  };
}

// Where a folder that is not there yet would be made.
async function nearestFolder(path: string): Promise<string> {
  const parent = dirname(path);
  if (parent === path) return path;
  return (await stat(parent).catch(() => undefined)) ? parent : nearestFolder(parent);
}

async function isHeld(path: string): Promise<boolean> {
  try {
    return await lockfile.check(path, { lockfilePath: join(path, '.lock'), stale: 5000 });
  } catch {
    return false;
  }
}
