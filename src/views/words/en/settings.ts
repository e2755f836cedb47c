// What is wrong with settings, and with the files that they name. Each fault follows the name of its setting or file.
import { settingFileFaults } from './setting-files.js';

const whoNeeds = (isMicrosoft: boolean) =>
  isMicrosoft
    ? 'PARTNER_CLOUD=microsoft requires it'
    : 'a sandbox that runs elsewhere requires it; to use Microsoft, set PARTNER_CLOUD=microsoft';
const not = (given: string | undefined, length: number) =>
  given === undefined ? `and has ${length} characters` : `not “${given}”`;
const notId =
  (what: string, where: string) =>
  ({ given, length }: { given?: string | undefined; length: number }) =>
    `must be ${what}, a GUID, ${not(given, length)}. ${where}`;
const onOverview = 'Find it in Entra on the app registration’s overview';

/** For a finding, and for a terminal where Gatehouse can't start. */
export const settings = {
  invalid: 'these settings are missing or invalid:',
  seeExample: 'For each setting, see .env.example.',
  /** A file that a setting names, and a line of one. */
  inFile: ({ name, file, fault }: { name: string; file: string; fault: string }) =>
    `${name} names ${file}, which ${fault}`,
  line: ({ line, at, fault }: { line: number; at: string; fault: string }) => `line ${line}: ${at} ${fault}`,
  wholeFile: 'the file',
  faults: {
    // Missing, or wrong beside another setting.
    missing: ({ isMicrosoft }: { isMicrosoft: boolean }) => `is missing: ${whoNeeds(isMicrosoft)}`,
    noCredential: ({ isMicrosoft, settings }: { isMicrosoft: boolean; settings: string }) =>
      `is missing: ${whoNeeds(isMicrosoft)}. Set exactly one of ${settings}`,
    secondCredential: ({ first, settings }: { first: string; settings: string }) =>
      `can’t be set together with ${first}: set exactly one of ${settings}`,
    botIsAnonymous:
      'is missing: with PARTNER_CLOUD=microsoft, any program on this machine could act as any user of a bot without an identity. Set the bot’s identity. To try it without one, set ALLOW_ANONYMOUS_BOT=true',
    noWebhookSecret: 'is missing: without it, receivers can’t tell that events come from Gatehouse',
    botIncomplete: 'is missing: the bot’s identity is incomplete',
    botTypeNeedsIt: ({ botType }: { botType: string }) => `is missing: a ${botType} bot requires it`,
    exposesAnonymousBot: ({ host }: { host: string }) =>
      `must be a loopback address such as 127.0.0.1 while the bot has no identity: without MicrosoftAppId, anyone who can reach ${host} could act as any user`,
    sandboxNotHere: `must be an address on this machine: ${whoNeeds(false)}`,
    databaseWithSandbox:
      'can’t be used with the sandbox that comes with Gatehouse, because each replica would have its own. Run `npm run sandbox` by itself and set LOGIN_URL, GRAPH_URL and PARTNER_CENTER_URL to its address',
    partnerUnnamed: ({ placeholder }: { placeholder: string }) =>
      `contains ${placeholder}, which requires PARTNER_NAME`,
    portTaken: ({ port, other }: { port: number; other: string }) =>
      `is ${port}, the same as ${other}: each requires a separate port`,
    packageNeedsBot: 'is missing: Teams identifies the bot by its app ID',
    packageNeedsWebsite: 'is missing: Teams shows it as your website. You can set PUBLIC_URL instead',
    // The text by itself.
    notWhole: ({ least, most, given }: { least: number; most: number; given: string }) =>
      `must be a whole number from ${least} to ${most}, not “${given}”`,
    notOneOf: ({ choices, given }: { choices: string; given: string }) => `must be one of ${choices}, not “${given}”`,
    notHttps: ({ given }: { given: string }) => `must be an https address, because Teams requires it, not “${given}”`,
    notHttpsOrLoopback: ({ given }: { given: string }) =>
      `must be an https address, or an http address on loopback, not “${given}”`,
    notHttp: ({ given }: { given: string }) => `must be an http or https address, not “${given}”`,
    notDatabaseUrl:
      'must be the address of a PostgreSQL database, such as postgres://user:password@host/database, with %40 for an @ and %25 for a % in the password',
    databaseWithoutTls:
      'must end in `?sslmode=verify-full` when the database is on another machine, so that no one in between can read the password or what is kept. If its certificate isn’t publicly trusted, add `&sslrootcert=` with the path of its root',
    databaseUrlHasMore:
      'can have no parameters but `sslmode`, `sslrootcert`, `host` and `user`, and for `sslmode` only `verify-full`, or on this machine `disable`',
    addressHasMore: ({ example }: { example: string }) =>
      `must be an address without a user name, “?” or “#”, such as ${example}`,
    notBotAppId: notId('the app ID of the bot', onOverview),
    notBotTenantId: notId('the ID of the bot’s tenant', onOverview),
    notPartnerTenantId: notId('the ID of your tenant', 'Find it in Entra on the tenant’s overview'),
    notPartnerAppId: notId('the app ID of the partner’s app', onOverview),
    notManagedIdentity: notId(
      'the client ID of a managed identity',
      'Find it in Azure on the identity’s overview, or use `system` for the machine’s own identity',
    ),
    notOneWord: 'contains spaces or line breaks. Copy it again',
    secretIsId: 'is an ID (a GUID). Use the secret’s value instead, which Entra shows only once, when you create it',
    notKey: 'must be 32 bytes in base64; create one with `openssl rand -base64 32`',
    notWebhookSecret:
      'must be `whsec_` and 24 to 64 bytes in base64; create one with `echo whsec_$(openssl rand -base64 32)`',
    notHttpsAddresses: 'must be https addresses, separated by commas, without a user name and without #',
    notLine: ({ most, given, length }: { most: number; given?: string | undefined; length: number }) =>
      `must be one line of at most ${most} characters, ${not(given, length)}`,
    notHost: ({ given }: { given: string }) => `must be an address or a host name, such as 127.0.0.1, not “${given}”`,
    notFolder: ({ given }: { given: string }) => `must be a folder, and “${given}” isn’t one`,
    folderUnusable: ({ answer }: { answer: string }) => `can’t be used (${answer})`,
    notGroupId: ({ given }: { given: string }) =>
      `contains “${given}”: “group:” must be followed by a group’s object ID`,
    notPersonId: ({ given }: { given: string }) =>
      `contains “${given}”, which isn’t an object ID. Find it in Entra under Users, on the person’s page`,
    notExporter: ({ given, choices }: { given: string; choices: string }) => `contains “${given}”: use ${choices}`,
    ...settingFileFaults,
  },
  /** What to do about a fault, where its text doesn't say it. */
  cures: {
    tokensOfOtherKey:
      'Set TOKEN_KEY to the previous key. The tokens are still there. If what Gatehouse stores is from the sandbox, delete it, or set DATA_DIR or DATABASE_URL to another place. If you’ve lost the key, delete the file and run npm run sign-in.',
    tokensDamaged:
      'TOKEN_KEY is right, but the file was cut short or changed. Restore it from a backup, or delete it and run npm run sign-in.',
    certificate: 'Use a PEM file with the certificate and its private key, not encrypted.',
    template: 'Fix the file, then check it with npm run template. For an example, see ACCESS_TEMPLATE in .env.example.',
    roleList: 'Write the list like the one in roles/gdap-roles.json.',
    folder:
      'Give the user that Gatehouse runs as read and write access to everything in it, or set DATA_DIR to another folder.',
  },
};
