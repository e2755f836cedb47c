// Which language a conversation speaks.
import type { Conversation } from '../../operations/ports/rows.js';
import { type Language, languageOf } from '../../views/catalogue.js';
import type { MetConversation } from './teams-activity.js';

/** The language of a conversation: the chosen one, else that of its locale; English where neither is known. */
export function languageIn(conversation: Pick<Conversation, 'language' | 'locale'> | undefined): Language {
  return languageOf(conversation?.language ?? conversation?.locale);
}

/** The same once something is heard from it. */
export function languageHeard(known: Conversation | undefined, met: MetConversation): Language {
  return languageOf(known?.language ?? localeHeard(known, met));
}

/**
 * A person's own chat follows the Teams app in which they type, from one language to another; with two apps in two languages, a
 * click in the other one doesn't turn all cards. A shared conversation keeps what it began with, for every speaker; one that was
 * there before languages were kept takes that of the person who installs the bot again or updates it.
 */
export function localeHeard(known: Conversation | undefined, met: MetConversation): string | undefined {
  if (known && met.kind !== 'personal') return known.locale ?? (met.by === 'installation' ? met.locale : undefined);
  if (known?.locale !== undefined && met.by === 'click') return known.locale;
  // Two clients of one person may differ in the region alone, which changes nothing and would be saved at every click.
  const isSame = known?.locale !== undefined && languageOf(known.locale) === languageOf(met.locale);
  return isSame ? known.locale : (met.locale ?? known?.locale);
}
