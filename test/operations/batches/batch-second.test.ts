// What leads to privileged roles waits for a second admin, whichever way it's asked for, and holds for what was approved alone.
import assert from 'node:assert/strict';
import { globalAdministratorId } from '../../../src/domain/access/gdap-roles.js';
import type { SecondAdminRules } from '../../../src/domain/second-admin.js';
import { CommandHandler } from '../../../src/operations/commands/command-handler.js';
import { fixedTemplates } from '../../../src/operations/ports/templates.js';
import { alex, aTemplate, aTenant, having, megan } from '../../support/builders.js';
import { asks, batchId, someTenants } from '../../support/some-batches.js';

const roles = [{ id: globalAdministratorId, name: 'Global Administrator' }];
const gold = aTemplate({ name: 'gold', templateHash: 'gold', assignments: [{ groupId: 'g', groupName: 'G', roles }] });
const plain = aTemplate({ assignments: [{ groupId: 'g', groupName: 'G', roles: [{ id: 'r', name: 'R' }] }] });
const slim = { ...plain, name: 'slim', templateHash: 'slim' };
const other = { ...gold, name: 'other', templateHash: 'other' };
const templates = fixedTemplates({
  default: 'default',
  templates: new Map([plain, gold, slim, other].map((each) => [each.name, each])),
  rules: [
    { tag: 'other', template: 'other' },
    { tag: 'gold', template: 'gold' },
    { tag: 'slim', template: 'slim' },
  ],
});
const tagged = (tag: string) => ({ type: 'tagged' as const, by: alex, added: [tag], removed: [] as string[] });
const enabled = { type: 'onboardingRequested', by: alex, conversationId: 'chat' } as const;

/** Tenants, all but the last of which have been onboarded. */
async function aPartner(count: number, secondAdmin: SecondAdminRules = { subjects: ['enable'] }) {
  const world = someTenants(count, { templates, secondAdmin });
  const { store, ids } = world;
  const change = (id: string, fact: typeof enabled | ReturnType<typeof tagged>) =>
    store.commit({ tenants: [having(store.tenant(id) ?? aTenant(), fact)] });
  for (const id of ids.slice(0, -1)) await change(id, enabled);
  const came = () =>
    [...store.batchTenants(batchId)].map(({ result }) => (result?.is === 'refused' ? result.why : result?.is));
  const tagsOf = () => ids.map((id) => store.tenant(id)?.tags?.join() ?? '');
  return { ...world, change, came, tagsOf, ...world.replica() };
}

