// Commits changes to tenants of its own, so many at a time and for so long; says how many a second.
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import { defaultWaits } from '../../src/sandbox/world/waits.js';
import { World } from '../../src/sandbox/world/world.js';
import { seedOf } from '../seed.js';
import { openStore } from './bench-database.js';

// From when all have their connections until none of them counts any more.
const warmUpMs = 1000;

const [, , url = '', process_ = '0', inFlight = '1', seconds = '1'] = process.argv;
const { store, close } = await openStore(url);
const own = seedOf(Number(inFlight), new World({ now: () => new Date(), waits: defaultWaits })).map(
  (tenant, index) => ({
    ...tenant,
    tenantId: `20000000-0000-4000-8000-${process_.padStart(4, '0')}${String(index).padStart(8, '0')}`,
  }),
);
const from = performance.now() + warmUpMs;
const until = from + Number(seconds) * 1000;
let count = 0;

async function commitAll(tenant: Tenant): Promise<void> {
  const { tenantId } = tenant;
  for (let n = 0; performance.now() < until; n += 1) {
    const at = new Date().toISOString();
    await store.commit({
      basedOn: [store.rowVersion('tenants', tenantId)],
      tenants: [{ ...tenant, version: n + 1 }],
      deliveries: [{ id: tenantId, conversationId: 'chat', kind: 'tenant', at, tenantId, news: 'approved' }],
      audit: [{ at, what: 'relationshipApproved', tenantId }],
    });
    if (performance.now() > from) count += 1;
  }
}

await Promise.all(own.map(commitAll));
process.stdout.write(`${JSON.stringify({ perSecond: count / Number(seconds) })}\n`);
await close();
