// Every command of an operator says what it's for, before it asks for a setting or does anything.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { usages } from '../../src/cli/usage.js';
import { literal } from '../../src/views/render/text.js';
import { de } from '../../src/views/words/de/index.js';
import { fr } from '../../src/views/words/fr/index.js';
import { builtProgram } from '../support/programs.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const tsx = new URL('../../node_modules/tsx/dist/loader.mjs', import.meta.url).href;

/** Those whose usage stands in one place, and the two that say their own. */
const commands = [...Object.keys(usages), 'doctor', 'sandbox'];

/** What Node runs for a command, from package.json. */
const programOf = (name: string) => {
  const file = scripts[name]?.split(' ').at(-1) ?? assert.fail(name);
  if (!file.startsWith('dist/')) return ['--import', tsx, join(root, file)];
  return [builtProgram(file.replace(/^dist\//, '').replace(/\.js$/, '.ts'))];
};

describe('a command of an operator', function () {
  this.timeout(60_000);
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-usage-'));
  });
  after(() => rm(folder, { recursive: true }));

  const run = (name: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const { PATH } = process.env;
    // Another folder: what it would make or read by itself is not the project's.
    const options = { cwd: folder, env: { PATH, ...env }, encoding: 'utf8', timeout: 50_000 } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [...programOf(name), ...args], options);
    assert.doesNotMatch(stderr, /\n {4}at /);
    return { status, stdout, stderr };
  };

  for (const name of commands) {
    it(`says what npm run ${name} is for, without a setting, and does nothing`, async () => {
      // A setting that is wrong is not in the way either.
      const { status, stdout, stderr } = run(name, ['--help'], { PORT: 'x', PARTNER_CLOUD: 'microsoft' });
      assert.equal(stderr, '');
      assert.equal(status, 0);
      assert.match(stdout, new RegExp(`^npm run ${name}\\b`));
      assert.deepEqual(await readdir(folder), []);
    });
  }

  it('refuses what it does not take', () => {
    const { status, stderr } = run('doctor', ['--fix']);
    assert.equal(status, 2);
    assert.match(stderr, /npm run doctor doesn’t take --fix/);
    assert.equal(run('audit:verify', ['--fix']).status, 2);
  });

  it('is explained and examines in the language of the terminal, or in the one that it’s asked for', () => {
    const german = { LC_ALL: 'de_DE.UTF-8', PARTNER_CLOUD: 'microsoft' };
    const { status, stdout } = run('doctor', [], german);
    assert.equal(status, 1);
    assert.ok(stdout.includes(`❌ ${de.checkup.titles.settings}: TOKEN_KEY `), stdout);
    const { stdout: usage } = run('doctor', ['--help', '--language', 'fr'], german);
    assert.ok(usage.includes(fr.doctor.changesNothing), usage);
    const { stderr } = run('doctor', ['--language', 'tlh'], german);
    assert.ok(
      stderr.startsWith(`❌ ${de.doctor.unknownLanguage({ languages: literal('en (English), ') })}`.slice(0, 40)),
      stderr,
    );
  });

  it('starts the sandbox on SANDBOX_PORT, and says in words when that is taken or no port', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = String(typeof address === 'object' && address !== null ? address.port : 0);
    const { status, stderr } = run('sandbox', [], { SANDBOX_PORT: port });
    await new Promise((resolve) => taken.close(resolve));
    assert.equal(status, 1);
    assert.match(stderr, new RegExp(`^Port ${port} is in use\\. Choose another one with --port or SANDBOX_PORT`));
    assert.match(run('sandbox', [], { SANDBOX_PORT: 'x' }).stderr, /^SANDBOX_PORT must be a whole number/);
    assert.match(run('sandbox', ['--customers', '-1']).stderr, /customers/);
    assert.match(run('sandbox', ['--nonsense']).stderr, /Unknown option '--nonsense'[\s\S]*npm run sandbox/);
  });
});
