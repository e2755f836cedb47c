import { CardContent } from '../../src/bot/cards/card-content.js';
import { CardUpdater } from '../../src/bot/cards/card-updater.js';
import { PostedCards } from '../../src/bot/cards/posted-cards.js';
import { SendQueue } from '../../src/bot/delivery/send-queue.js';
import { Subscriptions } from '../../src/bot/delivery/subscriptions.js';
import { FleetReports } from '../../src/bot/files/fleet-reports.js';
import { OffboardingFiles } from '../../src/bot/files/offboarding-files.js';
import { Notifier } from '../../src/bot/notifications/notifier.js';
import { Audience } from '../../src/bot/people/audience.js';
import { progressOf } from '../../src/domain/batch/progress.js';
import { TenantBatches } from '../../src/operations/batches/batches.js';
import { Leftovers } from '../../src/operations/offboarding/leftovers.js';
import { WatchedRequestStories } from '../../src/operations/offboarding/watched-request-story.js';
import { DelegatedAdminReader } from '../../src/operations/reads/delegated-admin.js';
import { LocalPace } from '../../src/runtime/local-pace.js';
import { en } from '../../src/views/words/en/index.js';
import { aTenantList } from './a-tenant-list.js';
import { tenantBy } from './builders.js';
import { FakeMessenger } from './fake-messenger.js';
import { MemoryCardStore } from './memory-card-store.js';
import { noBatches } from './no-batches.js';
import { rolesOf } from './some-services.js';
import { standIn } from './stand-in.js';
import { testDependencies } from './test-dependencies.js';

/** A notifier with nothing to do, and a person whose role isn't known yet. */
export function aNotifier(deps = testDependencies(tenantBy.approved())) {
  const { microsoft, store, clock, log, workers, templates, duties, dutyLocks } = deps;
  const messenger = new FakeMessenger(clock);
  const roles = { mayLook: undefined as boolean | undefined };
  const context = () => ({ words: en, isSandbox: false, templates: templates.current, now: clock.now() });
  const audience = new Audience(store, rolesOf('admin', { mayLook: async () => roles.mayLook }));
  const postedCards = new PostedCards(new MemoryCardStore(), clock);
  const tenantList = aTenantList(store, templates, clock);
  const leftovers = new Leftovers({ store, delegatedAdmin: new DelegatedAdminReader(deps), log, workers });
  const content = new CardContent({ store, tenantList, leftovers, batches: noBatches, audience, context });
  const subscriptions = new Subscriptions(store, log, new SendQueue(clock, new LocalPace(clock)));
  const updater = new CardUpdater({ ...deps, postedCards, content, audience, messenger, subscriptions });
  const watchedRequestStories = new WatchedRequestStories(deps);
  const offered: string[] = [];
  const files = standIn(OffboardingFiles, {
    offerByItself: async (conversationId, { id }) => void offered.push(`${id} ${conversationId}`),
  });
  const ports = {
    ...{ store, messenger, updater, subscriptions, audience, workers, log, context },
    watchedRequestStories,
    batches: standIn(TenantBatches, {
      progress: (batch) => {
        const tenants = store.batchTenants(batch.id);
        return progressOf({ batch, tenants, tenant: (id) => store.tenant(id), now: clock.now() }, 60);
      },
    }),
    tenantList,
    files,
    fleetReports: standIn(FleetReports, {}),
    clock,
    duties,
    dutyLocks,
  };
  const notifier = new Notifier(ports);
  return { microsoft, store, clock, messenger, postedCards, notifier, subscriptions, roles, offered };
}
