// The page for signing in is open beside a bot: whom it answers, how long it waits, and how a running bot goes on.
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { join } from 'node:path';
import { FileError } from '../../src/domain/errors.js';
import { gathered } from '../../src/microsoft/http/pages.js';
import { accounts, SignInBench } from '../support/sign-in-bench.js';
import { tenantIds } from '../support/world.js';

describe('the page for signing in', () => {
  let bench: SignInBench;
  beforeEach(async () => {
    bench = await SignInBench.open();
  });
  afterEach(() => bench.close());

  describe('the page', () => {
    it('keeps itself to itself: no script, no frame, nothing stored', async () => {
      const visit = await bench.visit();
      const { headers, status } = await visit.browser(visit.url);
      assert.equal(status, 200);
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'none'/);
      assert.match(policy, /frame-ancestors 'none'/);
      assert.doesNotMatch(policy, /script-src|unsafe/);
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.equal(headers.get('referrer-policy'), 'same-origin');
      visit.interrupt();
      assert.equal(await visit.kept, false);
    });

    it('answers this machine only, under its own name', async () => {
      const visit = await bench.visit();
      const { port } = new URL(visit.url);
      const entered = await fetch(visit.address.replace('localhost', '127.0.0.1'), { redirect: 'manual' });
      const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
      const status = (headers: Record<string, string>, method = 'GET', path = '/') =>
        new Promise<number | undefined>((resolve, reject) => {
          const sent = request({ host: '127.0.0.1', port, path, method, headers: { cookie, ...headers } }, (answer) => {
            answer.resume();
            resolve(answer.statusCode);
          });
          sent.on('error', reject);
          sent.end();
        });
      assert.equal(await status({ host: `localhost:${port}` }), 200);
      assert.equal(await status({ host: `evil.example:${port}` }), 403);
      assert.equal(await status({ host: 'localhost:1' }), 403);
      assert.equal(await status({ host: `localhost:${port}`, origin: 'https://evil.example' }, 'POST', '/start'), 403);
      assert.equal(
        await status({ host: `localhost:${port}`, origin: `http://localhost:${port}` }, 'POST', '/start'),
        303,
      );
      assert.equal(await status({ host: `localhost:${port}` }, 'GET', '/elsewhere'), 404);
      assert.equal(await status({ host: `localhost:${port}` }, 'GET', '/start'), 404);
      visit.interrupt();
      await visit.kept;
    });

    it('waits for ten minutes, and no longer', async () => {
      const visit = await bench.visit();
      bench.clock.passes(599);
      assert.equal((await visit.browser(visit.url)).status, 200);
      bench.clock.passes(1);
      assert.equal(await visit.kept, false);
      assert.match(visit.printed.join('\n'), /Sign-in wasn’t completed/);
      await assert.rejects(visit.browser(visit.url));
    });

    it('does not wait for a browser that does not come for the result', async () => {
      const visit = await bench.visit();
      const back = await bench.answers(await bench.pressesButton(visit));
      await visit.browser(back, { redirect: 'manual' });
      bench.clock.passes(15);
      assert.equal(await visit.kept, true);
    });
  });

  describe('beside tokens that are there', () => {
    it('does not begin with another TOKEN_KEY, or on a damaged file, and says which', async () => {
      await bench.signsIn();
      const { microsoft } = await bench.bot();
      await gathered(microsoft.customers.list());
      bench.key = Buffer.alloc(32, 2);
      await assert.rejects(bench.visit(), (error) => {
        assert.ok(error instanceof FileError);
        assert.equal(error.fault.code, 'tokensOfOtherKey');
        return true;
      });
    });

    it('says that the port is taken', async () => {
      const visit = await bench.visit();
      await assert.rejects(bench.visit({ port: Number(new URL(visit.url).port) }), /is in use/);
      visit.interrupt();
      await visit.kept;
    });
  });

  describe('a bot that runs', () => {
    it('takes a sign-in up without a restart, also the very first', async () => {
      const { microsoft, tokens } = await bench.bot();
      const changes: (string | undefined)[] = [];
      tokens.signInChanged.on(({ account }) => changes.push(account?.userName));
      await assert.rejects(microsoft.purchases.reservations(tenantIds.margie), /not signed in yet/);
      await bench.signsIn();
      assert.equal((await microsoft.purchases.reservations(tenantIds.margie)).length, 2);
      const { account, failing, hasMfa, scopes, renewedAt } = tokens.signIn();
      assert.equal(account?.userName, 'gatehouse@northbridge.onmicrosoft.com');
      assert.equal(account?.name, 'Gatehouse service account');
      assert.equal(failing, undefined);
      assert.equal(hasMfa, true);
      assert.deepEqual(scopes, { partnerCenter: ['user_impersonation'] });
      assert.equal(renewedAt, bench.clock.now());
      assert.ok(changes.includes('gatehouse@northbridge.onmicrosoft.com'));
    });

    it('goes on with it after its own tokens were withdrawn, and after a restart', async () => {
      const { refreshToken } = bench.sandbox.credentials;
      const first = await bench.bot({ refreshToken });
      await gathered(first.microsoft.customers.list());
      bench.sandbox.controls.revokeRefreshTokens();
      bench.clock.passes(3600);
      await assert.rejects(first.microsoft.purchases.reservations(tenantIds.margie), /sign-in/);
      assert.equal(first.tokens.signIn().failing?.problem.reason, 'signInExpired');
      // The settings still hold the token that was withdrawn.
      await bench.signsIn({}, { application: bench.application({ refreshToken }) });
      assert.equal((await first.microsoft.purchases.reservations(tenantIds.margie)).length, 2);
      assert.equal(first.tokens.signIn().failing, undefined);
      const again = await bench.bot({ refreshToken });
      assert.equal(again.tokens.signIn().account?.id, accounts.service);
      assert.equal((await again.microsoft.purchases.reservations(tenantIds.margie)).length, 2);
    });

    it('takes a second sign-in as another person', async () => {
      await bench.signsIn({ account: accounts.robin });
      const { microsoft, tokens } = await bench.bot();
      await gathered(microsoft.customers.list());
      assert.equal(tokens.signIn().account?.id, accounts.robin);
      await bench.signsIn();
      bench.clock.passes(3600);
      await gathered(microsoft.customers.list());
      assert.equal(tokens.signIn().account?.id, accounts.service);
    });

    it('goes on with no token of the person before, for any service', async () => {
      await bench.signsIn({ account: accounts.robin });
      const { microsoft, tokens } = await bench.bot();
      await gathered(microsoft.customers.list());
      await bench.signsIn();
      const ofRobin = await tokens.token('https://api.partnercenter.microsoft.com/.default');
      await gathered(microsoft.relationships.list());
      assert.notEqual(await tokens.token('https://api.partnercenter.microsoft.com/.default'), ofRobin);
    });

    it('goes on with what it has when a sign-in was made with another key', async () => {
      await bench.signsIn();
      const { microsoft, tokens } = await bench.bot();
      await gathered(microsoft.customers.list());
      const { key } = bench;
      const { default: fs } = await import('node:fs/promises');
      bench.key = Buffer.alloc(32, 3);
      await bench.cache().saveSignIn({ msal: '{}', importedFrom: '' });
      bench.key = key;
      bench.clock.passes(3600);
      await gathered(microsoft.customers.list());
      assert.equal(tokens.signIn().failing, undefined);
      assert.equal(bench.lines.filter(({ event }) => event === 'signInNotRead').length, 1);
      const again = await bench.bot();
      await gathered(again.microsoft.customers.list());
      await fs.rm(join(bench.folder, 'tokens.bin'));
      await assert.rejects(bench.bot(), FileError);
    });
  });
});
