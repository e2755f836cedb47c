// Nothing of what is forgotten stays in the JSON folder.
import assert from 'node:assert/strict';
import { planOf } from '../../src/domain/offboarding/plan.js';
import { alex, having } from '../support/builders.js';
import { failing } from '../support/disk.js';
import { anOffboarding, aSubscription, inventory } from '../support/offboarding-builders.js';
import { StoreFolder, tenant } from '../support/store-folder.js';
import { batch, batched, savedViews } from './contract/rows.js';

describe('the JSON folder, when something is forgotten', () => {
  let data: StoreFolder;

  beforeEach(async () => {
    data = await StoreFolder.make();
  });

  afterEach(() => data.end());

  it('leaves nothing on the disk of what it is to forget', async () => {
    const store = await data.opened();
    const reference = { secret: 'of the conversation' };
    const conversation = { id: 'chat', kind: 'personal', subscribed: true, reference } as const;
    const onboarded = having(tenant(1), {
      type: 'onboardingRequested',
      by: alex,
      conversationId: 'of the tenant',
    });
    await store.commit({ tenants: [onboarded, tenant(2)], conversations: [conversation] });
    assert.match((await data.texts()).join(), /of the tenant.*of the conversation|of the conversation.*of the tenant/s);
    await store.commit({ tenants: [tenant(1)] });
    assert.doesNotMatch((await data.texts()).join(), /of the tenant/);
    await store.commit({ forgottenConversationIds: ['chat'] });
    assert.doesNotMatch((await data.texts()).join(), /of the conversation/);
    await store.commit({ forgottenTenantIds: ['tenant-2'] });
    assert.doesNotMatch((await data.texts()).join(), /tenant-2/);
    assert.deepEqual([...(await data.reopened(store)).tenants()], [tenant(1)]);
  });

  it('leaves nothing on the disk of what was read for an offboarding, once that is over', async () => {
    const store = await data.opened();
    const plan = planOf(inventory({ subscriptions: { value: [aSubscription({ offerName: 'of the exit' })] } }));
    const offboarding = anOffboarding({ steps: ['relationships'] }, plan);
    const leaving = having(tenant(1), { type: 'offboardingDecided', by: alex, offboarding });
    await store.commit({ tenants: [leaving] });
    assert.match((await data.texts()).join(), /of the exit/);
    await store.commit({ tenants: [having(leaving, { type: 'offboardingUndone', by: alex })] });
    assert.doesNotMatch((await data.texts()).join(), /of the exit/);
  });

  it('leaves nothing of a tenant that the lists lacked, once it is no longer waited for', async () => {
    const store = await data.opened();
    const progress = (missing: readonly string[], untied: readonly string[]) =>
      store.commit({ progress: [{ id: 'reconcile', missing, untied }] });
    await progress(['tenant-1'], ['tenant-2']);
    await progress(['tenant-1', 'tenant-3'], ['tenant-2']);
    assert.match((await data.texts()).join(), /tenant-1.*tenant-2/s);
    await progress(['tenant-1'], []);
    assert.doesNotMatch((await data.texts()).join(), /tenant-[23]/);
    await progress([], []);
    assert.doesNotMatch((await data.texts()).join(), /tenant-1/);
  });

  it('leaves nothing of the tenants of a batch that is no longer kept', async () => {
    const store = await data.opened();
    await store.commit({ batches: [batch], batchTenants: batched });
    await store.commit({ conversations: [] });
    assert.match((await data.texts()).join(), /tenant-1/);
    await store.commit({ forgottenBatchIds: ['b'], forgottenBatchTenantIds: ['b tenant-1'] });
    assert.doesNotMatch((await data.texts()).join(), /tenant-1/);
  });

  it('leaves nothing of the views of a person who is forgotten', async () => {
    const store = await data.opened();
    await store.commit({ savedViews: [savedViews] });
    await store.commit({ conversations: [] });
    assert.match((await data.texts()).join(), /Important/);
    await store.commit({ forgottenViewsOf: [savedViews.personId] });
    assert.doesNotMatch((await data.texts()).join(), /Important/);
  });

  it('tries again to take out of the journal what is to be forgotten', async () => {
    const store = await data.opened();
    await store.commit({ tenants: [tenant(1), tenant(2)] });
    await failing('truncate', () => store.commit({ forgottenTenantIds: ['tenant-2'] }));
    assert.match((await data.texts()).join(), /tenant-2/);
    await store.commit({ tenants: [tenant(3)] });
    assert.doesNotMatch((await data.texts()).join(), /tenant-2/);
    assert.deepEqual([...(await data.reopened(store)).tenants()], [tenant(1), tenant(3)]);
  });

  it('leaves nothing of a tenant that is disabled and enabled again in one write', async () => {
    const store = await data.opened();
    const enabledFrom = (conversationId: string) =>
      having(tenant(1), { type: 'onboardingRequested', by: alex, conversationId });
    await store.commit({ tenants: [enabledFrom('the first time')] });
    await Promise.all([store.commit({ tenants: [tenant(1)] }), store.commit({ tenants: [enabledFrom('again')] })]);
    assert.doesNotMatch((await data.texts()).join(), /the first time/);
  });
});
