// The data folder as a checkup sees it. Takes no lock, so that a running bot isn't disturbed.
import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { platform } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import lockfile from 'proper-lockfile';
import type { DataFolder } from '../../domain/health/checkup-machine.js';

// Linux file systems that end with the machine or the container, by their numbers in statfs(2).
const fleeting = new Set([0x01021994 /* tmpfs */, 0x858458f6 /* ramfs */, 0x794c7630 /* overlayfs */]);
// Its files are readable for their owner only, but who may write to the folder can replace them.
const othersMayWrite = 0o022;

/** Looks at a data folder, which needn't be there. */
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
    // Windows has no such bits; Node invents some.
    isOpenToOthers: stats !== undefined && platform() !== 'win32' && (stats.mode & othersMayWrite) !== 0,
    isFleeting: disk !== undefined && fleeting.has(Number(disk.type)),
    freeBytes: disk && disk.bavail * disk.bsize,
    isHeld: stats !== undefined && (await isHeld(path)),
  };
}

// The folder in which an absent one would be made.
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
