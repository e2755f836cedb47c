// Access that someone took away from a group in Partner Center: found by an event or once a day, and given back by one button.
import assert from 'node:assert/strict';
import { assertGoodCard } from '../support/card-lint.js';
import { buttonVerbs } from '../support/card-reading.js';
import { onEachStore } from '../support/each-store.js';
import { issuesFoundNews } from '../support/wording.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const day = 86_400;
const tenantId = tenantIds.alpine;
const name = 'Alpine Ski House';

describe('what someone took away from a group in Partner Center', () => {
  const w = aWorldForEach({ ADMINS: people.alex.aadObjectId, RECONCILE_SECONDS: '3600' });

  const controls = () => w.world.sandbox.controls;
  const relationship = () => controls().relationships(tenantId)[0] ?? assert.fail('it has no relationship');
  const live = () => relationship().assignments.filter(({ status }) => status !== 'deleted');
  const widest = () => live().find(({ roles }) => roles.length > 1) ?? assert.fail('no group has two roles');
  const tenant = () => w.world.tenant(tenantId);
  const codes = async () => (await tenant()).onboarding?.limitations.map(({ code }) => code);
  const writes = () =>
    controls()
      .requests()
      .filter(({ method, path }) => method !== 'GET' && path.includes(`${relationship().id}/accessAssignments`)).length;
  const adopted = async () => {
    const { accessTemplate } = w.world.sandbox;
    const assignments = accessTemplate.assignments.map(({ groupId }) => ({ groupId }));
    controls().addRelationship({ tenantId, displayName: 'By hand', assignments, autoExtendDuration: 'P180D' });
    const message = await w.chat.says('/tenants alpine');
    await w.chat.enables(message, { name });
    await w.world.passes(180);
    assert.equal((await tenant()).status, 'approved');
    controls().clearRequests();
  };
  const hears = () => controls().registerWebhook(`${w.world.app.url}/api/partner-center`);
  const takes = () => controls().dropAssignmentRole(widest().id, widest().roles[0] ?? '');
  const message = async () => {
    const news = issuesFoundNews(await tenant());
    const [found, ...more] = w.chat.messages.filter(({ summary }) => summary === news);
    assert.deepEqual(more, []);
    return found ?? assert.fail(news);
  };

  onEachStore('is told within seconds of the event, with the cause, and given back by Revalidate', async () => {
    await adopted();
    hears();
    const roles = widest().roles.length;
    takes();
    await w.world.passes(30);
    assert.deepEqual(await codes(), ['rolesTakenAway']);
    const told = await message();
    await w.world.skips(1 / 24);
    assert.equal(writes(), 0);
    const review = await w.chat.presses(told, 'tenant.reviewLimitations');
    assertGoodCard(review);
    assert.ok(w.chat.reads(told).includes('Gatehouse didn’t do it.'));
    assert.equal(buttonVerbs(review)[0], 'tenant.revalidate');
    await w.chat.presses(told, 'tenant.revalidate');
    await w.world.passes(60);
    assert.deepEqual([(await tenant()).status, widest().roles.length], ['approved', roles]);
    assert.equal(writes(), 1);
  });

  it('is an assignment too that was removed, and is made again by Revalidate, whatever crashes between', async () => {
    await adopted();
    hears();
    const groups = live().length;
    controls().removeAssignment(widest().id);
    await w.world.passes(60);
    assert.deepEqual(await codes(), ['assignmentGone']);
    const told = await message();
    await w.world.crash();
    await w.world.passes(60);
    assert.deepEqual([await codes(), writes()], [['assignmentGone'], 0]);
    await w.chat.presses(told, 'tenant.reviewLimitations');
    await w.chat.presses(told, 'tenant.revalidate');
    await w.world.crash();
    await w.world.passes(120);
    assert.deepEqual(
      [(await tenant()).status, live().filter(({ status }) => status === 'active').length],
      ['approved', groups],
    );
  });

  it('is found once a day without events, and at once by Revalidate on the Approved card, which gives it back', async () => {
    await adopted();
    takes();
    await w.world.passes(0.5 * day);
    assert.deepEqual(await codes(), []);
    await w.world.passes(1.1 * day);
    assert.deepEqual(await codes(), ['rolesTakenAway']);
    await w.chat.presses(await message(), 'tenant.reviewLimitations');
    await w.chat.presses(await message(), 'tenant.revalidate');
    await w.world.passes(60);
    takes();
    const card = await w.chat.says('/tenants alpine');
    await w.chat.presses(card, { verb: 'tenant.open', name });
    await w.chat.presses(card, 'tenant.revalidate');
    await w.world.passes(60);
    assert.deepEqual([(await tenant()).status, await codes(), writes()], ['approved', [], 2]);
  });

  it('stays as it is once a person has accepted it', async () => {
    await adopted();
    hears();
    takes();
    await w.world.passes(30);
    const told = await message();
    await w.chat.presses(told, 'tenant.reviewLimitations');
    await w.chat.presses(told, 'tenant.askAcceptLimitations');
    await w.chat.presses(told, 'tenant.acceptLimitations', { reason: 'known' });
    await w.world.passes(2 * day);
    assert.deepEqual([await codes(), writes()], [['rolesTakenAway'], 0]);
    assert.ok((await tenant()).onboarding?.accepted);
  });
});
