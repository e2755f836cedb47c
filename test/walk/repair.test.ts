// A template that says `repair`: Gatehouse does what the button would do, at most once a day, three times, and never what takes a question.
import assert from 'node:assert/strict';
import { en } from '../../src/views/words/en/index.js';
import { assertGoodCard } from '../support/card-lint.js';
import { onEachStore, storeFor } from '../support/each-store.js';
import type { Chat } from '../support/fake-teams.js';
import { issuesFoundNews, newsOf } from '../support/wording.js';
import { people, tenantIds, World } from '../support/world.js';

const day = 86_400;
const tenantId = tenantIds.alpine;
const name = 'Alpine Ski House';
const stopped = en.keeping.repairStopped({ count: 3 });

describe('a template that says repair', () => {
  let world: World;
  let chat: Chat;

  beforeEach(async function () {
    world = await World.start({ ADMINS: people.alex.aadObjectId, RECONCILE_SECONDS: '3600' }, storeFor(this));
    chat = world.chat(people.alex, 'chat-of-alex');
    await chat.installs();
    const text = JSON.stringify({ ...world.template, autoExtend: true, repair: true });
    await world.stopBot();
    await world.startBot({ ACCESS_TEMPLATE: await world.file('template.json', text) });
    const assignments = world.template.assignments.map(({ groupId }) => ({ groupId }));
    controls().addRelationship({ tenantId, displayName: 'By hand', assignments, autoExtendDuration: 'P180D' });
    await chat.enables(await chat.says('/tenants alpine'), { name });
    await world.passes(180);
    assert.equal((await tenant()).status, 'approved');
    controls().registerWebhook(`${world.app.url}/api/partner-center`);
    controls().clearRequests();
  });
  afterEach(() => world.end());

  const controls = () => world.sandbox.controls;
  const relationship = () => controls().relationships(tenantId)[0] ?? assert.fail('it has no relationship');
  const live = () => relationship().assignments.filter(({ status }) => status !== 'deleted');
  const widest = () => live().find(({ roles }) => roles.length > 1) ?? assert.fail('no group has two roles');
  const tenant = () => world.tenant(tenantId);
  const codes = async () => (await tenant()).onboarding?.limitations.map(({ code }) => code);
  const writes = () =>
    controls()
      .requests()
      .filter(({ method, path }) => method !== 'GET' && path.includes(relationship().id)).length;
  const tells = (summary: string) => chat.messages.filter((each) => each.summary === summary).length;
  const isOn = () => relationship().autoExtendDuration === 'P180D';
  const switchesOff = async (seconds = 2 * 3600) => {
    controls().setAutoExtend(relationship().id, 'PT0S');
    await world.passes(seconds);
  };
  const offMessages = () => chat.messages.filter(({ summary }) => summary.includes('auto-extend is off'));

  it('switches auto-extend on by itself once a day, until it was switched off once more than three times', async function () {
    // Five days of the whole bot.
    this.timeout(300_000);
    await switchesOff();
    assert.ok(isOn());
    await switchesOff();
    assert.ok(!isOn());
    await world.passes(day);
    assert.ok(isOn());
    await world.passes(day);
    await switchesOff();
    assert.deepEqual([isOn(), writes(), offMessages().length], [true, 3, 0]);
    await world.passes(day);
    await switchesOff(3 * day);
    assert.deepEqual([isOn(), writes(), offMessages().length], [false, 3, 1]);
    const [message] = offMessages();
    assert.ok(message);
    assertGoodCard(message.card);
    assert.ok(chat.reads(message).includes(stopped));
    // A person who does it has decided otherwise.
    await chat.presses(message, 'tenant.keepAccess');
    await world.passes(day);
    assert.deepEqual([isOn(), chat.reads(message).includes(stopped)], [true, false]);
    await switchesOff();
    assert.ok(isOn());
  });

  onEachStore('gives back what was taken away from a group, of which no one hears but in the history', async () => {
    const roles = widest().roles.length;
    const ours = () => chat.messages.filter(({ summary }) => summary.includes(name)).length;
    const before = ours();
    controls().dropAssignmentRole(widest().id, widest().roles[0] ?? '');
    await world.passes(60);
    assert.deepEqual([widest().roles.length, (await tenant()).status], [roles, 'approved']);
    const groups = live().length;
    controls().removeAssignment(widest().id);
    await world.passes(120);
    assert.deepEqual(
      [live().filter(({ status }) => status === 'active').length, (await tenant()).status],
      [groups, 'approved'],
    );
    assert.equal(ours(), before);
    const history = chat.reads(await chat.says('/history alpine'));
    assert.match(history, /Put right by Gatehouse: [^:]+ \(roles were taken away\) · Gatehouse \(repair: default\)/);
    assert.match(history, /Roles added to a group: [^:]+ · Gatehouse \(repair: default\)/);
    assert.match(history, /Roles assigned to a group: [^:]+ · Gatehouse \(repair: default\)/);
  });

  it('tells what is taken away again on the same day, gives it back on the next, and says so', async () => {
    const takes = () => controls().dropAssignmentRole(widest().id, widest().roles[0] ?? '');
    takes();
    await world.passes(60);
    takes();
    await world.passes(60);
    assert.deepEqual(await codes(), ['rolesTakenAway']);
    assert.equal(tells(issuesFoundNews(await tenant())), 1);
    const approved = newsOf(name, 'approved');
    const before = tells(approved);
    await world.passes(day);
    assert.deepEqual([await codes(), writes(), tells(approved)], [[], 2, before + 1]);
  });

  it('is not begun twice because of a crash between what was begun and what was done', async () => {
    controls().failNext({ method: 'PATCH', path: /accessAssignments/, kind: 'reset', when: 'before' });
    controls().dropAssignmentRole(widest().id, widest().roles[0] ?? '');
    const roles = widest().roles.length;
    await world.passes(0);
    await world.crash();
    await world.passes(300);
    const { onboarding, status } = await tenant();
    assert.deepEqual([widest().roles.length, status], [roles + 1, 'approved']);
    assert.deepEqual(
      onboarding?.repairs?.map(({ cause, times, groupIds }) => [cause, times, groupIds]),
      [['rolesTakenAway', 1, undefined]],
    );
  });

  it('asks no customer for anything, and leaves what a person has accepted', async () => {
    controls().dropRole(relationship().id, relationship().roles[0] ?? '');
    await world.passes(2 * day);
    assert.deepEqual(await codes(), ['roleMissing']);
    assert.equal(controls().relationships(tenantId).length, 1);
    assert.equal(writes(), 0);
  });
});
