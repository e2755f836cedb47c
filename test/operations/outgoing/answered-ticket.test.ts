// A ticket that an answer names, for a tenant that is worked on for long: nobody waits for that one tenant.
import assert from 'node:assert/strict';
import { OutgoingSender } from '../../../src/operations/outgoing/outgoing-sender.js';
import type { OutgoingTarget } from '../../../src/operations/ports/outgoing.js';
import { Recording } from '../../../src/operations/recording/recording.js';
import { busy, type KeyedLock } from '../../../src/runtime/keyed-lock.js';
import { contoso, tenantBy } from '../../support/builders.js';
import { testDependencies } from '../../support/test-dependencies.js';

describe('a ticket for a tenant that is worked on', () => {
  it('is kept once that is over, for which its event is sent again by the same id', async () => {
    const { locks, ...deps } = testDependencies(tenantBy.approved());
    const { store, clock, workers } = deps;
    const sent: string[] = [];
    let isBusy = true;
    const target: OutgoingTarget = {
      id: 'crm',
      host: 'crm.example.com',
      async send({ id }) {
        sent.push(id);
        return { is: 'taken', ticket: 'INC-1' };
      },
    };
    const held: KeyedLock = {
      run: locks.run,
      tryRun: async (key, work, withinMs) => (isBusy ? busy : locks.tryRun(key, work, withinMs)),
    };
    const sender = new OutgoingSender({ ...deps, locks: held, outgoingTargets: [target] });
    const passes = async (seconds: number) => {
      await clock.passes(seconds);
      await workers.idle();
    };
    const recording = new Recording(store.tenant(contoso) ?? assert.fail(), {
      ...deps,
      locks,
      outgoingTargetIds: ['crm'],
    });
    recording.add([{ type: 'accessApproved' }]);
    await recording.save();
    sender.send();
    await passes(5);
    assert.deepEqual([sent.length, store.tenant(contoso)?.ticket], [1, undefined]);
    isBusy = false;
    await passes(10);
    assert.deepEqual([sent.length, new Set(sent).size, store.tenant(contoso)?.ticket], [2, 1, 'INC-1']);
    await passes(600);
    assert.equal(sent.length, 2);
  });
});
