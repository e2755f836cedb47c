// The part of the product that lives through a year: checks, reconciles, commands and messages, over a store that outlives each start.
import { CardContent } from '../../src/bot/cards/card-content.js';
import { CardUpdater } from '../../src/bot/cards/card-updater.js';
import { PostedCards } from '../../src/bot/cards/posted-cards.js';
import type { DrawnMessage, Messenger } from '../../src/bot/delivery/messenger.js';
import { SendQueue } from '../../src/bot/delivery/send-queue.js';
import { Subscriptions } from '../../src/bot/delivery/subscriptions.js';
import { FleetReports } from '../../src/bot/files/fleet-reports.js';
import { OffboardingFiles } from '../../src/bot/files/offboarding-files.js';
import { Notifier } from '../../src/bot/notifications/notifier.js';
import { Audience } from '../../src/bot/people/audience.js';
import type { AccessTemplates } from '../../src/domain/access/access-templates.js';
import type { OpenMicrosoft } from '../../src/microsoft/microsoft.js';
import { CommandHandler } from '../../src/operations/commands/command-handler.js';
import { Leftovers } from '../../src/operations/offboarding/leftovers.js';
import { WatchedRequestStories } from '../../src/operations/offboarding/watched-request-story.js';
import { allDuties } from '../../src/operations/ports/duties.js';
import { fixedTemplates } from '../../src/operations/ports/templates.js';
import { DelegatedAdminReader } from '../../src/operations/reads/delegated-admin.js';
import { ReconcileAll } from '../../src/operations/reconcile/reconcile-all.js';
import { ReconcileScheduler } from '../../src/operations/reconcile/reconcile-scheduler.js';
import { TenantScheduler } from '../../src/operations/reconcile/tenant-scheduler.js';
import { WebhookHeartbeat } from '../../src/operations/reconcile/webhook-heartbeat.js';
import { BackgroundWorkers } from '../../src/runtime/background-worker.js';
import { keyedLock } from '../../src/runtime/keyed-lock.js';
import { LocalPace } from '../../src/runtime/local-pace.js';
import { noLog } from '../../src/runtime/no-log.js';
import { en } from '../../src/views/words/en/index.js';
import { aTenantList } from '../support/a-tenant-list.js';
import type { ManualClock } from '../support/manual-clock.js';
import { MemoryCardStore } from '../support/memory-card-store.js';
import type { MemoryStore } from '../support/memory-store.js';
import { noBatches } from '../support/no-batches.js';
import { watchedRequestMonitor } from '../support/reconcile-bench.js';
import { rolesOf } from '../support/some-services.js';
import { standIn } from '../support/stand-in.js';
import { askedOf, noArchive } from '../support/test-dependencies.js';

/** What a year is lived with. */
export interface YearDeps {
  readonly clock: ManualClock;
  readonly store: MemoryStore;
  readonly microsoft: OpenMicrosoft;
  readonly templates: AccessTemplates;
  readonly expiryWarningDays: readonly number[];
  readonly nudgeDays: readonly number[];
  readonly reconcileSeconds: number;
  /** Takes a message, or throws as Teams does. */
  readonly post: (conversationId: string, message: DrawnMessage) => void;
}

/** A bot that runs. Wired as `app/reactions.ts` has it. */
export class BotOfAYear {
  readonly commands: CommandHandler;
  readonly #workers: BackgroundWorkers;
  readonly #start: () => Promise<void>;

  constructor({ clock, store, microsoft, post, reconcileSeconds, ...settings }: YearDeps) {
    const workers = new BackgroundWorkers(clock, noLog);
    this.#workers = workers;
    const templates = fixedTemplates(settings.templates);
    const deps = {
      ...askedOf(microsoft),
      ...{ store, clock, workers, templates, log: noLog, audit: store.audit, archive: noArchive },
      ...{ locks: keyedLock(), dutyLocks: keyedLock(), duties: allDuties(), roleNames: new Map<string, string>() },
      offboardingRules: { needsSecond: false, graceSeconds: 300 },
      expiryWarningDays: settings.expiryWarningDays,
      nudgeDays: settings.nudgeDays,
      secondAdmin: { subjects: [] },
      ticketSubjects: [],
      ownershipDays: 0,
      outgoingTargetIds: [],
    };
    const webhooks = {
      registration: async () => undefined,
      sendTest: async () => undefined,
      auditRecord: async () => undefined,
    };
    const heartbeat = new WebhookHeartbeat({ ...deps, webhooks, address: { eventsUrl: undefined }, reconcileSeconds });
    const scheduler = new TenantScheduler({ ...deps, heartbeat });
    const reconcileAll = new ReconcileAll({ ...deps, scheduler, watchedRequestMonitor });
    const reconciles = new ReconcileScheduler({ ...deps, reconcileAll, heartbeat, seconds: reconcileSeconds });
    this.commands = new CommandHandler(deps);
    this.commands.tenantChanged.on((tenantId) => scheduler.scheduleAfterCommand(tenantId));

    const context = () => ({ words: en, isSandbox: false, templates: templates.current, now: clock.now() });
    const audience = new Audience(store, rolesOf('admin'));
    const leftovers = new Leftovers({ store, delegatedAdmin: new DelegatedAdminReader(deps), log: noLog, workers });
    const tenantList = aTenantList(store, templates);
    const content = new CardContent({ store, tenantList, leftovers, batches: noBatches, audience, context });
    const subscriptions = new Subscriptions(store, noLog, new SendQueue(clock, new LocalPace(clock)));
    const messenger = messengerOf(post);
    const postedCards = new PostedCards(new MemoryCardStore(), clock);
    const updater = new CardUpdater({ ...deps, postedCards, content, audience, messenger, subscriptions });
    const files = standIn(OffboardingFiles, {});
    const watchedRequestStories = new WatchedRequestStories(deps);
    const ways = {
      batches: noBatches,
      messenger,
      updater,
      subscriptions,
      audience,
      context,
      watchedRequestStories,
      files,
      fleetReports: standIn(FleetReports, {}),
    };
    const notifier = new Notifier({ ...deps, ...ways, tenantList });
    store.committed.on(() => notifier.send());
    this.#start = async () => {
      notifier.send();
      await scheduler.start();
      reconciles.start();
    };
  }

  start(): Promise<void> {
    return this.#start();
  }

  idle(): Promise<void> {
    return this.#workers.idle();
  }

  stop(): Promise<void> {
    return this.#workers.stop();
  }
}

function messengerOf(post: YearDeps['post']): Messenger {
  let count = 0;
  return {
    async send(conversationId, draw) {
      const drawn = draw();
      if (drawn) post(conversationId, drawn);
      count += 1;
      return drawn ? `message-${count}` : '';
    },
    attach: async () => undefined,
    answer: async () => '',
    update: async () => undefined,
  };
}
