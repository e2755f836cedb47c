// With very many tenants nothing goes through all of them at once: what else is asked has its turn in between.
import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { turnOf } from '../../src/bot/conversation/turn-of.js';
import { showLeftovers, showList } from '../../src/bot/replies/show-list.js';
import { AnswerTime } from '../../src/bot/turn/answer-time.js';
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import { Leftovers } from '../../src/operations/offboarding/leftovers.js';
import { DelegatedAdminReader } from '../../src/operations/reads/delegated-admin.js';
import { TenantScheduler } from '../../src/operations/reconcile/tenant-scheduler.js';
import { WebhookHeartbeat } from '../../src/operations/reconcile/webhook-heartbeat.js';
import { aTenantList } from '../support/a-tenant-list.js';
import { alex, aRelationship, tenantBy } from '../support/builders.js';
import { MemoryStore } from '../support/memory-store.js';
import { following } from '../support/partner-event-bench.js';
import { someServices } from '../support/some-services.js';
import { standIn } from '../support/stand-in.js';
import { testDependencies } from '../support/test-dependencies.js';

/** Counts how many tenants are gone through at most in one turn of the event loop; each of them takes its time. */
class CountingStore extends MemoryStore {
  most = 0;
  #inThisTurn = 0;

  override *tenants(): Iterable<Tenant> {
    for (const tenant of super.tenants()) {
      if (this.#inThisTurn === 0)
        setImmediate(() => {
          this.#inThisTurn = 0;
        });
      this.#inThisTurn += 1;
      const until = performance.now() + eachMs;
      while (performance.now() < until);
      this.most = Math.max(this.most, this.#inThisTurn);
      yield tenant;
    }
  }
}

// Several parts may each take a slice in the same turn.
const fewInATurn = 600;
const many = 2000;
// A slice of them takes longer than the loop may be held.
const eachMs = 0.05;

function setUp() {
  const { onboarding, ...approved } = tenantBy.approved();
  const tenants = Array.from({ length: many }, (_, number): Tenant => {
    const tenantId = `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
    const customer = { displayName: `Contoso ${number}`, domain: '' };
    const relationship = aRelationship({ id: `relationship-${number}` });
    return { ...approved, tenantId, customer, ...(onboarding && { onboarding: { ...onboarding, relationship } }) };
  });
  const store = new CountingStore({ tenants });
  const deps = { ...testDependencies(), store };
  const { services } = someServices('admin', tenantBy.approved());
  const tenantList = aTenantList(store, deps.templates);
  const leftovers = new Leftovers({ ...deps, delegatedAdmin: new DelegatedAdminReader(deps) });
  return { deps, store, services: { ...services, store, tenantList, leftovers } };
}

describe('with two thousand tenants, few of them are gone through in a turn of the event loop', () => {
  it('for the first list', async () => {
    const { deps, store, services } = setUp();
    const from = { id: '29:alex', aadObjectId: alex.id };
    const activity = { type: 'message', conversation: { id: 'chat' }, from, recipient: { id: 'bot' } };
    const time = new AnswerTime(deps.clock, 0);
    await turnOf(services, activity as unknown as Activity, { time, correlationId: 'turn' });
    showList(services, { search: '', page: 1 });
    services.tenantList.evidence();
    assert.ok(store.most <= fewInATurn, `${store.most}`);
  });

  it('for the first leftovers', async () => {
    const { store, services } = setUp();
    await showLeftovers(services, { page: 1 }, true);
    assert.ok(store.most <= fewInATurn, `${store.most}`);
  });

  it('when all checks are planned at the start', async () => {
    const { deps, store } = setUp();
    const heartbeat = standIn(WebhookHeartbeat, { noticed: { reconcileSeconds: 300, byEvents: false } });
    await new TenantScheduler({ ...deps, heartbeat }).start();
    assert.ok(store.most <= fewInATurn, `${store.most}`);
  });

  it('for the first event', async () => {
    const { deps, store } = setUp();
    const { looks } = following(deps);
    await store.commit({
      partnerEvents: [
        {
          id: 'event',
          name: 'granular-admin-relationship-approved',
          at: deps.clock.now(),
          relationshipId: `relationship-${many - 1}`,
        },
      ],
    });
    await deps.workers.idle();
    assert.equal(looks.length, 1);
    assert.ok(store.most <= fewInATurn, `${store.most}`);
  });
});
