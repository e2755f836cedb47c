// A person's own chat with the bot.
import type { Conversation } from '../../operations/ports/rows.js';
import type { Store } from '../../operations/ports/store.js';

/** The chat in which a person, by their Entra object id, is alone with the bot; `undefined`: the bot hasn't met them there. */
export function ownChatOf(personId: string, store: Pick<Store, 'conversations'>): Conversation | undefined {
  if (personId === '') return undefined;
  for (const each of store.conversations())
    if (each.kind === 'personal' && each.people?.[0]?.id === personId) return each;
  return undefined;
}
