// Microsoft answers what it doesn't document, elsewhere or in part: what our clients read of it.
import assert from 'node:assert/strict';
import { UnexpectedAnswer } from '../../src/domain/errors.js';
import { gathered } from '../../src/microsoft/http/pages.js';
import { contoso } from '../support/builders.js';
import { failureOf } from '../support/failure-of.js';
import { ScriptedBench } from '../support/scripted-bench.js';

const fabrikam = '10000000-0000-4000-8000-000000000002';
const relationships = '/v1.0/tenantRelationships/delegatedAdminRelationships';
const aWireRelationship = (id: string, tenantId = contoso) => ({
  id,
  displayName: id,
  status: 'active',
  customer: { tenantId },
  accessDetails: { unifiedRoles: [] },
});
const aCustomer = (id: string) => ({ id, companyProfile: { tenantId: id, companyName: 'Contoso', domain: 'x' } });

describe('our clients, whatever Microsoft answers', () => {
  let bench: ScriptedBench;
  let server: ScriptedBench['server'];
  let stranger: ScriptedBench['stranger'];
  let microsoft: ScriptedBench['microsoft'];
  let events: ScriptedBench['events'];

  beforeEach(async () => {
    bench = await ScriptedBench.open();
    ({ server, stranger, microsoft, events } = bench);
  });
  afterEach(() => bench.close());

  describe('an answer that leads elsewhere', () => {
    it('is read on our own host when a next link names another one', async () => {
      const next = `${stranger.url}${relationships}?$skiptoken=2`;
      server.answers(`GET ${relationships}`, { body: { value: [aWireRelationship('a')], '@odata.nextLink': next } });
      server.answers(`GET ${relationships}?$skiptoken=2`, { body: { value: [aWireRelationship('b')] } });
      assert.deepEqual(
        (await gathered(microsoft.relationships.list())).map(({ id }) => id),
        ['a', 'b'],
      );
      assert.equal(stranger.connections, 0);
    });

    it('is no documented answer when a next link is no address', async () => {
      server.answers(`GET ${relationships}`, { body: { value: [], '@odata.nextLink': 'page two' } });
      assert.ok((await failureOf(gathered(microsoft.relationships.list()))) instanceof UnexpectedAnswer);
    });

    it('is not followed when a next link has another address inside its path', async () => {
      // Microsoft's client takes such a path for the address in it.
      const inside = stranger.url.replace('http:', 'https:');
      for (const next of [`${server.url}/v1.0/${inside}/x`, `${inside}/v1.0/${inside}/x`]) {
        server.answers(`GET ${relationships}`, { body: { value: [], '@odata.nextLink': next } });
        await failureOf(gathered(microsoft.relationships.list()));
      }
      assert.equal(stranger.connections, 0);
    });

    for (const [who, part] of [
      ['Graph', relationships],
      ['Partner Center', '/v1/customers'],
      ['the sign-in service', '/oauth2/'],
    ] as const) {
      it(`is not followed when ${who} redirects`, async () => {
        server.answers(part, { status: 302, headers: { location: `${stranger.url}/somewhere` } });
        await failureOf(
          part === relationships ? gathered(microsoft.relationships.list()) : gathered(microsoft.customers.list()),
        );
        assert.equal(stranger.connections, 0);
      });
    }
  });

  describe('a list from Microsoft', () => {
    it('of one customer’s relationships leaves out those of others, should the filter have done nothing', async () => {
      const value = [aWireRelationship('theirs', fabrikam), aWireRelationship('ours')];
      server.answers('$filter', { body: { value } });
      assert.deepEqual(
        (await microsoft.relationships.listFor(contoso)).map(({ id }) => id),
        ['ours'],
      );
    });

    it('goes on where the token for the next page stands in a link only', async () => {
      const links = { next: { headers: [{ key: 'MS-ContinuationToken', value: 'page two' }] } };
      server.answers('/v1/customers', { body: { items: [aCustomer(contoso)], links } });
      server.answers('seekOperation=Next', { body: { items: [aCustomer(fabrikam)] } });
      assert.deepEqual(
        (await gathered(microsoft.customers.list())).map(({ tenantId }) => tenantId),
        [contoso, fabrikam],
      );
      assert.equal(server.headers.at(-1)?.['ms-continuationtoken'], 'page two');
    });

    it('of everything leaves out what is not understood, and says so in the log', async () => {
      server.answers('/v1/customers', { body: { items: [aCustomer(contoso), 'nonsense'] } });
      server.answers(relationships, { body: { value: [{ id: 'half' }, aWireRelationship('whole')] } });
      assert.equal((await gathered(microsoft.customers.list())).length, 1);
      assert.equal((await gathered(microsoft.relationships.list())).length, 1);
      assert.deepEqual(events, ['itemNotUnderstood', 'itemNotUnderstood']);
    });

    it('of one customer is not understood at all when one item is not', async () => {
      server.answers('$filter', { body: { value: [{ id: 'half' }, aWireRelationship('whole')] } });
      server.answers('/accessAssignments', { body: { value: [{ id: 'half' }] } });
      server.answers('/subscriptions', { body: { items: [{ offerId: 7, status: 'active' }] } });
      for (const read of [
        () => microsoft.relationships.listFor(contoso),
        () => microsoft.relationships.accessAssignments('a'),
        () => microsoft.purchases.azurePlan(contoso),
      ]) {
        assert.ok((await failureOf(read())) instanceof UnexpectedAnswer);
      }
    });
  });

  describe('one item that is not as documented', () => {
    it('does not hide a customer’s other relationships once it is over, and keeps its name taken', async () => {
      const noRoles = { ...aWireRelationship('old'), status: 'terminated', accessDetails: { unifiedRoles: null } };
      const noName = { id: 'nameless', status: 'expired', customer: { tenantId: contoso }, accessDetails: null };
      server.answers('$filter', { body: { value: [noRoles, noName, aWireRelationship('whole')] } });
      const read = await microsoft.relationships.listFor(contoso);
      assert.deepEqual(
        read.map(({ id, status }) => `${id} ${status}`),
        ['old terminated', 'whole active'],
      );
      assert.deepEqual(events, ['itemNotUnderstood']);
    });

    it('does not hide the assignments of other groups', async () => {
      const of = (id: string, status: string, accessDetails: unknown) => ({
        id,
        status,
        accessContainer: { accessContainerId: id },
        accessDetails,
      });
      const value = [of('g1', 'active', { unifiedRoles: null }), { id: 'g2', status: 'deleted' }];
      server.answers('/accessAssignments', { body: { value: [...value, of('g3', 'active', { unifiedRoles: [] })] } });
      const read = await microsoft.relationships.accessAssignments('a');
      assert.deepEqual(
        read.map(({ groupId, status }) => `${groupId} ${status}`),
        ['g1 unknown', 'g3 active'],
      );
    });
  });

  describe('a filter that Graph does not take', () => {
    const lists = (...value: readonly unknown[]) => {
      server.answers(relationships, { body: { value } });
      server.answers('$filter', { status: 400 });
    };

    it('hides nothing of the customer’s that is not understood', async () => {
      for (const customer of [{ tenantId: contoso }, { tenantId: 7 }]) {
        lists({ id: 'half', customer }, aWireRelationship('whole'));
        assert.ok((await failureOf(microsoft.relationships.listFor(contoso))) instanceof UnexpectedAnswer);
      }
    });

    it('does not make others’ that are not understood matter', async () => {
      lists({ id: 'half', customer: { tenantId: fabrikam } }, aWireRelationship('whole'));
      assert.deepEqual(
        (await microsoft.relationships.listFor(contoso)).map(({ id }) => id),
        ['whole'],
      );
    });
  });

  describe('reserved instances', () => {
    const anEntitlement = (changes: object) => ({
      productId: 'product',
      entitlementType: 'virtualMachineReservedInstance',
      quantity: 1,
      expiryDate: '2027-11-22T00:00:00Z',
      ...changes,
    });
    const open = async (...changes: readonly object[]) => {
      server.answers('/entitlements', { body: { items: changes.map(anEntitlement) } });
      return (await microsoft.purchases.reservations(contoso)).map(({ productId }) => productId);
    };

    it('are those that are neither over nor cancelled', async () => {
      const past = { productId: 'over', expiryDate: '2026-11-22T09:59:59Z' };
      const cancelled = { productId: 'cancelled', quantityDetails: [{ status: 'Cancelled' }, { status: 'expired' }] };
      const half = { productId: 'half', quantityDetails: [{ status: 'Cancelled' }, { status: 'fulfilled' }] };
      const noDate = { productId: 'no date', expiryDate: null };
      assert.deepEqual(await open(past, cancelled, half, noDate, { productId: 'open' }), ['half', 'no date', 'open']);
    });

    it('are not known when one of them is not understood, which may be the one that stands in the way', async () => {
      const error = await failureOf(open({}, { quantity: '3' }));
      assert.ok(error instanceof UnexpectedAnswer);
    });
  });

  describe('an answer that does not say what it was asked', () => {
    it('about delegated admin proves nothing', async () => {
      server.answers('/v1/customers/', { body: { id: contoso } });
      assert.ok((await failureOf(microsoft.customers.hasDelegatedAdmin(contoso))) instanceof UnexpectedAnswer);
    });

    it('about the language says none, and one that names a culture alone says that', async () => {
      server.answers('/v1/customers/', { body: { id: contoso } });
      assert.equal(await microsoft.customers.language(contoso), undefined);
      server.answers('/v1/customers/', { body: { id: contoso, billingProfile: { culture: 'pt-BR', language: null } } });
      assert.equal(await microsoft.customers.language(contoso), 'pt-BR');
    });

    it('to a lock for approval, such as a proxy’s page, does not pass for a lock', async () => {
      server.answers('/requests', { headers: { 'content-type': 'text/html' }, body: '<html>Sign in</html>' });
      const lock = microsoft.relationships.lockForApproval({
        do: 'lockForApproval',
        relationshipId: 'a',
        displayName: 'a',
      });
      assert.ok((await failureOf(lock)) instanceof UnexpectedAnswer);
    });
  });
});
