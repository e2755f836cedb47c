// Keeps which language a conversation speaks.
import { StoreError } from '../../domain/errors.js';
import { changeConversation } from '../../operations/commit.js';
import type { Store } from '../../operations/ports/store.js';
import type { Log } from '../../runtime/log.js';
import type { Language } from '../../views/catalogue.js';

/** What a conversation can be told to speak. `automatic`: the language of its person's Teams app. */
export type WantedLanguage = Language | 'automatic';

/**
 * Has a conversation speak a language from now on.
 * @returns whether it was otherwise before.
 * @throws StoreError
 */
export async function chooseLanguage(
  { store, log }: { readonly store: Store; readonly log: Log },
  conversationId: string,
  wanted: WantedLanguage,
): Promise<boolean> {
  const hasChanged = await changeConversation(store, conversationId, (known) => {
    if (!known) throw new StoreError('the conversation could not be kept');
    const { language, ...rest } = known;
    if (wanted === (language ?? 'automatic')) return undefined;
    return wanted === 'automatic' ? rest : { ...rest, language: wanted };
  });
  if (hasChanged) log.info('languageChosen', { conversationId, language: wanted });
  return hasChanged;
}
