// Why Gatehouse can't sign in to Microsoft, and who can fix it.

import type { SignInReason } from '../../domain/problem.js';
import type { Words } from '../catalogue.js';
import { bare, phrase, unended } from '../render/text.js';
import type { Text } from '../words/text-types.js';

/** The words for a reason; of foreign text only Microsoft's code. */
export interface SignInWords {
  /** The reason in a headline, after "Gatehouse can’t sign in:". Empty: it isn't signed in, and that's all. */
  readonly why: Text;
  /** What happened and why, a whole sentence. */
  readonly cause: Text;
  /** Who does what, and where. */
  readonly cure: Text;
}

/** The words for a reason, with Microsoft's answer, such as `AADSTS50057`, where there is one. */
export function signInWords(reason: SignInReason, { signInReasons }: Words, answer?: string): SignInWords {
  const { why, cause, cure } = signInReasons[reason];
  return { why, cause: answer === undefined ? cause : withAnswer(cause, answer), cure };
}

/** The sentence with Microsoft's answer at its end. */
function withAnswer(sentence: Text, answer: string): Text {
  return phrase`${unended(sentence)} (${bare(answer)}).`;
}
