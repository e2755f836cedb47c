// The composition root: config → clients → operations → bot → server.

import type { Operations } from '../bot/bot-services.js';
import { postedViewFrom } from '../bot/cards/posted-view.js';
import { openBot } from '../bot/open-bot.js';
import { Audience } from '../bot/people/audience.js';
import { RoleDirectory } from '../bot/people/role-directory.js';
import { CertificateFolder } from '../certificate/archive.js';
import type { Config } from '../config/config.js';
import { whyNotReady } from '../domain/health/readiness.js';
import { newestCertificate } from '../domain/offboarding/find-certificates.js';
import type { Metrics } from '../metrics/open-metrics.js';
import { eventReceiver } from '../microsoft/events/event-receiver.js';
import { microsoftPort } from '../microsoft/microsoft.js';
import { CommandHandler } from '../operations/commands/command-handler.js';
import { DelegatedAdminReader } from '../operations/commands/delegated-admin.js';
import { TenantList } from '../operations/commands/tenant-list.js';
import { Alarms } from '../operations/health/alarms.js';
import { credentialEndsReader } from '../operations/health/credential-expiry.js';
import { SignInWaiter } from '../operations/health/sign-in-waiter.js';
import { Leftovers } from '../operations/offboarding/leftovers.js';
import { Offboardings } from '../operations/offboarding/offboardings.js';
import { WatchedRequestStories } from '../operations/offboarding/watched-request-story.js';
import { BackgroundWorkers } from '../runtime/background-worker.js';
import { boundedLog } from '../runtime/bounded-log.js';
import type { Clock } from '../runtime/clock.js';
import { correlated, currentOrigin } from '../runtime/correlation.js';
import { keyedLock } from '../runtime/keyed-lock.js';
import type { Log } from '../runtime/log.js';
import type { Sandbox } from '../sandbox/sandbox.js';
import { openData } from '../store/open-data.js';
import { steadyContexts } from '../views/render/context.js';
import { verbs } from '../views/render/verbs.js';
import { backgroundJobs } from './background.js';
import { checkupOfBot, microsoftSide } from './checkup.js';
import { openCloud } from './cloud.js';
import { connect } from './connection.js';
import { eventsAddress } from './events-address.js';
import { react } from './reactions.js';
import { serve } from './serve.js';
import { Shutdown } from './shutdown.js';

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

