// The settings that connect the bot to a sandbox.
import type { Sandbox } from './sandbox.js';

/** Where the services of a sandbox are and whom they let in, by the names of the bot's settings. */
export function connectionSettings({ url, credentials }: Pick<Sandbox, 'url' | 'credentials'>) {
  return {
    LOGIN_URL: url,
    GRAPH_URL: url,
    PARTNER_CENTER_URL: url,
    ADMIN_PORTAL_URL: url,
    PARTNER_TENANT_ID: credentials.tenantId,
    PARTNER_CLIENT_ID: credentials.clientId,
    PARTNER_CLIENT_SECRET: credentials.clientSecret,
    PARTNER_REFRESH_TOKEN: credentials.refreshToken,
  };
}
