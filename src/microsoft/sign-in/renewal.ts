// What an MSAL result says about the person's sign-in.
import type { AccountInfo, AuthenticationResult } from '@azure/msal-node';
import type { SignIn } from '../../domain/health/sign-in.js';
import type { Instant } from '../../domain/time.js';
import { accessClaims } from './access-claims.js';
import { permissionsIn } from './scopes.js';
import type { Renewal } from './sign-in-state.js';

/** The renewal in a result that has an access token. */
export function renewalIn(result: AuthenticationResult, at: Instant): Renewal {
  const { hasMfa, scopes } = accessClaims(result.accessToken);
  const named = permissionsIn(result.scopes);
  return { account: accountIn(result.account), hasMfa, scopes: named.length > 0 ? named : scopes, at };
}

/** The account in our terms; `undefined`: there's none. */
export function accountIn(account: AccountInfo | null | undefined): SignIn['account'] {
  if (!account) return undefined;
  const { localAccountId: id, username: userName, name } = account;
  return { id, userName, name: name ?? userName };
}

/** The account that Gatehouse acts as: one of the partner's own tenant, or the only one. */
export function ownAccount(accounts: readonly AccountInfo[], partnerId: string): AccountInfo | undefined {
  return accounts.find(({ tenantId }) => tenantId === partnerId) ?? accounts[0];
}
