// Who has just searched for tenants from some chat: where they insert a card, Teams adds the bot to that chat.
import { type Instant, secondsBetween } from '../../domain/time.js';
import { changeConversation } from '../../operations/commit.js';
import type { Store } from '../../operations/ports/store.js';
import { ownChatOf } from '../turn/own-chat.js';

// Each is a write, and a person types many.
const writtenEverySeconds = 30 * 60;
// Long enough for a draft that a person comes back to, and for the precision above.
const recentSeconds = 24 * 60 * 60;

/**
 * Keeps that a person has searched, for every replica. Nothing is kept of one whom the bot has never met in a chat of their own.
 * @throws StoreError
 */
export async function keepSearch(store: Store, personId: string, now: Instant): Promise<void> {
  const ownChat = ownChatOf(personId, store);
  if (!ownChat || isWithin(ownChat.searchedAt, now, writtenEverySeconds)) return;
  await changeConversation(store, ownChat.id, (known) => known && { ...known, searchedAt: now });
}

/**
 * Whether a person who adds the bot to a conversation may have done so only by inserting a card there. Teams asks them for it in
 * passing, so the conversation, in which there may be strangers, isn't to hear of every tenant because of that.
 * @see https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/universal-actions-for-search-based-message-extensions (checked 2026-11-28)
 */
export function hasJustSearched(store: Pick<Store, 'conversations'>, personId: string, now: Instant): boolean {
  return isWithin(ownChatOf(personId, store)?.searchedAt, now, recentSeconds);
}

function isWithin(at: Instant | undefined, now: Instant, seconds: number): boolean {
  return at !== undefined && secondsBetween(at, now) < seconds;
}
