// As whom, and by what, is Gatehouse signed in to Microsoft, and how long does that last?

import { addDays, type Instant } from '../time.js';
import type { Problem, ServiceName } from './problem.js';

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
  /** When the refresh token was last renewed; every use renews it. */
  readonly renewedAt?: Instant | undefined;
  /** Whether the last access token says that it was made with multifactor authentication. Absent: it does not say. */
  readonly hasMfa?: boolean | undefined;
  /** What the last access token of each service may be used for, without the resource before it. */
  readonly scopes: Readonly<Partial<Record<ServiceName, readonly string[]>>>;
  /** Why no token for the person can be had, and since when. Absent: one can, as far as is known. */
  readonly failing?: { readonly problem: Problem; readonly since: Instant } | undefined;
}

// For how long a sign-in lives that nobody uses.
// @see https://learn.microsoft.com/partner-center/developer/gdap-and-secure-application-model (checked 2026-11-22)
const unusedDays = 90;

/** When the sign-in dies if nobody uses it from now on. Absent: nobody here knows. */
export function signInEnd({ renewedAt }: Pick<SignIn, 'renewedAt'>): Instant | undefined {
  return renewedAt && addDays(renewedAt, unusedDays);
}
