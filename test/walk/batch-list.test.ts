// Batches are found again by /batches, and what one has left undone is asked for anew.
import assert from 'node:assert/strict';
import { en } from '../../src/views/words/en/index.js';
import { assertGoodCard } from '../support/card-lint.js';
import { buttonFor, buttonVerbs } from '../support/card-reading.js';
import { onEachStore } from '../support/each-store.js';
import { aWorldForEach, people } from '../support/world.js';

const { batches: words } = en;
const nestor = { ...people.alex, aadObjectId: '00000000-0000-4000-8000-0000000000e1', name: 'Nestor Wilke' };

describe('the list of batches', () => {
  const w = aWorldForEach({
    ADMINS: people.alex.aadObjectId,
    OPERATORS: people.megan.aadObjectId,
    VIEWERS: nestor.aadObjectId,
    SANDBOX_CUSTOMERS: '40',
  });

  onEachStore(
    'leads back to a batch whose card was lost, and on to what it left undone when it was stopped',
    async () => {
      const megan = w.world.chat(people.megan, 'chat-of-megan');
      await megan.installs();
      const none = await megan.says('/batches');
      assert.ok(megan.reads(none).includes(words.list.none({ days: 30 })), megan.reads(none));
      const question = await w.chat.says('/enable not configured');
      const [, count = ''] = /Enable (\d+) tenants\?/.exec(w.chat.reads(question)) ?? [];
      assert.ok(Number(count) > 10);
      await w.chat.presses(question, 'batch.begin');
      await w.world.passes(3);

      const list = await megan.says('/batches');
      assertGoodCard(megan.sees(list));
      assert.ok(megan.reads(list).includes('In progress: '), megan.reads(list));
      await megan.presses(list, 'batch.show');
      assert.ok(megan.reads(list).includes(words.startedBy({ person: people.alex.name as never })));
      assert.ok(!buttonFor(megan.sees(list), 'batch.rest'));
      await megan.presses(list, 'batch.stop');
      await w.world.passes(60);
      const [, left = ''] = /(\d+) tenants were left as before/.exec(megan.reads(list)) ?? [];
      assert.ok(Number(left) > 0 && Number(left) < Number(count), megan.reads(list));
      assertGoodCard(megan.sees(list));
      await megan.presses(list, 'batch.rest');
      assert.ok(megan.reads(list).includes(words.ask.enable({ count: Number(left) })), megan.reads(list));
      await megan.presses(list, 'batch.begin');
      await w.world.passes(Number(left) + 60);
      const again = await w.chat.says('/enable not configured');
      assert.ok(!buttonFor(w.chat.sees(again), 'batch.begin'), w.chat.reads(again));
      const both = await w.chat.says('/batches');
      assert.match(w.chat.reads(both), /Finished: .*Stopped: /s);
    },
  );

  it('is read by viewers, who are offered nothing that they may not do', async () => {
    const viewer = w.world.chat(nestor, 'chat-of-nestor');
    await viewer.installs();
    const question = await w.chat.says('/disable issues found');
    const [, count = ''] = /Disable (\d+) tenants\?/.exec(w.chat.reads(question)) ?? [];
    await w.chat.presses(question, 'batch.begin', { name: count });
    await w.chat.presses(question, 'batch.stop');
    const rest = buttonFor(w.chat.sees(question), 'batch.rest') ?? assert.fail('no way on');
    const list = await viewer.says('/batches');
    await viewer.presses(list, 'batch.show');
    assert.ok(!buttonVerbs(viewer.sees(list)).includes('batch.rest'));
    const megan = w.world.chat(people.megan, 'chat-of-megan');
    await megan.installs();
    const shown = await megan.says('/batches');
    await megan.presses(shown, 'batch.show');
    assert.ok(!buttonVerbs(megan.sees(shown)).includes('batch.rest'), 'Disable takes an admin');
    const forged = { type: 'Action.Execute', verb: 'batch.rest', data: rest.data ?? {} } as const;
    const { body } = await megan.clicks(shown, forged);
    assert.ok(!JSON.stringify(body).includes('batch.begin'), JSON.stringify(body));
  });

  it('asks anew about what /assign has left undone, by what each may still be given', async () => {
    const megan = w.world.chat(people.megan, 'chat-of-megan');
    await megan.installs();
    const question = await w.chat.says(`/assign status:not-configured @${people.megan.name}`);
    const [, all = ''] = /Assign (\d+) tenants to/.exec(w.chat.reads(question)) ?? [];
    await w.chat.presses(question, 'import.begin');
    await w.chat.presses(question, 'batch.stop');
    await w.world.passes(10);
    const isAsked = (count: number) => words.ask.assign({ count, person: people.megan.name as never });
    const { tenants } = await w.world.contents();
    const left = Number(all) - [...tenants.values()].filter(({ owner }) => owner).length;
    assert.ok(left > 3, `${left} of ${all}`);
    await w.chat.says('/take adventure');
    await w.chat.says(`/assign alpine @${people.megan.name}`);

    const list = await megan.says('/batches');
    await megan.presses(list, 'batch.show');
    await megan.presses(list, 'batch.rest');
    assert.ok(megan.reads(list).includes(isAsked(left - 2)), megan.reads(list));

    await w.world.stopBot();
    await w.world.startBot({ OPERATORS: nestor.aadObjectId, VIEWERS: people.megan.aadObjectId });
    await w.chat.presses(question, 'batch.rest');
    assert.ok(!buttonVerbs(w.chat.sees(question)).includes('import.begin'), w.chat.reads(question));
    const why = en.importing.why.mayNotOwn({ given: people.megan.name as never });
    assert.ok(w.chat.reads(question).includes(why), w.chat.reads(question));
  });
});
