// The token endpoint of a customer's tenant, for the partner's application.
import type { Cloud } from '../cloud.js';
import { Refusal } from '../wire/refusal.js';
import { hasConsent, rolesThere } from '../world/consent.js';
import type { Customer } from '../world/model.js';
import { partner } from '../world/partner.js';
import { clientInfo, idToken } from './id-token.js';
import { check, invalidGrant, redeem } from './redemption.js';
import { readScope } from './scopes.js';
import { accessSeconds } from './token-text.js';

/** What a consent of the partner's application gives it in a tenant. */
const permissions = ['Directory.Read.All', 'User.Read.All'];

/**
 * A token for Graph in the customer's tenant, on behalf of the partner's user, who needs some access there. The refresh
 * token is used up only on success.
 * @throws Refusal in the words of Entra
 */
export function grantAtCustomer({ tokens, world }: Cloud, form: URLSearchParams, customer: Customer) {
  const { tenantId, name } = customer;
  if (form.get('grant_type') !== 'refresh_token') throw notThere(name);
  const wanted = readScope(form.get('scope') ?? '');
  const now = world.now();
  const refreshToken = form.get('refresh_token') ?? '';
  const { userId } = check(tokens, refreshToken, now);
  if (rolesThere(world, customer, userId).length === 0) {
    throw invalidGrant(
      `AADSTS50020: User account from identity provider '${partner.domain}' does not exist in tenant '${name}' and cannot access the application.`,
    );
  }
  if (!hasConsent(world, customer) || wanted.audience !== 'graph') {
    throw invalidGrant('AADSTS65001: The user or administrator has not consented to use the application.');
  }
  const session = redeem(tokens, refreshToken, now);
  const mfa = world.behaviour.mfa && session.hasMfa;
  const answer = {
    token_type: 'Bearer',
    scope: permissions.map((permission) => `https://graph.microsoft.com/${permission}`).join(' '),
    expires_in: accessSeconds,
    ext_expires_in: accessSeconds,
    access_token: tokens.issueAccess({ audience: 'graph', kind: 'app+user', mfa, permissions, userId, tenantId }, now),
    refresh_token: tokens.issueRefresh(now, session),
    client_info: clientInfo(userId),
    ...(wanted.isIdTokenWanted && { id_token: idToken(userId, now, undefined, tenantId) }),
  };
  world.changed();
  return answer;
}

function notThere(name: string): Refusal {
  const message = `AADSTS700016: Application with identifier '${partner.clientId}' was not found in the directory '${name}'.`;
  return new Refusal(400, 'unauthorized_client', message);
}
