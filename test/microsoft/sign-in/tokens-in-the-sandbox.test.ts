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
