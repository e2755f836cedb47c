// A template's file gains a privileged role that the customer has approved already: no group gets it before a second admin says yes.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { globalAdministratorId } from '../../src/domain/access/gdap-roles.js';
import { en } from '../../src/views/words/en/index.js';
import { assertGoodCard } from '../support/card-lint.js';
import { onEachStore, type StoreKind, storeFor } from '../support/each-store.js';
import { people, tenantIds, World } from '../support/world.js';

const tenantId = tenantIds.alpine;
const name = 'Alpine Ski House';

describe('an access template that gains a privileged role, which the relationship carries', () => {
  let world: World;
  let store: StoreKind;

  beforeEach(function () {
    store = storeFor(this);
  });
  afterEach(() => world.end());

  const written = (more: readonly string[]) => {
    const standard = structuredClone(world.template);
    standard.assignments[0]?.roles.push(...more);
    return JSON.stringify(standard);
  };
  const given = () =>
    world.sandbox.controls
      .relationships(tenantId)
      .flatMap(({ assignments }) => assignments)
      .some(({ roles }) => roles.includes(globalAdministratorId));

  /** Enabled with the template of the file, on a relationship that carries Global Administrator too. */
  const begins = async (text: () => string) => {
    const admins = `${people.alex.aadObjectId},${people.megan.aadObjectId}`;
    world = await World.start({ ADMINS: admins, SECOND_ADMIN_FOR: 'enable' }, store);
    await world.passes(20);
    const [alex, megan] = [world.chat(people.alex, 'chat-of-alex'), world.chat(people.megan, 'chat-of-megan')];
    for (const chat of [alex, megan]) await chat.installs();
    const path = await world.file('template.json', text());
    await world.stopBot();
    await world.startBot({ ACCESS_TEMPLATE: path });
    await world.passes(60);
    const { controls, accessTemplate } = world.sandbox;
    const assignments = accessTemplate.assignments.map(({ groupId }) => ({ groupId }));
    const roles = [...new Set(accessTemplate.assignments.flatMap((each) => each.roles)), 'Global Administrator'];
    controls.addRelationship({ tenantId, displayName: 'By hand', assignments, roles });
    const approves = async () => {
      const card = await megan.says('/tenants alpine');
      await megan.presses(card, { verb: 'tenant.open', name });
      await megan.presses(card, 'second.review');
      await megan.presses(card, 'second.approve');
      await world.passes(120);
    };
    await alex.enables(await alex.says('/tenants alpine'), { name });
    await approves();
    assert.equal((await world.tenant(tenantId)).status, 'approved');
    return { alex, path, approves };
  };

  onEachStore('is held at the tenant until another admin has approved Request again', async () => {
    const { alex, path, approves } = await begins(() => written([]));
    await writeFile(path, written(['Global Administrator']));
    await world.passes(600);
    assert.ok(!given());
    const { status, onboarding } = await world.tenant(tenantId);
    assert.equal(status, 'issuesFound');
    assert.ok(onboarding?.limitations.some((each) => each.code === 'templateChanged' && each.isHeld));
    const card = await alex.says('/tenants alpine');
    await alex.presses(card, { verb: 'tenant.open', name });
    const review = await alex.presses(card, 'tenant.reviewLimitations');
    assertGoodCard(review);
    assert.ok(alex.reads(card).includes(en.limitations.templateHeld.cure), alex.reads(card));
    await alex.enables(card);
    await world.passes(60);
    assert.ok((await world.tenant(tenantId)).awaitedSecond);
    assert.ok(!given());
    await approves();
    assert.equal((await world.tenant(tenantId)).status, 'approved');
    assert.ok(given());
    await world.passes(600);
    assert.equal((await world.tenant(tenantId)).onboarding?.held, undefined);
  });

  it('is held where the file’s rules lead to another template, and not where a tag does that a second admin approved', async () => {
    const templates = (rules: readonly object[]) => {
      const [slim, gold] = [written([]), written(['Global Administrator'])].map((text) => JSON.parse(text) as unknown);
      return JSON.stringify({ default: 'slim', templates: { slim, gold }, rules });
    };
    const tagRule = { tag: 'gold', template: 'gold' };
    const { alex, path, approves } = await begins(() => templates([tagRule]));
    await writeFile(path, templates([tagRule, { name: 'Alpine*', template: 'gold' }]));
    await world.passes(600);
    assert.ok(!given());
    assert.ok((await world.tenant(tenantId)).onboarding?.held);
    await writeFile(path, templates([tagRule]));
    await world.passes(600);
    assert.deepEqual([(await world.tenant(tenantId)).onboarding?.held, given()], [undefined, false]);
    await alex.says(`/tag ${tenantId} gold`);
    await world.passes(60);
    assert.ok((await world.tenant(tenantId)).awaitedSecond);
    assert.ok(!given());
    await approves();
    assert.deepEqual([given(), (await world.tenant(tenantId)).status], [true, 'approved']);
  });
});
