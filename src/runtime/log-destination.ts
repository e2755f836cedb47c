// Where do the log's lines go while somebody reads them, reads too slowly, or has gone?
import { fstatSync, writeSync } from 'node:fs';
import type { Writable } from 'node:stream';

/** Takes whole lines, and never fails, throws or waits. */
export interface LogDestination {
  write(line: string): void;
}

// What a reader that stands still may have waiting for it; whatever comes after is counted and left out.
const mostWaitingBytes = 1024 * 1024;

/**
 * A log on a standard stream that outlives its reader: lines for a reader who has gone are lost, and lines that a reader is
 * too slow for are left out, with a line that says how many. A file is written at once, and again after a failure such as a
 * full disk.
 */
export function logDestination(stream: Writable & { readonly fd: number }): LogDestination {
  return isFile(stream.fd) ? fileDestination(stream.fd) : pipeDestination(stream);
}

function isFile(fd: number): boolean {
  try {
    return fstatSync(fd).isFile();
  } catch {
    // It was closed before we were started.
    return false;
  }
}

function fileDestination(fd: number): LogDestination {
  return {
    write(line) {
      try {
        writeSync(fd, line);
      } catch {
        // There is no other place to say that the log cannot be written.
      }
    },
  };
}

function pipeDestination(stream: Writable): LogDestination {
  let isOpen = true;
  let leftOut = 0;
  stream.on('error', () => {
    isOpen = false;
  });
  return {
    write(line) {
      if (!isOpen) return;
      if (stream.writableLength > mostWaitingBytes) {
        leftOut += 1;
        return;
      }
      if (leftOut > 0) stream.write(`${JSON.stringify({ level: 'warn', event: 'logLinesLeftOut', count: leftOut })}\n`);
      leftOut = 0;
      stream.write(line);
    },
  };
}
