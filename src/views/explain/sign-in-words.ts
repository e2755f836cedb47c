// Why Gatehouse can't sign in to Microsoft, and who can fix it.
import type { SignInReason } from '../../domain/problem.js';
import type { Words } from '../catalogue.js';

/** The words for a reason; no foreign text. */
export interface SignInWords {
  /** The reason in a headline, after "Gatehouse can’t sign in:". Empty: it isn't signed in, and that's all. */
  readonly why: string;
  /** What happened and why, a whole sentence. */
  readonly cause: string;
  /** Who does what, and where. */
  readonly cure: string;
}

/** The words for a reason, with Microsoft's answer, such as `AADSTS50057`, where there is one. */
export function signInWords(reason: SignInReason, { signInReasons }: Words, answer?: string): SignInWords {
  const { why, cause, cure } = signInReasons[reason];
  return { why, cause: answer === undefined ? cause : withAnswer(cause, answer), cure };
}

/** The sentence with Microsoft's answer at its end. */
function withAnswer(sentence: string, answer: string): string {
  return `${sentence.replace(/\.$/, '')} (${answer}).`;
}
