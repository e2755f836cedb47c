// Puts the parts of this folder together into a bot that answers and tells.

import type { RoleName } from '../domain/tenant/commands.js';
import { Denials } from '../operations/commands/denials.js';
import type { Dependencies } from '../operations/dependencies.js';
import type { CardStore } from '../operations/ports/cards.js';
import type { Links, Offers } from '../operations/ports/handed-files.js';
import type { ReportPrinter } from '../operations/ports/reports.js';
import type { Spreadsheets } from '../operations/ports/spreadsheets.js';
import { ExportedRows } from '../operations/reads/exported-rows.js';
import type { BackgroundWorkers } from '../runtime/background-worker.js';
import type { Pace } from '../runtime/pace.js';
import type { Language } from '../views/catalogue.js';
import type { ViewContext } from '../views/render/context.js';
import { CardContent } from './cards/card-content.js';
import { CardUpdater } from './cards/card-updater.js';
import { PostedCards } from './cards/posted-cards.js';
import { type Identity, teamsAdapter } from './conversation/adapter.js';
import { TeamsBot } from './conversation/teams-bot.js';
import { chooseLanguage, type WantedLanguage } from './delivery/chosen-language.js';
import { SendQueue } from './delivery/send-queue.js';
import { SubscriptionChoices } from './delivery/subscription-choices.js';
import { Subscriptions } from './delivery/subscriptions.js';
import { TeamsMessenger } from './delivery/teams-messenger.js';
import { ApprovalLinkFiles } from './files/approval-link-files.js';
import { Downloads } from './files/downloads.js';
import { Exports } from './files/exports.js';
import type { HandoverDeps } from './files/file-handover.js';
import { FileOffers } from './files/file-offers.js';
import { FleetReports } from './files/fleet-reports.js';
import { getByFetch, RowReader } from './files/given-rows.js';
import { KeptChoices } from './files/kept-choice.js';
import { OffboardingFiles } from './files/offboarding-files.js';
import { pruneWaitingFiles } from './files/prune-waiting-files.js';
import { putByFetch } from './files/upload.js';
import { Digests } from './notifications/digests.js';
import { Notifier } from './notifications/notifier.js';
import { Silence } from './notifications/silence.js';
import { type Admit, admitEverybody, admitMembersOf } from './people/admission.js';
import { askTeams } from './people/ask-teams.js';
import type { Audience } from './people/audience.js';
import type { RoleDirectory } from './people/role-directory.js';
import type { Operations } from './replies/bot-services.js';
import type { PostedView } from './turn/posted-view.js';

/** What the bot is put together from. */
export interface BotDeps {
  /** Absent: anonymous, on this machine only. */
  readonly identity: Identity | undefined;
  /** The tenants whose members it talks to, if it has an identity. */
  readonly tenantIds: readonly string[];
  readonly deps: Dependencies;
  readonly operations: Operations;
  readonly roles: RoleDirectory;
  readonly audience: Audience;
  readonly workers: BackgroundWorkers;
  readonly cardStore: CardStore<PostedView>;
  /** Of everything that goes out to Teams. */
  readonly pace: Pace;
  readonly links: Links;
  readonly offers: Offers;
  readonly address: HandoverDeps['address'];
  readonly spreadsheets: Spreadsheets;
  readonly reportPrinter: ReportPrinter;
  /** In what it hands out. Foreign text. */
  readonly partnerName: string;
  readonly context: (role?: RoleName, language?: Language) => ViewContext;
}

/** The bot: what a server hands it, and what reacts when something happens. */
export interface OpenBot {
  readonly teamsBot: TeamsBot;
  readonly downloads: Downloads;
  readonly updater: CardUpdater;
  readonly notifier: Notifier;
  readonly digests: Digests;
  readonly silence: Silence;
  readonly postedCards: PostedCards;
  readonly sendQueue: SendQueue;
  readonly subscriptions: Subscriptions;
  readonly denials: Denials;
}

/** Puts the bot together. */
export function openBot(parts: BotDeps): OpenBot {
  const { identity, tenantIds, deps, operations, roles, audience, workers, context } = parts;
  const { store, audit, archive, clock, log, duties, dutyLocks } = deps;
  const duty = { duties, dutyLocks };
  const { tenantList, leftovers, batches, offboardings, watchedRequestStories } = operations;
  const sendQueue = new SendQueue(clock, parts.pace);
  const subscriptions = new Subscriptions(store, log, sendQueue);
  const subscriptionChoices = new SubscriptionChoices({ store, clock, log });
  const adapter = teamsAdapter(identity, { clock, log });
  const messenger = new TeamsMessenger({ adapter, store, sendQueue });

  const content = new CardContent({ store, tenantList, leftovers, batches, audience, context });
  const postedCards = new PostedCards(parts.cardStore, clock);
  const updater = new CardUpdater({
    postedCards,
    content,
    audience,
    messenger,
    subscriptions,
    workers,
    clock,
    log,
    ...duty,
  });

  const downloads = new Downloads({ links: parts.links, roles, audit, clock });
  const offers = new FileOffers({ offers: parts.offers, roles, audit, clock, messenger, put: putByFetch, log });
  pruneWaitingFiles([parts.links, parts.offers], workers);
  const handover = { store, downloads, offers, address: parts.address, log };
  const files = new OffboardingFiles({ ...handover, archive, offboardings, audience, clock });
  const exports = new Exports({
    ...handover,
    rows: new ExportedRows(tenantList, audit),
    spreadsheets: parts.spreadsheets,
    roleNames: deps.roleNames,
    clock,
  });
  const { relationships } = deps.microsoft;
  const { spreadsheets } = parts;
  const { roleNames } = deps;
  const approvalLinks = new ApprovalLinkFiles({ ...handover, batches, relationships, spreadsheets, roleNames, clock });
  const { reportPrinter: printer, partnerName } = parts;
  const { fleetDays } = operations;
  const fleetReports = new FleetReports({ ...handover, tenantList, fleetDays, printer, partnerName, audience, clock });
  const notifier = new Notifier({
    ...{
      store,
      messenger,
      updater,
      subscriptions,
      audience,
      workers,
      log,
      context,
      files,
      fleetReports,
      watchedRequestStories,
      batches,
      tenantList,
    },
    ...duty,
    clock,
  });
  const digests = new Digests({ store, clock, workers, ...duty });
  subscriptionChoices.chosen.on(() => digests.check());
  const silence = new Silence({ store, sendQueue, clock, notifier });

  const denials = new Denials({ audit, clock, workers });
  const services = {
    ...operations,
    store,
    audit,
    relationships,
    roles,
    denials,
    subscriptions,
    subscriptionChoices,
    chooseLanguage: (conversationId: string, wanted: WantedLanguage) =>
      chooseLanguage({ store, log }, conversationId, wanted),
    hearers: audience,
    files,
    exports,
    approvalLinks,
    fleetReports,
    choices: new KeptChoices(parts.offers),
    given: new RowReader({ spreadsheets: parts.spreadsheets, get: getByFetch, log }),
    lastListIn: (conversationId: string) => postedCards.lastListIn(conversationId),
    context,
  };
  const admit: Admit = identity ? admitMembersOf(tenantIds, askTeams(store), clock, log) : admitEverybody;
  const teamsBot = new TeamsBot({ adapter, services, updater, messenger, audience, admit, clock, log });
  return { teamsBot, downloads, updater, notifier, digests, silence, postedCards, sendQueue, subscriptions, denials };
}
