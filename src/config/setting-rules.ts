// What holds for several settings together.
import { isLoopback, isLoopbackUrl } from '../runtime/loopback.js';
import { people, port, problemOfPerson } from './setting-schemas.js';
import { settingGroups, settings } from './settings.js';
import { type SettingKey, type SettingValues, settingsWith } from './settings-reader.js';

/** Which Microsoft the bot is connected to: the real one, a sandbox that runs elsewhere, or the one that comes along. */
export type CloudKind = 'microsoft' | 'sandboxElsewhere' | 'sandbox';

/** Settings to judge. */
export interface Given {
  readonly values: SettingValues;
  readonly cloud: CloudKind;
  /** The text of a variable; `undefined` when it says nothing. */
  readonly text: (key: SettingKey) => string | undefined;
}

/** What holds for some settings. `wrong` says what is wrong with one of them, as it follows its name in a sentence. */
interface Rule {
  readonly of: readonly SettingKey[];
  readonly wrong: (given: Given, key: SettingKey) => string | readonly string[] | false | undefined;
}

const why = {
  microsoft: 'PARTNER_CLOUD=microsoft requires it',
  sandboxElsewhere: 'a sandbox that runs elsewhere requires it; to use Microsoft, set PARTNER_CLOUD=microsoft',
  sandbox: '',
} as const satisfies Record<CloudKind, string>;

const serviceUrls = ['loginUrl', 'graphUrl', 'partnerCenterUrl'] as const;

const identity = Object.keys(settingGroups.identity) as (keyof typeof settingGroups.identity)[];
const ports = settingsWith(({ schema }) => schema === port);
const credentials = ['partnerClientSecret', 'partnerClientCertificate', 'partnerManagedIdentity'] as const;
const credentialNames = credentials.map((key) => settings[key].name).join(', ');

/** Whether the bot has an identity at the Bot Framework, or a part of one. */
export const hasIdentity = ({ text }: Pick<Given, 'text'>) => identity.some((key) => text(key) !== undefined);

/** Which Microsoft the settings mean. A sandbox of which an address is given runs elsewhere. */
export function cloudOfSettings(text: Given['text']): CloudKind {
  if (text('partnerCloud') === 'microsoft') return 'microsoft';
  return serviceUrls.some((key) => text(key) !== undefined) ? 'sandboxElsewhere' : 'sandbox';
}

const rules: readonly Rule[] = [
  {
    of: ['host'],
    wrong: (given) => {
      const { host } = given.values;
      if (hasIdentity(given) || isLoopback(host)) return false;
      return `must be a loopback address such as 127.0.0.1 while the bot has no identity: without MicrosoftAppId, anyone who can reach ${host} could act as any user`;
    },
  },
  {
    of: ['botId'],
    wrong: (given) =>
      !hasIdentity(given) &&
      given.cloud === 'microsoft' &&
      !given.values.allowAnonymousBot &&
      'is missing: with PARTNER_CLOUD=microsoft, any program on this machine could act as any user of a bot without an identity. Set the bot’s identity. To try it without one, set ALLOW_ANONYMOUS_BOT=true',
  },
  {
    of: ['botId'],
    wrong: (given, key) =>
      hasIdentity(given) && given.text(key) === undefined && 'is missing: the bot’s identity is incomplete',
  },
  {
    of: ['botPassword', 'botTenantId'],
    wrong: (given, key) => {
      const { botType } = given.values;
      const isWithout = key === 'botPassword' ? 'UserAssignedMsi' : 'MultiTenant';
      if (!hasIdentity(given) || botType === isWithout || given.text(key) !== undefined) return false;
      return `is missing: a ${botType} bot requires it`;
    },
  },
  {
    of: settingsWith(({ neededIn }) => neededIn === 'microsoft'),
    wrong: ({ cloud, text }, key) => cloud !== 'sandbox' && text(key) === undefined && `is missing: ${why[cloud]}`,
  },
  {
    // Everyone may do everything on a sandbox, so none of its addresses may be one of Microsoft's.
    of: serviceUrls,
    wrong: ({ cloud, text }, key) => {
      const url = text(key);
      if (cloud !== 'sandboxElsewhere' || isLoopbackUrl(url ?? '')) return false;
      const isElsewhere = `must be an address on this machine: ${why[cloud]}`;
      return url === undefined ? [`is missing: ${why[cloud]}`, isElsewhere] : isElsewhere;
    },
  },
  {
    // It would ask strangers for access in no one's name.
    of: ['ownMessages'],
    wrong: ({ values, cloud }) =>
      cloud === 'microsoft' &&
      values.partnerName === undefined &&
      values.developerName === undefined &&
      [...(values.ownMessages?.values() ?? [])].some((text) => text.includes('{partner}')) &&
      'contains {partner}, which requires PARTNER_NAME',
  },
  {
    // With two of them it would be unclear which one is to be renewed.
    of: credentials,
    wrong: ({ cloud, text }, key) => {
      if (cloud === 'sandbox') return false;
      const [first = 'partnerClientSecret'] = credentials.filter((each) => text(each) !== undefined);
      if (text(first) === undefined)
        return key === first && `is missing: ${why[cloud]}. Set exactly one of ${credentialNames}`;
      if (key === first || text(key) === undefined) return false;
      return `can’t be set together with ${settings[first].name}: set exactly one of ${credentialNames}`;
    },
  },
  {
    of: settingsWith(({ schema }) => schema === people),
    // The people of a chat that only plays Teams have ids of any kind.
    wrong: ({ cloud, text }, key) =>
      people.parse(text(key) ?? '').flatMap((id) => problemOfPerson(id, cloud !== 'microsoft') ?? []),
  },
  {
    // The second to listen would blame the first, though either may be meant to move.
    of: ports,
    wrong: ({ values }, key) => {
      const taken = values[key];
      const other = ports.slice(0, ports.indexOf(key)).find((each) => values[each] === taken);
      if (taken === undefined || taken === 0 || other === undefined) return false;
      return `is ${taken}, the same as ${settings[other].name}: each requires a separate port`;
    },
  },
];

/** Tells of everything that is wrong with settings together. */
export function checkRules(given: Given, tell: (key: SettingKey, what: string) => void): void {
  for (const { of, wrong } of rules)
    for (const key of of) for (const what of [wrong(given, key) || []].flat()) tell(key, what);
}
