// How the services differ from what is usual, by a switch.

/** A refusal of Entra's: the AADSTS number, and OAuth's code with it. */
export interface SignInRefusal {
  readonly number: number;
  readonly error: string;
}

/** Behaviour of the wire where real clients disagree about Microsoft; changed by a control, not kept in the file. */
export interface Behaviour {
  /** Graph's pages hold 300 even if `$top` says otherwise. */
  ignoresTop: boolean;
  /** Milliseconds after a POST during which lockForApproval is answered with 405. */
  lockTooEarlyMs: number;
  /** Milliseconds after a POST during which a relationship isn't found, and after its activation can't be assigned (400). */
  lagMs: number;
  /** Every page's next link leads back to the page itself, the last one's too. */
  pagingLoops: boolean;
  /** Partner Center's last page has a token that leads to 400, code 2000. */
  tokenOnLastPage: boolean;
  /** The user's new access tokens come from a sign-in with MFA. */
  mfa: boolean;
  /** Partner Center's API refuses everything, as it does for an indirect reseller. */
  indirectReseller: boolean;
  /** Entra's answer to every grant for the partner's user, and to every grant where the app is at fault; null: no refusal. */
  signInRefusal: SignInRefusal | null;
  /**
   * Continuous access evaluation at Graph: `challenged` accepts a user's token only if it was requested with claims,
   * `blocked` accepts none, as from a place that a policy forbids.
   */
  accessEvaluation: 'off' | 'challenged' | 'blocked';
  /** Seconds by which the clock in Microsoft's answers is ahead of ours. */
  clockAheadSeconds: number;
}
