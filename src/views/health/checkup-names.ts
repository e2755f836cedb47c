// The names of checks, the type of a finding's words, and where a person can check by hand.
import type { CheckName, Finding } from '../../domain/health/checkup.js';

/**
 * One line for what was found, and one for what to do, absent when there's nothing to do. Plain text for places that don't
 * read markdown: text runs, and a terminal.
 */
export interface CheckWords {
  readonly found: string;
  readonly cure?: string | undefined;
}

/** The words of some kinds of findings, by `what`. */
export type WordsFor<What extends Finding['what']> = {
  readonly [Kind in What]: (finding: Finding & { readonly what: Kind }) => CheckWords;
};

/** The name of each check. */
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

/** Where a person sees it at Microsoft; absent: nowhere that's simpler than checking again. */
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
