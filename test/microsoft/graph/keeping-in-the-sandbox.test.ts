// The two calls that keep access, against the sandbox's Graph.
import assert from 'node:assert/strict';
import { globalAdministratorId } from '../../../src/domain/access/gdap-roles.js';
import { Refused } from '../../../src/domain/errors.js';
import { failureOf } from '../../support/failure-of.js';
import { MicrosoftBench } from '../../support/microsoft-bench.js';
import { disturb } from '../../support/traffic.js';
import { tenantIds } from '../../support/world.js';

describe('keeping access at Graph', () => {
  let bench: MicrosoftBench;
  let sandbox: MicrosoftBench['sandbox'];
  let microsoft: MicrosoftBench['microsoft'];
  beforeEach(async () => {
    bench = await MicrosoftBench.open();
    ({ sandbox, microsoft } = bench);
  });
  afterEach(() => bench.close());

  const made = (...roles: readonly string[]) =>
    sandbox.controls.addRelationship({
      displayName: 'Ending',
      tenantId: tenantIds.alpine,
      roles: ['Exchange Administrator', 'Security Administrator', ...roles],
      autoExtendDuration: 'P0D',
    });

  it('switches auto-extend on with the version that was just read', async () => {
    const relationshipId = made();
    const { requestId } = await microsoft.relationships.setAutoExtend({ do: 'setAutoExtend', relationshipId });
    assert.ok(requestId);
    assert.equal((await microsoft.relationships.find(relationshipId))?.autoExtends, true);
  });

  it('removes Global Administrator and no other role, as an operation that is followed to its end', async () => {
    const relationshipId = made('Global Administrator');
    const step = { do: 'removeGlobalAdministrator', relationshipId } as const;
    const { value: operation } = await microsoft.relationships.removeGlobalAdministrator(step);
    assert.ok(operation.id);
    assert.ok(operation.retryAfterSeconds > 0);
    assert.notEqual(await microsoft.relationships.operation(relationshipId, operation.id), 'succeeded');
    bench.waited += 60_000;
    assert.equal(await microsoft.relationships.operation(relationshipId, operation.id), 'succeeded');
    const { roleIds = [] } = (await microsoft.relationships.find(relationshipId)) ?? {};
    assert.deepEqual([roleIds.length, roleIds.includes(globalAdministratorId)], [2, false]);
  });

  it('reads again, once, where the relationship has changed meanwhile', async () => {
    const relationshipId = made('Global Administrator');
    let calls = 0;
    disturb(({ url, go }) => {
      if (url.pathname.endsWith(relationshipId)) calls += 1;
      // Between the reading and the change.
      if (calls === 2) sandbox.controls.setAutoExtend(relationshipId, 'PT0S');
      return go();
    });
    const step = { do: 'removeGlobalAdministrator', relationshipId } as const;
    await microsoft.relationships.removeGlobalAdministrator(step).finally(() => disturb(undefined));
    assert.equal(bench.paths().filter((path) => path.startsWith('PATCH')).length, 2);
  });

  it('is refused while Global Administrator is there', async () => {
    const relationshipId = made('Global Administrator');
    const failure = await failureOf(microsoft.relationships.setAutoExtend({ do: 'setAutoExtend', relationshipId }));
    assert.ok(failure instanceof Refused);
    assert.equal((await microsoft.relationships.find(relationshipId))?.autoExtends, false);
  });
});
