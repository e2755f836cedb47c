// The doctor's work: it checks all that can be checked, prints it, and says by its exit code whether something is wrong.
import { type CloudCheckupDeps, checkupDeps, identityFinding } from '../app/checkup.js';
import { connect } from '../app/connection.js';
import { OwnAddress } from '../app/own-address.js';
import { type Config, readSettings } from '../config/config.js';
import { settingGroups, settings } from '../config/settings.js';
import type { Environment, FoundProblem } from '../config/settings-reader.js';
import { FileError, MicrosoftError, StoreError } from '../domain/errors.js';
import { couldNotCheck, type Finding, settingsFindings } from '../domain/health/checkup.js';
import type { DataFolder } from '../domain/health/checkup-machine.js';
import { fault, type SettingProblem } from '../domain/setting-fault.js';
import { type BotSignInResult, tryBotSignIn } from '../microsoft/sign-in/bot-sign-in.js';
import type { WhyNotAsked } from '../operations/health/checkup.js';
import { Checkup } from '../operations/health/checkup-round.js';
import type { CheckedDatabase, CheckedStorage } from '../operations/ports/checked-storage.js';
import { fixedTemplates } from '../operations/ports/templates.js';
import type { Clock } from '../runtime/clock.js';
import { LocalPace } from '../runtime/local-pace.js';
import type { Log } from '../runtime/log.js';
import type { DataBeside } from '../store/records/data-beside.js';
import { type Language, wordsIn } from '../views/catalogue.js';
import { checkupText } from '../views/health/checkup-lines.js';
import { withData } from './with-data.js';

/** What the doctor takes from the process. */
export interface DoctorDeps {
  /** In which it prints what it found. */
  readonly language: Language;
  readonly clock: Clock;
  /** For bugs; everything else is in the findings. */
  readonly log: Log;
  /** Of Node.js, such as `v24.11.0`. */
  readonly nodeVersion: string;
  readonly inspectFolder: (folder: string) => Promise<DataFolder>;
  readonly inspectDatabase: (url: string) => ReturnType<CheckedDatabase['database']>;
  readonly write: (text: string) => void;
}

// No one waits here as they do in a chat, but no call to Microsoft is worth more.
const patienceMs = 60_000;

/** Prints what was found. The exit code is 1 when something is wrong, otherwise 0. */
export async function examine(environment: Environment, doctorDeps: DoctorDeps): Promise<0 | 1> {
  const settingsRead = readSettings(environment);
  const { storage, isUsable } = await look(settingsRead, doctorDeps);
  const examined = { ...settingsRead, storage };
  if (!isUsable) return examineWith(examined, doctorDeps);
  return withData(settingsRead.config, (data) => examineWith({ ...examined, data }, doctorDeps));
}

/** What is examined. */
interface Examined {
  readonly config: Config;
  readonly problems: readonly FoundProblem[];
  readonly storage: CheckedStorage;
  /** Absent: the database can't be used. */
  readonly data?: DataBeside;
}

async function examineWith(examined: Examined, doctorDeps: DoctorDeps): Promise<0 | 1> {
  const { clock, log, nodeVersion, write } = doctorDeps;
  const { config, problems, storage } = examined;
  const botIdentity = () => tryIdentity(config, problems, clock);
  const { side, trouble } = await microsoftSide(examined, doctorDeps);
  const found = settingsFindings([...problems, ...trouble]);
  const deps = checkupDeps({ config, settings: () => found, clock, nodeVersion, botIdentity, storage }, side);
  const findings = await new Checkup(deps, log).findings(patienceMs);
  write(checkupText(findings, wordsIn(doctorDeps.language)));
  return findings.some(({ state }) => state === 'wrong') ? 1 : 0;
}

