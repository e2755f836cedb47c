// Keep access: extended, extended without Global Administrator, or followed by another relationship; done once Microsoft shows it.
import assert from 'node:assert/strict';
import { globalAdministratorId } from '../../src/domain/access/gdap-roles.js';
import { en } from '../../src/views/words/en/index.js';
import { assertGoodCard } from '../support/card-lint.js';
import { buttonFor, buttonVerbs, linksOf, textOf } from '../support/card-reading.js';
import { onEachStore } from '../support/each-store.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const day = 86_400;
const tenantId = tenantIds.alpine;

describe('Keep access', () => {
  const w = aWorldForEach({ ADMINS: people.alex.aadObjectId, OPERATORS: people.megan.aadObjectId });

  const rolesOfTemplate = () => [...new Set(w.world.sandbox.accessTemplate.assignments.flatMap(({ roles }) => roles))];
  /** A tenant that's enabled on a relationship which was made in Partner Center and doesn't extend itself, and its card. */
  const adopted = async (roles = rolesOfTemplate(), endsInSeconds = 20 * day) => {
    const { controls, accessTemplate } = w.world.sandbox;
    const assignments = accessTemplate.assignments.map(({ groupId }) => ({ groupId }));
    const made = { displayName: 'By hand', assignments, autoExtendDuration: 'PT0S' as const, endsInSeconds, roles };
    controls.addRelationship({ tenantId, ...made });
    const message = await w.chat.says('/tenants alpine');
    await w.chat.enables(message, { name: 'Alpine Ski House' });
    await w.world.passes(30);
    const card = await w.chat.says('/tenants alpine');
    await w.chat.presses(card, { verb: 'tenant.open', name: 'Alpine Ski House' });
    return card;
  };
  const relationships = () => w.world.sandbox.controls.relationships(tenantId);
  const onboarding = async () => (await w.world.tenant(tenantId)).onboarding ?? assert.fail('it is not onboarded');
  const patches = () => w.world.sandbox.controls.requests().filter(({ method }) => method === 'PATCH');
  const withGlobalAdministrator = () => [...rolesOfTemplate(), 'Global Administrator'];

  it('switches auto-extend on, and is done once a reading says so', async () => {
    const card = await adopted();
    assert.equal((await onboarding()).coverage?.is, 'ends');
    w.world.sandbox.controls.clearRequests();
    await w.chat.presses(card, 'tenant.keepAccess');
    assert.ok(w.chat.reads(card).includes(en.keeping.underWay.extend));
    await w.world.passes(20);
    assert.equal(relationships()[0]?.autoExtendDuration, 'P180D');
    assert.equal(patches().length, 1);
    const { coverage, kept, keeping } = await onboarding();
    assert.deepEqual([coverage?.is, kept?.by.id, keeping], ['rollsOver', people.alex.aadObjectId, undefined]);
    assert.ok(w.chat.reads(card).includes(en.tenant.facts.rollsOver));
    assert.ok(!buttonVerbs(w.chat.sees(card)).includes('tenant.keepAccess'));
    await w.world.passes(300);
    assert.equal(patches().length, 1);
  });

  it('survives a crash right after the click', async () => {
    const card = await adopted();
    await w.chat.presses(card, 'tenant.keepAccess');
    await w.world.crash();
    await w.world.passes(30);
    assert.equal((await onboarding()).coverage?.is, 'rollsOver');
  });

  onEachStore('asks before it removes Global Administrator, which takes an admin, and then extends', async () => {
    const card = await adopted(withGlobalAdministrator());
    assert.equal((await onboarding()).coverage?.is, 'blocked');
    const question = await w.chat.presses(card, 'tenant.askKeepAccess');
    assertGoodCard(question);
    assert.ok(textOf(question).includes(en.keeping.removal.noLonger));
    w.world.sandbox.controls.clearRequests();
    await w.chat.presses(card, 'tenant.removeGlobalAdministrator');
    await w.world.passes(120);
    const [relationship] = relationships();
    assert.ok(relationship && !relationship.roles.includes(globalAdministratorId));
    assert.equal(relationship.roles.length, rolesOfTemplate().length);
    assert.equal(relationship.autoExtendDuration, 'P180D');
    assert.equal(patches().length, 2);
    const { coverage, kept } = await onboarding();
    assert.deepEqual([coverage?.is, kept?.way], ['rollsOver', 'removeGlobalAdministrator']);
    assert.equal((await w.world.tenant(tenantId)).status, 'approved');
  });

  it('stays in /expiring, where it was asked for, and shows there what comes of it', async () => {
    await adopted();
    const list = await w.chat.says('/expiring');
    const row = (text: string) => text.slice(text.indexOf('Alpine Ski House'), text.indexOf('Lucerne Publishing'));
    const kept = await w.chat.presses(list, { verb: 'tenant.keepAccess', name: 'Alpine Ski House' });
    assert.ok(row(textOf(kept)).includes(en.keeping.underWay.extend));
    await w.world.passes(20);
    assert.ok(row(w.chat.reads(list)).includes(en.expiring.gone));
    // What was done meanwhile is said in its row, too.
    const again = await w.chat.says('/expiring');
    assert.doesNotMatch(w.chat.reads(again), /Alpine/);
  });

  it('leads back to /expiring from its question and from the tenant’s card', async () => {
    const list = await w.chat.says('/expiring');
    const asks = () => w.chat.presses(list, { verb: 'tenant.askKeepAccess', name: 'Lucerne Publishing' });
    await asks();
    assert.ok(textOf(await w.chat.presses(list, 'expiring.list')).includes(en.expiring.intro));
    await asks();
    const yes = await w.chat.presses(list, 'tenant.removeGlobalAdministrator');
    assert.ok(textOf(yes).includes(en.expiring.intro));
    assert.ok(textOf(yes).includes(en.keeping.underWay.removeGlobalAdministrator));
    const card = await w.chat.presses(list, { verb: 'tenant.open', name: 'Lucerne Publishing' });
    assert.equal(buttonFor(card, 'expiring.list')?.title, en.expiring.title);
    assert.ok(!buttonFor(card, 'tenants.list'));
    const took = await w.chat.presses(list, 'tenant.take');
    assert.ok(buttonFor(took, 'expiring.list'));
    assert.ok(textOf(await w.chat.presses(list, 'expiring.list')).includes(en.expiring.intro));
  });

  it('shows an operator what it would take, and nothing to press', async () => {
    await adopted(withGlobalAdministrator());
    const megan = w.world.chat(people.megan, 'chat-of-megan');
    await megan.installs();
    const card = await megan.says('/tenants alpine');
    await megan.presses(card, { verb: 'tenant.open', name: 'Alpine Ski House' });
    const question = await megan.presses(card, 'tenant.askKeepAccess');
    assert.ok(textOf(question).includes(en.keeping.removal.takesAdmin));
    assert.ok(!buttonFor(question, 'tenant.removeGlobalAdministrator'));
  });

  it('asks the customer for another relationship where a role is missing, and moves over once it is approved', async () => {
    const card = await adopted();
    const living = relationships()[0]?.id ?? assert.fail('it has no relationship');
    w.world.sandbox.controls.dropRole(living, rolesOfTemplate()[0] ?? '');
    await w.world.passes(310);
    assert.equal((await w.world.tenant(tenantId)).status, 'issuesFound');
    await w.chat.presses(card, 'tenant.askKeepAccess');
    await w.chat.presses(card, 'tenant.keepAccess');
    await w.world.passes(20);
    assert.equal((await onboarding()).relationship?.id, living);
    const successor = relationships().find(({ id }) => id !== living) ?? assert.fail('nothing was asked for');
    assert.equal((await onboarding()).coverage?.is, 'successorWaits');
    const link = await w.chat.presses(card, 'tenant.copyApproval');
    assert.ok(linksOf(link)[0]?.endsWith(successor.id));
    w.world.sandbox.controls.approve(successor.id);
    await w.world.passes(120);
    const after = await onboarding();
    assert.deepEqual([after.relationship?.id, after.kept?.way], [successor.id, 'request']);
    assert.equal(relationships().find(({ id }) => id === living)?.status, 'active');
  });

  it('says what Microsoft refused, and where it can be done by hand', async () => {
    const card = await adopted();
    w.world.sandbox.controls.failNext({
      method: 'PATCH',
      path: /delegatedAdminRelationships/,
      status: 403,
      code: 'accessDenied',
    });
    await w.chat.presses(card, 'tenant.keepAccess');
    await w.world.passes(20);
    const { keepFailed, keeping } = await onboarding();
    assert.deepEqual([keepFailed?.failure.why, keeping], ['microsoft', undefined]);
    assert.ok(w.chat.reads(card).includes(en.keeping.wayOut));
    assert.ok(linksOf(w.chat.sees(card)).some((url) => url.includes('/adminrelationships/')));
    assert.equal((await w.world.tenant(tenantId)).status, 'approved');
    await w.chat.presses(card, 'tenant.keepAccess');
    await w.world.passes(20);
    assert.equal((await onboarding()).coverage?.is, 'rollsOver');
  });

  it('says that it may be too late where less than a day is left', async () => {
    const card = await adopted(rolesOfTemplate(), 0.5 * day);
    await w.chat.presses(card, 'tenant.keepAccess');
    await w.world.passes(20);
    assert.ok(w.chat.reads(card).includes(en.keeping.late));
    await w.world.passes(0.5 * day + 200);
    assert.ok(!w.chat.reads(card).includes(en.keeping.late));
    assert.ok((await w.world.tenant(tenantId)).history.some(({ what }) => what === 'coverageRolledOver'));
  });
});
