// The composition root, top to bottom: config → store → cloud → microsoft → operations → bot → http → reactions → start.

import { openBot } from '../bot/open-bot.js';
import { Audience } from '../bot/people/audience.js';
import { RoleDirectory } from '../bot/people/role-directory.js';
import { postedViewFrom } from '../bot/turn/posted-view.js';
import { FiledCertificates } from '../certificate/archive.js';
import type { Config } from '../config/config.js';
import { openMicrosoft } from '../microsoft/microsoft.js';
import type { CommandHandler } from '../operations/commands/command-handler.js';
import { heldWrites } from '../operations/held-writes.js';
import { templatesHashOf } from '../operations/ports/templates.js';
import { reportPrinter } from '../report/reports.js';
import { BackgroundWorkers } from '../runtime/background-worker.js';
import { boundedLog } from '../runtime/bounded-log.js';
import type { Clock } from '../runtime/clock.js';
import { currentOrigin } from '../runtime/correlation.js';
import type { Log } from '../runtime/log.js';
import { MovableClock } from '../runtime/movable-clock.js';
import type { Sandbox } from '../sandbox/sandbox.js';
import { spreadsheets } from '../spreadsheet/spreadsheets.js';
import { openData } from '../store/open-data.js';
import { wordsIn } from '../views/catalogue.js';
import { nameOnCertificates, openCloud, tenantsOfOurs } from './cloud.js';
import { connect } from './connection.js';
import { openOperations, startAll } from './operations.js';
import { OwnAddress } from './own-address.js';
import { react } from './reactions.js';
import { firstAnswersCanBeGiven, Readiness } from './readiness.js';
import { serve, serveMetrics } from './serve.js';
import { Shutdown } from './shutdown.js';
import { targetsOf } from './targets.js';
import { templatesOf } from './templates.js';
import { viewContexts } from './view-contexts.js';
import { drawFirst, warmUp } from './warm-up.js';

/** The product, running. */
export interface App {
  /** Where the bot listens. */
  readonly url: string;
  /** Where metrics can be asked for. */
  readonly metricsUrl?: string | undefined;
  /** The sandbox that came along. */
  readonly sandbox?: Sandbox | undefined;
  /** For what is asked for without a chat. */
  readonly commands: CommandHandler;
  /** Resolves when nothing is under way: no look, no message, no card. */
  idle(): Promise<void>;
  /** Takes nothing new, finishes what is under way, and lets go of everything. */
  close(): Promise<void>;
}

/** What the product takes from the process. */
export interface AppDeps {
  readonly clock: Clock;
  /** By which a database is waited for, whose own time is the machine's. Absent: the same. */
  readonly storeClock?: Clock;
  readonly log: Log;
  /** Of Node.js, such as `v24.11.0`. */
  readonly nodeVersion: string;
  /** The data folder was taken away: nothing can be saved any more, so the process has to end. */
  readonly onFatal: (error: Error) => void;
}

/**
 * Builds the product and starts it. What was opened is closed again when it cannot start.
 * @throws ConfigError or StoreError.
 */
export async function startApp(config: Config, appDeps: AppDeps): Promise<App> {
  const shutdown = new Shutdown();
  try {
    return await build(config, appDeps, shutdown);
  } catch (error) {
    // Why it cannot start is what people have to read.
    await shutdown.run().catch((failure) => appDeps.log.error('shutdownFailed', { error: failure }));
    throw error;
  }
}

