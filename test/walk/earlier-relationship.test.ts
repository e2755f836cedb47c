// A relationship that another has taken the place of is ended when an admin says so, and not before.
import assert from 'node:assert/strict';
import { en } from '../../src/views/words/en/index.js';
import { assertGoodCard } from '../support/card-lint.js';
import { buttonFor, buttonVerbs, linksOf, textOf } from '../support/card-reading.js';
import { onEachStore } from '../support/each-store.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const tenantId = tenantIds.alpine;
const name = (number: number, of: string = tenantId) => `Gatehouse-${of}-${number}`;

describe('An earlier relationship', () => {
  const w = aWorldForEach({ ADMINS: people.alex.aadObjectId, OPERATORS: people.megan.aadObjectId });

  const relationship = (displayName: string, of: string = tenantId) =>
    w.world.sandbox.controls.relationships(of).find((each) => each.displayName === displayName) ??
    assert.fail('there is none');
  /** A tenant with two relationships of ours, of which only the later has every role of the template, and its card. */
  const replaced = async (of: string = tenantId, called = 'Alpine Ski House', first = 1) => {
    const { controls, accessTemplate } = w.world.sandbox;
    const [one, ...others] = accessTemplate.assignments;
    assert.ok(one);
    const roles = (wanted: typeof others) => [...new Set(wanted.flatMap((each) => each.roles))];
    const assignments = accessTemplate.assignments.map(({ groupId }) => ({ groupId }));
    const [firstOnly] = assignments;
    assert.ok(firstOnly);
    const gives = (number: number, more: object) =>
      controls.addRelationship({ tenantId: of, displayName: name(number, of), ...more });
    gives(first, { assignments: [firstOnly], roles: roles([one]) });
    gives(first + 1, { assignments, roles: roles([one, ...others]) });
    await w.chat.enables(await w.chat.says(`/tenants ${called}`), { name: called });
    await w.world.passes(30);
    const card = await w.chat.says(`/tenants ${called}`);
    await w.chat.presses(card, { verb: 'tenant.open', name: called });
    assert.equal((await w.world.tenant(of)).status, 'approved');
    return card;
  };

  onEachStore('is named on the card, and ended after a question, once a reading says so', async () => {
    const card = await replaced();
    assert.ok(w.chat.reads(card).includes(name(1)));
    await w.world.skips(1 / 24);
    assert.equal(relationship(name(1)).status, 'active');
    const question = await w.chat.presses(card, 'tenant.askEndEarlier');
    assertGoodCard(question);
    assert.match(textOf(question), new RegExp(`${name(1)}.*${name(2)}`, 's'));
    await w.chat.presses(card, 'tenant.endEarlier');
    assert.ok(w.chat.reads(card).includes(en.earlier.waits));
    await w.world.passes(300);
    assert.equal(relationship(name(1)).status, 'terminated');
    assert.equal(relationship(name(2)).status, 'active');
    const { status, onboarding } = await w.world.tenant(tenantId);
    assert.deepEqual([status, onboarding?.earlier, onboarding?.earlierEnding], ['approved', undefined, undefined]);
    assert.ok(!w.chat.reads(card).includes(name(1)));
    const lines = (await w.world.auditLog()).split('\n').filter((line) => line.includes('"earlier'));
    assert.deepEqual(
      lines.map((line) => JSON.parse(line)).map(({ what, by, subject }) => [what, by, subject]),
      ['earlierEndAsked', 'earlierEndSent', 'earlierEnded'].map((what) => [
        what,
        what === 'earlierEnded' ? undefined : people.alex.aadObjectId,
        'relationship 1',
      ]),
    );
  });

  it('is ended once, whatever crashes', async () => {
    const card = await replaced();
    await w.chat.presses(card, 'tenant.askEndEarlier');
    w.world.sandbox.controls.clearRequests();
    await w.chat.presses(card, 'tenant.endEarlier');
    await w.world.crash();
    await w.world.passes(300);
    assert.equal(relationship(name(1)).status, 'terminated');
    const terminations = w.world.sandbox.controls
      .requests()
      .filter(({ method, path }) => method === 'POST' && path.endsWith('/requests'));
    assert.equal(terminations.length, 1);
  });

  it('is no operator’s to end', async () => {
    assert.ok(buttonVerbs(w.chat.sees(await replaced())).includes('tenant.askEndEarlier'));
    const megan = w.world.chat(people.megan, 'chat-of-megan');
    await megan.installs();
    const card = await megan.says('/tenants alpine');
    await megan.presses(card, { verb: 'tenant.open', name: 'Alpine Ski House' });
    assert.ok(megan.reads(card).includes(name(1)));
    assert.ok(!buttonVerbs(megan.sees(card)).includes('tenant.askEndEarlier'));
  });

  it('stays while a group still lacks what the other has for it', async () => {
    const card = await replaced();
    const { controls } = w.world.sandbox;
    const [assignment] = relationship(name(2)).assignments;
    assert.ok(assignment);
    controls.removeAssignment(assignment.id);
    await w.world.skips(1.1);
    assert.equal((await w.world.tenant(tenantId)).status, 'issuesFound');
    assert.ok(!buttonVerbs(w.chat.sees(card)).includes('tenant.askEndEarlier'));
    assert.equal(relationship(name(1)).status, 'active');
  });

  it('says what Microsoft refused, and where it can be ended by hand', async () => {
    const card = await replaced();
    await w.chat.presses(card, 'tenant.askEndEarlier');
    w.world.sandbox.controls.failNext({ method: 'POST', path: /requests$/, status: 403, code: 'accessDenied' });
    await w.chat.presses(card, 'tenant.endEarlier');
    await w.world.passes(60);
    const shown = w.chat.sees(card);
    assert.ok(textOf(shown).includes(en.earlier.wayOut));
    assert.ok(linksOf(shown).some((link) => link.includes(relationship(name(1)).id)));
    assert.ok(buttonFor(shown, 'tenant.askEndEarlier'));
  });

  describe('of many tenants', () => {
    const { contoso, relecloud } = tenantIds;
    const statusesOf = (number: number) => [tenantId, contoso].map((of) => relationship(name(number, of), of).status);

    it('is ended after a dry run and the typed number, and the batch says what came of it', async () => {
      await replaced();
      await replaced(contoso, 'Contoso Ltd');
      await replaced(relecloud, 'Relecloud', 11);
      const [assignment] = relationship(name(12, relecloud), relecloud).assignments;
      w.world.sandbox.controls.removeAssignment(assignment?.id ?? '');
      await w.world.skips(1.1);
      const card = await w.chat.says('/templates');
      assertGoodCard(card.card);
      assert.ok(w.chat.reads(card).includes(en.templates.earlierLeft({ count: 2 })));
      const question = await w.chat.presses(card, 'batch.ask');
      assertGoodCard(question);
      assert.ok(textOf(question).includes(en.batches.ask.endEarlier({ count: 2 })));
      assert.ok(textOf(question).includes(en.batches.cannot({ count: 1, why: en.batches.why.notApproved })));
      await w.chat.presses(card, 'batch.begin', { name: '3' });
      assert.ok(w.chat.reads(card).includes(en.batches.numberWrong));
      await w.world.passes(300);
      assert.deepEqual(statusesOf(1), ['active', 'active']);
      await w.chat.presses(card, 'batch.begin', { name: '2' });
      await w.world.passes(300);
      assert.deepEqual(statusesOf(1), ['terminated', 'terminated']);
      assert.deepEqual(statusesOf(2), ['active', 'active']);
      assert.equal(relationship(name(11, relecloud), relecloud).status, 'active');
      assert.ok(w.chat.reads(card).includes(en.batches.standing.ended({ count: 2 })));
      assert.ok(!w.chat.reads(await w.chat.says('/templates')).includes(en.templates.earlierLeft({ count: 1 })));
    });

    it('is offered by the list to admins alone, and says what Microsoft refused', async () => {
      await replaced();
      await replaced(contoso, 'Contoso Ltd');
      const megan = w.world.chat(people.megan, 'chat-of-megan');
      await megan.installs();
      assert.ok(!buttonVerbs(megan.sees(await megan.says('/tenants earlier:yes'))).includes('batch.ask'));
      const card = await w.chat.says('/tenants earlier:yes');
      await w.chat.presses(card, 'batch.ask');
      w.world.sandbox.controls.failNext({ method: 'POST', path: /requests$/, status: 403, code: 'accessDenied' });
      await w.chat.presses(card, 'batch.begin', { name: '2' });
      await w.world.passes(300);
      assert.deepEqual(statusesOf(1).sort(), ['active', 'terminated']);
      const { ended, notEnded } = en.batches.standing;
      assert.ok(w.chat.reads(card).includes(ended({ count: 1 })));
      assert.ok(w.chat.reads(card).includes(notEnded({ count: 1 })));
    });
  });
});
