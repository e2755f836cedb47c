// Our clients speak to Microsoft as documented: each against the sandbox, over HTTP.

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
  Throttled,
  UnexpectedAnswer,
} from '../../src/domain/errors.js';
import { HttpClients } from '../../src/microsoft/http-clients.js';
import { openMicrosoft } from '../../src/microsoft/microsoft.js';
import { TokenCache } from '../../src/microsoft/sign-in/token-cache.js';
import { Tokens } from '../../src/microsoft/sign-in/tokens.js';
import type { Microsoft } from '../../src/operations/ports/microsoft.js';
import type { Clock } from '../../src/runtime/clock.js';
import type { Log } from '../../src/runtime/log.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.js';
import { tenantIds } from '../support/world.js';

const lines: unknown[] = [];
const log: Log = {
  info: (event, fields) => lines.push({ event, ...fields }),
  warn: (event, fields) => lines.push({ event, ...fields }),
  error: (event, fields) => lines.push({ event, ...fields }),
};
// Time stands still but for waiting, which is over at once; how long it would have been is noted.
const waits: number[] = [];
let waited = 0;
const clock: Clock = {
  now: () => new Date(Date.parse('2026-11-22T10:00:00Z') + waited).toISOString(),
  elapsedMs: () => waited,
  after: () => () => undefined,
  async pause(milliseconds) {
    waits.push(milliseconds);
    waited += milliseconds;
  },
};

