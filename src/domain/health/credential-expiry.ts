// Which of the secrets that Entra lists for an application is ours, and when does it end?
import type { Instant } from '../time.js';

/** When the credentials end by which Gatehouse proves itself. Absent: never, or nobody here knows. */
export interface CredentialEnds {
  /** Of the partner's application. */
  readonly app?: Instant | undefined;
  /** Of the bot's own identity. */
  readonly bot?: Instant | undefined;
}

/** A secret of an application, as Entra lists it. */
export interface ListedCredential {
  /** The first three characters. */
  readonly hint: string;
  /** Absent: it never ends, as far as the listing says. */
  readonly endsAt?: Instant | undefined;
}

/**
 * When ours ends; `undefined`: never, or it is not listed. Two secrets may begin alike. The one that ends last may be ours;
 * to warn of the other for nothing would be worse than the sign-in's own word when ours has ended.
 */
export function endOfOurs(hint: string, listed: readonly ListedCredential[]): Instant | undefined {
  const ends = listed.filter((each) => each.hint === hint).map(({ endsAt }) => endsAt);
  if (ends.length === 0 || ends.includes(undefined)) return undefined;
  return ends.map((endsAt) => endsAt ?? '').reduce((a, b) => (a > b ? a : b));
}
