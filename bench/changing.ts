// Customers that grant delegated admin and take it away again, while something else is measured.
import { setTimeout as pause } from 'node:timers/promises';
import { tenantIdOf } from '../src/sandbox/world/generated-customers.js';
import type { RunningProduct, Stage } from './stage.js';

/** How many tenants change each second. */
export const changesPerSecond = 20;

// Of five customers in a row, this one isn't onboarded: what it grants shows in the list and isn't told to anybody.
const notOnboarded = 4;
const inARow = 5;
// While a reconcile is under way, events wait for their turn.
const longestLagMs = 20_000;

/**
 * Has twenty tenants, spread over all, change each second until it's ended: at Microsoft, whose signed event brings the
 * product to read the tenant and to save what is new.
 */
export async function startChanging(stage: Stage, product: RunningProduct): Promise<{ end(): Promise<void> }> {
  await stage.control('webhook', { url: `${product.url}/api/partner-center` });
  const handledBefore = product.eventsHandled();
  const rows = stage.tenants / inARow;
  const changing = Array.from({ length: changesPerSecond }, (_, index) =>
    tenantIdOf(notOnboarded + inARow * Math.floor((index * rows) / changesPerSecond)),
  );
  const changes: Promise<void>[] = [];
  const change = () => {
    const tenantId = changing[changes.length % changing.length];
    const isOn = Math.floor(changes.length / changing.length) % 2 === 0;
    changes.push(stage.control(`customers/${tenantId}/delegated-admin`, { isOn }));
  };
  const timer = setInterval(change, 1000 / changesPerSecond);
  return {
    async end() {
      clearInterval(timer);
      await Promise.all(changes);
      const deadline = performance.now() + longestLagMs;
      while (product.eventsHandled() - handledBefore < changes.length) {
        if (performance.now() > deadline) throw new Error('it does not keep up with what changes');
        await pause(50);
      }
    },
  };
}
