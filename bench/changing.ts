// Customers that grant delegated admin and take it away again, while something else is measured.
import { setTimeout as pause } from 'node:timers/promises';
import { tenantIdOf } from '../src/sandbox/world/generated-customers.js';
import type { RunningProduct, Stage } from './stage.js';

/** How many tenants change each second. */
export const changesPerSecond = 20;

// Of five customers in a row, this one isn't onboarded: what it grants shows in the list and isn't told to anybody.
const notOnboarded = 4;
const inARow = 5;
// What is under way, it may be behind by; while a reconcile goes on, events wait for their turn.
const mostBehind = changesPerSecond;
const longestLagMs = 60_000;

/**
 * Has twenty tenants, spread over all, change each second until it's ended: at Microsoft, whose signed event brings the
 * product to read the tenant and to save what is new. On a machine that is too busy for it there are fewer changes, and
 * that is said.
 */
export async function startChanging(stage: Stage, product: RunningProduct): Promise<{ end(): Promise<void> }> {
  await stage.control('webhook', { url: `${product.url}/api/partner-center` });
  const before = product.eventsHandled();
  const startedAt = performance.now();
  let changes = 0;
  let isEnding = false;
  const changeAll = async () => {
    while (!isEnding) {
      const next = pause(1000 / changesPerSecond);
      const tenantId = changingTenant(stage.tenants, changes % changesPerSecond);
      const isOn = Math.floor(changes / changesPerSecond) % 2 === 0;
      await stage.control(`customers/${tenantId}/delegated-admin`, { isOn });
      changes += 1;
      await next;
      await untilHandled(product, before + changes - mostBehind);
    }
  };
  const changed = changeAll();
  return {
    async end() {
      isEnding = true;
      await changed;
      const perSecond = (changes * 1000) / (performance.now() - startedAt);
      if (perSecond < 0.9 * changesPerSecond)
        process.stderr.write(`    only ${perSecond.toFixed(1)} changes a second\n`);
      await untilHandled(product, before + changes);
    },
  };
}

function changingTenant(tenants: number, index: number): string {
  return tenantIdOf(notOnboarded + inARow * Math.floor((index * tenants) / inARow / changesPerSecond));
}

async function untilHandled(product: RunningProduct, count: number): Promise<void> {
  const deadline = performance.now() + longestLagMs;
  while (product.eventsHandled() < count) {
    if (performance.now() > deadline) throw new Error('it does not follow what changes');
    await pause(10);
  }
}
