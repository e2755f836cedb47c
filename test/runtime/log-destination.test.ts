// Lines of the log are written together, and none is lost.
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { setImmediate as turnOfEvents } from 'node:timers/promises';
import { logDestination, writtenTogether } from '../../src/runtime/log-destination.js';

describe('the lines of one turn of the event loop', () => {
  const setUp = () => {
    const written: string[] = [];
    const exit: (() => void)[] = [];
    const destination = writtenTogether({ write: (lines) => written.push(lines) }, (flush) => exit.push(flush));
    const end = () => {
      for (const flush of exit) flush();
    };
    return { written, destination, end };
  };

  it('are written at once and in their order when it is over, and not again', async () => {
    const { written, destination, end } = setUp();
    destination.write('1\n');
    destination.write('2\n');
    assert.deepEqual(written, []);
    await turnOfEvents();
    destination.write('3\n');
    await turnOfEvents();
    end();
    assert.deepEqual(written, ['1\n2\n', '3\n']);
  });

  it('are written when the process ends before', () => {
    const { written, destination, end } = setUp();
    destination.write('1\n');
    end();
    assert.deepEqual(written, ['1\n']);
  });
});

describe('a reader who is too slow', () => {
  it('reads once how many lines were left out, however many were written together', async () => {
    const stream = Object.assign(new PassThrough({ highWaterMark: 1 }), { fd: -1 });
    const destination = logDestination(stream);
    destination.write(`${'x'.repeat(2 * 1024 * 1024)}\n`);
    destination.write('lost\nlost\n');
    destination.write('lost\n');
    stream.read();
    destination.write('kept\n');
    destination.write('and kept\n');
    let read = '';
    stream.on('data', (bytes) => {
      read += bytes;
    });
    await turnOfEvents();
    const [said, ...kept] = read.trim().split('\n');
    assert.deepEqual(JSON.parse(said ?? ''), { level: 'warn', event: 'logLinesLeftOut', count: 3 });
    assert.deepEqual(kept, ['kept', 'and kept']);
  });
});
