// A customer has consented to our application or not, or takes it back: what our clients make of any answer.
import assert from 'node:assert/strict';
import { AccessDenied, CloudUnavailable, NotFound, UnexpectedAnswer } from '../../src/domain/errors.js';
import { contoso } from '../support/builders.js';
import { failureOf } from '../support/failure-of.js';
import { ScriptedBench } from '../support/scripted-bench.js';
import { type Answer, application } from '../support/scripted-microsoft.js';

const requestId = 'cccccccc-1111-4000-8000-000000000001';
const theirLogin = `/${contoso}/oauth2/`;
const ourLogin = `/${application.tenantId}/oauth2/`;

describe('a customer’s consent, whatever Microsoft answers', () => {
  let bench: ScriptedBench;
  let server: ScriptedBench['server'];
  let tokens: ScriptedBench['tokens'];
  let microsoft: ScriptedBench['microsoft'];

  beforeEach(async () => {
    bench = await ScriptedBench.open();
    ({ server, tokens, microsoft } = bench);
  });
  afterEach(() => bench.close());

  describe('a consent', () => {
    const refusal = (number: number, error = 'invalid_grant', more: object = {}): Answer => ({
      status: 400,
      body: { error, error_description: `AADSTS${number}: In the words of Entra.`, error_codes: [number], ...more },
    });

    it('is given where our account gets in', async () => {
      assert.equal(await microsoft.consents.check(contoso), 'given');
      assert.ok(server.asked.some((asked) => asked.startsWith(`POST ${theirLogin}v2.0/token`)));
    });

    for (const [number, error, more] of [
      [65001, 'invalid_grant', { suberror: 'consent_required' }],
      [65001, 'interaction_required', {}],
      [700016, 'unauthorized_client', {}],
    ] as const) {
      it(`is none where Entra says ${number} as ${error}`, async () => {
        server.answers(theirLogin, refusal(number, error, more));
        assert.equal(await microsoft.consents.check(contoso), 'none');
        assert.equal(tokens.signIn().failing, undefined);
      });
    }

    for (const [number, error] of [
      [50020, 'invalid_grant'],
      [50177, 'invalid_grant'],
      [50034, 'invalid_grant'],
      [50076, 'invalid_grant'],
      [53003, 'access_denied'],
      [90002, 'invalid_request'],
      [90002, 'invalid_tenant'],
      [500011, 'invalid_resource'],
      [7000112, 'unauthorized_client'],
    ] as const) {
      it(`is beyond reach where Entra says ${number} as ${error}, while our own sign-in holds`, async () => {
        server.answers(theirLogin, refusal(number, error));
        const before = tokens.signIn();
        assert.equal(await microsoft.consents.check(contoso), 'noWayIn');
        assert.equal(before.failing, undefined);
        assert.equal(tokens.signIn().failing, undefined);
      });
    }

    it('is not known where our application is gone from our own tenant, so that none knows it', async () => {
      await microsoft.consents.check(contoso);
      server.answers('/oauth2/', refusal(700016, 'unauthorized_client'));
      const thrown = await failureOf(microsoft.consents.check(contoso));
      assert.equal(thrown.problem.reason, 'appUnknown');
    });

    it('is not known where Entra says what nobody has heard of', async () => {
      server.answers(theirLogin, refusal(999999));
      const error = await failureOf(microsoft.consents.check(contoso));
      assert.ok(error instanceof UnexpectedAnswer);
      assert.match(error.message, /999999/);
      assert.equal(tokens.signIn().failing, undefined);
    });

    it('is not known where the sign-in service is down, busy, or gives no token', async () => {
      for (const answer of [
        { status: 503, body: { error: 'temporarily_unavailable', error_description: '' } },
        { status: 429, body: {} },
        { status: 200, body: {} },
      ]) {
        server.answers(theirLogin, answer);
        assert.ok((await failureOf(microsoft.consents.check(contoso))) instanceof CloudUnavailable);
      }
      assert.equal(tokens.signIn().failing, undefined);
    });

    for (const [number, error, reason] of [
      [50173, 'invalid_grant', 'signInExpired'],
      [700082, 'invalid_grant', 'signInExpired'],
      [50076, 'invalid_grant', 'mfaRequired'],
      [7000222, 'invalid_client', 'credentialExpired'],
    ] as const) {
      it(`is not known where it is our own sign-in that ${number} is about, which counts as ever`, async () => {
        await microsoft.consents.check(contoso);
        server.answers('/oauth2/', refusal(number, error));
        const thrown = await failureOf(microsoft.consents.check(contoso));
        assert.ok(thrown instanceof AccessDenied);
        assert.equal(thrown.problem.reason, reason);
        assert.equal(tokens.signIn().failing?.problem.reason, reason);
      });
    }

    it('is not asked for anew while our own sign-in is known to fail', async () => {
      server.answers(ourLogin, refusal(50173));
      await failureOf(microsoft.consents.check(contoso));
      await failureOf(microsoft.consents.check(contoso));
      assert.equal(server.asked.length, 1);
    });
  });

  describe('withdrawing a consent', () => {
    const path = `DELETE /v1/customers/${contoso}/applicationconsents/${application.clientId}`;

    it('is asked for with our id, which is told, and a new correlation id each time', async () => {
      server.answers(path, { status: 200, body: '' });
      for (const _ of [1, 2])
        assert.deepEqual(await microsoft.consents.withdraw(contoso, requestId), { value: undefined, requestId });
      const [first, second] = server.headers.slice(-2);
      assert.equal(first?.['ms-requestid'], requestId);
      assert.equal(second?.['ms-requestid'], requestId);
      assert.notEqual(first?.['ms-correlationid'], second?.['ms-correlationid']);
    });

    it('is fine where there is none', async () => {
      server.answers(path, { status: 404, body: { code: '1000' } });
      assert.equal((await microsoft.consents.withdraw(contoso, requestId)).requestId, requestId);
    });

    it('is not done where the customer is no longer ours, whatever became of the consent', async () => {
      server.answers(path, { status: 403, body: { code: '20002' } });
      assert.ok((await failureOf(microsoft.consents.withdraw(contoso, requestId))) instanceof NotFound);
    });

    it('takes a role', async () => {
      server.answers(path, { status: 403, body: { code: '2032' } });
      const error = await failureOf(microsoft.consents.withdraw(contoso, requestId));
      assert.ok(error instanceof AccessDenied);
      assert.equal(error.problem.reason, 'noRights');
    });
  });
});
