// Where a person checks by hand what a checkup couldn't.

/** By check; absent: nowhere that's simpler than checking again. */
export const checkByHand = {
  graphPermissions: 'Check Entra > App registrations > your app > API permissions.',
  adminAgents: 'Check Entra > Groups > AdminAgents > Members: the account must be there.',
  gdapServicePrincipal: 'Check Entra > Enterprise applications for “Partner Customer Delegated Administration”.',
  people: 'Check Entra > Groups: each group in ADMINS, OPERATORS and VIEWERS needs members.',
  templateGroups: 'Check Entra > Groups: each group must be a security group and, for Azure, a member of AdminAgents.',
  webhooks: 'Run npm run webhooks to see the registration.',
  appCredential: 'Check Entra > App registrations > your app > Certificates & secrets.',
  botCredential: 'Check Entra > App registrations > the bot’s app > Certificates & secrets.',
};
