// Puts the parts of this folder together into a bot that answers and tells.

import type { Person } from '../domain/person.js';
import type { RoleName } from '../domain/tenant/commands.js';
import { Denials } from '../operations/commands/denials.js';
import type { List } from '../operations/commands/list.js';
import type { Dependencies } from '../operations/dependencies.js';
import { leftoversPager } from '../operations/offboarding/leftovers.js';
import { watchedRequestTeller } from '../operations/offboarding/watched-request-story.js';
import type { CardStore } from '../operations/ports/cards.js';
import type { BackgroundWorkers } from '../runtime/background-worker.js';
import { withTimeout } from '../runtime/timeout.js';
import type { ViewContext } from '../views/render/context.js';
import type { BotServices } from './bot-services.js';
import { CardContent } from './cards/card-content.js';
import { CardUpdater } from './cards/card-updater.js';
import { PostedCards } from './cards/posted-cards.js';
import { type Activities, activitiesOf, type Identity, teamsAdapter } from './conversation/adapter.js';
import { TeamsBot, type TeamsBotPorts } from './conversation/teams-bot.js';
import type { PostedView } from './conversation/turn.js';
import { Notifier } from './delivery/notifier.js';
import { SendQueue } from './delivery/send-queue.js';
import { Silence } from './delivery/silence.js';
import { Subscriptions } from './delivery/subscriptions.js';
import { teamsMessenger } from './delivery/teams-messenger.js';
import { Downloads } from './files/downloads.js';
import { FileOffers } from './files/file-offers.js';
import { OffboardingFiles } from './files/offboarding-files.js';
import { putByFetch } from './files/upload.js';
import { type Admit, admitEverybody, admitMembersOf, askTeams } from './people/admission.js';
import { Audience } from './people/audience.js';
import { type Lists, RoleDirectory } from './people/role-directory.js';

/** What the bot is put together from. */
export interface BotParts {
  /** Absent: anonymous, on this machine only. */
  readonly identity: Identity | undefined;
  /** The tenants whose members it talks to, if it has an identity. */
  readonly tenantIds: readonly string[];
  /** Absent: everybody may do everything. */
  readonly people: Lists | undefined;
  readonly deps: Dependencies;
  readonly workers: BackgroundWorkers;
  readonly list: List;
  readonly cardStore: CardStore<PostedView>;
  /** Where people reach the bot's server, without a slash at the end. `undefined`: nobody has said. */
  readonly baseUrl: () => string | undefined;
  /** What the desk takes from the operations. */
  readonly operations: Pick<
    BotServices,
    | 'perform'
    | 'checkRemoval'
    | 'readDelegatedAdmin'
    | 'checkup'
    | 'offboardings'
    | 'terminateWatchedRequest'
    | 'readLeftovers'
  >;
  readonly context: (role?: RoleName) => ViewContext;
  readonly correlated: TeamsBotPorts['correlated'];
}

/** The bot, for a server to hand it what comes in. */
export interface OpenBot {
  readonly activities: Activities;
  /** Links to files, and what they open. */
  readonly downloads: Pick<Downloads, 'path' | 'open'>;
  /** Draws anew, in a moment, every posted card that no longer shows how things are. */
  refreshCards(): void;
  /** Sends what is due. */
  sendNews(): void;
  /** The conversations of those who run Gatehouse. */
  ofAdmins(): Promise<readonly string[]>;
  /** For how many seconds something has been due while nothing went out to Teams. `areNewsHeld`: news may have to wait. */
  silentSeconds(areNewsHeld: boolean): number;
  /** How many posted cards are kept up to date. */
  postedCards(): number;
  /** Resolves when nothing is on its way to Teams. */
  idle(): Promise<void>;
  /** Once no more requests are taken: writes down what was only counted. */
  stop(): Promise<void>;
}

