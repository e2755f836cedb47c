// Findings about the machine's clock, disk and Node.js.

import type { Instant } from '../time.js';
import type { Finding } from './checkup.js';

// Microsoft's tokens tolerate five minutes either way.
const clockWarningSeconds = 60;
const clockWrongSeconds = 300;

/** Our clock's distance from Microsoft's, in seconds; positive: ours is ahead. `undefined`: Microsoft hasn't told the time. */
export function clockFinding(skewSeconds: number | undefined): Finding {
  const check = 'clock';
  if (skewSeconds === undefined) return { check, state: 'notChecked', what: 'clockNotTold' };
  const seconds = Math.round(skewSeconds);
  const off = Math.abs(seconds);
  if (off > clockWrongSeconds) return { check, state: 'wrong', what: 'clockOff', seconds };
  if (off > clockWarningSeconds) return { check, state: 'warning', what: 'clockOff', seconds };
  return { check, state: 'good', what: 'clockRight' };
}

/** The data folder from outside. */
export interface DataFolder {
  /** `absent`: it isn't there and can be made. */
  readonly access: 'writable' | 'absent' | 'none';
  /** Whether other users of the machine may put files into it. */
  readonly isOpenToOthers: boolean;
  /** Whether its content is lost with the machine or the container: memory, or a container's own layer. */
  readonly isFleeting: boolean;
  /** Absent: the system doesn't tell. */
  readonly freeBytes?: number | undefined;
  /** Whether a process holds its lock, most likely the bot. */
  readonly isHeld: boolean;
}

const mebibyte = 1024 * 1024;
// The whole file is written beside the one before; with ten thousand tenants that's some tens of megabytes.
const fillingBytes = 200 * mebibyte;
const fullBytes = 20 * mebibyte;

/** Whether the data is safe where it is. */
export function dataFolderFinding({ access, freeBytes, isHeld, ...folder }: DataFolder): Finding {
  const check = 'dataFolder';
  if (access === 'none') return { check, state: 'wrong', what: 'folderNotWritable' };
  if (freeBytes !== undefined && freeBytes < fillingBytes) {
    return { check, state: freeBytes < fullBytes ? 'wrong' : 'warning', what: 'folderFilling', freeBytes };
  }
  if (folder.isFleeting) return { check, state: 'warning', what: 'folderFleeting' };
  if (access === 'absent') return { check, state: 'good', what: 'folderAbsent' };
  if (folder.isOpenToOthers) return { check, state: 'warning', what: 'folderOpenToOthers' };
  return { check, state: 'good', what: 'folderGood', freeBytes, isHeld };
}

const least = { major: 20, minor: 19 } as const;
/** Until when each line of Node.js gets security fixes. @see https://github.com/nodejs/release (checked 2026-11-22) */
const ends: Readonly<Record<number, Instant>> = {
  20: '2026-04-30',
  21: '2024-06-01',
  22: '2027-04-30',
  23: '2025-06-01',
  24: '2028-04-30',
  25: '2026-06-01',
  26: '2029-04-30',
};

/** Whether a version such as `v24.11.0` runs Gatehouse and still gets security fixes; a newer release line is assumed to. */
export function nodeFinding(version: string, now: Instant): Finding {
  const check = 'nodeVersion';
  const [, major = 0, minor = 0] = (/^v?(\d+)\.(\d+)/.exec(version) ?? []).map(Number);
  if (major < least.major || (major === least.major && minor < least.minor)) {
    return { check, state: 'wrong', what: 'nodeTooOld', version };
  }
  const end = ends[major];
  const hasEnded = end !== undefined && now.slice(0, end.length) > end;
  return hasEnded
    ? { check, state: 'warning', what: 'nodeEnded', version }
    : { check, state: 'good', what: 'nodeSupported', version };
}
