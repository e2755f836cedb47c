// What the settings come to: checked, whole and safe.

import { SettingsError } from '../domain/errors.js';
import type { OffboardingRules } from '../domain/offboarding/offboarding.js';
import type { SecondAdminRules } from '../domain/second-admin.js';
import type { EventTrust } from '../microsoft/events/event-trust.js';
import { accessTemplatesIn } from './access-templates.js';
import { type CloudConfig, cloudOf } from './cloud-config.js';
import { readGdapRoles } from './gdap-roles.js';
import { checkRules, cloudOfSettings, type Given, hasIdentity } from './setting-rules.js';
import { file } from './setting-schemas.js';
import { settingGroups } from './settings.js';
import {
  type Environment,
  type FoundProblem,
  SettingsReader,
  type SettingValues,
  settingsWith,
} from './settings-reader.js';
import { readTemplateTexts } from './template-texts.js';

/** The bot's identity at the Bot Framework, in its own names. */
export interface BotIdentity {
  readonly MicrosoftAppType: SettingValues['botType'];
  readonly MicrosoftAppId: string;
  /** Absent for a managed identity. */
  readonly MicrosoftAppPassword?: string | undefined;
  /** Absent for a multi-tenant bot. */
  readonly MicrosoftAppTenantId?: string | undefined;
}

/** Who may, as Entra object ids in lower case, and ids of groups with `group:` before them. */
export interface People {
  readonly admins: readonly string[];
  readonly operators: readonly string[];
  readonly viewers: readonly string[];
}

/** Every setting by itself, checked, and what several of them say together. */
export interface Config extends SettingValues {
  /** Absent: anonymous, which is for loopback only, and with Microsoft only where ALLOW_ANONYMOUS_BOT says so. */
  readonly bot?: BotIdentity | undefined;
  /** Whether cards have to say that nothing is real. */
  readonly isSandbox: boolean;
  readonly cloud: CloudConfig;
  readonly events: EventTrust;
  /** Names of roles that GDAP supports, by role template id: our list, and after it that of GDAP_ROLES. */
  readonly roleNames: ReadonlyMap<string, string>;
  readonly offboardingRules: OffboardingRules;
  readonly secondAdmin: SecondAdminRules;
  /** Absent on the sandbox where no one is named: everyone who gets there may do everything. */
  readonly people?: People | undefined;
}

/**
 * Reads the settings. An empty variable counts as one that isn't there.
 * @throws SettingsError that names every variable that is wrong or missing.
 */
export function readConfig(environment: Environment): Config {
  const { config, problems } = readSettings(environment);
  if (problems.length > 0) throw new SettingsError(problems);
  return config;
}

/**
 * Reads the settings for a command beside the bot: what is wrong with the bot's own identity is not in its way.
 * @throws SettingsError that names every other variable that is wrong or missing.
 */
export function readCommandConfig(environment: Environment): Config {
  const { config, problems } = readSettings(environment);
  const inTheWay = problems.filter(({ key }) => !(key in settingGroups.identity));
  if (inTheWay.length > 0) throw new SettingsError(inTheWay);
  return config;
}

/** Reads the settings as far as they go. What a problem names is as if it were not there, or empty. */
export function readSettings(environment: Environment): {
  readonly config: Config;
  readonly problems: readonly FoundProblem[];
} {
  const read = new SettingsReader(environment);
  const text = (key: keyof SettingValues) => read.text(key);
  const cloud = cloudOfSettings(text);
  const place = cloud === 'sandbox' ? 'sandbox' : 'microsoft';
  const values = read.values(settingsWith(({ readIn = place }) => readIn === place));
  const given = { values, cloud, text };
  checkRules(given, (key, fault) => read.wrong(key, fault));
  const roles = values.gdapRoles ?? readGdapRoles();
  const templates = read.as(
    'accessTemplate',
    file((path) => accessTemplatesIn(readTemplateTexts(path), roles)),
  );
  const secondAdmin = secondAdminOf(values);
  const config: Config = {
    ...values,
    bot: botOf(given),
    isSandbox: cloud !== 'microsoft',
    cloud: cloudOf(given, templates),
    events: { certificateBaseUrl: values.webhookCertificateUrl, roots: values.webhookRoots },
    people: peopleOf(given),
    roleNames: new Map(roles.all.map(({ id, name }) => [id, name])),
    partnerName: values.partnerName ?? values.developerName,
    offboardingRules: {
      needsSecond: secondAdmin.subjects.includes('offboard'),
      graceSeconds: 60 * values.offboardGraceMinutes,
    },
    secondAdmin,
  };
  return { config: Object.freeze(config), problems: read.problems };
}

function secondAdminOf({ secondAdminFor, requireSecondAdmin }: SettingValues): SecondAdminRules {
  const { subjects = [], ...rules } = secondAdminFor ?? {};
  return { ...rules, subjects: requireSecondAdmin ? [...subjects, 'offboard'] : subjects };
}

function botOf(given: Given): BotIdentity | undefined {
  if (!hasIdentity(given)) return undefined;
  const { botType, botId = '', botPassword = '', botTenantId = '' } = given.values;
  return {
    MicrosoftAppType: botType,
    MicrosoftAppId: botId,
    MicrosoftAppPassword: botType === 'UserAssignedMsi' ? undefined : botPassword,
    MicrosoftAppTenantId: botType === 'MultiTenant' ? undefined : botTenantId,
  };
}

// With real customers no one may do anything until someone is named; the bot tells everyone who asks which id that takes.
function peopleOf({ values, cloud }: Given): People | undefined {
  const { admins = [], operators = [], viewers = [] } = values;
  const isAnyoneNamed = admins.length + operators.length + viewers.length > 0;
  return cloud === 'microsoft' || isAnyoneNamed ? { admins, operators, viewers } : undefined;
}
