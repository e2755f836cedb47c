// What is added to .env, and what never changes in it.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { ConfigError } from '../../src/domain/errors.js';
import { EnvFile } from '../../src/setup/env-file.js';

describe('.env', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gatehouse-env-'));
    path = join(folder, '.env');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made for its owner only, with what is added', async () => {
    assert.deepEqual(await new EnvFile(path).add({ A: '1', B: '2' }, ['Why']), ['A', 'B']);
    assert.equal(readFileSync(path, 'utf8'), '# Why\nA=1\nB=2\n');
    assert.equal(statSync(path).mode & 0o777, 0o600);
  });

  it('keeps every line, also one without an end, and is closed to others from then on', async () => {
    const before = '# mine\nA = kept # by me\r\n\n# B=\nB=\nexport C="two\nlines"';
    writeFileSync(path, before, { mode: 0o644 });
    assert.deepEqual(await new EnvFile(path).add({ A: 'other', B: '2', C: 'other', D: '4' }), ['B', 'D']);
    const after = readFileSync(path, 'utf8');
    assert.equal(after, `${before}\nB=2\nD=4\n`);
    assert.deepEqual(Object.entries(parseEnv(after)).sort(), [
      ['A', 'kept'],
      ['B', '2'],
      ['C', 'two\nlines'],
      ['D', '4'],
    ]);
    assert.equal(statSync(path).mode & 0o777, 0o600);
  });

  it('is left alone when nothing is missing', async () => {
    writeFileSync(path, 'A=1', { mode: 0o640 });
    assert.deepEqual(await new EnvFile(path).add({ A: '2' }), []);
    assert.equal(readFileSync(path, 'utf8'), 'A=1');
  });

  it('is written where a link of its name leads to', async () => {
    const real = join(folder, 'real.env');
    writeFileSync(real, 'A=1\n');
    symlinkSync(real, path);
    await new EnvFile(path).add({ B: '2' });
    assert.equal(readFileSync(real, 'utf8'), 'A=1\nB=2\n');
  });

  for (const value of ['abc~8Q_x.-Y', 'a b', 'a#b', `it's`, 'say "x"', 'p$HOME', './a/b.json', 'A==']) {
    it(`gives back ${value} as it was`, async () => {
      const file = new EnvFile(path);
      await file.add({ A: value });
      assert.equal(file.settings.A, value);
    });
  }

  it('says in words that it can’t be written, and is as before', async () => {
    writeFileSync(path, 'B=1\n');
    // In the place of what is written beside it.
    mkdirSync(`${path}.new`);
    await assert.rejects(new EnvFile(path).add({ A: '1' }), (error: unknown) => {
      assert.ok(error instanceof ConfigError);
      assert.match(error.message, /couldn’t be written/);
      return true;
    });
    assert.equal(readFileSync(path, 'utf8'), 'B=1\n');
  });
});
