// What holds for several settings together.
import { bareFault, type Fault, fault } from '../domain/setting-fault.js';
import { isLoopback, isLoopbackUrl } from '../runtime/loopback.js';
import { faultOfPerson, people, port } from './setting-schemas.js';
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

/** What holds for some settings. `wrong` says what is wrong with one of them. */
interface Rule {
  readonly of: readonly SettingKey[];
  readonly wrong: (given: Given, key: SettingKey) => Fault | readonly Fault[] | false | undefined;
}

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
      return fault('exposesAnonymousBot', { host });
    },
  },
  {
    of: ['botId'],
    wrong: (given) =>
      !hasIdentity(given) &&
      given.cloud === 'microsoft' &&
      !given.values.allowAnonymousBot &&
      bareFault('botIsAnonymous'),
  },
  {
    of: ['botId'],
    wrong: (given, key) => hasIdentity(given) && given.text(key) === undefined && bareFault('botIncomplete'),
  },
  {
    of: ['webhooksOutSecret'],
    wrong: ({ text }, key) =>
      text('webhooksOutUrl') !== undefined && text(key) === undefined && bareFault('noWebhookSecret'),
  },
  {
    of: ['botPassword', 'botTenantId'],
    wrong: (given, key) => {
      const { botType } = given.values;
      const isWithout = key === 'botPassword' ? 'UserAssignedMsi' : 'MultiTenant';
      if (!hasIdentity(given) || botType === isWithout || given.text(key) !== undefined) return false;
      return fault('botTypeNeedsIt', { botType });
    },
  },
  {
    of: settingsWith(({ neededIn }) => neededIn === 'microsoft'),
    wrong: ({ cloud, text }, key) =>
      cloud !== 'sandbox' && text(key) === undefined && fault('missing', { isMicrosoft: cloud === 'microsoft' }),
  },
  {
    // Everyone may do everything on a sandbox, so none of its addresses may be one of Microsoft's.
    of: serviceUrls,
    wrong: ({ cloud, text }, key) => {
      const url = text(key);
      if (cloud !== 'sandboxElsewhere' || isLoopbackUrl(url ?? '')) return false;
      const isElsewhere = bareFault('sandboxNotHere');
      return url === undefined ? [fault('missing', { isMicrosoft: false }), isElsewhere] : isElsewhere;
    },
  },
  {
    // Each replica would have a Microsoft of its own.
    of: ['databaseUrl'],
    wrong: ({ cloud, values }) =>
      cloud === 'sandbox' && values.databaseUrl !== undefined && bareFault('databaseWithSandbox'),
  },
  {
    // It would ask strangers for access in no one's name.
    of: ['ownMessages'],
    wrong: ({ values, cloud }) =>
      cloud === 'microsoft' &&
      values.partnerName === undefined &&
      values.developerName === undefined &&
      [...(values.ownMessages?.values() ?? [])].some((text) => text.includes('{partner}')) &&
      fault('partnerUnnamed', { placeholder: '{partner}' }),
  },
  {
    // With two of them it would be unclear which one is to be renewed.
    of: credentials,
    wrong: ({ cloud, text }, key) => {
      if (cloud === 'sandbox') return false;
      const [first = 'partnerClientSecret'] = credentials.filter((each) => text(each) !== undefined);
      if (text(first) === undefined)
        return (
          key === first && fault('noCredential', { isMicrosoft: cloud === 'microsoft', settings: credentialNames })
        );
      if (key === first || text(key) === undefined) return false;
      return fault('secondCredential', { first: settings[first].name, settings: credentialNames });
    },
  },
  {
    of: settingsWith(({ schema }) => schema === people),
    // The people of a chat that only plays Teams have ids of any kind.
    wrong: ({ cloud, text }, key) =>
      people.parse(text(key) ?? '').flatMap((id) => faultOfPerson(id, cloud !== 'microsoft') ?? []),
  },
  {
    // The second to listen would blame the first, though either may be meant to move.
    of: ports,
    wrong: ({ values }, key) => {
      const taken = values[key];
      const other = ports.slice(0, ports.indexOf(key)).find((each) => values[each] === taken);
      if (taken === undefined || taken === 0 || other === undefined) return false;
      return fault('portTaken', { port: Number(taken), other: settings[other].name });
    },
  },
];

/** Tells of everything that is wrong with settings together. */
export function checkRules(given: Given, tell: (key: SettingKey, fault: Fault) => void): void {
  for (const { of, wrong } of rules)
    for (const key of of) for (const each of [wrong(given, key) || []].flat()) tell(key, each);
}
