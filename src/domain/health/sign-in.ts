// Who is signed in to Microsoft, by which credential, and how long that lasts.

import type { Problem, ServiceName } from '../problem.js';
import { addDays, type Instant } from '../time.js';

/** The credential by which the partner's application proves itself. */
export interface Credential {
  readonly kind: 'secret' | 'certificate' | 'managedIdentity';
  /** Absent: it has no end, or it's not known. */
  readonly expiresAt?: Instant | undefined;
}

/** How Gatehouse is signed in, as far as it's known without asking Microsoft. */
export interface SignIn {
  readonly credential: Credential;
  /** The signed-in person, most likely a service account. Absent: no one has signed in yet. */
  readonly account?: { readonly id: string; readonly userName: string; readonly name: string } | undefined;
  /** When the refresh token was last renewed; every use renews it. */
  readonly renewedAt?: Instant | undefined;
  /** Whether the last access token says that it was made with multifactor authentication. Absent: it doesn't say. */
  readonly hasMfa?: boolean | undefined;
  /** Scopes of the last access token, by service, without the resource prefix. */
  readonly scopes: Readonly<Partial<Record<ServiceName, readonly string[]>>>;
  /** Why there's no token for the person, and since when. Absent: there is one, as far as it's known. */
  readonly failing?: { readonly problem: Problem; readonly since: Instant } | undefined;
}

// Days that a sign-in lives without being used.
// @see https://learn.microsoft.com/partner-center/developer/gdap-and-secure-application-model (checked 2026-11-22)
const unusedDays = 90;

/** When the sign-in lapses if it isn't used any more. Absent: it's not known. */
export function signInEnd({ renewedAt }: Pick<SignIn, 'renewedAt'>): Instant | undefined {
  return renewedAt && addDays(renewedAt, unusedDays);
}
