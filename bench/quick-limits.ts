// What `--quick` expects. Processor time and counts rather than time, because they say the same while others use the machine.
import type { QuickLimit } from './quick.js';

const tenants = 10_000;

/** The limits, by part. */
export const quickLimits: readonly QuickLimit[] = [
  {
    part: 'turns',
    figure: 'click tenants.list, 16 at once: processor',
    tenants,
    expected: 1.1,
    why: 'a list is drawn, and turned into bytes, once for as long as it stays true; who presses is asked for at each click',
  },
  {
    part: 'turns',
    figure: 'click tenant.open, 16 at once: processor',
    tenants,
    expected: 1.05,
    why: 'a tenant’s card is drawn once for as long as it stays true, and Partner Center is asked once in five minutes',
  },
  {
    part: 'turns',
    figure: 'message /tenants, one by one: processor',
    tenants,
    expected: 1.15,
    why: 'a drawn card is posted again, and the SDK’s clients are made once',
  },
  {
    part: 'flatness',
    figure: 'flat: tenants.list, 20 changes a second: processor',
    tenants,
    expected: 1,
    why: 'the list is kept up by what has changed',
  },
  {
    part: 'flatness',
    figure: 'flat: a filter, 20 changes a second: processor',
    tenants,
    expected: 1,
    why: 'the tenants of each status are kept in their order',
  },
  {
    part: 'flatness',
    figure: 'flat: message /tenants, 20 changes a second: processor',
    tenants,
    expected: 1,
    why: 'conversations, posted cards and deliveries are found by their ids',
  },
  {
    part: 'flatness',
    figure: 'flat: a search: processor',
    tenants,
    expected: 1.1,
    why: 'of most names their letters tell that they can’t be meant',
  },
  {
    part: 'flatness',
    figure: 'flat: tenant.open: processor',
    tenants,
    expected: 1,
    why: 'a tenant is found by its id',
  },
  {
    part: 'reconcileAll',
    figure: 'reconcile: calls',
    tenants,
    expected: 1,
    slip: 1,
    why: 'each page is asked for once, at its largest size',
  },
  {
    part: 'reconcileAll',
    figure: 'reconcile: processor',
    tenants,
    expected: 2,
    why: 'a page is compared with what is known, and let go before V8 takes it for what lasts',
  },
  {
    // A pause of the garbage collector more or less is half again.
    part: 'reconcileAll',
    figure: 'reconcile: longest hold of the event loop, in the middle round',
    tenants,
    expected: 2.8,
    slip: 2,
    why: 'what concerns every tenant is done page by page',
  },
  {
    part: 'start',
    figure: 'start to ready: processor',
    tenants,
    expected: 2.5,
    why: 'what the first answer does not need is loaded later',
  },
  {
    // Not the time of the first message: while others use the machine, that is their time.
    part: 'start',
    figure: 'start to the first /tenants: processor',
    tenants,
    expected: 3.2,
    why: 'loading something later does not make a start cheaper',
  },
  {
    part: 'memory',
    figure: 'memory',
    tenants,
    expected: 1.4,
    why: 'what a page says is let go, and rows share what they have in common',
  },
  {
    part: 'events',
    figure: 'reads of Graph for an event',
    tenants,
    expected: 1,
    slip: 1,
    why: 'an event leads to one read of the tenant that it concerns',
  },
];
