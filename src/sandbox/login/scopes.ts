// The service that a token request is for, and its permissions there.

import { Refusal } from '../wire/refusal.js';
import type { AppRegistration } from '../world/app-registration.js';
import type { AccessToken } from './token-text.js';

const resources: Readonly<Record<string, AccessToken['audience']>> = {
  'https://graph.microsoft.com': 'graph',
  'https://api.partnercenter.microsoft.com': 'partnerCenter',
};
const openIdScopes = new Set(['openid', 'profile', 'offline_access', 'email']);

/** What a `scope` requests. */
export interface Wanted {
  readonly audience: AccessToken['audience'];
  /** The resource's own scopes, as asked. */
  readonly scopes: readonly string[];
  readonly isIdTokenWanted: boolean;
}

/**
 * Reads a `scope` parameter; a bare name means Microsoft Graph.
 * @throws Refusal for no resource, two resources, or one that the partner's tenant doesn't know (AADSTS500011)
 */
export function readScope(scope: string): Wanted {
  const all = scope.split(/\s+/).filter(Boolean);
  const scopes = all.filter((name) => !openIdScopes.has(name));
  const audiences = new Set(scopes.map(audienceOf));
  const [audience] = audiences;
  if (!audience) {
    throw new Refusal(
      400,
      'invalid_scope',
      `AADSTS70011: The provided value for the input parameter 'scope' is not valid.`,
    );
  }
  if (audiences.size > 1) {
    throw new Refusal(
      400,
      'invalid_request',
      'AADSTS28000: Provided value for the input parameter scope contains more than one resource.',
    );
  }
  return { audience, scopes, isIdTokenWanted: all.includes('openid') };
}

/**
 * The permissions with a user's consent: all of them for `.default`, otherwise the named ones.
 * @throws Refusal AADSTS65001 when there are none, or fewer than named
 */
export function delegatedTo({ delegated }: AppRegistration, { audience, scopes }: Wanted) {
  const granted = delegated[audience];
  const named = scopes.map(nameOf).filter((name) => name !== '.default');
  if (granted.length === 0 || !named.every((name) => granted.includes(name))) {
    throw new Refusal(
      400,
      'invalid_grant',
      'AADSTS65001: The user or administrator has not consented to use the application. Send an interactive authorization request for this user and resource.',
    );
  }
  const resource = Object.entries(resources).find(([, name]) => name === audience)?.[0];
  const permissions = named.length > 0 ? named : granted;
  return { permissions, qualified: permissions.map((name) => `${resource}/${name}`) };
}

function nameOf(scope: string): string {
  return scope.slice(scope.lastIndexOf('/') + 1);
}

function audienceOf(scope: string): AccessToken['audience'] {
  const separator = scope.lastIndexOf('/');
  if (separator < 0) return 'graph';
  const resource = scope.slice(0, separator).replace(/\/$/, '');
  const audience = resources[resource];
  if (audience) return audience;
  throw new Refusal(
    400,
    'invalid_resource',
    `AADSTS500011: The resource principal named ${resource} was not found in the tenant named Northbridge IT.`,
  );
}
