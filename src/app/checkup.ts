// What a checkup takes, for the running bot and for the doctor alike.

import type { MicrosoftCloud } from '../config/cloud-config.js';
import type { Config, People } from '../config/config.js';
import { settings } from '../config/settings.js';
import { type Finding, settingsFindings } from '../domain/health/checkup.js';
import type { NamedPeople } from '../domain/health/checkup-people.js';
import type { SettingProblem } from '../domain/setting-fault.js';
import { MicrosoftCheckupCalls } from '../microsoft/checkup-calls.js';
import { wantedEvents } from '../microsoft/partner-center/register-webhook.js';
import type { ApplicationCredential } from '../microsoft/sign-in/application.js';
import type { CheckupDeps, MicrosoftCheckupDeps, OwnCredential, WhyNotAsked } from '../operations/health/checkup.js';
import { Checkup } from '../operations/health/checkup-round.js';
import type { CheckedStorage } from '../operations/ports/checked-storage.js';
import type { Templates } from '../operations/ports/templates.js';
import type { WebhookHeartbeat } from '../operations/reconcile/webhook-heartbeat.js';
import type { Clock } from '../runtime/clock.js';
import type { Log } from '../runtime/log.js';
import type { Connection } from './connection.js';
import type { OwnAddress } from './own-address.js';

/** The side of this machine. */
export interface MachineCheckupDeps extends Omit<CheckupDeps, 'microsoft' | 'people'> {
  readonly config: Config;
}

/** The side of Microsoft. */
export interface CloudCheckupDeps {
  readonly cloud: MicrosoftCloud;
  readonly templates: Templates;
  readonly connection: Connection;
  readonly address: OwnAddress;
  /** Absent: no bot runs here that events come to. */
  readonly heartbeat?: WebhookHeartbeat;
}

/** Puts together what a checkup takes; instead of Microsoft's side, why it can't be asked. */
export function checkupDeps(
  { config, ...machine }: MachineCheckupDeps,
  side: CloudCheckupDeps | WhyNotAsked,
): CheckupDeps {
  return {
    ...machine,
    people: peopleOf(config),
    microsoft: typeof side === 'string' ? side : microsoftSide(config, side),
  };
}

/** What a checkup reads from Microsoft, once it's checked. */
export function microsoftSide(
  { bot, people }: Config,
  { cloud, templates, connection, address, heartbeat }: CloudCheckupDeps,
): MicrosoftCheckupDeps {
  const { partner } = cloud;
  const { tokens, clients, skew, webhooks } = connection;
  const secret = bot?.MicrosoftAppPassword;
  return {
    calls: new MicrosoftCheckupCalls(clients, skew),
    tokens,
    templates,
    namesGroups: namesGroups(people),
    app: ownCredential(partner.clientId, partner.credential),
    ...(bot && secret !== undefined && { bot: ownCredential(bot.MicrosoftAppId, { kind: 'secret', secret }) }),
    webhooks,
    wantedEvents,
    address,
    heartbeat,
  };
}

// Entra shows no more of a secret after it was made.
const hintLength = 3;

function ownCredential(appId: string, credential: ApplicationCredential): OwnCredential {
  return { appId, ...(credential.kind === 'secret' && { hint: credential.secret.slice(0, hintLength) }) };
}

/** Whether ADMINS, OPERATORS or VIEWERS name groups. */
export function namesGroups(people: People | undefined): boolean {
  return Object.values(people ?? {}).some((ids) => ids.some((id: string) => id.startsWith('group:')));
}

/** The people of the settings, for a checkup. */
export function peopleOf({
  people: lists,
  secondAdmin: { subjects, batchesOver },
}: Pick<Config, 'people' | 'secondAdmin'>): NamedPeople {
  return { lists, needsSecondAdmin: subjects.length > 0 || batchesOver !== undefined };
}

/** What can be said of the bot's identity without trying it. */
export function identityFinding({ bot, isSandbox }: Pick<Config, 'bot' | 'isSandbox'>): Finding {
  const check = 'botIdentity';
  if (bot) return { check, state: 'good', what: 'botKnown' };
  return { check, state: isSandbox ? 'good' : 'warning', what: 'botAnonymous' };
}

// What was right at the start may have been changed since.
function wrongTemplates({ wrong }: Templates): readonly SettingProblem[] {
  return wrong ? [{ name: settings.accessTemplate.name, file: wrong.file, fault: wrong.fault }] : [];
}

/** What the running bot's checkup takes. */
export interface BotCheckupDeps {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly nodeVersion: string;
  readonly storage: CheckedStorage;
  readonly microsoft: MicrosoftCheckupDeps;
}

/** The checkup of the running bot, with valid settings and a bot identity that works. */
export function checkupOfBot({ config, clock, log, nodeVersion, storage, microsoft }: BotCheckupDeps): Checkup {
  const deps = {
    clock,
    nodeVersion,
    settings: () => settingsFindings(wrongTemplates(microsoft.templates)),
    people: peopleOf(config),
    botIdentity: async () => identityFinding(config),
    storage,
    microsoft,
  };
  return new Checkup(deps, log);
}
