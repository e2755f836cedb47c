// An operator learns who gets Partner Center's events, and changes it without hurting another product.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { webhooksCommand } from '../../src/cli/webhooks-command.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.js';

describe('npm run webhooks', () => {
  let folder: string;
  let sandbox: Sandbox;
  let now: number;
  let bot: Server;
  let botAnswers: number;
  let environment: Record<string, string>;

  const other = 'https://other-product.example/hook';
  const ours = () => `${environment.PUBLIC_URL}/api/partner-center`;
  const clock = {
    now: () => new Date(now).toISOString(),
    elapsedMs: () => now,
    after: () => () => undefined,
    limit: () => () => undefined,
    // Time passes only here, and then what is due is delivered.
    async pause(milliseconds: number) {
      now += milliseconds;
      await sandbox.controls.deliverEvents();
    },
  };
  const run = async (...args: string[]) => {
    const lines: string[] = [];
    const code = await webhooksCommand(args, { environment, clock, write: (line) => void lines.push(line) });
    const text = lines.join('\n');
    assert.doesNotMatch(text, /sandbox-[ar]t-|Bearer/);
    return { code, text };
  };
  const calls = (method: string) =>
    sandbox.controls.requests().filter((each) => each.method === method && each.path === '/webhooks/v1/registration');

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-webhooks-'));
    now = Date.parse('2026-11-22T10:00:00.000Z');
    sandbox = await startSandbox({ now: () => new Date(now), after: () => () => undefined });
    botAnswers = 200;
    bot = createServer((request, response) => {
      request.resume();
      response.statusCode = botAnswers;
      response.end();
    });
    await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
    const template = join(folder, 'template.json');
    await writeFile(template, JSON.stringify(sandbox.accessTemplate));
    const { url, credentials } = sandbox;
    environment = {
      PUBLIC_URL: `http://127.0.0.1:${(bot.address() as AddressInfo).port}`,
      DATA_DIR: folder,
      LOGIN_URL: url,
      GRAPH_URL: url,
      PARTNER_CENTER_URL: url,
      PARTNER_TENANT_ID: credentials.tenantId,
      PARTNER_CLIENT_ID: credentials.clientId,
      PARTNER_CLIENT_SECRET: credentials.clientSecret,
      PARTNER_REFRESH_TOKEN: credentials.refreshToken,
      TOKEN_KEY: Buffer.alloc(32, 1).toString('base64'),
      ACCESS_TEMPLATE: template,
    };
  });
  afterEach(async () => {
    await sandbox.close();
    bot.closeAllConnections();
    await new Promise((resolve) => bot.close(resolve));
    await rm(folder, { recursive: true, force: true });
  });

  it('says that nobody gets them, and what to do', async () => {
    const { code, text } = await run();
    assert.equal(code, 1);
    assert.match(
      text,
      /receives events at http:.*\/api\/partner-center\.\nPartner Center isn’t sending its events anywhere\.\n/,
    );
    assert.match(text, /-- --register$/);
    assert.equal(calls('POST').length + calls('PUT').length, 0);
  });

  it('registers for the events that we want and Microsoft offers, with the signature in a header of its own', async () => {
    const offered = ['test-created', 'granular-admin-relationship-approved', 'invoice-ready'];
    sandbox.controls.setEventBehaviour({ offered });
    const { code, text } = await run('--register');
    assert.equal(code, 0);
    assert.match(text, /^Registered: Partner Center now sends its events to http/);
    assert.match(
      text,
      /Registered: test-created, granular-admin-relationship-approved\.\nLast changed: 2026-11-22T10:00/,
    );
    assert.match(text, /Not available from Microsoft: granular-admin-relationship-activated, /);
    assert.deepEqual(calls('POST')[0]?.body, {
      WebhookUrl: ours(),
      WebhookEvents: ['test-created', 'granular-admin-relationship-approved'],
      SignatureTokenToMsSignatureHeader: true,
    });
    assert.equal((await run()).code, 0);
  });

  it('registers anew, without a question, what is ours already', async () => {
    await run('--register');
    const { code, text } = await run('--register');
    assert.equal(code, 0);
    assert.doesNotMatch(text, /Taken over/);
    assert.equal(calls('PUT').length, 1);
  });

  it('says which events that are offered now have not been registered', async () => {
    sandbox.controls.setEventBehaviour({ offered: ['test-created'] });
    await run('--register');
    sandbox.controls.setEventBehaviour({ offered: ['test-created', 'subscription-updated'] });
    assert.match((await run()).text, /Available but not registered: subscription-updated\.\n(.*\n)?.*--register/);
  });

  it('leaves another product its registration, and names it', async () => {
    sandbox.controls.registerWebhook(other);
    const { code, text } = await run('--register');
    assert.equal(code, 1);
    assert.match(
      text,
      /^Nothing was changed: Partner Center already sends its events to https:\/\/other-product\.example\/hook\./,
    );
    assert.equal(calls('POST').length + calls('PUT').length, 0);
    const shown = await run();
    assert.equal(shown.code, 1);
    assert.match(shown.text, /which isn’t this bot\.\n[\s\S]*--take-over$/);
  });

  it('leaves it also to one that came between the check and the registering', async () => {
    sandbox.controls.failNext({ method: 'GET', path: /^\/webhooks\/v1\/registration$/, status: 404 });
    sandbox.controls.registerWebhook(other);
    const { code, text } = await run('--register');
    assert.equal(code, 1);
    assert.match(text, /Nothing was changed: .*other-product/);
    assert.equal(calls('POST').length, 1);
    assert.equal(calls('PUT').length, 0);
  });

  it('takes it over when told to, and says what it was', async () => {
    sandbox.controls.registerWebhook(other);
    const { code, text } = await run('--register', '--take-over');
    assert.equal(code, 0);
    assert.match(text, /^Taken over from https:\/\/other-product\.example\/hook, which received: .*invoice-ready/);
    assert.match((await run()).text, /which is this bot/);
  });

  it('shows the registration without an address of ours, and registers nothing', async () => {
    sandbox.controls.registerWebhook(other);
    environment = { ...environment, PARTNER_CLOUD: 'microsoft', PUBLIC_URL: '' };
    assert.match(
      (await run()).text,
      /^This bot has no public address yet: set PUBLIC_URL.*\n.* to https:\/\/other-product\.example\/hook/,
    );
    const { code, text } = await run('--register', '--take-over');
    assert.equal(code, 1);
    assert.match(text, /^PUBLIC_URL is missing/);
    assert.equal(calls('POST').length + calls('PUT').length, 0);
  });

  it('needs no address of ours on a sandbox of this machine, which reaches the bot where it listens', async () => {
    environment = { ...environment, PUBLIC_URL: '' };
    assert.match((await run()).text, /receives events at http:\/\/127\.0\.0\.1:3978\/api\/partner-center/);
  });

  it('has a test sent, and says that it arrived', async () => {
    await run('--register');
    const { code, text } = await run('--test');
    assert.equal(code, 0);
    assert.match(text, /The test event arrived: Partner Center got the answer OK\./);
  });

  for (const [status, words] of [
    [
      401,
      /The test event was refused: Partner Center got the answer Unauthorized\. The bot doesn’t trust the signature/,
    ],
    [404, /got the answer NotFound\. Something else answers at that address/],
    [503, /got the answer ServiceUnavailable\. To see why/],
  ] as const) {
    it(`says what the bot answered to a test: ${status}`, async () => {
      await run('--register');
      botAnswers = status;
      const { code, text } = await run('--test');
      assert.equal(code, 1);
      assert.match(text, words);
    });
  }

  it('says when nobody answered to a test', async () => {
    await run('--register');
    await new Promise((resolve) => bot.close(resolve));
    const { code, text } = await run('--test');
    assert.equal(code, 1);
    assert.match(text, /The test event didn’t arrive: Partner Center got no answer/);
  });

  it('gives up on a test that Partner Center says nothing of', async () => {
    await run('--register');
    sandbox.controls.setEventBehaviour({ delaySeconds: 600 });
    const { code, text } = await run('--test');
    assert.equal(code, 1);
    assert.match(text, /hasn’t reported a result within a minute/);
  });

  it('says how many tests a minute there may be', async () => {
    await run('--register');
    await run('--test');
    await run('--test');
    const { code, text } = await run('--test');
    assert.equal(code, 1);
    assert.match(text, /No test event was sent: Partner Center allows two a minute\. Try again in 60 seconds\./);
  });

  it('sends no test to somebody else', async () => {
    sandbox.controls.registerWebhook(other);
    const { code, text } = await run('--test');
    assert.equal(code, 1);
    assert.match(text, /No test event was sent: Partner Center’s events go to https:\/\/other-product/);
    assert.deepEqual(sandbox.controls.deliveries(), []);
  });

  it('says in plain words what Microsoft refuses, and which settings are wrong', async () => {
    sandbox.controls.failNext({ path: '/webhooks', status: 403, times: 9 });
    const refused = await run();
    assert.equal(refused.code, 1);
    assert.match(refused.text, /AdminAgents/);
    environment = { ...environment, TOKEN_KEY: 'short' };
    assert.match((await run()).text, /TOKEN_KEY must be 32 bytes/);
  });

  it('does nothing on the sandbox that comes along with the bot, and says why', async () => {
    environment = { DATA_DIR: folder };
    const { code, text } = await run('--register');
    assert.equal(code, 1);
    assert.match(text, /the built-in sandbox sends its events to the bot by itself/);
  });

  it('does not guess what else could be meant', async () => {
    for (const args of [['--take-over'], ['--registr'], ['register']]) {
      const { code, text } = await run(...args);
      assert.equal(code, 2);
      assert.match(text, /npm run webhooks -- --register/);
    }
    assert.deepEqual(sandbox.controls.requests(), []);
  });
});
