// As whom, and by what, is Gatehouse signed in to Microsoft, and how long does that last?
import type { Problem, ServiceName } from './problem.js';
import type { Instant } from './time.js';

/** By what the partner's application proves that it is itself. */
export interface Credential {
  readonly kind: 'secret' | 'certificate' | 'managedIdentity';
  /** When it ends. Absent: never, or nobody here knows. */
  readonly expiresAt?: Instant | undefined;
}

/** How Gatehouse is signed in, as far as is known without asking Microsoft. */
export interface SignIn {
  readonly credential: Credential;
  /** The person, most likely a service account. Absent: nobody has signed in yet. */
  readonly account?: { readonly id: string; readonly userName: string; readonly name: string } | undefined;
  /** When the refresh token was last renewed; it dies when it is not used for 90 days. */
  readonly renewedAt?: Instant | undefined;
  /** Whether the last access token says that it was made with multifactor authentication. Absent: it does not say. */
  readonly hasMfa?: boolean | undefined;
  /** What the last access token of each service may be used for, without the resource before it. */
  readonly scopes: Readonly<Partial<Record<ServiceName, readonly string[]>>>;
  /** Why no token for the person can be had, and since when. Absent: one can, as far as is known. */
  readonly failing?: { readonly problem: Problem; readonly since: Instant } | undefined;
}
