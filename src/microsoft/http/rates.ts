// How many calls Microsoft's services take.
import type { Rate } from '../../runtime/pace.js';

/**
 * Partner Center's limit for one partner, of which the background leaves some to people's clicks. Graph counts in ways of its
 * own, which differ by path and by tenant: it says itself when it has had enough, and so does what registers webhooks, which
 * takes few test events and nothing else amiss.
 * @see https://learn.microsoft.com/partner-center/developer/customer-resources (checked 2026-11-22)
 */
export const rates = {
  partnerCenter: { name: 'partnerCenter', windows: [{ count: 500, ms: 60_000, kept: 50, atOnce: 500 }] },
  webhooks: { name: 'webhooks', windows: [] },
  graph: { name: 'graph', windows: [] },
} as const satisfies Readonly<Record<string, Rate>>;
