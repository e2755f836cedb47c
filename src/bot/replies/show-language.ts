// The answer to /language, and what its buttons do: which language a conversation speaks, and another one for it.

import { foldText } from '../../domain/folding.js';
import { languages, wordsIn } from '../../views/catalogue.js';
import { literal } from '../../views/render/text.js';
import type { Literal } from '../../views/words/text-types.js';
import { languageCard } from '../cards/language-card.js';
import type { WantedLanguage } from '../delivery/chosen-language.js';
import { languageIn } from '../turn/spoken-language.js';
import type { Reply, Turn } from '../turn/turn.js';
import { type BotServices, speaking } from './bot-services.js';
import { refusedToChoose } from './conversation-choice.js';

/** The language that a conversation speaks, with a button for each. `text`: what is said first. */
export function showLanguage(services: BotServices, { conversationId }: Turn, text: Literal = ''): Reply {
  const context = services.context();
  const card = languageCard(services.store, conversationId, context, text);
  return { card, summary: context.words.language.title, view: { kind: 'language' } };
}

/** The answer to what a person has typed after /language. @throws StoreError */
export function answerLanguage(services: BotServices, said: string, turn: Turn): Promise<Reply> | Reply {
  if (said === '') return showLanguage(services, turn);
  const wanted = languageCalled(said);
  if (wanted !== undefined) return changeLanguage(services, turn, wanted);
  return showLanguage(services, turn, services.context().words.language.unknown({ said: literal(said) }));
}

/**
 * Has the conversation speak a language. A viewer may choose that of their own chat, an operator that of a conversation that
 * others read too.
 * @throws StoreError when that can't be saved.
 */
export async function changeLanguage(services: BotServices, turn: Turn, wanted: WantedLanguage): Promise<Reply> {
  const { actor, conversationId, isPersonal } = turn;
  const { words } = services.context();
  const role = await services.roles.roleOf(actor);
  const refused = await refusedToChoose(services, turn, 'language');
  if (refused) return refused;
  if (wanted === 'automatic' && !isPersonal) return showLanguage(services, turn, words.language.onlyPersonal);
  const hasChanged = await services.chooseLanguage(conversationId, wanted);
  const language = languageIn(services.store.conversation(conversationId));
  const answer = showLanguage(speaking(services, { ...turn, language }, isPersonal ? role : undefined), turn);
  return { ...answer, othersMustSee: hasChanged };
}

/** The language that is called so: by its tag, or by its name in any language of the chat. */
function languageCalled(said: string): WantedLanguage | undefined {
  const wanted = foldText(said);
  const isCalled = (name: string | undefined) => name !== undefined && foldText(name) === wanted;
  if ([...languages.map((each) => wordsIn(each).language.automatic), 'automatic', 'auto'].some(isCalled))
    return 'automatic';
  return languages.find((language) =>
    [
      language,
      wordsIn(language).language.name,
      ...languages.map((each) => new Intl.DisplayNames([each], { type: 'language' }).of(language)),
    ].some(isCalled),
  );
}
