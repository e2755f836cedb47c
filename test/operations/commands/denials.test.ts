// How much of the audit log a person without any role can fill.
import assert from 'node:assert/strict';
import type { AuditEntry } from '../../../src/domain/tenant/audit-entry.js';
import { Denials } from '../../../src/operations/commands/denials.js';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import { ManualClock } from '../../support/manual-clock.js';
import { noLog } from '../../support/test-dependencies.js';

function some() {
  const clock = new ManualClock();
  const entries: AuditEntry[] = [];
  const denials = new Denials({
    audit: { append: async (more) => void entries.push(...more) },
    clock,
    workers: new BackgroundWorkers(clock, noLog),
  });
  return { clock, entries, denials };
}

describe('somebody who presses what they may not', () => {
  it('is written down, and from the sixth time in an hour on only counted', async () => {
    const { clock, entries, denials } = some();
    for (let press = 0; press < 1000; press += 1) await denials.record({ by: 'megan', asked: 'tenant.enable' });
    assert.equal(entries.length, 5);
    await clock.passes(3600);
    assert.deepEqual(
      entries.slice(5).map(({ what, by, count }) => [what, by, count]),
      [['accessDenied', 'megan', 995]],
    );
    await denials.record({ by: 'megan', asked: 'tenant.disable', tenantId: 't' });
    assert.deepEqual([entries[6]?.asked, entries[6]?.tenantId], ['tenant.disable', 't']);
  });

  it('takes no more than about a thousand lines an hour, however many they are', async () => {
    const { clock, entries, denials } = some();
    for (let press = 0; press < 50_000; press += 1)
      await denials.record({ by: `person ${press % 5000}`, asked: 'tenant.enable' });
    await clock.passes(3600);
    assert.equal(entries.length, 200 * 5 + 200 + 1);
    assert.equal(
      entries.reduce((sum, { count = 1 }) => sum + count, 0),
      50_000,
    );
  });

  it('is told of with what was counted when Gatehouse stops', async () => {
    const { entries, denials, clock } = some();
    for (let press = 0; press < 7; press += 1) await denials.record({ by: 'megan', asked: 'tenants' });
    await denials.stop();
    assert.equal(entries.at(-1)?.count, 2);
    assert.equal(clock.waiting, 0);
  });
});