async function build(config: Config, appDeps: AppDeps, shutdown: Shutdown): Promise<App> {
  const { onFatal, nodeVersion } = appDeps;
  const movable = new MovableClock(appDeps.clock);
  const clock = 'sandbox' in config.cloud ? movable : appDeps.clock;
  // What is left out of the log is counted all the same.
  const written = boundedLog(appDeps.log, clock);
  const { roleNames, offboardingRules, secondAdmin, requireTicket: ticketSubjects = [] } = config;
  const { expiryWarningDays, nudgeDays, ownershipDays, reconcileSeconds } = config;
  const metrics = await serveMetrics(config, written);
  if (metrics) shutdown.add(metrics);
  const log = metrics?.log ?? written;
  const workers = new BackgroundWorkers(clock, log);
  const dataDeps = {
    clock: appDeps.storeClock ?? clock,
    log,
    workers,
    shutdown,
    onLost: onFatal,
    origin: currentOrigin,
    viewFrom: postedViewFrom,
  };
  const data = await openData(config, dataDeps);
  const { store, audit, certificateStore, tokenPlaces, pace, saving, duties, checkedStorage } = data;
  shutdown.add({ idle: () => workers.idle(), close: () => workers.stop() });
  const isFirstStart = [...store.tenants()].length === 0;

  const cloud = await openCloud(config, {
    clock: appDeps.clock,
    async skip(milliseconds) {
      movable.skip(milliseconds);
      // What has become due begins with the timers.
      await appDeps.clock.pause(1);
      await shutdown.idle();
    },
  });
  const { sandbox, addresses } = cloud;
  const templates = templatesOf(config, { cloud, workers, clock, log });
  const tellTemplates = () => data.tellTemplates?.(templatesHashOf(templates.current));
  if (sandbox) shutdown.add(sandbox);
  // What is under way asks the sandbox, so it comes to its end before the sandbox does.
  shutdown.add({ close: () => workers.stop() });
  const connection = await connect(cloud, tokenPlaces, { pace, clock, log });
  const microsoft = openMicrosoft(connection.clients, { ...addresses, tenantId: cloud.partner.tenantId }, clock, log);
  const roles = new RoleDirectory(config.people, { directory: microsoft.directory, clock, log });
  const audience = new Audience(store, roles);

  const archive = new FiledCertificates(certificateStore, nameOnCertificates(config, cloud));
  const ports = { microsoft, writesUnder: heldWrites(microsoft), store, audit, archive, clock, log };
  const { locks, dutyLocks } = data;
  const outgoingTargets = await targetsOf(config);
  const deps = {
    ...ports,
    duties,
    locks,
    dutyLocks,
    templates,
    roleNames,
    offboardingRules,
    secondAdmin,
    ticketSubjects,
    expiryWarningDays,
    nudgeDays,
    ownershipDays,
    outgoingTargetIds: outgoingTargets.map(({ id }) => id),
  };
  if (isFirstStart && sandbox) {
    // Loaded only here: no real tenant needs it.
    const { playOpeningScene } = await import('./opening-scene.js');
    await playOpeningScene({ deps, sandbox, cloud, connection });
  }
  const address = new OwnAddress(config);
  const told = { hearers: audience, roles };
  const parts = {
    deps,
    workers,
    ...told,
    outgoingTargets,
    cloud,
    connection,
    address,
    checkedStorage,
    saving,
    nodeVersion,
  };
  const { background, operations } = openOperations(config, parts);
  const context = viewContexts(config, { deps, operations, background, sandbox });
  const ours = { identity: config.bot, tenantIds: tenantsOfOurs(config, cloud) };
  const { name: partnerName } = nameOnCertificates(config, cloud);
  const bot = openBot({
    ...ours,
    deps,
    operations,
    roles,
    audience,
    workers,
    ...data,
    address,
    spreadsheets,
    reportPrinter,
    partnerName,
    context,
  });
  shutdown.add(bot.sendQueue);
  shutdown.add({ close: () => bot.denials.stop() });

  const readiness = new Readiness({ saving, bot, background, reconcileSeconds });
  const server = shutdown.add(await serve(config, { bot, background, readiness, clock, log }));
  shutdown.add(readiness);
  shutdown.add({ close: () => data.leave() });
  address.listens(server.url);

  const { tokens } = connection;
  react({
    store,
    duties,
    saving,
    tokens,
    tokenPlaces,
    templates,
    tellTemplates,
    operations,
    background,
    bot,
  });
  tellTemplates();
  const [words, now] = [wordsIn('en'), clock.now()];
  const firstContext = { words, isSandbox: config.isSandbox, templates: templates.current, now };
  const warming = { tenants: store.tenants(), tenantList: operations.tenantList, workers, firstContext, context };
  await drawFirst(warming);
  metrics?.show({ ...data, ...background, ...bot });
  readiness.open(firstAnswersCanBeGiven(config, connection, clock));
  // What was waiting when the last process ended goes on then.
  warmUp(warming, () => startAll(background, operations, bot).catch(onFatal));
  // Every program of this machine may act as anybody, on real tenants.
  if (!config.bot && !config.isSandbox) log.warn('anonymousBot', { allowedBy: 'ALLOW_ANONYMOUS_BOT' });
  const dataDir = config.databaseUrl === undefined ? config.dataDir : undefined;
  log.info('ready', { url: server.url, sandbox: sandbox?.url, metrics: metrics?.url, dataDir });
  const { url } = server;
  const { commands } = operations;
  return { url, metricsUrl: metrics?.url, sandbox, commands, idle: () => shutdown.idle(), close: () => shutdown.run() };
}
