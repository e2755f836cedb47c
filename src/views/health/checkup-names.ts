// What is each check called, and how does somebody look by hand where Gatehouse cannot?
import type { CheckName } from '../../domain/health/checkup.js';

/** What each check is called. */
export const checkTitles: Readonly<Record<CheckName, string>> = {
  settings: 'Settings',
  people: 'People',
  microsoft: 'Microsoft',
  signIn: 'Sign-in',
  mfa: 'Multifactor authentication',
  graphPermissions: 'Graph permissions',
  adminAgents: 'AdminAgents',
  gdapServicePrincipal: 'GDAP service principal',
  templateRoles: 'Roles of the template',
  templateGroups: 'Groups of the template',
  partnerCenter: 'Partner Center',
  webhooks: 'Partner Center events',
  appCredential: 'App’s secret',
  botIdentity: 'Bot’s identity',
  botCredential: 'Bot’s secret',
  clock: 'Clock',
  dataFolder: 'Data folder',
  nodeVersion: 'Node.js',
};

/** Where each thing that Microsoft knows can be seen by a person; absent: nowhere that is simpler than asking again. */
export const byHand: Readonly<Partial<Record<CheckName, string>>> = {
  graphPermissions: 'Look in Entra under App registrations, your app, API permissions.',
  adminAgents: 'Look in Entra under Groups, AdminAgents, Members: the account is to be there.',
  gdapServicePrincipal: 'Look in Entra under Enterprise applications for “Partner Customer Delegated Administration”.',
  people: 'Look in Entra under Groups: each that ADMINS, OPERATORS and VIEWERS name needs members.',
  templateGroups: 'Look in Entra under Groups: each is to be a security group, and for Azure a member of AdminAgents.',
  webhooks: '“npm run webhooks” shows the registration.',
  appCredential: 'Look in Entra under App registrations, your app, Certificates & secrets.',
  botCredential: 'Look in Entra under App registrations, the bot’s app, Certificates & secrets.',
};
