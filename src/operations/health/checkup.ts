// The checkup of all that the product depends on: each check by itself, with its own failure.

import pLimit from 'p-limit';
import { groupNamesIn } from '../../domain/access/access-templates.js';
import { MicrosoftError } from '../../domain/errors.js';
import { type CheckName, couldNotCheck, type Finding } from '../../domain/health/checkup.js';
import { databaseFindings } from '../../domain/health/checkup-database.js';
import {
  adminAgentsFinding,
  groupsFindings,
  groupsForAzure,
  partnerCenterFinding,
  rolesFinding,
  type SeenGroup,
  servicePrincipalFinding,
  webhooksFinding,
} from '../../domain/health/checkup-directory.js';
import { clockFinding, dataFolderFinding, nodeFinding } from '../../domain/health/checkup-machine.js';
import { type NamedPeople, namedGroups, peopleFinding } from '../../domain/health/checkup-people.js';
import {
  credentialEndFinding,
  credentialFinding,
  isCredentialRefused,
  mfaFinding,
  permissionsFinding,
  signInFinding,
} from '../../domain/health/checkup-sign-in.js';
import { neededPermissions } from '../../domain/health/permissions.js';
import type { Problem } from '../../domain/problem.js';
import type { Clock } from '../../runtime/clock.js';
import type { CheckedDatabase, CheckedFolder, CheckedStorage } from '../ports/checked-storage.js';
import type { CheckupCalls } from '../ports/microsoft.js';
import type { PartnerSignIn } from '../ports/sign-in.js';
import type { Templates } from '../ports/templates.js';
import type { RegisteredWebhooks } from '../ports/webhooks.js';
import type { WebhookHeartbeat } from '../reconcile/webhook-heartbeat.js';

/** What is known of an application's credential without a call. */
export interface OwnCredential {
  readonly appId: string;
  /** The first three characters of the secret. Absent: a certificate, which says when it ends. */
  readonly hint?: string | undefined;
}

/** What a checkup asks of Microsoft. */
export interface MicrosoftCheckupDeps {
  readonly calls: CheckupCalls;
  readonly tokens: PartnerSignIn;
  readonly templates: Templates;
  /** Whether ADMINS, OPERATORS or VIEWERS name groups. */
  readonly namesGroups: boolean;
  readonly app: OwnCredential;
  /** Absent: the bot has no secret in the partner's tenant. */
  readonly bot?: OwnCredential | undefined;
  readonly webhooks: RegisteredWebhooks;
  /** The events that Gatehouse registers for. */
  readonly wantedEvents: readonly string[];
  /** Where our server is reached. */
  readonly address: { readonly eventsUrl: string | undefined; readonly isSet: boolean };
  /** Absent: no bot runs here that events come to. */
  readonly heartbeat?: WebhookHeartbeat | undefined;
}

/** Why Microsoft can't be asked at all. */
export type WhyNotAsked = 'settingsInTheWay' | 'databaseInTheWay' | 'comesWithTheBot';

/** What a checkup needs. */
export interface CheckupDeps {
  readonly clock: Clock;
  /** What the settings have come to by now. */
  readonly settings: () => readonly Finding[];
  readonly people: NamedPeople;
  /** The bot's own identity. */
  readonly botIdentity: () => Promise<Finding>;
  readonly storage: CheckedStorage;
  readonly nodeVersion: string;
  /** The side of Microsoft, or why it can't be asked. */
  readonly microsoft: MicrosoftCheckupDeps | WhyNotAsked;
}

/** The checks by name; each may fail by itself. */
export type Checks = ReadonlyMap<CheckName, () => Promise<readonly Finding[]>>;

const gdapAppId = '2832473f-ec63-45fb-976f-5d45a7d4bb91';
// Two calls each; a template has a handful.
const mostGroups = 20;
const groupsAtOnce = 4;

/** The checks of a checkup; nothing is read before they are called. */
export function checkupChecks(deps: CheckupDeps): Checks {
  const { clock, microsoft } = deps;
  const checks = new Map<CheckName, () => Promise<readonly Finding[]>>([
    ['settings', async () => deps.settings()],
    ['people', async () => [await people(deps)]],
    ['botIdentity', async () => [await deps.botIdentity()]],
    'database' in deps.storage ? databaseCheck(deps.storage) : folderCheck(deps.storage),
    ['nodeVersion', async () => [nodeFinding(deps.nodeVersion, clock.now())]],
  ]);
  if (typeof microsoft === 'string') {
    checks.set('microsoft', async () => [{ check: 'microsoft', state: 'notChecked', what: microsoft }]);
    return checks;
  }
  for (const [check, look] of microsoftChecks(microsoft, clock)) checks.set(check, look);
  return checks;
}

type Check = readonly [name: CheckName, look: () => Promise<readonly Finding[]>];

function folderCheck({ dataFolder }: CheckedFolder): Check {
  return ['dataFolder', async () => [dataFolderFinding(await dataFolder())]];
}

function databaseCheck({ database }: CheckedDatabase): Check {
  const check = 'database';
  return [
    check,
    async () => {
      const seen = await database();
      return seen === 'settingsInTheWay' ? [{ check, state: 'notChecked', what: seen }] : databaseFindings(seen);
    },
  ];
}

async function people({ people, microsoft }: CheckupDeps): Promise<Finding> {
  if (typeof microsoft === 'string') return peopleFinding(people, []);
  const limited = pLimit(groupsAtOnce);
  const groupIds = namedGroups(people).slice(0, mostGroups);
  const seen = await Promise.all(
    groupIds.map((id) => limited(async () => ({ id, hasMembers: await microsoft.calls.hasMembers(id) }))),
  );
  return peopleFinding(
    people,
    seen.filter(({ hasMembers }) => !hasMembers).map(({ id }) => id),
  );
}

