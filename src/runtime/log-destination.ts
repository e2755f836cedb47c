// Where the log's lines go, also when their reader is too slow or gone.
import { fstatSync, writeSync } from 'node:fs';
import type { Writable } from 'node:stream';
import type { LogEvent } from './log-events.js';

/** Takes whole lines. Never throws and never waits. */
export interface LogDestination {
  write(lines: string): void;
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

/**
 * The same, written together for each turn of the event loop, once what was being answered is on its way: a write takes as
 * long as a tenth of a turn. A kill takes the lines of the turn under way with it. `atEnd`: has its argument called when the
 * process exits.
 */
export function writtenTogether(destination: LogDestination, atEnd: (flush: () => void) => void): LogDestination {
  let waiting = '';
  const flush = () => {
    if (waiting !== '') destination.write(waiting);
    waiting = '';
  };
  atEnd(flush);
  return {
    write(lines) {
      if (waiting === '') setImmediate(flush);
      waiting += lines;
    },
  };
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
    write(lines) {
      try {
        writeSync(fd, lines);
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
    write(lines) {
      if (!isOpen) return;
      if (stream.writableLength > mostWaitingBytes) {
        leftOut += lines.split('\n').length - 1;
        return;
      }
      if (leftOut > 0) {
        const event: LogEvent = 'logLinesLeftOut';
        stream.write(`${JSON.stringify({ level: 'warn', event, count: leftOut })}\n`);
      }
      leftOut = 0;
      stream.write(lines);
    },
  };
}
