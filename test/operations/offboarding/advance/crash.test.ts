// A process that ends at any call or write in the middle of an offboarding does everything once all the same.

import assert from 'node:assert/strict';
import { StoreError } from '../../../../src/domain/errors.js';
import type { Dependencies } from '../../../../src/operations/dependencies.js';
import { heldWrites } from '../../../../src/operations/held-writes.js';
import type { MicrosoftWrites } from '../../../../src/operations/ports/microsoft-writes.js';
import type { Change } from '../../../../src/operations/ports/rows.js';
import { advance as advanceTenant } from '../../../../src/operations/reconcile/advance.js';
import { decided } from '../../../support/a-decided-offboarding.js';
import { contoso } from '../../../support/builders.js';

/** Breaks off at the n-th thing that goes out to Microsoft or to the disk: before it, or after it has happened. */
function breakingAt(n: number, when: 'before' | 'after') {
  let count = 0;
  let isArmed = true;
  return {
    disarm: () => {
      isArmed = false;
    },
    get count() {
      return count;
    },
    async wrap<T>(work: () => Promise<T>): Promise<T> {
      if (!isArmed) return work();
      count += 1;
      if (count === n && when === 'before') throw new Crash();
      const result = await work();
      if (count === n && when === 'after') throw new Crash();
      if (count > n) throw new Crash();
      return result;
    },
  };
}

class Crash extends Error {}

describe('a process that ends in the middle of an offboarding', () => {
  /** Runs an offboarding with an end at the n-th write at Microsoft or of ours, starts again, and runs it to its end. `undefined`: there is no n-th. */
  async function killedAt(n: number, when: 'before' | 'after') {
    const w = await decided();
    await w.clock.passes(300);
    const breaking = breakingAt(n, when);
    const { microsoft, store, audit } = w;
    const { relationships, consents, customers } = microsoft;
    const breakingWrites: MicrosoftWrites = {
      relationships: {
        ...relationships,
        removeAssignment: (step) => breaking.wrap(() => relationships.removeAssignment(step)),
        terminate: (id) => breaking.wrap(() => relationships.terminate(id)),
      },
      consents: { ...consents, withdraw: (...call) => breaking.wrap(() => consents.withdraw(...call)) },
      customers: {
        ...customers,
        removeDelegatedAdmin: (...call) => breaking.wrap(() => customers.removeDelegatedAdmin(...call)),
        endReseller: (...call) => breaking.wrap(() => customers.endReseller(...call)),
      },
    };
    const breakingStore = new Proxy(store, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        if (name === 'commit') return (change: Change) => breaking.wrap(() => target.commit(change));
        return value.bind(target);
      },
    });
    const changed: Dependencies = {
      ...w,
      writesUnder: heldWrites(breakingWrites),
      store: breakingStore,
      audit: {
        of: (...asked) => audit.of(...asked),
        lines: () => audit.lines(),
        allEntries: () => audit.allEntries(),
        append: (entries) => breaking.wrap(() => audit.append(entries)),
      },
      archive: {
        ...w.archive,
        write: (tenant, offboarding) => breaking.wrap(() => w.archive.write(tenant, offboarding)),
      },
    };
    const advance = (tenantId: string) => advanceTenant(changed, tenantId);
    let hasCrashed = false;
    try {
      for (let round = 0; round < 20 && store.tenant(contoso)?.offboarding; round += 1) {
        await advance(contoso);
        microsoft.works();
        await w.clock.passes(2);
      }
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      hasCrashed = true;
    }
    breaking.disarm();
    await w.runs();
    return { ...w, hasCrashed };
  }

  for (const when of ['before', 'after'] as const) {
    it(`does everything once and writes one certificate, whichever line it ended ${when}`, async () => {
      let kills = 0;
      for (let n = 1; ; n += 1) {
        const w = await killedAt(n, when);
        assert.equal(w.store.tenant(contoso), undefined, `${when} ${n}`);
        assert.equal([...w.store.certificates()].length, 1, `${when} ${n}`);
        assert.equal([...w.store.deliveries()].length, 1, `${when} ${n}`);
        assert.deepEqual(
          [...new Set(w.microsoft.done)],
          ['assignment 1', 'consent', 'assignment 2', 'relationship', 'delegatedAdmin', 'reseller'],
          `${when} ${n}`,
        );
        // Under the same id Partner Center does it once; Graph shows that it is at it.
        for (const call of ['consents.withdraw', 'customers.removeDelegatedAdmin', 'customers.endReseller']) {
          const asked = w.microsoft.asked.filter((each) => each.startsWith(call));
          assert.equal(new Set(asked).size, 1, `${when} ${n}: ${asked.join()}`);
        }
        for (const call of ['relationships.removeAssignment', 'relationships.terminate'])
          assert.equal(
            w.microsoft.asked.filter((each) => each.startsWith(call)).length,
            call === 'relationships.removeAssignment' ? 2 : 1,
            `${when} ${n}`,
          );
        if (!w.hasCrashed) break;
        kills += 1;
      }
      assert.ok(kills >= 29, `only ${kills} kills`);
    });
  }

  it('goes on when the disk is full and there is room again', async () => {
    const w = await decided();
    await w.clock.passes(300);
    w.store.isBroken = true;
    await assert.rejects(w.looks(), StoreError);
    assert.deepEqual(w.microsoft.done, []);
    w.store.isBroken = false;
    await w.runs();
    assert.equal([...w.store.certificates()].length, 1);
  });
});
