// Controls of the sign-in service and of the partner's application in it.
import { X509Certificate } from 'node:crypto';
import type { Cloud } from '../cloud.js';
import { signInRefusal } from '../login/sign-in-refusal.js';
import { Refusal } from '../wire/refusal.js';
import { type AppRegistration, secretDigest, secretHint } from '../world/app-registration.js';

/** The sign-in service, and the partner's application in it. */
export interface SignInControls {
  /** Whether the user's new access tokens come from a sign-in with MFA. */
  setMfa(isOn: boolean): void;
  /** Revokes every refresh token. */
  revokeRefreshTokens(): void;
  /** Lets every refresh token expire, as 90 days without use do. */
  expireRefreshTokens(): void;
  /** Entra refuses every sign-in of the user with this AADSTS number; `undefined`: no longer. */
  refuseSignIn(number?: number): void;
  /** Whether the client secret has expired. */
  setSecretExpired(isOn: boolean): void;
  /** The end of the client secret, as an ISO instant. */
  setSecretEnd(endsAt: string): void;
  /** Whether “Partner Customer Delegated Administration” is in the partner's tenant. */
  setGdapServicePrincipal(isThere: boolean): void;
  /** Registers the bot's own application with its secret, in place of the earlier one. */
  registerBot(bot: { readonly clientId: string; readonly clientSecret: string; readonly secretEndsAt?: string }): void;
  /** What users have consented to, for each given resource; an empty list is no consent. */
  setConsent(delegated: Partial<AppRegistration['delegated']>): void;
  /** The app-only permissions, for each given resource. */
  setApplicationPermissions(application: Partial<AppRegistration['application']>): void;
  /** Registers a certificate (PEM) for the application. @throws Refusal for other text */
  addCertificate(pem: string): void;
  /** Whether the machine has a managed identity. */
  setManagedIdentity(isOn: boolean): void;
}

/** The controls of one cloud's sign-in service. */
export function signInControls({ tokens, world }: Cloud): SignInControls {
  const { registration } = world;
  return {
    setMfa(isOn) {
      world.behaviour.mfa = isOn;
    },
    revokeRefreshTokens() {
      tokens.revokeRefresh();
      world.changed();
    },
    expireRefreshTokens() {
      tokens.expireRefresh(world.now());
      world.changed();
    },
    refuseSignIn(number) {
      world.behaviour.signInRefusal = number === undefined ? null : signInRefusal(number);
    },
    setSecretExpired(isOn) {
      registration.isSecretExpired = isOn;
      world.changed();
    },
    setSecretEnd(endsAt) {
      registration.secretEndsAt = new Date(endsAt).toISOString();
      world.changed();
    },
    setGdapServicePrincipal(isThere) {
      registration.hasGdapServicePrincipal = isThere;
      world.changed();
    },
    registerBot({ clientId, clientSecret, secretEndsAt }) {
      registration.bot = {
        clientId: clientId.toLowerCase(),
        secretHint: secretHint(clientSecret),
        secretDigest: secretDigest(clientSecret),
        secretEndsAt: secretEndsAt === undefined ? null : new Date(secretEndsAt).toISOString(),
      };
      world.changed();
    },
    setConsent(delegated) {
      Object.assign(registration.delegated, delegated);
      world.changed();
    },
    setApplicationPermissions(application) {
      Object.assign(registration.application, application);
      world.changed();
    },
    addCertificate(pem) {
      registration.certificates.push(readCertificate(pem));
      world.changed();
    },
    setManagedIdentity(isOn) {
      registration.managedIdentity.isOn = isOn;
      world.changed();
    },
  };
}

function readCertificate(pem: string): string {
  try {
    return new X509Certificate(pem).toString();
  } catch {
    throw new Refusal(400, 'badRequest', 'That is no certificate in PEM.');
  }
}
