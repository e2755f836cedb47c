// Our clients remove all that connects the partner to a customer, and see that it's gone, with the sandbox in between.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AccessDenied, Refused } from '../../src/domain/errors.js';
import { gathered } from '../../src/microsoft/http/pages.js';
import type { OpenMicrosoft } from '../../src/microsoft/microsoft.js';
import type { Tokens } from '../../src/microsoft/sign-in/tokens.js';
import { tokenFileName } from '../../src/store/folder/token-folder.js';
import { SignInBench } from '../support/sign-in-bench.js';
import { tenantIds } from '../support/world.js';

const { adventureWorks, alpine, contoso, fabrikam, litware, margie, woodgrove } = tenantIds;
const azureGroup = 'b0000000-0000-4000-8000-000000000003';
const requestId = 'cccccccc-2222-4000-8000-000000000001';

describe('an offboarding, with the sandbox for Microsoft', () => {
  let bench: SignInBench;
  let tokens: Tokens;
  let microsoft: OpenMicrosoft;

  beforeEach(async () => {
    bench = await SignInBench.open();
    ({ tokens, microsoft } = await bench.bot({ refreshToken: bench.sandbox.credentials.refreshToken }));
  });
  afterEach(() => bench.close());

  const relationshipOf = async (tenantId: string) => {
    const [relationship] = await microsoft.relationships.listFor(tenantId);
    assert.ok(relationship);
    return relationship;
  };

  describe('looking for a consent', () => {
    it('finds it, finds none, and finds no way in', async () => {
      assert.equal(await microsoft.consents.check(fabrikam), 'given');
      assert.equal(await microsoft.consents.check(litware), 'none');
      assert.equal(await microsoft.consents.check(adventureWorks), 'noWayIn');
      assert.equal(await microsoft.consents.check('10000000-0000-4000-8000-000000000099'), 'noWayIn');
    });

    it('changes nothing about our own sign-in', async () => {
      await gathered(microsoft.customers.list());
      await gathered(microsoft.relationships.list());
      const before = tokens.signIn();
      for (const tenantId of [fabrikam, litware, woodgrove]) await microsoft.consents.check(tenantId);
      assert.deepEqual(tokens.signIn(), before);
      assert.equal((await gathered(microsoft.customers.list())).length, 17);
    });

    it('leaves no token of that tenant on disk or in the log, and goes on with the refresh token from there', async () => {
      await microsoft.consents.check(fabrikam);
      assert.ok(!(await readFile(join(bench.folder, tokenFileName), 'latin1')).includes('RefreshToken'));
      const kept = (await bench.cache().load())?.msal ?? '';
      assert.match(kept, /RefreshToken/);
      assert.ok(!kept.includes(fabrikam));
      for (const [token] of kept.matchAll(/eyJ[\w-]+\.[\w-]+/g)) {
        const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
        assert.equal(claims.tid, bench.sandbox.credentials.tenantId);
      }
      assert.doesNotMatch(JSON.stringify(bench.lines), /eyJ/);
      // The sandbox takes each refresh token once, so that this one is the one that came from there.
      bench.clock.passes(7200);
      const next = await bench.bot();
      assert.equal(await next.microsoft.consents.check(woodgrove), 'given');
      assert.equal((await gathered(next.microsoft.customers.list())).length, 17);
    });

    it('asks one after the other, however many are asked for', async () => {
      const found = await Promise.all(
        [fabrikam, litware, woodgrove, margie].map((each) => microsoft.consents.check(each)),
      );
      assert.deepEqual(found, ['given', 'none', 'given', 'given']);
    });

    it('fails with our own sign-in, which counts', async () => {
      await gathered(microsoft.customers.list());
      bench.sandbox.controls.revokeRefreshTokens();
      await assert.rejects(microsoft.consents.check(fabrikam), AccessDenied);
      assert.equal(tokens.signIn().failing?.problem.reason, 'signInExpired');
    });
  });

  describe('a consent', () => {
    it('is withdrawn, and gone a while later', async () => {
      assert.deepEqual(await microsoft.consents.withdraw(fabrikam, requestId), { value: undefined, requestId });
      assert.equal(await microsoft.consents.check(fabrikam), 'given');
      bench.clock.passes(3);
      assert.equal(await microsoft.consents.check(fabrikam), 'none');
      await microsoft.consents.withdraw(fabrikam, requestId);
      await microsoft.consents.withdraw(litware, 'cccccccc-2222-4000-8000-000000000002');
    });

    it('stays where our account has no role for it', async () => {
      bench.sandbox.controls.setGroupMembers(azureGroup, []);
      await assert.rejects(microsoft.consents.withdraw(fabrikam, requestId), AccessDenied);
    });
  });

  describe('a relationship', () => {
    it('is terminated, once', async () => {
      const { id } = await relationshipOf(fabrikam);
      assert.ok((await microsoft.relationships.terminate(id)).requestId);
      await assert.rejects(microsoft.relationships.terminate(id), Refused);
      assert.equal((await microsoft.relationships.find(id))?.status, 'terminationRequested');
      bench.clock.passes(4);
      assert.equal((await microsoft.relationships.find(id))?.status, 'terminated');
    });

    it('tells what it calls the customer', async () => {
      const { id } = await relationshipOf(fabrikam);
      assert.equal((await microsoft.relationships.find(id))?.customerName, 'Fabrikam Inc');
    });

    it('that is a draft is deleted, and no other one', async () => {
      const id = bench.sandbox.controls.addRelationship({ tenantId: contoso, displayName: 'x', status: 'created' });
      assert.ok((await microsoft.relationships.delete(id)).requestId !== undefined);
      assert.equal(await microsoft.relationships.find(id), undefined);
      await microsoft.relationships.delete(id);
      const { id: active } = await relationshipOf(fabrikam);
      await assert.rejects(microsoft.relationships.delete(active), Refused);
    });
  });

  describe('a customer', () => {
    it('is a reseller’s, with delegated admin or without, until it is nobody’s', async () => {
      assert.deepEqual(await microsoft.customers.relationshipToPartner(fabrikam), {
        isReseller: true,
        delegatedAdmin: false,
      });
      assert.deepEqual(await microsoft.customers.relationshipToPartner(alpine), {
        isReseller: true,
        delegatedAdmin: true,
      });
      await assert.rejects(microsoft.customers.endReseller(alpine, requestId), Refused);
      bench.sandbox.controls.endSubscriptions(alpine, 'suspended');
      await microsoft.customers.endReseller(alpine, requestId);
      assert.deepEqual(await microsoft.customers.relationshipToPartner(alpine), {
        isReseller: true,
        delegatedAdmin: true,
      });
      bench.clock.passes(4);
      assert.deepEqual(await microsoft.customers.relationshipToPartner(alpine), {
        isReseller: false,
        delegatedAdmin: false,
      });
      assert.deepEqual(await microsoft.purchases.subscriptions(alpine), []);
      assert.equal(await microsoft.purchases.azurePlan(alpine), 'notReseller');
      assert.deepEqual(await microsoft.customers.endReseller(alpine, 'cccccccc-2222-4000-8000-000000000002'), {
        value: undefined,
        requestId: 'cccccccc-2222-4000-8000-000000000002',
      });
    });

    it('has subscriptions in every state', async () => {
      const [plan, licence, teams] = await microsoft.purchases.subscriptions(fabrikam);
      assert.equal(plan?.isAzurePlan, true);
      assert.equal(plan.termEndsAt, undefined);
      assert.equal(plan.cancellableUntil, undefined);
      assert.equal(licence?.cancellableUntil, undefined);
      assert.deepEqual(teams, {
        id: '80000001-0000-4000-8000-000000000002',
        offerName: 'Microsoft Teams Enterprise',
        quantity: 40,
        status: 'active',
        isAzurePlan: false,
        isTrial: false,
        autoRenews: true,
        cancellableUntil: '2026-11-27T10:00:00.000Z',
        termEndsAt: '2027-11-20T10:00:00.000Z',
      });
      const states = (await microsoft.purchases.subscriptions(woodgrove)).map(({ status, isTrial }) => [
        status,
        isTrial,
      ]);
      assert.deepEqual(states, [
        ['active', false],
        ['active', false],
        ['suspended', false],
        ['active', true],
      ]);
    });
  });
});
