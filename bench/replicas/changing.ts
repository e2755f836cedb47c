// Changes twenty tenants a second, as other replicas do, until it is ended. Says a line when it begins.
import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from './bench-database.js';

const perSecond = 20;
// Apart from each other, and none again soon.
const step = 4999;

const [, , url = ''] = process.argv;
const { store, close } = await openStore(url);
const ids = [...store.tenants()].map(({ tenantId }) => tenantId);
let isEnding = false;
process.once('SIGTERM', () => {
  isEnding = true;
});
process.stdout.write('changing\n');
for (let n = 0; !isEnding; n += 1) {
  const next = pause(1000 / perSecond);
  const tenant = store.tenant(ids[(n * step) % ids.length] ?? '');
  if (tenant) await store.commit({ tenants: [{ ...tenant, version: tenant.version + 1 }] });
  await next;
}
await close();
