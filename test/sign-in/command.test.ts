// The command does what its page does, in a process of its own.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtProgram } from '../support/programs.js';
import { enters, printedAddress, SignInBench } from '../support/sign-in-bench.js';

describe('npm run sign-in', () => {
  let bench: SignInBench;
  let child: ChildProcess | undefined;
  let printed: string;
  let errors: string;

  beforeEach(async () => {
    bench = await SignInBench.open();
  });
  afterEach(async () => {
    if (child?.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    child = undefined;
    await bench.close();
  });

  const dataDir = () => join(bench.folder, 'data');
  const start = async (settings: Record<string, string> = {}, ...flags: string[]) => {
    const { sandbox, folder } = bench;
    await writeFile(join(folder, 'template.json'), JSON.stringify(sandbox.accessTemplate));
    child = spawn(process.execPath, [builtProgram('cli/sign-in.ts'), ...flags], {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        PARTNER_CLOUD: 'sandbox',
        LOGIN_URL: sandbox.url,
        GRAPH_URL: sandbox.url,
        PARTNER_CENTER_URL: sandbox.url,
        PARTNER_TENANT_ID: sandbox.credentials.tenantId,
        PARTNER_CLIENT_ID: sandbox.credentials.clientId,
        PARTNER_CLIENT_SECRET: sandbox.credentials.clientSecret,
        TOKEN_KEY: Buffer.alloc(32, 1).toString('base64'),
        ACCESS_TEMPLATE: join(folder, 'template.json'),
        DATA_DIR: dataDir(),
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    printed = '';
    errors = '';
    child.stderr?.on('data', (chunk) => {
      errors += String(chunk);
    });
    child.stdout?.on('data', (chunk) => {
      printed += String(chunk);
    });
  };
  /** Goes on looking at what is printed until it says so, or the command has ended. */
  const says = async (words: RegExp) => {
    assert.ok(child?.stdout);
    while (!words.test(printed)) {
      assert.equal(child.exitCode, null, `it has ended: ${printed}${errors}`);
      await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    }
  };
  const page = async () => {
    await says(/forward the port first/);
    const address = printedAddress(printed);
    assert.ok(address, printed);
    return address;
  };
  const ended = async () => {
    assert.ok(child);
    if (child.exitCode === null) await once(child, 'close');
    return child.exitCode;
  };

  it('makes the data folder, keeps the sign-in in it, prints the result and no secret, and ends with 0', async () => {
    await start();
    const address = await page();
    const browser = await enters(address);
    const url = `http://127.0.0.1:${new URL(address).port}/`;
    const back = await bench.answers(await bench.pressesButton({ url, browser }));
    await (await browser(back)).text();
    assert.equal(await ended(), 0, errors);
    assert.match(printed, /Gatehouse is signed in\./);
    assert.deepEqual(await readdir(dataDir()), ['sign-in.bin']);
    assert.doesNotMatch(printed + errors, /sandbox-rt|sandbox-secret|sandbox-code|eyJ/);
  });

  it('ends on Ctrl-C with 1, and keeps nothing', async () => {
    await start();
    await page();
    child?.kill('SIGINT');
    assert.equal(await ended(), 1);
    assert.match(printed, /Sign-in wasn’t completed/);
    assert.deepEqual(await readdir(dataDir()), []);
  });

  it('says what is wrong with the settings, and what to do on the sandbox that comes along', async () => {
    await start({ PARTNER_CLIENT_SECRET: '' });
    assert.equal(await ended(), 1);
    assert.match(errors, /PARTNER_CLIENT_SECRET is missing/);
    await start({ LOGIN_URL: '', GRAPH_URL: '', PARTNER_CENTER_URL: '' });
    assert.equal(await ended(), 1);
    assert.match(errors, /signs in by itself\n.*npm run sandbox/);
    await start({}, '--port', 'x');
    assert.equal(await ended(), 1);
    assert.match(errors, /--port takes a number/);
    await start({}, '--nonsense');
    assert.equal(await ended(), 1);
    assert.match(errors, /npm run sign-in -- --port NUMBER/);
    assert.doesNotMatch(errors, /\n {4}at /);
  });
});
