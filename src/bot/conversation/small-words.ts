// What people type besides commands: greetings and thanks, and a button's name with a tenant's.

import { foldText } from '../../domain/folding.js';
import { type Words, wordsIn } from '../../views/catalogue.js';
import type { TypedButton, TypedVerb } from '../replies/show-tenant.js';

/** A greeting or thanks, in the reader's language or in English; `undefined`: it's neither. */
export function smallTalkIn(said: string, words: Words): 'hello' | 'thanks' | undefined {
  const folded = foldText(said.replace(/\bgatehouse\b/i, ' '));
  const isAmong = (kind: 'hello' | 'thanks') =>
    [words, wordsIn('en')].some(({ help }) => help.smallTalk[kind].some((each) => foldText(each) === folded));
  return isAmong('hello') ? 'hello' : isAmong('thanks') ? 'thanks' : undefined;
}

/** The button that was typed by its label, in the reader's language or in English, and the text after it. */
export function typedButtonIn(said: string, words: Words): TypedButton | undefined {
  const typed = said.replace(/^\/\s*/, '').split(' ');
  for (const [word, verb] of [...labelsOf(words), ...labelsOf(wordsIn('en'))]) {
    const length = word.split(' ').length;
    if (foldText(typed.slice(0, length).join(' ')) === word)
      return { verb, word, search: typed.slice(length).join(' ') };
  }
  return undefined;
}

// The longer label first: the shorter one is its first word.
function labelsOf({ buttons }: Words): readonly (readonly [string, TypedVerb])[] {
  return [
    [foldText(buttons.enable), 'tenant.askEnable'],
    [foldText(buttons.disable), 'tenant.askDisable'],
    [foldText(buttons.planOffboarding), 'offboarding.plan'],
    ['offboard', 'offboarding.plan'],
  ];
}
