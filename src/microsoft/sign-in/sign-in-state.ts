// How are we signed in, as far as tokens and answers have told?

import type { MicrosoftError } from '../../domain/errors.js';
import { type ServiceName, takesNewSignIn } from '../../domain/health/problem.js';
import type { Credential, SignIn } from '../../domain/health/sign-in.js';
import type { Instant } from '../../domain/time.js';
import type { Clock } from '../../runtime/clock.js';

/** What one redemption for a person has brought. */
export interface Renewal {
  readonly account: SignIn['account'];
  readonly hasMfa: boolean | undefined;
  readonly scopes: readonly string[];
  readonly at: Instant;
}

interface Failure {
  readonly error: MicrosoftError;
  readonly since: Instant;
  /** Who said no: the sign-in service to us, or the service itself to a token. */
  readonly saidBy: 'signIn' | 'service';
  /** When it was last tried, by the clock's `elapsedMs`. */
  readonly triedAtMs: number;
}

// How long nobody is asked again who has said no. What only a new sign-in ends, that ends at once; anything else may be put
// right at Microsoft at any moment.
const restMs = 5_000;
const restForNewSignInMs = 60_000;

// How often it is tried by itself whether somebody has put it right: in one call of the sign-in service's, or in several.
const signInAgainMs = 10_000;
const serviceAgainMs = 30_000;

/** The sign-in as it is known, and whoever wants to hear of changes. */
export class SignInState {
  readonly #credential: Credential;
  readonly #clock: Pick<Clock, 'elapsedMs'>;
  readonly #failures = new Map<ServiceName, Failure>();
  #scopes: Partial<Record<ServiceName, readonly string[]>> = {};
  readonly #listeners = new Set<(signIn: SignIn) => void>();
  #account: SignIn['account'];
  #renewedAt: Instant | undefined;
  #hasMfa: boolean | undefined;
  #told = '';

  constructor(credential: Credential, clock: Pick<Clock, 'elapsedMs'>) {
    this.#credential = credential;
    this.#clock = clock;
  }

  /** The sign-in now. */
  now(): SignIn {
    const [earliest] = [...this.#failures.values()].sort((a, b) => (a.since < b.since ? -1 : 1));
    return {
      credential: this.#credential,
      account: this.#account,
      renewedAt: this.#renewedAt,
      hasMfa: this.#hasMfa,
      scopes: { ...this.#scopes },
      failing: earliest && { problem: earliest.error.problem, since: earliest.since },
    };
  }

  /** Calls back whenever something other than the time of the last renewal has changed. */
  onChange(listener: (signIn: SignIn) => void): void {
    this.#listeners.add(listener);
  }

  /** Somebody's tokens were taken up: what was wrong with those before is over, and what they were good for. */
  begins(account: SignIn['account'], renewedAt: Instant | undefined): void {
    this.#account = account;
    this.#renewedAt = renewedAt;
    this.#hasMfa = undefined;
    this.#scopes = {};
    this.#failures.clear();
    this.#tell();
  }

  /** A token for the person was had. */
  renewed(service: ServiceName, { account, hasMfa, scopes, at }: Renewal): void {
    this.#account = account;
    this.#hasMfa = hasMfa;
    this.#renewedAt = at;
    this.#scopes[service] = scopes;
    // That a service accepts it too is for the service to say.
    if (this.#failures.get(service)?.saidBy === 'signIn') this.#failures.delete(service);
    this.#tell();
  }

  /** A service took the person's token. */
  accepted(service: ServiceName): void {
    if (!this.#failures.delete(service)) return;
    this.#tell();
  }

  /** No token for the person is to be had, or the one that was had is no good. */
  fails(service: ServiceName, error: MicrosoftError, saidBy: Failure['saidBy'], at: Instant): void {
    const since = this.#failures.get(service)?.since ?? at;
    this.#failures.set(service, { error, since, saidBy, triedAtMs: this.#clock.elapsedMs() });
    this.#tell();
  }

  /**
   * What was said a moment ago, and would be said again. What a service has said of a token that can be had is for the
   * service to say again, unless only a new sign-in can change it.
   */
  recentFailure(service: ServiceName): MicrosoftError | undefined {
    const failure = this.#failures.get(service);
    if (!failure) return undefined;
    const takesNew = takesNewSignIn(failure.error.problem);
    if (failure.saidBy === 'service' && !takesNew) return undefined;
    const rest = takesNew ? restForNewSignInMs : restMs;
    return this.#clock.elapsedMs() - failure.triedAtMs < rest ? failure.error : undefined;
  }

  /** The services for which no token is to be had, or that take none, and which may be asked again by now. */
  dueAgain(): readonly ServiceName[] {
    const now = this.#clock.elapsedMs();
    return [...this.#failures].flatMap(([service, { error, saidBy, triedAtMs }]) => {
      // A sign-in that is over does not come back; a new one is found on the disk.
      if (error.problem.reason === 'signInExpired') return [];
      const pause = saidBy === 'service' ? serviceAgainMs : signInAgainMs;
      return now - triedAtMs >= pause ? [service] : [];
    });
  }

  #tell(): void {
    const signIn = this.now();
    const { renewedAt: _, ...others } = signIn;
    const { reason, answer } = others.failing?.problem ?? {};
    const problem = others.failing && { ...others.failing, problem: { reason, answer } };
    const told = JSON.stringify({ ...others, failing: problem });
    if (told === this.#told) return;
    this.#told = told;
    for (const listener of this.#listeners) listener(signIn);
  }
}
