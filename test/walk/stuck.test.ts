// What Microsoft keeps refusing, leaves pending or does not know of yet: named within minutes, and it holds up nothing else.

import assert from 'node:assert/strict';
import { traceOf, wordsFor } from '../../src/views/explain/limitation-words.js';
import { triedWords } from '../../src/views/explain/problem-words.js';
import { styleOf } from '../../src/views/explain/status-style.js';
import { checkSentences, statusSentences } from '../../src/views/explain/status-words.js';
import { progressRows } from '../../src/views/tenant/progress-rows.js';
import { en } from '../../src/views/words/en/index.js';
import { textOf } from '../support/card-reading.js';
import type { BotMessage } from '../support/fake-teams.js';
import { anyContext, limitationsOn, newsOf } from '../support/wording.js';
import { aWorldForEach, tenantIds } from '../support/world.js';

const groups = { azure: 'Azure', security: 'Security', serviceDesk: 'Service Desk' } as const;

describe('a tenant for which Microsoft does not do everything', () => {
  const w = aWorldForEach();
  const tenantId = tenantIds.adventureWorks;

  const open = async (name: string): Promise<BotMessage> => {
    const card = await w.chat.says(`/tenants ${name}`);
    await w.chat.presses(card, { verb: 'tenant.open', name });
    return card;
  };
  const revalidate = async () => {
    const card = await open('Adventure Works Cycles');
    await w.chat.presses(card, 'tenant.reviewLimitations');
    await w.chat.presses(card, 'tenant.revalidate');
  };
  const assigning = { step: 'assignAccess', groupId: '' } as const;
  /** The only row of what Microsoft isn't done with, as it stands on the card. */
  const progress = async (card: BotMessage) => {
    const tenant = await w.world.tenant(tenantId);
    const [row = assert.fail(), ...more] = progressRows(tenant, {
      ...anyContext,
      templates: w.world.accessTemplates,
      now: w.world.clock.now(),
    });
    assert.deepEqual(more, []);
    for (const part of [row.title, row.state]) assert.ok(w.chat.reads(card).includes(part), part);
    return row;
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
      await w.chat.enables(card);
      await w.world.passes(15);
      assert.ok(assigned(groups.security) && assigned(groups.serviceDesk));
      assert.ok(asks(groups.azure) <= 5, `asked ${asks(groups.azure)} times in 15 s`);

      const told = w.chat.reads(card);
      assert.deepEqual(w.chat.statuses(card), ['awaitingMicrosoft']);
      const row = await progress(card);
      for (const part of [triedWords(assigning, groups.azure, en), answer])
        assert.ok(row.title.includes(part), row.title);
      assert.match(row.title, /[0-9a-f]{8}-[0-9a-f-]{27}/);
      // Since when, and when it is tried again.
      assert.equal(row.state.match(/\{\{DATE/g)?.length, 2);
      const tenant = await w.world.tenant(tenantId);
      for (const sentence of statusSentences(tenant, { words: en, now: w.world.clock.now() }))
        assert.ok(!told.includes(sentence), sentence);
      const inList = w.chat.reads(await w.chat.says('/tenants adventure'));
      // Since when it waits, and that it is tried again.
      // The filters above the rows have the same icon.
      const shown = inList.split('\n').findLast((line) => line.startsWith(styleOf('awaitingMicrosoft', en).icon));
      assert.equal(shown?.split(' · ').length, 3, shown);
      const line = w.world.log.find(({ event }) => event === 'stepPutOff');
      assert.equal(line?.fields.groupId, groupId(groups.azure));

      await w.world.stopBot();
      await w.world.startBot();
      await progress(await open('Adventure Works Cycles'));

      await w.world.passes(3700);
      assert.ok(asks(groups.azure) <= 30, `asked ${asks(groups.azure)} times in an hour`);
      const after = await open('Adventure Works Cycles');
      assert.deepEqual(w.chat.statuses(after), ['issuesFound']);
      const failing = await w.world.tenant(tenantId);
      assert.deepEqual(limitationsOn(w.chat.sees(after), failing), ['keepsFailing']);
      const [limitation] = failing.onboarding?.limitations ?? [];
      assert.ok(limitation?.code === 'keepsFailing' && limitation.groupName === groups.azure);
      assert.equal(limitation.problem.answer, answer);
      assert.ok(limitation.problem.requestId);
      const review = textOf(await w.chat.presses(after, 'tenant.reviewLimitations'));
      for (const part of [traceOf(limitation, en), wordsFor(limitation, en).when ?? assert.fail()])
        assert.ok(review.includes(part), part);

      // Asking again does not begin the hour anew, and works as soon as Microsoft does.
      await revalidate();
      await w.world.passes(10);
      const again = await open('Adventure Works Cycles');
      const { onboarding } = await w.world.tenant(tenantId);
      assert.ok(onboarding?.foundUnchanged);
      for (const sentence of checkSentences(onboarding, en))
        assert.ok(w.chat.reads(again).includes(sentence), sentence);
      w.world.sandbox.controls.setQuirks(tenantId, []);
      await revalidate();
      await w.world.passes(60);
      assert.deepEqual(w.chat.statuses(await open('Adventure Works Cycles')), ['approved']);
    });
  }

  it('is told of a group whose assignment stays pending, and Revalidate makes it again', async () => {
    w.world.sandbox.controls.setQuirks(tenantId, [{ kind: 'assignmentStuck', groupId: groupId(groups.azure) }]);
    const card = await open('Adventure Works Cycles');
    await w.chat.enables(card);
    await w.world.passes(420);
    assert.deepEqual(w.chat.statuses(card), ['awaitingMicrosoft']);
    assert.ok((await progress(card)).title.includes(triedWords(assigning, groups.azure, en)));
    await w.world.passes(1800);
    const after = await open('Adventure Works Cycles');
    assert.deepEqual(w.chat.statuses(after), ['issuesFound']);
    assert.deepEqual(limitationsOn(w.chat.sees(after), await w.world.tenant(tenantId)), ['assignmentStuck']);
    assert.equal(asks(groups.azure), 1);
    await revalidate();
    await w.world.passes(120);
    assert.equal(asks(groups.azure), 2);
    assert.deepEqual(w.chat.statuses(await open('Adventure Works Cycles')), ['approved']);
  });

  it('is Approved though Microsoft does not know for a while of what it has just made', async () => {
    w.world.sandbox.controls.setBehaviour({ lagMs: 20_000 });
    const card = await open('Contoso Ltd');
    await w.chat.enables(card);
    await w.world.passes(90);
    assert.deepEqual(w.chat.statuses(card), ['needsApproval']);
    const [relationship, ...more] = w.world.sandbox.controls.relationships(tenantIds.contoso);
    assert.deepEqual(more, []);
    w.world.sandbox.controls.approve(relationship?.id ?? '');
    await w.world.passes(180);
    assert.deepEqual(w.chat.statuses(card), ['approved']);
    const news = w.chat.messages.map(({ summary }) => summary).filter((summary) => summary.includes('Contoso Ltd'));
    assert.deepEqual(news, [newsOf('Contoso Ltd', 'approved')]);
  });

  it('has an issue only once Microsoft has refused for minutes, and the card says meanwhile what it answers', async () => {
    const refused = { kind: 'assignmentRefused', groupId: groupId(groups.azure) } as const;
    w.world.sandbox.controls.setQuirks(tenantId, [refused]);
    const card = await open('Adventure Works Cycles');
    await w.chat.enables(card);
    await w.world.passes(120);
    assert.deepEqual(w.chat.statuses(card), ['awaitingMicrosoft']);
    const { title } = await progress(card);
    for (const part of [triedWords(assigning, groups.azure, en), '400 badRequest'])
      assert.ok(title.includes(part), title);
    await w.world.passes(240);
    assert.deepEqual(w.chat.statuses(card), ['issuesFound']);
    assert.deepEqual(limitationsOn(w.chat.sees(card), await w.world.tenant(tenantId)), ['groupNotAssigned']);
    const count = asks(groups.azure);
    await w.world.passes(1200);
    assert.equal(asks(groups.azure), count);
  });
});
