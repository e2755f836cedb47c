// When our credentials end, by what Entra lists for an application.
import type { Instant } from '../time.js';

/** When Gatehouse's own credentials end. Absent: never, or it's not known. */
export interface CredentialEnds {
  /** Of the partner's application. */
  readonly app?: Instant | undefined;
  /** Of the bot's own identity. */
  readonly bot?: Instant | undefined;
}

/** A secret that Entra lists for an application. */
export interface ListedCredential {
  /** Its first three characters. */
  readonly hint: string;
  /** Absent: it has no end by the listing. */
  readonly endsAt?: Instant | undefined;
}

/**
 * When ours ends; `undefined`: never, or it isn't listed. Two secrets may begin alike, and then the later end counts: a
 * warning about the wrong one would be worse than the sign-in's own error once ours has ended.
 */
export function endOfOurs(hint: string, listed: readonly ListedCredential[]): Instant | undefined {
  const ends = listed.filter((each) => each.hint === hint).map(({ endsAt }) => endsAt);
  if (ends.length === 0 || ends.includes(undefined)) return undefined;
  return ends.map((endsAt) => endsAt ?? '').reduce((a, b) => (a > b ? a : b));
}
