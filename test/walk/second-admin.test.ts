// What one person can't do alone: asked for, told to another admin, done once they have said yes, and else not at all.
import assert from 'node:assert/strict';
import { en } from '../../src/views/words/en/index.js';
import { assertGoodCard } from '../support/card-lint.js';
import { buttonFor, buttonVerbs, textOf } from '../support/card-reading.js';
import { onEachStore } from '../support/each-store.js';
import type { Chat } from '../support/fake-teams.js';
import { newsOf } from '../support/wording.js';
import { aWorldForEach, people, tenantIds, type World } from '../support/world.js';

const { alex, megan: megans } = people;
const tenantId = tenantIds.contoso;
// One of the sandbox’s template.
const privileged = 'Helpdesk Administrator';

describe('what takes a second admin', () => {
  const w = aWorldForEach({
    ADMINS: `${alex.aadObjectId},${megans.aadObjectId}`,
    SECOND_ADMIN_FOR: 'enable,disable,batch:30',
  });
  let megan: Chat;

  beforeEach(async () => {
    megan = w.world.chat(megans, 'chat-of-megan');
    await megan.installs();
  });

  const created = () =>
    w.world.sandbox.controls
      .requests()
      .filter(({ method, path }) => method === 'POST' && /\/delegatedAdminRelationships$/.test(path)).length;
  const tenant = () => w.world.tenant(tenantId);
  const toldTo = (chat: string, summary: string) =>
    w.world.teams.messages.find((each) => each.conversationId === chat && each.summary?.startsWith(summary));
  /** Alex presses Enable, and Megan hears of it. */
  const asked = async () => {
    const message = await w.chat.says(`/tenants ${tenantId}`);
    await w.chat.presses(message, { verb: 'tenant.open', data: { tenantId } });
    await w.chat.enables(message);
    await w.world.passes(60);
    const { customer } = await tenant();
    const due = toldTo('chat-of-megan', `🔐 ${customer.displayName}`);
    assert.ok(due, 'the other admin has heard nothing');
    return { message, due };
  };

  onEachStore('asks Microsoft for nothing before another admin has approved, and then for just that', async () => {
    w.world.sandbox.controls.clearRequests();
    const { message, due } = await asked();
    assert.equal(created(), 0);
    assert.equal((await tenant()).status, 'notConfigured');
    const says = en.secondAdmin.subjects.enable;
    assert.ok(w.chat.reads(message).includes(says), w.chat.reads(message));
    assertGoodCard(megan.sees(due));
    assert.ok(!buttonVerbs(megan.sees(due)).includes('tenant.askEnable'));
    const open = await megan.says('/open');
    assert.ok(megan.reads(open).includes(en.waiting.matters.secondAdmin));
    const review = await megan.presses(due, 'second.review');
    assertGoodCard(review);
    assert.ok(textOf(review).includes(alex.name));
    await megan.presses(due, 'second.approve');
    await w.world.passes(60);
    assert.equal(created(), 1);
    const { status, awaitedSecond, onboarding, history } = await tenant();
    assert.deepEqual([status, awaitedSecond, onboarding?.requestedBy.name], ['needsApproval', undefined, alex.name]);
    const by = history.filter(({ what }) => what.startsWith('secondAdmin')).map((each) => [each.what, each.by?.name]);
    assert.deepEqual(by, [
      ['secondAdminAsked', alex.name],
      ['secondAdminApproved', megans.name],
    ]);
  });

  it('lets the sandbox’s own customers be enabled before the story begins, which is the past', async () => {
    const tenants = await Promise.all(Object.values(tenantIds).map((id) => w.world.tenant(id)));
    assert.ok(tenants.every(({ awaitedSecond }) => awaitedSecond === undefined));
    assert.ok(tenants.some(({ status }) => status === 'approved'));
    assert.ok(!w.chat.reads(await w.chat.says('/open')).includes(en.waiting.matters.secondAdmin));
  });

  it('says so before the person confirms, and what it is about on the card before another admin approves', async () => {
    const message = await w.chat.says(`/tenants ${tenantId}`);
    await w.chat.presses(message, { verb: 'tenant.open', data: { tenantId } });
    await w.chat.presses(message, 'tenant.askEnable');
    assert.ok(w.chat.reads(message).includes(en.secondAdmin.willBeAsked), w.chat.reads(message));
    await w.chat.presses(message, 'tenant.enable');
    const card = await megan.says(`/tenants ${tenantId}`);
    await megan.presses(card, { verb: 'tenant.open', data: { tenantId } });
    for (const line of [en.secondAdmin.template({ template: 'default' as never }), privileged, alex.name])
      assert.ok(megan.reads(card).includes(line), megan.reads(card));
    assert.ok(!megan.reads(card).includes('License Administrator'));
    assertGoodCard(megan.sees(card));
  });

  it('is not approved by who asked, who can take it back', async () => {
    const { message } = await asked();
    const own = await w.chat.presses(message, { verb: 'second.review', data: { tenantId } });
    assert.ok(textOf(own).includes(en.secondAdmin.own));
    assert.ok(!buttonFor(own, 'second.approve'));
    const askedId = (await tenant()).awaitedSecond?.id;
    const made = { type: 'Action.Execute', verb: 'second.approve', data: { tenantId, askedId } };
    const { body } = await w.chat.clicks(message, made);
    assert.ok(textOf((body as { value: unknown }).value).includes(en.notices.refused.sameAdmin));
    assert.ok((await tenant()).awaitedSecond);
    await w.chat.presses(message, 'second.decline');
    const { status, awaitedSecond } = await tenant();
    assert.deepEqual([status, awaitedSecond], ['notConfigured', undefined]);
  });

  it('is declined by another admin, which is told where it was asked for', async () => {
    const { due } = await asked();
    await megan.presses(due, 'second.review');
    await megan.presses(due, 'second.decline');
    await w.world.passes(60);
    const { customer, awaitedSecond } = await tenant();
    assert.equal(awaitedSecond, undefined);
    assert.ok(toldTo('chat-of-alex', newsOf(customer.displayName, 'secondAdminDeclined', 'enable')));
    assert.equal((await tenant()).status, 'notConfigured');
  });

  it('lapses after a day, also where Gatehouse was down, and is told once', async () => {
    const { customer } = await tenant();
    await asked();
    await w.world.crash();
    await w.world.passes(86_600);
    const told = () =>
      w.world.teams.messages.filter(
        ({ summary }) => summary === newsOf(customer.displayName, 'secondAdminLapsed', 'enable'),
      );
    assert.ok(told().some(({ conversationId }) => conversationId === 'chat-of-alex'));
    const count = told().length;
    await w.world.passes(3600);
    assert.equal(told().length, count);
    assert.deepEqual([(await tenant()).status, (await tenant()).awaitedSecond], ['notConfigured', undefined]);
  });

  onEachStore('holds a batch of Enable until another admin approves it on its card', async () => {
    w.world.sandbox.controls.clearRequests();
    const message = await w.chat.says('/enable not configured');
    assert.ok(w.chat.reads(message).includes(en.secondAdmin.willBeAsked));
    await w.chat.presses(message, 'batch.begin');
    assertGoodCard(w.chat.sees(message));
    await w.world.passes(120);
    assert.equal(created(), 0);
    const due = toldTo('chat-of-megan', '🔐');
    assert.ok(due?.alerts);
    const open = await megan.says('/open');
    assert.ok(megan.reads(open).includes(en.waiting.awaitedBatches({ count: 1 })));
    assert.ok(!buttonFor(w.chat.sees(message), 'batch.approve'));
    assert.ok(w.chat.reads(message).includes(en.secondAdmin.own));
    const { data } = buttonFor(megan.sees(due), 'batch.show') ?? assert.fail('no way to its card');
    const { body } = await w.chat.clicks(message, { type: 'Action.Execute', verb: 'batch.approve', data: data ?? {} });
    assert.ok(textOf((body as { value: unknown }).value).includes(en.batches.second.sameAdmin));
    const { customer } = await tenant();
    const named = (card: unknown) =>
      [customer.displayName, privileged, alex.name].every((each) => textOf(card).includes(each));
    assert.ok(named(megan.sees(due)), megan.reads(due));
    await megan.presses(due, 'batch.show');
    assertGoodCard(megan.sees(due));
    assert.ok(named(megan.sees(due)), megan.reads(due));
    await megan.presses(due, 'batch.approve');
    await w.world.passes(180);
    assert.ok(created() > 0);
    assert.ok(w.chat.reads(message).includes(en.batches.second.approvedBy({ person: megans.name as never })));
  });

  it('leads who asks for a batch that waits already to that one, and has nothing wait twice', async () => {
    const { sameWaits, changed } = en.batches;
    const message = await w.chat.says('/enable not configured');
    const older = await w.chat.says('/enable not configured');
    await w.chat.presses(message, 'batch.begin');
    await w.chat.presses(older, 'batch.begin');
    assert.ok(w.chat.reads(older).includes(sameWaits) && !w.chat.reads(older).includes(changed), w.chat.reads(older));
    const again = await megan.says('/enable not configured');
    assert.ok(megan.reads(again).includes(sameWaits), megan.reads(again));
    assert.deepEqual(buttonFor(megan.sees(again), 'batch.begin'), undefined);
    await megan.presses(again, 'batch.approve');
    await w.world.passes(2);
    assert.ok(w.chat.reads(message).includes(en.batches.second.approvedBy({ person: megans.name as never })));
  });

  it('lets a batch lapse, and does nothing of it', async () => {
    const message = await w.chat.says('/enable not configured');
    await w.chat.presses(message, 'batch.begin');
    w.world.sandbox.controls.clearRequests();
    await w.world.passes(86_500);
    assert.ok(w.chat.reads(message).includes(en.batches.second.lapsed));
    assert.equal(created(), 0);
    const over = w.world.teams.messages.findLast(({ conversationId }) => conversationId === 'chat-of-alex');
    const { customer } = await tenant();
    assert.ok(over && w.chat.reads(over).includes(customer.displayName), over && w.chat.reads(over));
    assert.ok(w.chat.reads(over).includes(en.batches.second.lapsed));
    const due = toldTo('chat-of-megan', '🔐');
    assert.ok(due);
    await megan.presses(due, 'batch.show');
    assert.ok(!buttonFor(megan.sees(due), 'batch.approve'));
    await w.world.passes(60);
    assert.equal(created(), 0);
  });
});

