// The application that Gatehouse signs in as, and its credential.
import type { Credential } from '../../domain/health/sign-in.js';
import type { Instant } from '../../domain/time.js';

/** The secret side of the credential of the partner's application. */
export type ApplicationCredential =
  | { readonly kind: 'secret'; readonly secret: string }
  | {
      readonly kind: 'certificate';
      /** SHA-256 of the certificate, in hex. */
      readonly thumbprint: string;
      /** The private key, in PEM. */
      readonly privateKey: string;
      /** The certificate and those that lead to its issuer, in PEM. */
      readonly chain: string;
      readonly expiresAt: Instant;
    }
  /** `clientId`: of a user-assigned identity. Absent: the machine's own. */
  | { readonly kind: 'managedIdentity'; readonly clientId?: string | undefined };

/** The partner's application, and where it signs in. */
export interface Application {
  /** Base address of the sign-in service; plain http only on loopback. */
  readonly loginUrl: string;
  /** The partner's own tenant. */
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: ApplicationCredential;
  /** The first one; later ones are in the cache. Absent: an administrator signs in. */
  readonly refreshToken?: string | undefined;
}

/** The part of a credential that may be shown. */
export function publicPart(credential: ApplicationCredential): Credential {
  return credential.kind === 'certificate'
    ? { kind: credential.kind, expiresAt: credential.expiresAt }
    : { kind: credential.kind };
}
