// The sandbox fails, is busy or refuses: what our clients tell, repeat, wait for and log.
import assert from 'node:assert/strict';
import {
  AccessDenied,
  CloudUnavailable,
  NotFound,
  Refused,
  Throttled,
  UnexpectedAnswer,
} from '../../../src/domain/errors.js';
import { gathered } from '../../../src/microsoft/http/pages.js';
import { failureOf } from '../../support/failure-of.js';
import { MicrosoftBench } from '../../support/microsoft-bench.js';
import { tenantIds } from '../../support/world.js';

describe('when something goes wrong in the sandbox', () => {
  let bench: MicrosoftBench;
  let sandbox: MicrosoftBench['sandbox'];
  let microsoft: MicrosoftBench['microsoft'];

  beforeEach(async () => {
    bench = await MicrosoftBench.open();
    ({ sandbox, microsoft } = bench);
  });
  afterEach(() => bench.close());

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
      const error = await failureOf(microsoft.relationships.accessAssignments('x'));
      assert.ok(error instanceof kind, error.constructor.name);
      assert.equal(error.problem.reason, reason);
      assert.match(error.problem.requestId ?? '', /^[0-9a-f-]{36}$/);
    });
  }

  it('repeats a read twice before it gives up, after a moment each time', async () => {
    sandbox.controls.failNext({ path: '/v1/customers', status: 500, times: 2 });
    assert.equal((await gathered(microsoft.customers.list())).length, 17);
    assert.equal(bench.waits.length, 2);
    sandbox.controls.failNext({ path: '/v1/customers', status: 500, times: 3 });
    await failureOf(gathered(microsoft.customers.list()));
    sandbox.controls.failNext({ path: '/v1.0/', status: 500, times: 2 });
    assert.equal((await gathered(microsoft.relationships.list())).length, 14);
  });

  it('repeats no write', async () => {
    sandbox.controls.failNext({ method: 'PATCH', status: 500 });
    await failureOf(microsoft.customers.removeDelegatedAdmin(tenantIds.alpine, 'b'));
    assert.equal(bench.paths().filter((path) => path.startsWith('PATCH')).length, 1);
    sandbox.controls.failNext({ method: 'POST', path: '/v1.0/', status: 500 });
    await failureOf(
      microsoft.relationships.lockForApproval({ do: 'lockForApproval', relationshipId: 'x', displayName: 'y' }),
    );
    assert.equal(bench.paths().filter((path) => path.startsWith('POST /v1.0/')).length, 1);
  });

  for (const kind of ['reset', 'invalidJson'] as const) {
    it(`gets over a read that ends in ${kind}`, async () => {
      sandbox.controls.failNext({ path: '/v1/customers', kind });
      assert.equal((await gathered(microsoft.customers.list())).length, 17);
    });
  }

  it('bench.waits as long as Microsoft asks, to the second, before it asks that service again', async () => {
    sandbox.controls.failNext({ path: '/v1/customers', status: 429, retryAfterSeconds: 4 });
    assert.equal((await gathered(microsoft.customers.list())).length, 17);
    assert.deepEqual(bench.waits, [4000]);
  });

  it('keeps nobody waiting longer than a few seconds, and does not ask meanwhile', async () => {
    sandbox.controls.failNext({ path: '/v1/customers', status: 429, retryAfterSeconds: 57 });
    const error = await failureOf(gathered(microsoft.customers.list()));
    assert.ok(error instanceof Throttled);
    assert.equal(error.retryAfterSeconds, 57);
    const before = bench.paths().length;
    assert.ok((await failureOf(microsoft.purchases.azurePlan(tenantIds.fabrikam))) instanceof Throttled);
    assert.equal(bench.paths().length, before);
    bench.waited += 57_000;
    assert.equal((await gathered(microsoft.customers.list())).length, 17);
  });

  it('does not hold one service back for another', async () => {
    sandbox.controls.failNext({ path: '/v1/customers', status: 429, retryAfterSeconds: 57 });
    await failureOf(gathered(microsoft.customers.list()));
    assert.equal((await gathered(microsoft.relationships.list())).length, 14);
  });

  it('logs one line a call with its path but no ids, and never a token', async () => {
    await microsoft.relationships.accessAssignments('secret-relationship-id').catch(() => undefined);
    await gathered(microsoft.customers.list());
    const text = JSON.stringify(bench.lines);
    assert.ok(text.includes('/tenantRelationships/delegatedAdminRelationships/{id}/accessAssignments'));
    assert.ok(!text.includes('secret-relationship-id'));
    assert.ok(!/bearer|refresh/i.test(text));
  });
});
