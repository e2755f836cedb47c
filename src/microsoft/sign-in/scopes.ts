// The scopes that tokens are requested for, and what a scope says.
import type { ServiceName } from '../../domain/problem.js';

const resources: Readonly<Record<ServiceName, string>> = {
  graph: 'https://graph.microsoft.com',
  partnerCenter: 'https://api.partnercenter.microsoft.com',
};

/** The scope for everything with a consent, of the service at this address. */
export function scopeOf(service: ServiceName, url: string): string {
  // A service on loopback stands in for Microsoft's, and the token is for Microsoft's.
  return `${url.startsWith('https:') ? url : resources[service]}/.default`;
}

/** The service of a scope, in any national cloud. */
export function serviceOf(scope: string): ServiceName {
  return /partnercenter/i.test(scope) ? 'partnerCenter' : 'graph';
}

const notPermissions = ['openid', 'profile', 'email', 'offline_access', '.default'];

/** The permissions in scopes, without the resource prefix. */
export function permissionsIn(scopes: readonly string[]): readonly string[] {
  const names = scopes.map((scope) => scope.slice(scope.lastIndexOf('/') + 1));
  return [...new Set(names)].filter((name) => name !== '' && !notPermissions.includes(name));
}
