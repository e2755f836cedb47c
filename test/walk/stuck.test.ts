// What Microsoft keeps refusing, leaves pending or does not know of yet: named within minutes, and it holds up nothing else.
import assert from 'node:assert/strict';
import { textOf } from '../support/card-reading.js';
import type { BotMessage } from '../support/fake-teams.js';
import { aWorldForEach, tenantIds } from '../support/world.js';

const groups = { azure: 'Azure', security: 'Security', serviceDesk: 'Service Desk' } as const;

describe('a tenant for which Microsoft does not do everything', () => {
  const w = aWorldForEach();
  const tenantId = tenantIds.adventureWorks;

  const open = async (name: string): Promise<BotMessage> => {
    const card = await w.chat.says(`/tenants ${name}`);
    await w.chat.presses(card, `Open: ${name}`);
    return card;
  };
  const revalidate = async () => {
    const card = await open('Adventure Works Cycles');
    await w.chat.presses(card, 'Review limitations');
    await w.chat.presses(card, 'Revalidate');
  };
  const groupId = (name: string) => w.world.template.assignments.find((each) => each.groupName === name)?.groupId ?? '';
  const assigned = (name: string) =>
    w.world.sandbox.controls
      .relationships(tenantId)
      .flatMap(({ assignments }) => assignments)
      .some((each) => each.groupId === groupId(name) && each.status === 'active');
  const isOurs = (path: string) =>
    w.world.sandbox.controls.relationships(tenantId).some(({ id }) => path.endsWith(`${id}/accessAssignments`));
  /** How often Microsoft has been asked to give a group its roles. */
  const asks = (name: string) =>
    w.world.sandbox.controls.requests().filter(({ method, path, body }) => {
      const { accessContainer } = (body ?? {}) as { accessContainer?: { accessContainerId: string } };
      return (
        method === 'POST' &&
        isOurs(path) &&
        /accessAssignments$/.test(path) &&
        accessContainer?.accessContainerId === groupId(name)
      );
    }).length;

  for (const [status, answer] of [
    [409, '409 conflict'],
    [500, '500 unexpectedError'],
  ] as const) {
    it(`gets all the other groups at once, and the card names the one that is answered ${answer} for ever`, async () => {
      const refused = { kind: 'assignmentRefused', groupId: groupId(groups.azure), status } as const;
      w.world.sandbox.controls.setQuirks(tenantId, [refused]);
      const card = await open('Adventure Works Cycles');
      await w.chat.presses(card, 'Enable');
      await w.world.passes(15);
      assert.ok(assigned(groups.security) && assigned(groups.serviceDesk));
      assert.ok(asks(groups.azure) <= 5, `asked ${asks(groups.azure)} times in 15 s`);

      const told = w.chat.reads(card);
      assert.match(told, /Awaiting Microsoft/);
      assert.match(
        told,
        new RegExp(`Assigning roles to “Azure”: Microsoft answered ${answer} \\(request id [0-9a-f-]{36}\\)`),
      );
      assert.match(told, /Since \{\{DATE.*failed attempts?\. Next try: \{\{DATE/);
      assert.doesNotMatch(told, /Nothing to do/);
      assert.match(w.chat.reads(await w.chat.says('/tenants adventure')), /retrying/);
      const line = w.world.log.find(({ event }) => event === 'stepPutOff');
      assert.equal(line?.fields.groupId, groupId(groups.azure));

      await w.world.stopBot();
      await w.world.startBot();
      assert.match(w.chat.reads(await open('Adventure Works Cycles')), /“Azure”: Microsoft answered/);

      await w.world.passes(3700);
      assert.ok(asks(groups.azure) <= 30, `asked ${asks(groups.azure)} times in an hour`);
      const after = await open('Adventure Works Cycles');
      assert.match(w.chat.reads(after), /Issues found.*Assigning roles to “Azure” keeps failing/s);
      const review = textOf(await w.chat.presses(after, 'Review limitations'));
      assert.match(review, new RegExp(`Microsoft’s answer: ${answer} · Microsoft’s request id: [0-9a-f-]{36}`));
      assert.match(review, /Failing since \{\{DATE/);

      // Asking again does not begin the hour anew, and works as soon as Microsoft does.
      await revalidate();
      await w.world.passes(10);
      assert.match(w.chat.reads(await open('Adventure Works Cycles')), /nothing has changed/);
      w.world.sandbox.controls.setQuirks(tenantId, []);
      await revalidate();
      await w.world.passes(60);
      assert.match(w.chat.reads(await open('Adventure Works Cycles')), /✅ Approved/);
    });
  }

  it('is told of a group whose assignment stays pending, and Revalidate makes it again', async () => {
    w.world.sandbox.controls.setQuirks(tenantId, [{ kind: 'assignmentStuck', groupId: groupId(groups.azure) }]);
    const card = await open('Adventure Works Cycles');
    await w.chat.presses(card, 'Enable');
    await w.world.passes(420);
    assert.match(w.chat.reads(card), /Awaiting Microsoft.*Assigning roles to “Azure”: pending at Microsoft/s);
    await w.world.passes(1800);
    const after = await open('Adventure Works Cycles');
    assert.match(w.chat.reads(after), /Issues found.*Assigning roles to “Azure” is stuck at Microsoft/s);
    assert.equal(asks(groups.azure), 1);
    await revalidate();
    await w.world.passes(120);
    assert.equal(asks(groups.azure), 2);
    assert.match(w.chat.reads(await open('Adventure Works Cycles')), /✅ Approved/);
  });

  it('is Approved though Microsoft does not know for a while of what it has just made', async () => {
    w.world.sandbox.controls.setBehaviour({ lagMs: 20_000 });
    const card = await open('Contoso Ltd');
    await w.chat.presses(card, 'Enable');
    await w.world.passes(90);
    assert.match(w.chat.reads(card), /Needs approval/);
    const [relationship, ...more] = w.world.sandbox.controls.relationships(tenantIds.contoso);
    assert.deepEqual(more, []);
    w.world.sandbox.controls.approve(relationship?.id ?? '');
    await w.world.passes(180);
    assert.match(w.chat.reads(card), /✅ Approved/);
    const news = w.chat.messages.map(({ summary }) => summary).filter((summary) => summary.includes('Contoso Ltd'));
    assert.deepEqual(news, ['✅ Contoso Ltd is Approved']);
  });

  it('has an issue only once Microsoft has refused for minutes, and the card says meanwhile what it answers', async () => {
    const refused = { kind: 'assignmentRefused', groupId: groupId(groups.azure) } as const;
    w.world.sandbox.controls.setQuirks(tenantId, [refused]);
    const card = await open('Adventure Works Cycles');
    await w.chat.presses(card, 'Enable');
    await w.world.passes(120);
    assert.match(w.chat.reads(card), /Awaiting Microsoft.*“Azure”: Microsoft answered 400 badRequest/s);
    await w.world.passes(240);
    assert.match(w.chat.reads(card), /Issues found.*Group “Azure” has no access/s);
    const count = asks(groups.azure);
    await w.world.passes(1200);
    assert.equal(asks(groups.azure), count);
  });
});
