// The sign-in by which Microsoft is asked.
import type { SignIn } from '../../domain/health/sign-in.js';

/** What is known of it. */
export interface PartnerSignIn {
  /** How Gatehouse is signed in; Microsoft isn't asked. */
  signIn(): SignIn;
}

/** What finds out whether it works again. */
export interface SignInRetry {
  /** Takes up a new sign-in, if there is one, and tries whether the earlier one works again. Never fails. */
  trySignIn(): Promise<void>;
}
