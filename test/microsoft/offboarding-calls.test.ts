// What ties us to a customer is ended or asked about: what our clients make of any answer.
import assert from 'node:assert/strict';
import { AccessDenied, Refused, UnexpectedAnswer } from '../../src/domain/errors.js';
import { contoso } from '../support/builders.js';
import { failureOf } from '../support/failure-of.js';
import { ScriptedBench } from '../support/scripted-bench.js';
import type { Answer } from '../support/scripted-microsoft.js';

const relationship = '/delegatedAdminRelationships/a';
const requestId = 'cccccccc-1111-4000-8000-000000000001';

describe('what ties us to a customer, whatever Microsoft answers', () => {
  let bench: ScriptedBench;
  let server: ScriptedBench['server'];
  let microsoft: ScriptedBench['microsoft'];

  beforeEach(async () => {
    bench = await ScriptedBench.open();
    ({ server, microsoft } = bench);
  });
  afterEach(() => bench.close());

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
        const error = await failureOf(microsoft.relationships.terminate('a'));
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
        assert.equal((await failureOf(microsoft.relationships.delete('a'))).problem.reason, 'notPossibleNow');
      }
      server.answers(place, version('W/"8"'));
      assert.equal((await failureOf(microsoft.relationships.delete('a'))).problem.reason, 'notAccepted');
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
        assert.ok((await failureOf(standing(body))) instanceof UnexpectedAnswer, JSON.stringify(body));
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
      assert.ok((await failureOf(microsoft.purchases.subscriptions(contoso))) instanceof AccessDenied);
      server.answers(path, { body: { items: [subscription('a'), { status: 7 }] } });
      assert.ok((await failureOf(microsoft.purchases.subscriptions(contoso))) instanceof UnexpectedAnswer);
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
      assert.equal(
        (await failureOf(microsoft.customers.endReseller(contoso, requestId))).problem.reason,
        'notAccepted',
      );
    });
  });
});
