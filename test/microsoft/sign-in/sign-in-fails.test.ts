// Gatehouse goes on reading what it can while no one is signed in, and says why it can't do more.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AccessDenied, type MicrosoftError } from '../../../src/domain/errors.js';
import type { SignIn } from '../../../src/domain/health/sign-in.js';
import { gathered } from '../../../src/microsoft/http/pages.js';
import type { HttpClients } from '../../../src/microsoft/http-clients.js';
import type { OpenMicrosoft } from '../../../src/microsoft/microsoft.js';
import type { Tokens } from '../../../src/microsoft/sign-in/tokens.js';
import { SignInBench } from '../../support/sign-in-bench.js';
import { tenantIds } from '../../support/world.js';

describe('a sign-in that fails', () => {
  let bench: SignInBench;
  let microsoft: OpenMicrosoft;
  let tokens: Tokens;
  let clients: HttpClients;
  let heard: SignIn[];

  beforeEach(async () => {
    bench = await SignInBench.open();
    ({ microsoft, tokens, clients } = await bench.bot({ refreshToken: bench.sandbox.credentials.refreshToken }));
    heard = [];
    tokens.signInChanged.on((signIn) => heard.push(signIn));
  });
  afterEach(() => bench.close());

  const failure = async (work: Promise<unknown>): Promise<MicrosoftError> => {
    const error = await work.then(
      () => assert.fail('it worked'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof AccessDenied, String(error));
    return error;
  };
  const callers = (path: RegExp) =>
    bench.sandbox.controls
      .requests()
      .filter((each) => path.test(each.path))
      .map(({ headers, status }) => `${headers.authorization} ${status}`);
  const signIns = () =>
    bench.sandbox.controls.requests().filter(({ path }) => path.includes('/oauth2/v2.0/token')).length;
  const reasonOf = () => tokens.signIn().failing?.problem.reason;

  const ways = [
    ['was withdrawn', () => bench.sandbox.controls.revokeRefreshTokens(), 'signInExpired'],
    ['lapsed after 90 days', () => bench.sandbox.controls.expireRefreshTokens(), 'signInExpired'],
    ['lacks the second factor', () => bench.sandbox.controls.setMfa(false), 'mfaRequired'],
    ['lacks consent', () => bench.sandbox.controls.setConsent({ graph: [], partnerCenter: [] }), 'noRights'],
  ] as const;
  for (const [what, happens, reason] of ways) {
    it(`because it ${what} leaves the application reading, and stops what takes a person`, async () => {
      happens();
      assert.equal((await gathered(microsoft.customers.list())).length, 17);
      assert.equal(await microsoft.purchases.azurePlan(tenantIds.fabrikam), 'active');
      assert.ok(callers(/^\/v1\/customers\?/).includes('Bearer (app, partnerCenter) 200'));
      assert.equal(reasonOf(), reason);
      assert.equal((await failure(microsoft.purchases.reservations(tenantIds.margie))).problem.reason, reason);
      assert.equal(
        (await failure(microsoft.customers.removeDelegatedAdmin(tenantIds.alpine, 'id'))).problem.reason,
        reason,
      );
      assert.deepEqual(
        callers(/entitlements/).filter((caller) => caller.includes('(app,')),
        [],
      );
      const writes = bench.sandbox.controls
        .requests()
        .filter(({ method, path }) => method !== 'GET' && /^\/v1/.test(path));
      assert.deepEqual(
        writes.filter(({ headers }) => headers.authorization?.includes('(app,')),
        [],
      );
      assert.equal(await microsoft.customers.hasDelegatedAdmin(tenantIds.alpine), true);
    });

    it(`because it ${what} is what Graph’s reading fails for, unless the application may read`, async () => {
      happens();
      const error = await failure(gathered(microsoft.relationships.list()));
      assert.equal(error.problem.reason, reason);
      bench.sandbox.controls.setApplicationPermissions({ graph: ['DelegatedAdminRelationship.Read.All'] });
      bench.clock.passes(3600);
      assert.equal((await gathered(microsoft.relationships.list())).length, 14);
      const { failing } = tokens.signIn();
      assert.equal(failing?.since, '2026-11-22T10:00:00.000Z');
    });
  }

  it('is asked for no oftener than once a minute, and told once', async () => {
    bench.sandbox.controls.revokeRefreshTokens();
    for (let times = 0; times < 5; times += 1) await gathered(microsoft.customers.list());
    // Once for the person, once for the application.
    assert.equal(signIns(), 2);
    assert.equal(heard.length, 1);
    bench.clock.passes(60);
    await gathered(microsoft.customers.list());
    assert.equal(signIns(), 3);
    assert.equal(heard.length, 1);
    assert.equal(bench.lines.filter(({ event }) => event === 'signInFailed').length, 1);
  });

  it('is tried at one service, and at the other only once the first one answers', async () => {
    bench.sandbox.controls.setMfa(false);
    await failure(gathered(microsoft.relationships.list()));
    await gathered(microsoft.customers.list());
    bench.clock.passes(60);
    bench.sandbox.controls.clearRequests();
    await clients.trySignIn();
    assert.deepEqual([callers(/delegatedAdminRelationships/).length, callers(/customers/).length], [2, 0]);
    bench.sandbox.controls.setMfa(true);
    bench.clock.passes(60);
    await clients.trySignIn();
    assert.deepEqual([callers(/delegatedAdminRelationships/).length, callers(/customers/).length], [3, 1]);
    assert.equal(reasonOf(), undefined);
  });

  it('takes one token for the application, however many calls wait for it, and a fresh one once it is rejected', async () => {
    bench.sandbox.controls.revokeRefreshTokens();
    await Promise.all([1, 2, 3].map(() => gathered(microsoft.customers.list())));
    assert.equal(signIns(), 2);
    bench.sandbox.controls.failNext({ path: '/v1/customers', status: 401, times: 1 });
    assert.equal((await gathered(microsoft.customers.list())).length, 17);
    assert.equal(signIns(), 3);
  });

  it('comes from the settings where they have another token than the one that was kept', async () => {
    await gathered(microsoft.customers.list());
    const { refreshToken } = bench.sandbox.credentials;
    await (await bench.bot({ refreshToken })).microsoft.purchases.reservations(tenantIds.margie);
    const other = await bench.bot({ refreshToken: 'another' });
    assert.equal(
      (await failure(other.microsoft.purchases.reservations(tenantIds.margie))).problem.reason,
      'signInExpired',
    );
  });

  it('with everything else, because the app’s own secret has expired, asks once for the person and once for itself, and no more', async () => {
    bench.sandbox.controls.setSecretExpired(true);
    for (let times = 0; times < 5; times += 1) {
      assert.equal((await failure(gathered(microsoft.customers.list()))).problem.reason, 'credentialExpired');
    }
    assert.equal(signIns(), 2);
    bench.sandbox.controls.setSecretExpired(false);
    bench.clock.passes(60);
    assert.equal((await gathered(microsoft.customers.list())).length, 17);
    assert.equal(reasonOf(), undefined);
  });

  it('is over with the first token that is good again', async () => {
    bench.sandbox.controls.setMfa(false);
    await gathered(microsoft.customers.list());
    assert.equal(reasonOf(), 'mfaRequired');
    assert.equal(tokens.signIn().hasMfa, false);
    bench.sandbox.controls.setMfa(true);
    bench.clock.passes(61);
    await gathered(microsoft.customers.list());
    assert.equal(callers(/^\/v1\/customers\?/).at(-1), 'Bearer (app+user, partnerCenter) 200');
    assert.equal(reasonOf(), undefined);
    assert.equal(tokens.signIn().hasMfa, true);
  });

  it('does not stop a call that Microsoft answers with a fault of its own from being told as that', async () => {
    bench.sandbox.controls.revokeRefreshTokens();
    bench.sandbox.controls.failNext({ path: '/v1/customers', status: 503, times: 10 });
    await assert.rejects(gathered(microsoft.customers.list()), { code: 'cloudUnavailable' });
  });

  it('does not come from a service that is down for a while', async () => {
    bench.sandbox.controls.failNext({ path: '/aaaaaaaa', status: 503, times: 20 });
    await assert.rejects(gathered(microsoft.customers.list()), { code: 'cloudUnavailable' });
    assert.equal(reasonOf(), undefined);
    assert.deepEqual(heard, []);
  });

  it('does not come from a right that the application lacks at one customer', async () => {
    await failure(microsoft.purchases.azurePlan(tenantIds.lucerne));
    assert.equal(reasonOf(), undefined);
    assert.deepEqual(
      callers(/subscriptions/).filter((caller) => caller.includes('(app,')),
      [],
    );
  });

  it('knows how it stood before a restart, and reads a file from before that was noted', async () => {
    await gathered(microsoft.customers.list());
    const before = tokens.signIn();
    assert.equal(before.renewedAt, '2026-11-22T10:00:00.000Z');
    bench.clock.passes(1000);
    const again = await bench.bot();
    assert.deepEqual(again.tokens.signIn().account, before.account);
    assert.equal(again.tokens.signIn().renewedAt, before.renewedAt);
    const cached = await bench.cache().load();
    assert.ok(cached);
    const { renewedAt: _, signIn: __, account: ___, ...old } = cached;
    await bench.cache().save(old);
    const third = await bench.bot();
    assert.equal(third.tokens.signIn().renewedAt, undefined);
    assert.equal((await gathered(third.microsoft.customers.list())).length, 17);
    assert.deepEqual(third.tokens.signIn().account, before.account);
  });

  it('of another process that spent the token is mended by what that process has kept', async () => {
    await gathered(microsoft.customers.list());
    const beside = await bench.bot();
    await gathered(beside.microsoft.customers.list());
    bench.clock.passes(3600);
    assert.equal((await microsoft.purchases.reservations(tenantIds.margie)).length, 2);
    assert.equal(reasonOf(), undefined);
  });

  it('is not gone on with once somebody has signed in anew, though its token is still good', async () => {
    await gathered(microsoft.customers.list());
    const again = await bench.bot();
    await gathered(again.microsoft.customers.list());
    assert.equal((await bench.signsIn()).isKept, true);
    await again.tokens.takeUpNew();
    bench.sandbox.controls.clearRequests();
    await gathered(again.microsoft.customers.list());
    assert.equal(signIns(), 1);
  });

  it('never comes with a token in the log, nor from a file that can be read', async () => {
    await gathered(microsoft.customers.list());
    bench.sandbox.controls.revokeRefreshTokens();
    bench.clock.passes(3600);
    await gathered(microsoft.customers.list());
    assert.doesNotMatch(JSON.stringify(bench.lines), /eyJ|sandbox-rt|sandbox-secret/);
    const bytes = await readFile(join(bench.folder, 'tokens.bin'), 'latin1');
    assert.doesNotMatch(bytes, /eyJ|sandbox-rt|RefreshToken/);
    await writeFile(join(bench.folder, 'tokens.bin'), bytes.slice(0, 40), 'latin1');
    await assert.rejects(bench.bot(), /tokens\.bin .*tokensDamaged/);
  });
});
