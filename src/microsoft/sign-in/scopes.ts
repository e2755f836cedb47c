// What is a token asked for, and what does its scope say?
import type { ServiceName } from '../../domain/health/problem.js';

const resources: Readonly<Record<ServiceName, string>> = {
  graph: 'https://graph.microsoft.com',
  partnerCenter: 'https://api.partnercenter.microsoft.com',
};

/** The scope for everything that was consented to, of the service at this address. */
export function scopeOf(service: ServiceName, url: string): string {
  // A service on loopback stands in for Microsoft's, whose name the token is for.
  return `${url.startsWith('https:') ? url : resources[service]}/.default`;
}

/** Which service a scope is of, in whichever national cloud. */
export function serviceOf(scope: string): ServiceName {
  return /partnercenter/i.test(scope) ? 'partnerCenter' : 'graph';
}

const notPermissions = ['openid', 'profile', 'email', 'offline_access', '.default'];

/** The permissions among scopes, without the resource before them. */
export function permissionsIn(scopes: readonly string[]): readonly string[] {
  const names = scopes.map((scope) => scope.slice(scope.lastIndexOf('/') + 1));
  return [...new Set(names)].filter((name) => name !== '' && !notPermissions.includes(name));
}
