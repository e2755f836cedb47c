// Which application does Gatehouse sign in as, and by what does it prove that it is itself?
import type { Credential } from '../../domain/health/sign-in.js';
import type { Instant } from '../../domain/time.js';

/** What only the partner's application has. */
export type ApplicationCredential =
  | { readonly kind: 'secret'; readonly secret: string }
  | {
      readonly kind: 'certificate';
      /** SHA-256 of the certificate, in hex. */
      readonly thumbprint: string;
      /** The private key, in PEM. */
      readonly privateKey: string;
      /** The certificate and whatever leads to its issuer, in PEM. */
      readonly chain: string;
      readonly expiresAt: Instant;
    }
  /** `clientId` is that of a user-assigned identity. Absent: the machine's own. */
  | { readonly kind: 'managedIdentity'; readonly clientId?: string | undefined };

/** The partner's application, and where it signs in. */
export interface Application {
  /** Base address of the sign-in service; plain http only on loopback. */
  readonly loginUrl: string;
  /** The partner's own tenant. */
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: ApplicationCredential;
  /** Where to begin; later ones are in the cache. Absent: whoever runs Gatehouse signs it in. */
  readonly refreshToken?: string | undefined;
}

/** What of a credential may be known to everybody. */
export function publicPart(credential: ApplicationCredential): Credential {
  return credential.kind === 'certificate'
    ? { kind: credential.kind, expiresAt: credential.expiresAt }
    : { kind: credential.kind };
}
