// The words of /status.
import { icu } from './icu.js';

/** Times are for text blocks only. */
export const statusReport = {
  title: 'Status of Gatehouse',
  neverRead: 'First sync with Microsoft in progress.',
  lastRead: ({ time }: { time: string }) => `✅ Last sync with Microsoft: ${time}.`,
  notRead: ({ since }: { since: string }) => `⚠️ Gatehouse hasn’t been able to read from Microsoft since ${since}.`,
  noEvent: '📨 Partner Center sends its events here. None has arrived since Gatehouse started.',
  lastEvent: ({ time }: { time: string }) => `📨 Last Partner Center event: ${time}.`,
  unlisted: icu<{ count: number }>(
    '🔗 {count, plural, one {# tenant is no longer your customer, neither in Partner Center nor by GDAP, but a request or access of yours is still open there. See /leftovers. To enable it, add it with /add.} other {# tenants are no longer your customers, neither in Partner Center nor by GDAP, but requests or access of yours are still open there. See /leftovers. To enable one, add it with /add.}}',
  ),
  watched: icu<{ count: number }>(
    '👁️ {count, plural, one {# open request to an offboarded tenant is watched until it expires.} other {# open requests to offboarded tenants are watched until they expire.}}',
  ),
  watchedApproved: icu<{ count: number }>(
    '⚠️ {count, plural, one {# of them was approved after all.} other {# of them were approved after all.}}',
  ),
  moreFindings: icu<{ count: number }>(
    '{count, plural, one {# more finding} other {# more findings}}. npm run doctor lists all.',
  ),
  moreConversations: icu<{ count: number }>(
    '{count, plural, one {# more conversation} other {# more conversations}} not shown.',
  ),
  tenants: icu<{ count: number }>('{count, plural, one {# tenant} other {# tenants}}'),
  /** What stands for a conversation; `general` as Teams calls the channel that each team begins with. */
  conversations: {
    personal: 'A personal chat',
    groupChat: 'A group chat',
    channel: 'A channel',
    channelIn: ({ team }: { team: string }) => `A channel in ${team}`,
    channelOf: ({ team, channel }: { team: string; channel: string }) => `${team} › ${channel}`,
    general: 'General',
  },
  subscribed: '✅ Subscribed',
  notSubscribed: '⚪ Not subscribed',
  waiting: icu<{ count: number }>('{count, plural, one {# message waiting} other {# messages waiting}}'),
  kept: icu<{ count: number }>('{count, plural, one {# message kept.} other {# messages kept.}}'),
  unreachable: ({ since, why }: { since: string; why: string }) => `⚠️ Not reachable since ${since}: ${why}.`,
  unreachableUntil:
    'Gatehouse tries again by itself, at least once a day, and at once when someone writes there or reinstalls it.',
  failing: ({ since, why }: { since: string; why: string }) => `⚠️ No delivery since ${since}: ${why}.`,
  failingUntil: 'Gatehouse keeps trying.',
  /** Why Teams takes no message, by its own code. */
  refusals: {
    notInstalled: 'Gatehouse is no longer installed there',
    blocked: 'Gatehouse is blocked there',
    blockedOrUninstalled: 'Gatehouse is blocked or was uninstalled there',
    blockedByAdmin: 'your Teams administrator has blocked the app',
    notFound: 'Teams can’t find this conversation',
    notAccepted: 'Teams doesn’t accept messages there',
    noAnswer: 'Teams doesn’t answer',
  },
};
