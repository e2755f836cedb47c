// One replica as a process of its own, which a test kills: it works under locks, and says what it does.
import { HeldRow } from '../../../src/operations/commit.js';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import { systemClock } from '../../../src/runtime/clock.js';
import { Database } from '../../../src/store/postgres/database.js';
import { PgStore } from '../../../src/store/postgres/pg-store.js';
import { joinReplicas } from '../../../src/store/postgres/replica.js';
import { noLog } from '../../support/test-dependencies.js';

/** What a test asks of it. */
export type Asked = { readonly hold: string } | { readonly count: readonly string[] } | { readonly end: true };

/** What it says. `at`: milliseconds since 1970. */
export type Said =
  | { readonly ready: true }
  | { readonly held: string; readonly at: number }
  | { readonly members: number; readonly mine: number; readonly at: number }
  | { readonly counted: string }
  | { readonly failed: string }
  | { readonly ended: true };

const keys = Array.from({ length: 900 }, (_, n) => `tenant ${n}`);
const say = (said: Said) => process.send?.(said);

const workers = new BackgroundWorkers(systemClock, noLog);
const deps = { clock: systemClock, log: noLog, workers };
const database = await Database.open({ url: process.argv[2] ?? '', ...deps });
const store = await PgStore.open(database, { ...deps, onLost: (error) => say({ failed: error.message }) });
const { duties: members, locks } = await joinReplicas(database, store, deps);
const tell = () => {
  const mine = keys.filter((key) => members.isMine(key)).length;
  say({ members: members.count, mine, at: Date.now() });
};
members.changed.on(tell);
let isEnding = false;

async function countOn(id: string): Promise<void> {
  while (!isEnding) {
    try {
      await locks.run(id, async () => {
        const tenant = store.tenant(id);
        if (!tenant) throw new Error(`there is no tenant ${id}`);
        const row = new HeldRow(store, 'tenants', id);
        await systemClock.pause(Math.random() * 4);
        await row.commit({ tenants: [{ ...tenant, version: tenant.version + 1 }] });
      });
      say({ counted: id });
    } catch (error) {
      say({ failed: error instanceof Error ? error.name : String(error) });
    }
  }
}

process.on('message', (asked: Asked) => {
  if ('hold' in asked)
    void locks.run(asked.hold, () => {
      say({ held: asked.hold, at: Date.now() });
      return new Promise(() => undefined);
    });
  else if ('count' in asked) void Promise.all(asked.count.map(countOn)).then(() => say({ ended: true }));
  else isEnding = true;
});
tell();
say({ ready: true });
