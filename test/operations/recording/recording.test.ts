// What is audited leaves its line, whether or not it changes anything.
import assert from 'node:assert/strict';
import { Outdated } from '../../../src/domain/errors.js';
import { Recording } from '../../../src/operations/recording/recording.js';
import { alex, megan, tenantBy } from '../../support/builders.js';
import { testDependencies } from '../../support/test-dependencies.js';

describe('a recording', () => {
  it('leaves the line of an audited fact that changes nothing, once, and writes no tenant', async () => {
    const deps = testDependencies(tenantBy.approved());
    const before = deps.contoso();
    const { revision } = deps.store;
    const recording = new Recording(before, deps);
    recording.add([{ type: 'delegatedAdminRemovalSent', requestId: 'request-1' }]);
    await recording.save();
    await recording.save();
    assert.deepEqual(
      deps.audit.entries.map(({ what, requestId }) => ({ what, requestId })),
      [{ what: 'delegatedAdminRemovalSent', requestId: 'request-1' }],
    );
    assert.equal(deps.contoso(), before);
    assert.equal(deps.store.revision, revision);
  });

  it('leaves it before what changes something later, in the order in which they happened', async () => {
    const deps = testDependencies(tenantBy.approved());
    const recording = new Recording(deps.contoso(), deps);
    recording.add([{ type: 'delegatedAdminRemovalSent' }]);
    await recording.save();
    recording.add([{ type: 'disabled', by: alex }]);
    await recording.save();
    assert.deepEqual(
      deps.audit.entries.map(({ what }) => what),
      ['delegatedAdminRemovalSent', 'disabled'],
    );
  });

  it('leaves the lines of what was done at Microsoft, and no others, where another writes the tenant first', async () => {
    const deps = testDependencies(tenantBy.approved());
    const recording = new Recording(deps.contoso(), deps);
    recording.add([
      { type: 'delegatedAdminRemovalSent', requestId: 'request-1' },
      { type: 'disabled', by: alex },
    ]);
    await deps.happens({ type: 'limitationsAccepted', by: megan });
    await assert.rejects(recording.save(), Outdated);
    assert.deepEqual(
      deps.audit.entries.map(({ what }) => what),
      ['delegatedAdminRemovalSent'],
    );
  });

  it('saves nothing of what the audit log does not take', async () => {
    const deps = testDependencies(tenantBy.approved());
    deps.audit.isBroken = true;
    const recording = new Recording(deps.contoso(), deps);
    recording.add([{ type: 'delegatedAdminRemovalSent' }, { type: 'disabled', by: alex }]);
    await assert.rejects(recording.save(), /the disk is full/);
    assert.equal(deps.contoso().status, 'approved');
  });
});
