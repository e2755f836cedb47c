// What takes the reference of a ticket: asked for in every question about it, refused without one, kept and written down.
import assert from 'node:assert/strict';
import type { Verb } from '../../src/views/render/verbs.js';
import { en } from '../../src/views/words/en/index.js';
import { assertGoodCard } from '../support/card-lint.js';
import { inputsOf, textOf } from '../support/card-reading.js';
import { onEachStore } from '../support/each-store.js';
import type { BotMessage } from '../support/fake-teams.js';
import { everyStep, opens } from '../support/offboarding-walk.js';
import { aWorldForEach, people, tenantIds, type World } from '../support/world.js';

const { missing } = en.attention.required;
const everything = 'enable,keep-access,end-earlier,delegated-admin,disable,offboard';

interface Line {
  readonly what: string;
  readonly tenantId?: string;
  readonly ticket?: string;
}
const auditOf = async (world: World): Promise<readonly Line[]> =>
  (await world.auditLog())
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe('what takes a ticket', () => {
  const w = aWorldForEach({ REQUIRE_TICKET: everything, RECONCILE_SECONDS: '43200' });
  const tenant = (id: string) => w.world.tenant(id);
  const audited = async (tenantId: string, what: string) =>
    (await auditOf(w.world)).filter((each) => each.tenantId === tenantId && each.what === what);
  const opened = async (tenantId: string, verb: Verb) => {
    const message = await w.chat.says(`/tenants ${tenantId}`);
    await w.chat.presses(message, { verb: 'tenant.open', data: { tenantId } });
    assertGoodCard(await w.chat.presses(message, verb));
    return message;
  };
  /** Says yes without a ticket and with what is none; what was typed stays, and what is wrong stands beside it. */
  const isRefused = async (message: BotMessage, verb: Verb, typed: Record<string, unknown> = {}) => {
    const without = await w.chat.presses(message, verb, { ...typed, ticket: ' ' });
    assertGoodCard(without);
    assert.ok(textOf(without).includes(missing), textOf(without));
    const wrong = await w.chat.presses(message, verb, { ...typed, ticket: '<b>' });
    assertGoodCard(wrong);
    assert.ok(textOf(wrong).includes(en.attention.notTicket({ given: '<b>' as never, most: 64 })));
    assert.equal(inputsOf(wrong).ticket, '<b>');
  };

  onEachStore('is Enable: nothing is requested without one, and it stays with the tenant', async () => {
    const id = tenantIds.contoso;
    const message = await opened(id, 'tenant.askEnable');
    assert.equal(inputsOf(w.chat.sees(message)).ticket, '');
    await isRefused(message, 'tenant.enable', { tags: 'vip' });
    assert.equal(inputsOf(w.chat.sees(message)).tags, 'vip');
    assert.deepEqual([(await tenant(id)).status, (await tenant(id)).ticket], ['notConfigured', undefined]);
    await w.chat.presses(message, 'tenant.enable', { ticket: ' INC-1 ' });
    const { status, ticket, tags } = await tenant(id);
    assert.deepEqual([status, ticket, tags], ['awaitingMicrosoft', 'INC-1', ['vip']]);
    assert.deepEqual(
      (await audited(id, 'onboardingRequested')).map((each) => each.ticket),
      ['INC-1'],
    );
    assert.equal((await audited(id, 'ticketSet')).length, 1);
  });

  it('is Disable, which begins with the tenant’s own, and leaves it in the audit log alone', async () => {
    const id = tenantIds.fabrikam;
    await w.chat.says(`/ticket ${id} CHG-7`);
    const message = await opened(id, 'tenant.askDisable');
    assert.equal(inputsOf(w.chat.sees(message)).ticket, 'CHG-7');
    await isRefused(message, 'tenant.disable');
    assert.equal((await tenant(id)).status, 'approved');
    await w.chat.presses(message, 'tenant.disable', { ticket: 'CHG-8' });
    assert.deepEqual([(await tenant(id)).status, (await tenant(id)).ticket], ['notConfigured', undefined]);
    assert.deepEqual(
      (await audited(id, 'disabled')).map((each) => each.ticket),
      ['CHG-8'],
    );
  });

  it('is Offboard completely, whose plan keeps the typed name and steps', async () => {
    const { margie } = tenantIds;
    w.world.sandbox.controls.setReservations(margie, 0);
    w.world.sandbox.controls.endSubscriptions(margie, 'suspended');
    const message = await opens(w.chat, "Margie's Travel");
    assertGoodCard(await w.chat.presses(message, 'offboarding.plan'));
    await isRefused(message, 'offboarding.decide', { steps: everyStep, name: "Margie's Travel" });
    assert.equal(inputsOf(w.chat.sees(message)).name, "Margie's Travel");
    assert.equal((await tenant(margie)).offboarding, undefined);
    await w.chat.presses(message, 'offboarding.decide', { steps: everyStep, name: "Margie's Travel", ticket: 'CHG-9' });
    assert.ok((await tenant(margie)).offboarding);
    assert.deepEqual(
      (await audited(margie, 'offboardingDecided')).map((each) => each.ticket),
      ['CHG-9'],
    );
  });

  it('is the removal of delegated admin', async () => {
    const id = tenantIds.margie;
    w.world.sandbox.controls.setReservations(id, 0);
    const message = await opened(id, 'tenant.askRemoveDelegatedAdmin');
    await isRefused(message, 'tenant.removeDelegatedAdmin');
    await w.chat.presses(message, 'tenant.removeDelegatedAdmin', { ticket: 'CHG-2' });
    assert.equal((await tenant(id)).ticket, 'CHG-2');
  });

  it('is Keep access, which asks for it where else it would ask for nothing', async () => {
    const id = tenantIds.alpine;
    const { controls, accessTemplate } = w.world.sandbox;
    const assignments = accessTemplate.assignments.map(({ groupId }) => ({ groupId }));
    const roles = [...new Set(accessTemplate.assignments.flatMap((each) => each.roles))];
    const made = { displayName: 'By hand', assignments, autoExtendDuration: 'PT0S' as const, roles };
    controls.addRelationship({ tenantId: id, ...made, endsInSeconds: 20 * 86_400 });
    const list = await w.chat.says('/tenants alpine');
    await w.chat.presses(list, { verb: 'tenant.askEnable', name: 'Alpine Ski House' });
    await w.chat.presses(list, 'tenant.enable', { ticket: 'INC-3' });
    await w.world.passes(30);
    const message = await opened(id, 'tenant.askKeepAccess');
    assert.equal(inputsOf(w.chat.sees(message)).ticket, 'INC-3');
    await isRefused(message, 'tenant.keepAccess');
    assert.equal((await tenant(id)).onboarding?.keeping, undefined);
    await w.chat.presses(message, 'tenant.keepAccess', { ticket: 'INC-4' });
    assert.ok((await tenant(id)).onboarding?.keeping);
    assert.deepEqual(
      (await audited(id, 'coverageKeepAsked')).map((each) => each.ticket),
      ['INC-4'],
    );
  });

  onEachStore('is a batch, with one for all of its tenants, however they were named', async () => {
    const message = await w.chat.says(`/disable\n${tenantIds.fabrikam}\n${tenantIds.margie}`);
    assertGoodCard(w.chat.sees(message));
    const count = { name: '2' };
    await isRefused(message, 'batch.begin', count);
    await w.chat.presses(message, 'batch.begin', { name: '3', ticket: 'CHG-10' });
    assert.equal(inputsOf(w.chat.sees(message)).ticket, 'CHG-10');
    await w.chat.presses(message, 'batch.begin', { ...count, ticket: 'CHG-10' });
    await w.world.passes(60);
    for (const id of [tenantIds.fabrikam, tenantIds.margie]) {
      assert.equal((await tenant(id)).status, 'notConfigured');
      assert.deepEqual(
        (await audited(id, 'disabled')).map((each) => each.ticket),
        ['CHG-10'],
      );
    }
    const enabling = await w.chat.says('/enable not configured');
    await isRefused(enabling, 'batch.begin');
    await w.chat.presses(enabling, 'batch.begin', { ticket: 'INC-5' });
    await w.world.passes(120);
    assert.equal((await tenant(tenantIds.contoso)).ticket, 'INC-5');
    assert.ok(
      (await auditOf(w.world)).filter((each) => each.what === 'onboardingRequested' && each.ticket === 'INC-5').length >
        1,
    );
    const begun = (await auditOf(w.world)).filter(({ what }) => what === 'batchBegun');
    assert.deepEqual(
      begun.map((each) => each.ticket),
      ['CHG-10', 'INC-5'],
    );
  });

  it('is not a check, a tag, a note or an owner', async () => {
    const id = tenantIds.fabrikam;
    const message = await w.chat.says(`/tag ${id} vip`);
    await w.chat.says(`/take ${id}`);
    await w.chat.presses(message, 'tenant.revalidate');
    const { tags, owner, onboarding } = await tenant(id);
    assert.ok(tags?.includes('vip') && owner && onboarding?.revalidation);
  });
});

