// News of a complete offboarding comes with its card, and only while it's still news.

import assert from 'node:assert/strict';
import { CardContent } from '../../../src/bot/cards/card-content.js';
import { CardUpdater } from '../../../src/bot/cards/card-updater.js';
import { PostedCards } from '../../../src/bot/cards/posted-cards.js';
import { SendQueue } from '../../../src/bot/delivery/send-queue.js';
import { Subscriptions } from '../../../src/bot/delivery/subscriptions.js';
import { FleetReports } from '../../../src/bot/files/fleet-reports.js';
import { OffboardingFiles } from '../../../src/bot/files/offboarding-files.js';
import { Notifier } from '../../../src/bot/notifications/notifier.js';
import { Audience } from '../../../src/bot/people/audience.js';
import type { News } from '../../../src/domain/tenant/news.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { Leftovers } from '../../../src/operations/offboarding/leftovers.js';
import { WatchedRequestStories } from '../../../src/operations/offboarding/watched-request-story.js';
import { DelegatedAdminReader } from '../../../src/operations/reads/delegated-admin.js';
import { LocalPace } from '../../../src/runtime/local-pace.js';
import { headline } from '../../../src/views/explain/notices.js';
import { en } from '../../../src/views/words/en/index.js';
import { aTenantList } from '../../support/a-tenant-list.js';
import { contoso, now, tenantBy } from '../../support/builders.js';
import { textOf } from '../../support/card-reading.js';
import { FakeMessenger } from '../../support/fake-messenger.js';
import { MemoryCardStore } from '../../support/memory-card-store.js';
import { noBatches } from '../../support/no-batches.js';
import { leaving, offboardingBy, offboardingId } from '../../support/offboarding-scenes.js';
import { rolesOf } from '../../support/some-services.js';
import { standIn } from '../../support/stand-in.js';
import { testDependencies } from '../../support/test-dependencies.js';

/** What a conversation gets, to which this is due, and what is left to be told. */
async function told(news: News, tenant: Tenant) {
  const deps = testDependencies(tenant);
  const { store, clock, log, workers, templates, duties, dutyLocks } = deps;
  const messenger = new FakeMessenger(clock);
  const context = () => ({ words: en, isSandbox: false, templates: templates.current, now: clock.now() });
  const audience = new Audience(store, rolesOf('admin'));
  const postedCards = new PostedCards(new MemoryCardStore(), clock);
  const tenantList = aTenantList(store, templates);
  const leftovers = new Leftovers({ store, delegatedAdmin: new DelegatedAdminReader(deps), log, workers });
  const content = new CardContent({ store, tenantList, leftovers, batches: noBatches, audience, context });
  const subscriptions = new Subscriptions(store, log, new SendQueue(clock, new LocalPace(clock)));
  const updater = new CardUpdater({ ...deps, postedCards, content, audience, messenger, subscriptions });
  const watchedRequestStories = new WatchedRequestStories(deps);
  const files = standIn(OffboardingFiles, { offerByItself: async () => undefined });
  const ports = {
    ...{ store, messenger, updater, subscriptions, audience, workers, log, context },
    watchedRequestStories,
    batches: noBatches,
    tenantList: aTenantList(store),
    files,
    fleetReports: standIn(FleetReports, {}),
    ...{ duties, dutyLocks, clock },
  };
  const notifier = new Notifier(ports);
  await store.commit({
    conversations: [{ id: 'chat', kind: 'personal', subscribed: true, reference: {} }],
    deliveries: [{ id: '1', conversationId: 'chat', kind: 'tenant', tenantId: contoso, news, at: now }],
  });
  notifier.send();
  await clock.passes(10);
  return { arrived: messenger.arrived, views: postedCards.cards.map(({ view }) => view), due: [...store.deliveries()] };
}

describe('news of an offboarding', () => {
  const there = [
    ['offboardingAwaitsApproval', leaving(offboardingBy.awaitsApproval())],
    ['offboardingStopped', leaving(offboardingBy.stopped())],
  ] as const;
  for (const [news, tenant] of there) {
    it(`come with the offboarding’s card, which is kept up to date: ${news}`, async () => {
      const { arrived, views, due } = await told(news, tenant);
      const line = headline(news, tenant, en);
      assert.deepEqual(
        arrived.map(({ summary }) => summary),
        [line],
      );
      assert.ok(textOf(arrived[0]?.card).startsWith(`${line}\nOffboarding Contoso Ltd\n`));
      assert.deepEqual(views, [{ kind: 'offboarding', tenantId: contoso, offboardingId, told: { news, at: now } }]);
      assert.deepEqual(due, []);
    });
  }

  it('come with the tenant’s card when the offboarding is gone', async () => {
    const { arrived, views } = await told('offboardingLapsed', tenantBy.approved());
    assert.ok(textOf(arrived[0]?.card).startsWith(headline('offboardingLapsed', tenantBy.approved(), en)));
    const news = { news: 'offboardingLapsed', at: now };
    assert.deepEqual(views, [{ kind: 'tenant', tenantId: contoso, position: {}, told: news }]);
  });

  it('are those of an offboarding only: what else was due before it comes with the tenant’s card', async () => {
    const { views } = await told('approved', leaving());
    const news = { news: 'approved', at: now };
    assert.deepEqual(views, [{ kind: 'tenant', tenantId: contoso, position: {}, told: news }]);
  });

  const over = [
    ['offboardingAwaitsApproval', leaving(offboardingBy.grace())],
    ['offboardingAwaitsApproval', tenantBy.approved()],
    ['offboardingStopped', leaving(offboardingBy.running())],
    ['offboardingStopped', tenantBy.notConfigured()],
  ] as const;
  for (const [news, tenant] of over) {
    it(`are not told once somebody has answered: ${news}, ${tenant.offboarding ? 'but it goes on' : 'but it is over'}`, async () => {
      const { arrived, due } = await told(news, tenant);
      assert.deepEqual([arrived, due], [[], []]);
    });
  }
});
