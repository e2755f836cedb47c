// A data folder that commit 918f00b wrote, driven through the sandbox: tenants in every state, posted cards, an
// offboarding under way, two certificates, a watched request, messages that Teams did not take. It keeps opening.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AuditFile } from '../../src/store/folder/audit-file.js';
import { FileStore } from '../../src/store/folder/file-store.js';
import { ManualClock } from '../support/manual-clock.js';
import { folderDeps, noLog } from '../support/test-dependencies.js';
import { people, tenantIds, World } from '../support/world.js';

const fixture = fileURLToPath(new URL('../fixtures/data-folder-918f00b', import.meta.url));

const statuses = {
  [tenantIds.contoso]: 'approved',
  [tenantIds.fabrikam]: 'approved',
  [tenantIds.adventureWorks]: 'notConfigured',
  [tenantIds.wideWorld]: 'issuesFound',
  [tenantIds.tailspin]: 'issuesFound',
  [tenantIds.woodgrove]: 'issuesFound',
  [tenantIds.litware]: 'issuesFound',
  [tenantIds.proseware]: 'issuesFound',
  [tenantIds.trey]: 'issuesFound',
  [tenantIds.alpine]: 'notConfigured',
  [tenantIds.coho]: 'issuesFound',
  [tenantIds.fourthCoffee]: 'approved',
  [tenantIds.humongous]: 'issuesFound',
  [tenantIds.lucerne]: 'issuesFound',
  [tenantIds.relecloud]: 'notConfigured',
};

describe('a data folder of 918f00b', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-918f00b-'));
    await cp(fixture, join(folder, 'data'), { recursive: true });
    await cp(`${fixture}.sandbox.json`, join(folder, 'data-sandbox.json'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('opens with everything in it', async () => {
    const data = join(folder, 'data');
    const store = await FileStore.open(data, folderDeps);
    try {
      const seen = Object.fromEntries([...store.tenants()].map(({ tenantId, status }) => [tenantId, status]));
      for (const [tenantId, status] of Object.entries(statuses)) assert.equal(seen[tenantId], status, tenantId);
      assert.equal([...store.tenants()].length, 18);
      assert.equal(store.tenant(tenantIds.northwind)?.leftoverAccess, 'approvalRequest');
      assert.ok(store.tenant(tenantIds.adventureWorks)?.offboarding, 'an offboarding is under way');
      assert.equal([...store.conversations()].length, 2);
      assert.equal([...store.deliveries()].length, 1);
      assert.equal([...store.watchedRequests()].length, 1);
      assert.equal([...store.certificates()].length, 2);
    } finally {
      await store.close();
    }
    const audit = await AuditFile.open(data, { origin: () => undefined, clock: new ManualClock(), log: noLog });
    const lines = (await readFile(join(fixture, 'audit.jsonl'), 'utf8')).trim().split('\n');
    assert.ok((await audit.of(tenantIds.adventureWorks, 100)).length > 0);
    assert.ok(lines.length > 50);
    await audit.close();
  });

  it('is gone on from: the waiting message is delivered, cards are updated, the offboarding comes to its end', async () => {
    const world = await World.over(folder, '2026-11-22T12:10:00.000Z', { OFFBOARD_GRACE_MINUTES: '5' });
    try {
      const megan = world.chat(people.megan, 'chat-of-megan');
      await world.passes(60);
      assert.match(megan.messages.map(({ summary }) => summary).join('\n'), /Contoso Ltd/);
      await world.passes(1200);
      assert.equal(world.log.filter(({ event }) => event === 'fatal').length, 0);
      assert.match(world.teams.messages.map(({ summary }) => summary).join('\n'), /Adventure Works Cycles/);
    } finally {
      await world.end();
    }
  });
});
