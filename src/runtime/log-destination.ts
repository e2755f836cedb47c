// Where the log's lines go, also when their reader is too slow or gone.
import { fstatSync, writeSync } from 'node:fs';
import type { Writable } from 'node:stream';
import type { LogEvent } from './log-events.js';

/** Takes whole lines. Never throws and never waits. */
export interface LogDestination {
  write(line: string): void;
}

// What may wait for a slow reader; further lines are counted and left out.
const mostWaitingBytes = 1024 * 1024;

/**
 * A destination on a standard stream that outlives its reader: lines for a reader that has gone are lost, and lines that a
 * reader is too slow for are left out, with a line that says how many. A file is written at once, and again after a failure such
 * as a full disk.
 */
export function logDestination(stream: Writable & { readonly fd: number }): LogDestination {
  return isFile(stream.fd) ? fileDestination(stream.fd) : pipeDestination(stream);
}

function isFile(fd: number): boolean {
  try {
    return fstatSync(fd).isFile();
  } catch {
    // Closed before the process started.
    return false;
  }
}

function fileDestination(fd: number): LogDestination {
  return {
    write(line) {
      try {
        writeSync(fd, line);
      } catch {
        // There's no other place to say that the log can't be written.
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
      if (leftOut > 0) {
        const event: LogEvent = 'logLinesLeftOut';
        stream.write(`${JSON.stringify({ level: 'warn', event, count: leftOut })}\n`);
      }
      leftOut = 0;
      stream.write(line);
    },
  };
}