describe('what leads a tenant to privileged roles', () => {
  it('enables nothing by those that a second admin has not approved, though a tag brought them since', async () => {
    const { store, clock, batches, change, came, ids } = await aPartner(1);
    await batches.begin(batchId, asks({ do: 'enable' }), ids);
    await change(ids[0] ?? '', tagged('gold'));
    await clock.passes(60);
    assert.deepEqual(came(), ['awaitsSecondAdmin']);
    assert.equal(store.tenant(ids[0] ?? '')?.onboarding, undefined);
  });

  it('enables by no other template than was approved, though only the number of tenants asked for it', async () => {
    const { store, clock, batches, change, came, ids } = await aPartner(3, { subjects: [], batchesOver: 1 });
    await store.commit({ tenants: ids.map((id) => ({ ...aTenant(), tenantId: id })) });
    await batches.begin(batchId, asks({ do: 'enable' }), ids);
    assert.equal(await batches.approve(batchId, megan), 'approved');
    await change(ids[2] ?? '', tagged('slim'));
    await clock.passes(300);
    assert.deepEqual(came(), ['done', 'done', 'awaitsSecondAdmin']);
  });

  for (const rules of [{ subjects: [], batchesOver: 1 }, { subjects: ['enable'] }] satisfies SecondAdminRules[])
    it(`enables each by the very template that was approved for it, be it one of another (${Object.keys(rules).length})`, async () => {
      const { store, clock, batches, change, came, ids } = await aPartner(3, rules);
      await store.commit({ tenants: ids.map((id) => ({ ...aTenant(), tenantId: id })) });
      await change(ids[0] ?? '', tagged('gold'));
      await change(ids[1] ?? '', tagged('slim'));
      await batches.begin(batchId, asks({ do: 'enable' }), ids);
      assert.equal(store.batch(batchId)?.second?.basis, [plain.templateHash, 'gold', 'slim'].sort().join(' '));
      assert.equal(await batches.approve(batchId, megan), 'approved');
      await change(ids[1] ?? '', tagged('gold'));
      await change(ids[2] ?? '', tagged('slim'));
      await clock.passes(300);
      assert.deepEqual(came(), ['done', 'awaitsSecondAdmin', 'awaitsSecondAdmin']);
    });

  it('drops at the yes what an earlier version has asked about, which doesn’t say whose template is which', async () => {
    const { store, batches, ids } = await aPartner(2, { subjects: [], batchesOver: 1 });
    await store.commit({ tenants: ids.map((id) => ({ ...aTenant(), tenantId: id })) });
    await batches.begin(batchId, asks({ do: 'enable' }), ids);
    const rows = [...store.batchTenants(batchId)].map(({ templateHash: _, ...row }) => row);
    await store.commit({ batchTenants: rows });
    assert.equal(await batches.approve(batchId, megan), 'stale');
    assert.equal(store.batch(batchId)?.second?.dropped, 'stale');
  });

  it('tags only those towards a template that it was approved for', async () => {
    const { clock, batches, change, came, ids, tagsOf } = await aPartner(4);
    // This one has the template already that the tag leads the others to, which brings it nothing.
    await change(ids[1] ?? '', tagged('gold'));
    await batches.begin(batchId, asks({ do: 'tag', added: ['gold'], removed: [] }), ids.slice(0, 2));
    assert.equal(await batches.approve(batchId, megan), 'approved');
    await change(ids[1] ?? '', { type: 'tagged', by: alex, added: [], removed: ['gold'] });
    await clock.passes(60);
    assert.deepEqual(
      [came(), tagsOf().slice(0, 2)],
      [
        ['done', 'awaitsSecondAdmin'],
        ['gold', ''],
      ],
    );
  });

  it('counts what is held as not given yet, where another template would give it, and holds no tag that leads to none', async () => {
    const held = [{ groupId: 'g', roleIds: [globalAdministratorId] }];
    const goldOnes = having(aTenant(), enabled, tagged('gold'));
    assert.ok(goldOnes.onboarding);
    const holding = { ...goldOnes, onboarding: { ...goldOnes.onboarding, held } };
    for (const [tenant, tag, takes] of [
      [holding, 'other', true],
      [holding, 'vip', false],
      [goldOnes, 'other', false],
    ] as const) {
      const { store, batches, ids, deps } = await aPartner(2);
      const [tenantId = ''] = ids;
      await store.commit({ tenants: [{ ...tenant, tenantId }] });
      const action = { do: 'tag', added: [tag], removed: [] } as const;
      assert.equal(batches.takesSecond(action, [{ tenantId }]), takes, tag);
      const outcome = await new CommandHandler(deps).perform({ tenantId, command: { ...action, by: alex } });
      assert.equal(outcome?.tenant.awaitedSecond !== undefined, takes, tag);
    }
  });

  for (const way of ['tags', 'an import of tags', 'an import of a template'] as const)
    it(`holds a batch of ${way} until a second admin has approved it`, async () => {
      const { store, clock, batches, came, ids, tagsOf } = await aPartner(3);
      const tags = { added: ['gold'], removed: [] };
      if (way === 'tags') await batches.begin(batchId, asks({ do: 'tag', ...tags }), ids);
      else {
        const change = way === 'an import of tags' ? { tags } : { template: 'gold' };
        const changes = ids.map((tenantId) => ({ tenantId, change }));
        await batches.prepare({ batchId, by: alex, conversationId: 'chat' }, changes);
        await batches.beginPrepared(batchId);
      }
      await clock.passes(60);
      assert.deepEqual(
        [came(), tagsOf()],
        [
          [undefined, undefined, undefined],
          ['', '', ''],
        ],
      );
      assert.ok(store.audit.entries.some(({ what }) => what === 'batchAsked'));
      assert.equal(await batches.approve(batchId, alex), 'sameAdmin');
      assert.equal(await batches.approve(batchId, megan), 'approved');
      await clock.passes(60);
      assert.deepEqual(came(), ['done', 'done', 'done']);
    });

  it('asks no one about tags of tenants that aren’t onboarded, that have those roles, or that lead to none', async () => {
    const { store, clock, batches, change, came, ids } = await aPartner(3);
    await change(ids[0] ?? '', tagged('gold'));
    await batches.begin(batchId, asks({ do: 'tag', added: ['gold', 'slim'], removed: [] }), [
      ids[0] ?? '',
      ids[2] ?? '',
    ]);
    assert.equal(store.batch(batchId)?.second, undefined);
    await clock.passes(60);
    assert.deepEqual(came(), ['done', 'done']);
  });

  it('asks no one about an import for a tenant that isn’t onboarded, whatever template it chooses', async () => {
    const { store, batches, ids } = await aPartner(2);
    const imports = async (id: string, tenantId: string) => {
      const changes = [{ tenantId, change: { template: 'gold' } }];
      await batches.prepare({ batchId: id, by: alex, conversationId: 'chat' }, changes);
      await batches.beginPrepared(id);
      return store.batch(id)?.second;
    };
    assert.equal(await imports(batchId, ids[1] ?? ''), undefined);
    assert.equal((await imports('another', ids[0] ?? ''))?.basis, 'gold');
  });

  it('leaves alone a tenant that tags lead there only since, as it has been onboarded meanwhile', async () => {
    const { store, clock, batches, change, came, ids, tagsOf } = await aPartner(2);
    await batches.begin(batchId, asks({ do: 'tag', added: ['gold'], removed: [] }), ids.slice(1));
    assert.equal(store.batch(batchId)?.second, undefined);
    await change(ids[1] ?? '', enabled);
    await clock.passes(60);
    assert.deepEqual([came(), tagsOf()], [['awaitsSecondAdmin'], ['', '']]);
  });

  it('waits at one tenant, and is done once another admin says yes', async () => {
    const { deps, store, ids } = await aPartner(2);
    const commands = new CommandHandler(deps);
    const [tenantId = '', notOnboarded = ''] = ids;
    const command = { do: 'tag', by: alex, conversationId: 'chat', added: ['gold'], removed: [] } as const;
    await commands.perform({ tenantId: notOnboarded, command });
    assert.deepEqual(store.tenant(notOnboarded)?.tags, ['gold']);
    const asked = await commands.perform({ tenantId, command });
    assert.deepEqual(
      asked?.facts.map(({ type }) => type),
      ['secondAdminAsked'],
    );
    assert.equal((await commands.perform({ tenantId, command }))?.refused, 'awaitsSecondAdmin');
    const { awaitedSecond, tags } = store.tenant(tenantId) ?? aTenant();
    assert.deepEqual([awaitedSecond?.action, tags], [{ do: 'tag', added: ['gold'], removed: [] }, undefined]);
    const yes = { do: 'approveSecond', by: megan, askedId: awaitedSecond?.id ?? '', template: gold } as const;
    await commands.perform({ tenantId, command: { ...yes, mayAsk: true, now: deps.clock.now() } });
    assert.deepEqual([store.tenant(tenantId)?.tags, store.tenant(tenantId)?.awaitedSecond], [['gold'], undefined]);
  });

  it('is refused to an import that comes without a batch, which alone can wait', async () => {
    const { deps, store, ids } = await aPartner(2);
    const command = { do: 'import', by: alex, template: 'gold' } as const;
    const came = await new CommandHandler(deps).perform({ tenantId: ids[0] ?? '', command });
    assert.deepEqual([came?.refused, store.tenant(ids[0] ?? '')?.template], ['awaitsSecondAdmin', undefined]);
  });
});
