// Calls of the Azure CLI: what is shown of them, and how they end.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { azProgram, shownCommand } from '../../src/setup/az.js';

describe('a command that is shown', () => {
  const words = ['plain', 'two words', `O'Hara`, `Admins’ "own" & O'Hara`, '$HOME', 'a`b`', '!!', 'back\\slash', '*'];
  it('is, typed into a shell, the one that runs', () => {
    const script = `az() { printf '%s\\n' "$@"; }; ${shownCommand(words)}`;
    assert.equal(execFileSync('bash', ['-c', script], { encoding: 'utf8' }), `${words.join('\n')}\n`);
  });
});

describe('a call of az', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gatehouse-az-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const az = (script: string) => {
    writeFileSync(join(folder, 'az'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, 'az'), 0o755);
    return azProgram({ PATH: `${folder}:${process.env.PATH}` })(['version']);
  };

  it('ends with what az ends with', async () => {
    assert.deepEqual(await az('echo said; echo wrong >&2; exit 3'), { status: 3, stdout: 'said\n', stderr: 'wrong' });
  });

  it('has failed where az was ended by a signal', async () => {
    const { status, stderr } = await az('kill -9 $$');
    assert.notEqual(status, 0);
    assert.match(stderr, /ended by SIGKILL/);
  });
});
