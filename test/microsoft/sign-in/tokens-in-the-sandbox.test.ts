// Our clients sign in at the sandbox: how many tokens they take, and what they say where they get none.
import assert from 'node:assert/strict';
import { AccessDenied, CloudUnavailable } from '../../../src/domain/errors.js';
import { gathered } from '../../../src/microsoft/http/pages.js';
import { failureOf } from '../../support/failure-of.js';
import { MicrosoftBench } from '../../support/microsoft-bench.js';
import { tenantIds } from '../../support/world.js';

describe('signing in at the sandbox', () => {
  let bench: MicrosoftBench;
  let sandbox: MicrosoftBench['sandbox'];
  let microsoft: MicrosoftBench['microsoft'];

  beforeEach(async () => {
    bench = await MicrosoftBench.open();
    ({ sandbox, microsoft } = bench);
  });
  afterEach(() => bench.close());

  const signIns = () => bench.paths().filter((path) => path.includes('/oauth2/v2.0/token')).length;

  it('takes one token for each service, however many calls are made', async () => {
    await Promise.all([
      gathered(microsoft.customers.list()),
      gathered(microsoft.relationships.list()),
      gathered(microsoft.relationships.list()),
    ]);
    await gathered(microsoft.customers.list());
    assert.equal(signIns(), 2);
  });

  it('is told to the log once, whatever it brings of tokens: at its start, at the next one, and where a person has signed in again', async () => {
    const told = () => bench.lines.splice(0).filter((line) => (line as { event: string }).event === 'signedIn').length;
    const readsAll = async (from: MicrosoftBench['microsoft']) => {
      await gathered(from.customers.list());
      await gathered(from.relationships.list());
    };
    await readsAll(microsoft);
    assert.equal(told(), 1);
    const again = await bench.connect();
    await readsAll(again);
    assert.equal(told(), 1);
    const kept = await bench.tokenCache().load(assert.fail);
    if (!kept) assert.fail();
    await bench.tokenCache().saveSignIn(kept);
    bench.waited += 2 * 3_600_000;
    await readsAll(again);
    assert.equal(told(), 1);
  });

  it('is told to the log once more when it is possible again', async () => {
    const told = () => bench.lines.filter((line) => (line as { event: string }).event === 'signedIn').length;
    await gathered(microsoft.customers.list());
    sandbox.controls.refuseSignIn(50057);
    await failureOf(gathered(microsoft.relationships.list()));
    assert.equal(told(), 1);
    sandbox.controls.refuseSignIn();
    bench.waited += 60_000;
    await gathered(microsoft.relationships.list());
    await gathered(microsoft.customers.list());
    assert.equal(told(), 2);
  });

  it('goes on from the cache after a restart, though the settings’ token has been spent', async () => {
    const first = sandbox.credentials.refreshToken;
    await gathered(microsoft.customers.list());
    const again = await bench.connect(first);
    assert.equal((await gathered(again.customers.list())).length, 17);
  });

  it('takes up what the last run kept once, and never again in place of what is newer', async () => {
    await gathered(microsoft.customers.list());
    const again = await bench.connect(sandbox.credentials.refreshToken);
    const before = signIns();
    await gathered(again.customers.list());
    await gathered(again.relationships.list());
    await gathered(again.customers.list());
    assert.equal(signIns() - before, 2);
  });

  it('takes a fresh token once when a service no longer accepts the one it has', async () => {
    await gathered(microsoft.customers.list());
    sandbox.controls.failNext({ path: '/v1/customers', status: 401, code: '401' });
    assert.equal((await gathered(microsoft.customers.list())).length, 17);
  });

  it('says that somebody has to sign in when the refresh token was withdrawn, and asks no further', async () => {
    sandbox.controls.revokeRefreshTokens();
    for (let times = 0; times < 3; times += 1) {
      const error = await failureOf(microsoft.purchases.reservations(tenantIds.margie));
      assert.ok(error instanceof AccessDenied);
      assert.equal(error.problem.reason, 'signInExpired');
    }
    assert.equal(signIns(), 1);
  });

  it('says that multifactor authentication is missing', async () => {
    sandbox.controls.setMfa(false);
    assert.equal((await failureOf(gathered(microsoft.relationships.list()))).problem.reason, 'mfaRequired');
    assert.equal((await failureOf(microsoft.purchases.reservations(tenantIds.margie))).problem.reason, 'mfaRequired');
  });

  it('tells a sign-in service that is down from one that says no', async () => {
    sandbox.controls.failNext({ path: '/aaaaaaaa', kind: 'reset', times: 10 });
    assert.ok((await failureOf(gathered(microsoft.customers.list()))) instanceof CloudUnavailable);
  });
});