describe('our clients of Microsoft', () => {
  let folder: string;
  let sandbox: Sandbox;
  let microsoft: Microsoft;

  const connect = async (refreshToken = sandbox.credentials.refreshToken) => {
    const { url, credentials } = sandbox;
    const credential = { kind: 'secret', secret: credentials.clientSecret } as const;
    const cache = new TokenCache(join(folder, 'tokens.bin'), Buffer.alloc(32, 1));
    const tokens = new Tokens({ ...credentials, credential, refreshToken, loginUrl: url }, cache, clock, log);
    await tokens.open();
    const clients = new HttpClients({ graphUrl: url, partnerCenterUrl: url }, tokens, clock, log);
    return openMicrosoft(clients, url, clock, log);
  };
  const failure = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => assert.fail('it worked'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof MicrosoftError, String(error));
    return error;
  };
  const paths = () => sandbox.controls.requests().map(({ method, path }) => `${method} ${decodeURIComponent(path)}`);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-microsoft-'));
    lines.length = 0;
    waits.length = 0;
    waited = 0;
    sandbox = await startSandbox({ now: () => new Date(clock.now()) });
    microsoft = await connect();
  });

  afterEach(async () => {
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  });

  describe('signing in', () => {
    const signIns = () => paths().filter((path) => path.includes('/oauth2/v2.0/token')).length;

    it('takes one token for each service, however many calls are made', async () => {
      await Promise.all([microsoft.customers.list(), microsoft.relationships.list(), microsoft.relationships.list()]);
      await microsoft.customers.list();
      assert.equal(signIns(), 2);
    });

    it('goes on from the cache after a restart, though the settings’ token has been spent', async () => {
      const first = sandbox.credentials.refreshToken;
      await microsoft.customers.list();
      const again = await connect(first);
      assert.equal((await again.customers.list()).length, 17);
    });

    it('takes a fresh token once when a service no longer accepts the one it has', async () => {
      await microsoft.customers.list();
      sandbox.controls.failNext({ path: '/v1/customers', status: 401, code: '401' });
      assert.equal((await microsoft.customers.list()).length, 17);
    });

    it('says that somebody has to sign in when the refresh token was withdrawn, and asks no further', async () => {
      sandbox.controls.revokeRefreshTokens();
      for (let times = 0; times < 3; times += 1) {
        const error = await failure(microsoft.purchases.reservations(tenantIds.margie));
        assert.ok(error instanceof AccessDenied);
        assert.equal(error.problem.reason, 'signInExpired');
      }
      assert.equal(signIns(), 1);
    });

    it('says that multifactor authentication is missing', async () => {
      sandbox.controls.setMfa(false);
      assert.equal((await failure(microsoft.relationships.list())).problem.reason, 'mfaRequired');
      assert.equal((await failure(microsoft.purchases.reservations(tenantIds.margie))).problem.reason, 'mfaRequired');
    });

    it('tells a sign-in service that is down from one that says no', async () => {
      sandbox.controls.failNext({ path: '/aaaaaaaa', kind: 'reset', times: 10 });
      assert.ok((await failure(microsoft.customers.list())) instanceof CloudUnavailable);
    });
  });

  describe('Graph', () => {
    it('reads every page of relationships', async () => {
      for (let count = 0; count < 620; count += 1) {
        sandbox.controls.addRelationship({
          displayName: `Many ${count}`,
          tenantId: tenantIds.relecloud,
          status: 'terminated',
          roles: ['Directory Readers'],
        });
      }
      assert.equal((await microsoft.relationships.list()).length, 620 + 14);
      assert.equal(paths().filter((path) => path.startsWith('GET /v1.0')).length, 3);
    });

    it('reads the relationships of one customer with one call', async () => {
      const [relationship, ...more] = await microsoft.relationships.listFor(tenantIds.fabrikam);
      assert.deepEqual(more, []);
      assert.equal(relationship?.status, 'active');
      assert.equal(relationship?.autoExtends, true);
      assert.equal(relationship?.roleIds.length, 9);
      assert.equal(paths().filter((path) => path.startsWith('GET')).length, 1);
    });

    it('reads them all and picks the customer’s when Graph does not take the filter', async () => {
      sandbox.controls.failNext({ path: /%24filter|\$filter/, status: 400, code: 'badRequest' });
      assert.equal((await microsoft.relationships.listFor(tenantIds.fabrikam)).length, 1);
    });

    it('knows a relationship by its id, and one that is gone', async () => {
      const [relationship] = await microsoft.relationships.listFor(tenantIds.fabrikam);
      assert.ok(relationship);
      assert.deepEqual(await microsoft.relationships.find(relationship.id), relationship);
      assert.equal(await microsoft.relationships.find('11111111-0000-4000-8000-000000000000-gone'), undefined);
    });

    it('sends ids as part of the path, whatever is in them', async () => {
      await microsoft.relationships.find('../../x?y#z&w').catch(() => undefined);
      assert.equal(
        sandbox.controls.requests().at(-1)?.path,
        '/v1.0/tenantRelationships/delegatedAdminRelationships/..%2F..%2Fx%3Fy%23z%26w',
      );
    });

    it('widens an assignment, and is told to look again when it has changed meanwhile', async () => {
      const [relationship] = await microsoft.relationships.listFor(tenantIds.fabrikam);
      const [assignment] = await microsoft.relationships.accessAssignments(relationship?.id ?? '');
      assert.ok(relationship && assignment);
      const step = {
        do: 'widenAssignment',
        relationshipId: relationship.id,
        assignmentId: assignment.id,
        etag: assignment.etag,
        groupId: assignment.groupId,
        roleIds: relationship.roleIds.slice(0, 7),
      } as const;
      await microsoft.relationships.widenAssignment(step);
      waited += 60_000;
      const error = await failure(microsoft.relationships.widenAssignment(step));
      assert.equal(error.problem.reason, 'notPossibleNow');
    });

    it('takes a 400 for a stale version where the version is stale, and for a refusal where it is not', async () => {
      const [relationship] = await microsoft.relationships.listFor(tenantIds.fabrikam);
      const [assignment] = await microsoft.relationships.accessAssignments(relationship?.id ?? '');
      assert.ok(relationship && assignment);
      const { id: assignmentId, groupId } = assignment;
      const remove = (etag: string) => {
        sandbox.controls.failNext({ method: 'DELETE', status: 400, code: 'badRequest' });
        return failure(
          microsoft.relationships.removeAssignment({
            do: 'removeAssignment',
            relationshipId: relationship.id,
            assignmentId,
            etag,
            groupId,
          }),
        );
      };
      assert.equal((await remove('W/"old"')).problem.reason, 'notPossibleNow');
      assert.equal((await remove(assignment.etag)).problem.reason, 'notAccepted');
    });

    it('makes the link of the relationship that the customer’s administrator opens', () => {
      assert.equal(
        microsoft.relationships.approvalLink('a-b'),
        `${sandbox.url}/AdminPortal/Home#/partners/invitation/granularAdminRelationships/a-b`,
      );
    });
  });

  describe('the directory', () => {
    const alex = '00000000-0000-4000-8000-000000000020';
    const [admins, operators, viewers] = [1, 2, 3].map((n) => `d0000000-0000-4000-8000-00000000000${n}`) as [
      string,
      string,
      string,
    ];
    const others = (count: number) =>
      Array.from({ length: count }, (_, n) => `d1000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
    const checks = () => sandbox.controls.requests().filter(({ path }) => path.startsWith('/v1.0/users/'));

    it('says which of the groups a person is in, also through a group in a group, and names no other', async () => {
      assert.deepEqual(await microsoft.directory.groupsOf(alex, [admins, operators, viewers]), []);
      sandbox.controls.setGroupMembers(admins, [alex]);
      sandbox.controls.setGroupMembers(viewers, [admins]);
      assert.deepEqual(await microsoft.directory.groupsOf(alex, [admins, operators, viewers]), [admins, viewers]);
      assert.deepEqual(await microsoft.directory.groupsOf(alex, [operators, viewers]), [viewers]);
    });

    it('says what a group is called, and of one that is not there that it is not', async () => {
      assert.equal(await microsoft.directory.groupName(admins), 'Gatehouse admins');
      assert.equal(await microsoft.directory.groupName('d9999999-0000-4000-8000-000000000001'), undefined);
    });

    it('answers in lower case, however ids were written', async () => {
      sandbox.controls.setGroupMembers(admins, [alex]);
      assert.deepEqual(await microsoft.directory.groupsOf(alex.toUpperCase(), [admins.toUpperCase()]), [admins]);
      assert.deepEqual(await microsoft.directory.groupsOf(alex, [admins.toUpperCase(), admins]), [admins]);
    });

    it('asks for twenty groups at a time, for each once, and not at all for none', async () => {
      sandbox.controls.setGroupMembers(operators, [alex]);
      sandbox.controls.setGroupMembers(viewers, [alex]);
      const groupIds = [viewers, ...others(43), viewers, operators];
      assert.deepEqual(await microsoft.directory.groupsOf(alex, groupIds), [viewers, operators]);
      const bodies = checks().map(({ body }) => body as { groupIds: string[] });
      assert.deepEqual(
        bodies.map((body) => body.groupIds.length),
        [20, 20, 5],
      );
      assert.deepEqual(await microsoft.directory.groupsOf(alex, []), []);
      assert.equal(checks().length, 3);
    });

    it('takes somebody whom the directory does not know for nobody’s member', async () => {
      sandbox.controls.setGroupMembers(admins, [alex]);
      sandbox.controls.removeUser(alex);
      assert.deepEqual(await microsoft.directory.groupsOf(alex, [admins]), []);
      assert.deepEqual(await microsoft.directory.groupsOf('29:alex', [admins]), []);
    });

    it('sends the person’s id as part of the path, whatever is in it, and logs none', async () => {
      assert.deepEqual(await microsoft.directory.groupsOf('../groups/x?y#z', [admins]), []);
      assert.equal(checks().at(-1)?.path, '/v1.0/users/..%2Fgroups%2Fx%3Fy%23z/checkMemberGroups');
      const text = JSON.stringify(lines);
      assert.ok(text.includes('/users/{id}/checkMemberGroups'));
      assert.ok(!text.includes('groups/x') && !text.includes(admins));
    });

    for (const fault of [{ status: 500 }, { kind: 'reset' }, { kind: 'invalidJson' }] as const) {
      it(`repeats the question like any read after ${JSON.stringify(fault)}`, async () => {
        sandbox.controls.setGroupMembers(admins, [alex]);
        sandbox.controls.failNext({ path: '/v1.0/users', ...fault, times: 2 });
        assert.deepEqual(await microsoft.directory.groupsOf(alex, [admins]), [admins]);
        assert.equal(checks().length, 3);
      });
    }

    it('is denied where permissions are missing', async () => {
      sandbox.controls.failNext({ path: '/v1.0/users', status: 403, code: 'Authorization_RequestDenied' });
      const error = await failure(microsoft.directory.groupsOf(alex, [admins]));
      assert.ok(error instanceof AccessDenied);
      assert.equal(error.problem.reason, 'noRights');
    });

    it('takes neither a failure nor an answer that it does not understand for no membership', async () => {
      sandbox.controls.failNext({ path: '/v1.0/users', status: 503, times: 3 });
      assert.ok((await failure(microsoft.directory.groupsOf(alex, [admins]))) instanceof CloudUnavailable);
      sandbox.controls.failNext({ path: '/v1.0/users', status: 200 });
      assert.ok((await failure(microsoft.directory.groupsOf(alex, [admins]))) instanceof UnexpectedAnswer);
    });
  });

  describe('Partner Center', () => {
    it('reads every page of customers, however the next page is told', async () => {
      await sandbox.close();
      sandbox = await startSandbox({ now: () => new Date(clock.now()), customers: 1200 });
      for (const tokenOnLastPage of [false, true]) {
        sandbox.controls.setBehaviour({ tokenOnLastPage });
        microsoft = await connect();
        assert.equal((await microsoft.customers.list()).length, 1200);
      }
      const last = sandbox.controls.requests().filter(({ path }) => path.startsWith('/v1/customers'));
      assert.deepEqual(
        last.map(({ status }) => status),
        [200, 200, 200, 200, 200, 200, 400],
      );
    });

    it('knows an active Azure plan, a suspended one, none, and a customer of somebody else', async () => {
      assert.equal(await microsoft.purchases.azurePlan(tenantIds.fabrikam), 'active');
      assert.equal(await microsoft.purchases.azurePlan(tenantIds.litware), 'notActive');
      assert.equal(await microsoft.purchases.azurePlan(tenantIds.woodgrove), 'none');
      sandbox.controls.failNext({ path: /subscriptions/, status: 403, code: '20002' });
      assert.equal(await microsoft.purchases.azurePlan(tenantIds.fabrikam), 'notReseller');
    });

    it('does not say anything about the plan when the check is refused', async () => {
      assert.ok((await failure(microsoft.purchases.azurePlan(tenantIds.lucerne))) instanceof AccessDenied);
    });

    it('knows reserved instances and delegated admin', async () => {
      const reservations = await microsoft.purchases.reservations(tenantIds.margie);
      assert.equal(reservations.length, 2);
      assert.equal(reservations[0]?.kind, 'virtualmachines');
      assert.deepEqual(await microsoft.purchases.reservations(tenantIds.alpine), []);
      assert.equal(await microsoft.customers.hasDelegatedAdmin(tenantIds.alpine), true);
      assert.equal(await microsoft.customers.hasDelegatedAdmin(tenantIds.contoso), false);
    });

    it('knows the language of a customer’s billing profile, which a customer may lack', async () => {
      assert.equal(await microsoft.customers.language(tenantIds.contoso), 'en');
      assert.equal(await microsoft.customers.language(tenantIds.alpine), 'de');
      sandbox.controls.failNext({ path: '/v1/customers', status: 404, code: '60003' });
      assert.ok((await failure(microsoft.customers.language(tenantIds.alpine))) instanceof NotFound);
    });

    it('sends the id that it was given with the removal of delegated admin, and an own one with everything else', async () => {
      await microsoft.customers.removeDelegatedAdmin(tenantIds.alpine, '9fef8b23-6e3e-45d2-8678-e9fe89c35af5');
      await microsoft.customers.hasDelegatedAdmin(tenantIds.alpine);
      const [patch, get] = sandbox.controls.requests().slice(-2);
      assert.equal(patch?.headers['ms-requestid'], '9fef8b23-6e3e-45d2-8678-e9fe89c35af5');
      assert.notEqual(get?.headers['ms-requestid'], patch?.headers['ms-requestid']);
    });
  });

  describe('when something goes wrong', () => {
    const meanings = [
      [400, Refused, 'notAccepted'],
      [403, AccessDenied, 'noRights'],
      [404, NotFound, 'notFound'],
      [405, Refused, 'notPossibleNow'],
      [409, Refused, 'notPossibleNow'],
      [412, Refused, 'notPossibleNow'],
      [418, UnexpectedAnswer, 'unexpectedAnswer'],
      [500, CloudUnavailable, 'unreachable'],
      [503, CloudUnavailable, 'unreachable'],
    ] as const;
    for (const [status, kind, reason] of meanings) {
      it(`means ${reason} by ${status}, and keeps Microsoft’s request id`, async () => {
        sandbox.controls.failNext({ path: '/v1.0/', status, times: 9 });
        const error = await failure(microsoft.relationships.accessAssignments('x'));
        assert.ok(error instanceof kind, error.constructor.name);
        assert.equal(error.problem.reason, reason);
        assert.match(error.problem.requestId ?? '', /^[0-9a-f-]{36}$/);
      });
    }

    it('repeats a read twice before it gives up, after a moment each time', async () => {
      sandbox.controls.failNext({ path: '/v1/customers', status: 500, times: 2 });
      assert.equal((await microsoft.customers.list()).length, 17);
      assert.equal(waits.length, 2);
      sandbox.controls.failNext({ path: '/v1/customers', status: 500, times: 3 });
      await failure(microsoft.customers.list());
      sandbox.controls.failNext({ path: '/v1.0/', status: 500, times: 2 });
      assert.equal((await microsoft.relationships.list()).length, 14);
    });

    it('repeats no write', async () => {
      sandbox.controls.failNext({ method: 'PATCH', status: 500 });
      await failure(microsoft.customers.removeDelegatedAdmin(tenantIds.alpine, 'b'));
      assert.equal(paths().filter((path) => path.startsWith('PATCH')).length, 1);
      sandbox.controls.failNext({ method: 'POST', path: '/v1.0/', status: 500 });
      await failure(
        microsoft.relationships.lockForApproval({ do: 'lockForApproval', relationshipId: 'x', displayName: 'y' }),
      );
      assert.equal(paths().filter((path) => path.startsWith('POST /v1.0/')).length, 1);
    });

    for (const kind of ['reset', 'invalidJson'] as const) {
      it(`gets over a read that ends in ${kind}`, async () => {
        sandbox.controls.failNext({ path: '/v1/customers', kind });
        assert.equal((await microsoft.customers.list()).length, 17);
      });
    }

    it('waits as long as Microsoft asks, to the second, before it asks that service again', async () => {
      sandbox.controls.failNext({ path: '/v1/customers', status: 429, retryAfterSeconds: 4 });
      assert.equal((await microsoft.customers.list()).length, 17);
      assert.deepEqual(waits, [4000]);
    });

    it('keeps nobody waiting longer than a few seconds, and does not ask meanwhile', async () => {
      sandbox.controls.failNext({ path: '/v1/customers', status: 429, retryAfterSeconds: 57 });
      const error = await failure(microsoft.customers.list());
      assert.ok(error instanceof Throttled);
      assert.equal(error.retryAfterSeconds, 57);
      const before = paths().length;
      assert.ok((await failure(microsoft.purchases.azurePlan(tenantIds.fabrikam))) instanceof Throttled);
      assert.equal(paths().length, before);
      waited += 57_000;
      assert.equal((await microsoft.customers.list()).length, 17);
    });

    it('does not hold one service back for another', async () => {
      sandbox.controls.failNext({ path: '/v1/customers', status: 429, retryAfterSeconds: 57 });
      await failure(microsoft.customers.list());
      assert.equal((await microsoft.relationships.list()).length, 14);
    });

    it('logs one line a call with its path but no ids, and never a token', async () => {
      await microsoft.relationships.accessAssignments('secret-relationship-id').catch(() => undefined);
      await microsoft.customers.list();
      const text = JSON.stringify(lines);
      assert.ok(text.includes('/tenantRelationships/delegatedAdminRelationships/{id}/accessAssignments'));
      assert.ok(!text.includes('secret-relationship-id'));
      assert.ok(!/bearer|refresh/i.test(text));
    });
  });
});
