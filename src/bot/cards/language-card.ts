// The card that says which language a conversation speaks.

import type { Store } from '../../operations/ports/store.js';
import type { ViewContext } from '../../views/render/context.js';
import type { Card } from '../../views/render/templates.js';
import { languageView } from '../../views/tenant/language.js';
import type { Literal } from '../../views/words/text-types.js';
import { languageIn } from '../turn/spoken-language.js';
import { withoutThread } from '../turn/teams-activity.js';

type Source = Pick<Store, 'conversation'>;

/** The card, with a button for each language. `text`: what is said first. */
export function languageCard(source: Source, conversationId: string, context: ViewContext, text: Literal = ''): Card {
  const conversation = source.conversation(withoutThread(conversationId));
  // A conversation that couldn't be saved isn't known to be anybody's own.
  const isPersonal = conversation?.kind === 'personal';
  const isChosen = conversation?.language !== undefined;
  return languageView({ language: languageIn(conversation), isPersonal, isChosen, text }, context);
}

/** Another outline, another card. */
export function languageOutline(source: Source, conversationId: string): unknown {
  const { language, locale } = source.conversation(withoutThread(conversationId)) ?? {};
  return [languageIn({ language, locale }), language !== undefined];
}
