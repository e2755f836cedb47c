// Our clients ask the sandbox’s Graph about relationships and assignments, and change them, as documented.
import assert from 'node:assert/strict';
import { isInForce } from '../../../src/domain/access/leftover-access.js';
import { gathered } from '../../../src/microsoft/http/pages.js';
import { failureOf } from '../../support/failure-of.js';
import { MicrosoftBench } from '../../support/microsoft-bench.js';
import { tenantIds } from '../../support/world.js';

describe('Graph in the sandbox', () => {
  let bench: MicrosoftBench;
  let sandbox: MicrosoftBench['sandbox'];
  let microsoft: MicrosoftBench['microsoft'];

  beforeEach(async () => {
    bench = await MicrosoftBench.open();
    ({ sandbox, microsoft } = bench);
  });
  afterEach(() => bench.close());

  it('reads every page of relationships', async () => {
    for (let count = 0; count < 620; count += 1) {
      sandbox.controls.addRelationship({
        displayName: `Many ${count}`,
        tenantId: tenantIds.relecloud,
        status: 'terminated',
        roles: ['Directory Readers'],
      });
    }
    assert.equal((await gathered(microsoft.relationships.list())).length, 620 + 14);
    assert.equal(bench.paths().filter((path) => path.startsWith('GET /v1.0')).length, 3);
  });

  it('reads the customers with a relationship in force, each of whom the relationships name too', async () => {
    const customers = await gathered(microsoft.relationships.listCustomers());
    const relationships = await gathered(microsoft.relationships.list());
    assert.ok(customers.length > 0);
    for (const { tenantId, displayName } of customers) {
      const theirs = relationships.filter(({ customerTenantId }) => customerTenantId === tenantId);
      assert.ok(theirs.some(isInForce), tenantId);
      assert.ok(
        theirs.some(({ customerName }) => customerName === displayName),
        displayName,
      );
    }
    const inForce = relationships.filter(isInForce).map(({ customerTenantId }) => customerTenantId);
    assert.deepEqual([...new Set(inForce)].sort(), customers.map(({ tenantId }) => tenantId).sort());
  });

  it('reads the relationships of one customer with one call', async () => {
    const [relationship, ...more] = await microsoft.relationships.listFor(tenantIds.fabrikam);
    assert.deepEqual(more, []);
    assert.equal(relationship?.status, 'active');
    assert.equal(relationship?.autoExtends, true);
    assert.equal(relationship?.roleIds.length, 9);
    assert.equal(bench.paths().filter((path) => path.startsWith('GET')).length, 1);
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
    bench.waited += 60_000;
    const error = await failureOf(microsoft.relationships.widenAssignment(step));
    assert.equal(error.problem.reason, 'notPossibleNow');
  });

  it('takes a 400 for a stale version where the version is stale, and for a refusal where it is not', async () => {
    const [relationship] = await microsoft.relationships.listFor(tenantIds.fabrikam);
    const [assignment] = await microsoft.relationships.accessAssignments(relationship?.id ?? '');
    assert.ok(relationship && assignment);
    const { id: assignmentId, groupId } = assignment;
    const remove = (etag: string) => {
      sandbox.controls.failNext({ method: 'DELETE', status: 400, code: 'badRequest' });
      return failureOf(
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
