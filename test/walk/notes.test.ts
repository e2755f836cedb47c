// Notes, tickets and snoozes, from what is typed to the card that everyone sees.
import assert from 'node:assert/strict';
import { en } from '../../src/views/words/en/index.js';
import { assertGoodCard } from '../support/card-lint.js';
import { rangeOn, textOf } from '../support/card-reading.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

describe('what people leave at a tenant', () => {
  const w = aWorldForEach({ OPERATORS: people.megan.aadObjectId, ADMINS: people.alex.aadObjectId });
  const contoso = () => w.world.tenant(tenantIds.contoso);

  it('is a note, whatever stands in it, on the card for everyone, and goes with its number', async () => {
    const megan = w.world.chat(people.megan, 'chat-of-megan');
    const text = ['**Bold** [x](https://evil.example) $', '{tenantId} calls back owner:me'].join('');
    const card = await megan.says(`/note ${tenantIds.contoso} ${text}`);
    assertGoodCard(card.card);
    assert.ok(textOf(card.card).includes(`Megan Bowen: ${text}`));
    await w.chat.says(`/note ${tenantIds.contoso} second`);
    const refused = await megan.says(`/note ${tenantIds.contoso} -1`);
    assert.ok(
      megan.reads(refused).includes(en.notices.refused.ofSomeoneElse({ tenant: 'Contoso Ltd' as never }).slice(0, 30)),
    );
    await w.chat.says(`/note ${tenantIds.contoso} -2`);
    assert.deepEqual(
      (await contoso()).notes?.map((note) => note.text),
      ['second'],
    );
    assert.ok(w.chat.reads(await w.chat.says('/note')).includes(en.attention.howToAsk.note));
  });

  it('is a ticket, which the history names, and nothing that is none', async () => {
    const card = await w.chat.says(`/ticket ${tenantIds.contoso} INC-4711`);
    assert.ok(textOf(card.card).includes('INC-4711'));
    assert.ok(w.chat.reads(await w.chat.says(`/history ${tenantIds.contoso}`)).includes('INC-4711'));
    await w.chat.says(`/ticket ${tenantIds.contoso} <b>`);
    assert.equal((await contoso()).ticket, 'INC-4711');
    await w.chat.says(`/ticket ${tenantIds.contoso} -`);
    assert.equal((await contoso()).ticket, undefined);
  });

  it('is a snooze with a reason, which takes it out of /open and is found', async () => {
    const open = await w.chat.says('/open status:issues-found');
    const tenantId = w.chat.finds(open, 'tenant.reviewLimitations').data?.tenantId;
    const before = rangeOn(open.card)?.[2] ?? 0;
    assert.ok(w.chat.reads(await w.chat.says(`/snooze ${tenantId} 14`)).includes(en.attention.howToAsk.snooze));
    await w.chat.says(`/snooze ${tenantId} 14 customer on holiday`);
    const found = await w.chat.says('/tenants snoozed:yes');
    if (rangeOn(found.card) === undefined) {
      // The first is lost access, which is never snoozed.
      assert.equal((await w.world.tenant(`${tenantId}`)).onboarding?.limitations[0]?.code, 'relationshipLost');
      return;
    }
    assert.deepEqual(rangeOn(found.card), [1, 1, 1]);
    assert.equal(rangeOn((await w.chat.says('/open status:issues-found')).card)?.[2], before - 1);
    await w.chat.says(`/snooze ${tenantId} 0`);
    assert.equal(rangeOn((await w.chat.says('/open status:issues-found')).card)?.[2], before);
  });
});
