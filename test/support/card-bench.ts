// Posted cards that are kept up to date, and what goes to Teams for that.
import { CardContent } from '../../src/bot/cards/card-content.js';
import { CardUpdater } from '../../src/bot/cards/card-updater.js';
import { PostedCards } from '../../src/bot/cards/posted-cards.js';
import { SendQueue } from '../../src/bot/delivery/send-queue.js';
import { Subscriptions } from '../../src/bot/delivery/subscriptions.js';
import { Audience } from '../../src/bot/people/audience.js';
import type { PostedView } from '../../src/bot/turn/posted-view.js';
import { startOfMinute } from '../../src/domain/time.js';
import { Leftovers } from '../../src/operations/offboarding/leftovers.js';
import { DelegatedAdminReader } from '../../src/operations/reads/delegated-admin.js';
import { LocalPace } from '../../src/runtime/local-pace.js';
import { en } from '../../src/views/words/en/index.js';
import { aTenantList } from './a-tenant-list.js';
import { contoso, tenantBy } from './builders.js';
import { FakeMessenger } from './fake-messenger.js';
import { MemoryCardStore } from './memory-card-store.js';
import { noBatches } from './no-batches.js';
import { rolesOf } from './some-services.js';
import { testDependencies } from './test-dependencies.js';

/** What a card of Contoso shows. */
export const ofContoso: PostedView = { kind: 'tenant', tenantId: contoso, position: {} };

/** An updater of cards in conversations that an admin reads, with none posted yet. */
export function cardUpdater(
  deps = testDependencies(tenantBy.notConfigured()),
  cardStore = new MemoryCardStore<PostedView>(),
) {
  const { store, clock, log, workers, templates, happens } = deps;
  const messenger = new FakeMessenger(clock);
  const postedCards = new PostedCards(cardStore, clock);
  const context = () => ({
    words: en,
    isSandbox: false,
    templates: templates.current,
    now: startOfMinute(clock.now()),
  });
  const audience = new Audience(store, rolesOf('admin'));
  const tenantList = aTenantList(store, templates);
  const leftovers = new Leftovers({ store, delegatedAdmin: new DelegatedAdminReader(deps), log, workers });
  const content = new CardContent({ store, tenantList, leftovers, batches: noBatches, audience, context });
  const subscriptions = new Subscriptions(store, log, new SendQueue(clock, new LocalPace(clock)));
  const updater = new CardUpdater({ ...deps, postedCards, content, audience, messenger, subscriptions });
  store.committed.on(() => updater.refresh());
  postedCards.clickedElsewhere.on((cards) => cards.map((card) => updater.isPainted(card)));
  postedCards.changedElsewhere.on(() => updater.refresh());
  const post = (activityId: string, conversationId = 'chat') =>
    updater.posted({ conversationId, activityId }, updater.now(ofContoso, conversationId));
  const drawn = () => messenger.attempts.map(({ activityId }) => activityId);
  return { clock, store, messenger, cardStore, postedCards, updater, happens, post, drawn };
}
