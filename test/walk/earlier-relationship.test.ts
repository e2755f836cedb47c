// A relationship that another has taken the place of is ended when an admin says so, and not before.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { en } from '../../src/views/words/en/index.js';
import { assertGoodCard } from '../support/card-lint.js';
import { buttonFor, buttonVerbs, linksOf, textOf } from '../support/card-reading.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const tenantId = tenantIds.alpine;
const name = (number: number) => `Gatehouse-${tenantId}-${number}`;

describe('An earlier relationship', () => {
  const w = aWorldForEach({ ADMINS: people.alex.aadObjectId, OPERATORS: people.megan.aadObjectId });

  const relationship = (displayName: string) =>
    w.world.sandbox.controls.relationships(tenantId).find((each) => each.displayName === displayName) ??
    assert.fail('there is none');
  /** A tenant with two relationships of ours, of which only the later has every role of the template, and its card. */
  const replaced = async () => {
    const { controls, accessTemplate } = w.world.sandbox;
    const [first, ...others] = accessTemplate.assignments;
    assert.ok(first);
    const roles = (wanted: typeof others) => [...new Set(wanted.flatMap((each) => each.roles))];
    const assignments = accessTemplate.assignments.map(({ groupId }) => ({ groupId }));
    const [firstOnly] = assignments;
    assert.ok(firstOnly);
    controls.addRelationship({ tenantId, displayName: name(1), assignments: [firstOnly], roles: roles([first]) });
    controls.addRelationship({ tenantId, displayName: name(2), assignments, roles: roles([first, ...others]) });
    const message = await w.chat.says('/tenants alpine');
    await w.chat.enables(message, { name: 'Alpine Ski House' });
    await w.world.passes(30);
    const card = await w.chat.says('/tenants alpine');
    await w.chat.presses(card, { verb: 'tenant.open', name: 'Alpine Ski House' });
    assert.equal((await w.world.tenant(tenantId)).status, 'approved');
    return card;
  };

  it('is named on the card, and ended after a question, once a reading says so', async () => {
    const card = await replaced();
    assert.ok(w.chat.reads(card).includes(name(1)));
    await w.world.passes(3600);
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
    const audit = await readFile(join(w.world.folder, 'data', 'audit.jsonl'), 'utf8');
    const lines = audit.split('\n').filter((line) => line.includes('"earlier'));
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
    await w.world.passes(90_000);
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
});
