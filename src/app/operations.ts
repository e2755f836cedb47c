// Puts the operations together: what people ask for, and what runs in the background.

import type { OpenBot } from '../bot/open-bot.js';
import type { Operations } from '../bot/replies/bot-services.js';
import type { Config } from '../config/config.js';
import { EventReceiver } from '../microsoft/events/event-receiver.js';
import { TenantBatches } from '../operations/batches/batches.js';
import { AddedCustomers } from '../operations/commands/added-customers.js';
import { CommandHandler } from '../operations/commands/command-handler.js';
import type { Dependencies } from '../operations/dependencies.js';
import { FleetDays } from '../operations/fleet/fleet-days.js';
import { Alarms } from '../operations/health/alarms.js';
import { CredentialExpiry } from '../operations/health/credential-expiry.js';
import { SignInWaiter } from '../operations/health/sign-in-waiter.js';
import { Leftovers } from '../operations/offboarding/leftovers.js';
import { Offboardings } from '../operations/offboarding/offboardings.js';
import { WatchedRequestMonitor } from '../operations/offboarding/watched-request-monitor.js';
import { WatchedRequestStories } from '../operations/offboarding/watched-request-story.js';
import { OutgoingSender } from '../operations/outgoing/outgoing-sender.js';
import type { CheckedStorage } from '../operations/ports/checked-storage.js';
import type { Hearers } from '../operations/ports/hearers.js';
import type { OutgoingTarget } from '../operations/ports/outgoing.js';
import type { RoleCheck } from '../operations/ports/role-check.js';
import type { Saving } from '../operations/ports/saving.js';
import { CustomerLanguages } from '../operations/reads/customer-languages.js';
import { DelegatedAdminReader } from '../operations/reads/delegated-admin.js';
import { EnableOutlook } from '../operations/reads/enable-outlook.js';
import { TemplateUsage } from '../operations/reads/template-usage.js';
import { TenantList } from '../operations/reads/tenant-list.js';
import { PartnerEventInbox } from '../operations/reconcile/partner-event-inbox.js';
import { PartnerEventHandler } from '../operations/reconcile/partner-events.js';
import { ReconcileAll } from '../operations/reconcile/reconcile-all.js';
import { ReconcileScheduler } from '../operations/reconcile/reconcile-scheduler.js';
import { TenantScheduler } from '../operations/reconcile/tenant-scheduler.js';
import { WebhookHeartbeat } from '../operations/reconcile/webhook-heartbeat.js';
import type { BackgroundWorkers } from '../runtime/background-worker.js';
import { queryNamesInEveryLanguage } from '../views/explain/query-words.js';
import { checkupOfBot, microsoftSide } from './checkup.js';
import type { Cloud } from './cloud.js';
import type { Connection } from './connection.js';
import type { OwnAddress } from './own-address.js';

/** What the operations are put together from. */
export interface OperationDeps {
  readonly deps: Dependencies;
  readonly workers: BackgroundWorkers;
  readonly hearers: Hearers;
  readonly roles: RoleCheck;
  readonly cloud: Cloud;
  readonly connection: Connection;
  readonly address: OwnAddress;
  readonly checkedStorage: CheckedStorage;
  readonly saving: Saving;
  readonly outgoingTargets: readonly OutgoingTarget[];
  /** Of Node.js, such as `v24.11.0`. */
  readonly nodeVersion: string;
}

/** What runs in the background once it's started. */
export type Background = ReturnType<typeof openBackground>;

/** Puts the background work together; nothing is looked at before it's started. */
function openBackground(config: Config, parts: OperationDeps) {
  const { deps, workers, hearers, cloud, connection, address, saving, outgoingTargets } = parts;
  const { store, clock, log } = deps;
  const { tokens, clients, webhooks } = connection;
  const { reconcileSeconds } = config;
  const heartbeat = new WebhookHeartbeat({ ...deps, workers, webhooks, address, reconcileSeconds });
  const scheduler = new TenantScheduler({ ...deps, workers, heartbeat });
  const watchedRequestMonitor = new WatchedRequestMonitor({ ...deps, hearers, workers });
  const reconcileAll = new ReconcileAll({ ...deps, scheduler, watchedRequestMonitor });
  const reconciles = new ReconcileScheduler({ ...deps, reconcileAll, heartbeat, workers, seconds: reconcileSeconds });
  const eventDeps = { ...deps, workers, scheduler, reconciles, watchedRequestMonitor, webhooks, heartbeat };
  const eventHandler = new PartnerEventHandler(eventDeps);
  const eventReceiver = new EventReceiver(cloud.events, clock, new PartnerEventInbox(store));
  const side = microsoftSide(config, { cloud, templates: deps.templates, connection, address, heartbeat });
  const credentialExpiry = new CredentialExpiry({ ...side, clock, log });
  const alarms = new Alarms({ ...deps, tokens, credentialExpiry, saving, hearers, workers, outgoingTargets });
  const outgoing = new OutgoingSender({ ...deps, workers, outgoingTargets });
  const signInWaiter = new SignInWaiter({ workers, signIn: tokens.signIn(), clients });
  const checks = { scheduler, watchedRequestMonitor, reconciles };
  return { ...checks, heartbeat, eventReceiver, eventHandler, alarms, signInWaiter, outgoing, side };
}

/** Puts together what runs in the background, and what people ask for. */
export function openOperations(config: Config, parts: OperationDeps) {
  const { deps, workers, roles, nodeVersion, checkedStorage: storage } = parts;
  const { requestsPerMinute } = config;
  const background = openBackground(config, parts);
  const { store, templates, clock, log } = deps;
  const commands = new CommandHandler(deps);
  const customerLanguages = new CustomerLanguages({ customers: deps.microsoft.customers, clock, log });
  const delegatedAdmin = new DelegatedAdminReader(deps);
  const tenantList = new TenantList(store, templates, { clock, names: queryNamesInEveryLanguage() });
  const operations: Operations = {
    commands,
    addedCustomers: new AddedCustomers(deps),
    batches: new TenantBatches({ ...deps, workers, commands, roles, requestsPerMinute }),
    tenantList,
    fleetDays: new FleetDays({ ...deps, workers, tenantList }),
    templateUsage: new TemplateUsage(store, templates),
    delegatedAdmin,
    customerLanguages,
    enableOutlook: new EnableOutlook(deps),
    leftovers: new Leftovers({ store, delegatedAdmin, log, workers }),
    offboardings: new Offboardings(deps, commands, customerLanguages),
    watchedRequests: background.watchedRequestMonitor,
    watchedRequestStories: new WatchedRequestStories(deps),
    checkup: checkupOfBot({ config, clock, log, nodeVersion, storage, microsoft: background.side }),
  };
  return { background, operations };
}

/** Takes up what was waiting when the last process ended, goes on from there, and reconciles all tenants from now on. */
export async function startAll(
  background: Background,
  { batches, fleetDays }: Pick<Operations, 'batches' | 'fleetDays'>,
  { notifier, digests, updater }: OpenBot,
): Promise<void> {
  notifier.send();
  digests.check();
  updater.refresh();
  const { scheduler, watchedRequestMonitor, reconciles, heartbeat, eventHandler, signInWaiter, alarms, outgoing } =
    background;
  await scheduler.start();
  eventHandler.takeUp();
  batches.takeUp();
  outgoing.send();
  for (const part of [watchedRequestMonitor, heartbeat, signInWaiter, alarms]) part.start();
  fleetDays.start();
  // What its end leads to, where none begins.
  if (!reconciles.start()) alarms.check();
}