/** What the product takes from its surroundings. */
export interface Surroundings {
  readonly clock: Clock;
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
export async function startApp(config: Config, surroundings: Surroundings): Promise<App> {
  const shutdown = new Shutdown();
  try {
    return await build(config, surroundings, shutdown);
  } catch (error) {
    // Why it cannot start is what people have to read.
    await shutdown.run().catch((failure) => surroundings.log.error('shutdownFailed', { error: failure }));
    throw error;
  }
}

async function build(config: Config, surroundings: Surroundings, shutdown: Shutdown): Promise<App> {
  const { clock, onFatal, nodeVersion } = surroundings;
  // What is left out of the log is counted all the same.
  const written = boundedLog(surroundings.log, clock);
  const metrics = await metricsOf(config, written);
  if (metrics) shutdown.add(() => metrics.close());
  const log = metrics?.log ?? written;
  const workers = new BackgroundWorkers(clock, log);
  const dataPorts = { clock, log, workers, shutdown, onLost: onFatal, origin: currentOrigin, viewFrom: postedViewFrom };
  const { store, audit, cardStore, disk } = await openData(config.dataDir, dataPorts);
  shutdown.add(() => workers.stop());
  const isFirstStart = [...store.tenants()].length === 0;

  const cloud = await openCloud(config, clock);
  const { template, sandbox, addresses, partner, events } = cloud;
  if (sandbox) shutdown.add(() => sandbox.close());
  const connection = await connect(cloud, config.dataDir, clock, log);
  const { tokens, clients, webhooks } = connection;
  const microsoft = microsoftPort(clients, addresses.adminPortalUrl, clock, log);
  const receiver = eventReceiver(events, clock);

  const partnerName = config.partnerName ?? sandbox?.partnerName;
  const partnerOrId = partnerName ?? partner.tenantId;
  // A certificate outlives the chat, whose cards all say that nothing is real, and must not be taken for one that is.
  const name = config.isSandbox ? `${partnerOrId} (sandbox: nothing of this is real)` : partnerOrId;
  const archive = new CertificateFolder(config.dataDir, { name, tenantId: partner.tenantId });
  const locks = keyedLock();
  const { roleNames, offboardings: offboardingRules, reconcileSeconds } = config;
  const deps = { microsoft, store, audit, clock, log, locks, template, roleNames, offboardingRules, archive };
  const roles = new RoleDirectory(config.people, { microsoft, clock, log });
  const audience = new Audience(store, roles);
  let listening: string | undefined;
  const ourUrl = () => eventsAddress(config, listening);
  const jobs = backgroundJobs({
    deps,
    webhooks,
    ourUrl,
    reconcileSeconds,
    workers,
    whoHears: () => audience.ofAdmins(),
  });
  const { scheduler, reconciles, heartbeat, watchedRequestMonitor } = jobs;
  const commands = new CommandHandler(deps);

  const side = microsoftSide(config, {
    cloud,
    connection,
    events: () => ({ ourUrl: ourUrl(), lastEventAt: heartbeat.lastEventAt }),
  });

  const delegatedAdmin = new DelegatedAdminReader(deps);
  const operations: Operations = {
    commands,
    tenantList: new TenantList(store, template),
    delegatedAdmin,
    leftovers: new Leftovers({ store, delegatedAdmin, log, workers }),
    offboardings: new Offboardings(deps, commands),
    watchedRequests: watchedRequestMonitor,
    watchedRequestStories: new WatchedRequestStories(deps),
    checkup: checkupOfBot({ config, clock, log, nodeVersion, microsoft: side }),
  };

  const sandboxPage = sandbox && ((tenantId: string) => `${sandbox.url}/customers/${tenantId}`);
  const certificateOf = (tenantId: string) => newestCertificate(store.certificates(), tenantId);
  const lasting = { isSandbox: config.isSandbox, partnerName, template, sandboxPage, certificateOf };
  const signInWaiter = new SignInWaiter({ workers, signIn: tokens.signIn(), trySignIn: clients.trySignIn });
  const context = steadyContexts((role) => {
    const { reconciledAt: asOf, failing } = reconciles;
    return {
      ...lasting,
      role,
      now: clock.now(),
      asOf,
      failing,
      signInLost: signInWaiter.lost,
      evidence: operations.tenantList.evidence(),
    };
  });
  const tenantIds = [config.bot?.MicrosoftAppTenantId, config.isSandbox ? undefined : partner.tenantId];
  let isReady = false;
  const bot = openBot({
    identity: config.bot,
    tenantIds: tenantIds.filter((id) => id !== undefined),
    deps,
    operations,
    roles,
    audience,
    workers,
    cardStore,
    // People who aren't on this machine can't open what it calls itself.
    baseUrl: () => config.publicUrl ?? (config.bot ? undefined : listening),
    context,
  });
  shutdown.add(() => bot.denials.stop());

  const server = await serve(config, {
    bot,
    clock,
    log,
    receiver,
    take: (event) => correlated(() => jobs.handlePartnerEvent(event)),
    troubles: () => (disk.trouble === undefined ? [] : [`the data folder cannot be written: ${disk.trouble}`]),
    whyNotReady: () =>
      whyNotReady({
        isServing: isReady,
        // While Microsoft is out of reach, it may not be known who may hear.
        nothingSentSeconds: bot.silence.seconds(reconciles.failing !== undefined),
        noReconcileSeconds: reconciles.secondsSinceEnded,
        reconcileSeconds,
      }),
  });
  shutdown.add(() => server.close());
  listening = server.url;

  const alarms = new Alarms({
    store,
    clock,
    log,
    signIn: () => tokens.signIn(),
    credentialEnds: credentialEndsReader(side, { clock, log }),
    whoHears: () => audience.ofAdmins(),
    workers,
  });
  const newSandbox = isFirstStart ? sandbox : undefined;
  react({ store, disk, tokens, operations, jobs, alarms, signInWaiter, bot, newSandbox });
  // What was waiting when the last process ended goes on now.
  bot.notifier.send();
  bot.updater.refresh();
  jobs.start();
  signInWaiter.wait();
  metrics?.show({ store, scheduler, reconciles, postedCards: bot.postedCards });
  isReady = true;
  // Every program of this machine may act as anybody, on real tenants.
  if (!config.bot && !config.isSandbox) log.warn('anonymousBot', { allowedBy: 'ALLOW_ANONYMOUS_BOT' });
  log.info('ready', { url: server.url, sandbox: sandbox?.url, metrics: metrics?.url, dataDir: config.dataDir });
  return {
    url: server.url,
    metricsUrl: metrics?.url,
    sandbox,
    commands,
    async idle() {
      await sandbox?.idle();
      await workers.idle();
      await bot.sendQueue.idle();
    },
    close() {
      isReady = false;
      return shutdown.run();
    },
  };
}

// Loaded only where they are wanted: they take as much memory as a thousand tenants.
async function metricsOf({ metricsPort: port }: Config, log: Log): Promise<Metrics | undefined> {
  if (port === undefined) return undefined;
  const { openMetrics } = await import('../metrics/open-metrics.js');
  return openMetrics({ port, log, verbs });
}