function microsoftChecks(side: MicrosoftCheckupDeps, clock: Clock): Checks {
  const { calls, tokens, templates, app, bot } = side;
  // The first call fetches a token, which tells what else can be known. It's made with the first check that needs it.
  const adminAgents = once(() => calls.adminAgents());
  const firstFailure = once(async () => failureOf(adminAgents()));
  const firstProblem = async () => (await firstFailure())?.problem;
  const needed = neededPermissions(side.namesGroups);
  const checks: [CheckName, () => Promise<readonly Finding[]>][] = [
    ['signIn', async () => after(firstProblem, (problem) => signInFinding(tokens.signIn(), problem, clock.now()))],
    ['mfa', async () => after(firstProblem, (problem) => mfaFinding(tokens.signIn(), problem))],
    // The permissions are in the token, whatever happened to the call that it was fetched for.
    [
      'graphPermissions',
      async () => after(firstProblem, (problem) => permissionsFinding(tokens.signIn().scopes.graph, needed, problem)),
    ],
    ['adminAgents', async () => [await membership(side, await adminAgents())]],
    ['gdapServicePrincipal', async () => [servicePrincipalFinding(await calls.hasServicePrincipal(gdapAppId))]],
    ['templateRoles', async () => [rolesFinding(templates.current)]],
    ['templateGroups', async () => groups(side, adminAgents)],
    ['partnerCenter', async () => [partnerCenterFinding((await failureOf(calls.reachPartnerCenter()))?.problem)]],
    ['webhooks', async () => [await webhooks(side)]],
    [
      'appCredential',
      async () => [refusal(await firstFailure()) ?? (await credential('appCredential', side, app, clock))],
    ],
    ['clock', async () => after(firstProblem, () => clockFinding(calls.skewSeconds()))],
  ];
  if (bot) checks.push(['botCredential', async () => [await credential('botCredential', side, bot, clock)]]);
  return new Map(checks);
}

/** Findings that depend on the first call, whether it succeeded or failed. */
async function after(
  firstProblem: () => Promise<Problem | undefined>,
  find: (problem: Problem | undefined) => Finding,
): Promise<readonly Finding[]> {
  return [find(await firstProblem())];
}

async function membership({ calls, tokens }: MicrosoftCheckupDeps, adminAgents: readonly string[]): Promise<Finding> {
  if (adminAgents.length === 0) return adminAgentsFinding(undefined);
  const { account } = tokens.signIn();
  if (!account) return couldNotCheck('adminAgents', { reason: 'signInExpired' });
  return adminAgentsFinding(await calls.isIn('users', account.id, adminAgents));
}

async function groups(
  { calls, templates }: MicrosoftCheckupDeps,
  readAdminAgents: () => Promise<readonly string[]>,
): Promise<readonly Finding[]> {
  const limited = pLimit(groupsAtOnce);
  const { current } = templates;
  const all = [...groupNamesIn(current)].map(([groupId, groupName]) => ({ groupId, groupName }));
  const asked = all.slice(0, mostGroups);
  const forAzure = groupsForAzure(current);
  const adminAgents = forAzure.size > 0 ? await readAdminAgents() : [];
  const look = async ({ groupId, groupName }: (typeof asked)[number]): Promise<SeenGroup> => {
    const group = await calls.group(groupId);
    const isNested =
      group && forAzure.has(groupId) && adminAgents.length > 0
        ? await calls.isIn('groups', groupId, adminAgents)
        : undefined;
    return { groupId, groupName, group, isNested };
  };
  const seen = await Promise.all(asked.map((assignment) => limited(look, assignment)));
  return groupsFindings(seen, all.length - asked.length);
}

async function webhooks({ webhooks, wantedEvents, address, heartbeat }: MicrosoftCheckupDeps): Promise<Finding> {
  const [registration, offered] = await Promise.all([webhooks.registration(), webhooks.offeredEvents()]);
  const wanted = wantedEvents.filter((name) => offered.includes(name));
  return webhooksFinding(registration, { address, heartbeat, wanted });
}

// The sign-in service knows best what's wrong with a credential that it doesn't accept.
function refusal(failure: MicrosoftError | undefined): Finding | undefined {
  if (!failure || !isCredentialRefused(failure.problem)) return undefined;
  return { check: 'appCredential', state: 'wrong', what: 'credentialRefused', problem: failure.problem };
}

async function credential(
  check: 'appCredential' | 'botCredential',
  { calls, tokens }: MicrosoftCheckupDeps,
  { appId, hint }: OwnCredential,
  clock: Clock,
): Promise<Finding> {
  const { kind, expiresAt } = tokens.signIn().credential;
  if (check === 'appCredential' && kind === 'managedIdentity') return { check, state: 'good', what: 'managedIdentity' };
  // A certificate says itself when it ends.
  if (check === 'appCredential' && expiresAt !== undefined) return credentialEndFinding(check, expiresAt, clock.now());
  const listed = await calls.credentialsOf(appId);
  if (!listed || hint === undefined) return { check, state: 'notChecked', what: 'appElsewhere' };
  return credentialFinding(check, hint, listed, clock.now());
}

/** Why a call failed; `undefined`: it didn't. @throws errors that aren't Microsoft's */
async function failureOf(call: Promise<unknown>): Promise<MicrosoftError | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (error instanceof MicrosoftError) return error;
    throw error;
  }
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}
