// How many requests Teams takes, as it publishes.
import type { Rate, RateWindow } from '../../runtime/pace.js';

/**
 * Teams' limits for one bot in one conversation. Every request counts, updates of a message too.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit (checked 2026-11-22)
 */
const perConversation: readonly RateWindow[] = [
  { count: 7, ms: 1000, kept: 2, atOnce: 5 },
  { count: 8, ms: 2000, kept: 3, atOnce: 5 },
  { count: 60, ms: 30_000, kept: 2, atOnce: 20 },
  { count: 1800, ms: 3_600_000, kept: 60, atOnce: 600 },
];

/** The rate of one conversation. */
export function rateOf(conversationId: string): Rate {
  return { name: `teams ${conversationId}`, windows: perConversation };
}

/**
 * Teams' limits for one app in one tenant, over all conversations. None is kept: the next that comes free, within a few
 * milliseconds, is an answer's.
 */
export const rateOfAll: Rate = { name: 'teams', windows: [{ count: 50, ms: 1000, kept: 0, atOnce: 8 }] };
