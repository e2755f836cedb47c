// Which language a conversation speaks, with a button for each.

import { type Language, languages, wordsIn } from '../catalogue.js';
import type { ViewContext } from '../render/context.js';
import { messageView } from '../render/message.js';
import type { Card } from '../render/templates.js';
import { joined, shortened } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Literal, Text } from '../words/text-types.js';

/** What the card says. */
export interface SpokenLanguage {
  readonly language: Language;
  /** Whether one person alone reads it. */
  readonly isPersonal: boolean;
  /** Whether it was chosen, and doesn't just follow the Teams app. */
  readonly isChosen: boolean;
  /** What is said first; else empty. */
  readonly text: Literal;
}

/** The card. */
export function languageView(spoken: SpokenLanguage, context: ViewContext): Card {
  const { isPersonal, isChosen, text } = spoken;
  const { language: texts } = context.words;
  const names = { language: wordsIn(spoken.language).language.name };
  const present = isPersonal ? texts.personal(names) : texts.shared(names);
  const lines = [
    ...(text === '' ? [] : [shortened(text, 200)]),
    isPersonal && !isChosen ? joined([present, texts.byTeams]) : present,
    texts.hint,
  ];
  const others = languages.filter((each) => each !== spoken.language || (isPersonal && !isChosen));
  const actions = [
    ...others.map((each) => buttonFor(each, wordsIn(each).language.name, texts)),
    ...(isPersonal && isChosen ? [buttonFor('automatic', texts.automatic, texts)] : []),
  ];
  return messageView({ title: texts.title, lines, actions }, context);
}

function buttonFor(language: Language | 'automatic', title: Text, texts: ViewContext['words']['language']): Button {
  return {
    title,
    tooltip: texts.speak({ language: title }),
    verb: 'language.set',
    data: { chatLanguage: language },
    style: 'default',
  };
}
