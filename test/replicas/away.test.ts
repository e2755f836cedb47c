// PostgreSQL stops for half a minute, and comes back.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { type Pressable, textOf } from '../support/card-reading.js';
import { en } from '../support/filled-by-hand.js';
import { aReplicasBench } from './replicas-bench.js';

const awayMs = Number(process.env.REPLICA_AWAY_SECONDS ?? 30) * 1000;
const longestAnswerMs = 6000;
const longestReturnMs = 5000;
const tenants = [18, 19, 20, 21, 22].map((n) => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`);

describe('a database that is away', () => {
  const bench = aReplicasBench();

  it('is named in answer to each click, none of which says that it is done; afterwards all goes on', async () => {
    const { play, replicas } = bench();
    const { chat, message } = await play.meet();
    const saved = async (tenantId: string) => (await replicas.saved.contents()).tenants.get(tenantId);
    const buttons = new Map<string, Pressable>();
    for (const tenantId of tenants) buttons.set(tenantId, await bench().enabling({ chat, message }, tenantId));
    const enable = (tenantId: string) => chat.clicks(message, buttons.get(tenantId) ?? assert.fail());
    const [first = '', ...rest] = tenants;
    assert.match(cardIn(await enable(first)), isDone);

    await replicas.database.crash();
    const crashedAt = performance.now();
    const answers: { readonly ms: number; readonly text: string }[] = [];
    for (let n = 0; performance.now() - crashedAt < awayMs; n += 1) {
      const at = performance.now();
      const text = cardIn(await enable(rest[n % rest.length] ?? ''));
      answers.push({ ms: performance.now() - at, text });
      await pause(300);
    }
    const slowest = Math.max(...answers.map(({ ms }) => ms));
    process.stdout.write(`    ${answers.length} clicks, answered within ${Math.round(slowest)} ms\n`);
    for (const { ms, text } of answers) {
      assert.doesNotMatch(text, isDone);
      assert.ok(
        said.some((words) => text.includes(words)),
        text,
      );
      assert.ok(ms <= longestAnswerMs, `an answer took ${Math.round(ms)} ms`);
    }

    await replicas.database.startAgain();
    const backAt = performance.now();
    while (!isDone.test(cardIn(await enable(rest[0] ?? '')))) {
      assert.ok(performance.now() - backAt < longestReturnMs, 'it goes on too late');
      await pause(100);
    }
    process.stdout.write(`    a click is done ${Math.round(performance.now() - backAt)} ms after it is back\n`);
    assert.ok((await saved(first))?.onboarding, 'what was acknowledged before is gone');
    for (const tenantId of tenants) {
      const { onboarding } = (await saved(tenantId)) ?? {};
      const card = cardIn(
        await chat.clicks(message, { type: 'Action.Execute', verb: 'tenant.open', data: { tenantId } }),
      );
      assert.equal(isDone.test(card), onboarding !== undefined, card);
    }
  });
});

const isDone = /^Enabled by/m;
const { causes, uncertain } = en.replies.failed;
const said = [causes.database, uncertain, en.replies.stillWorking.title];

function cardIn({ body }: { readonly body: unknown }): string {
  return textOf((body as { readonly value?: unknown }).value);
}
