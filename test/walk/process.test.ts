// Point 1 and the log: the process itself, started as in production, watched from outside.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { fr } from '../../src/views/words/fr/index.js';
import { Chat, FakeTeams } from '../support/fake-teams.js';
import { builtBot } from '../support/programs.js';
import { people } from '../support/world.js';

type Line = Readonly<Record<string, unknown>>;

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the process', function () {
  // Each test starts the whole product, on a machine that is busy with the other tests.
  this.timeout(90_000);
  let folder: string;
  let teams: FakeTeams;
  let child: ChildProcess;
  let lines: Line[];
  let errors: string;

  const start = (settings: Readonly<Record<string, string>>) => {
    lines = [];
    errors = '';
    const { PATH = '' } = process.env;
    const env = { PATH, PORT: '0', SANDBOX_PORT: '0', DATA_DIR: join(folder, 'data'), ...settings };
    child = spawn(process.execPath, [builtBot()], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) =>
      lines.push(JSON.parse(line)),
    );
    child.stderr?.on('data', (chunk) => {
      errors += chunk;
    });
  };
  /** Waits for a line of the log. */
  const logged = async (isIt: (line: Line) => boolean): Promise<Line> => {
    for (const deadline = Date.now() + 60_000; ; await once(child.stdout ?? child, 'data')) {
      const line = lines.find(isIt);
      if (line) return line;
      assert.ok(Date.now() < deadline);
    }
  };
  const ended = async () => {
    if (child.exitCode === null) await once(child, 'exit');
    return child.exitCode;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-process-'));
    teams = await FakeTeams.start();
  });

  afterEach(async () => {
    child.kill('SIGKILL');
    await ended();
    await teams.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('logs one line an event, with one id from the click to Microsoft’s request id, and no secret', async () => {
    start({});
    teams.connect(String((await logged(({ event }) => event === 'ready')).url));
    const chat = new Chat(teams, people.alex, 'chat');
    await logged(({ event }) => event === 'reconciled');
    const list = await chat.says('/tenants contoso');
    await chat.enables(list);
    const click = await logged(({ event, verb }) => event === 'turn' && verb === 'tenant.enable');
    const junk = await fetch(`${(await logged(({ event }) => event === 'ready')).url}/api/messages`, {
      method: 'POST',
    });
    const { correlationId: ofJunk } = (await junk.json()) as { readonly correlationId: string };
    assert.equal((await logged(({ correlationId }) => correlationId === ofJunk)).event, 'requestRefused');
    const isOfClick = ({ correlationId }: Line) => correlationId === click.correlationId;
    const created = await logged((line) => isOfClick(line) && line.event === 'microsoft' && line.method === 'POST');
    assert.equal(created.path, '/tenantRelationships/delegatedAdminRelationships');
    assert.match(String(created.requestId), /^[0-9a-f-]{36}$/);
    await logged((line) => isOfClick(line) && line.event === 'step' && line.do === 'lockForApproval');
    assert.doesNotMatch(JSON.stringify(lines), /Bearer|refresh_token|granularAdminRelationships|client_secret/);
    assert.equal(errors, '');
  });

  it('answers the very first message in the language of its writer, though none but English was needed before', async () => {
    start({});
    teams.connect(String((await logged(({ event }) => event === 'ready')).url));
    const chat = new Chat(teams, { ...people.alex, locale: 'fr-CA' }, 'chat');
    const help = await chat.says('/aide');
    assert.ok(chat.reads(help).includes(fr.help.title), chat.reads(help));
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`ends by itself on ${signal}, also when it comes twice`, async () => {
      start({});
      await logged(({ event }) => event === 'ready');
      child.kill(signal);
      child.kill(signal);
      assert.equal(await ended(), 0);
    });
  }

  it('does not start on wrong settings, and says all that is wrong in plain words', async () => {
    start({ PORT: 'x', PARTNER_CLOUD: 'azure' });
    assert.equal(await ended(), 1);
    assert.match(errors, /Gatehouse can’t start: these settings are missing or invalid:\n- PORT .*\n- PARTNER_CLOUD /);
    assert.doesNotMatch(errors, /\n {4}at /);
  });

  it('does not start on a port that is taken, and leaves nothing running', async () => {
    start({});
    const { url } = await logged(({ event }) => event === 'ready');
    const first = child;
    start({ PORT: new URL(String(url)).port, DATA_DIR: join(folder, 'other') });
    assert.equal(await ended(), 1);
    assert.match(errors, /port \d+ is in use\nStop the other program, or set PORT/);
    first.kill('SIGTERM');
    await once(first, 'exit');
  });

  it('does not start on a data folder that cannot be written, and names it and DATA_DIR', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    start({ DATA_DIR: join(file, 'data') });
    assert.equal(await ended(), 1);
    assert.match(errors, /Gatehouse can’t start: the data folder \S+a-file\/data can’t be used: .*ENOTDIR/);
    assert.match(errors, /set DATA_DIR to another folder/);
    assert.doesNotMatch(errors, /\n {4}at /);
  });

  it('does not start on an address that is none of this machine’s, and names HOST', async () => {
    start({
      HOST: '203.0.113.1',
      MicrosoftAppId: 'b0700000-0000-4000-8000-000000000001',
      MicrosoftAppPassword: 'secret',
      MicrosoftAppTenantId: 'aaaaaaaa-0000-4000-8000-000000000001',
    });
    assert.equal(await ended(), 1);
    assert.match(
      errors,
      /HOST is 203\.0\.113\.1, which isn’t an address of this machine \(EADDRNOTAVAIL\)\nSet HOST to/,
    );
  });

  it('starts the bot alone with Microsoft’s own cloud', async () => {
    const template = join(folder, 'template.json');
    const assignments = [{ groupId: people.alex.aadObjectId, groupName: 'Desk', roles: ['Directory Readers'] }];
    await writeFile(template, JSON.stringify({ durationDays: 1, autoExtend: false, requireAzure: false, assignments }));
    start({
      PARTNER_CLOUD: 'microsoft',
      PARTNER_TENANT_ID: 'aaaaaaaa-0000-4000-8000-000000000001',
      PARTNER_CLIENT_ID: 'cccccccc-0000-4000-8000-000000000001',
      ALLOW_ANONYMOUS_BOT: 'true',
      PARTNER_CLIENT_SECRET: 'secret-of-ours',
      PARTNER_REFRESH_TOKEN: 'token-of-ours',
      TOKEN_KEY: Buffer.alloc(32).toString('base64'),
      ACCESS_TEMPLATE: template,
      // Nobody listens there: what the real addresses would answer is not for a test to ask.
      LOGIN_URL: 'http://127.0.0.1:9',
      GRAPH_URL: 'http://127.0.0.1:9',
      PARTNER_CENTER_URL: 'http://127.0.0.1:9',
    });
    const ready = await logged(({ event }) => event === 'ready');
    assert.equal(ready.sandbox, undefined);
    assert.equal((await logged(({ event }) => event === 'anonymousBot')).level, 'warn');
    await logged(({ event, what }) => event === 'notReconciled' && what === 'relationships');
    assert.doesNotMatch(JSON.stringify(lines), /of-ours/);
  });
});