describe('what takes a ticket and a second admin', () => {
  const { alex, megan: megans } = people;
  const w = aWorldForEach({
    ADMINS: `${alex.aadObjectId},${megans.aadObjectId}`,
    SECOND_ADMIN_FOR: 'enable,offboard',
    REQUIRE_TICKET: 'enable,offboard',
  });
  const contoso = () => w.world.tenant(tenantIds.contoso);

  it('is asked for by a ticket, by which the second admin says yes, and not without one', async () => {
    const megan = w.world.chat(megans, 'chat-of-megan');
    await megan.installs();
    const message = await w.chat.says(`/tenants ${tenantIds.contoso}`);
    await w.chat.presses(message, { verb: 'tenant.open', data: { tenantId: tenantIds.contoso } });
    await w.chat.presses(message, 'tenant.askEnable');
    assert.ok(textOf(await w.chat.presses(message, 'tenant.enable')).includes(missing));
    await w.chat.presses(message, 'tenant.enable', { ticket: 'INC-6' });
    assert.ok((await contoso()).awaitedSecond);
    const asked = (await auditOf(w.world)).filter((each) => each.what === 'secondAdminAsked').at(-1);
    assert.equal(asked?.ticket, 'INC-6');
    await megan.says(`/ticket ${tenantIds.contoso} -`);
    const due = await megan.says(`/tenants ${tenantIds.contoso}`);
    await megan.presses(due, { verb: 'tenant.open', data: { tenantId: tenantIds.contoso } });
    await megan.presses(due, 'second.review');
    const refused = await megan.presses(due, 'second.approve');
    assert.ok(textOf(refused).includes(en.notices.refused.ticketMissing({ tenant: 'Contoso Ltd' as never })));
    assert.ok((await contoso()).awaitedSecond);
    await megan.says(`/ticket ${tenantIds.contoso} INC-7`);
    assert.ok(textOf(await megan.presses(due, 'second.review')).includes('Ticket: INC-7'));
    await megan.presses(due, 'second.approve');
    assert.deepEqual([(await contoso()).status, (await contoso()).ticket], ['awaitingMicrosoft', 'INC-7']);
  });
});

describe('a partner who asks for no ticket', () => {
  const w = aWorldForEach();

  it('has no input for one', async () => {
    for (const said of ['/enable not configured', `/disable\n${tenantIds.fabrikam}`])
      assert.ok(!('ticket' in inputsOf((await w.chat.says(said)).card)), said);
  });

  it('keeps none that the yes to a batch brings all the same', async () => {
    const message = await w.chat.says('/enable not configured');
    await w.chat.presses(message, 'batch.begin', { ticket: 'INC-8' });
    await w.world.passes(120);
    const { status, ticket } = await w.world.tenant(tenantIds.contoso);
    assert.deepEqual([status, ticket], ['needsApproval', undefined]);
    assert.ok(!(await w.world.auditLog()).includes('INC-8'));
  });
});
