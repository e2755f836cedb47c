// What libraries write to the console, as lines of the log that strangers can't fill.
import assert from 'node:assert/strict';
import { boundedLog } from '../../src/runtime/bounded-log.js';
import { consoleInto } from '../../src/runtime/library-console.js';
import type { Log } from '../../src/runtime/log.js';
import { ManualClock } from '../support/manual-clock.js';

describe('what a library writes to the console', () => {
  const written = () => {
    const lines: (readonly [event: string, fields: object])[] = [];
    const write = (event: string, fields: object) => void lines.push([event, fields]);
    const log: Log = { info: write, warn: write, error: write };
    const itsConsole: Pick<Console, 'error' | 'warn'> = {
      error: () => assert.fail('it goes to the console'),
      warn: () => assert.fail('it goes to the console'),
    };
    consoleInto(boundedLog(log, new ManualClock()), itsConsole);
    return { lines, itsConsole };
  };

  it('is a line of the log, of an error or with the beginning of a text', () => {
    const { lines, itsConsole } = written();
    const error = new Error('jwt expired');
    itsConsole.error(error);
    itsConsole.error('It failed:', error);
    itsConsole.warn('Available keys:', { authorization: 'secret' }, Object.create(null), 'k'.repeat(10_000));
    assert.deepEqual(lines, [
      ['libraryWrote', { error }],
      ['libraryWrote', { error }],
      ['libraryWrote', { text: `Available keys: object object ${'k'.repeat(70)}` }],
    ]);
  });

  it('fills no log, however often strangers cause it', () => {
    const { lines, itsConsole } = written();
    for (let n = 0; n < 1000; n += 1) itsConsole.error('Error finding key for token');
    assert.equal(lines.length, 120);
  });
});