/** Puts the bot together. */
export function openBot(parts: BotParts): OpenBot {
  const { deps, workers, identity, list, context } = parts;
  const { microsoft, store, audit, clock, log } = deps;
  const groupsOf: typeof microsoft.groupsOf = (personId, groupIds) => microsoft.groupsOf(personId, groupIds);
  const roleDirectory = new RoleDirectory(parts.people, { groupsOf, clock, log });
  const audience = new Audience(store, roleDirectory);
  const sendQueue = new SendQueue(clock);
  const subscriptions = new Subscriptions(store, log, (conversationId) => sendQueue.failing(conversationId));

  const adapter = teamsAdapter(identity, { clock, log });
  const messenger = teamsMessenger(adapter, identity?.MicrosoftAppId ?? '', store, sendQueue);
  const leftoverAccess = leftoversPager(store);
  const content = new CardContent(store, list, audience, context, leftoverAccess);
  const postedCards = new PostedCards(parts.cardStore);
  const updater = new CardUpdater({
    postedCards,
    content,
    audience,
    messenger,
    isAsleep: (conversationId) => subscriptions.isAsleep(conversationId),
    workers,
    log,
  });
  const handing = { roleOf: (person: Person) => roleDirectory.checkedRoleOf(person), audit, clock };
  const downloads = new Downloads(handing);
  const files = new OffboardingFiles({
    store,
    archive: deps.archive,
    offboardings: parts.operations.offboardings,
    downloads,
    offers: new FileOffers({ ...handing, messenger, put: putByFetch, log }),
    baseUrl: parts.baseUrl,
    within: (milliseconds, answer) => withTimeout(clock, milliseconds, answer),
    audience,
    log,
  });

  const watchedRequestStory = watchedRequestTeller(deps);
  const notifier = new Notifier({
    store,
    messenger,
    updater,
    subscriptions,
    audience,
    workers,
    log,
    context,
    watchedRequestStory,
    offerCertificate: (conversationId, certificate) => files.offerByItself(conversationId, certificate),
  });
  const silence = new Silence({ store, sendQueue, clock, isHeldBack: (due) => notifier.isHeldBack(due) });
  sendQueue.onReach({
    taken: (conversationId, wasFailing) => void subscriptions.taken(conversationId, wasFailing),
    lost: (conversationId, failing) => void subscriptions.lose(conversationId, failing),
  });
  subscriptions.onBack((conversationId) => {
    notifier.retry(conversationId);
    updater.wake(conversationId);
  });

  const denials = new Denials({
    append: (entries) => audit.append(entries),
    clock,
    workers,
  });
  const services: BotServices = {
    ...parts.operations,
    list,
    tenant: (tenantId) => store.tenant(tenantId),
    tenants: () => store.tenants(),
    leftoverAccess,
    watchedRequestStory,
    watchedRequests: () => store.watchedRequests(),
    certificate: (offboardingId) => store.certificate(offboardingId),
    certificates: () => store.certificates(),
    approvalLink: (relationshipId) => microsoft.approvalLink(relationshipId),
    roleOf: (person) => roleDirectory.roleOf(person),
    isRoleNotChecked: (person) => roleDirectory.isNotChecked(person),
    auditDenied: ({ id: by }, asked, tenantId) => denials.record({ by, asked, tenantId }),
    subscriptions,
    audit,
    files,
    context,
    within: (milliseconds, answer) => withTimeout(clock, milliseconds, answer),
  };
  const admit: Admit = identity ? admitMembersOf(parts.tenantIds, askTeams, clock, log) : admitEverybody;
  const bot = new TeamsBot({
    services,
    updater,
    messenger,
    audience,
    admit,
    clock,
    log,
    correlated: parts.correlated,
  });
  return {
    activities: activitiesOf(adapter, bot),
    downloads,
    refreshCards: () => updater.refresh(),
    sendNews: () => notifier.send(),
    ofAdmins: () => audience.ofAdmins(),
    silentSeconds: (areNewsHeld) => silence.seconds(areNewsHeld),
    postedCards: () => postedCards.cards.length,
    idle: () => sendQueue.idle(),
    stop: () => denials.stop(),
  };
}
