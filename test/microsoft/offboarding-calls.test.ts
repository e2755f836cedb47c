// What our clients make of any answer about what connects the partner to a customer.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AccessDenied,
  CloudUnavailable,
  MicrosoftError,
  NotFound,
  Refused,
  UnexpectedAnswer,
} from '../../src/domain/errors.js';
import { HttpClients } from '../../src/microsoft/http-clients.js';
import { openMicrosoft } from '../../src/microsoft/microsoft.js';
import { TokenCache } from '../../src/microsoft/sign-in/token-cache.js';
import { Tokens } from '../../src/microsoft/sign-in/tokens.js';
import type { Microsoft } from '../../src/operations/ports/microsoft.js';
import type { Clock } from '../../src/runtime/clock.js';
import { contoso } from '../support/builders.js';
import { type Answer, application, ScriptedMicrosoft } from '../support/scripted-microsoft.js';
import { noLog } from '../support/test-dependencies.js';

const relationship = '/delegatedAdminRelationships/a';
const requestId = 'cccccccc-1111-4000-8000-000000000001';
const theirLogin = `/${contoso}/oauth2/`;
const ourLogin = `/${application.tenantId}/oauth2/`;

describe('what ties us to a customer, whatever Microsoft answers', () => {
  let folder: string;
  let server: ScriptedMicrosoft;
  let tokens: Tokens;
  let microsoft: Microsoft;

  // Whoever waits has waited, and nothing takes too long.
  const clock: Clock = {
    now: () => '2026-11-22T10:00:00.000Z',
    elapsedMs: () => 0,
    after: () => () => undefined,
    pause: () => Promise.resolve(),
  };
  const failure = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => assert.fail('it worked'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof MicrosoftError, String(error));
    return error;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-exit-'));
    server = await ScriptedMicrosoft.start();
    const cache = new TokenCache(join(folder, 'tokens.bin'), Buffer.alloc(32, 1));
    tokens = new Tokens({ ...application, loginUrl: server.url, refreshToken: 'a refresh token' }, cache, clock, noLog);
    await tokens.open();
    const addresses = { graphUrl: server.url, partnerCenterUrl: server.url };
    microsoft = openMicrosoft(new HttpClients(addresses, tokens, clock, noLog), server.url, clock, noLog);
  });

  afterEach(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  describe('terminating a relationship', () => {
    it('is asked for by a request, whose id is told', async () => {
      server.answers(`POST /v1.0/tenantRelationships${relationship}/requests`, {
        status: 201,
        headers: { 'request-id': 'of-the-call' },
        body: { action: 'terminate' },
      });
      assert.deepEqual(await microsoft.relationships.terminate('a'), { value: undefined, requestId: 'of-the-call' });
    });

    for (const [status, reason] of [
      [405, 'notPossibleNow'],
      [409, 'notPossibleNow'],
      [400, 'notAccepted'],
    ] as const) {
      it(`is refused by ${status}`, async () => {
        server.answers('/requests', { status });
        const error = await failure(microsoft.relationships.terminate('a'));
        assert.ok(error instanceof Refused);
        assert.equal(error.problem.reason, reason);
      });
    }
  });

  describe('deleting a draft', () => {
    const version = (etag: string): Answer => ({ body: { '@odata.etag': etag } });

    it('is asked for with the version that it has now', async () => {
      server.answers(`GET /v1.0/tenantRelationships${relationship}`, version('W/"7"'));
      server.answers('DELETE ', { status: 204, headers: { 'request-id': 'of-the-call' } });
      assert.deepEqual(await microsoft.relationships.delete('a'), { value: undefined, requestId: 'of-the-call' });
      assert.equal(server.headers.at(-1)?.['if-match'], 'W/"7"');
    });

    it('is fine where it is gone, before or meanwhile', async () => {
      assert.equal((await microsoft.relationships.delete('a')).value, undefined);
      server.answers(`GET /v1.0/tenantRelationships${relationship}`, version('W/"7"'));
      assert.equal((await microsoft.relationships.delete('a')).value, undefined);
      assert.match(server.asked.at(-1) ?? '', /^DELETE /);
    });

    it('is not possible now where it has changed meanwhile, in whichever way that is said', async () => {
      const place = `GET /v1.0/tenantRelationships${relationship}`;
      for (const status of [412, 400]) {
        server.answers(place, version('W/"7"'), version('W/"8"'));
        server.answers('DELETE ', { status });
        assert.equal((await failure(microsoft.relationships.delete('a'))).problem.reason, 'notPossibleNow');
      }
      server.answers(place, version('W/"8"'));
      assert.equal((await failure(microsoft.relationships.delete('a'))).problem.reason, 'notAccepted');
    });
  });

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
      const thrown = await failure(microsoft.consents.check(contoso));
      assert.equal(thrown.problem.reason, 'appUnknown');
    });

    it('is not known where Entra says what nobody has heard of', async () => {
      server.answers(theirLogin, refusal(999999));
      const error = await failure(microsoft.consents.check(contoso));
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
        assert.ok((await failure(microsoft.consents.check(contoso))) instanceof CloudUnavailable);
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
        const thrown = await failure(microsoft.consents.check(contoso));
        assert.ok(thrown instanceof AccessDenied);
        assert.equal(thrown.problem.reason, reason);
        assert.equal(tokens.signIn().failing?.problem.reason, reason);
      });
    }

    it('is not asked for anew while our own sign-in is known to fail', async () => {
      server.answers(ourLogin, refusal(50173));
      await failure(microsoft.consents.check(contoso));
      await failure(microsoft.consents.check(contoso));
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
      assert.ok((await failure(microsoft.consents.withdraw(contoso, requestId))) instanceof NotFound);
    });

    it('takes a role', async () => {
      server.answers(path, { status: 403, body: { code: '2032' } });
      const error = await failure(microsoft.consents.withdraw(contoso, requestId));
      assert.ok(error instanceof AccessDenied);
      assert.equal(error.problem.reason, 'noRights');
    });
  });

  describe('what Partner Center says of a customer', () => {
    const standing = (body: object) => {
      server.answers(`GET /v1/customers/${contoso}`, { body });
      return microsoft.customers.relationshipToPartner(contoso);
    };

    it('is both things, each by itself', async () => {
      const isReseller = { relationshipToPartner: 'reseller', allowDelegatedAccess: false };
      assert.deepEqual(await standing(isReseller), { isReseller: true, delegatedAdmin: false });
      const hasAccess = { relationshipToPartner: 'none', allowDelegatedAccess: true };
      assert.deepEqual(await standing(hasAccess), { isReseller: false, delegatedAdmin: true });
    });

    for (const answer of [
      { status: 404, body: { code: '60003' } },
      { status: 403, body: { code: '20002' } },
    ]) {
      it(`is neither for ${answer.status}, code ${answer.body.code}`, async () => {
        server.answers(`GET /v1/customers/${contoso}`, answer);
        assert.deepEqual(await microsoft.customers.relationshipToPartner(contoso), {
          isReseller: false,
          delegatedAdmin: false,
        });
      });
    }

    it('proves nothing where one of them is not said, or not known', async () => {
      for (const body of [
        { allowDelegatedAccess: false },
        { relationshipToPartner: 'none' },
        { relationshipToPartner: null, allowDelegatedAccess: false },
        { relationshipToPartner: '', allowDelegatedAccess: false },
        { relationshipToPartner: 'Unknown', allowDelegatedAccess: false },
      ]) {
        assert.ok((await failure(standing(body))) instanceof UnexpectedAnswer, JSON.stringify(body));
      }
    });
  });

  describe('what a customer has bought', () => {
    const path = `GET /v1/customers/${contoso}/subscriptions`;
    const subscription = (id: string) => ({ id, offerId: 'offer', offerName: 'Offer', status: 'suspended' });

    it('is on every page', async () => {
      server.answers(path, { body: { items: [subscription('a')], continuationToken: 'page two' } });
      server.answers('seekOperation=Next', { body: { items: [subscription('b')] } });
      assert.deepEqual(
        (await microsoft.purchases.subscriptions(contoso)).map(({ id }) => id),
        ['a', 'b'],
      );
    });

    it('is nothing where the customer is not ours, and not known where Microsoft does not say', async () => {
      server.answers(path, { status: 403, body: { code: '20002' } });
      assert.deepEqual(await microsoft.purchases.subscriptions(contoso), []);
      server.answers(path, { status: 403, body: { code: '2032' } });
      assert.ok((await failure(microsoft.purchases.subscriptions(contoso))) instanceof AccessDenied);
      server.answers(path, { body: { items: [subscription('a'), { status: 7 }] } });
      assert.ok((await failure(microsoft.purchases.subscriptions(contoso))) instanceof UnexpectedAnswer);
    });
  });

  describe('ending the reseller relationship', () => {
    it('is told under our id, whatever the answer holds', async () => {
      server.answers('PATCH ', { body: '}' });
      assert.deepEqual(await microsoft.customers.endReseller(contoso, requestId), { value: undefined, requestId });
      assert.equal(server.headers.at(-1)?.['ms-requestid'], requestId);
    });

    it('is fine where it has ended', async () => {
      server.answers('PATCH ', { status: 403, body: { code: 20002 } });
      assert.equal((await microsoft.customers.endReseller(contoso, requestId)).requestId, requestId);
    });

    it('is refused while something stands in its way', async () => {
      server.answers('PATCH ', { status: 400, body: { code: '3000' } });
      assert.equal((await failure(microsoft.customers.endReseller(contoso, requestId))).problem.reason, 'notAccepted');
    });
  });
});
