// /open: everything that waits for a person, over all tenants.
import assert from 'node:assert/strict';
import { en } from '../../src/views/words/en/index.js';
import { assertGoodCard } from '../support/card-lint.js';
import { buttonFor, buttonVerbs, rangeOn, textOf } from '../support/card-reading.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

describe('/open', () => {
  const w = aWorldForEach();

  it('lists what waits, and each row leads to where it is dealt with', async () => {
    const all = await w.chat.says('/open');
    assertGoodCard(all.card);
    assert.ok(textOf(all.card).includes(en.waiting.matters.issues));
    const total = rangeOn(all.card)?.[2] ?? 0;
    assert.ok(total > 3);
    const review = await w.chat.presses(all, 'tenant.reviewLimitations');
    assert.ok(buttonVerbs(review).includes('tenant.askAcceptLimitations'));
    const some = await w.chat.says('/open status:issues-found');
    assert.ok((rangeOn(some.card)?.[2] ?? total) < total);
    const misspelt = await w.chat.says('/open staus:approved');
    assert.ok(w.chat.reads(misspelt).includes(en.query.problems.unknownKey({ given: 'staus' as never })));
  });

  it('is what a tenant’s card leads back to that was opened from it', async () => {
    const list = await w.chat.says('/open status:issues-found');
    await w.chat.presses(list, 'tenant.reviewLimitations');
    const card = await w.chat.presses(list, 'tenant.open');
    assert.equal(buttonFor(card, 'waiting.list')?.title, en.waiting.title);
    assert.ok(!buttonVerbs(card).includes('tenants.list'));
    const back = textOf(await w.chat.presses(list, 'waiting.list'));
    assert.ok(back.includes(en.waiting.intro));
    assert.ok(back.includes(en.waiting.searched({ search: 'status:issues-found' as never })));
  });

  it('lists only their own with /open me, with who looks after each, and says so once nothing waits', async () => {
    assert.ok(w.chat.reads(await w.chat.says('/open me')).includes(en.waiting.noneFound));
    const list = await w.chat.says('/tenants status:issues-found');
    const tenantId = w.chat.finds(list, 'tenant.reviewLimitations').data?.tenantId;
    assert.ok(typeof tenantId === 'string');
    await w.chat.says(`/take ${tenantId}`);
    const mine = await w.chat.says('/open me');
    assert.deepEqual(rangeOn(mine.card), [1, 1, 1]);
    assert.ok(w.chat.reads(mine).includes(en.waiting.owner({ person: people.alex.name as never })));
    await w.world.passes(5);
    await w.world.app.commands.perform({
      tenantId,
      command: { do: 'acceptLimitations', by: { id: people.alex.aadObjectId, name: people.alex.name } },
    });
    await w.world.passes(60);
    // The posted card keeps the row where it is and says that it's over.
    assert.ok(w.chat.reads(mine).includes(en.waiting.over));
    assert.ok(w.chat.reads(await w.chat.says('/open me')).includes(en.waiting.noneFound));
    assert.ok(tenantId !== tenantIds.contoso);
  });
});
