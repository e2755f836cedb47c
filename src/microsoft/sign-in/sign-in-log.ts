// What the log says of the sign-in: each once, though the first token of each service changes what's known of it.
import type { SignIn } from '../../domain/health/sign-in.js';
import type { Emitter } from '../../runtime/emitter.js';
import type { Log } from '../../runtime/log.js';

/** Writes down a sign-in that begins, or works again, and each failure of it. */
export class SignInLog {
  /** Whose sign-in it has written down. Absent: there's none, it fails, or another has begun. */
  #writtenFor: string | undefined;

  constructor(signInChanged: Emitter<[signIn: SignIn]>, log: Log) {
    signInChanged.on(({ failing, account }) => {
      if (failing) log.warn('signInFailed', { ...failing.problem, since: failing.since });
      else if (account && account.id !== this.#writtenFor) log.info('signedIn', { userId: account.id });
      this.#writtenFor = failing ? undefined : account?.id;
    });
  }

  /** A person has signed in again, maybe the same. Not for the tokens that a start takes up, of which it was told. */
  isAnother(): void {
    this.#writtenFor = undefined;
  }
}
