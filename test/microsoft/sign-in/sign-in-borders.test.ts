// The sign-in service is down, says no, or says when it is back: what our clients make of it.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { AccessDenied, CloudUnavailable, Throttled } from '../../../src/domain/errors.js';
import { gathered } from '../../../src/microsoft/http/pages.js';
import { contoso } from '../../support/builders.js';
import { failureOf } from '../../support/failure-of.js';
import { ScriptedBench } from '../../support/scripted-bench.js';

const aCustomer = (id: string) => ({ id, companyProfile: { tenantId: id, companyName: 'Contoso', domain: 'x' } });

describe('our clients, whatever the sign-in service answers', () => {
  let bench: ScriptedBench;
  let server: ScriptedBench['server'];
  let microsoft: ScriptedBench['microsoft'];
  let events: ScriptedBench['events'];

  beforeEach(async () => {
    bench = await ScriptedBench.open();
    ({ server, microsoft, events } = bench);
  });
  afterEach(() => bench.close());

  describe('a service that says when it is back', () => {
    const waits = async (status: number, retryAfter: string) => {
      server.answers('/v1/customers', { status, headers: { 'retry-after': retryAfter } });
      const error = await failureOf(gathered(microsoft.customers.list()));
      assert.ok(error instanceof Throttled);
      return error.retryAfterSeconds;
    };

    it('is left alone until then, be it too busy or down', async () => {
      assert.equal(await waits(503, '120'), 120);
    });

    it('is left alone for a day at most', async () => {
      assert.equal(await waits(429, '30000000'), 86_400);
    });
  });

  describe('the sign-in', () => {
    const calls = [
      ['Graph', () => gathered(microsoft.relationships.list())],
      ['Partner Center', () => gathered(microsoft.customers.list())],
    ] as const;
    for (const [service, call] of calls) {
      it(`for ${service} that is down for a while is no reason to sign in again`, async () => {
        server.answers('/oauth2/', { status: 503, body: { error: 'temporarily_unavailable', error_description: '' } });
        const error = await failureOf(call());
        assert.ok(error instanceof CloudUnavailable);
        assert.equal(error.problem.reason, 'unreachable');
      });

      it(`for ${service} that was withdrawn is one`, async () => {
        const body = { error: 'invalid_grant', error_description: 'AADSTS50173: The grant was revoked.' };
        server.answers('/oauth2/', { status: 400, body });
        const error = await failureOf(call());
        assert.ok(error instanceof AccessDenied);
        assert.equal(error.problem.reason, 'signInExpired');
      });
    }

    it('is not to be made again where it is the app’s own secret that has expired', async () => {
      const body = { error: 'invalid_client', error_description: 'AADSTS7000222: The client secret keys are expired.' };
      server.answers('/oauth2/', { status: 401, body });
      const error = await failureOf(gathered(microsoft.relationships.list()));
      assert.ok(error instanceof AccessDenied);
      assert.equal(error.problem.reason, 'credentialExpired');
    });

    it('that was never made is told at the start', async () => {
      const tokens = bench.someTokens(undefined);
      await tokens.open();
      assert.deepEqual(events, ['notSignedIn', 'signInFailed']);
      assert.equal(tokens.signIn().account, undefined);
      assert.equal(tokens.signIn().failing?.problem.reason, 'signInExpired');
      const { problem } = await failureOf(tokens.token('https://graph.microsoft.com/.default'));
      assert.equal(problem.reason, 'signInExpired');
    });

    it('holds though its tokens cannot be kept, which is logged', async () => {
      // A folder in the file's place: not even root can put a file there.
      await mkdir(bench.tokenFile);
      server.answers('/v1/customers', { body: { items: [aCustomer(contoso)] } });
      assert.equal((await gathered(microsoft.customers.list())).length, 1);
      assert.deepEqual(events, ['signInNotRead', 'tokensNotKept']);
    });
  });
});
