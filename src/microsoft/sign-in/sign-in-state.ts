// How Gatehouse is signed in, as far as tokens and answers have told.

import type { MicrosoftError } from '../../domain/errors.js';
import type { Credential, SignIn } from '../../domain/health/sign-in.js';
import { type ServiceName, takesNewSignIn } from '../../domain/problem.js';
import type { Instant } from '../../domain/time.js';
import type { Clock } from '../../runtime/clock.js';
import { Emitter } from '../../runtime/emitter.js';

/** The result of one redemption of the person's refresh token. */
export interface Renewal {
  readonly account: SignIn['account'];
  readonly hasMfa: boolean | undefined;
  readonly scopes: readonly string[];
  readonly at: Instant;
}

interface Failure {
  readonly error: MicrosoftError;
  readonly since: Instant;
  /** Who refused: the sign-in service, or a service that was shown the token. */
  readonly saidBy: 'signIn' | 'service';
  /** The last try, by the clock's `elapsedMs`. */
  readonly triedAtMs: number;
  /** The tokens that were refused have been replaced since: nothing is known of the new ones. */
  readonly isOfFormerTokens?: boolean;
}

// How long a refusal holds without asking again. A fault that only a new sign-in ends, ends with it; any other may be fixed
// at Microsoft at any moment.
const restMs = 5_000;
const restForNewSignInMs = 60_000;

// How often it's tried unasked whether the fault is fixed: one call to the sign-in service, or several calls.
const signInAgainMs = 10_000;
const serviceAgainMs = 30_000;

/** The sign-in as it's known. */
export class SignInState {
  readonly #credential: Credential;
  readonly #clock: Pick<Clock, 'elapsedMs'>;
  readonly #failures = new Map<ServiceName, Failure>();
  #scopes: Partial<Record<ServiceName, readonly string[]>> = {};
  /** Anything but the time of the last renewal has changed. */
  readonly changed = new Emitter<[signIn: SignIn]>();
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

  /** A person's tokens were taken up: the faults and permissions of earlier ones no longer count. */
  begins(account: SignIn['account'], renewedAt: Instant | undefined): void {
    this.#account = account;
    this.#renewedAt = renewedAt;
    this.#hasMfa = undefined;
    this.#scopes = {};
    this.#failures.clear();
    this.#tell();
  }

  /**
   * The same sign-in was renewed elsewhere. What the sign-in service has refused here still counts until a token arrives, so
   * that the same fault isn't told again, but may be tried again at once.
   */
  renewedElsewhere(account: SignIn['account'], renewedAt: Instant | undefined): void {
    this.#account = account;
    this.#renewedAt = renewedAt;
    for (const [service, failure] of this.#failures)
      if (failure.saidBy === 'signIn') this.#failures.set(service, { ...failure, isOfFormerTokens: true });
    this.#tell();
  }

  /** A token for the person has arrived. */
  renewed(service: ServiceName, { account, hasMfa, scopes, at }: Renewal): void {
    this.#account = account;
    this.#hasMfa = hasMfa;
    this.#renewedAt = at;
    this.#scopes[service] = scopes;
    // Whether a service accepts it too, the service must say.
    if (this.#failures.get(service)?.saidBy === 'signIn') this.#failures.delete(service);
    this.#tell();
  }

  /** A service accepted the person's token. */
  accepted(service: ServiceName): void {
    if (!this.#failures.delete(service)) return;
    this.#tell();
  }

  /** There's no token for the person, or a service refuses it. */
  fails(service: ServiceName, error: MicrosoftError, saidBy: Failure['saidBy'], at: Instant): void {
    const since = this.#failures.get(service)?.since ?? at;
    this.#failures.set(service, { error, since, saidBy, triedAtMs: this.#clock.elapsedMs() });
    this.#tell();
  }

  /**
   * A refusal that is moments old and would be repeated. What a service has said of an available token it must say again
   * itself, unless only a new sign-in can change it.
   */
  recentFailure(service: ServiceName): MicrosoftError | undefined {
    const failure = this.#failures.get(service);
    if (!failure || failure.isOfFormerTokens) return undefined;
    const takesNew = takesNewSignIn(failure.error.problem);
    if (failure.saidBy === 'service' && !takesNew) return undefined;
    const rest = takesNew ? restForNewSignInMs : restMs;
    return this.#clock.elapsedMs() - failure.triedAtMs < rest ? failure.error : undefined;
  }

  /** The services without a token, or that refuse it, and that may be asked again by now. */
  dueAgain(): readonly ServiceName[] {
    const now = this.#clock.elapsedMs();
    return [...this.#failures].flatMap(([service, { error, saidBy, triedAtMs, isOfFormerTokens }]) => {
      if (isOfFormerTokens) return [service];
      // An ended sign-in doesn't come back; a new one is found where it's left.
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
    this.changed.emit(signIn);
  }
}
