// The settings of Microsoft's side of the table.
import { readFileSync } from 'node:fs';
import { readGdapRoles } from './gdap-roles.js';
import { readOwnMessages } from './own-messages.js';
import { readCertificate, readRoots } from './pem-files.js';
import { row } from './setting.js';
import * as a from './setting-schemas.js';

const microsoft = { readIn: 'microsoft' } as const;
const needed = { readIn: 'microsoft', neededIn: 'microsoft' } as const;

/** What it takes to reach Microsoft, and what is wanted there; where one is wrong the doctor asks nothing there. */
export const partnerSettings = {
  partnerCloud: row(
    'PARTNER_CLOUD',
    a.oneOf(['sandbox', 'microsoft']),
    'sandbox: a simulated Microsoft, and every card says so. microsoft: the real one',
    { default: 'sandbox' },
  ),
  // Activities and tokens name their tenant by its id, so a domain would admit no one.
  partnerTenantId: row(
    'PARTNER_TENANT_ID',
    a.id('notPartnerTenantId'),
    'The ID of your own tenant: a GUID, not a domain',
    needed,
  ),
  partnerClientId: row(
    'PARTNER_CLIENT_ID',
    a.id('notPartnerAppId'),
    'The app registration that acts as its signed-in user (App+User)',
    needed,
  ),
  partnerClientSecret: row(
    'PARTNER_CLIENT_SECRET',
    a.secret,
    'The app’s credential, exactly one of three: the value of a client secret',
    { ...microsoft, isSecret: true },
  ),
  partnerClientCertificate: row(
    'PARTNER_CLIENT_CERTIFICATE',
    a.file((path) => readCertificate(readFileSync(path, 'utf8'), path)),
    'Or the path of a PEM file: a certificate that is registered for the app, and its private key',
    microsoft,
  ),
  partnerManagedIdentity: row(
    'PARTNER_MANAGED_IDENTITY',
    a.managedIdentity,
    'Or a managed identity that the app trusts (federated credential): its client ID, or `system`',
    microsoft,
  ),
  partnerRefreshToken: row('PARTNER_REFRESH_TOKEN', a.token, 'A refresh token to begin with', {
    ...microsoft,
    isSecret: true,
  }),
  tokenKey: row('TOKEN_KEY', a.key, 'Encrypts the stored tokens: 32 bytes in base64', {
    ...needed,
    isSecret: true,
  }),
  loginUrl: row('LOGIN_URL', a.url, 'The address of Entra’s sign-in', {
    ...microsoft,
    default: 'https://login.microsoftonline.com',
  }),
  graphUrl: row('GRAPH_URL', a.url, 'The address of Microsoft Graph', {
    ...microsoft,
    default: 'https://graph.microsoft.com',
  }),
  partnerCenterUrl: row('PARTNER_CENTER_URL', a.url, 'The address of Partner Center’s API', {
    ...microsoft,
    default: 'https://api.partnercenter.microsoft.com',
  }),
  // Read with the roles of GDAP_ROLES, in config.ts.
  accessTemplate: row(
    'ACCESS_TEMPLATE',
    a.text,
    'The access that you request in every tenant: a JSON file, or a folder of them. The sandbox has its own',
    { neededIn: 'microsoft', example: './access-template.json' },
  ),
  gdapRoles: row('GDAP_ROLES', a.file(readGdapRoles), 'Roles that are newer than Gatehouse’s list', {
    example: './roles.json',
  }),
  partnerName: row('PARTNER_NAME', a.line(200), 'Your name in messages to customers and on exit certificates'),
  ownMessages: row('APPROVAL_MESSAGE', a.file(readOwnMessages), 'Your own text of the message to customers', {
    example: './approval-message.txt',
  }),
} as const;

/** Microsoft’s addresses that matter to people and events only. */
export const besideSettings = {
  adminPortalUrl: row('ADMIN_PORTAL_URL', a.url, 'The address of the Microsoft 365 admin center', {
    ...microsoft,
    default: 'https://admin.microsoft.com',
  }),
  // @see https://learn.microsoft.com/partner-center/developer/partner-center-webhooks (checked 2026-11-22)
  webhookCertificateUrl: row(
    'WEBHOOK_CERTIFICATE_URL',
    a.url,
    'The address of the certificates that sign Partner Center’s events',
    { default: 'https://3psostorageacct.blob.core.windows.net/cert' },
  ),
  webhookRoots: row(
    'WEBHOOK_ROOTS',
    a.file(readRoots),
    'A PEM file with the roots that these certificates are trusted by, instead of Microsoft’s',
  ),
} as const;