/** Looks at a database before anything is read from it. */
async function look(
  { config: { databaseUrl, dataDir }, problems }: Pick<Examined, 'config' | 'problems'>,
  { inspectDatabase, inspectFolder }: DoctorDeps,
): Promise<{ readonly storage: CheckedStorage; readonly isUsable: boolean }> {
  if (problems.some(({ key }) => key === 'databaseUrl'))
    return { storage: { database: async () => 'settingsInTheWay' }, isUsable: false };
  if (databaseUrl === undefined) return { storage: { dataFolder: () => inspectFolder(dataDir) }, isUsable: true };
  const seen = await inspectDatabase(databaseUrl);
  return { storage: { database: async () => seen }, isUsable: typeof seen !== 'string' && !('what' in seen) };
}

async function microsoftSide(
  { config, problems, data }: Examined,
  { clock, log }: DoctorDeps,
): Promise<{ readonly side: CloudCheckupDeps | WhyNotAsked; readonly trouble: readonly SettingProblem[] }> {
  if (problems.some(({ key }) => key in settingGroups.partner)) return { side: 'settingsInTheWay', trouble: [] };
  if ('sandbox' in config.cloud) return { side: 'comesWithTheBot', trouble: [] };
  if (!data) return { side: 'databaseInTheWay', trouble: [] };
  const cloud = config.cloud.microsoft;
  try {
    const connection = await connect(cloud, await data.tokenPlaces(), { pace: new LocalPace(clock), clock, log });
    const templates = fixedTemplates(cloud.templates);
    return { side: { cloud, templates, connection, address: new OwnAddress(config) }, trouble: [] };
  } catch (error) {
    const trouble = troubleOf(error);
    if (!trouble) throw error;
    if (error instanceof StoreError && config.databaseUrl !== undefined)
      return { side: 'databaseInTheWay', trouble: [] };
    return { side: 'settingsInTheWay', trouble: [trouble] };
  }
}

// A key that doesn't fit, a damaged cache, or no folder for it.
function troubleOf(error: unknown): SettingProblem | undefined {
  if (error instanceof FileError) return { name: error.file, fault: error.fault };
  if (!(error instanceof StoreError)) return undefined;
  const { cause } = error;
  const answer = cause instanceof Error && 'code' in cause ? String(cause.code) : error.message;
  return { name: settings.dataDir.name, fault: fault('folderUnusable', { answer }) };
}

const microsoftLogin = 'https://login.microsoftonline.com';

const told = {
  granted: 'botTokenGranted',
  secretWrong: 'botSecretWrong',
  secretEnded: 'botSecretEnded',
  appUnknown: 'botAppUnknown',
  tenantUnknown: 'botTenantUnknown',
  refused: 'botRefused',
} as const satisfies Record<BotSignInResult, Finding['what']>;

async function tryIdentity(config: Config, problems: readonly FoundProblem[], clock: Clock): Promise<Finding> {
  const check = 'botIdentity';
  const { bot } = config;
  // The bot signs in at LOGIN_URL too.
  const isInTheWay = problems.some(({ key }) => key in settingGroups.identity || key === 'loginUrl');
  if (isInTheWay) return { check, state: 'notChecked', what: 'settingsInTheWay' };
  if (!bot) return identityFinding(config);
  if (bot.MicrosoftAppType === 'UserAssignedMsi') return { check, state: 'notChecked', what: 'botManagedIdentity' };
  // The sandbox that comes along plays the partner's side only; a bot's identity is always Microsoft's.
  const loginUrl = 'microsoft' in config.cloud ? config.cloud.microsoft.addresses.loginUrl : microsoftLogin;
  const secret = bot.MicrosoftAppPassword ?? '';
  try {
    const signIn = { loginUrl, appId: bot.MicrosoftAppId, secret, tenantId: bot.MicrosoftAppTenantId };
    const result = await tryBotSignIn(signIn, clock);
    return { check, state: result === 'granted' ? 'good' : 'wrong', what: told[result] };
  } catch (error) {
    if (error instanceof MicrosoftError) return couldNotCheck(check, error.problem);
    throw error;
  }
}
