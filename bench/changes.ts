// How many changes of a status a second are saved to disk, beside a plain write of the same bytes.
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evolve } from '../src/domain/tenant/evolve.js';
import type { Tenant } from '../src/domain/tenant/tenant.js';
import { systemClock } from '../src/runtime/clock.js';
import { defaultWaits } from '../src/sandbox/world/waits.js';
import { World } from '../src/sandbox/world/world.js';
import { FileStore } from '../src/store/folder/file-store.js';
import { type Figure, figureOf } from './figures.js';
import type { Bench } from './parts.js';
import { quiet } from './quiet.js';
import { seedOf } from './seed.js';
import { alternating } from './statistics.js';

const rounds = 5;
const inARow = 40;
const together = 100;

/** Commits of the product's own store, one after the other and many at once. */
export async function measureChanges({ stage: { tenants } }: Bench): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-bench-'));
  const store = await FileStore.open(join(folder, 'data'), { onLost: () => undefined, log: quiet, clock: systemClock });
  const plain = await open(join(folder, 'plain.jsonl'), 'a');
  try {
    await store.commit({ tenants: seedOf(tenants, new World({ now: () => new Date(), waits: defaultWaits })) });
    const onboarded = [...store.tenants()].filter(({ onboarding }) => onboarding).slice(0, together);
    const [one] = onboarded;
    if (!one) throw new Error('there is nobody to change');
    const change = ({ tenantId }: Tenant) => changeStatus(store, tenantId);
    const write = async (changed: readonly Tenant[]) => {
      await plain.appendFile(changed.map((tenant) => `${JSON.stringify(tenant)}\n`).join(''));
      await plain.datasync();
    };

    await alternating(1, { product: () => change(one), limit: () => write([one]) });
    const each = await alternating(rounds, {
      product: () => rate(inARow, async () => oneByOne(inARow, () => change(one))),
      limit: () => rate(inARow, async () => oneByOne(inARow, () => write([one]))),
    });
    const all = await alternating(rounds, {
      product: () => rate(onboarded.length, () => Promise.all(onboarded.map(change))),
      limit: () => rate(onboarded.length, () => write(onboarded)),
    });
    return [
      figureOf({ what: 'durable status changes, one by one', tenants, unit: 'per second' }, each),
      figureOf({ what: `durable status changes, ${onboarded.length} at once`, tenants, unit: 'per second' }, all),
    ];
  } finally {
    await store.close();
    await plain.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function changeStatus(store: FileStore, tenantId: string): Promise<void> {
  const tenant = store.tenant(tenantId);
  if (!tenant) throw new Error('the tenant is gone');
  const type = tenant.status === 'awaitingMicrosoft' ? 'accessApproved' : 'microsoftAwaited';
  await store.commit({ tenants: [evolve(tenant, { type, at: new Date().toISOString() })] });
}

async function oneByOne(times: number, work: () => Promise<void>): Promise<void> {
  for (let time = 0; time < times; time += 1) await work();
}

async function rate(count: number, work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (count * 1000) / (performance.now() - start);
}