describe('a second admin’s turn while Entra does not answer about groups', () => {
  const group = 'd0000000-0000-4000-8000-000000000001';
  const tellsNothing = (world: World, times = 30) => {
    world.sandbox.controls.failNext({ path: '/v1.0/users', status: 500, times });
    return world.passes(330);
  };
  const askedByAlex = async ({ world, chat }: { world: World; chat: Chat }) => {
    world.sandbox.controls.setGroupMembers(group, [alex.aadObjectId, megans.aadObjectId]);
    await world.passes(330);
    const megan = world.chat(megans, 'chat-of-megan');
    await megan.installs();
    const message = await chat.says(`/tenants ${tenantId}`);
    await chat.presses(message, { verb: 'tenant.open', data: { tenantId } });
    await chat.enables(message);
    assert.ok((await world.tenant(tenantId)).awaitedSecond);
    const card = await megan.says(`/tenants ${tenantId}`);
    await megan.presses(card, { verb: 'second.review', data: { tenantId } });
    return { megan, card };
  };

  describe('of who asked', () => {
    const w = aWorldForEach({
      ADMINS: megans.aadObjectId,
      OPERATORS: `group:${group}`,
      SECOND_ADMIN_FOR: 'enable,batch:30',
    });

    it('drops nothing by a yes, which counts once they can be asked for', async () => {
      const { megan, card } = await askedByAlex(w);
      await tellsNothing(w.world, 6);
      await megan.presses(card, 'second.approve');
      const says = en.secondAdmin.notChecked({ person: alex.name as never });
      assert.ok(megan.reads(card).includes(says), megan.reads(card));
      assert.ok((await w.world.tenant(tenantId)).awaitedSecond);
      for (let asked = 0; asked < 6; asked += 1) {
        await w.chat.says('/tenants contoso');
        await w.world.passes(330);
      }
      await megan.presses(card, { verb: 'second.review', data: { tenantId } });
      await megan.presses(card, 'second.approve');
      const { awaitedSecond, onboarding } = await w.world.tenant(tenantId);
      assert.deepEqual([awaitedSecond, onboarding?.requestedBy.name], [undefined, alex.name]);
    });

    it('tells so of a batch as well, which goes on waiting', async () => {
      const { megan } = await askedByAlex(w);
      const message = await w.chat.says('/enable not configured');
      await w.chat.presses(message, 'batch.begin');
      await w.world.passes(60);
      const due = w.world.teams.messages.findLast(
        ({ conversationId, summary }) => conversationId === 'chat-of-megan' && summary?.startsWith('🔐'),
      );
      assert.ok(due);
      await megan.presses(due, 'batch.show');
      await tellsNothing(w.world);
      await megan.presses(due, 'batch.approve');
      assert.ok(megan.reads(due).includes(en.secondAdmin.notChecked({ person: alex.name as never })), megan.reads(due));
      assert.ok(buttonFor(megan.sees(due), 'batch.approve'));
    });
  });

  describe('of the second', () => {
    const w = aWorldForEach({
      ADMINS: `${alex.aadObjectId},group:${group}`,
      OPERATORS: megans.aadObjectId,
      SECOND_ADMIN_FOR: 'enable',
    });

    it('says that, instead of that someone else asked', async () => {
      const { megan, card } = await askedByAlex(w);
      await tellsNothing(w.world);
      const answer = await megan.presses(card, 'second.decline');
      assert.ok(textOf(answer).includes(en.replies.roleNotChecked), textOf(answer));
      assert.ok((await w.world.tenant(tenantId)).awaitedSecond);
    });
  });
});
