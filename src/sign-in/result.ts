// What has come of signing in, as everybody may see it?
import type { Check } from './checks.js';

/** The end of a sign-in, without anything secret. */
export interface SignInResult {
  readonly isKept: boolean;
  /** Who signed in. Absent: nobody did. */
  readonly who?: { readonly name: string; readonly userName: string } | undefined;
  readonly headline: string;
  readonly checks: readonly Check[];
  /** Where an administrator consents for everybody. Absent: nothing is missing. */
  readonly consentUrl?: string | undefined;
}

/** What a mark looks like. */
export const signs = { good: '✅', warning: '⚠️', bad: '❌' } as const;

/** What a mark is called, for whoever does not see it. */
export const signNames = { good: 'Good', warning: 'Look at this', bad: 'Not right' } as const;

/** The result for a terminal. */
export function resultLines({ headline, who, checks, consentUrl }: SignInResult): readonly string[] {
  const signedIn = who ? [`   ${plain(who.name)}, ${plain(who.userName)}`] : [];
  const lines = checks.flatMap(({ mark, text, cure }) => [
    `${signs[mark]} ${plain(text)}`,
    ...(cure === undefined ? [] : [`   ${plain(cure)}`]),
  ]);
  const consent = consentUrl === undefined ? [] : ['', `An administrator gives consent here: ${consentUrl}`];
  return ['', headline, ...signedIn, ...lines, ...consent];
}

// Names come from outside: nothing in them is to move the terminal's cursor.
function plain(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}
