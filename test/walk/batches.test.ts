// One thing for many tenants: asked with the number, done in Microsoft's pace, stopped, killed, and never done twice.
import assert from 'node:assert/strict';
import { en } from '../../src/views/words/en/index.js';
import { assertGoodCard } from '../support/card-lint.js';
import { buttonFor, buttonVerbs } from '../support/card-reading.js';
import type { BotMessage } from '../support/fake-teams.js';
import { aWorldForEach, people } from '../support/world.js';

const { batches: words } = en;

describe('a batch', () => {
  const w = aWorldForEach({
    ADMINS: people.alex.aadObjectId,
    OPERATORS: people.megan.aadObjectId,
    SANDBOX_CUSTOMERS: '40',
  });

  const created = () =>
    w.world.sandbox.controls
      .requests()
      .filter(({ method, path }) => method === 'POST' && /\/delegatedAdminRelationships$/.test(path));
  /** Which requests of ours there are, and, later, the tenants for which several have come. */
  const countingRequests = () => {
    const ours = () =>
      w.world.sandbox.controls.relationships().filter(({ displayName }) => displayName.startsWith('Gatehouse-'));
    const before = new Set(ours().map(({ id }) => id));
    return () => {
      const came = ours().filter(({ id }) => !before.has(id));
      const tenantIds = came.map(({ displayName }) => displayName.replace(/^Gatehouse-(.+)-\d+$/, '$1'));
      return { count: came.length, twice: tenantIds.filter((id, index) => tenantIds.indexOf(id) !== index) };
    };
  };
  const numberIn = (text: string, pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? assert.fail(text));
  /** The dry run of /enable for all that aren't configured, and how many it names. */
  const asked = async () => {
    const message = await w.chat.says('/enable not configured');
    assertGoodCard(w.chat.sees(message));
    return { message, count: numberIn(w.chat.reads(message), /Enable (\d+) tenants\?/) };
  };
  const doneOn = (message: BotMessage) => numberIn(w.chat.reads(message), /Done: (\d+) of/);

  it('does nothing before its yes, and then asks each tenant that was named, once', async () => {
    w.world.sandbox.controls.clearRequests();
    const since = countingRequests();
    const { message, count } = await asked();
    assert.ok(count > 3);
    await w.world.passes(60);
    assert.equal(created().length, 0);
    await w.chat.presses(message, 'batch.begin');
    assertGoodCard(w.chat.sees(message));
    assert.ok(buttonVerbs(w.chat.sees(message)).includes('batch.stop'));
    await w.world.passes(count + 60);
    assert.equal(doneOn(message), count);
    assert.ok(w.chat.reads(message).includes(words.ended));
    assert.ok(!buttonVerbs(w.chat.sees(message)).includes('batch.stop'));
    // Its card says so, and they still look at it.
    assert.ok(!w.world.teams.messages.some(({ summary }) => summary?.includes('finished')));
    assert.deepEqual(since().twice, []);
    assert.ok(since().count > count / 2);
    assert.ok(created().length <= count);
    const again = await w.chat.says('/enable not configured');
    assert.ok(!buttonFor(w.chat.sees(again), 'batch.begin'));
  });

  it('stops, and leaves what waits as it is', async () => {
    const { message, count } = await asked();
    await w.chat.presses(message, 'batch.begin');
    await w.world.passes(3);
    await w.chat.presses(message, 'batch.stop');
    const sent = created().length;
    await w.world.passes(120);
    assert.ok(doneOn(message) < count);
    assert.ok(created().length <= sent + 5);
    assert.match(w.chat.reads(message), /Stopped by Alex Wilber/);
    const left = await asked();
    assert.equal(left.count, count - doneOn(message));
  });

  it('goes on after crashes where it was, and asks Microsoft for nothing twice', async () => {
    const since = countingRequests();
    const { message, count } = await asked();
    await w.chat.presses(message, 'batch.begin');
    for (const seconds of [2, 3, 1]) {
      await w.world.passes(seconds);
      await w.world.crash();
    }
    await w.world.passes(count + 120);
    const after = await w.chat.says('/enable not configured');
    assert.ok(!buttonFor(w.chat.sees(after), 'batch.begin'));
    assert.deepEqual(since().twice, []);
    assert.ok(since().count > count / 2);
  });

  it('is agreed to as it was shown: what has changed since is asked again', async () => {
    const { message, count } = await asked();
    const other = await w.chat.says('/enable alpine');
    await w.chat.enables(other);
    await w.chat.presses(message, 'batch.begin');
    assert.ok(w.chat.reads(message).includes(words.changed));
    assert.ok(w.chat.reads(message).includes(`Enable ${count - 1} tenants?`));
  });

  it('disables many only for an admin who types their number', async () => {
    await w.world.passes(60);
    const message = await w.chat.says('/disable issues found');
    const count = numberIn(w.chat.reads(message), /Disable (\d+) tenants\?/);
    await w.chat.presses(message, 'batch.begin', { name: `${count + 1}` });
    assert.ok(w.chat.reads(message).includes(words.numberWrong));
    await w.chat.presses(message, 'batch.begin', { name: `${count}` });
    await w.world.passes(10);
    assert.equal(doneOn(message), count);
    const megan = w.world.chat(people.megan, 'chat-of-megan');
    await megan.installs();
    const refused = await megan.says('/disable issues found');
    assert.ok(!buttonFor(megan.sees(refused), 'batch.begin'));
  });

  it('tags all that a query finds, and one tenant by its name as ever', async () => {
    const one = await w.chat.says('/tag contoso vip');
    assert.match(w.chat.reads(one), /vip/);
    const message = await w.chat.says('/tag "o" gold');
    const count = numberIn(w.chat.reads(message), /tags of (\d+) tenants\?/);
    await w.chat.presses(message, 'batch.begin');
    await w.world.passes(10);
    assert.equal(doneOn(message), count);
    const list = await w.chat.says('/tenants tag:gold');
    assert.match(w.chat.reads(list), new RegExp(`${count}`));
  });

  it('takes every tenant for “all”, in each language, and says so where none is named', async () => {
    const all = (await w.world.contents()).tenants.size;
    const which = await w.chat.says('/enable');
    assert.match(w.chat.reads(which), /“\/enable all” for every tenant/);
    for (const [command, ask] of [
      ['/take all', words.ask.take],
      ['/take alle', words.ask.take],
      ['/tag all gold', words.ask.tag],
    ] as const) {
      const message = await w.chat.says(command);
      const count = numberIn(w.chat.reads(message), /(\d+) tenants\?/);
      assert.ok(w.chat.reads(message).includes(ask({ count })), w.chat.reads(message));
      assert.ok(count > 40 && count <= all, `${count} of ${all}`);
      assert.ok(!w.chat.reads(message).includes('Takes about'));
    }
    const list = await w.chat.says('/tenants all');
    assert.ok(buttonVerbs(w.chat.sees(list)).includes('tenant.open'));
    const message = await w.chat.says('/take all');
    const count = numberIn(w.chat.reads(message), /(\d+) tenants\?/);
    await w.chat.presses(message, 'batch.begin');
    await w.world.passes(30);
    assert.equal(doneOn(message), count);
    await w.chat.presses(message, 'tenants.list');
    assert.ok(buttonVerbs(w.chat.sees(message)).includes('tenant.open'));
  });

  it('opens the card of the one tenant that is meant', async () => {
    const message = await w.chat.says('/enable alpine');
    assert.ok(buttonFor(w.chat.sees(message), 'tenant.askEnable'));
    assert.ok(!buttonFor(w.chat.sees(message), 'batch.begin'));
  });
});
