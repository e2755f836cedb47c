// The least that reading everything can cost: a loop that fetches the same pages and does nothing with them.
import type { Stage } from './stage.js';

// The largest pages of each service.
const customersPerPage = 500;
const relationshipsPerPage = 300;

/** The number of calls that reading everything takes at least. */
export function fewestCalls(stage: Stage): number {
  return customerPages(stage) + Math.ceil(stage.relationships / relationshipsPerPage);
}

/** The number of calls to Partner Center among them. */
export function customerPages({ tenants }: Stage): number {
  return Math.ceil(tenants / customersPerPage);
}

/** Signs in, so that the loop itself is pages only; the loop resolves to the number of its calls. */
export async function plainLoop(stage: Stage): Promise<() => Promise<number>> {
  // The loop has no signed-in person, so the application reads alone, as a partner may let it.
  await stage.control('application-permissions', { graph: ['DelegatedAdminRelationship.Read.All'] });
  const graphToken = await signIn(stage, 'https://graph.microsoft.com/.default');
  const partnerToken = await signIn(stage, 'https://api.partnercenter.microsoft.com/.default');
  return async () => {
    const calls = await Promise.all([fetchCustomers(stage, partnerToken), fetchRelationships(stage, graphToken)]);
    return calls.reduce((sum, each) => sum + each, 0);
  };
}

async function fetchCustomers(stage: Stage, token: string): Promise<number> {
  const first = `${stage.setting('PARTNER_CENTER_URL')}/v1/customers?size=${customersPerPage}`;
  let continuation: string | undefined;
  for (let calls = 1; ; calls += 1) {
    const seek = { 'ms-continuationtoken': continuation ?? '' };
    const answer = await fetchPage(continuation ? `${first}&seekOperation=Next` : first, token, seek);
    continuation = answer.continuationToken;
    if (!continuation) return calls;
  }
}

async function fetchRelationships(stage: Stage, token: string): Promise<number> {
  let next: string | undefined =
    `${stage.setting('GRAPH_URL')}/v1.0/tenantRelationships/delegatedAdminRelationships?$top=${relationshipsPerPage}`;
  for (let calls = 0; ; calls += 1) {
    if (!next) return calls;
    next = (await fetchPage(next, token))['@odata.nextLink'];
  }
}

async function fetchPage(url: string, token: string, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(url, { headers: { ...headers, authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as { readonly continuationToken?: string; readonly '@odata.nextLink'?: string };
}

async function signIn(stage: Stage, scope: string): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: stage.setting('PARTNER_CLIENT_ID'),
    client_secret: stage.setting('PARTNER_CLIENT_SECRET'),
    scope,
  });
  const url = `${stage.setting('LOGIN_URL')}/${stage.setting('PARTNER_TENANT_ID')}/oauth2/v2.0/token`;
  const response = await fetch(url, { method: 'POST', body });
  if (!response.ok) throw new Error(`sign-in: ${response.status}`);
  return ((await response.json()) as { readonly access_token: string }).access_token;
}
