// The result of signing in, without anything secret.
import type { Check } from './checks.js';

/** The end of a sign-in, for people to see. */
export interface SignInResult {
  readonly isKept: boolean;
  /** The account that signed in. Absent: no account did. */
  readonly who?: { readonly name: string; readonly userName: string } | undefined;
  readonly headline: string;
  readonly checks: readonly Check[];
  /** Where an administrator consents for the whole tenant. Absent: no consent is missing. */
  readonly consentUrl?: string | undefined;
}

/** What a mark looks like. */
export const signs = { good: '✅', warning: '⚠️', bad: '❌' } as const;

/** What a mark is called for a screen reader. */
export const signNames = { good: 'Good', warning: 'Warning', bad: 'Problem' } as const;

/** The result for a terminal. */
export function resultLines({ headline, who, checks, consentUrl }: SignInResult): readonly string[] {
  const signedIn = who ? [`   ${plain(who.name)}, ${plain(who.userName)}`] : [];
  const lines = checks.flatMap(({ verdict, text, cure }) => [
    `${signs[verdict]} ${plain(text)}`,
    ...(cure === undefined ? [] : [`   ${plain(cure)}`]),
  ]);
  const consent = consentUrl === undefined ? [] : ['', `An administrator grants consent here: ${consentUrl}`];
  return ['', headline, ...signedIn, ...lines, ...consent];
}

// Names come from outside and must not move the terminal's cursor.
function plain(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}
