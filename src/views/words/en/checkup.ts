// The words of a checkup: doctor and /status.
import { checkByHand } from './check-by-hand.js';
import { databaseFindingWords } from './checkup-database.js';
import { directoryFindings } from './checkup-directory.js';
import { machineFindings } from './checkup-machine.js';
import { signInFindings } from './checkup-sign-in.js';
import { icu } from './icu.js';

/** Titles of checks, what each found, and how to fix it. */
export const checkup = {
  titles: {
    settings: 'Settings',
    people: 'Roles',
    microsoft: 'Microsoft',
    signIn: 'Sign-in',
    mfa: 'Multifactor authentication',
    graphPermissions: 'Graph permissions',
    adminAgents: 'AdminAgents',
    gdapServicePrincipal: 'GDAP service principal',
    templateRoles: 'Template roles',
    templateGroups: 'Template groups',
    partnerCenter: 'Partner Center',
    webhooks: 'Partner Center events',
    appCredential: 'App credentials',
    botIdentity: 'Bot identity',
    botCredential: 'Bot secret',
    clock: 'Clock',
    dataFolder: 'Data folder',
    database: 'Database',
    databaseLogin: 'Database login',
    databaseClock: 'Database clock',
    nodeVersion: 'Node.js',
  },
  byHand: checkByHand,
  findings: {
    // Any check.
    mayNotLook: { found: 'Gatehouse doesn’t have permission to check this.' },
    stillLooking: { found: 'Microsoft hasn’t answered yet.', cure: 'Try again in a moment.' },
    settingsInTheWay: {
      found: 'Not checked: required settings are missing or invalid.',
      cure: 'Fix the settings first.',
    },
    databaseInTheWay: {
      found: 'Not checked: the sign-in is in the database.',
      cure: 'Fix the database first.',
    },
    comesWithTheBot: {
      found: 'Not checked: the sandbox runs inside the bot.',
      cure: 'Use /status in the chat instead.',
    },
    broke: { found: 'The check failed because of an error in Gatehouse.', cure: 'Search the log for “checkBroke”.' },
    settingsWhole: { found: 'All settings are valid.' },
    // Who may act.
    everybodyMay: {
      found: 'ADMINS, OPERATORS and VIEWERS are empty, so everyone is an admin. Only the sandbox allows this.',
    },
    peopleNamed: {
      found: icu<{ count: number }>(
        'ADMINS, OPERATORS and VIEWERS name {count, plural, one {# person or group} other {# people or groups}}.',
      ),
    },
    nobodyMay: {
      found: 'No one has a role: ADMINS, OPERATORS and VIEWERS are empty.',
      foundWithGroups: ({ groups }: { groups: string }) =>
        `No one has a role: ADMINS, OPERATORS and VIEWERS name only groups that can’t be found or have no members (${groups}).`,
      cure: 'Add your Entra object ID to ADMINS. Gatehouse shows it to anyone who asks for something without a role.',
    },
    noAdmins: {
      found: 'ADMINS is empty, so no one can disable or offboard a tenant, and no one gets alerts.',
      foundWithGroups: ({ groups }: { groups: string }) =>
        `ADMINS names only groups that can’t be found or have no members (${groups}), so no one can disable or offboard a tenant, and no one gets alerts.`,
      cure: 'Add the Entra object ID of at least one person to ADMINS.',
    },
    emptyGroups: {
      found: icu<{ count: number; groups: string }>(
        '{count, plural, one {# group} other {# groups}} in ADMINS, OPERATORS or VIEWERS can’t be found or {count, plural, one {has} other {have}} no members: {groups}.',
      ),
      cure: 'Add members in Entra (Groups), or remove the group from the setting.',
    },
    noSecondAdmin: {
      found:
        'A second admin is required (SECOND_ADMIN_FOR or REQUIRE_SECOND_ADMIN), but ADMINS names only one person, so no one can approve.',
      cure: 'Add a second person to ADMINS.',
    },
    ...signInFindings,
    ...directoryFindings,
    ...machineFindings,
    ...databaseFindingWords,
  },
  /** A list that was cut: these, and some more. */
  andMore: ({ list }: { list: string }) => `${list} and more`,
  fine: icu<{ count: number; names: string }>('✅ {count, plural, one {# check is} other {# checks are}} OK: {names}.'),
  sums: { wrong: 'failed', warning: 'with warnings', notChecked: 'not checked', good: 'OK' },
};
